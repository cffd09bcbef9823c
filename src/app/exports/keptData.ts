import { keptDraft } from '../../io/drafts/draftStore.ts'
import { keptRounds } from '../../io/review/roundStore.ts'
import type { Catalogue } from '../../model/catalogue.ts'
import type { Draft } from '../../model/draft.ts'
import type { ReviewRound } from '../../model/review.ts'
import { hasSession, sessionOf } from '../../state/assessment/openSessions.ts'
import { isSameQuestion, questionOf } from '../../state/deck/deckQuestion.ts'
import type { DeckSource } from '../../state/deck/deckSource.ts'
import { thawDeck } from '../../state/deck/freeze.ts'
import { ruleSetPart } from '../../state/exports/dataHash.ts'
import { lineParts } from '../../state/exports/taskBooks.ts'
import { roundRulesQuery } from '../../state/review/roundRules.ts'
import { openRoundSessions, openSession } from '../../state/review/roundSessions.ts'
import type { Search } from '../search.ts'
import { selectionOf } from '../selection.ts'
import { nothing, ruleSetOf, type ViewData, type ViewFiles } from './viewFiles.ts'

/** What is kept on this machine only: rounds of review, drafts, the ledger of tasks. */

/** Whether a round the address names is on this machine. */
export async function hasRound(id: string): Promise<boolean> {
  return (await keptRoundOf(id)) !== null
}

/** Whether a draft the address names is on this machine. */
export async function hasDraft(id: string): Promise<boolean> {
  return (await draftOf(id)) !== null
}

/** Figures the slides of an address are of, as they were frozen; null where it is shown of those of the page. */
export async function frozenSource(catalogue: Catalogue, search: Search): Promise<DeckSource | null> {
  const source = search.deck === undefined ? null : await thawDeck(search.deck)
  const asked = questionOf(selectionOf(catalogue, search), search.group)
  return source && isSameQuestion(source.asked, asked) ? source : null
}

/** Another text as soon as a draft or a ledger of the view has changed on this page. */
export function keptMark(pathname: string, { draft, round }: Search): string {
  if (pathname === '/self-assessment' && draft !== undefined) {
    const state = hasSession(draft) ? sessionOf(draft).state() : null
    return state?.status === 'ready' ? `${state.open.draft.revision} ${state.open.draft.updatedAt}` : ''
  }
  const ids = pathname === '/review' && round !== undefined ? [round] : [...openRoundSessions().keys()]
  return ids
    .map(id => {
      const state = openSession(id)?.state()
      return state?.status === 'ready' ? `${id} ${state.view.state.entries.length}` : id
    })
    .join(' ')
}

/** A round: its rules and every line of its ledger, as this page holds them. */
export async function roundData(files: ViewFiles, search: Search, id: string): Promise<ViewData> {
  const round = await keptRoundOf(id)
  if (!round) return { ...nothing, search, subject: { kind: 'nothing' } }
  const ruleSet = await files.client
    .ensureQueryData(roundRulesQuery(round, files.catalogue, files.client))
    .catch(() => null)
  return {
    ...nothing,
    search,
    ruleSets: ruleSet ? [ruleSet] : [],
    parts: [
      ...(ruleSet ? [ruleSetPart(ruleSet)] : []),
      { name: `round ${id}`, value: round },
      ...(await lineParts(id)),
    ],
    subject: { kind: 'round', name: round.name, ruleSetId: round.ruleSet.id, period: round.period },
    periods: [round.period],
  }
}

async function keptRoundOf(id: string): Promise<ReviewRound | null> {
  const state = openSession(id)?.state()
  if (state?.status === 'ready') return state.view.round
  const rounds = await keptRounds().catch(() => [])
  return rounds.flatMap(each => (each.kind === 'round' && each.id === id ? [each.round] : []))[0] ?? null
}

/** A draft as it stands on this page, typed to the letter. */
export async function draftData(files: ViewFiles, search: Search, id: string): Promise<ViewData> {
  const draft = await draftOf(id)
  if (!draft) return { ...nothing, search, subject: { kind: 'nothing' } }
  const ruleSet = await ruleSetOf(files, draft.ruleSet.id)
  const { agencyId, period } = draft
  return {
    ...nothing,
    search,
    ruleSets: ruleSet ? [ruleSet] : [],
    parts: [...(ruleSet ? [ruleSetPart(ruleSet)] : []), { name: `draft ${id}`, value: plainDraft(draft) }],
    subject: {
      kind: 'draft',
      agencyId,
      agency: files.directory.agencies.find(each => each.id === agencyId) ?? null,
    },
    stages: ['selfAssessment'],
    periods: [period],
  }
}

async function draftOf(id: string): Promise<Draft | null> {
  const state = hasSession(id) ? sessionOf(id).state() : null
  if (state?.status === 'ready') return state.open.draft
  const kept = await keptDraft(id).catch(() => null)
  return kept?.kind === 'draft' ? kept.draft : null
}

/** What of a draft its figures come from; when it was touched last makes no difference. */
function plainDraft(draft: Draft): object {
  const { ruleSet, agencyId, period, provenance, evidence, note } = draft
  const entries = (map: ReadonlyMap<string, unknown>) =>
    [...map].toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
  return {
    ruleSet,
    agencyId,
    period,
    provenance,
    evidence,
    note,
    fields: entries(draft.fields),
    exempt: entries(draft.exempt),
    claims: entries(draft.claims),
    explanations: entries(draft.explanations),
  }
}
