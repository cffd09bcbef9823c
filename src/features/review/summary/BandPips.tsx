import { toPlotNumber } from '../../../model/exact.ts'
import type { Band } from '../../../model/ruleSet.ts'
import { Pips } from '../../../ui/Pips.tsx'

/** One box a grade: filled up to the one that is held, dashed where it is still open. */
export function BandPips({ bands, bandIds }: { bands: readonly Band[]; bandIds: readonly string[] }) {
  const ascending = bands.toSorted((a, b) => toPlotNumber(a.fromPercent) - toPlotNumber(b.fromPercent))
  const places = bandIds.map(id => ascending.findIndex(band => band.id === id))
  const [sure, possible] = [Math.min(...places) + 1, Math.max(...places) + 1]
  return <Pips className="rvs-pips" count={ascending.length} sure={sure} possible={possible} />
}
