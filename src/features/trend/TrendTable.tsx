import type { TrendPoint } from '../../model/trend.ts'
import type { TrendView } from '../../state/useTrendView.ts'
import { useLanguage, useText } from '../../ui/language.tsx'
import { Mark } from '../../ui/Mark.tsx'
import { TableScroll } from '../../ui/TableScroll.tsx'
import { type TrendRow, trendRows } from './trendRows.ts'
import { trendWords } from './words.ts'

/** Table twin of the trend: every period with everything its point stands for, the newest first. */
export function TrendTable({
  view,
  noteOf,
  hrefOf,
}: {
  view: TrendView
  /** What is worth saying of one period; what all of them repeat is said once elsewhere. */
  noteOf: (point: TrendPoint) => string
  hrefOf: (entry: TrendView['selected']) => string
}) {
  const words = useText(trendWords)
  const { columns } = words
  const language = useLanguage()
  const { trend } = view
  const isTotal = trend.subject.criterionId === null
  return (
    <TableScroll label={words.chart}>
      <table className="figures trend-table">
        <thead>
          <tr>
            <th scope="col">{columns.period}</th>
            <th scope="col" className="number">
              {columns.score}
            </th>
            <th scope="col" className="number">
              {columns.percent}
            </th>
            {trend.hasShare && (
              <th scope="col" className="number">
                {columns.share}
              </th>
            )}
            {isTotal && <th scope="col">{columns.band}</th>}
            <th scope="col" className="number">
              {columns.change}
            </th>
            {view.ruleSets.length > 1 && <th scope="col">{columns.rules}</th>}
            <th scope="col">{columns.stage}</th>
            <th scope="col">{columns.note}</th>
          </tr>
        </thead>
        <tbody>
          {trendRows(view, noteOf, language).map(row => (
            <Row key={`${row.entry.ruleSetId} ${row.entry.period}`} row={row} view={view} hrefOf={hrefOf} />
          ))}
        </tbody>
      </table>
    </TableScroll>
  )
}

function Row({
  row,
  view: { trend, ruleSets, selected },
  hrefOf,
}: {
  row: TrendRow
  view: TrendView
  hrefOf: (entry: TrendView['selected']) => string
}) {
  const isTotal = trend.subject.criterionId === null
  return (
    <tr className={row.entry === selected ? 'selected' : undefined}>
      <th scope="row">
        <a href={hrefOf(row.entry)}>{row.period}</a>
      </th>
      <td className="number">
        {row.points === null ? (
          <span className="quiet">
            <Mark kind={row.isExempt ? 'notApplicable' : 'missing'} />
            {row.state}
          </span>
        ) : (
          `${row.points}/${row.max}`
        )}
      </td>
      <td className="number">{row.percent}</td>
      {trend.hasShare && <td className="number">{row.share}</td>}
      {isTotal && <td>{row.band}</td>}
      <td className="number">
        {row.isCompared ? row.change : row.change !== '' && <span className="quiet">{row.change}</span>}
      </td>
      {ruleSets.length > 1 && <td>{row.rules}</td>}
      <td>{row.stage}</td>
      <td>{row.note}</td>
    </tr>
  )
}
