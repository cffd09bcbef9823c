import { periodPattern } from '../model/period.ts'

/** What one cell holds. A cell that holds nothing is not there. */
export type SheetCell =
  | { readonly kind: 'text'; readonly text: string }
  /** `isPercent`: the cell shows 0.5 as 50%; `format` and `isReckoned` (by a formula) only where asked for. */
  | {
      readonly kind: 'number'
      readonly value: number
      readonly isPercent: boolean
      readonly format?: string | undefined
      readonly isReckoned?: boolean | undefined
    }
  /** Date as "2026-03-05". */
  | { readonly kind: 'date'; readonly date: string }
  | { readonly kind: 'truth'; readonly value: boolean }
  /** "#N/A" and the like. */
  | { readonly kind: 'fault'; readonly text: string }
  /** A formula whose result the file does not hold. */
  | { readonly kind: 'uncalculated' }

/** Cells merged into one: rows from 1 and columns from 0, both ends inside. */
export type Merge = {
  readonly firstRow: number
  readonly firstColumn: number
  readonly lastRow: number
  readonly lastColumn: number
}

/** Part of one column of a sheet, rows from 1. */
export type CellRange = {
  readonly sheet: string
  readonly column: string
  readonly from: number
  readonly to: number
}

/** Excel keeps this many digits of a number and shows no more. */
const excelDigits = 15
/** Numbers longer than this are no points, counts or shares. */
const longestDecimal = 40

/** "A" for 0, "Z" for 25, "AA" for 26. */
export function columnLetter(column: number): string {
  const rest = Math.floor(column / 26)
  return (rest > 0 ? columnLetter(rest - 1) : '') + String.fromCharCode(65 + (column % 26))
}

/**
 * A number as the decimal Excel shows: 0.1 + 0.2, stored as 0.30000000000000004, is "0.3".
 * @returns null for what is no finite number or too long to be meant
 */
export function decimalOfNumber(value: number): string | null {
  if (!Number.isFinite(value)) return null
  const [mantissa = '', power = '0'] = value.toExponential(excelDigits - 1).split('e')
  const digits = mantissa.replace(/[-.]/g, '').replace(/0+$/, '')
  if (digits === '') return '0'
  const point = Number(power) + 1
  if (Math.abs(point) > longestDecimal) return null
  const whole = point > 0 ? digits.slice(0, point).padEnd(point, '0') : '0'
  const fraction =
    point >= digits.length ? '' : digits.slice(Math.max(0, point)).padStart(digits.length - point, '0')
  return `${value < 0 ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`
}

/** A cell as its reader sees it, with the decimal comma of Vietnamese. */
export function shownText(cell: SheetCell | undefined): string {
  switch (cell?.kind) {
    case undefined:
      return ''
    case 'text':
    case 'fault':
      return cell.text
    case 'number':
      return cell.isPercent
        ? `${comma(decimalOfNumber(cell.value * 100) ?? String(cell.value * 100))}%`
        : comma(decimalOfNumber(cell.value) ?? String(cell.value))
    case 'date':
      return shownDate(cell.date)
    case 'truth':
      return cell.value ? 'TRUE' : 'FALSE'
    case 'uncalculated':
      return '=…'
  }
}

/** "05/03/2026" for "2026-03-05". */
export function shownDate(date: string): string {
  const [, year, , month, day] = periodPattern.exec(date) ?? []
  return day === undefined ? date : `${day}/${month}/${year}`
}

function comma(decimal: string): string {
  return decimal.replace('.', ',')
}
