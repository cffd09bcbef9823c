import type { LedgerEntry, ReceivedSubmission, ReviewRound } from '../../model/review.ts'
import { reviewFormat } from '../../model/review.ts'
import {
  ask,
  type Database,
  failureOf,
  type StoreFailure,
  writeLast,
  writing,
  writingAll,
} from '../drafts/database.ts'
import { entrySchema } from './ledgerSchema.ts'
import { receivedSchema, roundSchema } from './roundSchema.ts'

/** A round as it lies in the store. One that cannot be read is kept as it is. */
export type KeptRound =
  | { readonly kind: 'round'; readonly id: string; readonly round: ReviewRound }
  | { readonly kind: 'unreadable'; readonly id: string; readonly why: 'newer' | 'damaged' }

/** What goes into the store together. */
export type RoundWrite = {
  /** Also the round itself, where the store may not have it. */
  readonly round: ReviewRound | null
  readonly entries: readonly LedgerEntry[]
  readonly received: readonly ReceivedSubmission[]
  readonly files: readonly { readonly sha256: string; readonly blob: Blob }[]
}

/** A write of a whole batch of files may take its time on an old disk. */
const patienceForFiles = 60_000

/** Every round, in no order. @throws (rejects) when the store cannot be asked */
export async function keptRounds(): Promise<readonly KeptRound[]> {
  return ask(async database => {
    const transaction = database.transaction('rounds')
    const [keys, records] = await Promise.all([transaction.store.getAllKeys(), transaction.store.getAll()])
    return keys.map((id, index) => readRound(id, records[index]))
  })
}

/** One round; null where there is none. @throws (rejects) when the store cannot be asked */
export async function keptRound(id: string): Promise<KeptRound | null> {
  const record: unknown = await ask(database => database.get('rounds', id))
  return record === undefined ? null : readRound(id, record)
}

function readRound(id: string, record: unknown): KeptRound {
  const result = roundSchema.safeParse(record)
  // A record under a foreign key is one that was tampered with.
  if (result.success && result.data.id === id) return { kind: 'round', id, round: result.data }
  const isNewer =
    typeof record === 'object' &&
    record !== null &&
    'format' in record &&
    typeof record.format === 'number' &&
    record.format > reviewFormat
  return { kind: 'unreadable', id, why: isNewer ? 'newer' : 'damaged' }
}

/** Everything of one round, by its two-part keys. */
function ofRound(id: string): IDBKeyRange {
  // An array comes after every text.
  return IDBKeyRange.bound([id], [id, []])
}

/**
 * Lines of a round as they lie in the store, in no order.
 * @throws (rejects) when the store cannot be asked
 */
export async function keptLines(roundId: string): Promise<readonly unknown[]> {
  return ask(database => database.getAll('ledger', ofRound(roundId)))
}

/** Ids of those lines. @throws (rejects) when the store cannot be asked */
export async function keptLineIds(roundId: string): Promise<readonly string[]> {
  return (await ask(database => database.getAllKeys('ledger', ofRound(roundId)))).map(([, id]) => id)
}

/** How many there are. @throws (rejects) when the store cannot be asked */
export async function countLines(roundId: string): Promise<number> {
  return ask(database => database.count('ledger', ofRound(roundId)))
}

/** Some of those lines. @throws (rejects) when the store cannot be asked */
export async function linesByIds(roundId: string, ids: readonly string[]): Promise<readonly unknown[]> {
  return ask(async database => {
    const { store } = database.transaction('ledger')
    return Promise.all(ids.map(id => store.get([roundId, id])))
  })
}

/** A line as it is known today; null where it is not, and then it stays where it is. */
export function readLine(record: unknown): LedgerEntry | null {
  const result = entrySchema.safeParse(record)
  return result.success ? result.data : null
}

/** What was read of the files of a round, as it lies in the store. @throws (rejects) when it cannot be asked */
export async function keptReceived(roundId: string): Promise<readonly unknown[]> {
  return ask(database => database.getAll('received', ofRound(roundId)))
}

/** Their hashes. @throws (rejects) when the store cannot be asked */
export async function keptReceivedIds(roundId: string): Promise<readonly string[]> {
  return (await ask(database => database.getAllKeys('received', ofRound(roundId)))).map(([, id]) => id)
}

/** Some of them. @throws (rejects) when the store cannot be asked */
export async function receivedByIds(roundId: string, ids: readonly string[]): Promise<readonly unknown[]> {
  return ask(async database => {
    const { store } = database.transaction('received')
    return Promise.all(ids.map(id => store.get([roundId, id])))
  })
}

/** One of them; null where it cannot be read. */
export function readReceived(record: unknown): ReceivedSubmission | null {
  const result = receivedSchema.safeParse(record)
  return result.success ? result.data : null
}

/** The file as it came; null where only what was read of it is here. @throws (rejects) as above */
export async function keptRoundFile(roundId: string, sha256: string): Promise<Blob | null> {
  return (await ask(database => database.get('receivedFiles', [roundId, sha256]))) ?? null
}

/** Every file as it came. @throws (rejects) as above */
export async function keptRoundFiles(
  roundId: string,
): Promise<readonly { readonly sha256: string; readonly blob: Blob }[]> {
  return ask(async database => {
    const { store } = database.transaction('receivedFiles')
    const [keys, blobs] = await Promise.all([
      store.getAllKeys(ofRound(roundId)),
      store.getAll(ofRound(roundId)),
    ])
    return keys.flatMap(([, sha256], index) => {
      const blob = blobs[index]
      return blob ? [{ sha256, blob }] : []
    })
  })
}

/**
 * Puts lines and what they are about into the store in one transaction: all of it or nothing. Lines that are there
 * already stay as they are. Never throws.
 */
export async function writeToRound(roundId: string, write: RoundWrite): Promise<'saved' | StoreFailure> {
  const { round, entries, received, files } = write
  try {
    await ask(
      async (database, timeIsUp) => {
        const transaction = wholeRound(database, timeIsUp)
        const { rounds, ledger, received: read, receivedFiles } = storesOf(transaction)
        try {
          await writeLast(transaction, () =>
            Promise.all([
              ...(round ? [rounds.put(round, round.id)] : []),
              ...received.map(each => read.put(each, [roundId, each.sha256])),
              ...files.map(each => receivedFiles.put(each.blob, [roundId, each.sha256])),
              // The same line twice says the same: putting it again changes nothing.
              ...entries.map(each => ledger.put(each, [roundId, each.id])),
            ]),
          )
        } catch (error) {
          abandon(transaction)
          throw error
        }
      },
      files.length + received.length > 0 ? patienceForFiles : undefined,
    )
    return 'saved'
  } catch (error) {
    return failureOf(error)
  }
}

/**
 * Keeps both lines of an id that two claim beside the one that stands, so that it is told whenever the round is
 * opened. Best effort: the lines themselves are stored apart.
 */
export async function keepTwins(roundId: string, twins: ReadonlyMap<string, LedgerEntry>): Promise<void> {
  try {
    await ask(async (database, timeIsUp) => {
      const transaction = writing(database, 'ledger', timeIsUp)
      await writeLast(transaction, () =>
        Promise.all([...twins].map(([key, line]) => transaction.store.put(line, [roundId, key]))),
      )
    })
  } catch {
    // It is told on this page; another copy or a closing tells it again.
  }
}

function storesOf(transaction: ReturnType<typeof wholeRound>) {
  return {
    rounds: transaction.objectStore('rounds'),
    ledger: transaction.objectStore('ledger'),
    received: transaction.objectStore('received'),
    receivedFiles: transaction.objectStore('receivedFiles'),
  }
}

/** Everything that belongs to rounds, to be written or taken away together. */
function wholeRound(database: Database, timeIsUp: AbortSignal) {
  return writingAll(database, ['rounds', 'ledger', 'received', 'receivedFiles'] as const, timeIsUp)
}

/** A record that cannot be asked to be put ends the whole: nothing of it may stand alone. */
function abandon(transaction: { readonly abort: () => void }) {
  try {
    transaction.abort()
  } catch {
    // It has ended already.
  }
}

/** Everything of one round, as it is taken away and could be put back. */
export type WholeRound = {
  readonly round: unknown
  readonly lines: readonly unknown[]
  readonly received: readonly unknown[]
  readonly files: readonly { readonly sha256: string; readonly blob: Blob }[]
}

/** Takes a round away with all that belongs to it, and answers with what it was. @throws (rejects) as above */
export async function removeRound(roundId: string): Promise<WholeRound> {
  const files = await keptRoundFiles(roundId)
  return ask(async (database, timeIsUp) => {
    const transaction = wholeRound(database, timeIsUp)
    const range = ofRound(roundId)
    const stores = storesOf(transaction)
    const [round, lines, received] = await Promise.all([
      stores.rounds.get(roundId),
      stores.ledger.getAll(range),
      stores.received.getAll(range),
    ])
    await writeLast(transaction, () =>
      Promise.all([
        stores.rounds.delete(roundId),
        stores.ledger.delete(range),
        stores.received.delete(range),
        stores.receivedFiles.delete(range),
      ]),
    )
    return { round, lines, received, files }
  }, patienceForFiles)
}

/** Puts the canonical JSON of a rule set beside its rounds, under its hash. Best effort. */
export async function putRules(sha256: string, text: string): Promise<void> {
  try {
    await ask(async (database, timeIsUp) => {
      const transaction = writing(database, 'rules', timeIsUp)
      await writeLast(transaction, () => transaction.store.put(text, sha256))
    })
  } catch {
    // The page publishes them still; a later page may not.
  }
}

/** null where they are not kept here. @throws (rejects) when the store cannot be asked */
export async function rulesText(sha256: string): Promise<string | null> {
  return (await ask(database => database.get('rules', sha256))) ?? null
}
