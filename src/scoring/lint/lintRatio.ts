import type { Metric } from '../../model/ruleSet.ts'
import type { RatioRule } from '../../model/rules.ts'
import { compare, hundred, parseExact, zero } from '../exact.ts'
import { en, type Report, vi } from './report.ts'
import type { RulePlace } from './rulePlaces.ts'

/** Targets and floors of a ratio agree with its direction and with what a percentage can be. */
export function lintRatio(
  { rule, path }: RulePlace<RatioRule>,
  metrics: ReadonlyMap<string, Metric>,
  report: Report,
): void {
  reportDirection(rule, path, report)
  reportDivisors(rule, path, report)
  const counted = [rule.numerator, rule.denominator].every(id => metrics.get(id)?.valueType === 'count')
  // Money and indices may well pass 100%; a share of counted things hardly does.
  if (counted) reportReach(rule, path, report)
}

/** Targets lie past floors in the rule's own direction, and only a straight line can run downwards. */
function reportDirection(rule: RatioRule, at: string, report: Report) {
  const rising = rule.direction === 'higherIsBetter'
  const target = parseExact(rule.targetPercent)
  if (rule.floorPercent !== undefined) {
    const order = compare(target, parseExact(rule.floorPercent))
    if (rising ? order <= 0 : order >= 0)
      report.error(`${at}.targetPercent`, 'target-against-direction', {
        vi: `mục tiêu ${vi(rule.targetPercent)}% phải ${rising ? 'cao' : 'thấp'} hơn ngưỡng 0 điểm ${vi(rule.floorPercent)}% vì ${rising ? 'càng cao' : 'càng thấp'} càng tốt`,
        en: `target ${en(rule.targetPercent)}% must be ${rising ? 'above' : 'below'} the floor ${en(rule.floorPercent)}% because ${rising ? 'higher' : 'lower'} is better`,
      })
  } else if (rule.scaling === 'fromFloor')
    report.error(`${at}.floorPercent`, 'floor-missing', {
      vi: 'cách chia điểm “fromFloor” cần ngưỡng 0 điểm (floorPercent)',
      en: 'scaling "fromFloor" needs a floorPercent',
    })
  if (!rising && rule.scaling !== 'fromFloor')
    report.error(`${at}.scaling`, 'target-against-direction', {
      vi: `càng thấp càng tốt nhưng cách chia điểm “${rule.scaling}” cho điểm cao khi tỷ lệ cao; dùng “fromFloor”`,
      en: `lower is better, yet scaling "${rule.scaling}" gives more points for a higher share; use "fromFloor"`,
    })
  if (rule.scaling === 'share' && compare(target, hundred) > 0)
    report.error(`${at}.targetPercent`, 'target-above-100', {
      vi: `mục tiêu ${vi(rule.targetPercent)}% vượt 100% thì tỷ lệ × điểm tối đa có thể vượt điểm tối đa`,
      en: `with a target of ${en(rule.targetPercent)}%, share × maximum can exceed the maximum`,
    })
  if (rule.scaling === 'shareOfTarget' && compare(target, zero) <= 0)
    report.error(`${at}.targetPercent`, 'target-not-positive', {
      vi: 'mục tiêu phải lớn hơn 0% để chia điểm theo tỷ lệ so với mục tiêu',
      en: 'the target must be above 0% to score in proportion to it',
    })
}

function reportDivisors({ fallbackDenominator }: RatioRule, path: string, report: Report) {
  if (!fallbackDenominator) return
  const at = `${path}.fallbackDenominator.divideBy`
  const divisors = Object.entries(fallbackDenominator.divideBy).filter(([, value]) => value !== undefined)
  if (divisors.length === 0)
    report.warning(at, 'unreachable-branch', {
      vi: 'mẫu số thay thế không bao giờ dùng vì không nêu kỳ nào (year, quarter, month, date)',
      en: 'the other denominator is never used: no kind of period is named',
    })
  for (const [kind, value] of divisors)
    if (value !== undefined && compare(parseExact(value), zero) <= 0)
      report.error(`${at}.${kind}`, 'divide-by-zero', {
        vi: `số chia của mẫu số thay thế phải lớn hơn 0, đang là ${vi(value)}`,
        en: `the other denominator must be divided by more than 0, not ${en(value)}`,
      })
}

/** Branches that no percentage from 0 to 100 takes. */
function reportReach(rule: RatioRule, at: string, report: Report) {
  const rising = rule.direction === 'higherIsBetter'
  const target = parseExact(rule.targetPercent)
  const targetText = [vi(rule.targetPercent), en(rule.targetPercent)] as const
  // Scaling by the bare share refuses such a target anyway.
  const beyond = rising ? compare(target, hundred) > 0 && rule.scaling !== 'share' : compare(target, zero) < 0
  const before = rising
    ? compare(target, zero) <= 0 && rule.scaling !== 'shareOfTarget'
    : compare(target, hundred) >= 0
  if (beyond)
    report.warning(`${at}.targetPercent`, 'unreachable-branch', {
      vi: `tỷ lệ từ 0 đến 100% không bao giờ đạt mục tiêu ${targetText[0]}%`,
      en: `a percentage from 0 to 100 never reaches the target ${targetText[1]}%`,
    })
  if (before)
    report.warning(`${at}.targetPercent`, 'unreachable-branch', {
      vi: `mọi tỷ lệ từ 0 đến 100% đều đạt mục tiêu ${targetText[0]}%`,
      en: `every percentage from 0 to 100 reaches the target ${targetText[1]}%`,
    })
  if (rule.floorPercent === undefined) return
  const floor = parseExact(rule.floorPercent)
  if (compare(floor, zero) < 0 || compare(floor, hundred) > 0)
    report.warning(`${at}.floorPercent`, 'unreachable-branch', {
      vi: `ngưỡng 0 điểm ${vi(rule.floorPercent)}% nằm ngoài 0 đến 100%`,
      en: `the floor ${en(rule.floorPercent)}% lies outside 0 to 100`,
    })
}
