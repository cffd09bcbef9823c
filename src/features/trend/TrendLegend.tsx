import type { Trend } from '../../model/trend.ts'
import { useText } from '../../ui/language.tsx'
import { Mark } from '../../ui/Mark.tsx'
import { trendWords } from './words.ts'

/** Signs of the chart, only those that stand in it. */
export function TrendLegend({ trend }: { trend: Trend }) {
  const { legend } = useText(trendWords)
  const { points, levels } = trend
  const drawn = points.filter(point => point.drawn !== null)
  const some = (kind: 'band' | 'target' | 'plan') => levels.some(level => level.kind === kind)
  const isOpen = drawn.some(({ drawn: value }) => value !== null && value.from !== value.to)
  const unsure = drawn.find(point => point.certainty !== 'stated')?.certainty
  const dot = trend.unit === 'share' ? legend.dotShare : legend.dot
  return (
    <div className="legend">
      <span>
        <svg className="mark" width="11" height="11" viewBox="0 0 11 11" aria-hidden="true">
          <circle
            className={unsure ? 'trend-dot unsure' : 'trend-dot'}
            fill={unsure ? 'url(#hatch-actual)' : 'var(--actual)'}
            cx="5.5"
            cy="5.5"
            r="4.4"
          />
        </svg>
        {unsure && unsure !== 'stated' ? `${dot}, ${legend[unsure]}` : dot}
      </span>
      {isOpen && (
        <span>
          <svg className="mark" width="9" height="14" viewBox="0 0 9 14" aria-hidden="true">
            <rect className="trend-range" x="1" y="1" width="7" height="12" />
          </svg>
          {legend.range}
        </span>
      )}
      {points.some(point => point.state === 'notSent') && (
        <span>
          <Mark kind="missing" />
          {legend.notSent}
        </span>
      )}
      {points.some(point => point.state === 'notApplicable') && (
        <span>
          <Mark kind="notApplicable" />
          {legend.notApplicable}
        </span>
      )}
      {some('target') && (
        <span>
          <LevelSign kind="target" />
          {legend.target}
        </span>
      )}
      {some('plan') && (
        <span>
          <LevelSign kind="plan" />
          {legend.plan}
        </span>
      )}
      {some('band') && (
        <span>
          <LevelSign kind="band" />
          {legend.band}
        </span>
      )}
    </div>
  )
}

function LevelSign({ kind }: { kind: 'band' | 'target' | 'plan' }) {
  return (
    <svg className="mark" width="18" height="11" viewBox="0 0 18 11" aria-hidden="true">
      <line className={`trend-level ${kind}`} x1="0" x2="18" y1="5.5" y2="5.5" />
    </svg>
  )
}
