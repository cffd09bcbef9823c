import type { ReviewConflict } from '../../../model/roundState.ts'
import { stageNames } from '../../../receipt/stageNames.ts'
import { criterionLabel, type EntryNames } from './entryNames.ts'
import { reviewerWords } from './reviewerWords.ts'

/** "Sở Y tế, 4.5 Minh chứng, thẩm định lần 1": what two people wrote of. */
export function conflictTitle(
  { agencyId, criterionId, stage, about, entries }: ReviewConflict,
  names: EntryNames,
): string {
  const words = reviewerWords[names.language]
  const act = entries[0]?.act
  const task =
    act?.kind === 'remedy' ? (act.task?.name ?? act.taskId) : act?.kind === 'taskState' ? act.taskId : null
  return [
    ...(agencyId === null ? [] : [names.agency(agencyId)]),
    ...(criterionId === null ? [] : [criterionLabel(names, criterionId)]),
    ...(task === null ? [] : [task]),
    ...(stage !== null && about === 'decide' ? [] : [words.about[about]]),
    ...(stage === null ? [] : [stageNames[names.language][stage]]),
  ].join(', ')
}
