import { type KeyboardEvent, memo } from 'react'
import type { ReviewedAgency } from '../../../model/roundState.ts'
import { formatInterval } from '../../../receipt/pointsFormat.ts'
import type { ReviewView } from '../../../state/review/reviewView.ts'
import { formatNumber } from '../../../ui/formatNumber.ts'
import { pickName, useText } from '../../../ui/language.tsx'
import { TableScroll } from '../../../ui/TableScroll.tsx'
import type { DeskArea } from './deskLines.ts'
import { ItemRow, type RowContext } from './ItemRow.tsx'
import { deskWords } from './words.ts'
import './deskTable.css'

const numeric = new Set(['figures', 'computed', 'claimed', 'standing', 'difference', 'before'])

/** The items of one agency by area, one line each; arrows walk through them. */
export function ItemTable({
  areas,
  agency,
  peersAt,
  currentId,
  context,
  step,
}: {
  areas: readonly DeskArea[]
  agency: ReviewedAgency
  peersAt: ReviewView['peersAt']
  currentId: string | null
  context: RowContext
  step: (by: 1 | -1) => void
}) {
  const words = useText(deskWords)
  // A column that says nothing of anybody makes room for the others.
  const items = [...agency.items.values()]
  const hasClaims = items.some(({ claimed }) => claimed !== null)
  const hasBefore = items.some(({ before }) => before !== null)
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    step(event.key === 'ArrowDown' ? 1 : -1)
  }
  return (
    <TableScroll label={words.items}>
      <table
        className="rvd-table"
        data-no-claims={!hasClaims || undefined}
        data-no-before={!hasBefore || undefined}
        onKeyDown={press}
      >
        <caption className="visually-hidden">{words.items}</caption>
        <TableHead />
        {areas.map(({ area, lines }) => {
          const node = agency.nodes.get(area.id)
          return (
            <tbody key={area.id}>
              <tr className="rvd-area">
                <td className="rvd-code">{area.code}</td>
                <th scope="rowgroup" colSpan={hasClaims ? 4 : 3}>
                  {pickName(context.language, area.name, area.nameEn)}
                </th>
                <td className="number rvd-now">
                  {node?.points?.kind === 'known' && <b>{formatInterval(node.points, context.points)}</b>}
                  {node && node.maxPoints !== null && (
                    <span className="rvd-max">/{formatNumber(node.maxPoints, context.language)}</span>
                  )}
                </td>
                <td />
                <td className="rvd-before" />
                <td className="rvd-peers" />
                <td />
                <td className="rvd-signs" />
              </tr>
              {lines.map(line => (
                <ItemRow
                  key={line.id}
                  line={line}
                  node={agency.nodes.get(line.id)}
                  values={agency.values}
                  peers={peersAt(agency.groupId, line.id)}
                  isCurrent={line.id === currentId}
                  context={context}
                />
              ))}
            </tbody>
          )
        })}
      </table>
    </TableScroll>
  )
}

const TableHead = memo(function TableHead() {
  const words = useText(deskWords)
  const titles: Readonly<Record<string, string>> = words.columnTitles
  return (
    <thead>
      <tr>
        {Object.entries(words.columns).map(([id, title]) => (
          <th
            key={id}
            scope="col"
            className={`rvd-col-${id}${numeric.has(id) ? ' number' : ''}`}
            title={titles[id]}
          >
            {title}
          </th>
        ))}
      </tr>
    </thead>
  )
})
