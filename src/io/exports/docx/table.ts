import {
  AlignmentType,
  BorderStyle,
  type Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
  WidthType,
} from 'docx'
import type { DisplayedColumn, DisplayedRow, DisplayedTable } from '../../../model/displayedTable.ts'
import { ours, twips } from './decree.ts'
import { line } from './parts.ts'
import { styleIds, twentieths } from './styles.ts'

const border = { style: BorderStyle.SINGLE, size: 4, color: '000000' } as const
const sidePadding = twips(1.2)
const upperPadding = 30
/** A letter is about half as wide as it is high. */
const letterWidth = 0.45
/** Longer texts wrap: of what they ask for beyond this many letters only a part is needed. */
const wrapsFrom = 20
const wrapShare = 0.3
/** No column is narrower than a number with its marks. */
const fewestLetters = 5
/** Deeper rows begin further right. */
const indentOfDepth = twips(3)

/** Letters that all columns together have to have room for. */
function lettersOf(table: DisplayedTable): number {
  return table.columns.reduce((sum, { width }) => {
    const needed = Math.min(width, wrapsFrom + Math.max(0, width - wrapsFrom) * wrapShare)
    return sum + Math.max(needed, fewestLetters)
  }, 0)
}

/** Whether a table is read with ease only across the page. */
export function isWide(table: DisplayedTable, width: number): boolean {
  return neededWidth(table, ours.tableSizes[0]) > width
}

function neededWidth(table: DisplayedTable, size: number): number {
  return lettersOf(table) * twentieths(size * letterWidth) + table.columns.length * 2 * sidePadding
}

/** The largest size at which every column has the room it asks for; the smallest where none has. */
function sizeFor(table: DisplayedTable, width: number): number {
  return ours.tableSizes.find(size => neededWidth(table, size) <= width) ?? ours.tableSizes.at(-1) ?? 9
}

/** A table as displayed, with borders, heads on every page and rows that stay whole. */
export function reportTable(table: DisplayedTable, width: number): Table {
  const size = sizeFor(table, width)
  const widths = columnWidths(table.columns, width)
  const rows =
    table.rows.length === 0
      ? [spanningRow(table.empty, table.columns.length, { size, italics: true })]
      : table.rows.map(row => bodyRow(row, table.columns, widths, size))
  return new Table({
    width: { size: width, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    margins: { left: sidePadding, right: sidePadding, top: upperPadding, bottom: upperPadding },
    borders: {
      top: border,
      bottom: border,
      left: border,
      right: border,
      insideHorizontal: border,
      insideVertical: border,
    },
    rows: [...headRows(table.columns, widths, size), ...rows],
  })
}

/** Room of each column in twips, together exactly the width. */
function columnWidths(columns: readonly DisplayedColumn[], width: number): readonly number[] {
  const wishes = columns.map(column => Math.max(column.width, fewestLetters))
  const all = wishes.reduce((sum, wish) => sum + wish, 0)
  const shares = wishes.map(wish => Math.floor((width * wish) / all))
  const rest = width - shares.reduce((sum, share) => sum + share, 0)
  return shares.map((share, index) => (index === shares.length - 1 ? share + rest : share))
}

type Span = {
  readonly text: string
  readonly from: number
  readonly count: number
  readonly isWhole: boolean
}

/** Heads above neighbours, each with how many columns it goes over; `isWhole`: it has no head above it. */
function spansOf(columns: readonly DisplayedColumn[]): readonly Span[] {
  const spans: Span[] = []
  for (const [from, { above, head }] of columns.entries()) {
    const last = spans.at(-1)
    if (above !== undefined && last && !last.isWhole && last.text === above)
      spans[spans.length - 1] = { ...last, count: last.count + 1 }
    else spans.push({ text: above ?? head, from, count: 1, isWhole: above === undefined })
  }
  return spans
}

function headRows(
  columns: readonly DisplayedColumn[],
  widths: readonly number[],
  size: number,
): readonly TableRow[] {
  const isDouble = columns.some(column => column.above !== undefined)
  const cell = (text: string, from: number, count: number, rowSpan: number) =>
    new TableCell({
      children: [cellLine(text, { size, bold: true, align: 'center' })],
      width: {
        size: widths.slice(from, from + count).reduce((sum, each) => sum + each, 0),
        type: WidthType.DXA,
      },
      verticalAlign: VerticalAlign.CENTER,
      ...(count > 1 && { columnSpan: count }),
      ...(rowSpan > 1 && { rowSpan }),
    })
  const row = (children: readonly TableCell[]) =>
    new TableRow({ children, tableHeader: true, cantSplit: true })
  if (!isDouble) return [row(columns.map(({ head }, index) => cell(head, index, 1, 1)))]
  return [
    row(spansOf(columns).map(({ text, from, count, isWhole }) => cell(text, from, count, isWhole ? 2 : 1))),
    row(columns.flatMap(({ head, above }, index) => (above === undefined ? [] : [cell(head, index, 1, 1)]))),
  ]
}

function bodyRow(
  row: DisplayedRow,
  columns: readonly DisplayedColumn[],
  widths: readonly number[],
  size: number,
): TableRow {
  if (row.kind === 'heading' || row.kind === 'gap')
    return spanningRow(row.cells[0]?.text ?? '', columns.length, {
      size,
      ...(row.kind === 'heading' ? { bold: true } : { italics: true }),
    })
  const bold = row.kind === 'group' || row.kind === 'total' ? true : undefined
  return new TableRow({
    cantSplit: true,
    children: columns.map(({ align }, index) => {
      const isFirstText = align === 'left' && columns.findIndex(column => column.align === 'left') === index
      return new TableCell({
        width: { size: widths[index] ?? 0, type: WidthType.DXA },
        verticalAlign: VerticalAlign.CENTER,
        children: [
          cellLine(row.cells[index]?.text ?? '', {
            size,
            align,
            bold,
            indent: isFirstText ? row.depth * indentOfDepth : 0,
          }),
        ],
      })
    }),
  })
}

function spanningRow(
  text: string,
  columnSpan: number,
  look: { size: number; bold?: boolean; italics?: boolean },
): TableRow {
  return new TableRow({
    cantSplit: true,
    children: [new TableCell({ columnSpan, children: [cellLine(text, { ...look, align: 'left' })] })],
  })
}

type CellLook = {
  readonly size: number
  readonly align: DisplayedColumn['align']
  readonly bold?: boolean | undefined
  readonly italics?: boolean | undefined
  readonly indent?: number | undefined
}

function cellLine(text: string, look: CellLook): Paragraph {
  return line(text, { style: styleIds.cell, ...look })
}
