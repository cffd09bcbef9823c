import { columnLetter } from '../../io/sheetCell.ts'
import type { StyledSheet } from '../../io/styledSheet.ts'
import { walkCriteria } from '../../model/criteria.ts'
import type { RuleSet } from '../../model/ruleSet.ts'
import type { Rule } from '../../model/rules.ts'
import type { ScoreWords } from './scoreWords.ts'

/** Words that stand for answers, on a hidden sheet formulas compare with. */
export type AnswerLists = {
  readonly wordOf: (metricId: string, value: string) => string | null
  /** Cells of the words of a metric's answers. */
  readonly cellsOf: (metricId: string) => readonly { readonly value: string; readonly cell: string }[]
  readonly sheet: StyledSheet
}

type Answer = { readonly value: string; readonly word: string }

/** Yes and no for flags, the options of a choice by name, or by value where two names are the same. */
export function answerLists(ruleSet: RuleSet, name: string, words: ScoreWords): AnswerLists {
  const options = optionsOf(ruleSet)
  const flags: readonly Answer[] = [
    { value: '1', word: words.yes },
    { value: '0', word: words.no },
  ]
  const lists = new Map<string, readonly Answer[]>()
  for (const { id, valueType } of ruleSet.metrics)
    if (valueType === 'flag') lists.set(id, flags)
    else if (valueType === 'option') lists.set(id, named(options.get(id) ?? []))
  const columns = [...lists.keys()]
  const longest = Math.max(0, ...[...lists.values()].map(({ length }) => length))
  return {
    wordOf: (metricId, value) => lists.get(metricId)?.find(each => each.value === value)?.word ?? null,
    cellsOf: metricId =>
      (lists.get(metricId) ?? []).map(({ value }, index) => ({
        value,
        cell: `'${name}'!$${columnLetter(columns.indexOf(metricId))}$${index + 2}`,
      })),
    sheet: {
      name,
      isHidden: true,
      columns: columns.map(() => ({ width: 30 })),
      rows: Array.from({ length: longest + 1 }, (_, row) =>
        columns.map(id => {
          const word = row === 0 ? id : lists.get(id)?.[row - 1]?.word
          return word === undefined ? null : { content: { kind: 'text', text: word }, look: { noWrap: true } }
        }),
      ),
    },
  }
}

function named(options: readonly { readonly value: string; readonly label: string }[]): readonly Answer[] {
  const folded = options.map(({ label }) => label.trim().toLocaleLowerCase('vi'))
  const isUnique = new Set(folded).size === options.length
  return options.map(({ value, label }) => ({ value, word: isUnique ? label.trim() : value }))
}

function optionsOf(ruleSet: RuleSet) {
  const found = new Map<string, Map<string, { readonly value: string; readonly label: string }>>()
  const look = (rule: Rule) => {
    if (rule.kind === 'choice') {
      const own = found.get(rule.metric) ?? new Map()
      for (const option of rule.options) if (!own.has(option.value)) own.set(option.value, option)
      found.set(rule.metric, own)
    }
    if (rule.kind === 'sum') for (const part of rule.parts) look(part.rule)
    if (rule.kind === 'bestOf') for (const each of rule.cases) look(each.rule)
  }
  for (const { criterion } of walkCriteria(ruleSet)) if (criterion.rule) look(criterion.rule)
  for (const { rule } of ruleSet.adjustments ?? []) look(rule)
  return new Map([...found].map(([id, options]) => [id, [...options.values()]]))
}
