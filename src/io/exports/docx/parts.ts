import {
  AlignmentType,
  BorderStyle,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx'
import { half, type styleIds, twentieths } from './styles.ts'

type Style = (typeof styleIds)[keyof typeof styleIds]

export type LineLook = {
  /** In points; otherwise as the style has it. */
  readonly size?: number | undefined
  readonly bold?: boolean | undefined
  readonly italics?: boolean | undefined
  readonly align?: 'left' | 'right' | 'center' | undefined
  /** Points above it. */
  readonly before?: number | undefined
  readonly style: Style
  /** On the page of what follows. */
  readonly keepNext?: boolean | undefined
  /** From the left edge, in twips. */
  readonly indent?: number | undefined
}

const alignments = {
  left: AlignmentType.LEFT,
  right: AlignmentType.RIGHT,
  center: AlignmentType.CENTER,
} as const

/** One paragraph of one look. */
export function line(text: string, look: LineLook): Paragraph {
  const { size, bold, italics, align, before, style, keepNext, indent } = look
  return new Paragraph({
    style,
    ...(align !== undefined && { alignment: alignments[align] }),
    ...(align !== undefined || indent !== undefined ? { indent: { left: indent ?? 0, firstLine: 0 } } : {}),
    ...(before !== undefined && { spacing: { before: twentieths(before), after: 0 } }),
    ...(keepNext !== undefined && { keepNext }),
    children: [
      new TextRun({
        text,
        ...(size !== undefined && { size: half(size) }),
        ...(bold !== undefined && { bold }),
        ...(italics !== undefined && { italics }),
      }),
    ],
  })
}

/** A thin rule in the middle of a column, both in twips: an empty line with a border as long as the rule. */
export function rule(length: number, column: number, style: Style): Paragraph {
  const side = Math.max(0, Math.round((column - length) / 2))
  return new Paragraph({
    style,
    alignment: AlignmentType.CENTER,
    indent: { left: side, right: side, firstLine: 0 },
    spacing: { before: twentieths(1), after: 0, line: twentieths(3), lineRule: LineRuleType.EXACT },
    border: { top: { style: BorderStyle.SINGLE, size: 6, color: '000000', space: 1 } },
    children: [new TextRun({ text: '', size: 4 })],
  })
}

export const noBorder = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const

/** Columns side by side without borders, in twips: what the decree sets beside each other. */
export function sideBySide(
  rows: readonly (readonly (readonly Paragraph[])[])[],
  columns: readonly number[],
): Table {
  const total = columns.reduce((sum, width) => sum + width, 0)
  return new Table({
    width: { size: total, type: WidthType.DXA },
    columnWidths: columns,
    layout: TableLayoutType.FIXED,
    margins: { left: 0, right: 0, top: 0, bottom: 0 },
    borders: {
      top: noBorder,
      bottom: noBorder,
      left: noBorder,
      right: noBorder,
      insideHorizontal: noBorder,
      insideVertical: noBorder,
    },
    rows: rows.map(
      cells =>
        new TableRow({
          cantSplit: true,
          children: cells.map(
            (children, index) =>
              new TableCell({
                children,
                width: { size: columns[index] ?? 0, type: WidthType.DXA },
                verticalAlign: VerticalAlign.TOP,
              }),
          ),
        }),
    ),
  })
}
