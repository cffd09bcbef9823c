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
  rounds: { key: string; value: unknown }
  /** By round and line: lines are added one by one and never changed. */
  ledger: { key: [string, string]; value: unknown }
  /** What was read of a received file, and beside it the file as it came; by round and SHA-256. */
  received: { key: [string, string]; value: unknown }
  receivedFiles: { key: [string, string]; value: Blob }
  /** Rule sets of rounds as canonical JSON, by their hash. */
  rules: { key: string; value: string }
  /** Frozen figures of decks, by id; ids sort by when they were frozen. */
  decks: { key: string; value: unknown }
}

export type StoreName = Parameters<Database['createObjectStore']>[0]

/** In the order of their making: version 1 had the first three, version 2 all but the last. */
const storeNames: readonly StoreName[] = [
  'drafts',
  'files',
  'notes',
  'rounds',
  'ledger',
  'received',
  'receivedFiles',
  'rules',
  'decks',
]

/** What a store of this page can be kept from doing. */
export type StoreFailure = 'full' | 'blocked' | 'failed'

const name = 'parboard'
const version = 3

/** A browser that has not opened its store by then (a fault of some) is not going to. */
const patience = 5000

let opened: Promise<Database> | null = null

/**
 * The one connection of this page, opened when first asked for and again after the browser closed it.
 * @throws (rejects) with a {@link blockedError} when the browser keeps nothing for this page; with what it says
 *   when this time it could not be opened
 */
export function database(): Promise<Database> {
  opened ??= open().catch((error: unknown) => {
    opened = null
    throw refusals.has(nameOf(error)) ? blockedError(error) : error
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
      for (const store of storeNames)
        if (!each.objectStoreNames.contains(store)) each.createObjectStore(store)
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
  if (nameOf(error) === 'QuotaExceededError') return 'full'
  return nameOf(error) === blockedName ? 'blocked' : 'failed'
}

function nameOf(error: unknown): string {
  return error instanceof Error || error instanceof DOMException ? error.name : ''
}

/** What a browser without a store for this page answers; anything else may pass. */
const refusals: ReadonlySet<string> = new Set([
  'SecurityError',
  'NotSupportedError',
  'InvalidStateError',
  // There is no `indexedDB` to ask.
  'TypeError',
  'ReferenceError',
])

const blockedName = 'StoreBlocked'

/** Says that there is no store at all. */
function blockedError(cause: unknown): Error {
  return Object.assign(new Error('the browser keeps nothing for this page', { cause }), { name: blockedName })
}

/**
 * Asks the store; a connection that the browser closed meanwhile is opened again once, within the same time.
 * @param question is told when the time is up: a write must not come after it was said to have failed
 * @param milliseconds how long it may take; many megabytes take longer than a line
 * @throws (rejects) with what the store answers, or when it does not
 */
export async function ask<Answer>(
  question: (database: Database, timeIsUp: AbortSignal) => Promise<Answer>,
  milliseconds = 2 * patience,
): Promise<Answer> {
  const clock = new AbortController()
  const answer = async () => {
    const connection = await database()
    try {
      return await question(connection, clock.signal)
    } catch (error) {
      if (clock.signal.aborted || nameOf(error) !== 'InvalidStateError') throw error
      closeDatabase()
      const another = await database()
      clock.signal.throwIfAborted()
      return question(another, clock.signal)
    }
  }
  return within(milliseconds, answer(), () => clock.abort())
}

/**
 * A transaction that writes, and is ended when the time is up. One that is being written to the disk by then
 * cannot be called back.
 */
export function writing<Name extends StoreName>(database: Database, name: Name, timeIsUp: AbortSignal) {
  // Strict: what is said to be saved outlives a power cut, not only the tab.
  const transaction = database.transaction(name, 'readwrite', { durability: 'strict' })
  endInTime(transaction, timeIsUp)
  return transaction
}

/** The same over several stores: everything in it is written, or nothing. */
export function writingAll<Names extends StoreName>(
  database: Database,
  names: readonly Names[],
  timeIsUp: AbortSignal,
) {
  const transaction = database.transaction([...names], 'readwrite', { durability: 'strict' })
  endInTime(transaction, timeIsUp)
  return transaction
}

function endInTime(
  transaction: { readonly done: Promise<void>; readonly abort: () => void },
  timeIsUp: AbortSignal,
) {
  // Said where the questions are answered; alone it would be an error nobody takes.
  transaction.done.catch(() => {})
  timeIsUp.addEventListener('abort', () => {
    try {
      transaction.abort()
    } catch {
      // It has ended, or is on its way to the disk.
    }
  })
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
  write().catch(() => {})
  try {
    transaction.commit()
  } catch {
    // It has ended already, and says why.
  }
  await transaction.done
}

/** @throws (rejects) when nothing has come by then, which `late` is told */
function within<Answer>(milliseconds: number, answer: Promise<Answer>, late = () => {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new Error('the store does not answer'))
      late()
    }, milliseconds)
    answer.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}
