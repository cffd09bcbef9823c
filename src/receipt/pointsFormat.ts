import type { RuleSet } from '../model/ruleSet.ts'
import { formatNumber, type Language } from '../ui/formatNumber.ts'

/** Points as the rule set shows them: 766 with two decimals always, published figures as they are. */
export function pointsFormat(ruleSet: Pick<RuleSet, 'pointsPlaces'>, language: Language) {
  return (points: string) => formatNumber(points, language, { minPlaces: ruleSet.pointsPlaces })
}
