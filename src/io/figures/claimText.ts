import type { Decimal } from '../../model/exact.ts'
import { plainDecimal } from './plainDecimal.ts'
import { readFigure } from './readFigure.ts'

const points = { valueType: 'number', unit: 'điểm' } as const

/**
 * Claimed points as an official would type them. A claim has no reading beside its text, so what could be
 * thousands gets a decimal more: "1,4640" is one number only.
 */
export function claimText(value: Decimal): string {
  const text = plainDecimal(value).replace('.', ',')
  return readFigure(text, points).kind === 'unclear' ? `${text}0` : text
}
