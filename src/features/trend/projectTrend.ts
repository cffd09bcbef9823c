import { column, figureCell, textCell, withoutEmpty } from '../../exports/displayedCells.ts'
import type { DisplayedTable } from '../../model/displayedTable.ts'
import type { TrendPoint } from '../../model/trend.ts'
import type { TrendView } from '../../state/useTrendView.ts'
import type { Language } from '../../ui/formatNumber.ts'
import { trendRows } from './trendRows.ts'
import { trendWords } from './words.ts'

/** The twin of the trend: every period that is drawn, with the notes that stand below. */
export function projectTrend(
  view: TrendView,
  {
    noteOf,
    heading,
    unit,
    title,
    notes,
  }: {
    readonly noteOf: (point: TrendPoint) => string
    readonly heading: string
    /** What the scale counts. */
    readonly unit: string
    readonly title: string
    readonly notes: readonly string[]
  },
  language: Language,
): DisplayedTable {
  const { columns } = trendWords[language]
  const { trend, ruleSets } = view
  const isTotal = trend.subject.criterionId === null
  const figure = (shown: string) => figureCell(shown, language)
  const table: DisplayedTable = {
    id: 'trend',
    name: heading,
    title,
    columns: [
      column('period', columns.period, 18),
      column('score', columns.score, 20, 'right'),
      column('percent', columns.percent, 14, 'right'),
      ...(trend.hasShare ? [column('share', columns.share, 14, 'right')] : []),
      ...(isTotal ? [column('band', columns.band, 18)] : []),
      column('change', columns.change, 24, 'right'),
      ...(ruleSets.length > 1 ? [column('rules', columns.rules, 32)] : []),
      column('stage', columns.stage, 20),
      column('note', columns.note, 60),
    ],
    rows: trendRows(view, noteOf, language).map(row => ({
      id: `${row.entry.ruleSetId} ${row.entry.period}`,
      kind: 'row',
      depth: 0,
      cells: [
        textCell(row.period),
        row.points === null ? textCell(row.state) : figure(`${row.points}/${row.max}`),
        figure(row.percent),
        ...(trend.hasShare ? [figure(row.share)] : []),
        ...(isTotal ? [textCell(row.band)] : []),
        figure(row.change),
        ...(ruleSets.length > 1 ? [textCell(row.rules)] : []),
        textCell(row.stage),
        textCell(row.note),
      ],
    })),
    notes,
    narrowed: [`${heading}, ${unit}`],
    empty: title,
  }
  return withoutEmpty(table, ['note'])
}
