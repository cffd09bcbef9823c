import type { LedgerEntry } from '../../model/review.ts'
import type { EntryOf, Standing } from '../../model/roundState.ts'
import { whatItSays } from './whatItSays.ts'

/** Kinds of lines that may leave out what they replace: older ledgers do not have it. */
type Loose = 'deadline' | 'receivedAt' | 'setAside' | 'assign'

/** A line that says something of a matter. */
type Line = EntryOf<'decide' | 'survey' | 'use' | 'publish' | 'remedy' | 'taskState' | Loose>

/**
 * What stands of one matter: lines that count and that no counted line replaces, also through lines that do not
 * count. Several that say the same settle it. A line that does not tell what it replaces replaces the lines that its
 * pen wrote before, and those with a smaller clock, which its writer may have known.
 * @param lines of the matter, all of them, in the order of the ledger
 */
export function standingOf<Entry extends Line>(
  lines: readonly Entry[],
  counts: (entry: LedgerEntry) => boolean,
): Standing<Entry> {
  const heads = headsOf(lines, counts)
  const last = heads.at(-1)
  if (!last) return none
  if (heads.length === 1) return { kind: 'settled', entry: last }
  const said = whatItSays(last.act)
  return heads.every(each => each === last || whatItSays(each.act) === said)
    ? { kind: 'settled', entry: last }
    : { kind: 'conflict', entries: heads }
}

/**
 * Lines of one matter that count and that no counted line replaces: several where their writers did not know of each
 * other, whether they say the same or not.
 * @param lines of the matter, all of them, in the order of the ledger
 */
export function headsOf<Entry extends Line>(
  lines: readonly Entry[],
  counts: (entry: LedgerEntry) => boolean,
): readonly Entry[] {
  const live = lines.filter(counts)
  if (live.length < 2) return live
  const replaced = replacedBy(live, lines)
  return live.filter(each => !replaced.has(each.id))
}

const none = { kind: 'none' } as const

/** Ids that some lines replace, transitively; nobody replaces what was not there yet. */
function replacedBy(live: readonly Line[], lines: readonly Line[]): ReadonlySet<string> {
  const places = new Map(lines.map((each, index) => [each.id, index]))
  const replaced = new Set<string>()
  const waiting: Line[] = [...live]
  const knownBefore = looseKnowledge(lines)
  for (let line = waiting.pop(); line; line = waiting.pop()) {
    const here = places.get(line.id) ?? 0
    for (const id of line.act.over ?? knownBefore(line)) {
      const place = places.get(id)
      if (place === undefined || place >= here || replaced.has(id)) continue
      replaced.add(id)
      const earlier = lines[place]
      if (earlier) waiting.push(earlier)
    }
  }
  return replaced
}

/** What lines that do not tell may have known; what a line told of before knew as well is not told again. */
function looseKnowledge(lines: readonly Line[]): (line: Line) => readonly string[] {
  let latest = 0
  const ofPen = byMatter(lines, each => each.pen)
  return ({ pen, seq, clock }) => {
    const own = (ofPen.get(pen) ?? []).filter(each => each.seq < seq)
    const others = clock > latest ? lines.filter(each => each.pen !== pen && each.clock < clock) : []
    latest = Math.max(latest, clock)
    return [...own, ...others].map(each => each.id)
  }
}

/** Lines by what they are about, in their order. */
export function byMatter<Entry, Matter extends string>(
  entries: readonly Entry[],
  matterOf: (entry: Entry) => Matter,
): ReadonlyMap<Matter, readonly Entry[]> {
  const matters = new Map<Matter, Entry[]>()
  for (const entry of entries) {
    const key = matterOf(entry)
    const known = matters.get(key)
    if (known) known.push(entry)
    else matters.set(key, [entry])
  }
  return matters
}
