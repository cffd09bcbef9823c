import { letterOf } from '../../../charts/CompareMarks.tsx'
import type { ComparedCell, ComparedRow } from '../../../model/comparison.ts'
import { useLanguage, useText } from '../../../ui/language.tsx'
import { Mark } from '../../../ui/Mark.tsx'
import { TableScroll } from '../../../ui/TableScroll.tsx'
import {
  comparedName,
  comparedText,
  compareHeads,
  distanceTexts,
  type ShownComparison,
} from './projectCompare.ts'
import { compareWords } from './words.ts'

/** Table twin: points over maximum of every agency at every criterion, the leader and the distance. */
export function CompareTable({
  comparison,
  columns,
  nameOf,
  hrefOf,
  format,
}: ShownComparison & { hrefOf: (agencyId: string, criterionId: string | undefined) => string }) {
  const words = useText(compareWords)
  const language = useLanguage()
  const { agencyIds } = comparison
  const heads = compareHeads(agencyIds, nameOf, words)
  const columnOf = new Map(columns.map(column => [column.criterionId, column]))
  const line = (row: ComparedRow, name: string, kind: string) => {
    const { ahead, percentPoints, points } = distanceTexts(row, agencyIds, format, words, language)
    const isBest = (id: string) => ahead !== '' && row.distance?.ahead.includes(id)
    return (
      <tr key={row.criterionId} className={kind}>
        <th scope="row">{name}</th>
        {row.cells.map((cell, index) => {
          const id = agencyIds[index] ?? ''
          return (
            <td key={id} className={isBest(id) ? 'number best' : 'number'}>
              <Cell cell={cell} format={format} href={hrefOf(id, row.criterionId ?? undefined)} />
            </td>
          )
        })}
        <td>{ahead}</td>
        <td className="number">{percentPoints}</td>
        <td className="number">{points}</td>
      </tr>
    )
  }
  return (
    <TableScroll label={words.tableLabel}>
      <table className="figures compare-table">
        <caption className="visually-hidden">{words.tableLabel}</caption>
        <thead>
          <tr>
            <th scope="col">{heads.criterion}</th>
            {agencyIds.map((id, index) => (
              <th key={id} scope="col" className="number">
                {letterOf(index)} <span className="agency">{nameOf(id)}</span>
              </th>
            ))}
            <th scope="col">{heads.leads}</th>
            <th scope="col" className="number" title={words.percentPointsLong}>
              {heads.percentPoints}
            </th>
            <th scope="col" className="number">
              {heads.points}
            </th>
          </tr>
        </thead>
        <tbody>
          {line(comparison.total, words.total, 'sum')}
          {comparison.rows.map(row => {
            const column = columnOf.get(row.criterionId ?? '')
            if (!column) return null
            const kind = column.depth === 0 ? 'area' : `depth-${Math.min(column.depth, 3)}`
            return line(row, comparedName(column, language), kind)
          })}
        </tbody>
      </table>
    </TableScroll>
  )
}

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
  const { text, of, told } = comparedText(cell, format, words, useLanguage())
  const mark = markOf(cell)
  return (
    <a href={href} title={told === '' ? undefined : told}>
      {mark && <Mark kind={mark} />}
      {text === '' ? (
        told
      ) : (
        <>
          {text}
          {of !== '' && <small>{of}</small>}
          {told !== '' && <span className="visually-hidden"> {told}</span>}
        </>
      )}
    </a>
  )
}

function markOf({ state, notIncurred, isInferred }: ComparedCell) {
  if (state === 'notApplicable') return 'notApplicable'
  if (state !== 'settled') return 'missing'
  if (notIncurred) return 'notApplicable'
  return isInferred ? 'inferred' : null
}
