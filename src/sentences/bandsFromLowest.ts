import { toPlotNumber } from '../model/exact.ts'
import type { Band } from '../model/ruleSet.ts'

/** Grades from the lowest; rule sets list them either way. */
export function bandsFromLowest(bands: readonly Band[]): readonly Band[] {
  return bands.toSorted((a, b) => toPlotNumber(a.fromPercent) - toPlotNumber(b.fromPercent))
}
