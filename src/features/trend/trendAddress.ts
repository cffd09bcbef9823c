import type { TrendStep } from '../../model/trend.ts'

/** What of this screen lives in the address. */
export type TrendAddress = {
  readonly ruleSet?: string | undefined
  readonly period?: string | undefined
  /** Criterion that is followed; `none` or absent: the total. */
  readonly criterion?: string | undefined
  readonly measure?: 'points' | 'share' | undefined
  readonly step?: TrendStep | undefined
  /** Earlier period of the comparison, with its rule set where it is another one; absent: the latest with a score. */
  readonly since?: string | undefined
  /** Charts that show their table twin, parted by commas. */
  readonly tables?: string | undefined
  /** Every criterion that moved instead of the first ones. */
  readonly rows?: 'all' | undefined
}

export type TrendChart = 'trend' | 'causes' | 'movers' | 'figures'

export function showsTable({ tables = '' }: TrendAddress, chart: TrendChart): boolean {
  return tables.split(',').includes(chart)
}

/** The address with one chart turned to its table or back. */
export function toggledTable(address: TrendAddress, chart: TrendChart): TrendAddress {
  const shown = (address.tables ?? '').split(',').filter(Boolean)
  const next = shown.includes(chart) ? shown.filter(each => each !== chart) : [...shown, chart]
  return { tables: next.length === 0 ? undefined : next.join(',') }
}
