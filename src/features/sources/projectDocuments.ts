import { column, headingRow, textCell } from '../../exports/displayedCells.ts'
import type { DisplayedTable } from '../../model/displayedTable.ts'
import type { Language } from '../../ui/formatNumber.ts'
import { type DocumentRow, documentFacts, documentGroups, takenText } from './documentRows.ts'
import { sourcesWords } from './words.ts'

/** Documents found, under the heads of their groups, with how much was taken from each. */
export function projectDocuments(
  rows: readonly DocumentRow[],
  search: string,
  title: string,
  language: Language,
): DisplayedTable {
  const words = sourcesWords[language]
  return {
    id: 'documents',
    name: words.documentsName,
    title,
    columns: [
      column('number', words.number, 22),
      column('title', words.documentTitle, 80),
      column('facts', `${words.issuer}, ${words.date}`, 44),
      column('taken', words.takenColumn, 50),
    ],
    rows: documentGroups(rows, search).flatMap(group => [
      headingRow(` ${group.id}`, words.groups[group.id]),
      ...group.rows.map(({ document, counts }) => ({
        id: document.id,
        kind: 'row' as const,
        depth: 1,
        cells: [
          textCell(document.number),
          textCell(document.title),
          textCell(documentFacts(document, group.id, words).join(' · ')),
          textCell(takenText(document, counts, words, language)),
        ],
      })),
    ]),
    notes: [],
    narrowed: search.trim() === '' ? [] : [`${words.search}: “${search.trim()}”`],
    empty: words.noneFound(search),
  }
}
