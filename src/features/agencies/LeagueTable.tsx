import { useVirtualizer } from '@tanstack/react-virtual'
import { type CSSProperties, useRef } from 'react'
import { useLanguage, useText } from '../../ui/language.tsx'
import { Mark } from '../../ui/Mark.tsx'
import { useWholeTable } from '../../ui/picture/wholeTables.ts'
import { LeagueHead } from './LeagueHead.tsx'
import { LeagueTableRow } from './LeagueTableRow.tsx'
import { notLoadedText } from './projectLeague.ts'
import { useGridKeys } from './useGridKeys.ts'
import type { League, LeagueItem } from './useLeague.ts'
import { useMedia } from './useMedia.ts'
import { agenciesWords } from './words.ts'

/** From here on only rows in sight are drawn; paper always has all. */
const mostDrawn = 60
/** As league.css sets it: rows are all of one height, so that none has to be measured. */
const rowHeights = { compact: 37, large: 43 }

/** Ranking and heat table in one: a row an agency, a column what it is measured by. */
export function LeagueTable({
  league: { frame, items, sorting },
  label,
  since,
  chosen,
  sort,
  toggle,
}: {
  league: League
  label: string
  since: string | null
  chosen: readonly string[]
  sort: (id: string) => void
  toggle: (agencyId: string) => void
}) {
  const scroller = useRef<HTMLDivElement>(null)
  const grid = useRef<HTMLTableElement>(null)
  const isPrinted = useMedia('print')
  const rowHeight = useMedia('(min-width: 1600px) and (min-height: 960px)')
    ? rowHeights.large
    : rowHeights.compact
  const isWhole = useWholeTable(items.length)
  const isLong = items.length > mostDrawn && !isPrinted && !isWhole
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 5,
    enabled: isLong,
  })
  const { active, onKeyDown, onFocus } = useGridKeys({
    grid,
    columns: frame.columnIds.length,
    lines: items.length,
    canStand: line => items[line]?.kind === 'row',
    show: line => {
      if (isLong) virtual.scrollToIndex(line)
    },
  })
  const drawn = isLong
    ? virtual.getVirtualItems().map(each => each.index)
    : Array.from(items, (_, index) => index)
  const [before, after] = isLong ? spaces(virtual) : [0, 0]
  // A table that Tab cannot enter would be lost to the keyboard: the head takes over for a row out of sight.
  const isActiveDrawn = drawn.includes(active.line) && items[active.line]?.kind === 'row'
  const heads = frame.showAreas ? 2 : 1
  return (
    <div
      ref={scroller}
      className={[
        'league-scroll',
        ...(frame.showAreas ? ['leaves'] : []),
        ...(frame.maximum === null ? [] : ['one-maximum']),
        ...(frame.changes === 'published' ? ['published-change'] : []),
      ].join(' ')}
      style={{ '--beside-agency': widthBesideAgency(frame) } as CSSProperties}
    >
      <table
        ref={grid}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: arrows move between its cells
        role="grid"
        className="league"
        aria-label={label}
        aria-rowcount={items.length + heads}
        aria-colcount={frame.columnIds.length}
        onKeyDown={onKeyDown}
        onFocus={onFocus}
        onChange={event => {
          if (event.target instanceof HTMLInputElement) toggle(event.target.value)
        }}
      >
        <colgroup>
          {frame.columnIds.map((id, index) => (
            <col
              key={id}
              className={index < frame.columnIds.length - frame.heat.length ? `col-${id}` : 'col-heat'}
            />
          ))}
        </colgroup>
        <LeagueHead
          frame={frame}
          sorting={sorting}
          activeCol={isActiveDrawn ? null : active.col}
          since={since}
          sort={sort}
        />
        <tbody>
          <Space height={before} columns={frame.columnIds.length} />
          {drawn.map(line => {
            const item = items[line]
            if (item?.kind !== 'row')
              return (
                item && (
                  <PartingRow
                    key={keyOf(item)}
                    item={item}
                    rowIndex={line + heads + 1}
                    columns={frame.columnIds.length}
                  />
                )
              )
            return (
              <LeagueTableRow
                key={item.row.agencyId}
                row={item.row}
                frame={frame}
                line={line}
                rowIndex={line + heads + 1}
                activeCol={active.line === line ? active.col : null}
                isChosen={chosen.includes(item.row.agencyId)}
              />
            )
          })}
          <Space height={after} columns={frame.columnIds.length} />
        </tbody>
      </table>
    </div>
  )
}

/** Of all columns but the agency's, in the widths league.css gives them. */
function widthBesideAgency({ columnIds, heat }: League['frame']): string {
  const others = columnIds.slice(0, columnIds.length - heat.length).filter(id => id !== 'agency')
  return `calc(${others.map(id => `var(--w-${id})`).join(' + ')} + ${heat.length} * var(--w-heat))`
}

/** Room of the rows above and below those that are drawn. */
function spaces(virtual: {
  getVirtualItems: () => readonly { start: number; end: number }[]
  getTotalSize: () => number
}): readonly [number, number] {
  const shown = virtual.getVirtualItems()
  const [first, last] = [shown[0], shown.at(-1)]
  return first && last ? [first.start, virtual.getTotalSize() - last.end] : [0, 0]
}

function Space({ height, columns }: { height: number; columns: number }) {
  if (height <= 0) return null
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it takes the focus
    <tr aria-hidden="true" className="space">
      <td colSpan={columns} style={{ height }} />
    </tr>
  )
}

const keyOf = (item: Exclude<LeagueItem, { kind: 'row' }>) => (item.kind === 'head' ? item.place : item.kind)

/** Names a block of its own, or who is not here. */
function PartingRow({
  item,
  rowIndex,
  columns,
}: {
  item: Exclude<LeagueItem, { kind: 'row' }>
  rowIndex: number
  columns: number
}) {
  const words = useText(agenciesWords)
  const language = useLanguage()
  if (item.kind === 'notLoaded')
    return (
      <tr className="not-loaded" aria-rowindex={rowIndex}>
        <td colSpan={columns}>
          <span>
            <Mark kind="missing" />
            {notLoadedText(item, language)}
          </span>
        </td>
      </tr>
    )
  const isIdle = item.place === 'idle'
  return (
    <tr className="block-head" aria-rowindex={rowIndex}>
      <th scope="rowgroup" colSpan={columns}>
        <span>
          <b>{isIdle ? words.idle : words.unranked}</b> {isIdle ? words.idleWhy : words.unrankedWhy}
        </span>
      </th>
    </tr>
  )
}
