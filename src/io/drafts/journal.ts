import type { Draft } from '../../model/draft.ts'
import { readStoredDraft, storeDraft } from './storedDraft.ts'

/**
 * What was typed and is not in the store yet, kept in localStorage, which writes before it returns: the store
 * answers a moment later, and a tab that is closed or crashes in that moment takes its questions along.
 */
export type JournalEntry = {
  readonly key: string
  readonly draft: Draft
  /** Revision in the store that it goes on from; null: none. */
  readonly basedOn: number | null
}

const prefix = 'parboard-unsaved:'

/** Keeps one draft of one tab; what stood under the key before is replaced. Answers whether it could. */
export function writeJournal(tab: string, draft: Draft, basedOn: number | null): boolean {
  try {
    localStorage.setItem(keyOf(tab, draft.id), JSON.stringify({ basedOn, draft: storeDraft(draft) }))
    return true
  } catch {
    // Full or forbidden: the store itself is the main way, and it says when it fails.
    return false
  }
}

/** Forgets what is in the store by now. */
export function clearJournal(key: string): void {
  try {
    localStorage.removeItem(key)
  } catch {
    // Nothing was kept where nothing may be.
  }
}

/** Forgets what any tab left of a draft, because its owner deleted it. */
export function clearJournalOf(draftId: string): void {
  try {
    for (const key of Object.keys(localStorage)) if (key.startsWith(keyOf('', draftId))) clearJournal(key)
  } catch {
    // As above.
  }
}

/** What tabs that are gone left behind, and what open ones are about to save. */
export function readJournal(): readonly JournalEntry[] {
  try {
    return Object.keys(localStorage)
      .filter(key => key.startsWith(prefix))
      .flatMap(key => readEntry(key, localStorage.getItem(key) ?? ''))
  } catch {
    return []
  }
}

/** Whether an entry still stands as it was read: the tab that wrote it has neither saved nor gone on. */
export function stillStands({ key, draft }: JournalEntry): boolean {
  return readJournal().some(each => each.key === key && each.draft.revision === draft.revision)
}

function readEntry(key: string, text: string): readonly JournalEntry[] {
  try {
    const entry: unknown = JSON.parse(text)
    if (typeof entry !== 'object' || entry === null || !('draft' in entry) || !('basedOn' in entry)) return []
    const { basedOn } = entry
    const reading = readStoredDraft(entry.draft)
    // One that cannot be read stays where it is: a later version of the page may know it.
    if (!reading.ok || (basedOn !== null && typeof basedOn !== 'number')) return []
    return [{ key, draft: reading.draft, basedOn }]
  } catch {
    return []
  }
}

export function keyOf(tab: string, draftId: string): string {
  return `${prefix}${draftId}:${tab}`
}
