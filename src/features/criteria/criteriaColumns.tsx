import {
  columnVisibilityFeature,
  createColumnHelper,
  createExpandedRowModel,
  rowExpandingFeature,
  tableFeatures,
} from '@tanstack/react-table'
import type { ReactNode } from 'react'
import { pickName } from '../../ui/language.tsx'
import { Mark } from '../../ui/Mark.tsx'
import type { CriteriaLine } from './criteriaLines.ts'
import { EvidenceCell, FiguresCell } from './FigureCells.tsx'
import { DifferenceCell, LostCell, PercentCell } from './LossCells.tsx'
import { MaxCell, PointsCell } from './PointsCells.tsx'
import { columnName, noteOf, type TableView } from './tableView.ts'

export const criteriaFeatures = tableFeatures({
  columnVisibilityFeature,
  rowExpandingFeature,
  expandedRowModel: createExpandedRowModel(),
})

const helper = createColumnHelper<typeof criteriaFeatures, CriteriaLine>()

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
  columns: readonly CriteriaColumn[],
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

export type CriteriaColumn = {
  readonly id: string
  /** In the chooser and for whoever hears the table. */
  readonly label: string
  readonly head: ReactNode
  readonly draw: (line: CriteriaLine) => ReactNode
}

/** Columns of the official table in order; which point columns there are, the data decide. */
export function criteriaColumns(view: TableView): readonly CriteriaColumn[] {
  const { words, table } = view
  const points = table.columns.map((column, index): CriteriaColumn => {
    const isLast = index === table.columns.length - 1
    const { main, sub } = columnName(column, table.columns.length === 1, words)
    return {
      id: isLast ? 'after' : index === 0 ? 'before' : column.by === 'stage' ? column.stage : column.by,
      label: sub === '' ? main : `${main}, ${sub}`,
      head: <Head main={main} sub={sub} />,
      draw: line => {
        const cell = line.row.cells[index]
        return cell && <PointsCell cell={cell} column={column} line={line} view={view} />
      },
    }
  })
  const plain = (id: string, main: string, draw: CriteriaColumn['draw'], label = main): CriteriaColumn => ({
    id,
    label,
    head: <Head main={main} sub="" />,
    draw,
  })
  return [
    plain('code', words.code, line => line.code),
    plain('name', words.name, line => lineName(line, view)),
    plain('max', words.max, line => <MaxCell line={line} view={view} />, words.maxFull),
    ...(view.hasFigures
      ? [plain('figures', words.figures, line => <FiguresCell line={line} view={view} />)]
      : []),
    ...points,
    ...(points.length > 1
      ? [
          plain(
            'difference',
            words.differenceHead,
            line => <DifferenceCell line={line} view={view} />,
            words.difference,
          ),
        ]
      : []),
    plain('lost', words.lost, line => <LostCell line={line} view={view} />, words.lostFull),
    {
      id: 'percent',
      label: words.percent,
      head: (
        <>
          {words.percent}
          <span className="percent-legend">
            <span>
              <Mark kind="actual" size={8} />
              {words.gained}
            </span>
            <span>
              <Mark kind="lost" size={8} />
              {words.lostWord}
            </span>
          </span>
        </>
      ),
      draw: line => <PercentCell line={line} view={view} />,
    },
    ...(view.evidence || view.hasOwnSources
      ? [
          plain('evidence', view.evidence ? words.evidence : words.source, line => (
            <EvidenceCell line={line} view={view} />
          )),
        ]
      : []),
    plain('note', words.note, line => {
      const note = noteOf(line, view)
      return note === '' ? null : (
        <span className="note-text" title={note}>
          {note}
        </span>
      )
    }),
  ]
}

function Head({ main, sub }: { main: string; sub: string }) {
  return (
    <>
      {main}
      {sub !== '' && <small>{sub}</small>}
    </>
  )
}

/** The same columns as TanStack Table knows them. */
export function columnDefs(columns: readonly CriteriaColumn[]) {
  return helper.columns(
    columns.map(column =>
      helper.display({
        id: column.id,
        header: () => column.head,
        cell: ({ row }) => column.draw(row.original),
      }),
    ),
  )
}

/** Rescaling and rounding are named by the screen, everything else by the rule set. */
export function lineName(
  { kind, name, nameEn }: Pick<CriteriaLine, 'kind' | 'name' | 'nameEn'>,
  { words, language }: Pick<TableView, 'words' | 'language'>,
): string {
  if (kind === 'rescaling') return words.rescaling
  if (kind === 'rounding') return words.rounding
  return kind === 'total' ? words.total : pickName(language, name, nameEn)
}
