import { type Interval, isSettled } from '../model/exact.ts'
import type { RuleSet } from '../model/ruleSet.ts'
import { formatNumber, type Language } from '../ui/formatNumber.ts'

/** Points as the rule set shows them: 766 with two decimals always, published figures as they are. */
export function pointsFormat(ruleSet: Pick<RuleSet, 'pointsPlaces'>, language: Language) {
  return (points: string) => formatNumber(points, language, { minPlaces: ruleSet.pointsPlaces })
}

/** One figure when it is settled, "67,49–73,49" while something is missing. */
export function formatInterval(interval: Interval, format: (value: string) => string): string {
  return isSettled(interval) ? format(interval.to) : `${format(interval.from)}–${format(interval.to)}`
}
