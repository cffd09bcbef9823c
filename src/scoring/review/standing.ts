import type { LedgerEntry, Over } from '../../model/review.ts'
import type { Standing } from '../../model/roundState.ts'
import { whatItSays } from './whatItSays.ts'

/** A line that says something of a matter and which lines of it its writer replaced. */
type Line = LedgerEntry & { readonly act: { readonly over: Over } }

/**
 * What stands of one matter: lines that count and that no counted line replaces, also through lines that do not
 * count. Several that say the same settle it.
 * @param lines of the matter, all of them, in total order
 */
export function standingOf<Entry extends Line>(
  lines: readonly Entry[],
  counts: (entry: LedgerEntry) => boolean,
): Standing<Entry> {
  if (lines.length === 0) return none
  const live = lines.filter(counts)
  const [only] = live
  if (!only) return none
  if (live.length === 1) return { kind: 'settled', entry: only }
  const replaced = replacedBy(live, lines)
  const heads = live.filter(each => !replaced.has(each.id))
  const last = heads.at(-1)
  if (!last) return none
  if (heads.length === 1) return { kind: 'settled', entry: last }
  const said = whatItSays(last.act)
  return heads.every(each => each === last || whatItSays(each.act) === said)
    ? { kind: 'settled', entry: last }
    : { kind: 'conflict', entries: heads }
}

const none = { kind: 'none' } as const

/** Ids that some lines replace, transitively; nobody replaces what was not there yet. */
function replacedBy(live: readonly Line[], lines: readonly Line[]): ReadonlySet<string> {
  const places = new Map(lines.map((each, index) => [each.id, index]))
  const replaced = new Set<string>()
  const waiting: Line[] = [...live]
  for (let line = waiting.pop(); line; line = waiting.pop()) {
    const here = places.get(line.id) ?? 0
    for (const id of line.act.over) {
      const place = places.get(id)
      if (place === undefined || place >= here || replaced.has(id)) continue
      replaced.add(id)
      const earlier = lines[place]
      if (earlier) waiting.push(earlier)
    }
  }
  return replaced
}

/** Lines by what they are about, in their order. */
export function byMatter<Entry>(
  entries: readonly Entry[],
  matterOf: (entry: Entry) => string,
): ReadonlyMap<string, readonly Entry[]> {
  const matters = new Map<string, Entry[]>()
  for (const entry of entries) {
    const key = matterOf(entry)
    const known = matters.get(key)
    if (known) known.push(entry)
    else matters.set(key, [entry])
  }
  return matters
}
