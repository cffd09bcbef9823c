import type { Metric } from '../../model/ruleSet.ts'
import type { MetricValue } from '../../model/submission.ts'
import { dayNumber } from '../workingDays.ts'
import { entered, type FigureCells, missing, notApplicable, withheld } from './ruleCells.ts'
import { added, literal, quoted, type Workings } from './workings.ts'

/** Words that may be chosen in cells of states. */
export type SheetWords = {
  readonly entered: string
  readonly missing: string
  readonly withheld: string
  readonly notApplicable: string
}

/** Where the figure of one metric stands. */
export type FigurePlace = {
  readonly value: string
  readonly state: string
  /** Cells that hold the words of the answers, where the metric is yes or no or one of several. */
  readonly answers: readonly { readonly value: string; readonly cell: string }[]
}

/** Day 1 of a spreadsheet is 1 January 1900, and it believes in 29 February 1900. */
const epoch = 25_569

/** A day as spreadsheets count them. */
export function serialOf(isoDate: string): number {
  return dayNumber(isoDate) + epoch
}

/**
 * Reads a field: a figure that its metric cannot have counts as missing, and so does one that stands beside
 * the word that there is none.
 * @param place null: the sheet does not ask for it
 * @param isCounted whether a rule counts it, so that it cannot be negative
 */
export function figureCells(
  metric: Metric,
  place: FigurePlace | null,
  isCounted: boolean,
  words: SheetWords,
  { put }: Workings,
): FigureCells {
  if (!place) return { state: String(missing), value: '0' }
  const { value, state } = place
  const label = metric.name
  const { valid, number } = readingOf(metric, place, isCounted)
  const isValid = put(`${label}: đọc được`, valid)
  const said =
    `IF(${state}=${quoted(words.notApplicable)},${notApplicable},` +
    `IF(${state}=${quoted(words.withheld)},${withheld},${missing}))`
  const mayStand = `IF(LEN(${state})=0,TRUE(),${state}=${quoted(words.entered)})`
  const code = put(
    `${label}: trạng thái`,
    `IF(LEN(${value})>0,IF(${mayStand},IF(${isValid},${entered},${missing}),${missing}),${said})`,
  )
  return { state: code, value: put(`${label}: giá trị`, `IF(${code}=${entered},${number},0)`) }
}

function readingOf({ valueType }: Metric, { value, answers }: FigurePlace, isCounted: boolean) {
  switch (valueType) {
    case 'count':
      return {
        valid: `IF(ISNUMBER(${value}),IF(${value}>=0,${value}=INT(${value}),FALSE()),FALSE())`,
        number: value,
      }
    case 'percent':
      return { valid: `IF(ISNUMBER(${value}),AND(${value}>=0,${value}<=100),FALSE())`, number: value }
    case 'number':
      return {
        valid: isCounted ? `IF(ISNUMBER(${value}),${value}>=0,FALSE())` : `ISNUMBER(${value})`,
        number: value,
      }
    case 'date':
      return { valid: `IF(ISNUMBER(${value}),${value}>=1,FALSE())`, number: `INT(${value})` }
    case 'flag':
    case 'option':
      return {
        valid: `${added(answers.map(({ cell }) => `(${value}=${cell})*1`))}=1`,
        number: added(answers.map(each => `(${value}=${each.cell})*${literal(each.value)}`)),
      }
  }
}

/** A figure of the period before, written down as it was. */
export function previousCells(value: MetricValue | undefined): FigureCells {
  const state = { entered, missing, withheld, notApplicable }[value?.state ?? 'missing']
  return { state: String(state), value: value?.state === 'entered' ? literal(value.value) : '0' }
}
