import type { Metric } from '../../model/ruleSet.ts'
import type { RuleSetView } from '../../state/useRuleSetView.ts'
import { formatNumber, type Language } from '../../ui/formatNumber.ts'
import { pickName } from '../../ui/language.tsx'
import { checkWords } from './checkWords.ts'
import { comparisonSentence } from './comparisonSentence.ts'
import { criteriaRows, surenessOf } from './criteriaRows.ts'
import type { RuleSetPart } from './ruleSetState.ts'
import { ruleSetWords } from './words.ts'

/** The message of the part that is shown, as its title. */
export function ruleSetSentence(part: RuleSetPart, view: RuleSetView, language: Language): string {
  const words = ruleSetWords[language]
  switch (part) {
    case 'criteria':
      return criteriaSentence(view, language)
    case 'metrics': {
      const types = new Map<Metric['valueType'], number>()
      for (const { valueType } of view.ruleSet.metrics) types.set(valueType, (types.get(valueType) ?? 0) + 1)
      const kinds = [...types]
        .toSorted((a, b) => b[1] - a[1])
        .map(([type, count]) => `${count} ${words.types[type]}`)
        .join(', ')
      return words.metricTitle(view.ruleSet.metrics.length, kinds)
    }
    case 'examples':
      if (view.examples.length === 0)
        return (view.ruleSet.examples ?? []).length === 0 ? words.noExamples : words.examplesNotRun
      return words.exampleTitle(view.examples.filter(each => each.holds).length, view.examples.length)
    case 'checks': {
      const problems = view.checks.flatMap(check => check.problems)
      const count = (severity: 'error' | 'warning') =>
        problems.filter(problem => problem.severity === severity).length
      return checkWords[language].checkTitle(
        formatNumber(checkedPlaces(view), language),
        count('error'),
        count('warning'),
      )
    }
    case 'compare':
      return comparisonSentence(view, language)
  }
}

function criteriaSentence({ ruleSet, facts }: RuleSetView, language: Language): string {
  const words = ruleSetWords[language]
  const rows = criteriaRows(ruleSet)
  const count = (sure: ReturnType<typeof surenessOf>) => rows.filter(row => surenessOf(row) === sure).length
  const items = words.items(
    facts.items,
    pickName(language, ruleSet.itemWord, ruleSet.itemWordEn),
    facts.watched,
  )
  const title = words.title(facts.groups, items, formatNumber(ruleSet.scale, language))
  return `${title}; ${words.sureness(count('inferred'), count('illustrative'), count('noSource'), rows.length)}`
}

function checkedPlaces({ checks }: RuleSetView): string {
  return String(checks.reduce((sum, check) => sum + (check.skipped ? 0 : check.places), 0))
}

/** The number beside the name of a part; nothing where there is nothing to count. */
export function partCount(
  part: RuleSetPart,
  { facts, ruleSet, checks, comparison }: RuleSetView,
): number | null {
  switch (part) {
    case 'criteria':
      return facts.items
    case 'metrics':
      return ruleSet.metrics.length
    case 'examples':
      return ruleSet.examples?.length ?? 0
    case 'checks':
      return checks.reduce((sum, check) => sum + check.problems.length, 0)
    case 'compare': {
      if (!comparison) return null
      const { added, removed, changed } = comparison.change
      return added.length + removed.length + changed.length
    }
  }
}
