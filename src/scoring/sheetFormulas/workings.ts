import type { Exact } from '../../model/exact.ts'
import type { RoundingStep } from '../../model/ruleSet.ts'

/** One cell of the sheet that carries the steps of the calculation, in the order they are laid down. */
export type HelperCell = { readonly label: string; readonly formula: string }

/** Cells and columns of numbers that formulas are built from; the caller lays them down as they are. */
export type Workings = {
  /**
   * Lays down one step.
   * @returns its address, to be used in other formulas; what is an address or a number already stays as it is
   */
  readonly put: (label: string, formula: string) => string
  /** Lays down a column of numbers. @returns its range; null for none */
  readonly list: (numbers: readonly number[]) => string | null
  readonly cells: () => readonly HelperCell[]
  readonly lists: () => readonly (readonly number[])[]
}

/** Column of the steps, and the first column of numbers, from 0. */
export const stepColumn = 1
export const firstListColumn = 3
/** Row of the first step and of the first number of a list, from 1. */
export const firstStepRow = 2

const settled = /^(?:'[^']+'!\$[A-Z]+\$\d+|\d+(?:\.\d+)?|\(-\d+(?:\.\d+)?\))$/

/** @param sheet name of the sheet the steps stand on, without quotes */
export function workingsOn(sheet: string): Workings {
  const cells: HelperCell[] = []
  const lists: (readonly number[])[] = []
  return {
    put: (label, formula) => {
      if (settled.test(formula)) return formula
      cells.push({ label, formula })
      return `'${sheet}'!$B$${firstStepRow + cells.length - 1}`
    },
    list: numbers => {
      if (numbers.length === 0) return null
      lists.push(numbers)
      const column = letters(firstListColumn + lists.length - 1)
      return `'${sheet}'!$${column}$${firstStepRow}:$${column}$${firstStepRow + numbers.length - 1}`
    },
    cells: () => cells,
    lists: () => lists,
  }
}

function letters(column: number): string {
  const rest = Math.floor(column / 26)
  return (rest > 0 ? letters(rest - 1) : '') + String.fromCharCode(65 + (column % 26))
}

/** A number as a formula takes it; what never ends stays a division. */
export function literal(value: Exact): string {
  if (value.includes('/')) return `(${value})`
  return value.startsWith('-') ? `(${value})` : value
}

/** Excel takes this many signs of a text in a formula. */
const longestText = 250

/** Text as a formula takes it; programs do not agree on how a quotation mark inside one is written. */
export function quoted(text: string): string {
  const pieces = text.split('"').map(piece => {
    const parts = piece.match(new RegExp(`[^]{1,${longestText}}`, 'gu')) ?? ['']
    return parts.map(part => `"${part}"`).join('&')
  })
  return pieces.length === 1 ? (pieces[0] ?? '""') : `(${pieces.join('&CHAR(34)&')})`
}

/**
 * A value rounded as the engine rounds it.
 *
 * Cells hold binary fractions: 1.005 is stored as 1.00499999999999989…, and 0.57 × 100 is
 * 56.99999999999999. The value is therefore pushed up by one part in 10¹⁴ and 10⁻⁹ of the last place
 * before it is cut. That is far more than a chain of operations on doubles loses and far less than what
 * lies between a tie and the nearest share of whole numbers below 10⁸. ROUND is not used: Excel,
 * LibreOffice and HyperFormula do not agree on ties. See decisions/sheet-formulas.md.
 *
 * @param value address or number; it stands in the formula more than once
 */
export function rounded(value: string, step: RoundingStep | null, { put }: Workings, label: string): string {
  if (step === null) return value
  const scale = `1${'0'.repeat(step.places)}`
  const scaled = put(`${label}: phóng lên`, `ABS(${value})*${scale}*1.00000000000001`)
  const sign = `SIGN(${value})`
  if (step.mode === 'truncate') return put(label, `${sign}*INT(${scaled}+0.000000001)/${scale}`)
  const cut = put(`${label}: làm tròn`, `INT(${scaled}+0.500000001)`)
  if (step.mode === 'halfUp') return put(label, `${sign}*${cut}/${scale}`)
  // A half that went up to an odd number goes back to the even one.
  const isHalf = `ABS(${scaled}+0.5-${cut})<0.000000001+${scaled}*0.00000000000002`
  return put(label, `${sign}*(${cut}-IF(${isHalf},IF(${cut}-2*INT(${cut}/2)=1,1,0),0))/${scale}`)
}

/** Whether a computed value is at or past an edge; `exact` where both sides are typed, counted or rounded. */
export function atLeast(value: string, edge: string, exact: boolean): string {
  return exact ? `${value}>=${edge}` : `${value}-${edge}>=-0.00000000001`
}

/** Whether a computed value lies strictly past an edge. */
export function above(value: string, edge: string, exact: boolean): string {
  return exact ? `${value}>${edge}` : `${value}-${edge}>0.00000000001`
}

/** Whether a condition holds anywhere; a condition that stands alone needs no OR. */
export function any(conditions: readonly string[]): string {
  const [only] = conditions
  if (only === undefined) return 'FALSE()'
  return conditions.length === 1 ? only : `OR(${conditions.join(',')})`
}

export function all(conditions: readonly string[]): string {
  const [only] = conditions
  if (only === undefined) return 'TRUE()'
  return conditions.length === 1 ? only : `AND(${conditions.join(',')})`
}

/** Sum of addresses and numbers. */
export function added(terms: readonly string[]): string {
  return terms.length === 0 ? '0' : terms.join('+')
}
