import { formatNumber } from '../../ui/formatNumber.ts'
import { Mark } from '../../ui/Mark.tsx'
import { numberColumns } from './columnWidths.ts'
import type { CriteriaColumn } from './criteriaColumns.tsx'
import { DifferenceCell, LostCell, PercentCell } from './LossCells.tsx'
import { pointsOf, totalLine, totalNotes } from './officialColumns.ts'
import { Said } from './signs.tsx'
import type { TableView } from './tableView.ts'

/** The last line: what everything above adds up to, whatever rows are shown. */
export function TotalRow({
  view,
  columns,
  shownOf,
  isOpen,
  select,
  ariaIndex,
}: {
  view: TableView
  columns: readonly CriteriaColumn[]
  /** How many rows of all are shown; empty where they all are. */
  shownOf: string
  isOpen: boolean
  select: (id: string) => void
  ariaIndex: number
}) {
  return (
    <tr aria-rowindex={ariaIndex} className={isOpen ? 'selected' : undefined} id="row-of-total">
      {columns.map(column =>
        column.id === 'name' ? (
          <th key={column.id} scope="row" data-col={column.id} className="c-name">
            <button type="button" onClick={() => select('total')}>
              {view.words.total}
            </button>
            {shownOf !== '' && <small> {shownOf}</small>}
          </th>
        ) : (
          <td
            key={column.id}
            data-col={column.id}
            data-head={column.label}
            className={numberColumns.has(column.id) ? `number c-${column.id}` : `c-${column.id}`}
          >
            {draw(column, view)}
          </td>
        ),
      )}
    </tr>
  )
}

function draw({ id, stage }: CriteriaColumn, view: TableView) {
  const line = totalLine(view)
  if (stage !== null)
    return <Said cell={pointsOf(line, stage, view)} decimals={view.decimals.points} view={view} />
  switch (id) {
    case 'max':
      return (
        <Said
          cell={{ look: 'number', text: formatNumber(view.sheet.total.maxPoints, view.language) }}
          decimals={view.decimals.max}
          view={view}
        />
      )
    case 'difference':
      return <DifferenceCell line={line} view={view} />
    case 'lost':
      return <LostCell line={line} view={view} />
    case 'percent':
      return <PercentCell line={line} view={view} />
    case 'note': {
      const [missing, ...deductions] = totalNotes(view)
      return missing === undefined ? null : (
        <span title={view.words.missingMore}>
          <Mark kind="missing" />
          {missing}
          {deductions.map(text => (
            <small key={text}> {text}</small>
          ))}
        </span>
      )
    }
    default:
      return null
  }
}
