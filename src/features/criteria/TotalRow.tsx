import { formatNumber } from '../../ui/formatNumber.ts'
import { Mark } from '../../ui/Mark.tsx'
import { PaddedNumber } from '../../ui/PaddedNumber.tsx'
import { type CriteriaColumn, numberColumns } from './criteriaColumns.tsx'
import { DifferenceCell, LostCell, PercentCell } from './LossCells.tsx'
import { PointsCell } from './PointsCells.tsx'
import type { TableView } from './tableView.ts'

/** The last line: what everything above adds up to, whatever rows are shown. */
export function TotalRow({
  view,
  columns,
  shown,
  all,
  isOpen,
  select,
  ariaIndex,
}: {
  view: TableView
  columns: readonly CriteriaColumn[]
  shown: number
  all: number
  isOpen: boolean
  select: (id: string) => void
  ariaIndex: number
}) {
  const { words } = view
  return (
    <tr aria-rowindex={ariaIndex} className={isOpen ? 'selected' : undefined} id="row-of-total">
      {columns.map(({ id, label }) =>
        id === 'name' ? (
          <th key={id} scope="row" data-col={id} className="c-name">
            <button type="button" onClick={() => select('total')}>
              {words.total}
            </button>
            {shown < all && <small> {words.shownOf(shown, all)}</small>}
          </th>
        ) : (
          <td
            key={id}
            data-col={id}
            data-head={label}
            className={numberColumns.has(id) ? `number c-${id}` : `c-${id}`}
          >
            {draw(id, view)}
          </td>
        ),
      )}
    </tr>
  )
}

function draw(id: string, view: TableView) {
  const { sheet, table, words, language, decimals } = view
  const line = { kind: 'total', row: table.total, node: null } as const
  switch (id) {
    case 'max':
      return (
        <PaddedNumber
          text={formatNumber(sheet.total.maxPoints, language)}
          decimals={decimals.max}
          mark={language === 'vi' ? ',' : '.'}
        />
      )
    case 'difference':
      return <DifferenceCell line={line} view={view} />
    case 'lost':
      return <LostCell line={line} view={view} />
    case 'percent':
      return <PercentCell line={line} view={view} />
    case 'note':
      return sheet.total.missingLeaves > 0 ? (
        <span title={words.missingMore}>
          <Mark kind="missing" />
          {words.missingCount(sheet.total.missingLeaves)}
          {deductions(view).map(text => (
            <small key={text}> {text}</small>
          ))}
        </span>
      ) : null
    default: {
      const index = pointIndex(id, view)
      const [cell, column] = [table.total.cells[index], table.columns[index]]
      return cell && column ? <PointsCell cell={cell} column={column} line={line} view={view} /> : null
    }
  }
}

/** Deductions that are still open: with them more can be lost than the maximum holds. */
function deductions({ sheet, words, format }: TableView): readonly string[] {
  return sheet.adjustments.flatMap(({ effect, outcome, points }) =>
    effect === 'penalty' && outcome.kind === 'missing' && points.to !== '0'
      ? [words.mayLose(format(points.to))]
      : [],
  )
}

/** Which of the point columns an id stands for; −1 for any other column. */
function pointIndex(id: string, { table }: TableView): number {
  if (id === 'after') return table.columns.length - 1
  if (id === 'before') return 0
  return table.columns.findIndex(column => column.by === 'stage' && column.stage === id)
}
