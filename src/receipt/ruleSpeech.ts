import { walkCriteria } from '../model/criteria.ts'
import type { RuleSet } from '../model/ruleSet.ts'
import { formatNumber, type Language } from '../ui/formatNumber.ts'
import { pickName } from '../ui/language.tsx'
import { type FormulaWords, formulaWords } from './formulaWords.ts'
import { type RuleWords, ruleWords } from './ruleWords.ts'

/** How the rules of one rule set are said: language, words and the names of what they mention. */
export type RuleSpeech = {
  readonly language: Language
  readonly words: RuleWords
  readonly formula: FormulaWords
  /** Every digit of a number. */
  readonly number: (exact: string) => string
  readonly metricName: (metricId: string) => string
  readonly metricUnit: (metricId: string) => string
  /** "1.4" for a criterion of the set. */
  readonly codeOf: (criterionId: string) => string
  readonly calendarName: (calendarId: string) => string
}

export function ruleSpeechOf(ruleSet: RuleSet, language: Language): RuleSpeech {
  const metrics = new Map(ruleSet.metrics.map(metric => [metric.id, metric]))
  const codes = new Map(walkCriteria(ruleSet).map(({ criterion: { id, code } }) => [id, code]))
  return {
    language,
    words: ruleWords[language],
    formula: formulaWords[language],
    number: exact => formatNumber(exact, language),
    metricName: id => {
      const metric = metrics.get(id)
      return metric ? pickName(language, metric.name, metric.nameEn) : id
    },
    metricUnit: id => {
      const metric = metrics.get(id)
      return metric ? pickName(language, metric.unit, metric.unitEn) : ''
    },
    codeOf: id => codes.get(id) ?? id,
    calendarName: id => ruleSet.calendars?.find(calendar => calendar.id === id)?.name ?? id,
  }
}
