import { nothing } from '../../../io/formSheet/formCells.ts'
import type { CellContent, CellLook, StyledCell, StyledWorkbook } from '../../../io/styledSheet.ts'
import { writeCsv } from '../../../io/writeCsv.ts'
import type { Language } from '../../../ui/formatNumber.ts'

/** A table as it stands on the screen, to be taken away: what it is of, its head and rows, and what it is worth. */
export type TableFile = {
  readonly language: Language
  readonly title: string
  /** Above the table: scope, stage, rules. */
  readonly notes: readonly string[]
  readonly columns: readonly {
    readonly name: string
    /** In characters. */
    readonly width: number
    readonly isNumber?: boolean | undefined
  }[]
  /** As shown. */
  readonly rows: readonly (readonly string[])[]
  /** Below it. */
  readonly foot: readonly string[]
}

/** CSV that Excel opens as it is. */
export function tableCsv({ title, notes, columns, rows, foot }: TableFile): string {
  const lines = [
    [title],
    ...notes.map(note => [note]),
    [],
    columns.map(column => column.name),
    ...rows,
    [],
    ...foot.map(note => [note]),
  ]
  return writeCsv(lines, { quotes: 'needed', keepsSigned: true })
}

/** The same as a workbook for A4 landscape: numbers are numbers with the decimals that are shown. */
export function tableWorkbookOf(file: TableFile): StyledWorkbook {
  const { title, notes, columns, rows, foot, language } = file
  const wide = (line: string, look: CellLook): readonly StyledCell[] => [{ content: textCell(line), look }]
  const above = [wide(title, { bold: true, size: 14, noWrap: true }), ...notes.map(note => wide(note, quiet))]
  const headRow = above.length + 2
  return {
    title,
    sheets: [
      {
        name: sheetName(title),
        columns: columns.map(({ width }) => ({ width })),
        rows: [
          ...above,
          [],
          columns.map(({ name }) => ({ content: textCell(name), look: headLook })),
          ...rows.map(row =>
            row.map((shown, index) => cellOf(shown, columns[index]?.isNumber === true, language)),
          ),
          [],
          ...foot.map(note => wide(note, quiet)),
        ],
        frozen: { rows: headRow, columns: 2 },
        page: { orientation: 'landscape', titleRows: [headRow, headRow], footer: '&P/&N' },
      },
    ],
  }
}

const quiet: CellLook = { color: '5B6570', noWrap: true }
const headLook: CellLook = { bold: true, fill: 'DCE6F2', align: 'center', middle: true, border: 'box' }

const textCell = (text: string): CellContent => (text === '' ? nothing : { kind: 'text', text })

function cellOf(shown: string, isNumber: boolean, language: Language): StyledCell {
  const number = isNumber ? numberOf(shown, language) : null
  if (number === null)
    return {
      content: textCell(shown),
      look: { border: 'box', format: 'text', ...(isNumber ? { align: 'right' } : {}) },
    }
  return {
    content: { kind: 'number', value: number.value },
    look: { border: 'box', align: 'right', format: { places: number.places } },
  }
}

/** "1.234,50", "−0,38" and "92,1" (in English "1,234.50") as numbers; null for intervals and words. */
export function numberOf(
  shown: string,
  language: Language,
): { readonly value: number; readonly places: number } | null {
  const plain = shown.replace('\u2212', '-').replace(/^\+/, '').replace(/%$/, '')
  const marked = language === 'vi' ? plain : plain.replace(/[.,]/g, mark => (mark === '.' ? ',' : '.'))
  if (!/^-?(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?$/.test(marked)) return null
  const [whole = '', decimals = ''] = marked.replaceAll('.', '').split(',')
  // More digits than a spreadsheet keeps stay text.
  if (whole.replace('-', '').length + decimals.length > 15) return null
  return { value: Number(decimals === '' ? whole : `${whole}.${decimals}`), places: decimals.length }
}

/** Names of sheets have 31 characters at most and none of []:*?/\. */
function sheetName(title: string): string {
  return title
    .replace(/[[\]:*?/\\]/g, ' ')
    .slice(0, 31)
    .trim()
}
