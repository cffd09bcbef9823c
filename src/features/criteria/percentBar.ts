import { type Interval, toPlotNumber } from '../../model/exact.ts'

/** Shares (0–1) of a bar across the maximum: sure points, what missing figures leave open, what is lost. */
export type PercentBar = { readonly reached: number; readonly open: number; readonly lost: number }

export function percentBar(percent: Interval): PercentBar {
  const share = (value: string) => Math.min(Math.max(toPlotNumber(value) / 100, 0), 1)
  const [reached, best] = [share(percent.from), share(percent.to)]
  return { reached, open: best - reached, lost: 1 - best }
}
