import { clearJournal, type JournalEntry, readJournal } from '../../io/drafts/journal.ts'
import { saySame } from '../../io/drafts/storedDraft.ts'
import type { Draft } from '../../model/draft.ts'

/**
 * What tabs that seem to be gone left behind of a draft; of several, the one that came furthest. What the store
 * has by now is forgotten.
 */
export function leftBehind(id: string, stored: Draft | null): JournalEntry | null {
  const news = readJournal().filter(entry => {
    if (entry.draft.id !== id) return false
    const isStored = stored !== null && saySame(entry.draft, stored)
    if (isStored) clearJournal(entry.key)
    return !isStored
  })
  return news.reduce<JournalEntry | null>(
    (latest, entry) => (latest === null || entry.draft.updatedAt > latest.draft.updatedAt ? entry : latest),
    null,
  )
}
