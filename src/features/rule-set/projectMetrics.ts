import { column, textCell, withoutEmpty } from '../../exports/displayedCells.ts'
import type { DisplayedTable } from '../../model/displayedTable.ts'
import type { RuleSpeech } from '../../receipt/ruleSpeech.ts'
import type { RuleSetView } from '../../state/useRuleSetView.ts'
import type { Language } from '../../ui/formatNumber.ts'
import { pickName } from '../../ui/language.tsx'
import { foundMetrics, summingText, typeText, unusedText, userLabel, usersOf } from './metricTexts.ts'
import { ruleSetWords } from './words.ts'

/** The dictionary of figures as far as the search shows it. */
export function projectMetrics(
  view: RuleSetView,
  say: RuleSpeech,
  search: string,
  title: string,
): DisplayedTable {
  const { language } = say
  const words = ruleSetWords[language]
  const { metricColumns } = words
  const { ruleSet, facts } = view
  const users = usersOf(facts.figures)
  const found = foundMetrics(ruleSet.metrics, search)
  const table: DisplayedTable = {
    id: 'metrics',
    name: words.views.metrics,
    title,
    columns: [
      column('name', metricColumns.name, 60),
      column('unit', metricColumns.unit, 16),
      column('type', metricColumns.type, 20),
      column('definition', metricColumns.definition, 60),
      column('sum', metricColumns.sum, 20),
      column('usedBy', metricColumns.usedBy, 24),
    ],
    rows: found.map(metric => {
      const ids = users.get(metric.id) ?? []
      return {
        id: metric.id,
        kind: 'row',
        depth: 0,
        cells: [
          textCell(pickName(language, metric.name, metric.nameEn)),
          textCell(pickName(language, metric.unit, metric.unitEn)),
          textCell(typeText(metric, say)),
          textCell(metric.definition),
          textCell(summingText(metric, say)),
          textCell(
            ids.length === 0 ? unusedText(view, say) : ids.map(id => userLabel(id, view, say)).join('; '),
          ),
        ],
      }
    }),
    notes: [],
    narrowed: narrowedMetrics(search, found.length, ruleSet.metrics.length, language),
    empty: words.noMetricFound,
  }
  return withoutEmpty(table, ['definition'])
}

/** The search in words; none: everything is shown. */
export function narrowedMetrics(
  search: string,
  shown: number,
  all: number,
  language: Language,
): readonly string[] {
  const words = ruleSetWords[language]
  return search.trim() === '' ? [] : [`${words.searchMetric}: “${search.trim()}”`, words.shownOf(shown, all)]
}
