import type { BarRow } from '../../../model/deck.ts'
import { toPlotNumber } from '../../../model/exact.ts'

/** Ends of a scale in percents of the loss, to the left of zero for those who offset others. */
export type ShareScale = { readonly left: number; readonly right: number }

const scaleEnds = [10, 20, 50, 100, 200, 500, 1000]

/** The first round end that every bar fits, so that a small part does not fill the width. */
export function shareScale(percents: readonly number[]): ShareScale {
  const endOf = (largest: number) => scaleEnds.find(end => end >= largest) ?? largest
  const least = Math.min(0, ...percents)
  return { left: least < 0 ? endOf(-least) : 0, right: endOf(Math.max(0, ...percents)) }
}

/** A part of the loss from zero on; who offsets others goes to the left. */
export function shareBar(
  { left, right }: ShareScale,
  percent: string,
  kind: 'sure' | 'inferred' | 'open',
): BarRow['segments'] {
  const value = toPlotNumber(percent)
  if (value === 0) return []
  const [zero, end] = [left / (left + right), (left + value) / (left + right)]
  return [
    {
      from: Math.min(zero, end),
      to: Math.max(zero, end),
      paint: kind === 'open' ? 'open' : value < 0 ? 'actual' : 'lost',
      isSure: kind === 'sure',
    },
  ]
}
