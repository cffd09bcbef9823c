import { compareEntries, type LedgerEntry, type RoundStage } from '../../model/review.ts'
import type { EntryOf, NotCounted } from '../../model/roundState.ts'
import type { LinesOf } from './byKind.ts'
import { isAfter } from './instants.ts'
import { isAct } from './isAct.ts'
import { stageOfAct } from './lineStages.ts'
import { type Closings, deadlinesOf } from './stagesOfRound.ts'

type Ledger = {
  /** In total order. */
  readonly entries: readonly LedgerEntry[]
  readonly linesOf: LinesOf
  readonly byId: ReadonlyMap<string, LedgerEntry>
}

export type Counted = {
  /** Why lines do not count, by id. */
  readonly notCounted: ReadonlyMap<string, NotCounted>
  readonly deadlines: ReadonlyMap<RoundStage, EntryOf<'deadline'>>
}

/**
 * Which lines of a ledger count. A frozen stage counts exactly the lines that its closing names. In an open one a
 * decision made after the deadline of its stage does not count, and neither does taking one back that was made
 * in time.
 */
export function countLines({ entries, linesOf, byId }: Ledger, closings: Closings): Counted {
  const freezes = new Map([...closings].map(([stage, { act }]) => [stage, new Set(act.entryIds)] as const))
  const freezeOf = (entry: LedgerEntry) => {
    const stage = stageOfAct(entry.act)
    return stage === null ? undefined : (freezes.get(stage) ?? freezes.get('closed'))
  }
  /** The line that a `withdraw` takes back; lines its writer cannot have known are none. */
  const targetOf = (entry: EntryOf<'withdraw'>) => {
    const target = byId.get(entry.act.entryId)
    if (!target || isAct(target, 'close') || isAct(target, 'reopen')) return null
    return compareEntries(target, entry) < 0 ? target : null
  }
  const rootOf = (entry: EntryOf<'withdraw'>): LedgerEntry | null => {
    let target = targetOf(entry)
    while (target && isAct(target, 'withdraw')) target = targetOf(target)
    return target
  }
  const withdrawals = linesOf('withdraw').toReversed()
  const takenBack = (whyNot: (entry: EntryOf<'withdraw'>) => NotCounted | null) => {
    const withdrawn = new Set<string>()
    const refused = new Map<string, NotCounted>()
    // The last line first: whether a line that takes back counts is known before what it takes back.
    for (const entry of withdrawals) {
      if (withdrawn.has(entry.id)) continue
      const why = whyNot(entry)
      const target = targetOf(entry)
      if (why) refused.set(entry.id, why)
      else if (target) withdrawn.add(target.id)
    }
    return { withdrawn, refused }
  }

  // Deadlines belong to no stage, so which of them were taken back does not depend on any.
  const anyway = takenBack(() => null)
  const deadlines = deadlinesOf(linesOf, id => anyway.withdrawn.has(id))
  const isLate = (at: string, stage: RoundStage) => {
    const deadline = deadlines.get(stage)?.act.at ?? null
    return deadline !== null && isAfter(at, deadline)
  }
  const { withdrawn, refused } = takenBack(entry => {
    const root = rootOf(entry)
    if (!root) return null
    const frozen = freezeOf(root)
    if (frozen) return frozen.has(root.id) && !frozen.has(entry.id) ? 'afterClosing' : null
    if (!isAct(root, 'decide')) return null
    const { stage } = root.act
    return isLate(entry.at, stage) && !isLate(root.at, stage) ? 'afterDeadline' : null
  })

  const notCounted = new Map<string, NotCounted>(refused)
  for (const id of withdrawn) notCounted.set(id, 'withdrawn')
  if (freezes.size === 0 && deadlines.size === 0) return { notCounted, deadlines }
  for (const entry of entries) {
    if (withdrawn.has(entry.id)) continue
    const frozen = freezeOf(entry)
    if (frozen && !frozen.has(entry.id)) notCounted.set(entry.id, 'afterClosing')
    else if (!frozen && isAct(entry, 'decide') && isLate(entry.at, entry.act.stage))
      notCounted.set(entry.id, 'afterDeadline')
  }
  return { notCounted, deadlines }
}
