import type { Exact, Interval } from '../../../model/exact.ts'
import type { FormItem } from '../../../model/form.ts'

type Effect = FormItem['effect']

/** A penalty takes its points away, so they are read with a minus. */
export function signed(effect: Effect, value: Exact): Exact {
  if (effect !== 'penalty' || value === '0') return value
  return value.startsWith('-') ? value.slice(1) : `-${value}`
}

export function signedInterval(effect: Effect, { from, to }: Interval): Interval {
  return effect === 'penalty' ? { from: signed(effect, to), to: signed(effect, from) } : { from, to }
}
