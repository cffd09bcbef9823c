import { type CriterionPlace, isLeaf, walkCriteria } from '../../model/criteria.ts'
import type { Problem } from '../../model/problem.ts'
import type { Bilingual } from '../../model/provenance.ts'
import type { Criterion, RuleSet } from '../../model/ruleSet.ts'
import type { RatioRule, Rule, SumRule } from '../../model/rules.ts'
import { add, compare, formatExact, hundred, parseExact, type Rational, sum, zero } from '../exact.ts'

type Report = (path: string, code: string, message: Bilingual) => void

/** Number inside a message, with the decimal mark of its language. */
const vi = (value: Rational | string) =>
  (typeof value === 'string' ? value : formatExact(value)).replace('.', ',')
const en = (value: Rational | string) => (typeof value === 'string' ? value : formatExact(value))

/**
 * Everything that must hold inside a rule set before the engine may use it.
 * @param file name put into each problem
 * @returns every problem found, in file order; empty when the set is sound
 */
export function lintRuleSet(ruleSet: RuleSet, file: string): readonly Problem[] {
  const problems: Problem[] = []
  const report: Report = (path, code, message) =>
    problems.push({ file, path, code, severity: 'error', message })
  const places = walkCriteria(ruleSet)

  reportDuplicates(ruleSet, places, report)
  reportReserved(places, report)
  for (const place of places) {
    reportShape(place, ruleSet, report)
    reportRules(place, ruleSet, report)
  }
  reportPools(ruleSet, places, report)
  reportSums(ruleSet, places, report)
  reportBands(ruleSet, report)
  return problems
}

function reportDuplicates(ruleSet: RuleSet, places: readonly CriterionPlace[], report: Report) {
  const entries = [
    ...places.map(place => ({ id: place.criterion.id, path: place.path })),
    ...ruleSet.pools.map((pool, index) => ({ id: pool.id, path: `pools[${index}]` })),
  ]
  reportTwice(entries, report)
  reportTwice(
    ruleSet.metrics.map((metric, index) => ({ id: metric.id, path: `metrics[${index}]` })),
    report,
  )
  reportTwice(
    ruleSet.bands.map((band, index) => ({ id: band.id, path: `bands[${index}]` })),
    report,
  )
}

/** Words the address and the loss ladder use beside criterion ids. */
const reservedIds = ['none', 'rest', 'rounding', 'rounding-open', 'total']

function reportReserved(places: readonly CriterionPlace[], report: Report) {
  for (const { criterion, path } of places)
    if (reservedIds.includes(criterion.id))
      report(`${path}.id`, 'reserved-id', {
        vi: `mã “${criterion.id}” dành cho ứng dụng; đặt mã khác`,
        en: `id "${criterion.id}" is reserved for the application; choose another`,
      })
}

function reportTwice(entries: readonly { id: string; path: string }[], report: Report) {
  const first = new Map<string, string>()
  for (const { id, path } of entries) {
    const earlier = first.get(id)
    if (earlier === undefined) first.set(id, path)
    else
      report(`${path}.id`, 'duplicate-id', {
        vi: `mã “${id}” đã dùng ở ${earlier}; mỗi mã chỉ được dùng một lần`,
        en: `id "${id}" is already used at ${earlier}; each id may be used once`,
      })
  }
}

function reportShape({ criterion, path }: CriterionPlace, ruleSet: RuleSet, report: Report) {
  if (criterion.maxPoints !== null && compare(parseExact(criterion.maxPoints), zero) < 0)
    report(`${path}.maxPoints`, 'negative-maximum', {
      vi: `điểm tối đa của “${criterion.name}” không được âm`,
      en: `the maximum of "${criterion.name}" must not be negative`,
    })
  if (isLeaf(criterion)) {
    if (!criterion.rule)
      report(`${path}.rule`, 'leaf-without-rule', {
        vi: `“${criterion.name}” không có tiêu chí con nên phải có cách tính điểm`,
        en: `"${criterion.name}" has no sub-criteria, so it needs a rule`,
      })
    if (criterion.maxPoints === null && !ruleSet.pools.some(pool => pool.criterionIds.includes(criterion.id)))
      report(`${path}.maxPoints`, 'unknown-maximum', {
        vi: `“${criterion.name}” chưa rõ điểm tối đa và không thuộc nhóm nào có điểm tối đa chung`,
        en: `"${criterion.name}" has no maximum and is in no pool with a joint maximum`,
      })
  } else if (criterion.rounding)
    report(`${path}.rounding`, 'group-with-rounding', {
      vi: `“${criterion.name}” có tiêu chí con; làm tròn của nhóm đặt ở mục rounding của bộ chỉ số`,
      en: `"${criterion.name}" has sub-criteria; groups round by the rule set's own rounding`,
    })
  else if (criterion.rule)
    report(`${path}.rule`, 'group-with-rule', {
      vi: `“${criterion.name}” có tiêu chí con nên không được có cách tính điểm riêng`,
      en: `"${criterion.name}" has sub-criteria, so it must not have a rule of its own`,
    })
}

function reportRules({ criterion, path }: CriterionPlace, ruleSet: RuleSet, report: Report) {
  const metrics = new Map(ruleSet.metrics.map(metric => [metric.id, metric]))
  const checkMetric = (metricId: string, at: string, wanted: 'flag' | 'amount') => {
    const metric = metrics.get(metricId)
    if (metric) {
      if ((metric.valueType === 'flag') !== (wanted === 'flag'))
        report(at, 'wrong-value-type', {
          vi: `số liệu “${metric.name}” ${wanted === 'flag' ? 'phải' : 'không được'} là loại có/không ở cách tính này`,
          en: `metric "${metric.name}" must ${wanted === 'flag' ? '' : 'not '}be a yes/no flag in this rule`,
        })
      return
    }
    report(at, 'unknown-metric', {
      vi: `không có số liệu “${metricId}” trong mục metrics của bộ chỉ số`,
      en: `there is no metric "${metricId}" in this rule set's metrics`,
    })
  }
  const checkRule = (rule: Rule, at: string, maxPoints: string | null) => {
    switch (rule.kind) {
      case 'ratio':
        checkMetric(rule.numerator, `${at}.numerator`, 'amount')
        checkMetric(rule.denominator, `${at}.denominator`, 'amount')
        reportDirection(rule, at, report)
        return
      case 'monitor':
        checkMetric(rule.numerator, `${at}.numerator`, 'amount')
        checkMetric(rule.denominator, `${at}.denominator`, 'amount')
        if (maxPoints === null || compare(parseExact(maxPoints), zero) !== 0)
          report(`${path}.maxPoints`, 'monitor-with-points', {
            vi: `“${criterion.name}” chỉ theo dõi nên điểm tối đa phải là 0`,
            en: `"${criterion.name}" is watched only, so its maximum must be 0`,
          })
        return
      case 'yesNo':
        checkMetric(rule.metric, `${at}.metric`, 'flag')
        return
      case 'sum':
        rule.parts.forEach((part, index) => {
          checkRule(part.rule, `${at}.parts[${index}].rule`, part.maxPoints)
          if (
            part.rule.kind === 'ratio' &&
            [part.rule.whenDenominatorZero, part.rule.whenMissing].includes('notApplicable')
          )
            report(`${at}.parts[${index}].rule`, 'part-not-applicable', {
              vi: 'một phần của tổng không thể “không áp dụng”; tách thành tiêu chí riêng',
              en: 'a part of a sum cannot be "not applicable"; make it a criterion of its own',
            })
        })
        reportParts(rule, at, maxPoints, report)
        return
      case 'reported':
        return
    }
  }
  if (criterion.rule) checkRule(criterion.rule, `${path}.rule`, criterion.maxPoints)
  criterion.readings?.forEach((reading, index) => {
    checkRule(reading.rule, `${path}.readings[${index}].rule`, criterion.maxPoints)
  })
}

function reportParts(rule: SumRule, at: string, maxPoints: string | null, report: Report) {
  const parts = sum(rule.parts.map(part => parseExact(part.maxPoints)))
  if (maxPoints !== null && compare(parts, parseExact(maxPoints)) !== 0)
    report(`${at}.parts`, 'sum-of-parts', {
      vi: `điểm tối đa các phần cộng lại là ${vi(parts)}, khác điểm tối đa ${vi(maxPoints)}`,
      en: `the parts' maxima add up to ${en(parts)}, not to the maximum ${en(maxPoints)}`,
    })
}

/** Targets lie past floors in the rule's own direction, and only a straight line can run downwards. */
function reportDirection(rule: RatioRule, at: string, report: Report) {
  const rising = rule.direction === 'higherIsBetter'
  const target = parseExact(rule.targetPercent)
  if (rule.floorPercent !== undefined) {
    const order = compare(target, parseExact(rule.floorPercent))
    if (rising ? order <= 0 : order >= 0)
      report(`${at}.targetPercent`, 'target-against-direction', {
        vi: `mục tiêu ${vi(rule.targetPercent)}% phải ${rising ? 'cao' : 'thấp'} hơn ngưỡng 0 điểm ${vi(rule.floorPercent)}% vì ${rising ? 'càng cao' : 'càng thấp'} càng tốt`,
        en: `target ${en(rule.targetPercent)}% must be ${rising ? 'above' : 'below'} the floor ${en(rule.floorPercent)}% because ${rising ? 'higher' : 'lower'} is better`,
      })
  } else if (rule.scaling === 'fromFloor')
    report(`${at}.floorPercent`, 'floor-missing', {
      vi: 'cách chia điểm “fromFloor” cần ngưỡng 0 điểm (floorPercent)',
      en: 'scaling "fromFloor" needs a floorPercent',
    })
  if (!rising && rule.scaling !== 'fromFloor')
    report(`${at}.scaling`, 'target-against-direction', {
      vi: `càng thấp càng tốt nhưng cách chia điểm “${rule.scaling}” cho điểm cao khi tỷ lệ cao; dùng “fromFloor”`,
      en: `lower is better, yet scaling "${rule.scaling}" gives more points for a higher share; use "fromFloor"`,
    })
  if (rule.scaling === 'share' && compare(target, hundred) > 0)
    report(`${at}.targetPercent`, 'target-above-100', {
      vi: `mục tiêu ${vi(rule.targetPercent)}% vượt 100% thì tỷ lệ × điểm tối đa có thể vượt điểm tối đa`,
      en: `with a target of ${en(rule.targetPercent)}%, share × maximum can exceed the maximum`,
    })
  if (rule.scaling === 'shareOfTarget' && compare(target, zero) <= 0)
    report(`${at}.targetPercent`, 'target-not-positive', {
      vi: 'mục tiêu phải lớn hơn 0% để chia điểm theo tỷ lệ so với mục tiêu',
      en: 'the target must be above 0% to score in proportion to it',
    })
}

function reportPools(ruleSet: RuleSet, places: readonly CriterionPlace[], report: Report) {
  const byId = new Map(places.map(place => [place.criterion.id, place.criterion]))
  const seen = new Set<string>()
  ruleSet.pools.forEach((pool, poolIndex) => {
    pool.criterionIds.forEach((id, index) => {
      const at = `pools[${poolIndex}].criterionIds[${index}]`
      const criterion = byId.get(id)
      if (!criterion || !isLeaf(criterion))
        report(at, 'unknown-criterion', {
          vi: `không có tiêu chí thành phần “${id}”`,
          en: `there is no leaf criterion "${id}"`,
        })
      else if (criterion.rule?.kind !== 'reported')
        report(at, 'pool-of-computed', {
          vi: `“${id}” trong nhóm chung chỉ được lấy điểm đã công bố (reported)`,
          en: `"${id}" in a pool can only take published points (reported)`,
        })
      else if (criterion.maxPoints !== null)
        report(at, 'pool-of-known', {
          vi: `“${id}” có điểm tối đa riêng nên không thuộc nhóm chung`,
          en: `"${id}" has a maximum of its own, so it cannot be in a pool`,
        })
      if (seen.has(id))
        report(at, 'in-two-pools', {
          vi: `“${id}” nằm trong hai nhóm chung`,
          en: `"${id}" is in two pools`,
        })
      seen.add(id)
    })
  })
}

/** Sum of the maxima below a node, pools included where they fall wholly inside; null when a part is unknown. */
function maximaBelow(criteria: readonly Criterion[], ruleSet: RuleSet): Rational | null {
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

function reportSums(ruleSet: RuleSet, places: readonly CriterionPlace[], report: Report) {
  const compareSum = (declared: string, parts: readonly Criterion[], at: string, whole: Bilingual) => {
    const below = maximaBelow(parts, ruleSet)
    if (below && compare(below, parseExact(declared)) !== 0)
      report(at, 'sum-of-maxima', {
        vi: `điểm tối đa các mục con của ${whole.vi} cộng lại là ${vi(below)}, khác ${vi(declared)} đã nêu`,
        en: `the maxima below ${whole.en} add up to ${en(below)}, not to the stated ${en(declared)}`,
      })
  }
  for (const { criterion, path } of places)
    if (criterion.maxPoints !== null && criterion.subCriteria && criterion.subCriteria.length > 0)
      compareSum(criterion.maxPoints, criterion.subCriteria, `${path}.maxPoints`, {
        vi: `“${criterion.name}”`,
        en: `"${criterion.name}"`,
      })
  compareSum(ruleSet.scale, ruleSet.criteria, 'scale', { vi: 'cả bộ chỉ số', en: 'the whole rule set' })
}

/** Bands stand from the best down, each with a threshold of its own. */
function reportBands(ruleSet: RuleSet, report: Report) {
  ruleSet.bands.forEach((band, index) => {
    const above = ruleSet.bands[index - 1]
    if (above === undefined) return
    const order = compare(parseExact(band.fromPercent), parseExact(above.fromPercent))
    if (order === 0)
      report(`bands[${index}].fromPercent`, 'band-overlap', {
        vi: `hai mức xếp loại cùng bắt đầu từ ${vi(band.fromPercent)}%`,
        en: `two bands start at ${en(band.fromPercent)}%`,
      })
    else if (order > 0)
      report(`bands[${index}].fromPercent`, 'band-order', {
        vi: `“${band.name}” từ ${vi(band.fromPercent)}% phải đứng trên “${above.name}” từ ${vi(above.fromPercent)}%`,
        en: `"${band.name}" from ${en(band.fromPercent)}% must stand above "${above.name}" from ${en(above.fromPercent)}%`,
      })
  })
}
