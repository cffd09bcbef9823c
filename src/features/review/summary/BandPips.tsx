import { toPlotNumber } from '../../../model/exact.ts'
import type { Band } from '../../../model/ruleSet.ts'

/** One box a grade: filled up to the one that is held, dashed where it is still open. */
export function BandPips({ bands, bandIds }: { bands: readonly Band[]; bandIds: readonly string[] }) {
  const ascending = bands.toSorted((a, b) => toPlotNumber(a.fromPercent) - toPlotNumber(b.fromPercent))
  const places = bandIds.map(id => ascending.findIndex(band => band.id === id))
  const [sure, possible] = [Math.min(...places) + 1, Math.max(...places) + 1]
  const width = ascending.length * 7
  return (
    <svg className="rvs-pips" width={width} height="12" viewBox={`0 0 ${width} 12`} aria-hidden="true">
      {ascending.map((band, index) => (
        <rect
          key={band.id}
          x={index * 7 + 0.7}
          y="0.7"
          width="4.8"
          height="10.6"
          fill={index < sure ? 'var(--ink-2)' : 'none'}
          stroke="var(--ink-2)"
          strokeWidth="1.2"
          {...(index >= sure && index < possible ? { strokeDasharray: '2 1.4' } : {})}
        />
      ))}
    </svg>
  )
}
