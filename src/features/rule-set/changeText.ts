import { isLeaf } from '../../model/criteria.ts'
import { levelNames } from '../../model/levelNames.ts'
import type { Criterion } from '../../model/ruleSet.ts'
import type { ChangedCriterion, RuleChange, RuleSetChange, Shift } from '../../model/ruleSetChange.ts'
import type { Rule } from '../../model/rules.ts'
import { ruleLines } from '../../receipt/ruleLines.ts'
import { capitalised, ruleSentence } from '../../receipt/ruleSentence.ts'
import type { RuleSpeech } from '../../receipt/ruleSpeech.ts'
import { formatNumber } from '../../ui/formatNumber.ts'
import { pickName } from '../../ui/language.tsx'
import { fieldNames } from './changeFieldNames.ts'
import type { ChangeWords } from './changeWords.ts'
import { type ChangeLine, type ChangeSpeech, criterionName, fieldLines } from './fieldLines.ts'

/** What a list of changes comes to: leaves only, because a group only sums them. */
export function changeCounts({ added, removed, changed }: RuleSetChange) {
  const leaves = changed.filter(each => each.isLeaf)
  const isLeafPlace = (place: RuleSetChange['added'][number]) => isLeaf(place.criterion)
  return {
    added: added.filter(isLeafPlace).length,
    removed: removed.filter(isLeafPlace).length,
    maxima: leaves.filter(each => each.maximum !== null).length,
    rules: leaves.filter(each => each.rule !== null || each.fields.length > 0).length,
    asked: changed.filter(each => each.asked.length > 0).length,
    names: changed.filter(isRenamed).length,
  }
}

export function isRenamed({ name, code, parent }: ChangedCriterion): boolean {
  return name !== null || code !== null || parent !== null
}

/** Everything that changed in how one criterion is scored. */
export function ruleChangeLines(
  change: RuleChange | null,
  { from, to }: Shift<{ readonly rule?: Rule | undefined }>,
  maxima: Shift<string | null>,
  speech: ChangeSpeech,
): readonly ChangeLine[] {
  if (!change) return []
  if (change.kind)
    return [
      {
        label: speech.words.method,
        from: wholeRule(from.rule, maxima.from, speech.older, speech.words),
        to: wholeRule(to.rule, maxima.to, speech.newer, speech.words),
        difference: null,
      },
    ]
  return fieldLines(change.fields, speech, { from: from.rule, to: to.rule })
}

/** Everything that is not the same at one criterion, its names and maximum first. */
export function criterionChangeLines(changed: ChangedCriterion, speech: ChangeSpeech): readonly ChangeLine[] {
  const { words, language } = speech
  const { from, to, maximum } = changed
  const number = (value: string | null) => (value === null ? null : formatNumber(value, language))
  return [
    ...(maximum
      ? [
          {
            label: words.maximum,
            from: number(maximum.from),
            to: number(maximum.to),
            difference: maximum.difference && formatNumber(maximum.difference, language, { signed: true }),
          },
        ]
      : []),
    ...ruleChangeLines(changed.rule, { from, to }, { from: from.maxPoints, to: to.maxPoints }, speech),
    ...fieldLines(changed.fields, speech),
    ...askedLines(changed, speech),
    ...placeLines(changed, speech),
  ]
}

/** Whom it is for, as a whole, and each document that came, went or is called otherwise. */
export function askedLines(
  { from, to, asked }: ChangedCriterion,
  { language, words }: ChangeSpeech,
): readonly ChangeLine[] {
  const step = ({ judgedStep }: Criterion) =>
    judgedStep === undefined ? words.byRule : formatNumber(judgedStep, language)
  const levels = ({ appliesTo }: Criterion) =>
    appliesTo?.map(level => levelNames[level][language]).join('; ') ?? words.everyLevel
  const title = ({ requiredEvidence = [] }: Criterion, key: string) => {
    const found = requiredEvidence.find(({ id }) => id === key)
    return found ? pickName(language, found.title, found.titleEn) : null
  }
  const line = (field: string, before: string | null, after: string | null) => ({
    label: capitalised(fieldNames[language][field] ?? field),
    from: before,
    to: after,
    difference: null,
  })
  const documents = new Set(
    asked.flatMap(({ path: [list, key] }) => (list === 'requiredEvidence' && key !== undefined ? [key] : [])),
  )
  return [
    ...(asked.some(({ path: [field] }) => field === 'appliesTo')
      ? [line('appliesTo', levels(from), levels(to))]
      : []),
    ...(asked.some(({ path: [field] }) => field === 'judgedStep')
      ? [line('judgedStep', step(from), step(to))]
      : []),
    ...[...documents].map(key => line('requiredEvidence', title(from, key), title(to, key))),
  ]
}

/** New number, name and place in the tree. */
export function placeLines(
  { code, name, parent }: ChangedCriterion,
  speech: ChangeSpeech,
): readonly ChangeLine[] {
  const { words } = speech
  const above = (id: string | null) => (id === null ? words.top : criterionName(id, speech))
  return [
    ...(code ? [{ label: words.recoded, ...code, difference: null }] : []),
    ...(name ? [{ label: words.renamed, ...name, difference: null }] : []),
    ...(parent
      ? [{ label: words.moved, from: above(parent.from), to: above(parent.to), difference: null }]
      : []),
  ]
}

/** A rule with all its lines, when it gives way to another kind. */
function wholeRule(
  rule: Rule | undefined,
  maxPoints: string | null,
  say: RuleSpeech,
  words: ChangeWords,
): string {
  if (!rule) return words.noRule
  const lines = rule.kind === 'ratio' ? [] : ruleLines(rule, maxPoints, say)
  const texts = lines.map(line => (line.label === undefined ? line.value : `${line.label}: ${line.value}`))
  return [`${ruleSentence(rule, say)}.`, ...texts].join('\n')
}
