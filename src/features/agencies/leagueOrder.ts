import {
  columnFilteringFeature,
  createColumnHelper,
  createFilteredRowModel,
  createSortedRowModel,
  type Row,
  rowSortingFeature,
  tableFeatures,
} from '@tanstack/react-table'
import { type LeagueFilter, passes } from './leagueFilter.ts'
import type { HeatColumn, LeagueRow } from './leagueRows.ts'

export const leagueFeatures = tableFeatures({
  columnFilteringFeature,
  rowSortingFeature,
  filteredRowModel: createFilteredRowModel(),
  sortedRowModel: createSortedRowModel(),
})

/** Columns beside those of criteria. */
export type LeagueColumnId = 'rank' | 'agency' | 'total' | 'band' | 'workload' | 'published' | 'change'

const helper = createColumnHelper<typeof leagueFeatures, LeagueRow>()

type SortedRow = Row<typeof leagueFeatures, LeagueRow>

/** Orders come from the engine, equal for equals; whoever has none stands last both ways. */
const byOrder = (a: SortedRow, b: SortedRow, id: string) => a.getValue<number>(id) - b.getValue<number>(id)

const orderColumn = (id: string, orderOf: (row: LeagueRow, place: number) => number | null | undefined) =>
  helper.accessor((row, place) => orderOf(row, place) ?? undefined, {
    id,
    sortFn: byOrder,
    sortUndefined: 'last',
  })

/** What rows are sorted and filtered by. Cells are drawn straight from the rows. */
export function leagueColumns(criteria: readonly HeatColumn[], bandOrder: readonly string[]) {
  return helper.columns([
    helper.accessor((_, place) => place, {
      id: 'rank',
      sortFn: byOrder,
      filterFn: (row: SortedRow, _: string, filter: LeagueFilter) => passes(row.original, filter),
    }),
    helper.accessor(row => row.nameOrder, {
      id: 'agency',
      sortFn: byOrder,
      filterFn: (row: SortedRow, _: string, searched: string) => row.original.searched.includes(searched),
    }),
    orderColumn('total', row => row.order),
    orderColumn('band', row => bandPlace(row, bandOrder)),
    orderColumn('workload', row => row.workloadOrder),
    orderColumn('published', row => row.published?.rank?.rank),
    orderColumn('change', row =>
      row.change === null
        ? row.publishedChangeOrder
        : row.change.kind === 'changed'
          ? row.change.order
          : null,
    ),
    ...criteria.map(({ criterionId, place }) =>
      orderColumn(criterionId, row =>
        row.cells[place]?.state === 'notApplicable' ? null : row.cells[place]?.order,
      ),
    ),
  ])
}

/** By the lowest band it may hold. */
function bandPlace({ grade }: LeagueRow, bandOrder: readonly string[]): number | null {
  const places = grade?.bandIds.map(id => bandOrder.indexOf(id)) ?? []
  return places.length === 0 ? null : Math.min(...places)
}

export type Sorting = { readonly id: string; readonly desc: boolean }

/** What the address sorts by; null, and whatever no column is called, leaves the order of ranks. */
export function readSorting(text: string | undefined, ids: readonly string[]): Sorting | null {
  if (text === undefined) return null
  const desc = text.startsWith('-')
  const id = desc ? text.slice(1) : text
  return ids.includes(id) ? { id, desc } : null
}

/** Pressing a head: the telling end first, then the other one, then ranks again. */
export function nextSorting(current: Sorting | null, id: string): string | undefined {
  // Names read from A, places from the first; everything else asks who has most.
  const startsDown = id !== 'agency' && id !== 'rank' && id !== 'published'
  const write = (desc: boolean) => `${desc ? '-' : ''}${id}`
  if (id === 'rank') return current === null ? write(true) : undefined
  if (current?.id !== id) return write(startsDown)
  return current.desc === startsDown ? write(!startsDown) : undefined
}
