import { useQueryClient } from '@tanstack/react-query'
import { randomId } from '../../io/drafts/randomId.ts'
import { ruleSetHash } from '../../io/hash/ruleSetHash.ts'
import { problemsOf, ruleSetQuery } from '../../io/queries.ts'
import type { AgencyDirectory } from '../../model/agency.ts'
import type { Catalogue } from '../../model/catalogue.ts'
import type { Problem } from '../../model/problem.ts'
import type { LedgerAct, RoundStage } from '../../model/review.ts'
import { type GroupChoice, groupChoices, newRound } from './newRound.ts'
import { addRound } from './roundLibrary.ts'

export type RoundWish = {
  readonly ruleSetId: string
  readonly period: string
  readonly chosen: readonly GroupChoice[]
  readonly name: string | null
  /** Instants with the offset of Asia/Ho_Chi_Minh. */
  readonly deadlines: ReadonlyMap<RoundStage, string>
}

export type MadeRound =
  | { readonly ok: true; readonly id: string }
  | { readonly ok: false; readonly problems: readonly Problem[] }

/** Makes a round of a published rule set and opens it on this page. Deadlines need the name of a reviewer. */
export function useMakeRound(catalogue: Catalogue): (wish: RoundWish) => Promise<MadeRound> {
  const client = useQueryClient()
  return async ({ ruleSetId, period, chosen, name, deadlines }) => {
    const entry = catalogue.ruleSets.find(each => each.id === ruleSetId)
    if (!entry) return { ok: false, problems: [] }
    try {
      const ruleSet = await client.ensureQueryData(ruleSetQuery(entry.path))
      const round = newRound({
        ruleSet,
        sha256: ruleSetHash(ruleSet),
        period,
        chosen,
        name,
        now: new Date().toISOString(),
        id: randomId(),
      })
      const acts = [...deadlines].map(
        ([stage, at]): LedgerAct => ({ kind: 'deadline', stage, at, reason: null }),
      )
      addRound(round, ruleSet, acts)
      return { ok: true, id: round.id }
    } catch (error) {
      return { ok: false, problems: problemsOf(error) }
    }
  }
}

/**
 * A round to try things out with: the made-up agencies of the directory in the latest period something was
 * published for about them; null where the data have none.
 */
export function sampleWish(catalogue: Catalogue, directory: AgencyDirectory, name: string): RoundWish | null {
  const madeUp = new Set(
    directory.agencies.flatMap(({ id, provenance }) =>
      provenance?.certainty === 'illustrative' ? [id] : [],
    ),
  )
  // The catalogue has the newest first.
  const latest = catalogue.submissions.find(({ agencyId }) => madeUp.has(agencyId))
  if (!latest) return null
  const { ruleSetId, period } = latest
  const chosen = groupChoices(directory, catalogue, { ruleSetId, period }).filter(
    ({ groupId, agencies }) =>
      directory.groups.some(group => group.id === groupId) && agencies.every(({ id }) => madeUp.has(id)),
  )
  return chosen.length === 0 ? null : { ruleSetId, period, chosen, name, deadlines: new Map() }
}
