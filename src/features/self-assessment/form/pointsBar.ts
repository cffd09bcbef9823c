import { toPlotNumber } from '../../../model/exact.ts'

/** Lengths of one bar as shares (0–1) of its maximum: reached, still open, lost. */
export type BarParts = {
  readonly reached: number
  readonly open: number
  readonly lost: number
  /** Rests on what a document states; hatched otherwise. */
  readonly isSure: boolean
}

/** Bar of points that may still be an interval; null where there is no maximum to measure by. */
export function barOf(
  points: { readonly from: string; readonly to: string },
  maxPoints: string | null,
  isSure: boolean,
): BarParts | null {
  const max = maxPoints === null ? 0 : toPlotNumber(maxPoints)
  if (max <= 0) return null
  const share = (value: string) => Math.min(Math.max(toPlotNumber(value) / max, 0), 1)
  const [from, to] = [share(points.from), share(points.to)]
  return { reached: from, open: to - from, lost: 1 - to, isSure }
}

/** What a bonus has not given is not lost, and what a penalty takes is. */
export function adjustmentBar(
  effect: 'bonus' | 'penalty',
  points: { readonly from: string; readonly to: string },
  ceiling: string,
  isSure: boolean,
): BarParts | null {
  const bar = barOf(points, ceiling, isSure)
  if (!bar) return null
  return effect === 'bonus' ? { ...bar, lost: 0 } : { ...bar, reached: 0, lost: bar.reached }
}
