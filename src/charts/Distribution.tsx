import type { Distribution } from './distributionSeries.ts'

const dotSize = 9
const laneHeight = 6
const plotHeight = 96

const percent = (share: number) => `${share * 100}%`

/** Scores of a group along the scale, with the limits of the bands; words and numbers stand around it. */
export function DistributionMark({ distribution }: { distribution: Distribution }) {
  const { mode, steps, tallest, open, idle, bands } = distribution
  const stack = mode === 'dots' ? Math.max(tallest * (dotSize + 1) + 4, 40) : plotHeight
  const lanes = open.length * laneHeight
  const idleLane = idle.length > 0 ? 16 : 0
  const height = stack + lanes + idleLane + 6
  return (
    <svg className="distribution" height={height} aria-hidden="true">
      {bands.map(band => (
        <line
          key={band.bandId}
          x1={percent(band.from)}
          x2={percent(band.from)}
          y1="0"
          y2={height}
          stroke="var(--rule-2)"
          strokeWidth="1"
        />
      ))}
      <line x1="100%" x2="100%" y1="0" y2={height} stroke="var(--rule-2)" strokeWidth="1" />
      {steps.map(({ at, width, agencyIds }) =>
        mode === 'dots' ? (
          agencyIds.map((agencyId, place) => (
            <circle
              key={agencyId}
              cx={percent(at)}
              cy={stack - 6 - place * (dotSize + 1)}
              r={dotSize / 2}
              fill="var(--actual)"
            />
          ))
        ) : (
          <rect
            key={at}
            x={percent(at - width * 0.42)}
            width={percent(width * 0.84)}
            y={stack - (agencyIds.length / tallest) * (plotHeight - 16)}
            height={(agencyIds.length / tallest) * (plotHeight - 16)}
            fill="var(--actual)"
          />
        ),
      )}
      <line x1="0" x2="100%" y1={stack} y2={stack} stroke="var(--ink-2)" strokeWidth="1.2" />
      {open.map(({ agencyId, from, to }, lane) => (
        <line
          key={agencyId}
          x1={percent(from)}
          x2={percent(Math.max(to, from + 0.006))}
          y1={stack + 5 + lane * laneHeight}
          y2={stack + 5 + lane * laneHeight}
          stroke="var(--ink-2)"
          strokeWidth="3"
          strokeDasharray="3 2"
        />
      ))}
      {idle.map(({ agencyId, at }) => (
        // Inside a drawing that is hidden from readers already.
        // biome-ignore lint/a11y/noSvgWithoutTitle: a place of its own within the drawing
        <svg key={agencyId} x={percent(at)} y={stack + lanes + 5} width="11" height="11" overflow="visible">
          <circle cx="0" cy="5.5" r="4.3" fill="none" stroke="var(--ink-2)" strokeWidth="1.3" />
          <path d="M-3.5 9 3.5 2" stroke="var(--ink-2)" strokeWidth="1.3" />
        </svg>
      ))}
    </svg>
  )
}
