import type { Metric } from '../../model/ruleSet.ts'
import type { RuleSpeech } from '../../receipt/ruleSpeech.ts'
import type { RuleSetView } from '../../state/useRuleSetView.ts'
import { foldText } from '../../ui/foldText.ts'
import { pickName } from '../../ui/language.tsx'
import { ruleSetWords } from './words.ts'

/** Figures whose name, unit or definition has the words, with or without accents. */
export function foundMetrics(metrics: readonly Metric[], search: string): readonly Metric[] {
  const wanted = foldText(search).trim()
  return metrics.filter(({ name, nameEn, unit, definition }) =>
    foldText(`${name} ${nameEn ?? ''} ${unit} ${definition ?? ''}`).includes(wanted),
  )
}

/** "số đếm, lũy kế" */
export function typeText({ valueType, isCumulative }: Metric, { words }: RuleSpeech): string {
  return isCumulative ? words.cumulative(words.valueTypes[valueType]) : words.valueTypes[valueType]
}

/** Whether figures of agencies add up to the province's. */
export function summingText({ aggregation, valueType }: Metric, say: RuleSpeech): string {
  return ruleSetWords[say.language].summed[aggregation ?? (valueType === 'count' ? 'sum' : 'none')]
}

/** Criteria that ask for each figure. */
export function usersOf(figures: RuleSetView['facts']['figures']): ReadonlyMap<string, readonly string[]> {
  const users = new Map<string, string[]>()
  for (const { nodeId, metricIds } of figures)
    for (const id of metricIds) users.set(id, [...(users.get(id) ?? []), nodeId])
  return users
}

/** Name of a user: the number of a criterion, or the name of an adjustment. */
export function userLabel(id: string, { ruleSet }: RuleSetView, say: RuleSpeech): string {
  const adjustment = ruleSet.adjustments?.find(each => each.id === id)
  return adjustment ? pickName(say.language, adjustment.name, adjustment.nameEn) : say.codeOf(id)
}

/** Said of a figure that no criterion asks for. */
export function unusedText({ ruleSet }: RuleSetView, say: RuleSpeech): string {
  const words = ruleSetWords[say.language]
  return ruleSet.grading?.overrides !== undefined ? words.bands : words.unused
}
