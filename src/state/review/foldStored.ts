import { keptLines, readLine } from '../../io/review/roundStore.ts'
import type { LedgerAct, LedgerEntry } from '../../model/review.ts'
import { inSlices } from './inSlices.ts'

/**
 * Lines of a round out of the store, without opening it.
 * @param wanted kinds of acts; without them every line
 * @throws (rejects) when the store cannot be asked
 */
export async function storedLines(
  roundId: string,
  wanted?: ReadonlySet<LedgerAct['kind']>,
): Promise<readonly LedgerEntry[]> {
  const lines: LedgerEntry[] = []
  await inSlices(await keptLines(roundId), record => {
    if (wanted && !isOf(record, wanted)) return
    const line = readLine(record)
    if (line) lines.push(line)
  })
  return lines
}

/** A look at a record that was not read yet. */
function isOf(record: unknown, wanted: ReadonlySet<string>): boolean {
  if (typeof record !== 'object' || record === null || !('act' in record)) return false
  const { act } = record
  return (
    typeof act === 'object' &&
    act !== null &&
    'kind' in act &&
    typeof act.kind === 'string' &&
    wanted.has(act.kind)
  )
}
