import { useTable } from '@tanstack/react-table'
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { Fragment, type KeyboardEvent, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { useIsPrinting } from '../../ui/useIsPrinting.ts'
import { CriteriaRow } from './CriteriaRow.tsx'
import { ColumnGroup, tableStyle } from './columnStyle.tsx'
import { numberColumns } from './columnWidths.ts'
import { type CriteriaColumn, columnDefs, criteriaFeatures } from './criteriaColumns.tsx'
import { type CriteriaLine, expandedOf } from './criteriaLines.ts'
import { lineName } from './officialColumns.ts'
import { shownOf } from './projectCriteria.ts'
import { Gap, gapsAround } from './rowGaps.tsx'
import { TotalRow } from './TotalRow.tsx'
import type { TableView } from './tableView.ts'
import { treeKey } from './treeKeys.ts'

/** From so many rows on only those in sight are drawn. */
const virtualFrom = 200

/** The official table as a tree grid; it scrolls in itself, head, names and total stay. */
export function CriteriaTable({
  view,
  lines,
  all,
  columns,
  hidden,
  closed,
  canFold,
  openId,
  toggle,
  select,
  hasReceipt,
}: {
  view: TableView
  lines: readonly CriteriaLine[]
  /** Lines there are without search and filter. */
  all: number
  columns: readonly CriteriaColumn[]
  hidden: ReadonlySet<string>
  closed: ReadonlySet<string>
  canFold: boolean
  openId: string | undefined
  toggle: (id: string) => void
  select: (id: string) => void
  hasReceipt: (line: CriteriaLine) => boolean
}) {
  const { words } = view
  const isPrinting = useIsPrinting()
  const scroller = useRef<HTMLElement>(null)
  const definitions = useMemo(() => columnDefs(columns), [columns])
  const columnVisibility = useMemo(() => Object.fromEntries([...hidden].map(id => [id, false])), [hidden])
  const expanded = useMemo(
    () => (isPrinting || closed.size === 0 ? (true as const) : expandedOf(lines, closed)),
    [isPrinting, closed, lines],
  )
  const table = useTable({
    features: criteriaFeatures,
    columns: definitions,
    data: lines,
    getRowId: line => line.id,
    getSubRows: line => line.subLines,
    state: { columnVisibility, expanded },
    autoResetExpanded: false,
  })
  const rows = table.getRowModel().rows
  const shownIds = new Set(table.getVisibleLeafColumns().map(column => column.id))
  const key = [...shownIds].join()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the joined ids stand for the set, which is new each time
  const shownColumns = useMemo(() => columns.filter(column => shownIds.has(column.id)), [columns, key])

  const [activeId, setActiveId] = useState<string | null>(null)
  const found = rows.findIndex(row => row.id === (activeId ?? openId))
  const activeIndex = found < 0 ? 0 : found
  const isVirtual = rows.length > virtualFrom && !isPrinting
  const virtual = useVirtualizer({
    count: rows.length,
    enabled: isVirtual,
    getScrollElement: () => scroller.current,
    estimateSize: () => 30,
    getItemKey: index => rows[index]?.id ?? index,
    overscan: 12,
    // The head and the total lie over the first and last rows in sight.
    scrollPaddingStart: 52,
    scrollPaddingEnd: 44,
    // The row that holds the keyboard stays drawn, however far it is scrolled away.
    rangeExtractor: range => {
      const range_ = defaultRangeExtractor(range)
      return range_.includes(activeIndex) ? range_ : [...range_, activeIndex].toSorted((a, b) => a - b)
    },
  })

  const wanted = useRef<string | null>(null)
  const goTo = (index: number) => {
    const row = rows[index]
    if (!row) return
    wanted.current = row.id
    setActiveId(row.id)
    if (isVirtual) virtual.scrollToIndex(index)
    focusWanted(wanted)
  }
  // A row that was not drawn yet takes the keyboard as soon as it is.
  useLayoutEffect(() => focusWanted(wanted))

  // A link names a row: it is brought into sight once, and never again while the reader scrolls.
  const openIndex = openId === undefined ? -1 : rows.findIndex(row => row.id === openId)
  const isFound = openIndex >= 0
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another open row moves the table
  useEffect(() => {
    if (openId === undefined || !isFound) return
    if (isVirtual) virtual.scrollToIndex(openIndex)
    requestAnimationFrame(() =>
      document.getElementById(`row-${openId}`)?.scrollIntoView({ block: 'nearest' }),
    )
  }, [openId, isFound])

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const isRow = event.target instanceof HTMLTableRowElement
    if (!isRow || event.altKey || event.ctrlKey || event.metaKey) return
    const id = event.target instanceof HTMLElement ? event.target.id.slice('row-'.length) : ''
    const keyRows = rows.map(row => ({
      id: row.id,
      parentId: row.original.parentId,
      isExpanded: row.original.subLines.length > 0 ? row.getIsExpanded() : null,
    }))
    const move = treeKey(
      event.key,
      keyRows,
      keyRows.findIndex(row => row.id === id),
      canFold,
    )
    if (!move) return
    event.preventDefault()
    if (move.kind === 'go') goTo(move.index)
    else if (move.kind === 'fold') toggle(move.id)
    else {
      const line = rows.find(row => row.id === move.id)?.original
      if (line && hasReceipt(line)) select(move.id)
    }
  }

  const items = isVirtual ? virtual.getVirtualItems().map(item => item.index) : rows.map((_, index) => index)
  const tops = isVirtual ? gapsAround(virtual.getVirtualItems(), virtual.getTotalSize()) : null
  return (
    <section
      ref={scroller}
      className={`criteria-scroll table-scroll${isVirtual ? ' virtual' : ''}`}
      aria-label={words.table}
      onKeyDown={onKeyDown}
    >
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: rows fold and are operated
        role="treegrid"
        aria-label={words.table}
        aria-rowcount={rows.length + 2}
        className="official"
        style={tableStyle(shownColumns, view)}
      >
        <ColumnGroup columns={shownColumns} view={view} />
        <thead>
          {table.getHeaderGroups().map(group => (
            <tr key={group.id} aria-rowindex={1}>
              {group.headers.map(header => (
                <th
                  key={header.id}
                  scope="col"
                  data-col={header.column.id}
                  className={
                    numberColumns.has(header.column.id)
                      ? `number c-${header.column.id}`
                      : `c-${header.column.id}`
                  }
                >
                  <table.FlexRender header={header} />
                </th>
              ))}
            </tr>
          ))}
        </thead>
        <tbody>
          {items.map((index, place) => {
            const row = rows[index]
            if (!row) return null
            const line = row.original
            const gap = tops?.[place] ?? 0
            return (
              <Fragment key={row.id}>
                {gap > 0 && <Gap height={gap} />}
                <CriteriaRow
                  line={line}
                  index={index}
                  ariaIndex={index + 2}
                  columns={shownColumns}
                  name={lineName(line, view)}
                  words={words}
                  isOpen={line.id === openId}
                  isActive={index === activeIndex}
                  hasReceipt={hasReceipt(line)}
                  isExpanded={line.subLines.length > 0 ? row.getIsExpanded() : null}
                  canFold={canFold}
                  select={select}
                  toggle={toggle}
                  activate={setActiveId}
                  measure={isVirtual ? virtual.measureElement : undefined}
                />
              </Fragment>
            )
          })}
          {tops && <Gap height={tops[items.length] ?? 0} />}
        </tbody>
        <tfoot>
          <TotalRow
            view={view}
            columns={shownColumns}
            shownOf={shownOf(
              rows.map(row => row.original),
              all,
              words,
            )}
            isOpen={openId === 'total'}
            select={select}
            ariaIndex={rows.length + 2}
          />
        </tfoot>
      </table>
    </section>
  )
}

function focusWanted(wanted: { current: string | null }): void {
  if (wanted.current === null) return
  const element = document.getElementById(`row-${wanted.current}`)
  if (!element) return
  wanted.current = null
  element.focus({ preventScroll: true })
  element.scrollIntoView({ block: 'nearest' })
}
