import { isSettled } from '../../model/exact.ts'
import type { ChangeRefusal, ScoreSheet } from '../../model/scoreSheet.ts'
import { isClaimed } from '../../model/stages.ts'

type Scored = Pick<ScoreSheet, 'ruleSetId' | 'ruleSetVersion' | 'stage' | 'total'>

/** Why the change between two results is not told; null where nothing stands against it. */
export function whyNotCompared(current: Scored, previous: Scored): ChangeRefusal | null {
  if (current.ruleSetId !== previous.ruleSetId) return 'ruleSet'
  if (current.ruleSetVersion !== previous.ruleSetVersion) return 'version'
  if (isClaimed(current.stage) !== isClaimed(previous.stage)) return 'stage'
  if (current.total.maxPoints !== previous.total.maxPoints) return 'maximum'
  const [now, before] = [current.total.points, previous.total.points]
  if (now.kind === 'unknown' || before.kind === 'unknown') return 'unknown'
  if (!isSettled(now)) return 'openNow'
  return isSettled(before) ? null : 'openBefore'
}
