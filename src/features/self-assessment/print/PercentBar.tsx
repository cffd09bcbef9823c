import { type Interval, isSettled, toPlotNumber } from '../../../model/exact.ts'
import { formatPercent } from '../../../ui/formatNumber.ts'
import { useLanguage } from '../../../ui/language.tsx'

/** Share of the maximum as a bar with its number; what missing figures leave open is dashed. */
export function PercentBar({ percent, isInferred }: { percent: Interval; isInferred: boolean }) {
  const language = useLanguage()
  const share = (value: string) => Math.min(Math.max(toPlotNumber(value) / 100, 0), 1)
  const [reached, best] = [share(percent.from), share(percent.to)]
  const at = (part: number) => `${part * 100}%`
  const whole = (value: string) => formatPercent(value, language, 0)
  const rounded = whole(percent.to)
  // What is not quite full never reads as full.
  const full = rounded === '100%' && best < 1 ? formatPercent(percent.to, language) : rounded
  return (
    <span className={isSettled(percent) ? 'sa-printed-bar' : 'sa-printed-bar wide'}>
      <svg aria-hidden="true">
        {best < 1 && <rect x={at(best)} width={at(1 - best)} height="100%" fill="var(--lost)" />}
        {reached > 0 && (
          <rect
            width={at(reached)}
            height="100%"
            fill={isInferred ? 'url(#hatch-actual)' : 'var(--actual)'}
            stroke={isInferred ? 'var(--actual)' : 'none'}
          />
        )}
        {best > reached && (
          <rect
            x={at(reached)}
            y="1"
            width={at(best - reached)}
            height="8"
            fill="var(--paper)"
            stroke="var(--ink-2)"
            strokeWidth="1.4"
            strokeDasharray="3 2.4"
          />
        )}
      </svg>
      <span>{isSettled(percent) ? full : `${whole(percent.from).slice(0, -1)}–${full}`}</span>
    </span>
  )
}
