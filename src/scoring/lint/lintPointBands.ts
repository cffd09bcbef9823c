import type { Metric } from '../../model/ruleSet.ts'
import type { BandTable, PointBand, Rule } from '../../model/rules.ts'
import { compare, parseExact, type Rational } from '../exact.ts'
import {
  bandSubjectOf,
  bandTableOf,
  describeStretch,
  joined,
  type Stretch,
  stretchesOf,
} from './bandStretches.ts'
import { en, type Report, vi } from './report.ts'
import type { RulePlace } from './rulePlaces.ts'

/** Every value falls into one band of a table, every band can be reached, and points keep one direction. */
export function lintPointBands(
  { rule, path }: RulePlace,
  metrics: ReadonlyMap<string, Metric>,
  report: Report,
): void {
  const found = bandTableOf(rule)
  if (!found) return
  const { table } = found
  const at = `${path}${found.path}`
  const empty = table.bands.map(isEmpty)
  table.bands.forEach((band, index) => {
    if (empty[index])
      report.error(`${at}.bands[${index}]`, 'band-empty', {
        vi: `không giá trị nào vừa từ ${vi(band.from ?? '')} vừa đến ${vi(band.to ?? '')}; kiểm tra hai đầu mức`,
        en: `no value lies between ${en(band.from ?? '')} and ${en(band.to ?? '')}; check both ends`,
      })
  })
  const subject = bandSubjectOf(rule, metrics)
  if (!subject) return
  const stretches = stretchesOf(table, subject)
  const overlapping = reportReach(table, stretches, empty, at, report)
  const open = reportGaps(table, stretches, at, report)
  if (!overlapping && !open && !empty.includes(true)) reportOrder(rule, table, stretches, at, report)
}

function isEmpty({ from, fromExclusive, to, toInclusive }: PointBand): boolean {
  if (from === undefined || to === undefined) return false
  const order = compare(parseExact(from), parseExact(to))
  return order > 0 || (order === 0 && (fromExclusive === true || toInclusive !== true))
}

/** @returns whether bands stand in each other's way */
function reportReach(
  table: BandTable,
  stretches: readonly Stretch[],
  empty: readonly boolean[],
  at: string,
  report: Report,
): boolean {
  let overlapping = false
  table.bands.forEach((_, index) => {
    const own = stretches.filter(stretch => stretch.bands.includes(index))
    if (empty[index]) return
    const here = `${at}.bands[${index}]`
    if (own.length === 0) {
      report.warning(here, 'band-unreachable', {
        vi: `mức ${index + 1} không bao giờ dùng: số liệu không thể có giá trị như vậy`,
        en: `band ${index + 1} is never used: the figure cannot have such a value`,
      })
      return
    }
    if (own.every(stretch => stretch.bands[0] !== index)) {
      overlapping = true
      report.error(here, 'band-unreachable', {
        vi: `mức ${index + 1} không bao giờ dùng vì các mức trước đã chiếm hết`,
        en: `band ${index + 1} is never used: bands before it take all its values`,
      })
      return
    }
    for (let earlier = 0; earlier < index; earlier += 1) {
      const [shared] = joined(
        stretches,
        stretch => stretch.bands.includes(index) && stretch.bands.includes(earlier),
      )
      if (!shared) continue
      overlapping = true
      const where = describeStretch(shared)
      report.error(here, 'band-overlap', {
        vi: `mức ${index + 1} trùng mức ${earlier + 1} ở ${where.vi}`,
        en: `band ${index + 1} overlaps band ${earlier + 1} at ${where.en}`,
      })
    }
  })
  return overlapping
}

/** @returns whether a usual value lies in no band */
function reportGaps(table: BandTable, stretches: readonly Stretch[], at: string, report: Report): boolean {
  const gaps = joined(stretches, stretch => stretch.bands.length === 0)
  if (table.otherwise !== undefined) {
    if (gaps.length === 0)
      report.warning(`${at}.otherwise`, 'unreachable-branch', {
        vi: 'điểm “còn lại” (otherwise) không bao giờ dùng: các mức đã phủ hết mọi giá trị',
        en: '"otherwise" is never used: the bands cover every value',
      })
    return false
  }
  for (const gap of gaps) {
    const where = describeStretch(gap)
    const say = gap.usual ? report.error : report.warning
    say(`${at}.bands`, 'band-gap', {
      vi: `chưa có mức nào cho giá trị ${where.vi}; thêm mức hoặc điểm “còn lại” (otherwise)`,
      en: `no band for values ${where.en}; add a band or "otherwise"`,
    })
  }
  return gaps.some(gap => gap.usual)
}

function reportOrder(
  rule: Rule,
  table: BandTable,
  stretches: readonly Stretch[],
  at: string,
  report: Report,
) {
  const levels = stretches.flatMap(stretch => pointsAt(table, stretch) ?? [])
  const steps = levels.slice(1).map((level, index) => compare(level, levels[index] ?? level))
  const [rises, falls] = [steps.some(step => step > 0), steps.some(step => step < 0)]
  if (rises && falls)
    report.warning(`${at}.bands`, 'not-monotonic', {
      vi: 'điểm lúc tăng lúc giảm khi số liệu tăng dần; kiểm tra lại các mức',
      en: 'points go up and down while the figure grows; check the bands',
    })
  else if (rises && (rule.kind === 'rank' || rule.kind === 'lateness'))
    report.warning(`${at}.bands`, 'worse-earns-more', {
      vi: rule.kind === 'rank' ? 'xếp hạng càng thấp càng được nhiều điểm' : 'càng trễ càng được nhiều điểm',
      en: rule.kind === 'rank' ? 'a worse rank earns more points' : 'a later day earns more points',
    })
}

function pointsAt(table: BandTable, { bands: [index] }: Stretch): Rational | null {
  const points = index === undefined ? table.otherwise : table.bands[index]?.points
  return points === undefined ? null : parseExact(points)
}
