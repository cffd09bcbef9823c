import type { TableView } from './tableView.ts'

/** Columns that always stand: without them a row has no name. */
export const fixedColumns: ReadonlySet<string> = new Set(['code', 'name'])

/** Columns that give way beside a docked receipt, which says the same; the first one first. */
const givingWay = ['evidence', 'firstReview', 'secondReview', 'note'] as const

/** Least width of the name and of the notes, in letters of the row (em); they share what is left over. */
export const leastWidths: Readonly<Record<string, number>> = { name: 17, note: 12 }

/** Width of the other columns (em): wider where words stand beside the numbers. */
export function columnWidth(id: string, { table, sheet, longestFigures }: TableView): number {
  const isUnknown = sheet.nodes.some(node => node.points?.kind === 'unknown')
  // Intervals take the room of two numbers.
  const isOpen = [...table.rows, table.total].some(row => row.cells.some(cell => cell.state === 'open'))
  switch (id) {
    case 'code':
      return 4
    case 'max':
      return isUnknown ? 6.2 : 3.9
    case 'figures':
      // As wide as the longest figures that stand together, up to what a name can spare.
      return Math.min(Math.max(8, longestFigures * 0.58 + 1), 12)
    case 'before':
      return isOpen ? 8.8 : table.columns[0]?.by === 'stage' ? 6.4 : 7.6
    case 'after':
      return isUnknown || isOpen ? 9 : 6.6
    case 'difference':
      return table.columns.at(-1)?.by === 'published' ? 6.2 : 5.2
    case 'lost':
      return isOpen ? 7.6 : 4.8
    case 'percent':
      return isOpen ? 11.6 : 9.6
    case 'evidence':
      return 7
    default:
      return isOpen ? 8.8 : 6
  }
}

/**
 * Columns to leave out until the rest fits.
 * @param room width there is (em)
 */
export function columnsGivingWay(
  columns: readonly { readonly id: string }[],
  hidden: ReadonlySet<string>,
  room: number,
  view: TableView,
): readonly string[] {
  const left = new Set<string>()
  const needed = () =>
    columns
      .filter(({ id }) => !hidden.has(id) && !left.has(id))
      .reduce((sum, { id }) => sum + (leastWidths[id] ?? columnWidth(id, view)), 0)
  for (const id of givingWay) if (needed() > room) left.add(id)
  return [...left]
}

/** Columns whose cells are numbers, set to the right. */
export const numberColumns: ReadonlySet<string> = new Set([
  'max',
  'figures',
  'before',
  'firstReview',
  'secondReview',
  'after',
  'difference',
  'lost',
])
