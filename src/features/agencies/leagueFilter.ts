import type { CohortGroup, CohortRow } from '../../model/cohort.ts'
import { isSettled } from '../../model/exact.ts'

/** Rows a reader can ask for; the id stands in the address. */
export type LeagueFilter =
  | { readonly kind: 'band'; readonly bandId: string }
  | { readonly kind: 'lost'; readonly criterionId: string }
  | { readonly kind: 'open' | 'shared' | 'up' | 'down' }

/** "band.kha", "lost.TDGQ", "open"; null when it is none of them. */
export function readFilter(text: string | undefined): LeagueFilter | null {
  if (text === undefined) return null
  if (text === 'open' || text === 'shared' || text === 'up' || text === 'down') return { kind: text }
  const [, kind, id = ''] = /^(band|lost)\.(.+)$/.exec(text) ?? []
  if (kind === 'band') return { kind, bandId: id }
  return kind === 'lost' ? { kind, criterionId: id } : null
}

/** Whether a row is one of those asked for. */
export function passes(
  row: CohortRow & { readonly change?: { readonly kind: string; readonly difference?: string } | null },
  filter: LeagueFilter,
): boolean {
  switch (filter.kind) {
    case 'band':
      return row.grade?.bandIds.includes(filter.bandId) === true
    case 'lost':
      return [...row.mostLost.areas, ...row.mostLost.leaves].includes(filter.criterionId)
    case 'open':
      return row.total.percent === null || !isSettled(row.total.percent)
    case 'shared':
      return row.tiedWith.length > 0
    case 'up':
    case 'down': {
      const difference = row.change?.kind === 'changed' ? row.change.difference : undefined
      if (difference === undefined || difference === '0') return false
      return difference.startsWith('-') === (filter.kind === 'down')
    }
  }
}

/** A grade a row may still have or lose by missing figures is not a grade it has. */
const isSure = (row: CohortRow, filter: LeagueFilter) =>
  filter.kind !== 'band' || (row.place === 'ranked' && row.grade?.bandIds.length === 1)

/** Filters that would leave something to see, in the order they are offered; of how many that is sure. */
export function filtersFor(
  group: CohortGroup,
  rows: readonly Parameters<typeof passes>[0][],
): readonly {
  readonly id: string
  readonly filter: LeagueFilter
  readonly count: number
  readonly sure: number
}[] {
  const ids = [
    ...group.bandCounts.map(({ bandId }) => `band.${bandId}`),
    ...group.columns.filter(column => column.depth === 0).map(({ criterionId }) => `lost.${criterionId}`),
    'open',
    'shared',
    'up',
    'down',
  ]
  return ids.flatMap(id => {
    const filter = readFilter(id)
    const found = filter ? rows.filter(row => passes(row, filter)) : []
    if (!filter || found.length === 0) return []
    return [{ id, filter, count: found.length, sure: found.filter(row => isSure(row, filter)).length }]
  })
}
