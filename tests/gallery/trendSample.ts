import type { SubmissionEntry } from '../../src/model/catalogue.ts'
import type { StatedFigure } from '../../src/model/figure.ts'
import { parsePeriod } from '../../src/model/period.ts'
import type { Provenance } from '../../src/model/provenance.ts'
import type { RuleSet } from '../../src/model/ruleSet.ts'
import type { Stage } from '../../src/model/submission.ts'
import type { TrendPeriod, TrendSubject } from '../../src/model/trend.ts'
import { comparePeriods, scorePeriod, trendOf } from '../../src/scoring/change/scoreTrend.ts'
import type { TrendView } from '../../src/state/useTrendView.ts'
import { aGroup, aLeaf, aRatioRule, aRuleSet, aSubmission, scoredAt } from './builders.ts'
import { documents } from './samples.ts'

const stated: Provenance = { certainty: 'stated', source: { documentId: 'doc', place: 'mục 1' } }

/** Two leaves of 10 and 6 points out of 16; the older rules ask for 80% online, the newer for 100%. */
function aSet(rest: Partial<RuleSet>, onlineTarget: string): RuleSet {
  const leaves = [
    aLeaf('dung-han', {
      code: '1.1',
      name: 'Tỷ lệ hồ sơ thủ tục hành chính được giải quyết đúng hạn và trước hạn trong kỳ báo cáo',
      shortName: 'Hồ sơ giải quyết đúng hạn',
      maxPoints: '10',
    }),
    aLeaf('truc-tuyen', {
      code: '1.2',
      name: 'Tỷ lệ hồ sơ nộp trực tuyến toàn trình',
      shortName: 'Hồ sơ trực tuyến toàn trình',
      maxPoints: '6',
      rule: aRatioRule({
        numerator: 'n2',
        denominator: 'd2',
        targetPercent: onlineTarget,
        scaling: 'shareOfTarget',
      }),
    }),
  ]
  return aRuleSet([aGroup('1', '16', leaves)], {
    scale: '16',
    pointsPlaces: 2,
    rounding: { ratio: null, leaf: { places: 2, mode: 'halfUp' }, group: null, total: null },
    bands: [
      { id: 'tot', name: 'Tốt', fromPercent: '80' },
      { id: 'kha', name: 'Khá', fromPercent: onlineTarget === '80' ? '65' : '60' },
      { id: 'yeu', name: 'Yếu', fromPercent: '0' },
    ],
    ...rest,
  })
}

export const older = aSet({ id: 'cu', shortTitle: 'Bộ 2025 · thử', validFrom: '2025-01-01' }, '80')
export const newer = aSet({ id: 'set', shortTitle: 'Bộ 2026 · thử', supersedes: 'cu' }, '100')

/** Dossiers on time and online, of 100 each; null is missing, nothing at all was not sent. */
type Figures = { readonly onTime?: string | null; readonly online?: string | null }

export function aPeriod(
  period: string,
  figures: Figures | null,
  set = newer,
  note?: string,
  stage: Stage = 'closed',
): TrendPeriod {
  const { onTime = '80', online = '40' } = figures ?? {}
  const submission = aSubmission(figures === null ? {} : { n: onTime, d: '100', n2: online, d2: '100' }, {
    period,
    ruleSetId: set.id,
    stage,
    note,
    ...(figures === null ? {} : { submittedOn: '2026-10-05' }),
  })
  return scorePeriod(set, submission, null, null, scoredAt)
}

const entryOf = ({ ruleSetId, period }: TrendPeriod): SubmissionEntry => ({
  ruleSetId,
  period,
  agencyId: 'agency',
  path: `${ruleSetId}/${period}.json`,
})

type Wish = {
  /** Place of the period that is read; the last one unless said otherwise. */
  readonly read?: number
  readonly subject?: TrendSubject
  readonly figures?: readonly StatedFigure[]
  /** Periods whose files are on their way or broken. */
  readonly pending?: readonly string[]
  readonly failed?: readonly string[]
}

/** A view of periods as the hook hands it to the screen, the one before compared with the one that is read. */
export function trendView(periods: readonly TrendPeriod[], wish: Wish = {}): TrendView {
  const ruleSets = [older, newer].filter(set => periods.some(period => period.ruleSetId === set.id))
  const { subject = { criterionId: null, measure: 'points' }, pending = [], failed = [] } = wish
  const here = new Set([...pending, ...failed])
  const entries = periods.map(entryOf)
  const loaded = periods.filter(({ period }) => !here.has(period))
  const place = wish.read ?? periods.length - 1
  const [selected, read] = [entries[place], periods[place]]
  const ruleSet = ruleSets.find(set => set.id === selected?.ruleSetId)
  if (!selected || !read || !ruleSet) throw new Error('there is no period to read')
  const before = periods.slice(0, place).findLast(period => period.sheet !== null && loaded.includes(period))
  const setOf = (period: TrendPeriod) => (period.ruleSetId === older.id ? older : newer)
  const sideOf = (period: TrendPeriod) => ({ period, ruleSet: setOf(period), previous: null })
  return {
    ruleSets,
    steps: [parsePeriod(selected.period)?.kind ?? 'month'],
    step: parsePeriod(selected.period)?.kind ?? 'month',
    entries,
    periods: loaded,
    trend: trendOf(loaded, ruleSets, subject),
    totals: trendOf(loaded, ruleSets, { criterionId: null, measure: 'points' }),
    selected,
    ruleSet,
    since: before ? (entries.find(entry => entry.period === before.period) ?? null) : null,
    comparison: before ? comparePeriods(sideOf(before), sideOf(read)) : null,
    stages: ['closed'],
    pending: entries.filter(entry => pending.includes(entry.period)),
    failed: entries.flatMap(entry =>
      failed.includes(entry.period)
        ? [
            {
              entry,
              problems: [
                {
                  file: entry.path,
                  path: '',
                  code: 'unreachable',
                  severity: 'error',
                  message: { vi: 'không tải được tệp (mã 404)', en: 'the file could not be loaded (404)' },
                },
              ],
            },
          ]
        : [],
    ),
    retry: () => {},
    documents,
    plans: [],
    figures: wish.figures ?? [],
  }
}

/** Ten months of a share, stated month by month. */
export const statedSeries: readonly StatedFigure[] = ['51.55', '31.43', '69.15', '84.57', '79.11'].map(
  (value, index) => ({
    id: `thang-${index + 1}`,
    name: 'Tỷ lệ hồ sơ giải quyết đúng hạn theo tháng',
    value,
    unit: '%',
    period: `2026-0${index + 1}`,
    agencyId: 'agency',
    seriesId: 'dung-han',
    provenance: index === 4 ? { ...stated, certainty: 'inferred', note: 'Chưa hết tháng.' } : stated,
  }),
)

/** Eight months over two rule sets: a gap, a month without figures, one that is open, one with a note. */
export const manyMonths: readonly TrendPeriod[] = [
  aPeriod('2025-10', { onTime: '70' }, older),
  aPeriod('2025-12', { onTime: '75' }, older),
  aPeriod('2026-01', { onTime: '76' }),
  aPeriod('2026-02', null),
  aPeriod(
    '2026-03',
    { onTime: '20', online: '10' },
    newer,
    'Chuyển trụ sở, mất kết nối nhiều ngày trong tháng.',
  ),
  aPeriod('2026-04', { onTime: '30', online: null }),
  aPeriod('2026-05', { onTime: '82', online: '45' }),
  aPeriod('2026-06', { onTime: '88', online: '44' }),
]
