import {
  columnVisibilityFeature,
  createColumnHelper,
  createExpandedRowModel,
  rowExpandingFeature,
  tableFeatures,
} from '@tanstack/react-table'
import type { ReactNode } from 'react'
import { Mark } from '../../ui/Mark.tsx'
import type { CriteriaLine } from './criteriaLines.ts'
import { EvidenceCell, FiguresCell } from './FigureCells.tsx'
import { DifferenceCell, LostCell, PercentCell } from './LossCells.tsx'
import { lineName, type OfficialColumn, officialColumns, pointsOf } from './officialColumns.ts'
import { saidMax } from './saidCells.ts'
import { Said } from './signs.tsx'
import { noteOf, type TableView } from './tableView.ts'

export const criteriaFeatures = tableFeatures({
  columnVisibilityFeature,
  rowExpandingFeature,
  expandedRowModel: createExpandedRowModel(),
})

const helper = createColumnHelper<typeof criteriaFeatures, CriteriaLine>()

/** A column of the official table with how it is drawn. */
export type CriteriaColumn = OfficialColumn & {
  readonly head: ReactNode
  readonly draw: (line: CriteriaLine) => ReactNode
}

export function criteriaColumns(view: TableView): readonly CriteriaColumn[] {
  return officialColumns(view).map(column => ({
    ...column,
    head: <Head column={column} view={view} />,
    draw: line => draw(column, line, view),
  }))
}

function draw({ id, stage }: OfficialColumn, line: CriteriaLine, view: TableView): ReactNode {
  if (stage !== null)
    return <Said cell={pointsOf(line, stage, view)} decimals={view.decimals.points} view={view} />
  switch (id) {
    case 'code':
      return line.code
    case 'name':
      return lineName(line, view)
    case 'max':
      return <Said cell={saidMax(line, view)} decimals={view.decimals.max} view={view} />
    case 'figures':
      return <FiguresCell line={line} view={view} />
    case 'difference':
      return <DifferenceCell line={line} view={view} />
    case 'lost':
      return <LostCell line={line} view={view} />
    case 'percent':
      return <PercentCell line={line} view={view} />
    case 'evidence':
      return <EvidenceCell line={line} view={view} />
    default: {
      const note = noteOf(line, view)
      return note === '' ? null : (
        <span className="note-text" title={note}>
          {note}
        </span>
      )
    }
  }
}

function Head({ column: { id, main, sub }, view: { words } }: { column: OfficialColumn; view: TableView }) {
  if (id === 'percent')
    return (
      <>
        {main}
        <span className="percent-legend" aria-hidden="true">
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
    )
  return (
    <>
      {main}
      {sub !== '' && (
        <>
          <span className="visually-hidden">, </span>
          <small>{sub}</small>
        </>
      )}
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
