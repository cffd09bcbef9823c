import type { Decimal } from '../../model/exact.ts'
import { plainDecimal } from './plainDecimal.ts'

export type FigureChoice = {
  readonly value: Decimal
  /** What the mark in the text would be: between thousands, or before decimals. */
  readonly mark: 'thousands' | 'decimal'
}

export type MarkedNumber = {
  readonly sign: string
  readonly body: string
  readonly isPercent: boolean
  /** Every number the digits and marks can mean, the one with a mark between thousands first. */
  readonly found: readonly FigureChoice[]
}

const number = /^([+-]?) ?(\d[\d., ]*|[.,]\d+)( ?%)?$/
const thousandsBySpace = /^[1-9]\d{0,2}(?: \d{3})+(?:[.,]\d+)?$/
const thousandsByDot = /^[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?$/
const thousandsByComma = /^[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?$/
const oneMark = /^(\d*)([.,])(\d+)$/

/** Takes a plain text apart; without readings it is no number. */
export function readMarkedNumber(typed: string): MarkedNumber {
  const [, sign = '', digits = '', percent] = number.exec(typed) ?? []
  const body = digits.trim()
  return { sign, body, isPercent: percent !== undefined, found: readingsOf(body) }
}

function readingsOf(body: string): readonly FigureChoice[] {
  if (/^\d+$/.test(body)) return [{ value: decimal(body, ''), mark: 'decimal' }]
  if (thousandsBySpace.test(body)) {
    const [whole = '', fraction = ''] = body.replaceAll(' ', '').split(/[.,]/)
    return [{ value: decimal(whole, fraction), mark: 'thousands' }]
  }
  const readings: FigureChoice[] = []
  for (const [pattern, group, point] of [
    [thousandsByDot, '.', ','],
    [thousandsByComma, ',', '.'],
  ] as const)
    if (pattern.test(body)) {
      const [whole = '', fraction = ''] = body.replaceAll(group, '').split(point)
      readings.push({ value: decimal(whole, fraction), mark: 'thousands' })
    }
  const [, whole, , fraction = ''] = oneMark.exec(body) ?? []
  if (whole !== undefined) readings.push({ value: decimal(whole, fraction), mark: 'decimal' })
  return readings
}

function decimal(whole: string, fraction: string): Decimal {
  return plainDecimal(`${whole || '0'}.${fraction || '0'}`)
}
