import type { RoundStage } from '../../../model/review.ts'
import type { OpenAgency } from '../../../state/review/closingObstacles.ts'
import type { StageWords } from './stageWords.ts'

/**
 * "Còn mở ở 140 đơn vị: 3.034 mục chưa quyết định, 1 câu chưa trả lời"; null: nothing is open.
 * @param isScored every agency is scored, so that all items are known
 */
export function openTotals(
  matters: readonly OpenAgency[],
  stage: RoundStage,
  { words, count, isScored }: { words: StageWords; count: (number: number) => string; isScored: boolean },
): string | null {
  if (matters.length === 0) return null
  const total = (of: (each: OpenAgency) => number) => matters.reduce((sum, each) => sum + of(each), 0)
  const undecided = total(each => each.undecided ?? 0)
  const unanswered = total(each => each.unanswered)
  const conflicts = total(each => each.conflicts)
  const absent = total(each => (each.state === 'chosen' ? 0 : 1))
  const decides = stage !== 'selfAssessment' && stage !== 'explanation'
  return words.stillOpen(count(matters.length), [
    ...(undecided > 0 ? [words.undecidedItems(count(undecided))] : []),
    ...(unanswered > 0 ? [words.unansweredShort(count(unanswered))] : []),
    ...(conflicts > 0 ? [words.conflicts(count(conflicts))] : []),
    ...(absent > 0 ? [words.absent(count(absent))] : []),
    ...(decides && !isScored ? [words.countingOpen] : []),
  ])
}
