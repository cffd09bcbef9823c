import type { FigureSeries } from './trendFigureSeries.ts'

const across = (share: number) => `${share * 100}%`
const down = (share: number) => `${(1 - share) * 100}%`

/** One stated figure through its periods, silent: the list beside it says every number. */
export function TrendFigureMarks({ series }: { series: FigureSeries }) {
  return (
    <svg className="trend-marks" width="100%" height="100%" aria-hidden="true">
      <line className="trend-axis" x1="0" x2="100%" y1="100%" y2="100%" />
      {series.lines.map(({ x1, y1, x2, y2 }) => (
        <line key={x1} className="trend-line" x1={across(x1)} y1={down(y1)} x2={across(x2)} y2={down(y2)} />
      ))}
      {series.points.map(({ figure, x, y }) => (
        <circle
          key={figure.id}
          className={figure.provenance.certainty === 'stated' ? 'trend-dot' : 'trend-dot unsure'}
          fill={figure.provenance.certainty === 'stated' ? 'var(--actual)' : 'url(#hatch-actual)'}
          cx={across(x)}
          cy={down(y)}
          r="4.2"
        />
      ))}
    </svg>
  )
}
