import type { Decimal } from '../../model/exact.ts'

/** The one way our files write a decimal: "12.50" and "012.5" are "12.5", "-0.0" is "0". Other texts stay. */
export function plainDecimal(value: Decimal): Decimal {
  if (!/^-?\d+(?:\.\d+)?$/.test(value)) return value
  const [whole = '', fraction = ''] = value.replace('-', '').split('.')
  const units = whole.replace(/^0+(?=\d)/, '') || '0'
  const rest = fraction.replace(/0+$/, '')
  const size = rest === '' ? units : `${units}.${rest}`
  return value.startsWith('-') && size !== '0' ? `-${size}` : size
}
