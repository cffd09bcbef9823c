import { letterOf } from '../../../charts/CompareMarks.tsx'
import type { CohortColumn } from '../../../model/cohort.ts'
import type { AgencyComparison, ComparedCell, ComparedRow } from '../../../model/comparison.ts'
import { formatInterval } from '../../../receipt/pointsFormat.ts'
import { formatNumber } from '../../../ui/formatNumber.ts'
import { pickName, useLanguage, useText } from '../../../ui/language.tsx'
import { Mark } from '../../../ui/Mark.tsx'
import { TableScroll } from '../../../ui/TableScroll.tsx'
import { stateText } from './CompareRows.tsx'
import { compareWords } from './words.ts'

/** Table twin: points over maximum of every agency at every criterion, the leader and the distance. */
export function CompareTable({
  comparison,
  columns,
  nameOf,
  hrefOf,
  format,
}: {
  comparison: AgencyComparison
  columns: readonly CohortColumn[]
  nameOf: (agencyId: string) => string
  hrefOf: (agencyId: string, criterionId: string | undefined) => string
  format: (points: string) => string
}) {
  const words = useText(compareWords)
  const language = useLanguage()
  const { agencyIds } = comparison
  const columnOf = new Map(columns.map(column => [column.criterionId, column]))
  const line = (row: ComparedRow, name: string, kind: string) => (
    <tr key={row.criterionId} className={kind}>
      <th scope="row">{name}</th>
      {row.cells.map((cell, index) => {
        const id = agencyIds[index] ?? ''
        return (
          <td
            key={id}
            className={row.distance?.ahead.includes(id) && !isEqual(row) ? 'number best' : 'number'}
          >
            <Cell cell={cell} format={format} href={hrefOf(id, row.criterionId ?? undefined)} />
          </td>
        )
      })}
      <td>{row.distance && !isEqual(row) ? row.distance.ahead.map(letterIn(agencyIds)).join(', ') : ''}</td>
      <td className="number">
        {row.distance === null
          ? words.none
          : isEqual(row)
            ? words.equal
            : formatNumber(row.distance.percentPoints, language, { places: 2, minPlaces: 2 })}
      </td>
      <td className="number">{row.distance?.points && !isEqual(row) ? format(row.distance.points) : ''}</td>
    </tr>
  )
  return (
    <TableScroll label={words.tableLabel}>
      <table className="figures compare-table">
        <caption className="visually-hidden">{words.tableLabel}</caption>
        <thead>
          <tr>
            <th scope="col">{words.criterion}</th>
            {agencyIds.map((id, index) => (
              <th key={id} scope="col" className="number">
                {letterOf(index)} <span className="agency">{nameOf(id)}</span>
              </th>
            ))}
            <th scope="col">{words.leads}</th>
            <th scope="col" className="number" title={words.percentPointsLong}>
              {words.distance}, {words.percentPoints}
            </th>
            <th scope="col" className="number">
              {words.distance}, {words.pointsHead}
            </th>
          </tr>
        </thead>
        <tbody>
          {line(comparison.total, words.total, 'sum')}
          {comparison.rows.map(row => {
            const column = columnOf.get(row.criterionId ?? '')
            if (!column) return null
            const name = `${column.code} ${pickName(language, column.shortName, column.shortNameEn)}`
            return line(row, name, column.depth === 0 ? 'area' : `depth-${Math.min(column.depth, 3)}`)
          })}
        </tbody>
      </table>
    </TableScroll>
  )
}

const isEqual = ({ distance }: ComparedRow) => distance?.percentPoints === '0'

const letterIn = (agencyIds: readonly string[]) => (id: string) => letterOf(agencyIds.indexOf(id))

/** "11,85/18", with the sign of whatever qualifies it. */
function Cell({
  cell,
  format,
  href,
}: {
  cell: ComparedCell
  format: (points: string) => string
  href: string
}) {
  const words = useText(compareWords)
  const language = useLanguage()
  const { points, maxPoints, state, notIncurred } = cell
  const told = stateText(cell, words)
  const mark =
    state === 'settled'
      ? notIncurred
        ? 'notApplicable'
        : cell.isInferred
          ? 'inferred'
          : null
      : state === 'notApplicable'
        ? 'notApplicable'
        : 'missing'
  return (
    <a href={href} title={told ?? undefined}>
      {mark && <Mark kind={mark} />}
      {points === null || state === 'notApplicable' ? (
        told
      ) : (
        <>
          {formatInterval(points, format)}
          {maxPoints !== null && <small>/{formatNumber(maxPoints, language)}</small>}
          {told !== null && <span className="visually-hidden"> {told}</span>}
        </>
      )}
    </a>
  )
}
