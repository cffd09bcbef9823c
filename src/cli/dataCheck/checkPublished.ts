import { isLeaf, walkCriteria } from '../../model/criteria.ts'
import type { Decimal } from '../../model/exact.ts'
import type { Criterion, RoundingStep, RuleSet } from '../../model/ruleSet.ts'
import type { PublishedResult, Submission } from '../../model/submission.ts'
import {
  compare,
  divide,
  hundred,
  isZero,
  multiply,
  parseExact,
  type Rational,
  round,
  sum,
} from '../../scoring/exact.ts'
import { type Report, vi } from '../../scoring/lint/report.ts'

/** Published results against the rule set and themselves. */
export function checkPublished(
  { published, note }: Submission,
  ruleSet: RuleSet,
  placeOf: (path: string) => string,
  report: Report,
): void {
  if (!published) return
  const say: Report = {
    error: (path, ...rest) => {
      report.error(placeOf(path), ...rest)
    },
    warning: (path, ...rest) => {
      report.warning(placeOf(path), ...rest)
    },
  }
  checkMaxima(published, ruleSet, say)
  checkSums(published, ruleSet, note, say)
  checkBand(published, ruleSet, say)
  const { rank } = published
  if (rank && rank.rank > rank.of)
    say.error('published.rank.rank', 'rank-above-count', {
      vi: `hạng ${rank.rank} trong ${rank.of} đơn vị; cần hạng từ 1 đến ${rank.of}`,
      en: `rank ${rank.rank} of ${rank.of}; a rank from 1 to ${rank.of} is needed`,
    })
}

/** Computed leaves and groups; what is only published is held against its maximum by the lint. */
function checkMaxima({ points }: PublishedResult, ruleSet: RuleSet, report: Report): void {
  const maxima = new Map(
    walkCriteria(ruleSet).flatMap(({ criterion: { id, maxPoints, rule } }) =>
      maxPoints === null || rule?.kind === 'reported' ? [] : [[id, maxPoints] as const],
    ),
  )
  points.forEach(({ nodeId, points: found }, index) => {
    const max = maxima.get(nodeId)
    if (max !== undefined && compare(parseExact(found), parseExact(max)) > 0)
      report.error(`published.points[${index}].points`, 'points-above-maximum', {
        vi: `điểm công bố ${vi(found)} của “${nodeId}” vượt điểm tối đa ${vi(max)}`,
        en: `published points ${found} of "${nodeId}" exceed the maximum ${max}`,
      })
  })
}

/** Points of parts add up to those of their group, and groups to the total, where all of them are published. */
function checkSums(
  published: PublishedResult,
  ruleSet: RuleSet,
  note: string | undefined,
  report: Report,
): void {
  const known = new Map(published.points.map(({ nodeId, points }) => [nodeId, points]))
  const compareSum = (
    stated: Decimal,
    parts: readonly Criterion[],
    step: RoundingStep | null,
    path: string,
    name: string,
  ) => {
    const points = pointsBelow(parts, known, ruleSet)
    if (!points || points.length === 0) return
    const exact = sum(points.map(parseExact))
    const total = step ? round(exact, step) : exact
    if (compare(total, parseExact(stated)) === 0) return
    // A difference the source itself has is kept and said: its note names the sum.
    const notes = [published.provenance.note, note, ...(published.readings ?? []).map(({ text }) => text)]
    const said = new RegExp(`(?<![\\d,.])${vi(total).replaceAll('.', '\\.')}(?![\\d,])`)
    const isSaid = notes.some(text => text !== undefined && said.test(text))
    report[isSaid ? 'warning' : 'error'](path, 'published-sum', {
      vi: `${name} công bố ${vi(stated)}; các phần cộng lại là ${vi(total)}${isSaid ? ', ghi chú đã nói' : ', cần bằng nhau hoặc ghi chú nêu số này'}`,
      en: `${stated} is published, the parts add up to ${vi(total).replace(',', '.')}`,
    })
  }
  for (const { criterion } of walkCriteria(ruleSet)) {
    const stated = known.get(criterion.id)
    const index = published.points.findIndex(({ nodeId }) => nodeId === criterion.id)
    if (stated !== undefined && !isLeaf(criterion))
      compareSum(
        stated,
        criterion.subCriteria ?? [],
        ruleSet.rounding.group,
        `published.points[${index}].points`,
        `“${criterion.name}”`,
      )
  }
  const isPlain = !ruleSet.adjustments?.length && !ruleSet.rescaling
  if (published.total !== null && isPlain)
    compareSum(published.total, ruleSet.criteria, ruleSet.rounding.total, 'published.total', 'tổng điểm')
}

/** Points of these criteria, or of what is below them; null where one is not published. */
function pointsBelow(
  parts: readonly Criterion[],
  known: ReadonlyMap<string, Decimal>,
  { pools }: RuleSet,
): readonly Decimal[] | null {
  const found: Decimal[] = []
  const pooled = new Set<string>()
  const visit = (criterion: Criterion): boolean => {
    const points = known.get(criterion.id)
    if (points !== undefined) found.push(points)
    else if (criterion.subCriteria && !isLeaf(criterion)) return criterion.subCriteria.every(visit)
    else if (pools.some(pool => pool.criterionIds.includes(criterion.id))) pooled.add(criterion.id)
    else return criterion.maxPoints !== null && isZero(parseExact(criterion.maxPoints))
    return true
  }
  if (!parts.every(visit)) return null
  for (const { id, criterionIds } of pools) {
    if (!criterionIds.some(each => pooled.has(each))) continue
    const points = known.get(id)
    if (points === undefined || !criterionIds.every(each => pooled.has(each))) return null
    found.push(points)
  }
  return found
}

/** The published grade is the one the published total reaches, unless flags or quotas may move it. */
function checkBand({ band, total }: PublishedResult, ruleSet: RuleSet, report: Report): void {
  const { bands, grading, scale } = ruleSet
  if (band === undefined || total === null || bands.length === 0) return
  if (grading?.overrides?.length || grading?.quotas?.length) return
  const percent: Rational = multiply(divide(parseExact(total), parseExact(scale)), hundred)
  const reached = bands.find(({ fromPercent }) => compare(percent, parseExact(fromPercent)) >= 0)
  if (!reached || [reached.name, ...(reached.aliases ?? [])].includes(band)) return
  report.error('published.band', 'published-band', {
    vi: `xếp loại công bố “${band}”; tổng điểm ${vi(total)} đạt mức “${reached.name}”`,
    en: `the published grade is "${band}"; a total of ${total} reaches "${reached.name}"`,
  })
}
