import type { LedgerEntry, RoundStage } from '../../model/review.ts'
import type { EntryOf, NotCounted } from '../../model/roundState.ts'
import type { LinesOf } from './byKind.ts'
import { isAfter } from './instants.ts'
import { isAct } from './isAct.ts'
import { type Deadlines, deadlinesOf } from './stagesOfRound.ts'
import type { TakenBack } from './takenBack.ts'

type Ledger = {
  /** In the order of the ledger. */
  readonly entries: readonly LedgerEntry[]
  readonly linesOf: LinesOf
  readonly takenBack: TakenBack
}

export type Counted = {
  /** Why lines do not count, by id. */
  readonly notCounted: ReadonlyMap<string, NotCounted>
  readonly deadlines: Deadlines
}

/**
 * Which lines of a ledger count. Of what is frozen exactly the lines count that a closing names. Of the rest a
 * decision made after the deadline of its stage does not count, and neither does taking one back that was made
 * in time.
 * @param frozen how a line stands to the closings in force
 * @param isNamed whether any of them names it
 */
export function countLines(
  { entries, linesOf, takenBack }: Ledger,
  frozen: (entry: LedgerEntry) => 'named' | 'left' | null,
  isNamed: (id: string) => boolean,
): Counted {
  const { targetOf, rootOf } = takenBack
  const withdrawals = linesOf('withdraw').toReversed()
  const withdrawnBy = (whyNot: (entry: EntryOf<'withdraw'>) => NotCounted | null) => {
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
  const anyway = withdrawnBy(() => null)
  const deadlines = deadlinesOf(linesOf, entry => !anyway.withdrawn.has(entry.id))
  const isLate = (at: string, stage: RoundStage) => {
    const deadline = deadlines.get(stage)?.inForce.act.at ?? null
    return deadline !== null && isAfter(at, deadline)
  }
  const { withdrawn, refused } = withdrawnBy(entry => {
    const root = rootOf(entry)
    if (!root) return null
    const standing = frozen(root)
    if (standing) return standing === 'named' && !isNamed(entry.id) ? 'afterClosing' : null
    if (!isAct(root, 'decide')) return null
    const { stage } = root.act
    return isLate(entry.at, stage) && !isLate(root.at, stage) ? 'afterDeadline' : null
  })

  const notCounted = new Map<string, NotCounted>(refused)
  for (const id of withdrawn) notCounted.set(id, 'withdrawn')
  for (const entry of entries) {
    if (withdrawn.has(entry.id)) continue
    const standing = frozen(entry)
    if (standing === 'left') notCounted.set(entry.id, 'afterClosing')
    else if (standing === null && isAct(entry, 'decide') && isLate(entry.at, entry.act.stage))
      notCounted.set(entry.id, 'afterDeadline')
  }
  return { notCounted, deadlines }
}
