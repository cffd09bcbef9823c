import { type Interval, isSettled, toPlotNumber } from '../../../model/exact.ts'
import { formatPercent, type Language } from '../../../ui/formatNumber.ts'

/** "95%", "92–98%" while figures are missing: whole percents, but what is not quite full never reads as full. */
export function percentText(percent: Interval, language: Language): string {
  const whole = (value: string) => formatPercent(value, language, 0)
  const rounded = whole(percent.to)
  const isFull = toPlotNumber(percent.to) >= 100
  const full = rounded === '100%' && !isFull ? formatPercent(percent.to, language) : rounded
  return isSettled(percent) ? full : `${whole(percent.from).slice(0, -1)}–${full}`
}
