import { column, headingRow, textCell, withoutEmpty } from '../../exports/displayedCells.ts'
import type { CriterionPlace } from '../../model/criteria.ts'
import type { DisplayedRow, DisplayedTable } from '../../model/displayedTable.ts'
import type { RuleSetChange } from '../../model/ruleSetChange.ts'
import { numberCell } from '../../receipt/displayedCell.ts'
import { unitText } from '../../receipt/ruleSections.ts'
import { ruleSentence } from '../../receipt/ruleSentence.ts'
import type { RuleSpeech } from '../../receipt/ruleSpeech.ts'
import type { RuleSetView } from '../../state/useRuleSetView.ts'
import { formatNumber } from '../../ui/formatNumber.ts'
import { pickName } from '../../ui/language.tsx'
import { askedLines, isRenamed, placeLines, ruleChangeLines } from './changeText.ts'
import { changeWords } from './changeWords.ts'
import { type ChangeLine, type ChangeSpeech, changeSpeechOf, fieldLines } from './fieldLines.ts'
import { generalLines } from './generalLines.ts'
import { ruleSetWords } from './words.ts'

/** Everything that is not the same in two versions, under the headings of the screen: what, before, after. */
export function projectComparison(
  { comparison, ruleSet }: RuleSetView,
  say: RuleSpeech,
  title: string,
): DisplayedTable {
  const { language } = say
  const words = changeWords[language]
  const { columns, views } = ruleSetWords[language]
  const rows =
    comparison && !comparison.change.isSame && comparison.change.shared > 0
      ? changeRows(comparison.change, changeSpeechOf(comparison.older, ruleSet, language), say)
      : []
  const table: DisplayedTable = {
    id: 'comparison',
    name: views.compare,
    title,
    columns: [
      column('code', columns.code, 9),
      column('criterion', columns.criterion, 50),
      column('what', words.what, 30),
      column('before', `A · ${words.before}`, 44),
      column('after', `B · ${words.after}`, 44),
      column('difference', words.difference, 14, 'right'),
    ],
    rows,
    notes: [],
    narrowed: comparison
      ? [
          `A: ${pickName(language, comparison.older.shortTitle, comparison.older.shortTitleEn)}`,
          `B: ${pickName(language, ruleSet.shortTitle, ruleSet.shortTitleEn)}`,
        ]
      : [],
    empty: title,
  }
  return withoutEmpty(table, ['difference'])
}

function changeRows(change: RuleSetChange, speech: ChangeSpeech, say: RuleSpeech): readonly DisplayedRow[] {
  const { words, language } = speech
  const { sections } = words
  const number = (value: string | null) => (value === null ? words.absent : formatNumber(value, language))
  const name = (each: { readonly name: string; readonly nameEn?: string | undefined }) =>
    pickName(language, each.name, each.nameEn)
  const section = (id: string, heading: string, own: readonly DisplayedRow[]) =>
    own.length === 0 ? [] : [headingRow(` ${id}`, heading), ...own]
  const changed = (
    id: string,
    lines: (each: RuleSetChange['changed'][number]) => readonly ChangeLine[],
    some = change.changed,
  ) =>
    some.flatMap(each =>
      lines(each).map((line, index) =>
        rowOf(`${id} ${each.id} ${index}`, each.to.code, name(each.to), line, speech),
      ),
    )
  const place = (id: string, { criterion }: CriterionPlace, isNew: boolean): DisplayedRow => {
    const worth = [
      criterion.maxPoints === null
        ? ruleSetWords[language].unknownMax
        : formatNumber(criterion.maxPoints, language),
      criterion.rule && ruleSentence(criterion.rule, isNew ? speech.newer : speech.older),
    ]
      .filter(Boolean)
      .join('; ')
    const line = { label: isNew ? sections.added : sections.removed, difference: null }
    return rowOf(
      `${id} ${criterion.id}`,
      criterion.code,
      name(criterion),
      isNew ? { ...line, from: null, to: worth } : { ...line, from: worth, to: null },
      speech,
    )
  }
  const { metrics } = change
  const metric = (id: string, label: string, line: Omit<ChangeLine, 'label' | 'difference'>, of: string) =>
    rowOf(`metric ${id}`, '', of, { label, difference: null, ...line }, speech)
  return [
    ...section(
      'maxima',
      sections.maxima,
      changed('maximum', ({ maximum }) =>
        maximum
          ? [
              {
                label: words.maximum,
                from: number(maximum.from),
                to: number(maximum.to),
                difference:
                  maximum.difference && formatNumber(maximum.difference, language, { signed: true }),
              },
            ]
          : [],
      ),
    ),
    ...section(
      'rules',
      sections.rules,
      changed('rule', each => [
        ...ruleChangeLines(each.rule, each, { from: each.from.maxPoints, to: each.to.maxPoints }, speech),
        ...fieldLines(each.fields, speech),
      ]),
    ),
    ...section(
      'added',
      sections.added,
      change.added.map(each => place('added', each, true)),
    ),
    ...section(
      'removed',
      sections.removed,
      change.removed.map(each => place('removed', each, false)),
    ),
    ...section(
      'general',
      sections.general,
      generalLines(change, speech).map((line, index) => rowOf(`general ${index}`, '', '', line, speech)),
    ),
    ...section(
      'asked',
      sections.asked,
      changed('asked', each => askedLines(each, speech)),
    ),
    ...section(
      'names',
      sections.names,
      changed('name', each => placeLines(each, speech), change.changed.filter(isRenamed)),
    ),
    ...section('metrics', sections.metrics, [
      ...metrics.added.map(each =>
        metric(each.id, words.metricAdded, { from: null, to: unitText(each, say) }, name(each)),
      ),
      ...metrics.removed.map(each =>
        metric(each.id, words.metricRemoved, { from: unitText(each, say), to: null }, name(each)),
      ),
      ...metrics.changed.flatMap(({ to, fields }) =>
        fieldLines(fields, speech).map((line, index) =>
          rowOf(`metric ${to.id} ${index}`, '', name(to), line, speech),
        ),
      ),
    ]),
  ]
}

function rowOf(
  id: string,
  code: string,
  name: string,
  { label, from, to, difference }: ChangeLine,
  { words, language }: ChangeSpeech,
): DisplayedRow {
  return {
    id,
    kind: 'row',
    depth: 1,
    cells: [
      textCell(code),
      textCell(name),
      textCell(label),
      numberCell(from ?? words.nothing, language),
      numberCell(to ?? words.nothing, language),
      numberCell(difference ?? '', language),
    ],
  }
}
