import { useVirtualizer } from '@tanstack/react-virtual'
import { Fragment, memo, useRef } from 'react'
import { exactInstantText } from '../../../ui/instants.ts'
import { useLanguage, useText } from '../../../ui/language.tsx'
import { Mark } from '../../../ui/Mark.tsx'
import type { EntryNames } from './entryNames.ts'
import type { PointsChange } from './entryWords.ts'
import { type LedgerRow, rowCells } from './ledgerRows.ts'
import { ledgerWords } from './words.ts'

/** From so many rows on only those in sight are drawn. */
const virtualFrom = 120

/** The lines of the ledger; ten thousand scroll as smoothly as ten. */
export function LedgerTable({
  rows,
  names,
  openTrail,
}: {
  rows: readonly LedgerRow[]
  names: EntryNames
  openTrail: (agencyId: string, criterionId: string) => void
}) {
  const words = useText(ledgerWords)
  const scroller = useRef<HTMLElement>(null)
  const isVirtual = rows.length > virtualFrom
  const virtual = useVirtualizer({
    count: rows.length,
    enabled: isVirtual,
    getScrollElement: () => scroller.current,
    estimateSize: () => 44,
    getItemKey: index => rows[index]?.entry.id ?? index,
    overscan: 10,
    scrollPaddingStart: 30,
  })
  const items = isVirtual ? virtual.getVirtualItems() : null
  const drawn = items?.map(item => item.index) ?? rows.map((_, index) => index)
  const gapBefore = (place: number) => {
    if (!items) return 0
    const [item, before] = [items[place], items[place - 1]]
    return item ? item.start - (before?.end ?? 0) : virtual.getTotalSize() - (items.at(-1)?.end ?? 0)
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section ref={scroller} className="rvl-scroll" aria-label={words.table} tabIndex={0}>
      <table className="rvl-table" aria-rowcount={rows.length + 1}>
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col" title={words.clockHint}>
              {words.time}
            </th>
            <th scope="col">{words.by}</th>
            <th scope="col">{words.stageFilter}</th>
            <th scope="col">{words.agency}</th>
            <th scope="col">{words.criterion}</th>
            <th scope="col">{words.what}</th>
            <th scope="col" className="number">
              {words.points}
            </th>
            <th scope="col">{words.reason}</th>
          </tr>
        </thead>
        <tbody>
          {drawn.map((index, place) => {
            const row = rows[index]
            if (!row) return null
            const gap = gapBefore(place)
            return (
              <Fragment key={row.entry.id}>
                {gap > 0 && <Gap height={gap} />}
                <Line
                  row={row}
                  index={index}
                  names={names}
                  openTrail={openTrail}
                  measure={isVirtual ? virtual.measureElement : undefined}
                />
              </Fragment>
            )
          })}
          {items && <Gap height={gapBefore(items.length)} />}
        </tbody>
      </table>
    </section>
  )
}

/** Keeps the length of the table while rows out of sight are not drawn. */
function Gap({ height }: { height: number }) {
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it takes the keyboard
    <tr className="rvl-gap" aria-hidden="true" style={{ height }}>
      <td />
    </tr>
  )
}

const Line = memo(function Line({
  row,
  index,
  names,
  openTrail,
  measure,
}: {
  row: LedgerRow
  index: number
  names: EntryNames
  openTrail: (agencyId: string, criterionId: string) => void
  measure: ((element: HTMLTableRowElement | null) => void) | undefined
}) {
  const words = useText(ledgerWords)
  const cells = rowCells(row, names)
  const { agencyId, criterionId } = row.subject
  return (
    <tr
      ref={measure}
      data-index={index}
      aria-rowindex={index + 2}
      className={row.out === null ? undefined : 'rvl-out'}
      title={words.line(row.entry.id)}
    >
      <td className="rvl-time">{exactInstantText(row.entry.at)}</td>
      <td className="rvl-by">{cells.by}</td>
      <td className="rvl-stage">{cells.stage}</td>
      <td className="rvl-agency">{cells.agency}</td>
      <td className="rvl-criterion">
        {agencyId !== null && criterionId !== null ? (
          <button
            type="button"
            aria-label={words.openTrail(cells.criterion, cells.agency)}
            onClick={() => openTrail(agencyId, criterionId)}
          >
            {cells.criterion}
          </button>
        ) : (
          cells.criterion
        )}
      </td>
      <td className="rvl-what">
        <b>{cells.title}</b>
        {cells.detail !== null && <span>{cells.detail}</span>}
        {cells.out !== null && (
          <em>
            <Mark kind="warning" size={12} />
            {cells.out}
          </em>
        )}
      </td>
      <td className="rvl-points number">{cells.change && <Points {...cells.change} />}</td>
      <td className="rvl-reason">{cells.reason}</td>
    </tr>
  )
})

/** "2 thành 1,5" with an arrow for the eye, words for the ear, and the maximum. */
export function Points({ from, to, max, isPoints }: PointsChange) {
  const words = useText(ledgerWords)
  const language = useLanguage()
  const isSame = from === to
  const of = max === null ? null : <small>/{max}</small>
  return (
    <>
      <span className="visually-hidden">
        {words.pointsOf(from, to, isPoints.from || isPoints.to ? max : null)}
      </span>
      <span aria-hidden="true" lang={language} className="rvl-change">
        {!isSame && (
          <>
            <span>
              {from}
              {isPoints.from && !isPoints.to && of}
            </span>
            <svg width="14" height="9" viewBox="0 0 14 9" className="rvl-arrow" aria-hidden="true">
              <path d="M0 4.5h12M8.5 1l3.5 3.5L8.5 8" fill="none" stroke="currentColor" strokeWidth="1.3" />
            </svg>
          </>
        )}
        <b>{to}</b>
        {isPoints.to && of}
      </span>
    </>
  )
}
