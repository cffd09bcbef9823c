import * as z from 'zod'
import type { Draft } from '../../model/draft.ts'
import { natural } from '../fields.ts'
import { readStoredDraft, storeDraft } from './storedDraft.ts'

/**
 * What was typed and is not in the store yet, kept in localStorage, which writes before it returns: the store
 * answers a moment later, and a tab that is closed or crashes in that moment takes its questions along.
 */
export type JournalEntry = {
  readonly key: string
  readonly draft: Draft
  /** Revision last known to stand in the store; null: none. */
  readonly basedOn: number | null
  /** States that came before it since then: the store may have taken any of them before the tab died. */
  readonly through: readonly DraftMark[]
}

/** One state of a draft. Two tabs may count to the same revision, not within the same millisecond. */
export type DraftMark = Pick<Draft, 'revision' | 'updatedAt'>

export function markOf({ revision, updatedAt }: Draft): DraftMark {
  return { revision, updatedAt }
}

/** Whether a state is one of those marked. */
export function isMarked(marks: readonly DraftMark[], { revision, updatedAt }: DraftMark): boolean {
  return marks.some(mark => mark.revision === revision && mark.updatedAt === updatedAt)
}

const marksSchema = z.array(z.object({ revision: natural, updatedAt: z.string() })).catch([])

const prefix = 'parboard-unsaved:'

/** Keeps one draft of one tab; what stood under the key before is replaced. */
export function writeJournal(tab: string, { draft, basedOn, through }: Omit<JournalEntry, 'key'>): void {
  try {
    localStorage.setItem(keyOf(tab, draft.id), JSON.stringify({ basedOn, through, draft: storeDraft(draft) }))
  } catch {
    // Full or forbidden: the store itself is the main way, and what it cannot take is said.
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
    const through = marksSchema.parse('through' in entry ? entry.through : [])
    return [{ key, draft: reading.draft, basedOn, through }]
  } catch {
    return []
  }
}

export function keyOf(tab: string, draftId: string): string {
  return `${prefix}${draftId}:${tab}`
}
