import type { RuleSet } from '../../model/ruleSet.ts'
import type { Correction, TableCell, TableRow } from '../../model/submission.ts'
import { type Figures, figuresOf } from './figures.ts'
import { daysAfter, type Month } from './months.ts'
import { levelOf, type Profile, storyIn } from './profiles.ts'
import { happens, pick, wholeBetween } from './random.ts'
import { correctionReasons, missingGroups, withheldGroups } from './words.ts'

/** How a month stands: still open, closed, or closed after two rounds of review. */
export type Standing = 'open' | 'closed' | 'reviewed'

type Absence = { readonly state: 'missing' | 'notApplicable' | 'withheld'; readonly note: string }

const notSent = 'Chưa nộp'
const notDue = 'Chưa đến kỳ'
const departmentsOnly = 'Chỉ áp dụng cho sở, ban, ngành'
const communesOnly = 'Chỉ áp dụng cho xã, phường'
const noFees = 'Không có thủ tục thu phí'
const nothingDue = 'Tháng không phát sinh hồ sơ có thu phí'

/** One agency's line of a month: its figures, what is absent and why, and what was put right later. */
export function rowOf(profile: Profile, month: Month, ruleSet: RuleSet, standing: Standing): TableRow {
  const [calendar] = ruleSet.calendars ?? []
  if (!calendar) throw new Error(`rule set "${ruleSet.id}" has no calendar`)
  const metricIds = ruleSet.metrics.map(metric => metric.id)
  const agencyId = profile.agency.id
  const exempt = exemptionsOf(profile, ruleSet)
  if (standing !== 'reviewed' && sentNothing(profile, month)) {
    const cells = metricIds.map((id): TableCell => naOf(id, profile, month) ?? missing(notSent))
    return {
      agencyId,
      cells,
      ...listed('notApplicable', exempt),
      note: 'Đơn vị chưa nộp số liệu của tháng này.',
    }
  }
  const figures = figuresOf(profile, month, calendar)
  const absences = absencesOf(profile, month, standing)
  const corrected = correctionOf(profile, month, figures, ruleSet, standing)
  const cells = metricIds.map((id): TableCell => {
    const absence = naOf(id, profile, month) ?? absences.get(id)
    const value = figures.get(id)
    if (absence) return absence
    if (value === undefined) throw new Error(`nothing was made up for metric "${id}"`)
    return corrected?.metricId === id ? { state: 'entered', value, corrections: [corrected.was] } : value
  })
  const paysNothing = profile.hasFees && figures.get('hs-phi') === '0'
  const note = storyIn(profile, month)?.note
  const sentOn = figures.get('ngay-gui')
  return {
    agencyId,
    cells,
    ...(sentOn === undefined ? {} : { submittedOn: sentOn }),
    ...listed('notApplicable', [
      ...exempt,
      ...(paysNothing ? [{ criterionId: 'thanh-toan-truc-tuyen', reason: nothingDue }] : []),
    ]),
    ...(note === undefined ? {} : { note }),
  }
}

function listed<Key extends string, Item>(key: Key, items: readonly Item[]) {
  return items.length === 0 ? {} : { [key]: items }
}

function missing(note: string): Absence {
  return { state: 'missing', note }
}

/** Criteria only one kind of agency has, and fees where nobody charges any. */
function exemptionsOf({ agency, hasFees }: Profile, ruleSet: RuleSet) {
  const known = new Set(ruleSet.criteria.flatMap(area => (area.subCriteria ?? []).map(leaf => leaf.id)))
  const all = [
    agency.level === 'commune'
      ? { criterionId: 'cat-giam-thong-tin', reason: departmentsOnly }
      : { criterionId: 'chung-thuc-dien-tu', reason: communesOnly },
    ...(hasFees
      ? []
      : ['phi-truc-tuyen', 'thanh-toan-truc-tuyen'].map(criterionId => ({ criterionId, reason: noFees }))),
  ]
  return all.filter(({ criterionId }) => known.has(criterionId))
}

const feeMetrics = [
  'tthc-phi',
  'tthc-phi-truc-tuyen',
  'tthc-phi-phat-sinh',
  'tthc-phi-giao-dich',
  'hs-phi',
  'hs-phi-truc-tuyen',
]

function naOf(metricId: string, { agency, hasFees }: Profile, { month }: Month): Absence | undefined {
  const na = (note: string): Absence => ({ state: 'notApplicable', note })
  if (metricId === 'bc-quy' && month % 3 !== 0) return na(notDue)
  if (metricId === 'bc-nam' && month !== 11) return na(notDue)
  if (metricId.startsWith('ct-') && agency.level === 'department') return na(communesOnly)
  if (['tt-khai-bao', 'tt-cat-giam'].includes(metricId) && agency.level === 'commune')
    return na(departmentsOnly)
  return !hasFees && feeMetrics.includes(metricId) ? na(noFees) : undefined
}

/** Poor agencies forget a month now and then, most of all while the index is new. */
function sentNothing(profile: Profile, month: Month): boolean {
  const forgets = 0.045 * Math.max(0, 0.75 - levelOf(profile, month, 'sending at all'))
  return happens(
    profile.random(`${month.period} sent nothing`),
    forgets * (month.index < 2 ? 4 : month.index < 6 ? 2 : 1),
  )
}

/** Figures that go missing or are kept back together, so that no part stands without its whole. */
function absencesOf(profile: Profile, month: Month, standing: Standing): ReadonlyMap<string, Absence> {
  const draw = profile.random(`${month.period} absent`)
  const isMissing = happens(draw, standing === 'open' ? 0.16 : standing === 'reviewed' ? 0.03 : 0.07)
  const isWithheld = happens(draw, 0.018)
  const state = isMissing ? 'missing' : 'withheld'
  if (!isMissing && !isWithheld) return new Map()
  const { metricIds, notes } = pick(draw, isMissing ? missingGroups : withheldGroups)
  const note = pick(draw, notes)
  return new Map(metricIds.map(id => [id, { state, note }]))
}

/** One count in about ten rows was first sent wrong, mostly a little too high. */
function correctionOf(
  profile: Profile,
  month: Month,
  figures: Figures,
  ruleSet: RuleSet,
  standing: Standing,
): { readonly metricId: string; readonly was: Correction } | null {
  const draw = profile.random(`${month.period} corrected`)
  if (!happens(draw, standing === 'open' ? 0.02 : 0.11)) return null
  const candidates = ruleSet.metrics.filter(
    ({ id, valueType }) => valueType === 'count' && Number(figures.get(id) ?? 0) >= 10,
  )
  if (candidates.length === 0) return null
  const { id } = pick(draw, candidates)
  const value = Number(figures.get(id))
  const off = Math.max(1, Math.round(value * (0.02 + 0.12 * draw())))
  const isTooHigh = happens(draw, 0.7)
  const { any, dossiers } = correctionReasons[isTooHigh ? 'tooHigh' : 'tooLow']
  const sentOn = figures.get('ngay-gui') ?? month.lastDay
  return {
    metricId: id,
    was: {
      was: String(isTooHigh ? value + off : value - off),
      on: daysAfter(sentOn, wholeBetween(draw, 1, 9)),
      reason: pick<string>(draw, id.startsWith('hs-') ? [...any, ...dossiers] : any),
    },
  }
}
