import { parsePeriod, precedes } from '../../model/period.ts'
import type { RuleSet } from '../../model/ruleSet.ts'
import type { MetricValue, Submission } from '../../model/submission.ts'
import { formatExact, parseExact, type Rational } from '../exact.ts'
import { indexRuleSet } from '../ruleSetIndex.ts'
import { exemptionsOf } from '../scoreLeaves.ts'
import { dayNumber } from '../workingDays.ts'

/** States of a figure, as a column stores them. */
export const states = ['entered', 'missing', 'withheld', 'notApplicable'] as const
export const entered = 0

/** One metric of every row: whole numbers of 10^-places, NaN where it was not entered or does not fit. */
export type BulkColumn = {
  readonly values: Float64Array
  readonly states: Uint8Array
  readonly places: number
  /** Values too long for a whole number below 2^53, as text; those rows are scored by the exact path. */
  readonly long: ReadonlyMap<number, string>
}

/** Agencies × periods as columns; plain data that can be sent to a worker. */
export type BulkTable = {
  readonly rows: number
  readonly agencyIds: readonly string[]
  readonly periods: readonly string[]
  /** Row of the same agency in the period before; -1 when there is none. */
  readonly previousRow: Int32Array
  /** Rows with the same number are compared with each other. */
  readonly cohort: Int32Array
  readonly columns: ReadonlyMap<string, BulkColumn>
  /** Points somebody published, by criterion or pool id. */
  readonly published: ReadonlyMap<string, BulkColumn>
  /** Rows that are exempt from a leaf. */
  readonly exempt: ReadonlyMap<string, ReadonlySet<number>>
  /** Points a stage decided, by leaf and row. */
  readonly decided: ReadonlyMap<string, ReadonlyMap<number, string>>
}

/**
 * Submissions as a table. Agencies of one period make a cohort; the period before is the year, quarter or
 * month right before, among single days the latest earlier one.
 * @throws when an agency has two submissions for one period
 */
export function tableOf(ruleSet: RuleSet, submissions: readonly Submission[]): BulkTable {
  const rows = submissions.length
  const exempt = new Map<string, Set<number>>()
  const decided = new Map<string, Map<number, string>>()
  const leafIds = new Set(indexRuleSet(ruleSet).leaves.map(leaf => leaf.id))
  submissions.forEach((submission, row) => {
    for (const id of exemptionsOf(ruleSet.criteria, submission).keys())
      if (leafIds.has(id)) exempt.set(id, (exempt.get(id) ?? new Set()).add(row))
    // Entries are appended: a later one for the same leaf replaces the earlier.
    for (const { criterionId, points } of submission.decisions ?? [])
      decided.set(criterionId, (decided.get(criterionId) ?? new Map()).set(row, points))
  })
  const periods = submissions.map(submission => submission.period)
  const cohorts = new Map([...new Set(periods)].map((period, index) => [period, index]))
  const values = submissions.map(({ values }) => new Map(values.map(value => [value.metricId, value])))
  return {
    rows,
    agencyIds: submissions.map(submission => submission.agencyId),
    periods,
    previousRow: previousRows(submissions),
    cohort: Int32Array.from(periods, period => cohorts.get(period) ?? 0),
    columns: new Map(
      ruleSet.metrics.map(metric => [
        metric.id,
        columnOf(
          values.map(row => row.get(metric.id)),
          metric.valueType === 'date',
        ),
      ]),
    ),
    published: new Map(
      [...leafIds, ...ruleSet.pools.map(pool => pool.id)].map(id => [
        id,
        columnOf(
          submissions.map(({ published }): MetricValue | undefined => {
            const entry = published?.points.find(each => each.nodeId === id)
            return entry && { metricId: id, state: 'entered', value: entry.points }
          }),
          false,
        ),
      ]),
    ),
    exempt,
    decided,
  }
}

function previousRows(submissions: readonly Submission[]): Int32Array {
  const byAgency = new Map<string, number[]>()
  submissions.forEach(({ agencyId, period }, row) => {
    const key = `${agencyId} ${parsePeriod(period)?.kind}`
    byAgency.set(key, [...(byAgency.get(key) ?? []), row])
  })
  const previous = new Int32Array(submissions.length).fill(-1)
  const periodAt = (row: number) => submissions[row]?.period ?? ''
  for (const rows of byAgency.values()) {
    rows.sort((a, b) => (periodAt(a) < periodAt(b) ? -1 : 1))
    rows.forEach((row, index) => {
      const before = rows[index - 1]
      if (before === undefined) return
      if (periodAt(before) === periodAt(row))
        throw new Error(`agency "${submissions[row]?.agencyId}" has two submissions for ${periodAt(row)}`)
      if (precedes(periodAt(before), periodAt(row))) previous[row] = before
    })
  }
  return previous
}

/** A column from values in row order; dates become days since 1970. */
function columnOf(entries: readonly (MetricValue | undefined)[], isDate: boolean): BulkColumn {
  const texts = entries.map(entry => (entry?.state === 'entered' ? entry.value : null))
  const places = isDate
    ? 0
    : texts.reduce((most, text) => Math.max(most, text === null ? 0 : decimalsOf(text)), 0)
  const values = new Float64Array(entries.length)
  const codes = new Uint8Array(entries.length)
  const long = new Map<number, string>()
  entries.forEach((entry, row) => {
    codes[row] = states.indexOf(entry?.state ?? 'missing')
    const text = texts[row] ?? null
    values[row] = text === null ? Number.NaN : isDate ? dayNumber(text) : scaledNumber(text, places)
    if (text !== null && Number.isNaN(values[row])) long.set(row, text)
  })
  return { values, states: codes, places, long }
}

/** Decimals a number is written with. */
export function decimalsOf(text: string): number {
  const mark = text.indexOf('.')
  return mark < 0 ? 0 : text.length - mark - 1
}

/** Decimal text as a whole number of 10^-places; NaN when it does not fit. */
function scaledNumber(text: string, places: number): number {
  const [integer = '', decimals = ''] = text.split('.')
  const value = Number(integer + decimals.padEnd(places, '0'))
  return Number.isSafeInteger(value) ? value + 0 : Number.NaN
}

/** The text of an entered value, back from its column; null when it was not entered. */
export function textAt(column: BulkColumn, row: number, isDate: boolean): string | null {
  if (column.states[row] !== entered) return null
  const value = column.values[row] ?? Number.NaN
  if (Number.isNaN(value)) return column.long.get(row) ?? null
  if (isDate) return new Date(value * 86_400_000).toISOString().slice(0, 10)
  return formatExact(unscaled(value, column.places))
}

/** A whole number of 10^-places as an exact value. */
export function unscaled(value: number, places: number): Rational {
  return parseExact(`${value < 0 ? '-' : ''}${decimalText(Math.abs(value), places)}`)
}

function decimalText(value: number, places: number): string {
  const digits = String(value).padStart(places + 1, '0')
  return places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`
}
