import { isLeaf, walkCriteria } from '../../model/criteria.ts'
import type { RuleSet } from '../../model/ruleSet.ts'
import type { Submission } from '../../model/submission.ts'
import { compare, parseExact, zero } from '../exact.ts'
import { en, type Report, vi } from './report.ts'

/** Points decided for leaves or adjustments lie between 0 and the maximum, below 0 only where points are taken away. */
export function lintDecisions({ decisions }: Submission, ruleSet: RuleSet, report: Report): void {
  const scorables = new Map([
    ...walkCriteria(ruleSet)
      .map(({ criterion }) => criterion)
      .filter(isLeaf)
      .map(
        ({ id, name, maxPoints, rule }) =>
          [id, { name, max: maxPoints, below: rule?.kind === 'bonusPenalty' }] as const,
      ),
    ...(ruleSet.adjustments ?? []).map(
      ({ id, name, ceiling }) => [id, { name, max: ceiling, below: false }] as const,
    ),
  ])
  decisions?.forEach(({ criterionId, points }, index) => {
    const at = `decisions[${index}]`
    const decided = scorables.get(criterionId)
    if (!decided) {
      report.error(`${at}.criterionId`, 'unknown-criterion', {
        vi: `bộ chỉ số không có tiêu chí thành phần “${criterionId}” để quyết định điểm`,
        en: `the rule set has no leaf criterion "${criterionId}" to decide points for`,
      })
      return
    }
    const value = parseExact(points)
    if (decided.max !== null && compare(value, parseExact(decided.max)) > 0)
      report.error(`${at}.points`, 'points-above-maximum', {
        vi: `điểm quyết định ${vi(points)} của “${decided.name}” vượt điểm tối đa ${vi(decided.max)}`,
        en: `${en(points)} points decided for "${decided.name}" exceed the maximum ${en(decided.max)}`,
      })
    if (compare(value, zero) < 0 && !decided.below)
      report.error(`${at}.points`, 'negative-points', {
        vi: `điểm quyết định ${vi(points)} của “${decided.name}” không được âm`,
        en: `${en(points)} points decided for "${decided.name}" must not be negative`,
      })
  })
}
