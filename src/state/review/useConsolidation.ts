import { useEffect, useState, useSyncExternalStore } from 'react'
import type { AgencyDirectory } from '../../model/agency.ts'
import type { Catalogue } from '../../model/catalogue.ts'
import type { Consolidation } from '../../model/consolidation.ts'
import type { RoundState } from '../../model/roundState.ts'
import { consolidationEngine } from './consolidationEngine.ts'
import { consolidationQuestion } from './consolidationQuestion.ts'
import type { OpenRound } from './openRound.ts'
import type { ReviewView } from './reviewView.ts'

export type ConsolidationState = {
  /** The last result; null before the first. */
  readonly consolidation: Consolidation | null
  /** Lines came since that it does not know; it is being made again. */
  readonly isOlder: boolean
  /** What went wrong, in the engine's words; null: nothing. */
  readonly failure: string | null
}

/** Quiet time after a line before everything is taken together again, in milliseconds. */
const quietTime = 400

type Kept = {
  readonly state: RoundState
  readonly agencies: ReviewView['agencies']
  readonly consolidation: Consolidation | null
  readonly failure: string | null
}

/** The last result of each round, so that going from one part to another shows it at once. */
const kept = new Map<string, Kept>()
const listeners = new Set<() => void>()

function keep(roundId: string, result: Kept): void {
  kept.set(roundId, result)
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/**
 * Takes a round together in a worker: once every agency is scored, and again a moment after the last line. What
 * was made before stays to be seen, and says that it is older.
 */
export function useConsolidation(
  open: OpenRound,
  review: ReviewView,
  catalogue: Catalogue,
  directory: AgencyDirectory,
): ConsolidationState {
  const { id } = open.round
  const { state } = open
  const { agencies } = review
  const isOf = (made: Pick<Kept, 'state' | 'agencies'> | null | undefined) =>
    made?.state === state && made.agencies === agencies
  const last = useSyncExternalStore(subscribe, () => kept.get(id))
  const [started, setStarted] = useState<Pick<Kept, 'state' | 'agencies'> | null>(null)
  const isScored = review.scoring.done >= review.scoring.of
  const isCurrent = isOf(last)
  const isStarted = isOf(started)
  useEffect(() => {
    if (!isScored || isCurrent || isStarted) return
    let isWanted = true
    const timer = setTimeout(
      () => {
        setStarted({ state, agencies })
        const question = consolidationQuestion(open, review, catalogue, directory)
        consolidationEngine.ask(id, { ...question, scoredAt: new Date().toISOString() }).then(
          answer =>
            keep(id, {
              state,
              agencies,
              consolidation:
                answer.kind === 'done' ? answer.consolidation : (kept.get(id)?.consolidation ?? null),
              failure: answer.kind === 'failed' ? answer.message : null,
            }),
          (error: unknown) => {
            if (!isWanted) return
            keep(id, {
              state,
              agencies,
              consolidation: kept.get(id)?.consolidation ?? null,
              failure: error instanceof Error ? error.message : String(error),
            })
          },
        )
      },
      last ? quietTime : 0,
    )
    return () => {
      isWanted = false
      clearTimeout(timer)
    }
  }, [open, review, state, agencies, catalogue, directory, id, isScored, isCurrent, isStarted, last])
  return {
    consolidation: last?.consolidation ?? null,
    isOlder: !isCurrent,
    failure: last?.failure ?? null,
  }
}
