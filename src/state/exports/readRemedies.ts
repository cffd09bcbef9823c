import { keptRounds } from '../../io/review/roundStore.ts'
import type { RemedyTask, ReviewRound, TaskState } from '../../model/review.ts'
import type { RoundState } from '../../model/roundState.ts'
import { foldLedger } from '../../scoring/review/foldLedger.ts'
import { storedLines } from '../review/foldStored.ts'

/** A task of a remedial plan with where it stands; null: two people said differently. */
export type KeptRemedy = {
  readonly id: string
  readonly task: RemedyTask
  readonly state: TaskState | null
}

/** Lines that remedial plans are made of. */
const remedyKinds = new Set(['remedy', 'taskState', 'withdraw'] as const)

/**
 * Remedial tasks that rounds of this machine hold for one agency, or for a whole round it takes part in. Where rounds
 * cannot be read there are none: a report then leaves a line to fill in.
 */
export async function readRemedies(asked: {
  readonly ruleSetId: string
  readonly period: string
  readonly agencyId: string
}): Promise<readonly KeptRemedy[]> {
  const rounds = await keptRounds().catch(() => [])
  const own = rounds.flatMap(each =>
    each.kind === 'round' && isAbout(each.round, asked) ? [each.round] : [],
  )
  const found = await Promise.all(own.map(each => remediesIn(each).catch(() => [])))
  return found.flat().filter(({ task }) => task.agencyId === null || task.agencyId === asked.agencyId)
}

function isAbout(
  { ruleSet, period, groups }: ReviewRound,
  asked: { readonly ruleSetId: string; readonly period: string; readonly agencyId: string },
): boolean {
  return (
    ruleSet.id === asked.ruleSetId &&
    period === asked.period &&
    groups.some(group => group.agencyIds.includes(asked.agencyId))
  )
}

async function remediesIn(round: ReviewRound): Promise<readonly KeptRemedy[]> {
  return remediesOfState(foldLedger(round, await storedLines(round.id, remedyKinds)))
}

/** Tasks of a round that count: those two people wrote differently wait for a choice. */
export function remediesOfState({
  remedies,
  taskStates,
}: Pick<RoundState, 'remedies' | 'taskStates'>): readonly KeptRemedy[] {
  return [...remedies].flatMap(([id, standing]) => {
    if (standing.kind !== 'settled' || !standing.task) return []
    const said = taskStates.get(`round/${id}`)
    const state = said?.kind === 'conflict' ? null : (said?.state ?? 'notStarted')
    return [{ id, task: standing.task, state }]
  })
}
