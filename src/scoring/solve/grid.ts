import type { Decimal } from '../../model/exact.ts'
import { dayNumber } from '../workingDays.ts'

/** The values a metric can take, as whole steps: units, hundredths, days. */
export type Grid = {
  readonly step: (value: Decimal) => bigint
  readonly value: (step: bigint) => Decimal
}

/** Steps of 10⁻ᵖ. */
export function decimalGrid(places: number): Grid {
  return {
    step: value => {
      const [whole = '', decimals = ''] = value.split('.')
      return BigInt(whole + decimals.padEnd(places, '0').slice(0, places))
    },
    value: step => {
      const digits = String(step < 0n ? -step : step).padStart(places + 1, '0')
      const decimals = places === 0 ? '' : digits.slice(-places).replace(/0+$/, '')
      const whole = places === 0 ? digits : digits.slice(0, -places)
      return `${step < 0n ? '-' : ''}${whole}${decimals === '' ? '' : `.${decimals}`}`
    },
  }
}

const dayLength = 86_400_000

export const dayGrid: Grid = {
  step: value => BigInt(dayNumber(value)),
  value: step => new Date(Number(step) * dayLength).toISOString().slice(0, 10),
}

/** Decimals a value is written with. */
export function placesOf(value: Decimal): number {
  return value.split('.')[1]?.length ?? 0
}
