import { compareEntries, type LedgerEntry } from '../../model/review.ts'

type Waiting = { readonly entry: LedgerEntry; readonly names: readonly string[]; next: number }

/**
 * Lines in the order in which they can have been written: the total order, but a line stands after every line that
 * it names, whatever their clocks say. Nobody names a line that the same pen writes later; where lines name each
 * other in a ring, which only forged ones do, the ring is cut at the same place on every machine.
 * @param lines each id once
 */
export function inOrder<Entry extends LedgerEntry>(lines: readonly Entry[]): readonly Entry[] {
  const sorted = lines.toSorted(compareEntries)
  const byId = new Map(sorted.map(entry => [entry.id, entry]))
  const placed = new Set<string>()
  const ordered: Entry[] = []
  for (const first of sorted) {
    if (placed.has(first.id)) continue
    const waiting: (Waiting & { readonly entry: Entry })[] = [
      { entry: first, names: namedBy(first), next: 0 },
    ]
    const open = new Set([first.id])
    for (let top = waiting.at(-1); top; top = waiting.at(-1)) {
      const { entry, names } = top
      const id = names[top.next]
      top.next += 1
      if (id === undefined) {
        waiting.pop()
        placed.add(entry.id)
        ordered.push(entry)
        continue
      }
      if (placed.has(id) || open.has(id)) continue
      const named = byId.get(id)
      if (!named || (named.pen === entry.pen && named.seq > entry.seq)) continue
      open.add(id)
      waiting.push({ entry: named, names: namedBy(named), next: 0 })
    }
  }
  return ordered
}

const nothing: readonly string[] = []

/** Lines that a line replaces, takes back or opens again: its writer knew them. */
function namedBy({ act }: LedgerEntry): readonly string[] {
  if (act.kind === 'withdraw') return [act.entryId]
  if (act.kind === 'reopen') return [act.closeId]
  return 'over' in act && act.over ? act.over : nothing
}
