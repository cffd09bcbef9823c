import type { ExportOrigin, FileCell, ReadExport } from '../../../model/exportOrigin.ts'
import type { Decoded } from '../../../model/problem.ts'
import { originInElement } from '../officeOrigin.ts'
import { brokenFile, noOrigin, type OfficePackage, officeProblem, openOfficeFile } from '../officePackage.ts'
import { elementAt, elementsIn, textIn, type XmlElement } from '../xmlText.ts'
import { originTexts } from './reportWords.ts'

const styleIds = { text: 'ParBoardText', fill: 'ParBoardFill', origin: 'ParBoardOrigin' } as const

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
    if (!body) return refused(brokenFile)
    const cells = [...cellsIn(body, origin), ...marginCells(opened.value, origin.language)]
    return { ok: true, value: { origin, cells } }
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
    origin: 'trang nguồn',
    margin: 'đầu trang, chân trang',
  },
  en: {
    start: 'beginning',
    section: (mark: string) => `section ${mark}`,
    paragraph: (where: string, number: number) => `${where}, paragraph ${number}`,
    cell: (table: number, row: number, column: number) => `table ${table}, row ${row}, column ${column}`,
    origin: 'page of sources',
    margin: 'head and foot of the page',
  },
} as const

type PlaceWords = (typeof placeWords)['vi' | 'en']

/** Everything that is compared, each with a place: paragraphs are counted anew under every heading. */
function cellsIn(body: XmlElement, origin: ExportOrigin): readonly FileCell[] {
  const words: PlaceWords = placeWords[origin.language]
  const sources: string[] = []
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
    if (text === '' || styleOf(block) === styleIds.fill) continue
    if (styleOf(block) === styleIds.origin) {
      sources.push(text)
      continue
    }
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
  // The page says itself that it may be taken out before the report is issued; every foot still says the same.
  const said = sources.length === 0 ? originTexts(origin).map(oneLine) : sources
  return [...cells, ...said.map((text, index) => ({ place: words.paragraph(words.origin, index + 1), text }))]
}

/** What stands above and below the pages, each text once; numbers of pages are no text. */
function marginCells(file: OfficePackage, language: ExportOrigin['language']): readonly FileCell[] {
  const texts = file.names
    .filter(name => /^word\/(?:header|footer)\d*\.xml$/.test(name))
    .map(name => file.part(name))
    .map(part => (part ? blocksOf(part).map(blockText).filter(Boolean).join(' ') : ''))
    .filter(text => !/^\d*$/.test(text))
  return [...new Set(texts)].map(text => ({ place: placeWords[language].margin, text }))
}

/** What Word puts around paragraphs, rows and cells without changing what they say. */
const wrappers = new Set(['w:sdt', 'w:sdtContent', 'w:customXml', 'w:ins', 'w:moveTo'])

function childrenOf(element: XmlElement, ...names: readonly string[]): readonly XmlElement[] {
  return elementsIn(element).flatMap(child => {
    if (names.includes(child.name)) return [child]
    return wrappers.has(child.name) ? childrenOf(child, ...names) : []
  })
}

/** Paragraphs and tables, also those in content controls. */
const blocksOf = (body: XmlElement) => childrenOf(body, 'w:p', 'w:tbl')

/** What a block says; of a table inside a cell everything in it. */
function blockText(block: XmlElement): string {
  if (block.name === 'w:p') return paragraphText(block)
  return childrenOf(block, 'w:tr')
    .flatMap(row => childrenOf(row, 'w:tc'))
    .flatMap(cell => blocksOf(cell).map(blockText))
    .filter(Boolean)
    .join(' ')
}

type TableCellText = { readonly row: number; readonly column: number; readonly text: string }

/** Cells with a text, by row and by the column of the grid they begin at; none of a table that only places. */
function tableCells(table: XmlElement): readonly TableCellText[] {
  return childrenOf(table, 'w:tr').flatMap((row, rowIndex) => {
    let column = 1
    const isRowHidden = isOn(elementAt(row, 'w:trPr', 'w:hidden'))
    return childrenOf(row, 'w:tc').flatMap((cell): readonly TableCellText[] => {
      const at = column
      const span = elementAt(cell, 'w:tcPr', 'w:gridSpan')?.attributes.get('w:val')
      column += span === undefined ? 1 : Number(span)
      const blocks = blocksOf(cell)
      if (blocks.every(each => each.name === 'w:p' && styleOf(each) === styleIds.fill)) return []
      const text = blocks.map(blockText).filter(Boolean).join(' ')
      return text === '' ? [] : [{ row: rowIndex + 1, column: at, text: isRowHidden ? hidden(text) : text }]
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
  return styleOf(paragraph) === styleIds.text && /^(?:Phụ lục|Annex)(?: [IVX]+)?$/.test(text)
}

/** Text of a paragraph on one line with single blanks; what was struck out under tracked changes is not in it. */
function paragraphText(paragraph: XmlElement): string {
  return oneLine(runText(paragraph))
}

function oneLine(text: string): string {
  return text
    .replaceAll(/[ \t\n\r]+/g, ' ')
    .trim()
    .normalize('NFC')
}

/** Letters that are there and not seen; no report of ours has any. */
const hidden = (text: string) => `[⊘ ${text}]`
/** What is no text and none of ours: pictures, notes at the foot, embedded files. */
const foreign = new Set(['w:drawing', 'w:pict', 'w:object', 'w:footnoteReference', 'w:endnoteReference'])
const unread = new Set(['w:pPr', 'w:rPr', 'w:del', 'w:moveFrom', 'mc:Fallback'])

function isOn(property: XmlElement | null): boolean {
  return property !== null && !['0', 'false', 'off'].includes(property.attributes.get('w:val') ?? '')
}

function runText(element: XmlElement): string {
  const text = elementsIn(element)
    .map(child => {
      if (child.name === 'w:t' || child.name === 'm:t') return textIn(child)
      if (child.name === 'w:tab' || child.name === 'w:br' || child.name === 'w:cr') return ' '
      if (child.name === 'w:noBreakHyphen') return '\u2011'
      if (child.name === 'w:sym') return symbol(child.attributes.get('w:char') ?? '')
      if (unread.has(child.name)) return ''
      return foreign.has(child.name) ? `[□ ${runText(child).trim()}]` : runText(child)
    })
    .join('')
  const isHidden = ['w:vanish', 'w:webHidden'].some(name => isOn(elementAt(element, 'w:rPr', name)))
  return isHidden && text.trim() !== '' ? hidden(text) : text
}

/** Signs of a symbol font lie in the private area. */
function symbol(code: string): string {
  const point = /^[\da-f]{1,4}$/i.test(code) ? Number.parseInt(code, 16) : 0xfffd
  return String.fromCharCode(point)
}
