import type { ExportOrigin, FileCell, ReadExport } from '../../../model/exportOrigin.ts'
import type { Decoded } from '../../../model/problem.ts'
import { originInElement } from '../officeOrigin.ts'
import { brokenFile, noOrigin, type OfficePackage, officeProblem, openOfficeFile } from '../officePackage.ts'
import { elementAt, elementsIn, textIn, type XmlElement } from '../xmlText.ts'

/** Styles of what is filled in by hand and of what says the time: neither is compared. */
const notCompared = new Set(['ParBoardFill', 'ParBoardOrigin'])

/** Reads a report that left the page: what it is of, its paragraphs and the cells of its tables. */
export async function readDocxExport(bytes: Uint8Array, fileName: string): Promise<Decoded<ReadExport>> {
  const opened = openOfficeFile(bytes, fileName)
  if (!opened.ok) return opened
  const refused = (message: typeof noOrigin): Decoded<ReadExport> => ({
    ok: false,
    problems: [officeProblem(fileName, message)],
  })
  try {
    const origin = originOf(opened.value)
    if (!origin) return refused(noOrigin)
    const body = bodyOf(opened.value)
    return body ? { ok: true, value: { origin, cells: cellsIn(body, origin.language) } } : refused(brokenFile)
  } catch {
    return refused(brokenFile)
  }
}

function originOf(file: OfficePackage): ExportOrigin | null {
  const part = file.part(file.related('/custom-properties') ?? 'docProps/custom.xml')
  return part && originInElement(part)
}

function bodyOf(file: OfficePackage): XmlElement | null {
  const document = file.part(file.related('/officeDocument') ?? 'word/document.xml')
  return document && elementAt(document, 'w:body')
}

const placeWords = {
  vi: {
    start: 'phần đầu',
    section: (mark: string) => `mục ${mark}`,
    paragraph: (where: string, number: number) => `${where}, đoạn ${number}`,
    cell: (table: number, row: number, column: number) => `bảng ${table}, dòng ${row}, cột ${column}`,
  },
  en: {
    start: 'beginning',
    section: (mark: string) => `section ${mark}`,
    paragraph: (where: string, number: number) => `${where}, paragraph ${number}`,
    cell: (table: number, row: number, column: number) => `table ${table}, row ${row}, column ${column}`,
  },
} as const

type PlaceWords = (typeof placeWords)['vi' | 'en']

/** Everything that is compared, each with a place: paragraphs are counted anew under every heading. */
function cellsIn(body: XmlElement, language: ExportOrigin['language']): readonly FileCell[] {
  const words: PlaceWords = placeWords[language]
  const cells: FileCell[] = []
  const marks = ['', '', '']
  let [where, paragraphs, tables]: [string, number, number] = [words.start, 0, 0]
  for (const block of blocksOf(body)) {
    if (block.name === 'w:tbl') {
      const rows = tableCells(block)
      if (rows.length === 0) continue
      tables += 1
      for (const { row, column, text } of rows) cells.push({ place: words.cell(tables, row, column), text })
      continue
    }
    const text = paragraphText(block)
    if (text === '' || notCompared.has(styleOf(block))) continue
    const level = headingLevel(block)
    const mark = /^(\S+)[.)]\s/.exec(text)?.[1]
    if (level !== null && mark !== undefined) {
      marks.splice(level - 1, marks.length, mark, ...Array(3 - level).fill(''))
      where = words.section(marks.filter(each => each !== '').join('.'))
      paragraphs = 0
    } else if (startsAnnex(block, text)) {
      where = text
      paragraphs = 0
    }
    paragraphs += 1
    cells.push({ place: words.paragraph(where, paragraphs), text })
  }
  return cells
}

/** Paragraphs and tables, also those in content controls that Word puts around them. */
function blocksOf(body: XmlElement): readonly XmlElement[] {
  return elementsIn(body).flatMap(child => {
    if (child.name === 'w:p' || child.name === 'w:tbl') return [child]
    const inner = child.name === 'w:sdt' ? elementAt(child, 'w:sdtContent') : null
    return inner ? blocksOf(inner) : []
  })
}

type TableCellText = { readonly row: number; readonly column: number; readonly text: string }

/** Cells with a text, by row and by the column of the grid they begin at; none of a table that only places. */
function tableCells(table: XmlElement): readonly TableCellText[] {
  return elementsIn(table, 'w:tr').flatMap((row, rowIndex) => {
    let column = 1
    return elementsIn(row, 'w:tc').flatMap((cell): readonly TableCellText[] => {
      const at = column
      const span = elementAt(cell, 'w:tcPr', 'w:gridSpan')?.attributes.get('w:val')
      column += span === undefined ? 1 : Number(span)
      const paragraphs = blocksOf(cell).filter(({ name }) => name === 'w:p')
      if (paragraphs.every(each => notCompared.has(styleOf(each)))) return []
      const text = paragraphs.map(paragraphText).filter(Boolean).join(' ')
      return text === '' ? [] : [{ row: rowIndex + 1, column: at, text }]
    })
  })
}

function styleOf(paragraph: XmlElement): string {
  return elementAt(paragraph, 'w:pPr', 'w:pStyle')?.attributes.get('w:val') ?? ''
}

function headingLevel(paragraph: XmlElement): 1 | 2 | 3 | null {
  const level = /^Heading([123])$/.exec(styleOf(paragraph))?.[1]
  return level === '1' ? 1 : level === '2' ? 2 : level === '3' ? 3 : null
}

/** "Phụ lục I", alone on its line. */
function startsAnnex(paragraph: XmlElement, text: string): boolean {
  return styleOf(paragraph) === 'ParBoardText' && /^(?:Phụ lục|Annex)(?: [IVX]+)?$/.test(text)
}

/** Text of a paragraph on one line with single blanks; what was struck out under tracked changes is not in it. */
function paragraphText(paragraph: XmlElement): string {
  return runText(paragraph)
    .replaceAll(/[ \t\n\r]+/g, ' ')
    .trim()
    .normalize('NFC')
}

function runText(element: XmlElement): string {
  return elementsIn(element)
    .map(child => {
      if (child.name === 'w:t') return textIn(child)
      if (child.name === 'w:tab' || child.name === 'w:br' || child.name === 'w:cr') return ' '
      if (child.name === 'w:noBreakHyphen') return '\u2011'
      if (child.name === 'w:pPr' || child.name === 'w:rPr' || child.name === 'w:del') return ''
      return runText(child)
    })
    .join('')
}
