import { type CriterionPlace, isLeaf, walkCriteria } from '../../model/criteria.ts'
import type { Decimal } from '../../model/exact.ts'
import type { Bilingual } from '../../model/provenance.ts'
import type { Criterion, RoundingStep, RuleSet } from '../../model/ruleSet.ts'
import { add, compare, parseExact, type Rational, round, zero } from '../exact.ts'
import { roundingOf } from '../scoreLeaves.ts'
import { en, type Report, vi } from './report.ts'

/** Which criteria have a rule and a maximum, and whether it fits where they stand. */
export function lintShape({ criterion, path }: CriterionPlace, ruleSet: RuleSet, report: Report): void {
  const { name, maxPoints } = criterion
  if (maxPoints !== null && compare(parseExact(maxPoints), zero) < 0)
    report.error(`${path}.maxPoints`, 'negative-maximum', {
      vi: `điểm tối đa của “${name}” không được âm`,
      en: `the maximum of "${name}" must not be negative`,
    })
  if (isLeaf(criterion)) {
    if (!criterion.rule)
      report.error(`${path}.rule`, 'leaf-without-rule', {
        vi: `“${name}” không có tiêu chí con nên phải có cách tính điểm`,
        en: `"${name}" has no sub-criteria, so it needs a rule`,
      })
    if (maxPoints === null && !ruleSet.pools.some(pool => pool.criterionIds.includes(criterion.id)))
      report.error(`${path}.maxPoints`, 'unknown-maximum', {
        vi: `“${name}” chưa rõ điểm tối đa và không thuộc nhóm nào có điểm tối đa chung`,
        en: `"${name}" has no maximum and is in no pool with a joint maximum`,
      })
    const step = roundingOf(criterion, ruleSet.rounding).leaf
    const { rule } = criterion
    const isRounded = rule !== undefined && rule.kind !== 'reported' && rule.kind !== 'monitor'
    if (maxPoints !== null && isRounded && step)
      reportRoundedMaximum(maxPoints, step, criterion, path, report)
    return
  }
  if (criterion.rounding)
    report.error(`${path}.rounding`, 'group-with-rounding', {
      vi: `“${name}” có tiêu chí con; làm tròn của nhóm đặt ở mục rounding của bộ chỉ số`,
      en: `"${name}" has sub-criteria; groups round by the rule set's own rounding`,
    })
  if (criterion.rule)
    report.error(`${path}.rule`, 'group-with-rule', {
      vi: `“${name}” có tiêu chí con nên không được có cách tính điểm riêng`,
      en: `"${name}" has sub-criteria, so it must not have a rule of its own`,
    })
}

/** A maximum that its own rounding moves could be passed, or never reached. */
function reportRoundedMaximum(
  maxPoints: Decimal,
  step: RoundingStep,
  { name }: Criterion,
  path: string,
  report: Report,
): void {
  const max = parseExact(maxPoints)
  if (compare(round(max, step), max) !== 0)
    report.error(`${path}.maxPoints`, 'maximum-rounded', {
      vi: `điểm tối đa ${vi(maxPoints)} của “${name}” không giữ được khi làm tròn ${step.places} chữ số thập phân`,
      en: `the maximum ${en(maxPoints)} of "${name}" does not survive rounding to ${step.places} decimals`,
    })
}

/** Pools hold published leaves without a maximum of their own, each leaf in one pool. */
export function lintPools(ruleSet: RuleSet, report: Report): void {
  const byId = new Map(walkCriteria(ruleSet).map(({ criterion }) => [criterion.id, criterion]))
  const seen = new Set<string>()
  ruleSet.pools.forEach((pool, poolIndex) => {
    pool.criterionIds.forEach((id, index) => {
      const at = `pools[${poolIndex}].criterionIds[${index}]`
      const criterion = byId.get(id)
      if (!criterion || !isLeaf(criterion))
        report.error(at, 'unknown-criterion', {
          vi: `không có tiêu chí thành phần “${id}”`,
          en: `there is no leaf criterion "${id}"`,
        })
      else if (criterion.rule?.kind !== 'reported')
        report.error(at, 'pool-of-computed', {
          vi: `“${id}” trong nhóm chung chỉ được lấy điểm đã công bố (reported)`,
          en: `"${id}" in a pool can only take published points (reported)`,
        })
      else if (criterion.maxPoints !== null)
        report.error(at, 'pool-of-known', {
          vi: `“${id}” có điểm tối đa riêng nên không thuộc nhóm chung`,
          en: `"${id}" has a maximum of its own, so it cannot be in a pool`,
        })
      if (seen.has(id))
        report.error(at, 'in-two-pools', {
          vi: `“${id}” nằm trong hai nhóm chung`,
          en: `"${id}" is in two pools`,
        })
      seen.add(id)
    })
  })
}

/** Sum of the maxima of a list and below, pools included where they fall wholly inside; null when a part is unknown. */
function maximaOf(criteria: readonly Criterion[], ruleSet: RuleSet): Rational | null {
  let total = zero
  const hidden = new Set<string>()
  const visit = (criterion: Criterion): void => {
    if (criterion.maxPoints !== null) total = add(total, parseExact(criterion.maxPoints))
    else if (isLeaf(criterion)) hidden.add(criterion.id)
    else criterion.subCriteria?.forEach(visit)
  }
  criteria.forEach(visit)
  for (const pool of ruleSet.pools)
    if (pool.criterionIds.every(id => hidden.has(id))) {
      total = add(total, parseExact(pool.maxPoints))
      for (const id of pool.criterionIds) hidden.delete(id)
    }
  return hidden.size === 0 ? total : null
}

/** Maxima add up to the parent's and to the scale; adjustments have a ceiling above nothing. */
export function lintSums(ruleSet: RuleSet, report: Report): void {
  const compareSum = (declared: Decimal, parts: readonly Criterion[], at: string, whole: Bilingual) => {
    const below = maximaOf(parts, ruleSet)
    if (below && compare(below, parseExact(declared)) !== 0)
      report.error(at, 'sum-of-maxima', {
        vi: `điểm tối đa các mục con của ${whole.vi} cộng lại là ${vi(below)}, khác ${vi(declared)} đã nêu`,
        en: `the maxima below ${whole.en} add up to ${en(below)}, not to the stated ${en(declared)}`,
      })
  }
  for (const { criterion, path } of walkCriteria(ruleSet))
    if (criterion.maxPoints !== null && criterion.subCriteria && criterion.subCriteria.length > 0)
      compareSum(criterion.maxPoints, criterion.subCriteria, `${path}.maxPoints`, {
        vi: `“${criterion.name}”`,
        en: `"${criterion.name}"`,
      })
  compareSum(ruleSet.scale, ruleSet.criteria, 'scale', { vi: 'cả bộ chỉ số', en: 'the whole rule set' })
  ruleSet.adjustments?.forEach(({ name, ceiling }, index) => {
    if (compare(parseExact(ceiling), zero) <= 0)
      report.error(`adjustments[${index}].ceiling`, 'ceiling-not-positive', {
        vi: `mức trần của “${name}” phải lớn hơn 0, đang là ${vi(ceiling)}`,
        en: `the ceiling of "${name}" must be above 0, not ${en(ceiling)}`,
      })
  })
}

/** The source's own counts, held against the tree; watched-only items are none, a leaf above the depth is one. */
export function lintCounts(ruleSet: RuleSet, report: Report): void {
  const places = walkCriteria(ruleSet)
  ruleSet.declaredCounts?.forEach(({ depth, count }, index) => {
    const found = places.filter(
      place =>
        (place.depth === depth || (place.depth < depth && isLeaf(place.criterion))) &&
        canScore(place.criterion),
    ).length
    if (found !== count)
      report.error(`declaredCounts[${index}].count`, 'count-differs', {
        vi: `nêu ${count} mục ở cấp ${depth + 1} nhưng cây tiêu chí có ${found}`,
        en: `${count} items are declared at level ${depth + 1}, the tree has ${found}`,
      })
  })
}

/** Whether a criterion has a maximum above 0 or one that is stated nowhere. */
function canScore({ maxPoints, subCriteria = [] }: Criterion): boolean {
  if (maxPoints !== null) return compare(parseExact(maxPoints), zero) > 0
  return subCriteria.length === 0 || subCriteria.some(canScore)
}
