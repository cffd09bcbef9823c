import type { DisplayedCell, DisplayedTable } from '../../model/displayedTable.ts'

/**
 * A table as text that spreadsheets and word processors paste as one: fields parted by tabs, lines by line ends.
 * What a spreadsheet would take for a formula gets an apostrophe before it.
 */
export function tableText(table: DisplayedTable): string {
  const heads = table.columns.map(column => field(column.head))
  const hasAbove = table.columns.some(column => column.above !== undefined)
  const above = hasAbove ? [table.columns.map(column => field(column.above ?? ''))] : []
  const rows = table.rows.map(row => row.cells.map(cellText))
  const lines = [...above, heads, ...(rows.length === 0 ? [[field(table.empty)]] : rows)]
  return lines.map(line => line.join('\t')).join('\r\n')
}

/** A number alone has the minus of a keyboard, so that it is pasted as a number. */
function cellText({ text, number }: DisplayedCell): string {
  if (number && !number.before && !number.after) return text.replace('\u2212', '-').replace('\u00a0', ' ')
  return field(text)
}

function field(text: string): string {
  const line = text.replace(/[\t\r\n]+/g, ' ')
  return /^[\s\u00a0]*[=+\-@\uff1d\uff0b\uff0d\uff20]/.test(line) ? `'${line}` : line
}
