import { keptRounds } from '../../io/review/roundStore.ts'
import type { LedgerEntry } from '../../model/review.ts'
import { storedLines } from '../review/foldStored.ts'
import { openSession } from '../review/roundSessions.ts'
import type { DataPart } from './dataHash.ts'

const kinds: ReadonlySet<string> = new Set(['remedy', 'taskState', 'withdraw'])

/** Lines about tasks: those of plans, and those of remedial plans in every round of this machine. */
export async function taskBooks(): Promise<readonly DataPart[]> {
  const rounds = await keptRounds().catch(() => [])
  const ids = new Set(['nhiem-vu', ...rounds.map(each => each.id)])
  const books = await Promise.all([...ids].map(id => lineParts(id, kinds)))
  return books.flat()
}

/** Lines of one ledger as this page holds them; those of some kinds only where these are named. */
export async function lineParts(roundId: string, only?: ReadonlySet<string>): Promise<readonly DataPart[]> {
  const entries = await linesOf(roundId)
  return entries
    .filter(({ act }) => only?.has(act.kind) ?? true)
    .map(entry => ({ name: `line ${roundId} ${entry.id}`, value: entry }))
}

async function linesOf(id: string): Promise<readonly LedgerEntry[]> {
  const state = openSession(id)?.state()
  return state?.status === 'ready' ? state.view.state.entries : storedLines(id).catch(() => [])
}
