import type { Catalogue, SubmissionEntry } from '../model/catalogue.ts'
import type { Selection } from '../state/useScoredView.ts'
import type { Search } from './search.ts'

/**
 * What the address selects; whatever it leaves out is filled from the opening view or, for another
 * rule set, from its first published entry.
 */
export function selectionOf(catalogue: Catalogue, search: Search): Selection {
  const { opening } = catalogue
  const ruleSetId = search.ruleSet ?? opening.ruleSetId
  if (ruleSetId === opening.ruleSetId && search.period === undefined && search.agency === undefined)
    return { ...opening, stage: search.stage }
  const entries = catalogue.submissions.filter(entry => entry.ruleSetId === ruleSetId)
  const match =
    entries.find(entry => fits(entry, search)) ??
    entries.find(entry => entry.agencyId === search.agency) ??
    entries[0]
  return {
    ruleSetId,
    period: search.period ?? match?.period ?? '',
    agencyId: search.agency ?? match?.agencyId ?? '',
    stage: search.stage,
  }
}

function fits(entry: SubmissionEntry, search: Search): boolean {
  return (
    (search.period === undefined || entry.period === search.period) &&
    (search.agency === undefined || entry.agencyId === search.agency)
  )
}

/** Choosing a rule set, period or agency keeps the rest of the selection where something is published for it. */
export function choose(catalogue: Catalogue, current: Selection, wish: Partial<Selection>): Selection {
  const wanted = { ...current, ...wish }
  const entries = catalogue.submissions.filter(entry => entry.ruleSetId === wanted.ruleSetId)
  const keys = Object.keys(wish) as (keyof Selection)[]
  const score = (entry: SubmissionEntry) =>
    (['period', 'agencyId'] as const).reduce(
      (sum, key) => sum + (entry[key] === wanted[key] ? (keys.includes(key) ? 4 : 1) : 0),
      0,
    )
  const best = entries.reduce<SubmissionEntry | undefined>(
    (top, entry) => (top === undefined || score(entry) > score(top) ? entry : top),
    undefined,
  )
  return best
    ? { ruleSetId: wanted.ruleSetId, period: best.period, agencyId: best.agencyId, stage: wanted.stage }
    : wanted
}
