import type { Exact } from '../../model/exact.ts'
import type { EntryOf, RoundState } from '../../model/roundState.ts'
import { add, compare, formatExact, parseExact, subtract } from '../../scoring/exact.ts'
import { isAct } from '../../scoring/review/isAct.ts'
import { reviewStages } from '../../scoring/review/lineStages.ts'
import { headsOf } from '../../scoring/review/standing.ts'

/** What one reviewer decided, as it stands: lines that count and that nobody replaced. */
export type ReviewerProgress = {
  readonly name: string
  /** Lines in the ledger, of every kind, also those that do not count. */
  readonly lines: number
  readonly decided: number
  readonly agreed: number
  readonly changed: number
  readonly asked: number
  /** Lines that contradict somebody else's: they count for nothing until somebody chooses. */
  readonly inConflict: number
  /** Decisions that raised or lowered points, with how much they come to; "0" when there are none. */
  readonly up: { readonly count: number; readonly points: Exact }
  readonly down: { readonly count: number; readonly points: Exact }
  /** Lines of theirs that do not count. */
  readonly notCounted: number
  /** ISO instant of their last line by their own clock. */
  readonly last: string
}

/**
 * Everybody who wrote a line, by name as typed, in the order of their first line. Where several said the same of one
 * matter without knowing of each other, each of them decided it; what contradicts is nobody's decision yet.
 */
export function reviewerProgress(state: RoundState): readonly ReviewerProgress[] {
  const { entries, notCounted, conflicts } = state
  const contradicting = new Map(
    conflicts.flatMap(each => each.entries.map(({ id, by }) => [id, by] as const)),
  )
  const standing = new Map<string, EntryOf<'decide'>[]>()
  for (const heads of decisionHeads(state))
    for (const [by, entry] of new Map(heads.map(each => [each.by, each]))) {
      if (contradicting.has(entry.id)) continue
      const own = standing.get(by)
      if (own) own.push(entry)
      else standing.set(by, [entry])
    }
  const inConflict = new Map<string, number>()
  for (const by of contradicting.values()) inConflict.set(by, (inConflict.get(by) ?? 0) + 1)
  const people = new Map<string, { lines: number; notCounted: number; last: string }>()
  for (const { id, by, at } of entries) {
    const known = people.get(by) ?? { lines: 0, notCounted: 0, last: at }
    people.set(by, {
      lines: known.lines + 1,
      notCounted: known.notCounted + (notCounted.has(id) ? 1 : 0),
      last: Date.parse(at) > Date.parse(known.last) ? at : known.last,
    })
  }
  return [...people].map(([name, rest]) => ({
    name,
    ...rest,
    ...decisionsOf(standing.get(name) ?? []),
    inConflict: inConflict.get(name) ?? 0,
  }))
}

/** Decisions that nobody replaced, matter by matter. */
function decisionHeads({ agencies, notCounted }: RoundState): readonly (readonly EntryOf<'decide'>[])[] {
  return [...agencies.values()].flatMap(({ items }) =>
    [...items.values()].flatMap(({ history }) => {
      const lines = history.flatMap(entry => (isAct(entry, 'decide') ? [entry] : []))
      return reviewStages.map(stage =>
        headsOf(
          lines.filter(each => each.act.stage === stage),
          each => !notCounted.has(each.id),
        ),
      )
    }),
  )
}

function decisionsOf(
  lines: readonly EntryOf<'decide'>[],
): Pick<ReviewerProgress, 'decided' | 'agreed' | 'changed' | 'asked' | 'up' | 'down'> {
  const count = (is: (kind: EntryOf<'decide'>['act']['verdict']['kind']) => boolean) =>
    lines.filter(({ act }) => is(act.verdict.kind)).length
  return {
    decided: count(kind => kind !== 'ask'),
    agreed: count(kind => kind === 'agree'),
    changed: count(kind => kind !== 'agree' && kind !== 'ask'),
    asked: count(kind => kind === 'ask'),
    up: moved(lines, 1),
    down: moved(lines, -1),
  }
}

/** How often and by how much points went one way, as each writer saw it. */
function moved(lines: readonly EntryOf<'decide'>[], way: 1 | -1): ReviewerProgress['up'] {
  const steps = lines.flatMap(({ act: { from, to, verdict } }) => {
    if (from === null || to === null || verdict.kind === 'ask') return []
    const [before, after] = [parseExact(from), parseExact(to)]
    return Math.sign(compare(after, before)) === way
      ? [way === 1 ? subtract(after, before) : subtract(before, after)]
      : []
  })
  return { count: steps.length, points: formatExact(steps.reduce(add, parseExact('0'))) }
}
