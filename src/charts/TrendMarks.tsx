import type { ReactNode } from 'react'
import type { TrendDrawing, TrendSlot } from './trendSeries.ts'

const across = (share: number) => `${share * 100}%`
const down = (share: number) => `${(1 - share) * 100}%`

/** Lines, levels and signs of a trend, silent: the rows laid over them carry names, numbers and focus. */
export function TrendMarks({ drawing }: { drawing: TrendDrawing }) {
  return (
    <svg className="trend-marks" width="100%" height="100%" aria-hidden="true">
      {drawing.levels.map(level => (
        <line
          key={`${level.ruleSetId} ${level.kind} ${level.id}`}
          className={`trend-level ${level.kind}`}
          x1={across(level.from)}
          x2={across(level.to)}
          y1={down(level.y)}
          y2={down(level.y)}
        />
      ))}
      {drawing.segments.slice(1).map(({ ruleSetId, from }) => (
        <line key={ruleSetId} className="trend-break" x1={across(from)} x2={across(from)} y1="0" y2="100%" />
      ))}
      <line className="trend-axis" x1="0" x2="100%" y1={down(drawing.zero)} y2={down(drawing.zero)} />
      {drawing.lines.map(({ x1, y1, x2, y2 }) => (
        <line key={x1} className="trend-line" x1={across(x1)} y1={down(y1)} x2={across(x2)} y2={down(y2)} />
      ))}
      {drawing.slots.map(slot => (
        <SlotMark key={slot.key} slot={slot} zero={drawing.zero} />
      ))}
    </svg>
  )
}

function SlotMark({ slot, zero }: { slot: TrendSlot; zero: number }) {
  const { x, low, high, point, isSelected } = slot
  const sign = (children: ReactNode, y: number) => (
    <svg x={across(x)} y={down(y)} overflow="visible" aria-hidden="true">
      {children}
    </svg>
  )
  if (!point) return null
  if (low === null || high === null) {
    if (point.state === 'notSent')
      return sign(<rect className="trend-hollow" x="-6" y="-14" width="12" height="12" />, zero)
    if (point.state === 'notApplicable')
      return sign(
        <path className="trend-exempt" d="M-5 -8a5 5 0 1 1 10 0a5 5 0 1 1 -10 0M-4 -4L4 -12" />,
        zero,
      )
    return null
  }
  const sure = point.certainty === 'stated'
  if (low !== high)
    return (
      <svg
        x={across(x)}
        y={down(high)}
        height={`${(high - low) * 100}%`}
        width="1"
        overflow="visible"
        aria-hidden="true"
      >
        <rect className="trend-range" x="-5" y="0" width="10" height="100%" />
      </svg>
    )
  return sign(
    <>
      {isSelected && <circle className="trend-ring" r="10" />}
      <circle
        className={sure ? 'trend-dot' : 'trend-dot unsure'}
        r="5.2"
        fill={sure ? 'var(--actual)' : 'url(#hatch-actual)'}
      />
      {point.notIncurred && <path className="trend-zero" d="M-7 7L7 -7" />}
    </>,
    high,
  )
}
