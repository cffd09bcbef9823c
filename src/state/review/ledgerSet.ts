import { inOrder, linkFault, nextEntry, type PenState } from '../../io/review/chain.ts'
import type { LedgerAct, LedgerEntry, ReceivedSubmission, ReviewRound } from '../../model/review.ts'
import type { RoundState } from '../../model/roundState.ts'
import { foldLedger } from '../../scoring/review/foldLedger.ts'
import { inSlices } from './inSlices.ts'
import type { BrokenChain } from './openRound.ts'

/** The lines and files of one round as this page knows them. They are only ever added. */
export type LedgerSet = ReturnType<typeof ledgerSet>

/** @param changed told when looking at the chains found something new */
export function ledgerSet(changed: () => void) {
  const entries = new Map<string, LedgerEntry>()
  let received: ReadonlyMap<string, ReceivedSubmission> = new Map()
  const faults = new Map<string, BrokenChain>()
  let broken: readonly BrokenChain[] = []
  let clock = 0
  let folded: RoundState | null = null

  /** Puts lines in. @returns those that were not in it */
  const add = (lines: readonly LedgerEntry[]): readonly LedgerEntry[] => {
    const fresh = lines.filter(line => !entries.has(line.id))
    for (const line of fresh) {
      entries.set(line.id, line)
      clock = Math.max(clock, line.clock)
    }
    if (fresh.length > 0) folded = null
    return fresh
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
    if (!isNews) return
    broken = inOrder([...faults.values()])
    changed()
  }

  return {
    add,
    addReceived,
    write,
    check,
    has: (id: string) => entries.has(id),
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
      broken = []
      folded = null
    },
  }
}
