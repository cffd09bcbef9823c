import { useQueryClient } from '@tanstack/react-query'
import type { Catalogue } from '../../model/catalogue.ts'
import type { ReviewRound } from '../../model/review.ts'
import { roundRulesQuery } from './roundRules.ts'
import { type SavedRound, saveRound } from './saveRound.ts'

/** Makes the review file of a round. The promise rejects when that cannot be done. */
export function useSaveRound(catalogue: Catalogue): (round: ReviewRound) => Promise<SavedRound> {
  const client = useQueryClient()
  return async round =>
    saveRound(round, await client.ensureQueryData(roundRulesQuery(round, catalogue, client)))
}
