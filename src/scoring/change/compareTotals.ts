import type { Change, ScoreSheet } from '../../model/scoreSheet.ts'
import { formatExact, parseExact, subtract } from '../exact.ts'

/** What of a score sheet is compared. */
type Scored = Pick<ScoreSheet, 'ruleSetId' | 'ruleSetVersion' | 'period' | 'total'>

/**
 * Change of the total since an earlier period of the same agency under the same rule set version.
 * @returns null when either total is open or the two were scored by different rules
 */
export function compareTotals(current: Scored, previous: Scored): Change | null {
  const sameRules =
    current.ruleSetId === previous.ruleSetId && current.ruleSetVersion === previous.ruleSetVersion
  const [now, before] = [current.total.points, previous.total.points]
  if (!sameRules || current.total.maxPoints !== previous.total.maxPoints) return null
  if (now.kind === 'unknown' || before.kind === 'unknown') return null
  if (now.from !== now.to || before.from !== before.to) return null
  return {
    previousPeriod: previous.period,
    difference: formatExact(subtract(parseExact(now.to), parseExact(before.to))),
  }
}
