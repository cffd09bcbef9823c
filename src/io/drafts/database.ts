import { type DBSchema, type IDBPDatabase, openDB } from 'idb'

/** Bytes of an evidence file, by what they are. */
export type StoredFile = {
  readonly sha256: string
  readonly blob: Blob
  /** ISO instant since which no draft names it; null while one does. */
  readonly unusedSince: string | null
}

export type Database = IDBPDatabase<Stores>

type Stores = DBSchema & {
  /** Records are whatever a page, perhaps a later one, wrote: they are read field by field. */
  drafts: { key: string; value: unknown }
  files: { key: string; value: StoredFile }
  notes: { key: string; value: unknown }
}

/** What a store of this page can be kept from doing. */
export type StoreFailure = 'full' | 'blocked' | 'failed'

const name = 'parboard'
const version = 1

/** A browser that has not opened its store by then (a fault of some) is not going to. */
const patience = 5000

let opened: Promise<Database> | null = null

/**
 * The one connection of this page, opened when first asked for and again after the browser closed it.
 * @throws (rejects with a {@link blockedError}) when the browser keeps nothing for this page
 */
export function database(): Promise<Database> {
  opened ??= open().catch((error: unknown) => {
    opened = null
    throw blockedError(error)
  })
  return opened
}

/** Lets go of the connection; the next question opens another. */
export function closeDatabase(): void {
  const closing = opened
  opened = null
  void closing?.then(
    each => each.close(),
    () => {},
  )
}

async function open(): Promise<Database> {
  const opening = openDB<Stores>(name, version, {
    // Stores are only ever added, whatever the version that comes: nothing of a reader is dropped.
    upgrade(each) {
      if (!each.objectStoreNames.contains('drafts')) each.createObjectStore('drafts')
      if (!each.objectStoreNames.contains('files')) each.createObjectStore('files')
      if (!each.objectStoreNames.contains('notes')) each.createObjectStore('notes')
    },
    // A later version of the page in another tab waits for this one: it must not wait in vain.
    blocking: () => closeDatabase(),
    terminated: () => {
      opened = null
    },
  })
  return within(patience, opening)
}

/** What a failed question comes to. */
export function failureOf(error: unknown): StoreFailure {
  const errorName = error instanceof Error || error instanceof DOMException ? error.name : ''
  if (errorName === 'QuotaExceededError') return 'full'
  return errorName === blockedName ? 'blocked' : 'failed'
}

const blockedName = 'StoreBlocked'

/** Says that there is no store at all. */
function blockedError(cause: unknown): Error {
  return Object.assign(new Error('the browser keeps nothing for this page', { cause }), { name: blockedName })
}

/**
 * Asks the store; a connection that the browser closed meanwhile is opened again once.
 * @throws (rejects) with what the store answers
 */
export async function ask<Answer>(question: (database: Database) => Promise<Answer>): Promise<Answer> {
  const connection = await database()
  try {
    return await within(2 * patience, question(connection))
  } catch (error) {
    if (!(error instanceof DOMException) || error.name !== 'InvalidStateError') throw error
    closeDatabase()
    return question(await database())
  }
}

/**
 * Writes one record in a transaction and waits until it is on the disk. The transaction is committed at once:
 * left alone it would wait for one more turn, and a tab that dies takes it along.
 * @throws (rejects) with what ended the transaction, which says more than what ended the request
 */
export async function writeLast(
  transaction: { readonly done: Promise<void>; readonly commit: () => void },
  write: () => Promise<unknown>,
): Promise<void> {
  transaction.done.catch(() => {})
  write().catch(() => {})
  try {
    transaction.commit()
  } catch {
    // It has ended already, and says why.
  }
  await transaction.done
}

/** @throws (rejects) when nothing has come by then */
function within<Answer>(milliseconds: number, answer: Promise<Answer>): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('the store does not answer')), milliseconds)
    answer.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}
