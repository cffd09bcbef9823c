import { column, figureCell, textCell } from '../../exports/displayedCells.ts'
import type { Agency } from '../../model/agency.ts'
import type { DisplayedTable } from '../../model/displayedTable.ts'
import type { StatedFigure } from '../../model/figure.ts'
import type { SourceDocument } from '../../model/provenance.ts'
import { documentName } from '../../receipt/citation.ts'
import { periodName } from '../../receipt/periodName.ts'
import { formatNumber, type Language } from '../../ui/formatNumber.ts'
import { pickName } from '../../ui/language.tsx'
import { unsureText } from './unsureText.ts'
import { sourcesWords } from './words.ts'

/** What figures are read beside. */
export type FigureSource = {
  readonly figures: readonly StatedFigure[]
  readonly documentId: string
  readonly documents: readonly SourceDocument[]
  readonly agencies: readonly Agency[]
}

/** A document by its number or title; its id where the page does not have it. */
export function sourceName(
  id: string | undefined,
  documents: readonly SourceDocument[],
  language: Language,
): string {
  const document = documents.find(each => each.id === id)
  return document ? documentName(document, language) : (id ?? '')
}

/** Figures a document states, as the table writes them, with what other sources say of the same thing. */
export function figureRows({ figures, documentId, documents, agencies }: FigureSource, language: Language) {
  const words = sourcesWords[language]
  return figures.map(figure => {
    const said = [figure, ...(figure.conflicts ?? [])]
    const own = said.find(each => each.provenance.source?.documentId === documentId)
    return {
      id: figure.id,
      name: pickName(language, figure.name, figure.nameEn),
      certainty: own?.provenance.certainty ?? null,
      note: own?.provenance.note,
      conflicts: said
        .filter(each => each.provenance.source?.documentId !== documentId)
        .map(each =>
          words.conflict(
            valueText(each.value, figure, language),
            sourceName(each.provenance.source?.documentId, documents, language),
          ),
        ),
      value: valueText(own?.value ?? figure.value, figure, language),
      period: periodName(figure.period, language),
      about: figure.scope ?? agencies.find(({ id }) => id === figure.agencyId)?.name ?? figure.agencyId,
      place: own?.provenance.source?.place,
    }
  })
}

/** The figures of a document as a table. */
export function projectFigures(
  rows: ReturnType<typeof figureRows>,
  source: string,
  language: Language,
): DisplayedTable {
  const words = sourcesWords[language]
  return {
    id: 'figures',
    name: words.figures,
    title: `${words.figures}: ${source}`,
    columns: [
      column('figure', words.figure, 60),
      column('value', words.figureValue, 24, 'right'),
      column('period', words.period, 18),
      column('about', words.about, 36),
      column('place', words.place, 30),
    ],
    rows: rows.map(row => ({
      id: row.id,
      kind: 'row',
      depth: 0,
      cells: [
        textCell(row.name, row.certainty && unsureText(row.certainty, row.note, words), ...row.conflicts),
        figureCell(row.value, language),
        textCell(row.period),
        textCell(row.about),
        textCell(row.place),
      ],
    })),
    notes: [],
    narrowed: [source],
    empty: words.nothing,
  }
}

/** "27/30 chế độ báo cáo", "81,93%". */
function valueText(value: string, { unit, of }: StatedFigure, language: Language): string {
  const whole = of === undefined ? '' : `/${formatNumber(of, language)}`
  return `${formatNumber(value, language)}${whole}${unit === '%' ? '%' : `\u00a0${unit}`}`
}
