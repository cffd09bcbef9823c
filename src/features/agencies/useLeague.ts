import { useTable } from '@tanstack/react-table'
import { useMemo } from 'react'
import { type SparkScale, sparkScale } from '../../charts/sparklineSeries.ts'
import type { AgencyDirectory } from '../../model/agency.ts'
import type { CohortColumn, CohortGroup, CohortView } from '../../model/cohort.ts'
import type { Band, RuleSet } from '../../model/ruleSet.ts'
import { bandsFromLowest } from '../../sentences/bandsFromLowest.ts'
import { notLoadedOf } from '../../sentences/notLoadedOf.ts'
import { foldText } from '../../ui/foldText.ts'
import type { AgenciesState, Earlier, HrefOf } from './agenciesState.ts'
import { type Elsewhere, foundElsewhere } from './elsewhere.ts'
import { readFilter } from './leagueFilter.ts'
import {
  type LeagueColumnId,
  leagueColumns,
  leagueFeatures,
  readSorting,
  type Sorting,
} from './leagueOrder.ts'
import {
  areasAbove,
  commonMaximum,
  type HeatColumn,
  heatColumns,
  type LeagueRow,
  leagueRows,
} from './leagueRows.ts'

/** A line of the table: an agency, or what parts and closes the blocks of agencies. */
export type LeagueItem =
  | { readonly kind: 'row'; readonly row: LeagueRow }
  | { readonly kind: 'head'; readonly place: 'unranked' | 'idle' }
  | { readonly kind: 'notLoaded'; readonly count: number; readonly of: number | null }

/** What every row of the table is drawn from; changes only when the rows do. */
export type LeagueFrame = {
  readonly ruleSet: RuleSet
  readonly group: CohortGroup
  /** Columns in order, by what a sort of the address calls them; `with` and `percent` sort nothing. */
  readonly columnIds: readonly string[]
  readonly heat: readonly HeatColumn[]
  readonly areas: readonly { readonly area: CohortColumn; readonly count: number }[]
  /** Leaves are shown, and there are areas above them to name. */
  readonly showAreas: boolean
  readonly bands: readonly Band[]
  /** Maximum of every agency, where it is the same. */
  readonly maximum: string | null
  /** Changes since an earlier period that is loaded, or those somebody published. */
  readonly changes: 'earlier' | 'published' | null
  readonly measure: 'points' | 'behind'
  readonly scale: SparkScale
  readonly hrefOf: HrefOf
}

export type League = {
  readonly frame: LeagueFrame
  readonly rows: readonly LeagueRow[]
  readonly items: readonly LeagueItem[]
  /** Agencies that pass search and filter. */
  readonly shown: number
  readonly sorting: Sorting | null
  /** Whom the search finds that has no row. */
  readonly elsewhere: readonly Elsewhere[]
}

const fixed: readonly LeagueColumnId[] = [
  'rank',
  'agency',
  'total',
  'band',
  'workload',
  'published',
  'change',
]

/** Rows of a group, searched, filtered and sorted as the address says, in their blocks. */
export function useLeague({
  view,
  group,
  ruleSet,
  directory,
  earlier,
  state,
  hrefOf,
}: {
  view: CohortView
  group: CohortGroup
  ruleSet: RuleSet
  directory: AgencyDirectory
  earlier: Earlier
  state: AgenciesState
  hrefOf: HrefOf
}): League {
  const { history, periods, changes } = earlier
  const rows = useMemo(
    () => leagueRows(view, group, directory, { history, periods, changes }),
    [view, group, directory, history, periods, changes],
  )
  const all = state.rows === 'all'
  const heat = useMemo(() => heatColumns(group, all), [group, all])
  const bands = useMemo(() => bandsFromLowest(ruleSet.bands), [ruleSet])
  const columns = useMemo(
    () =>
      leagueColumns(
        heat,
        bands.map(band => band.id),
      ),
    [heat, bands],
  )
  const sorting = readSorting(state.sort, [...fixed, ...heat.map(column => column.criterionId)])
  const table = useTable({
    features: leagueFeatures,
    columns,
    data: rows,
    getRowId: row => row.agencyId,
    enableMultiSort: false,
    state: {
      sorting: useSteady(sorting ? [sorting] : []),
      columnFilters: useSteady([
        // From the beginning of a word: "hương" is not looked for in "Phương".
        ...(state.q ? [{ id: 'agency', value: ` ${foldText(state.q.trim())}` }] : []),
        ...(readFilter(state.filter) ? [{ id: 'rank', value: readFilter(state.filter) }] : []),
      ]),
    },
  })
  const sorted = table.getRowModel().rows
  const isFiltered = Boolean(state.q) || readFilter(state.filter) !== null
  const items = useMemo(
    () =>
      itemsOf(
        sorted.map(row => row.original),
        isFiltered ? null : notLoadedOf(view, group),
      ),
    [sorted, isFiltered, view, group],
  )
  const measure = state.measure === 'share' ? 'behind' : 'points'
  const frame = useMemo(() => {
    const maximum = commonMaximum(rows)
    const shownChanges =
      periods.length > 0 ? 'earlier' : rows.some(row => row.published?.change) ? 'published' : null
    const isBrief = all && heat.some(column => column.depth > 0)
    const has: Record<LeagueColumnId | 'with' | 'percent', boolean> = {
      with: true,
      rank: true,
      agency: true,
      total: true,
      percent: maximum === null,
      // Beside a column for every leaf there is room for who and how much only.
      band: bands.length > 0 && !isBrief,
      workload: !isBrief && rows.some(row => row.workload !== null),
      published: !isBrief && rows.some(row => row.published?.rank),
      change: !isBrief && shownChanges !== null,
    }
    const order = [
      'with',
      'rank',
      'agency',
      'total',
      'percent',
      'band',
      'workload',
      'published',
      'change',
    ] as const
    const areas = areasAbove(group, heat)
    return {
      ruleSet,
      group,
      columnIds: [...order.filter(id => has[id]), ...heat.map(column => column.criterionId)],
      heat,
      areas,
      showAreas: isBrief,
      bands,
      maximum,
      changes: shownChanges,
      measure,
      scale: sparkScale(rows.map(row => row.line)),
      hrefOf,
    } satisfies LeagueFrame
  }, [rows, periods, bands, group, heat, all, ruleSet, measure, hrefOf])
  const elsewhere = useMemo(
    () => foundElsewhere(view, group, directory, state.q ?? ''),
    [view, group, directory, state.q],
  )
  return { frame, rows, items, shown: sorted.length, sorting, elsewhere }
}

/** Keeps the first of values that say the same, so that sorting and filtering run once a change. */
function useSteady<Value>(value: Value): Value {
  const text = JSON.stringify(value)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the text says all of the value
  return useMemo(() => value, [text])
}

function itemsOf(
  rows: readonly LeagueRow[],
  notLoaded: { readonly count: number; readonly of: number | null } | null,
): readonly LeagueItem[] {
  const block = (place: LeagueRow['place']): readonly LeagueItem[] =>
    rows.flatMap(row => (row.place === place ? [{ kind: 'row', row } as const] : []))
  const headed = (place: 'unranked' | 'idle'): readonly LeagueItem[] => {
    const items = block(place)
    return items.length > 0 ? [{ kind: 'head', place }, ...items] : []
  }
  return [
    ...block('ranked'),
    ...(notLoaded ? [{ kind: 'notLoaded' as const, ...notLoaded }] : []),
    ...headed('unranked'),
    ...headed('idle'),
  ]
}
