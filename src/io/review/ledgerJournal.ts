import * as z from 'zod'
import type { LedgerEntry } from '../../model/review.ts'
import { entrySchema } from './ledgerSchema.ts'

/**
 * Lines that are not in the store yet, kept in localStorage, which writes before it returns: a tab that is closed
 * or crashes in the moment before the store answers takes its questions along. Lines are a set, so that whoever
 * finds them only has to put them in.
 */
export type JournalPage = {
  readonly key: string
  readonly text: string
  readonly entries: readonly LedgerEntry[]
}

const prefix = 'parboard-ledger:'

/** Keeps what one pen has not stored yet; what stood there before is replaced. */
export function writeLedgerJournal(roundId: string, pen: string, entries: readonly LedgerEntry[]): void {
  try {
    const key = `${prefix}${roundId}:${pen}`
    if (entries.length === 0) localStorage.removeItem(key)
    else localStorage.setItem(key, JSON.stringify(entries))
  } catch {
    // Full or forbidden: the store itself is the main way, and what it cannot take is said.
  }
}

/** What tabs that are gone left of a round, and what open ones are about to store. */
export function readLedgerJournal(roundId: string): readonly JournalPage[] {
  try {
    return Object.keys(localStorage)
      .filter(key => key.startsWith(`${prefix}${roundId}:`))
      .flatMap(key => {
        const text = localStorage.getItem(key) ?? ''
        const entries = readLines(text)
        // What cannot be read stays where it is: a later version of the page may know it.
        return entries === null ? [] : [{ key, text, entries }]
      })
  } catch {
    return []
  }
}

/** Forgets what is in the store by now, unless the tab that wrote it has gone on. */
export function clearJournalPage({ key, text }: JournalPage): void {
  try {
    if (localStorage.getItem(key) === text) localStorage.removeItem(key)
  } catch {
    // Nothing was kept where nothing may be.
  }
}

/** Forgets what any tab left of a round, because its owner deleted it. */
export function clearLedgerJournal(roundId: string): void {
  try {
    for (const key of Object.keys(localStorage))
      if (key.startsWith(`${prefix}${roundId}:`)) localStorage.removeItem(key)
  } catch {
    // As above.
  }
}

const pageSchema = z.array(entrySchema)

function readLines(text: string): readonly LedgerEntry[] | null {
  try {
    const result = pageSchema.safeParse(JSON.parse(text))
    return result.success ? result.data : null
  } catch {
    return null
  }
}
