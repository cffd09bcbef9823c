import type { Sparkline } from './sparklineSeries.ts'

/** Share of the width that stays free at both ends, so that no dot is cut. */
const rim = 0.06

const across = (x: number) => `${(rim + x * (1 - 2 * rim)) * 100}%`
const down = (y: number) => `${(1 - (0.14 + y * 0.72)) * 100}%`

/** Small line of a table row; numbers stand beside it, so it is silent. */
export function SparklineMark({ line: { dots, lines } }: { line: Sparkline }) {
  return (
    <svg className="sparkline" aria-hidden="true">
      {lines.map(({ x1, y1, x2, y2 }) => (
        <line
          key={x2}
          x1={across(x1)}
          y1={down(y1)}
          x2={across(x2)}
          y2={down(y2)}
          stroke="var(--ink-2)"
          strokeWidth="1.4"
        />
      ))}
      {dots.map(({ period, x, y, top }, index) =>
        top === null ? (
          <circle
            key={period}
            cx={across(x)}
            cy={down(y)}
            r={index === dots.length - 1 ? 2.6 : 1.5}
            fill={index === dots.length - 1 ? 'var(--actual)' : 'var(--ink-2)'}
          />
        ) : (
          <line
            key={period}
            x1={across(x)}
            y1={down(y)}
            x2={across(x)}
            y2={down(top)}
            stroke="var(--ink-2)"
            strokeWidth="2.4"
            strokeDasharray="2 1.6"
          />
        ),
      )}
    </svg>
  )
}
