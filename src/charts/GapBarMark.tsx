import type { GapBar } from './ladderSeries.ts'

/** Places a share (0–1) of the scale: pixels inside a chart, percent in a fluid drawing. */
export type PlaceShare = (share: number) => number | string

const percent: PlaceShare = share => `${share * 100}%`

/** Below this share a paper gap between the parts would hide the smaller one. */
const smallestWithGap = 0.06

/** The segments of one bar: reached, lost, missing, end tick, target mark. Carries no words; its row does. */
export function GapSegments({
  bar,
  top,
  height,
  place,
}: {
  bar: GapBar
  top: number
  height: number
  place: PlaceShare
}) {
  const y = top + height * 0.17
  const thick = height * 0.66
  const reached = bar.actual
  const end = bar.actual + bar.lost + bar.missing
  const parted = bar.actual >= smallestWithGap * end && bar.lost >= smallestWithGap * end
  return (
    <g>
      {bar.actual > 0 && (
        <rect
          x={place(0)}
          y={y}
          width={place(bar.actual)}
          height={thick}
          fill={bar.actualSure ? 'var(--actual)' : 'url(#hatch-actual)'}
          {...(bar.actualSure ? {} : { stroke: 'var(--actual)', strokeWidth: 1.2 })}
        />
      )}
      {bar.lost > 0 && (
        <rect
          x={place(reached)}
          y={y}
          width={place(bar.lost)}
          height={thick}
          fill={bar.lostSure ? 'var(--lost)' : 'url(#hatch-lost)'}
          {...(bar.lostSure ? {} : { stroke: 'var(--lost)', strokeWidth: 1.2 })}
        />
      )}
      {bar.missing > 0 && (
        <rect
          x={place(reached)}
          y={y}
          width={place(bar.missing)}
          height={thick}
          fill="none"
          stroke="var(--ink-2)"
          strokeWidth="1.4"
          strokeDasharray="3 2.4"
        />
      )}
      {parted && bar.actualSure && bar.lostSure && (
        <rect x={place(reached)} y={y} width="1.5" height={thick} fill="var(--paper)" />
      )}
      {bar.shortened && (
        <svg x={place(0.26)} y={top} width="14" height={height} overflow="visible" aria-hidden="true">
          <path d={`M0 ${height} 6 0H13L7 ${height}Z`} fill="var(--paper)" />
          <path d={`M0 ${height} 6 0M7 ${height} 13 0`} stroke="var(--ink-2)" strokeWidth="1.3" />
        </svg>
      )}
      <rect x={place(end)} y={top} width="1.6" height={height} fill="var(--ink-2)" />
      {bar.target !== null && (
        <TargetMark x={place(bar.target)} y={top + height / 2 - 7} sure={bar.targetSure} />
      )}
    </g>
  )
}

/** Ink diamond on a line, above every hue; hollow where its place is only inferred. */
export function TargetMark({ x, y, sure = true }: { x: number | string; y: number; sure?: boolean }) {
  return (
    <svg x={x} y={y} overflow="visible" aria-hidden="true">
      <path d="M0 3V15" stroke="var(--paper)" strokeWidth="4" />
      <path
        d="M0 -1 4 3 0 7 -4 3Z"
        fill={sure ? 'var(--ink)' : 'var(--paper)'}
        stroke={sure ? 'var(--paper)' : 'var(--ink)'}
        strokeWidth={sure ? 1 : 1.4}
        paintOrder="stroke"
      />
      <path d="M0 3V15" stroke="var(--ink)" strokeWidth="2" />
    </svg>
  )
}

/** One bar across its box, without the charts library: receipts and other single bars. */
export function SoloGapBar({ bar, height }: { bar: GapBar; height: number }) {
  return (
    <svg className="gap-bar" height={height} aria-hidden="true">
      <GapSegments bar={bar} top={0} height={height} place={percent} />
    </svg>
  )
}
