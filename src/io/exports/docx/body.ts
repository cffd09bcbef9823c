import {
  AlignmentType,
  HeadingLevel,
  LeaderType,
  Paragraph,
  Tab,
  type Table,
  TabStopType,
  TextRun,
} from 'docx'
import type { Report, ReportBlock } from '../../../model/report.ts'
import { decree, ours } from './decree.ts'
import { line } from './parts.ts'
import { reportWords } from './reportWords.ts'
import { half, styleIds, twentieths } from './styles.ts'
import { reportTable } from './table.ts'

const headings = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const

/** Marks of points within a clause follow the Vietnamese alphabet (Phụ lục I, mục II.6.d). */
const letters = [...'abcdđeghiklmnopqrstuvxy']

const romans = [
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
] as const

/** "IV"; numbers of sections and annexes are small. */
export function roman(number: number): string {
  const fitting = romans.find(([value]) => value <= number)
  return fitting ? fitting[1] + roman(number - fitting[0]) : ''
}

/** "I." of sections, "1." of clauses, "a)" of points. */
function mark(level: 1 | 2 | 3, number: number): string {
  if (level === 1) return `${roman(number)}.`
  if (level === 2) return `${number}.`
  const letter = letters[(number - 1) % letters.length] ?? ''
  return `${letter.repeat(Math.ceil(number / letters.length))})`
}

/** The blocks of a report with their numbers. */
export function reportBody(report: Report, width: number): readonly (Paragraph | Table)[] {
  const counts = { 1: 0, 2: 0, 3: 0, tables: 0 }
  const partsOf = (block: ReportBlock): readonly (Paragraph | Table)[] => {
    if (block.kind === 'text') return [bodyLine(block.text, width)]
    if (block.kind === 'list') return block.items.map(item => bodyLine(`- ${item}`, width))
    if (block.kind === 'table') {
      counts.tables += 1
      return tableParts(block, reportWords[report.language].table(counts.tables, block.caption), width)
    }
    counts[block.level] += 1
    if (block.level < 3) counts[3] = 0
    if (block.level < 2) counts[2] = 0
    return [headingLine(block, mark(block.level, counts[block.level]))]
  }
  return report.blocks.flatMap(partsOf)
}

function tableParts(
  { table }: Extract<ReportBlock, { kind: 'table' }>,
  caption: string,
  width: number,
): readonly (Paragraph | Table)[] {
  return [
    line(caption, {
      style: styleIds.text,
      size: decree.text.size - 1,
      bold: true,
      align: 'center',
      before: 8,
      keepNext: true,
    }),
    ...spacer(),
    reportTable(table, width),
    ...tableNotes(table.notes),
  ]
}

/** What has to be known to read a table, under it. */
export function tableNotes(notes: readonly string[]): readonly Paragraph[] {
  return notes.map((note, index) =>
    line(note, {
      style: styleIds.text,
      size: ours.tableSizes[0],
      italics: true,
      align: 'left',
      before: index === 0 ? 4 : 0,
    }),
  )
}

/** A little room that belongs to neither paragraph. */
export function spacer(): readonly Paragraph[] {
  return [
    new Paragraph({
      style: styleIds.fill,
      keepNext: true,
      spacing: { before: 0, after: 0, line: twentieths(4), lineRule: 'exact' },
      children: [new TextRun({ text: '', size: 4 })],
    }),
  ]
}

function headingLine({ level, text }: Extract<ReportBlock, { kind: 'heading' }>, number: string): Paragraph {
  return new Paragraph({
    heading: headings[level],
    children: [new TextRun({ text: `${number} ${level === 1 ? text.toLocaleUpperCase('vi') : text}` })],
  })
}

/** Dots at the end make the whole line one to fill in. */
const isToFill = (text: string) => /…{3}$/.test(text)

function bodyLine(text: string, width: number): Paragraph {
  if (!isToFill(text)) return line(text, { style: styleIds.text })
  return new Paragraph({
    style: styleIds.fill,
    alignment: AlignmentType.LEFT,
    tabStops: [{ type: TabStopType.RIGHT, position: width, leader: LeaderType.DOT }],
    children: [new TextRun({ text: text.replace(/…+$/, '') }), new TextRun({ children: [new Tab()] })],
  })
}

/** What must stand before any figure, in a box. */
export function warningLines(warnings: readonly string[]): readonly Paragraph[] {
  if (warnings.length === 0) return []
  return [
    new Paragraph({
      style: styleIds.text,
      alignment: 'center',
      indent: { firstLine: 0 },
      spacing: { before: twentieths(6), after: twentieths(6) },
      border: {
        top: boxed,
        bottom: boxed,
        left: boxed,
        right: boxed,
      },
      children: [new TextRun({ text: warnings.join('. '), bold: true, size: half(ours.warning) })],
    }),
  ]
}

const boxed = { style: 'single', size: 8, color: '000000', space: 3 } as const
