import { hashEntry, inOrder, linkFault, nextEntry, type PenState } from '../../io/review/chain.ts'
import type { LedgerAct, LedgerEntry, ReceivedSubmission, ReviewRound } from '../../model/review.ts'
import type { RoundState } from '../../model/roundState.ts'
import { foldLedger } from '../../scoring/review/foldLedger.ts'
import { isSameLine, standingTwin } from '../../scoring/review/twins.ts'
import { inSlices } from './inSlices.ts'
import type { BrokenChain } from './openRound.ts'
import { isReadLine, type ReadLine, type UnfitReading } from './readings.ts'

/** The lines and files of one round as this page knows them. They are only ever added. */
export type LedgerSet = ReturnType<typeof ledgerSet>

/** @param changed told when looking at the chains found something new */
export function ledgerSet(changed: () => void) {
  const entries = new Map<string, LedgerEntry>()
  let received: ReadonlyMap<string, ReceivedSubmission> = new Map()
  const faults = new Map<string, BrokenChain>()
  /** Found in other ways than by following the chain; they stay whatever else comes in. */
  const lasting = new Map<string, BrokenChain>()
  let broken: readonly BrokenChain[] = []
  /** Both lines of an id that two claim, by `twinKey`. */
  const twins = new Map<string, LedgerEntry>()
  const readLines = new Map<string, ReadLine[]>()
  let clock = 0
  let folded: RoundState | null = null

  const tellBroken = () => {
    broken = inOrder([...faults.values(), ...lasting.values()])
    changed()
  }

  /**
   * Puts lines in. Of two that claim one id the same stands on every machine, and that there are two stays told.
   * @returns those that were not in it
   */
  const add = (lines: readonly LedgerEntry[]): readonly LedgerEntry[] => {
    const fresh = lines.filter(line => {
      const known = entries.get(line.id)
      if (known && isSameLine(known, line)) return false
      if (known) {
        noteTwins(known, line)
        if (standingTwin(known, line) === known) return false
      }
      entries.set(line.id, line)
      clock = Math.max(clock, line.clock)
      if (isReadLine(line)) noteReadLine(line)
      return true
    })
    if (fresh.length > 0) folded = null
    return fresh
  }

  const noteTwins = (known: LedgerEntry, line: LedgerEntry) => {
    for (const each of [known, line]) twins.set(twinKey(each), each)
    const { id, pen, by, seq } = standingTwin(known, line)
    lasting.set(id, { pen, by, atSeq: seq, why: 'twins' })
    tellBroken()
  }

  const noteReadLine = (line: ReadLine) => {
    const { sha256 } = line.act.file
    const others = (readLines.get(sha256) ?? []).filter(({ id }) => id !== line.id)
    readLines.set(sha256, [...others, line])
  }

  /** Tells of figures that are not what their line was written about. */
  const noteUnfit = (unfit: readonly UnfitReading[]) => {
    for (const { sha256, why, line } of unfit) {
      if (!line || why === 'unnamed') continue
      const { pen, by, seq, act } = line
      lasting.set(sha256, { pen, by, atSeq: seq, why: 'otherReading', fileName: act.file.fileName })
    }
    if (unfit.length > 0) tellBroken()
  }

  const addReceived = (files: readonly ReceivedSubmission[]): readonly ReceivedSubmission[] => {
    const fresh = files.filter(file => !received.has(file.sha256))
    if (fresh.length > 0)
      received = new Map([...received, ...fresh.map(file => [file.sha256, file] as const)])
    return fresh
  }

  /** Writes new lines with a pen and puts them in. */
  const write = (pen: PenState, acts: readonly LedgerAct[], by: string): readonly LedgerEntry[] => {
    const at = new Date().toISOString()
    let last = pen.last
    const lines = acts.map(act => {
      last = nextEntry({ pen: pen.pen, last }, { act, by, at, clock })
      clock = last.clock
      return last
    })
    return add(lines)
  }

  /** Looks whether lines follow on from those before them, and those after them still do. */
  const check = async (lines: readonly LedgerEntry[]) => {
    let isNews = false
    await inSlices(lines, line => {
      const next = entries.get(`${line.pen}-${line.seq + 1}`)
      for (const each of next ? [line, next] : [line]) {
        const fault = linkFault(each, entries)
        isNews ||= fault !== null || faults.has(each.id)
        if (fault) faults.set(each.id, fault)
        else faults.delete(each.id)
      }
    })
    if (isNews) tellBroken()
  }

  return {
    add,
    addReceived,
    write,
    check,
    noteUnfit,
    /** Lines about a file that was read. */
    readLinesOf: (sha256: string): readonly ReadLine[] => readLines.get(sha256) ?? [],
    /** Both lines of every id that two claim, by the key they are kept under. */
    twins: (): ReadonlyMap<string, LedgerEntry> => twins,
    has: (key: string) => entries.has(key) || twins.has(key),
    hasReceived: (sha256: string) => received.has(sha256),
    lines: (): readonly LedgerEntry[] => [...entries.values()],
    received: () => received,
    broken: () => broken,
    /** What the lines come to; worked out once for all that were added since it was asked last. */
    fold: (round: ReviewRound): RoundState => {
      folded ??= foldLedger(round, [...entries.values()])
      return folded
    },
    clear: () => {
      entries.clear()
      received = new Map()
      faults.clear()
      lasting.clear()
      twins.clear()
      readLines.clear()
      broken = []
      folded = null
    },
  }
}

/** Under which a line is kept whose id another claims as well. */
function twinKey(line: LedgerEntry): string {
  return `${line.id}~${hashEntry(line)}`
}
