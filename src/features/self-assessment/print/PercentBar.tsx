import { type Interval, isSettled, toPlotNumber } from '../../../model/exact.ts'
import { useLanguage } from '../../../ui/language.tsx'
import { percentText } from './percentText.ts'

/** Share of the maximum as a bar with its number; what missing figures leave open is dashed. */
export function PercentBar({ percent, isInferred }: { percent: Interval; isInferred: boolean }) {
  const language = useLanguage()
  const share = (value: string) => Math.min(Math.max(toPlotNumber(value) / 100, 0), 1)
  const [reached, best] = [share(percent.from), share(percent.to)]
  const at = (part: number) => `${part * 100}%`
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
      <span>{percentText(percent, language)}</span>
    </span>
  )
}
