import { column, headingRow, textCell } from '../../exports/displayedCells.ts'
import type { DisplayedRow, DisplayedTable } from '../../model/displayedTable.ts'
import { numberCell } from '../../receipt/displayedCell.ts'
import { ruleThresholds } from '../../receipt/ruleLines.ts'
import type { RuleSpeech } from '../../receipt/ruleSpeech.ts'
import type { RuleSetView } from '../../state/useRuleSetView.ts'
import { formatNumber } from '../../ui/formatNumber.ts'
import { pickName } from '../../ui/language.tsx'
import { type CriteriaRow, isFiltering, type RowFilter } from './criteriaRows.ts'
import { figureTexts, formulaTexts, maximumText, methodText, originTexts } from './criterionTexts.ts'
import { ruleSetWords } from './words.ts'

/** The official table as it stands: lines found or not folded away, with every threshold and figure as on paper. */
export function projectCriteria(
  view: RuleSetView,
  say: RuleSpeech,
  {
    rows,
    all,
    filter,
    figures,
    title,
  }: {
    readonly rows: readonly CriteriaRow[]
    /** Lines there are without search, filter and folding. */
    readonly all: number
    readonly filter: RowFilter
    readonly figures: ReadonlyMap<string, readonly string[]>
    readonly title: string
  },
): DisplayedTable {
  const { language } = say
  const words = ruleSetWords[language]
  const { columns } = words
  const { ruleSet } = view
  const firstExtra = rows.find(row => row.kind === 'adjustment')?.id
  return {
    id: 'criteria',
    name: words.table,
    title,
    columns: [
      column('code', columns.code, 9),
      column('criterion', columns.criterion, 52),
      column('max', columns.max, 12, 'right'),
      column('method', columns.method, 52),
      column('figures', columns.figures, 52),
      column('thresholds', columns.thresholds, 44),
      column('place', columns.source, 28),
      column('document', words.document, 32),
    ],
    rows:
      rows.length === 0
        ? []
        : [
            ...rows.flatMap(row => [
              ...(row.id === firstExtra ? [headingRow(' extra', words.adjustments)] : []),
              rowOf(row, view, say, figures.get(row.id) ?? []),
            ]),
            {
              id: ' total',
              kind: 'total',
              depth: 0,
              cells: [
                textCell(),
                textCell(words.total, rows.length < all && words.shownOf(rows.length, all)),
                numberCell(formatNumber(ruleSet.scale, language), language),
                ...Array.from({ length: 5 }, () => textCell()),
              ],
            },
          ],
    notes: view.facts.sources.illustrative > 0 ? [`${words.illustrative} ${words.illustrativeHint}`] : [],
    narrowed: narrowedCriteria(filter, rows.length, all, say),
    empty: words.noneFound,
  }
}

function rowOf(
  row: CriteriaRow,
  view: RuleSetView,
  say: RuleSpeech,
  metricIds: readonly string[],
): DisplayedRow {
  const words = ruleSetWords[say.language]
  const max = maximumText(row, say)
  const origin = originTexts(row, view.documents, say)
  const lines = (texts: readonly string[]) => textCell(texts.join('; '))
  return {
    id: row.id,
    kind: row.kind === 'group' ? 'group' : 'row',
    depth: row.depth,
    cells: [
      textCell(row.code),
      textCell(pickName(say.language, row.name, row.nameEn)),
      max === null
        ? textCell(words.unknownMax)
        : row.kind === 'adjustment'
          ? textCell(max)
          : numberCell(max, say.language),
      lines([methodText(row, view, say) ?? [], ...formulaTexts(row, say)].flat()),
      lines(
        figureTexts(row, metricIds, view, say).map(
          ({ role, name, unit }) =>
            `${role === null ? '' : `${role}: `}${name}${unit === null ? '' : ` (${unit})`}`,
        ),
      ),
      lines(row.rule ? ruleThresholds(row.rule, say).map(({ value }) => value ?? '') : []),
      origin === null
        ? textCell(words.noSource)
        : textCell([origin.sure, origin.place].filter(Boolean).join(', ')),
      textCell(origin?.document),
    ],
  }
}

/** Search, filters and folding in words. */
export function narrowedCriteria(
  filter: RowFilter,
  shown: number,
  all: number,
  say: RuleSpeech,
): readonly string[] {
  const words = ruleSetWords[say.language]
  const { search, only, kind } = filter
  const kinds = Object.entries(say.words.kinds)
  return [
    ...(search.trim() === '' ? [] : [`${words.search}: “${search.trim()}”`]),
    ...(only === undefined ? [] : [words.only[only]]),
    ...(kind === undefined ? [] : [`${words.kind}: ${kinds.find(([id]) => id === kind)?.[1] ?? kind}`]),
    ...(!isFiltering(filter) && shown < all ? [words.folded] : []),
    ...(shown < all ? [words.shownOf(shown, all)] : []),
  ]
}
