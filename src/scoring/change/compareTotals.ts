import type { Change, ScoreSheet } from '../../model/scoreSheet.ts'
import { isClaimed } from '../../model/stages.ts'
import { formatExact, parseExact, subtract } from '../exact.ts'

/** What of a score sheet is compared. */
type Scored = Pick<ScoreSheet, 'ruleSetId' | 'ruleSetVersion' | 'period' | 'stage' | 'total'>

/**
 * Change of the total since an earlier period of the same agency under the same rule set version.
 * @returns null when either total is open, the two were scored by different rules, or one was claimed and the
 *   other decided
 */
export function compareTotals(current: Scored, previous: Scored): Change | null {
  const sameRules =
    current.ruleSetId === previous.ruleSetId && current.ruleSetVersion === previous.ruleSetVersion
  const [now, before] = [current.total.points, previous.total.points]
  if (!sameRules || current.total.maxPoints !== previous.total.maxPoints) return null
  if (isClaimed(current.stage) !== isClaimed(previous.stage)) return null
  if (now.kind === 'unknown' || before.kind === 'unknown') return null
  if (now.from !== now.to || before.from !== before.to) return null
  return {
    previousPeriod: previous.period,
    difference: formatExact(subtract(parseExact(now.to), parseExact(before.to))),
  }
}
