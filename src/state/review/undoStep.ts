import type { LedgerAct, LedgerEntry, ReviewStage } from '../../model/review.ts'
import type { EntryOf } from '../../model/roundState.ts'
import { bulkChunk } from './bulkAgree.ts'
import type { OpenRound } from './openRound.ts'
import type { OwnLines } from './ownLines.ts'

/** What one press of undo takes back. */
export type UndoStep = {
  /** Lines that were written together, the earliest first; one where only one was. */
  readonly entries: readonly EntryOf<'decide'>[]
  /** Those of the agency that is looked at. */
  readonly here: readonly EntryOf<'decide'>[]
  /** Written by this page since it was opened; others carry the same name, and nobody knows whose they are. */
  readonly isOfThisPage: boolean
}

/**
 * The last step under the name of whoever works here that still counts, for one agency and stage: one line, or all
 * that were written at once. What this page wrote goes before what came from elsewhere under the same name.
 */
export function undoStep(
  { state, me }: Pick<OpenRound, 'state' | 'me'>,
  stage: ReviewStage,
  agencyId: string,
  own: OwnLines,
): UndoStep | null {
  const isMine = (entry: LedgerEntry): entry is EntryOf<'decide'> =>
    entry.act.kind === 'decide' &&
    entry.act.stage === stage &&
    entry.by === me &&
    !state.notCounted.has(entry.id)
  const here = state.entries.filter(isMine).filter(({ act }) => act.agencyId === agencyId)
  const last = here.findLast(({ pen }) => own.pens.has(pen)) ?? here.at(-1)
  if (!last) return null
  const together = isBulk(last) ? writtenWith(last, state.entries, own) : new Set([last.id])
  const entries = state.entries.filter(isMine).filter(({ id }) => together.has(id))
  return {
    entries,
    here: entries.filter(({ act }) => act.agencyId === agencyId),
    isOfThisPage: own.pens.has(last.pen),
  }
}

/** Only agreeing is done many at a time. */
function isBulk({ act }: LedgerEntry): boolean {
  return act.kind === 'decide' && act.verdict.kind === 'agree'
}

/**
 * Lines written at once with a line: they share its pen and follow each other without a gap, in chunks that share
 * an instant. A full chunk goes on in the next one, unless it is known that a step of its own begins there.
 */
function writtenWith(
  last: LedgerEntry,
  entries: readonly LedgerEntry[],
  { begins }: OwnLines,
): ReadonlySet<string> {
  const chunks: LedgerEntry[][] = []
  for (const entry of entries.filter(({ pen }) => pen === last.pen).toSorted((a, b) => a.seq - b.seq)) {
    const before = chunks.at(-1)?.at(-1)
    const follows = before?.seq === entry.seq - 1 && isBulk(before) && isBulk(entry)
    if (follows && before.at === entry.at) chunks.at(-1)?.push(entry)
    else chunks.push([entry])
  }
  const place = chunks.findIndex(chunk => chunk.some(({ id }) => id === last.id))
  const goesOn = (at: number) => {
    const [chunk, next] = [chunks[at], chunks[at + 1]]
    const [end, start] = [chunk?.at(-1), next?.[0]]
    if (!chunk || chunk.length % bulkChunk !== 0 || !end || !start) return false
    return isBulk(end) && isBulk(start) && start.seq === end.seq + 1 && !begins.has(start.id)
  }
  let [from, to] = [place, place]
  while (goesOn(from - 1)) from -= 1
  while (goesOn(to)) to += 1
  return new Set(chunks.slice(from, to + 1).flatMap(chunk => chunk.map(({ id }) => id)))
}

export function withdrawActs(entries: readonly LedgerEntry[]): readonly LedgerAct[] {
  return entries.map(({ id }) => ({ kind: 'withdraw', entryId: id, reason: null }))
}

/** Why lines that were to be taken back count all the same. */
export type StillCounts = {
  readonly entries: readonly LedgerEntry[]
  /** `other`: the ledger does not follow the line that takes them back. */
  readonly why: 'afterClosing' | 'afterDeadline' | 'other'
}

/** Lines of a step that still count although they were taken back; null: none does. */
export function stillCounting(
  { notCounted }: Pick<OpenRound['state'], 'notCounted'>,
  entries: readonly LedgerEntry[],
  withdrawals: readonly LedgerEntry[],
): StillCounts | null {
  const left = entries.filter(({ id }) => !notCounted.has(id))
  const [first] = left
  if (!first) return null
  const line = withdrawals.find(({ act }) => act.kind === 'withdraw' && act.entryId === first.id)
  const why = line && notCounted.get(line.id)
  return { entries: left, why: why === 'afterClosing' || why === 'afterDeadline' ? why : 'other' }
}
