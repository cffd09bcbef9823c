import type { EntryKind, PaletteEntry } from './entry.ts'
import type { PaletteGroup } from './searchIndex.ts'

/** One line of the list that Enter can take. */
export type PaletteOption<Entry> =
  | { readonly is: 'entry'; readonly key: string; readonly entry: Entry }
  /** Opens the rest of its group. */
  | { readonly is: 'more'; readonly key: string; readonly kind: EntryKind; readonly hidden: number }

export type PaletteSection<Entry> = {
  readonly kind: EntryKind
  /** How many answer, shown or not. */
  readonly count: number
  readonly options: readonly PaletteOption<Entry>[]
}

/** Lines of a group until the reader asks for the rest. */
const shownAtFirst = 6
/** More than anyone reads; whoever looks for the 201st types another letter. */
const shownAtMost = 200
/** Short lists by nature. */
const neverCut: readonly EntryKind[] = ['recent', 'screen', 'stage', 'ruleSet', 'action']

/** What of the answers is listed: the best of each kind, and all of a kind that was opened or stands alone. */
export function sectionsOf<Entry extends PaletteEntry>(
  groups: readonly PaletteGroup<Entry>[],
  opened: ReadonlySet<EntryKind>,
): readonly PaletteSection<Entry>[] {
  return groups.map(({ kind, entries }) => {
    const isWhole = groups.length === 1 || opened.has(kind) || neverCut.includes(kind)
    const limit = isWhole ? shownAtMost : shownAtFirst
    // A line that opens a single one takes as much room as that one.
    const shown = entries.length <= limit + 1 ? entries : entries.slice(0, limit)
    const hidden = entries.length - shown.length
    return {
      kind,
      count: entries.length,
      options: [
        ...shown.map(entry => ({ is: 'entry' as const, key: `${kind} ${entry.id}`, entry })),
        ...(hidden > 0 && !isWhole ? [{ is: 'more' as const, key: `${kind} more`, kind, hidden }] : []),
      ],
    }
  })
}

/** Where a key leads from the line that is active; null when the key is not one of the list's. */
export function moveTo(key: string, active: number, count: number): number | null {
  const last = Math.max(0, count - 1)
  switch (key) {
    case 'ArrowDown':
      return active >= last ? 0 : active + 1
    case 'ArrowUp':
      return active <= 0 ? last : active - 1
    case 'PageDown':
      return Math.min(last, active + 8)
    case 'PageUp':
      return Math.max(0, active - 8)
    case 'Home':
      return 0
    case 'End':
      return last
    default:
      return null
  }
}
