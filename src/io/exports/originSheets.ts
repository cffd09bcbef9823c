import type { DisplayedTable } from '../../model/displayedTable.ts'
import type { ExportOrigin } from '../../model/exportOrigin.ts'
import type { StyledCell, StyledSheet } from '../styledSheet.ts'
import { cellText } from './cellText.ts'
import { packOrigin } from './originText.ts'
import { sheetNameOf } from './sheetName.ts'

/** Holds the packed record of what a workbook is of. */
export const originSheet = '_parboard'
/** A cell holds 32,767 signs; a longer record goes on in the next row. */
const piece = 30_000

const words = {
  vi: { name: 'Nguồn', title: 'Nguồn và phạm vi của số liệu', notes: 'Ghi chú' },
  en: { name: 'Sources', title: 'What these figures are of', notes: 'Notes' },
} as const

/** A sheet that says what the file is of, and one out of sight that says it to "Kiểm tra tệp". */
export function originSheets(
  { title, notes, narrowed }: Pick<DisplayedTable, 'title' | 'notes' | 'narrowed'>,
  origin: ExportOrigin,
  firstSheet: string,
): readonly StyledSheet[] {
  const own = words[origin.language]
  const line = (label: string, text: string): readonly StyledCell[] => [
    { content: { kind: 'text', text: cellText(label) }, look: { bold: true } },
    { content: { kind: 'text', text: cellText(text) } },
  ]
  const named = (text: string) => text !== ''
  return [
    {
      name: sheetNameOf(own.name, new Set([firstSheet])),
      columns: [{ width: 28 }, { width: 90 }],
      rows: [
        [{ content: { kind: 'text', text: own.title }, look: { bold: true, size: 14, noWrap: true } }],
        [{ content: { kind: 'text', text: cellText(title) }, look: { noWrap: true } }],
        [],
        ...origin.lines
          .filter(({ label }) => named(label))
          .map(({ label, text }) => line(label, text || '–')),
        ...[...narrowed, ...notes]
          .filter(named)
          .map((note, index) => line(index === 0 ? own.notes : ' ', note)),
      ],
      page: { orientation: 'landscape', footer: '&R&P/&N' },
    },
    packedSheet(origin),
  ]
}

/** The packed record in the first column of a very hidden sheet. */
export function packedSheet(origin: ExportOrigin): StyledSheet {
  const word = packOrigin(origin)
  const pieces = Array.from({ length: Math.ceil(word.length / piece) }, (_, index) =>
    word.slice(index * piece, (index + 1) * piece),
  )
  return {
    name: originSheet,
    isVeryHidden: true,
    columns: [{ width: 40 }],
    rows: pieces.map(text => [{ content: { kind: 'text', text }, look: { noWrap: true } }]),
  }
}
