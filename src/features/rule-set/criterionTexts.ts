import type { SourceDocument } from '../../model/provenance.ts'
import type { Metric } from '../../model/ruleSet.ts'
import { documentName } from '../../receipt/citation.ts'
import { ruleLines } from '../../receipt/ruleLines.ts'
import { metricRole, unitText } from '../../receipt/ruleSections.ts'
import { ruleSentence } from '../../receipt/ruleSentence.ts'
import type { RuleSpeech } from '../../receipt/ruleSpeech.ts'
import type { RuleSetView } from '../../state/useRuleSetView.ts'
import { formatNumber, formatPercent } from '../../ui/formatNumber.ts'
import { type CriteriaRow, surenessOf } from './criteriaRows.ts'
import { ruleSetWords } from './words.ts'

/** The rule in a sentence; for a group its part of the scale, for a pool what it covers. */
export function methodText(row: CriteriaRow, { facts }: RuleSetView, say: RuleSpeech): string | null {
  const words = ruleSetWords[say.language]
  if (row.rule) {
    const sentence = ruleSentence(row.rule, say)
    return row.kind === 'adjustment'
      ? `${row.adjustment.effect === 'bonus' ? words.bonus : words.penalty}: ${sentence}`
      : sentence
  }
  if (row.kind === 'pool') return words.poolOf(row.pool.criterionIds.length)
  const area = facts.areas.find(each => each.criterionId === row.id)
  return area && area.maxPoints !== null ? words.ofScale(formatPercent(area.percent, say.language, 1)) : null
}

/** The cases of a formula, which no sentence could say; none for other rules. */
export function formulaTexts({ rule }: CriteriaRow, say: RuleSpeech): readonly string[] {
  return rule?.kind === 'formula' ? ruleLines(rule, null, say).map(({ value }) => value ?? '') : []
}

/** Points of a line; null where nobody knows them. */
export function maximumText({ kind, maxPoints }: CriteriaRow, say: RuleSpeech): string | null {
  if (maxPoints === null) return null
  const number = formatNumber(maxPoints, say.language)
  return kind === 'adjustment' ? ruleSetWords[say.language].upTo(number) : number
}

/** Figures a line asks for, each with what it is in the rule, or its unit. */
export function figureTexts(
  { rule }: CriteriaRow,
  metricIds: readonly string[],
  { ruleSet }: RuleSetView,
  say: RuleSpeech,
) {
  if (!rule) return []
  return metricIds.map(id => {
    const metric = ruleSet.metrics.find(each => each.id === id)
    const role = metricRole(id, rule, say)
    const unit = metric && role === null && isAmount(metric) ? unitText(metric, say) : null
    return { id, role, name: say.metricName(id), unit }
  })
}

/** A unit says something of amounts; a date or a yes says what it is by its name. */
function isAmount({ valueType }: Metric): boolean {
  return valueType === 'count' || valueType === 'number' || valueType === 'percent'
}

/** How sure, where in which document; null where no source is known. */
export function originTexts(row: CriteriaRow, documents: readonly SourceDocument[], say: RuleSpeech) {
  const words = ruleSetWords[say.language]
  const sure = surenessOf(row)
  const { source } = row.provenance
  if (!source) return null
  const document = documents.find(each => each.id === source.documentId)
  return {
    documentId: source.documentId,
    document: document ? documentName(document, say.language) : source.documentId,
    place: source.place,
    sure: sure === 'stated' || sure === 'noSource' ? null : words.sourceKinds[sure],
  }
}
