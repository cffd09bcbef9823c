import type { LedgerEntry, ReviewRound } from '../../model/review.ts'
import type { EntryOf, FileState, NotCounted } from '../../model/roundState.ts'
import type { LinesOf } from './byKind.ts'
import { isAfter } from './instants.ts'
import { byMatter } from './standing.ts'

/** Files of a round, each once however often it came, without answers to requests. */
export type Files = {
  /** By agency, latest first; of agencies that nobody expected as well. */
  readonly ofAgency: ReadonlyMap<string, readonly FileState[]>
  /** Nobody can read them, and nothing in them names an agency of the round. */
  readonly refused: readonly FileState[]
}

/**
 * What came in.
 * @param deadline of handing in; null: none
 */
export function filesOf(
  round: ReviewRound,
  linesOf: LinesOf,
  whyNot: (id: string) => NotCounted | undefined,
  deadline: string | null,
): Files {
  const isCounted = (each: LedgerEntry) => whyNot(each.id) === undefined
  const correctedAt = lastBySha(linesOf('receivedAt').filter(isCounted))
  const setAside = lastBySha(linesOf('setAside').filter(isCounted))
  // What came after the closing is kept and shown, though nothing of it is read.
  const received = linesOf('receive').filter(each => whyNot(each.id) !== 'withdrawn')
  const expected = new Set(round.groups.flatMap(group => group.agencyIds))
  const ofAgency = new Map<string, FileState[]>()
  const refused: FileState[] = []
  // Whoever gives the file of one agency to another takes it from nobody.
  const matters = byMatter(received, ({ act: { file } }) => JSON.stringify([file.sha256, file.agencyId]))
  for (const lines of matters.values()) {
    // The same bytes put in on two machines came in when the first of them got them.
    const counting = lines.filter(isCounted)
    const entry = (counting.length > 0 ? counting : lines).reduce((first, each) =>
      isAfter(first.at, each.at) ? each : first,
    )
    const { file } = entry.act
    const { sha256 } = file
    if (file.outcome === 'read' && file.answers) continue
    const correction = correctedAt.get(sha256) ?? null
    const state: FileState = {
      entry,
      file,
      receivedAt: correction?.act.at ?? entry.at,
      correctedAt: correction,
      timeliness: timelinessOf(entry, correction, deadline),
      setAside: setAside.get(sha256) ?? null,
      repeats: lines.length - 1,
      isOtherRules: file.outcome === 'read' && file.ruleSet.sha256 !== round.ruleSet.sha256,
    }
    const { agencyId } = file
    if (agencyId === null || (file.outcome === 'refused' && !expected.has(agencyId))) {
      refused.push(state)
      continue
    }
    const known = ofAgency.get(agencyId)
    if (known) known.push(state)
    else ofAgency.set(agencyId, [state])
  }
  return {
    ofAgency: new Map([...ofAgency].map(([agencyId, files]) => [agencyId, files.toSorted(latestFirst)])),
    refused: refused.toSorted(latestFirst),
  }
}

/**
 * A file made after the deadline is late, whenever it was put in here; one made before and put in after may have
 * lain in a mailbox, and somebody has to say when it came. Who said so is believed.
 */
function timelinessOf(
  { at, act: { file } }: EntryOf<'receive'>,
  correction: EntryOf<'receivedAt'> | null,
  deadline: string | null,
): FileState['timeliness'] {
  if (deadline === null) return 'noDeadline'
  if (correction) return isAfter(correction.act.at, deadline) ? 'late' : 'onTime'
  if (file.outcome === 'read' && isAfter(file.madeAt, deadline)) return 'late'
  return isAfter(at, deadline) ? 'unclear' : 'onTime'
}

function lastBySha<Entry extends { readonly act: { readonly sha256: string } }>(
  entries: readonly Entry[],
): ReadonlyMap<string, Entry> {
  return new Map(entries.map(each => [each.act.sha256, each]))
}

function latestFirst(a: FileState, b: FileState): number {
  if (isAfter(a.receivedAt, b.receivedAt)) return -1
  if (isAfter(b.receivedAt, a.receivedAt)) return 1
  return b.entry.clock - a.entry.clock || (a.entry.id < b.entry.id ? 1 : -1)
}
