import type { Decimal, Exact } from '../../model/exact.ts'
import { compare, parseExact } from '../../scoring/exact.ts'

/** Whether a number lies between two others, ends included; compared to the last digit. */
export function isWithin(value: Decimal, least: Exact, most: Exact): boolean {
  const number = parseExact(value)
  return compare(number, parseExact(least)) >= 0 && compare(number, parseExact(most)) <= 0
}
