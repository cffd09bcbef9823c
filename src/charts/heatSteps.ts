import { toPlotNumber } from '../model/exact.ts'

/** Lower ends of the steps of a heat table, in percent of the maximum, above the first. */
export const heatLimits = [50, 70, 80, 90] as const

/** Step of the colour scale from 1 to 5; the number always stands in the cell too. */
export function heatStep(percent: string): 1 | 2 | 3 | 4 | 5 {
  const value = toPlotNumber(percent)
  if (value >= 90) return 5
  if (value >= 80) return 4
  if (value >= 70) return 3
  return value >= 50 ? 2 : 1
}
