import type { FigureSeries } from '../../charts/trendFigureSeries.ts'
import { column, figureCell, textCell } from '../../exports/displayedCells.ts'
import type { DisplayedTable } from '../../model/displayedTable.ts'
import type { StatedFigure } from '../../model/figure.ts'
import type { SourceDocument } from '../../model/provenance.ts'
import { citation } from '../../receipt/citation.ts'
import { periodName } from '../../receipt/periodName.ts'
import { formatNumber, type Language } from '../../ui/formatNumber.ts'
import { pickName } from '../../ui/language.tsx'
import { trendWords } from './words.ts'

/** "84,57%", "2,67 điểm". */
export function valueText({ value, unit }: StatedFigure, language: Language): string {
  return unit === '%' ? `${formatNumber(value, language)}%` : `${formatNumber(value, language)}\u00a0${unit}`
}

/** How sure a figure is, and what is remarked of it. */
export function figureNote({ provenance }: StatedFigure, language: Language): string {
  return [...(provenance.certainty === 'stated' ? [] : [trendWords[language].inferred]), provenance.note]
    .filter(Boolean)
    .join('; ')
}

/** The twin of the small pictures of figures that documents state again and again. */
export function projectFigures(
  series: readonly FigureSeries[],
  documents: readonly SourceDocument[],
  language: Language,
): DisplayedTable {
  const words = trendWords[language]
  const sourceOf = ({ provenance: { source } }: StatedFigure) => {
    const document = documents.find(entry => entry.id === source?.documentId)
    return document ? citation(document, source?.place, language) : '–'
  }
  return {
    id: 'figures',
    name: words.figures,
    title: words.figures,
    columns: [
      column('figure', words.figure, 52),
      column('period', words.columns.period, 18),
      column('value', words.value, 18, 'right'),
      column('note', words.columns.note, 44),
      column('source', words.source, 48),
    ],
    rows: series.flatMap(({ figures }) =>
      figures.map(figure => ({
        id: figure.id,
        kind: 'row' as const,
        depth: 0,
        cells: [
          textCell(pickName(language, figure.name, figure.nameEn)),
          textCell(periodName(figure.period, language)),
          figureCell(valueText(figure, language), language),
          textCell(figureNote(figure, language)),
          textCell(sourceOf(figure)),
        ],
      })),
    ),
    notes: [words.figuresSub],
    narrowed: [],
    empty: words.figures,
  }
}
