import { column, textCell } from '../../exports/displayedCells.ts'
import type { DisplayedTable } from '../../model/displayedTable.ts'
import type { FigureState } from '../../model/nextActions.ts'
import type { ScoreSheet } from '../../model/scoreSheet.ts'
import { formatNumber, type Language } from '../../ui/formatNumber.ts'
import { pickName } from '../../ui/language.tsx'
import { moreWords } from './moreWords.ts'

/** A figure that is not there, as its line says it. */
export function missingTexts(figure: FigureState, sheet: ScoreSheet, language: Language) {
  const words = moreWords[language]
  const codes = figure.criterionIds.flatMap(
    id => sheet.nodes.find(node => node.criterionId === id)?.code ?? [],
  )
  return {
    name: pickName(language, figure.name, figure.nameEn),
    waits: [
      ...(codes.length > 0 ? [words.missingOf(codes.join(', '))] : []),
      ...(figure.isWatched ? [words.watched] : []),
    ].join(' · '),
  }
}

/** Every figure that is not there, with the items that wait for it. */
export function projectMissing(
  figures: readonly FigureState[],
  sheet: ScoreSheet,
  language: Language,
): DisplayedTable {
  const words = moreWords[language]
  const title = words.missingTitle(formatNumber(String(figures.length), language))
  return {
    id: 'missing',
    name: words.missingName,
    title,
    columns: [column('figure', words.missingFigure, 70), column('waits', words.missingWaits, 60)],
    rows: figures.map(figure => {
      const { name, waits } = missingTexts(figure, sheet, language)
      return { id: figure.metricId, kind: 'row', depth: 0, cells: [textCell(name), textCell(waits)] }
    }),
    notes: [],
    narrowed: [],
    empty: title,
  }
}
