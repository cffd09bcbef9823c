import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useLayoutEffect, useRef, useState, useSyncExternalStore } from 'react'
import type { ReviewRound } from '../../../model/review.ts'
import { useText } from '../../../ui/language.tsx'
import { useWholeTable } from '../../../ui/picture/wholeTables.ts'
import { useIsPrinting } from '../../../ui/useIsPrinting.ts'
import { InboxLine } from './InboxLine.tsx'
import type { InboxItem } from './inboxItems.ts'
import { inboxWords } from './words.ts'

/** From here on only rows in sight are drawn; paper always has all. */
const mostDrawn = 60

const columns = ['agency', 'received', 'figures', 'checks', 'rules', 'whole', 'versions', 'review'] as const

/** What came in, an agency a row, by group. Arrows walk through it; Enter opens the submission for review. */
export function InboxList({
  round,
  items,
  openDesk,
  openFiles,
}: {
  round: ReviewRound
  items: readonly InboxItem[]
  openDesk: (agencyId: string) => void
  openFiles: (agencyId: string) => void
}) {
  const words = useText(inboxWords)
  const list = useRef<HTMLTableElement>(null)
  const isPrinting = useIsPrinting()
  const isWhole = useWholeTable(items.length)
  const contentScrolls = useContentScrolls()
  const isLong = items.length > mostDrawn && contentScrolls && !isPrinting && !isWhole
  const [above, setAbove] = useState(0)
  // Where the list begins in what scrolls: panels above it come and go.
  useLayoutEffect(() => {
    const [scroller, table] = [scrollerOf(), list.current]
    if (!isLong || !scroller || !table) return
    const at = table.getBoundingClientRect().top - scroller.getBoundingClientRect().top + scroller.scrollTop
    if (Math.abs(at - above) > 1) setAbove(at)
  })
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: scrollerOf,
    estimateSize: index => (items[index]?.kind === 'group' ? 34 : 45),
    getItemKey: index => keyOf(items[index]) ?? index,
    overscan: 6,
    scrollMargin: above,
    // The head of the table stays in sight.
    scrollPaddingStart: 40,
    enabled: isLong,
  })
  const shown = isLong ? virtual.getVirtualItems() : null
  const drawn = shown?.map(each => each.index) ?? items.map((_, index) => index)
  const before = shown ? (shown[0]?.start ?? above) - above : 0
  const after = shown ? virtual.getTotalSize() - ((shown.at(-1)?.end ?? above) - above) : 0

  const walk = (event: KeyboardEvent<HTMLTableElement>) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    const at = event.target instanceof HTMLElement ? event.target.closest('tr')?.dataset['index'] : undefined
    if (step === undefined || at === undefined || event.altKey || event.ctrlKey || event.metaKey) return
    let next = Number(at) + step
    while (items[next]?.kind === 'group') next += step
    if (!items[next]) return
    event.preventDefault()
    const focus = () =>
      list.current?.querySelector<HTMLElement>(`tr[data-index="${next}"] .rvi-open`)?.focus()
    if (isLong) virtual.scrollToIndex(next)
    focus()
    if (isLong) requestAnimationFrame(() => requestAnimationFrame(focus))
  }

  return (
    <table
      ref={list}
      className="rvi-list"
      aria-label={words.list}
      aria-rowcount={items.length + 1}
      onKeyDown={walk}
    >
      <colgroup>
        {columns.map(column => (
          <col key={column} className={`rvi-col-${column}`} />
        ))}
      </colgroup>
      <thead>
        <tr aria-rowindex={1}>
          {columns.map(column => (
            <th
              key={column}
              scope="col"
              {...(column === 'figures' || column === 'review' ? { className: 'number' } : {})}
              {...(column === 'agency' || column === 'versions' ? {} : { title: words.columnHint[column] })}
            >
              {words.column[column]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <Space height={before} />
        {drawn.map(index => {
          const item = items[index]
          if (!item) return null
          if (item.kind === 'row')
            return (
              <InboxLine
                key={item.row.agencyId}
                row={item.row}
                round={round}
                index={index}
                measure={isLong ? virtual.measureElement : undefined}
                openDesk={openDesk}
                openFiles={openFiles}
              />
            )
          return (
            <tr
              key={keyOf(item)}
              className="rvi-group"
              aria-rowindex={index + 2}
              data-index={index}
              ref={isLong ? virtual.measureElement : undefined}
            >
              <th scope="colgroup" colSpan={columns.length}>
                {item.name}{' '}
                <span>
                  {item.received}/{item.of}
                </span>
              </th>
            </tr>
          )
        })}
        <Space height={after} />
      </tbody>
    </table>
  )
}

function Space({ height }: { height: number }) {
  if (height <= 0) return null
  return (
    <tr className="rvi-space">
      <td colSpan={columns.length} style={{ height }} />
    </tr>
  )
}

function keyOf(item: InboxItem | undefined): string | null {
  if (!item) return null
  return item.kind === 'row' ? item.row.agencyId : `group ${item.id}`
}

function scrollerOf(): HTMLElement | null {
  return document.getElementById('content')
}

/** Whether the content scrolls by itself, as shell.css sets it; on narrow screens the whole page does. */
function useContentScrolls(): boolean {
  return useSyncExternalStore(subscribe, () => wide().matches)
}

const wide = () => window.matchMedia('(min-width: 1024px)')

function subscribe(notify: () => void): () => void {
  const query = wide()
  query.addEventListener('change', notify)
  return () => query.removeEventListener('change', notify)
}
