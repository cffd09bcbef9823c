import type { Draft } from '../../model/draft.ts'
import { ask, failureOf, type StoreFailure, writeLast, writing } from './database.ts'
import { readStoredDraft, saySame, storeDraft } from './storedDraft.ts'

/** A record of the store, read or not. One that cannot be read is kept and handed out as it is. */
export type KeptDraft =
  | { readonly kind: 'draft'; readonly id: string; readonly draft: Draft }
  | {
      readonly kind: 'unreadable'
      readonly id: string
      readonly why: 'newer' | 'damaged'
      readonly place: string
      readonly record: unknown
    }

export type SaveAnswer =
  | { readonly kind: 'saved' }
  /** Another tab saved since; nothing was written. */
  | { readonly kind: 'conflict'; readonly other: Draft }
  | { readonly kind: StoreFailure }

/** Every record, in no order. @throws (rejects) when the store cannot be asked */
export async function keptDrafts(): Promise<readonly KeptDraft[]> {
  return ask(async database => {
    const transaction = database.transaction('drafts')
    const [keys, records] = await Promise.all([transaction.store.getAllKeys(), transaction.store.getAll()])
    return keys.map((id, index) => kept(id, records[index]))
  })
}

/** One record; null where there is none. @throws (rejects) when the store cannot be asked */
export async function keptDraft(id: string): Promise<KeptDraft | null> {
  const record: unknown = await ask(database => database.get('drafts', id))
  return record === undefined ? null : kept(id, record)
}

function kept(id: string, record: unknown): KeptDraft {
  const reading = readStoredDraft(record)
  // A record under a foreign key is one that was tampered with.
  if (reading.ok && reading.draft.id === id) return { kind: 'draft', id, draft: reading.draft }
  return reading.ok
    ? { kind: 'unreadable', id, why: 'damaged', place: 'id', record }
    : { kind: 'unreadable', id, why: reading.why, place: reading.place, record }
}

/**
 * Writes a draft if the store still has the revision it goes on from, in one transaction. Never throws.
 * @param basedOn revision last known to stand in the store; null: none did
 */
export async function saveDraft(draft: Draft, basedOn: number | null): Promise<SaveAnswer> {
  try {
    return await ask(async (database, timeIsUp) => {
      const transaction = writing(database, 'drafts', timeIsUp)
      const record: unknown = await transaction.store.get(draft.id)
      const standing = record === undefined ? null : kept(draft.id, record)
      // What a later version of the page wrote is not ours to overwrite.
      if (standing?.kind === 'unreadable') return { kind: 'failed' }
      if (standing && standing.draft.revision !== basedOn) {
        const isSame = standing.draft.revision === draft.revision && saySame(standing.draft, draft)
        return isSame ? { kind: 'saved' } : { kind: 'conflict', other: standing.draft }
      }
      await writeLast(transaction, () => transaction.store.put(storeDraft(draft), draft.id))
      return { kind: 'saved' }
    })
  } catch (error) {
    return { kind: failureOf(error) }
  }
}

/**
 * Takes a record away and answers with what it was; null where there was none.
 * @throws (rejects) when the store cannot be asked
 */
export async function removeDraft(id: string): Promise<KeptDraft | null> {
  return ask(async (database, timeIsUp) => {
    const transaction = writing(database, 'drafts', timeIsUp)
    const record: unknown = await transaction.store.get(id)
    await writeLast(transaction, () => transaction.store.delete(id))
    return record === undefined ? null : kept(id, record)
  })
}

/** Puts a record of a backup back as it is, where none stands. @throws (rejects) when the store cannot be asked */
export async function keepRecord(id: string, record: unknown): Promise<void> {
  await ask(async (database, timeIsUp) => {
    const transaction = writing(database, 'drafts', timeIsUp)
    await writeLast(transaction, () => transaction.store.add(record, id))
  })
}
