import type { KeptDraft } from '../../io/drafts/draftStore.ts'
import type { Draft } from '../../model/draft.ts'
import { type DraftSession, draftSession } from './draftSession.ts'

// Sessions live as long as the page: who leaves the form and comes back can still undo, and a draft that
// cannot be saved is not lost by looking at another screen.
const sessions = new Map<string, { readonly session: DraftSession; opened: (id: string) => void }>()

/** The session of a draft, opened when first asked for. */
export function sessionOf(id: string): DraftSession {
  return sessions.get(id)?.session ?? started(id, null)
}

/** Whether a draft was opened since the page was loaded. */
export function hasSession(id: string): boolean {
  return sessions.has(id)
}

/** A draft made on this page: open at once, on its way to the store. */
export function startDraft(draft: Draft): DraftSession {
  return started(draft.id, draft)
}

function started(id: string, start: Draft | null): DraftSession {
  listenToThePage()
  const session = draftSession(id, start, copyId => sessions.get(id)?.opened(copyId))
  sessions.set(id, { session, opened: () => {} })
  return session
}

/** Where to go when its owner keeps both versions of a draft. */
export function onKeptBoth(id: string, opened: (id: string) => void): void {
  const entry = sessions.get(id)
  if (entry) entry.opened = opened
}

/** Drafts that only this page holds. */
export function unsavedDrafts(): readonly Draft[] {
  return [...sessions.values()].flatMap(({ session }) => {
    const state = session.state()
    return session.isUnsaved() && state.status === 'ready' ? [state.open.draft] : []
  })
}

/** Drafts of the store with those of this page, which are newer where both hold one. */
export function withUnsaved(kept: readonly KeptDraft[]): readonly Draft[] {
  const onlyHere = new Map(unsavedDrafts().map(draft => [draft.id, draft]))
  const stored = kept.flatMap(each => (each.kind === 'draft' && !onlyHere.has(each.id) ? [each.draft] : []))
  return [...stored, ...onlyHere.values()]
}

/** Forgets a session, after its draft was deleted or replaced. */
export function endSession(id: string): void {
  sessions.get(id)?.session.end()
  sessions.delete(id)
}

let isListening = false

function listenToThePage() {
  if (isListening) return
  isListening = true
  const lookAgain = () => {
    for (const { session } of sessions.values()) session.lookAgain()
  }
  // A tab that slept, or a browser without channels, finds out when its owner turns to it.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') lookAgain()
  })
  window.addEventListener('pageshow', lookAgain)
  window.addEventListener('beforeunload', event => {
    if (unsavedDrafts().length > 0) event.preventDefault()
  })
}
