import { canonicalJson } from '../../model/canonicalJson.ts'
import type { LedgerAct, LedgerEntry } from '../../model/review.ts'
import { hashText } from '../hash/hashBytes.ts'

/** What a new line goes on from. */
export type PenState = {
  readonly pen: string
  /** The pen's last line; null: it has written nothing yet. */
  readonly last: LedgerEntry | null
}

/** Where a pen's lines do not follow on from each other. */
export type ChainFault = {
  readonly pen: string
  readonly by: string
  /** The line that does not follow on. */
  readonly atSeq: number
  readonly why: 'missing' | 'altered'
}

/**
 * No line of any ledger is later: far more than anybody writes, and far from where numbers end. From there on pen
 * and place alone would tell the order.
 */
export const mostClock = 1_000_000_000_000

/** How far the clock of a file may be ahead of what its lines and those here account for. */
const clockSlack = 100_000

/**
 * Whether a clock may have come about by writing: each line is one later than what its writer knew, so it cannot be
 * far beyond the number of lines there are. A forged one would drive ours to where the order of lines ends.
 * @param lines lines of the file and those that are here
 */
export function isClockPlausible(entries: readonly LedgerEntry[], lines: number): boolean {
  const most = lines + clockSlack
  return entries.every(({ clock }) => clock <= most)
}

/** The next line of a pen. Texts are brought to NFC, so that it reads the same from every file. */
export function nextEntry(
  { pen, last }: PenState,
  { act, by, at, clock }: { act: LedgerAct; by: string; at: string; clock: number },
): LedgerEntry {
  const seq = (last?.seq ?? 0) + 1
  return {
    id: `${pen}-${seq}`,
    pen,
    seq,
    previous: last === null ? null : hashEntry(last),
    clock: Math.min(mostClock, clock + 1),
    by: by.normalize('NFC'),
    at,
    act: inNfc(act),
  }
}

/** SHA-256 of a line as canonical JSON. */
export function hashEntry(entry: LedgerEntry): string {
  return hashText(canonicalJson(entry))
}

/** The same value with every text in NFC and without fields that hold nothing. */
function inNfc<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value).normalize('NFC'))
}

/**
 * Checks every pen's lines: numbered 1, 2, 3 …, each with the hash of the one before. The last lines of a pen
 * can be missing without a trace; whatever names them (closings, exports) is what tells then.
 */
export function checkChains(entries: Iterable<LedgerEntry>): readonly ChainFault[] {
  const byId = new Map([...entries].map(entry => [entry.id, entry]))
  return inOrder([...byId.values()].flatMap(entry => linkFault(entry, byId) ?? []))
}

/** What is wrong between a line and the one before it of the same pen; null where nothing is. */
export function linkFault(entry: LedgerEntry, byId: ReadonlyMap<string, LedgerEntry>): ChainFault | null {
  const { pen, by, seq, previous } = entry
  const fault = (why: ChainFault['why']): ChainFault => ({ pen, by, atSeq: seq, why })
  if (seq === 1) return previous === null ? null : fault('altered')
  const before = byId.get(`${pen}-${seq - 1}`)
  if (!before) return fault('missing')
  return previous === hashEntry(before) ? null : fault('altered')
}

/** By pen, then place. */
export function inOrder<Fault extends Pick<ChainFault, 'pen' | 'atSeq'>>(
  faults: readonly Fault[],
): readonly Fault[] {
  return faults.toSorted((a, b) => (a.pen < b.pen ? -1 : a.pen > b.pen ? 1 : a.atSeq - b.atSeq))
}
