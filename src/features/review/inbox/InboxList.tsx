import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useLayoutEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import type { AgencyDirectory } from '../../../model/agency.ts'
import type { ReviewRound } from '../../../model/review.ts'
import type { Language } from '../../../ui/formatNumber.ts'
import { pickName, useLanguage, useText } from '../../../ui/language.tsx'
import { useWholeTable } from '../../../ui/picture/wholeTables.ts'
import { useIsPrinting } from '../../../ui/useIsPrinting.ts'
import { InboxLine } from './InboxLine.tsx'
import { countRows, type InboxRow } from './inboxRows.ts'
import { inboxWords } from './words.ts'

/** From here on only rows in sight are drawn; paper always has all. */
const mostDrawn = 60

type Item =
  | {
      readonly kind: 'group'
      readonly id: string
      readonly name: string
      readonly received: number
      readonly of: number
    }
  | { readonly kind: 'row'; readonly row: InboxRow }

const columns = ['agency', 'received', 'figures', 'checks', 'rules', 'whole', 'versions', 'review'] as const

/** What came in, an agency a row, by group. Arrows walk through it; Enter opens the submission for review. */
export function InboxList({
  round,
  rows,
  all,
  directory,
  openDesk,
  openFiles,
}: {
  round: ReviewRound
  directory: Pick<AgencyDirectory, 'groups'>
  rows: readonly InboxRow[]
  /** Every row, for the counts in the heads of groups. */
  all: readonly InboxRow[]
  openDesk: (agencyId: string) => void
  openFiles: (agencyId: string) => void
}) {
  const words = useText(inboxWords)
  const list = useRef<HTMLTableElement>(null)
  const language = useLanguage()
  const items = useMemo(
    () => itemsOf(groupNames(round, directory, language, words.unexpectedGroup), rows, all),
    [round, directory, rows, all, language, words.unexpectedGroup],
  )
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

function keyOf(item: Item | undefined): string | null {
  if (!item) return null
  return item.kind === 'row' ? item.row.agencyId : `group ${item.id}`
}

type Group = { readonly id: string; readonly name: string }

/** Groups of the round as the reader calls them, then whom nobody expected. */
function groupNames(
  { groups }: ReviewRound,
  directory: Pick<AgencyDirectory, 'groups'>,
  language: Language,
  unexpected: string,
): readonly Group[] {
  const inEnglish = new Map(directory.groups.map(group => [group.id, group.nameEn]))
  return [
    ...groups.map(({ groupId, name }) => ({
      id: groupId,
      name: pickName(language, name, inEnglish.get(groupId)),
    })),
    { id: '', name: unexpected },
  ]
}

/** Rows under the heads of their groups; where there is one group, its head would say nothing. */
function itemsOf(
  groups: readonly Group[],
  rows: readonly InboxRow[],
  all: readonly InboxRow[],
): readonly Item[] {
  const inGroups = groups
    .map(group => ({ ...group, rows: rows.filter(row => row.groupId === group.id) }))
    .filter(group => group.rows.length > 0)
  if (groups.length === 2 && inGroups.length === 1) return rows.map(row => ({ kind: 'row', row }))
  return inGroups.flatMap(({ id, name, rows: own }): readonly Item[] => {
    const members = all.filter(row => row.groupId === id)
    const received = id === '' ? members.length : countRows(members).received
    return [
      { kind: 'group', id, name, received, of: members.length },
      ...own.map(row => ({ kind: 'row', row }) as const),
    ]
  })
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
