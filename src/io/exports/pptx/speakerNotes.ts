import type { Slide } from '../../../model/deck.ts'
import type { DisplayedTable } from '../../../model/displayedTable.ts'
import type { ExportOrigin } from '../../../model/exportOrigin.ts'
import type { DeckWords } from './deckWords.ts'
import { escapeXml } from './slideText.ts'

/** What stands under a slide: what to say, the table behind it to copy into a sheet, and what the file is of. */
export function noteLines(
  slide: Pick<Slide, 'notes' | 'table'>,
  origin: ExportOrigin,
  words: DeckWords,
): readonly string[] {
  return [
    ...slide.notes,
    ...(slide.table === null ? [] : ['', words.behind, ...tableLines(slide.table)]),
    '',
    `${words.about}:`,
    ...origin.lines.map(({ label, text }) => `${label}: ${text}`),
  ]
}

/** A line a row, cells parted by tabs. */
function tableLines(table: DisplayedTable): readonly string[] {
  const above = table.columns.some(column => (column.above ?? '') !== '')
    ? [table.columns.map(column => column.above ?? '').join('\t')]
    : []
  return [
    table.title,
    ...above,
    table.columns.map(({ head }) => head).join('\t'),
    ...(table.rows.length === 0 ? [table.empty] : []),
    ...table.rows.map(({ cells }) => cells.map(({ text }) => text).join('\t')),
    ...table.narrowed,
    ...table.notes,
  ]
}

/** Paragraphs of a notes page; tabs stay tabs, so that a pasted line fills the cells of a sheet. */
export function noteParagraphs(lines: readonly string[], locale: string): string {
  return lines
    .map(line => {
      const text = line.split('\t').map(escapeXml).join('\t')
      return text === ''
        ? `<a:p><a:endParaRPr lang="${locale}"/></a:p>`
        : `<a:p><a:r><a:rPr lang="${locale}"/><a:t>${text}</a:t></a:r></a:p>`
    })
    .join('')
}
