import { type FilterId, filterIds, type LineOrder } from './criteriaLines.ts'

/** What of this screen lives in the address. */
export type CriteriaState = {
  readonly criterion?: string | undefined
  readonly closed?: string | undefined
  readonly sort?: string | undefined
  readonly hide?: string | undefined
  readonly filter?: string | undefined
  readonly q?: string | undefined
}

export type ChangeCriteria = (next: CriteriaState, how?: 'push' | 'replace') => void

/** The address as the table reads it; what it does not know counts as not said. */
export function readState(state: CriteriaState) {
  return {
    search: state.q ?? '',
    filter: filterIds.find((id): id is FilterId => id === state.filter),
    order: orderOf(state.sort),
    closed: idsOf(state.closed),
    hidden: idsOf(state.hide),
  }
}

/** How an order is written into the address; the official one needs no word. */
export const sortKeys: Readonly<Record<LineOrder, string | undefined>> = {
  official: undefined,
  within: '-lost',
  flat: '-lost.flat',
}

function orderOf(sort: string | undefined): LineOrder {
  if (sort === sortKeys.within) return 'within'
  return sort === sortKeys.flat ? 'flat' : 'official'
}

function idsOf(text: string | undefined): ReadonlySet<string> {
  return new Set(text === undefined ? [] : text.split(','))
}

/** Ids as the address holds them; undefined when there are none. */
export function idsText(ids: Iterable<string>): string | undefined {
  const text = [...ids].join(',')
  return text === '' ? undefined : text
}
