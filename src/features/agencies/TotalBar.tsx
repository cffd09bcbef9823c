import type { CohortRow } from '../../model/cohort.ts'
import { toPlotNumber } from '../../model/exact.ts'

/** Reached and lost share of what applies; dashed between the ends that missing figures leave open. */
export function TotalBar({ row: { total, place } }: { row: Pick<CohortRow, 'total' | 'place'> }) {
  const { percent } = total
  if (!percent) return <svg className="total-bar" aria-hidden="true" />
  const from = clamp(toPlotNumber(percent.from))
  const to = clamp(toPlotNumber(percent.to))
  const width = (share: number) => `${Math.max(share, 0)}%`
  if (place === 'idle')
    return (
      <svg className="total-bar" aria-hidden="true">
        <rect width={width(from)} height="100%" fill="url(#hatch-ink)" />
        <rect
          x="0.7"
          y="0.7"
          className="bar-frame"
          fill="none"
          stroke="var(--ink-2)"
          strokeWidth="1.2"
          strokeDasharray="3 2.4"
        />
      </svg>
    )
  // A gap of paper parts the two, unless one of them is too short to spare it.
  const gap = from < 6 || to > 94 ? 0 : 1
  return (
    <svg className="total-bar" aria-hidden="true">
      <rect width={width(from)} height="100%" fill="var(--actual)" />
      {to > from && (
        <rect
          x={width(from)}
          y="0.7"
          width={width(to - from)}
          className="bar-open"
          fill="var(--paper)"
          stroke="var(--ink-2)"
          strokeWidth="1.4"
          strokeDasharray="3 2.4"
        />
      )}
      <rect x={width(to + gap)} width={width(100 - to - gap)} height="100%" fill="var(--lost)" />
    </svg>
  )
}

const clamp = (value: number) => Math.max(0, Math.min(100, value))
