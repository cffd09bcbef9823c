import type { DisplayedColumn, DisplayedTable } from '../../model/displayedTable.ts'

/** A table without its rows, which come in slices. */
export type TableFrame = Omit<DisplayedTable, 'rows'>

/** Columns next to each other under one head. */
export type HeadGroup = {
  readonly above: string | null
  readonly first: number
  readonly last: number
}

/** Heads above others, from the left; empty where no column has one. */
export function headGroups(columns: readonly DisplayedColumn[]): readonly HeadGroup[] {
  if (columns.every(({ above }) => above === undefined)) return []
  const groups: HeadGroup[] = []
  columns.forEach(({ above = null }, column) => {
    const last = groups.at(-1)
    if (last && above !== null && last.above === above) groups[groups.length - 1] = { ...last, last: column }
    else groups.push({ above, first: column, last: column })
  })
  return groups
}

/** A head below another, without saying that one again: "lần 1" of "Thẩm định, lần 1". */
export function shortHead({ head, above }: DisplayedColumn): string {
  if (above === undefined || !head.startsWith(above)) return head
  const rest = head.slice(above.length).replace(/^[\s,:·–-]+/, '')
  return rest === '' ? head : rest.charAt(0).toLocaleUpperCase('vi') + rest.slice(1)
}
