import { useQueryClient } from '@tanstack/react-query'
import { randomId } from '../../io/drafts/randomId.ts'
import { ruleSetHash } from '../../io/hash/ruleSetHash.ts'
import { problemsOf, ruleSetQuery } from '../../io/queries.ts'
import type { Agency } from '../../model/agency.ts'
import type { Catalogue } from '../../model/catalogue.ts'
import type { Draft } from '../../model/draft.ts'
import type { Problem } from '../../model/problem.ts'
import { addDraft } from './draftLibrary.ts'
import { keepRules } from './keptRules.ts'
import { type CopyKeeps, copyDraft, newDraft } from './newDraft.ts'

export type MadeDraft =
  | { readonly ok: true; readonly id: string }
  | { readonly ok: false; readonly problems: readonly Problem[] }

/** Makes a draft of a published rule set and opens it on this page. */
export function useMakeDraft(catalogue: Catalogue) {
  const client = useQueryClient()
  return async (wish: { ruleSetId: string; agency: Agency; period: string }): Promise<MadeDraft> => {
    const entry = catalogue.ruleSets.find(each => each.id === wish.ruleSetId)
    if (!entry) return { ok: false, problems: [] }
    try {
      const ruleSet = await client.ensureQueryData(ruleSetQuery(entry.path))
      const draft = newDraft({
        ruleSet,
        sha256: ruleSetHash(ruleSet),
        agency: wish.agency,
        period: wish.period,
        now: new Date().toISOString(),
        id: randomId(),
        origin: { from: 'blank' },
      })
      addDraft(draft)
      void keepRules(ruleSet)
      return { ok: true, id: draft.id }
    } catch (error) {
      return { ok: false, problems: problemsOf(error) }
    }
  }
}

/** Copies a draft for another period and puts the copy into the list; answers with its id. */
export function duplicateDraft(draft: Draft, period: string, keeps: CopyKeeps): string {
  const id = randomId()
  addDraft(copyDraft(draft, { ...keeps, period, id, now: new Date().toISOString() }))
  return id
}
