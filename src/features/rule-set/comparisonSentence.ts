import type { RuleSetView } from '../../state/useRuleSetView.ts'
import type { Language } from '../../ui/formatNumber.ts'
import { pickName } from '../../ui/language.tsx'
import { changeCounts } from './changeText.ts'
import { changeWords } from './changeWords.ts'
import { changeSpeechOf } from './fieldLines.ts'
import { generalLines } from './generalLines.ts'

/** "So với bản 2025: thêm 1 tiêu chí, bỏ 1, đổi điểm tối đa 9, đổi cách tính hoặc ngưỡng 8" */
export function comparisonSentence(
  {
    ruleSet,
    comparison,
    comparisonProblems,
  }: Pick<RuleSetView, 'ruleSet' | 'comparison' | 'comparisonProblems'>,
  language: Language,
): string {
  const words = changeWords[language]
  if (comparisonProblems.length > 0) return words.unreadable
  if (!comparison) return words.none
  const { older, change } = comparison
  const name = pickName(language, older.shortTitle, older.shortTitleEn)
  if (change.isSame) return words.same(name)
  if (change.shared === 0) return words.strangers(name)
  const counts = {
    ...changeCounts(change),
    general: generalLines(change, changeSpeechOf(older, ruleSet, language)).length,
  }
  const keys = ['added', 'removed', 'maxima', 'rules', 'general'] as const
  const parts = keys.flatMap(key => (counts[key] === 0 ? [] : [words[key](counts[key])]))
  if (parts.length > 0) return words.sentence(name, parts)
  // Nothing that moves points: the rest is told instead.
  const { added, removed, changed } = change.metrics
  const others = {
    asked: counts.asked,
    names: counts.names,
    metrics: added.length + removed.length + changed.length,
  }
  return words.sentence(
    name,
    (['asked', 'names', 'metrics'] as const).flatMap(key =>
      others[key] === 0 ? [] : [words[key](others[key])],
    ),
  )
}
