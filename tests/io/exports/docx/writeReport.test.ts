import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { writeReport } from '../../../../src/io/exports/docx/writeReport.ts'
import { originInElement } from '../../../../src/io/exports/officeOrigin.ts'
import {
  allNamed,
  elementAt,
  elementsIn,
  readXml,
  textIn,
  type XmlElement,
} from '../../../../src/io/exports/xmlText.ts'
import type { Report } from '../../../../src/model/report.ts'
import { canCheckOffice, officeFaults } from '../../../server/officeFaults.ts'
import { anOrigin, aReport, aTable } from './reports.ts'

/** Millimetres in twentieths of a point. */
const mm = (twips: string | undefined) => (Number(twips) / 1440) * 25.4

const usual = writeReport(aReport(), anOrigin())

async function opened(report?: Report) {
  const bytes = await (report ? writeReport(report, anOrigin()) : usual)
  const files = unzipSync(bytes)
  const part = (path: string): XmlElement => readXml(strFromU8(files[path] ?? new Uint8Array()))
  const body = elementAt(part('word/document.xml'), 'w:body')
  if (!body) throw new Error('no body')
  return { bytes, files, part, body }
}

const value = (element: XmlElement | null, name = 'w:val') => element?.attributes.get(name)
const paragraphs = (body: XmlElement) => allNamed(body, 'w:p')
const paragraphOf = (body: XmlElement, text: string): XmlElement => {
  const found = paragraphs(body).find(each => textIn(each).includes(text))
  if (!found) throw new Error(`no paragraph says ${text}`)
  return found
}
/** Half points, as the run has it. */
const sizeOf = (paragraph: XmlElement) =>
  Number(
    value(
      elementAt(allNamed(paragraph, 'w:r').find(run => textIn(run) !== '') ?? paragraph, 'w:rPr', 'w:sz'),
    ),
  ) / 2
const isBold = (paragraph: XmlElement) =>
  allNamed(paragraph, 'w:r').some(run => elementAt(run, 'w:rPr', 'w:b') !== null)
const isItalic = (paragraph: XmlElement) =>
  allNamed(paragraph, 'w:r').some(run => elementAt(run, 'w:rPr', 'w:i') !== null)

test('every part there is has a type, and every relationship leads somewhere', async () => {
  const { files, part } = await opened()
  const types = part('[Content_Types].xml')
  const overridden = new Set(elementsIn(types, 'Override').map(each => each.attributes.get('PartName')))
  const defaults = new Set(elementsIn(types, 'Default').map(each => each.attributes.get('Extension')))
  for (const path of Object.keys(files)) {
    if (path === '[Content_Types].xml') continue
    const extension = path.slice(path.lastIndexOf('.') + 1)
    expect(overridden.has(`/${path}`) || defaults.has(extension), path).toBe(true)
  }
  for (const name of overridden) expect(Object.keys(files)).toContain(name?.slice(1))
  for (const path of Object.keys(files).filter(each => each.endsWith('.rels'))) {
    const folder = path.replace(/_rels\/[^/]+$/, '')
    for (const { attributes } of elementsIn(part(path), 'Relationship')) {
      expect(attributes.get('TargetMode'), path).toBeUndefined()
      const target = attributes.get('Target') ?? ''
      const absolute = new URL(target, `file:///${folder}`).pathname.slice(1)
      expect(Object.keys(files), `${path} → ${target}`).toContain(absolute)
    }
  }
})

test.skipIf(!canCheckOffice)('Office finds nothing wrong', { timeout: 30_000 }, async () => {
  const english = aReport({ language: 'en', issuer: null, superior: null, place: null, warnings: [] })
  const empty = aReport({ blocks: [], annexes: [{ name: 'Phụ lục', title: 'Trống', table: aTable(4, 0) }] })
  for (const report of [undefined, english, empty])
    expect(await officeFaults((await opened(report)).bytes, 'docx')).toEqual([])
})

test('paper, margins and orientation of every section are those of the decree', async () => {
  const { body } = await opened()
  const sections = allNamed(body, 'w:sectPr')
  // The report, two annexes, the page about checking.
  expect(sections).toHaveLength(4)
  for (const section of sections) {
    const margin = elementAt(section, 'w:pgMar')
    for (const [side, least, most] of [
      ['top', 20, 25],
      ['bottom', 20, 25],
      ['left', 30, 35],
      ['right', 15, 20],
    ] as const) {
      const size = mm(value(margin, `w:${side}`))
      expect(size, side).toBeGreaterThanOrEqual(least - 0.02)
      expect(size, side).toBeLessThanOrEqual(most + 0.02)
    }
  }
  const papers = sections.map(each => {
    const paper = elementAt(each, 'w:pgSz')
    return [
      Math.round(mm(value(paper, 'w:w'))),
      Math.round(mm(value(paper, 'w:h'))),
      value(paper, 'w:orient'),
    ]
  })
  expect(papers).toEqual([
    [210, 297, 'portrait'],
    [210, 297, 'portrait'],
    [297, 210, 'landscape'],
    [210, 297, 'portrait'],
  ])
})

test('the first page has no number, all others have one in the middle of the upper margin', async () => {
  const { body, part } = await opened()
  const relations = new Map(
    elementsIn(part('word/_rels/document.xml.rels'), 'Relationship').map(each => [
      each.attributes.get('Id'),
      `word/${each.attributes.get('Target')}`,
    ]),
  )
  const headers = allNamed(body, 'w:sectPr').map(section => ({
    hasFirst: elementAt(section, 'w:titlePg') !== null && value(elementAt(section, 'w:titlePg')) !== 'false',
    parts: new Map(
      elementsIn(section, 'w:headerReference').map(each => [
        each.attributes.get('w:type'),
        part(relations.get(each.attributes.get('r:id')) ?? ''),
      ]),
    ),
  }))
  expect(headers.map(each => each.hasFirst)).toEqual([true, false, false, false])
  const first = headers[0]?.parts.get('first')
  expect(first && textIn(first)).toBe('')
  for (const { parts } of headers) {
    const header = parts.get('default')
    if (!header) throw new Error('no header')
    expect(textIn(header)).toContain('PAGE')
    const [paragraph] = allNamed(header, 'w:p')
    expect(value(elementAt(paragraph ?? header, 'w:pPr', 'w:jc'))).toBe('center')
    const size = Number(value(allNamed(header, 'w:sz')[0] ?? null)) / 2
    expect(size).toBeGreaterThanOrEqual(13)
    expect(size).toBeLessThanOrEqual(14)
  }
})

// Text, sizes from and to, bold, italics: Phụ lục I, mục II and III.
test.each([
  ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 12, 13, true, false],
  ['Độc lập - Tự do - Hạnh phúc', 13, 14, true, false],
  ['ỦY BAN NHÂN DÂN TỈNH MINH HỌA', 12, 13, false, false],
  ['SỞ NỘI VỤ', 12, 13, true, false],
  ['/BC-…', 13, 13, false, false],
  ['Minh Họa, ngày', 13, 14, false, true],
  ['BÁO CÁO', 13, 14, true, false],
  ['Kết quả thực hiện Bộ chỉ số', 13, 14, true, false],
  ['Nơi nhận:', 12, 12, true, true],
  ['- Như trên;', 11, 11, false, false],
  ['- Lưu: VT.', 11, 11, false, false],
  ['QUYỀN HẠN, CHỨC VỤ CỦA NGƯỜI KÝ', 13, 14, true, false],
  ['Phụ lục I', 14, 14, true, false],
  ['BẢNG ĐIỂM CHI TIẾT', 13, 14, true, false],
  ['(Kèm theo Báo cáo số', 13, 14, false, true],
] as const)('%s: %i–%i points', async (text, least, most, bold, italic) => {
  const { body } = await opened()
  const paragraph = paragraphOf(body, text)
  expect(sizeOf(paragraph)).toBeGreaterThanOrEqual(least)
  expect(sizeOf(paragraph)).toBeLessThanOrEqual(most)
  expect(isBold(paragraph)).toBe(bold)
  expect(isItalic(paragraph)).toBe(italic)
})

test('text is justified Times of 13–14 with a first line of 10–12.7 mm, 6 points or more apart', async () => {
  const { part } = await opened()
  const styles = part('word/styles.xml')
  const fonts = elementAt(styles, 'w:docDefaults', 'w:rPrDefault', 'w:rPr', 'w:rFonts')
  expect(value(fonts, 'w:ascii')).toBe('Times New Roman')
  expect(value(elementAt(styles, 'w:docDefaults', 'w:rPrDefault', 'w:rPr', 'w:lang'))).toBe('vi-VN')
  expect(Number(value(elementAt(styles, 'w:docDefaults', 'w:rPrDefault', 'w:rPr', 'w:sz')))).toBe(28)
  const text = elementsIn(styles, 'w:style').find(each => value(each, 'w:styleId') === 'ParBoardText')
  const look = text && elementAt(text, 'w:pPr')
  if (!look) throw new Error('no style of text')
  expect(value(elementAt(look, 'w:jc'))).toBe('both')
  const indent = mm(value(elementAt(look, 'w:ind'), 'w:firstLine'))
  expect(indent).toBeGreaterThanOrEqual(9.99)
  expect(indent).toBeLessThanOrEqual(12.71)
  const spacing = elementAt(look, 'w:spacing')
  expect(Number(value(spacing, 'w:before')) / 20).toBeGreaterThanOrEqual(6)
  expect(Number(value(spacing, 'w:line')) / 240).toBeGreaterThanOrEqual(1)
  expect(Number(value(spacing, 'w:line')) / 240).toBeLessThanOrEqual(1.5)
})

test('headings are numbered I., 1., a) and the letters are Vietnamese', async () => {
  const points = Array.from({ length: 24 }, (_, index) => ({
    kind: 'heading' as const,
    level: 3 as const,
    text: `điểm ${index + 1}`,
  }))
  const { body } = await opened(
    aReport({
      annexes: [],
      blocks: [
        { kind: 'heading', level: 1, text: 'Một' },
        { kind: 'heading', level: 2, text: 'Hai' },
        ...points,
        { kind: 'heading', level: 2, text: 'Ba' },
        { kind: 'heading', level: 3, text: 'lại' },
        ...['b', 'c', 'd'].map(text => ({ kind: 'heading' as const, level: 1 as const, text })),
      ],
    }),
  )
  const texts = paragraphs(body)
    .filter(each => /^Heading/.test(value(elementAt(each, 'w:pPr', 'w:pStyle')) ?? ''))
    .map(textIn)
  expect(texts.slice(0, 8)).toEqual([
    'I. MỘT',
    '1. Hai',
    'a) điểm 1',
    'b) điểm 2',
    'c) điểm 3',
    'd) điểm 4',
    'đ) điểm 5',
    'e) điểm 6',
  ])
  expect(texts.slice(22, 26)).toEqual(['v) điểm 21', 'x) điểm 22', 'y) điểm 23', 'aa) điểm 24'])
  expect(texts.slice(26)).toEqual(['2. Ba', 'a) lại', 'II. B', 'III. C', 'IV. D'])
})

test('tables have borders, heads on every page and rows that stay whole', async () => {
  const table = aTable(4, 2)
  const { body } = await opened(
    aReport({
      annexes: [
        {
          name: 'Phụ lục',
          title: 'Hai tầng',
          table: {
            ...table,
            columns: table.columns.map((column, index) =>
              index > 1 ? { ...column, above: 'Điểm' } : column,
            ),
            rows: [...table.rows, { id: 'x', kind: 'gap', depth: 0, cells: [{ text: '4 đơn vị chưa nạp' }] }],
          },
        },
      ],
    }),
  )
  const last = allNamed(body, 'w:tbl').at(-1)
  if (!last) throw new Error('no table')
  const rows = elementsIn(last, 'w:tr')
  expect(rows.map(row => elementAt(row, 'w:trPr', 'w:tblHeader') !== null)).toEqual([
    true,
    true,
    false,
    false,
    false,
  ])
  expect(rows.every(row => elementAt(row, 'w:trPr', 'w:cantSplit') !== null)).toBe(true)
  // The head above two columns goes over both; the others go down two rows.
  const heads = rows.slice(0, 2).map(row => elementsIn(row, 'w:tc'))
  expect(heads[0]?.map(cell => [textIn(cell), value(elementAt(cell, 'w:tcPr', 'w:gridSpan'))])).toEqual([
    ['Cột 1', undefined],
    ['Cột 2', undefined],
    ['Điểm', '2'],
  ])
  expect(rows[1] && textIn(rows[1])).toBe('Cột 3Cột 4')
  const gap = rows.at(-1)
  expect(gap && value(allNamed(gap, 'w:gridSpan')[0] ?? null)).toBe('4')
  expect(value(elementAt(last, 'w:tblPr', 'w:tblBorders', 'w:insideH'))).toBe('single')
})

test('an empty table says so', async () => {
  const { body } = await opened(
    aReport({ annexes: [{ name: 'Phụ lục', title: 'Trống', table: aTable(3, 0) }] }),
  )
  expect(textIn(allNamed(body, 'w:tbl').at(-1) ?? body)).toBe('Cột 1Cột 2Cột 3Không có dòng nào.')
})

test('warnings stand before any figure, on the first page and in every annex', async () => {
  const { body } = await opened(aReport({ warnings: ['Mẫu minh họa', 'Số liệu minh họa'] }))
  const said = paragraphs(body).map(textIn)
  expect(said[0]).toBe('Mẫu minh họa. Số liệu minh họa')
  expect(said.filter(each => each === 'Mẫu minh họa. Số liệu minh họa')).toHaveLength(3)
  const without = await opened(aReport({ warnings: [] }))
  expect(textIn(without.body)).not.toContain('minh họa')
})

test('what is not known is left to fill in, and no name is made up', async () => {
  const { body, files } = await opened(aReport({ issuer: null, superior: null, place: null }))
  expect(textIn(body)).toContain('Số:          /BC-…')
  expect(textIn(body)).toContain('…………, ngày       tháng       năm 20…')
  expect(textIn(body)).toContain('Họ và tên')
  const core = strFromU8(files['docProps/core.xml'] ?? new Uint8Array())
  expect(core).toContain('<dc:creator>ParBoard</dc:creator>')
  expect(core).toContain('<cp:lastModifiedBy>ParBoard</cp:lastModifiedBy>')
})

test('the origin stands at the foot of every page, on the last page and in a property', async () => {
  const { body, files, part } = await opened()
  const footers = Object.keys(files).filter(path => /^word\/footer\d+\.xml$/.test(path))
  expect(footers.length).toBeGreaterThanOrEqual(4)
  for (const path of footers) expect(textIn(part(path))).toContain('Kỳ: tháng 10/2026 · Mã số liệu')
  expect(textIn(body)).toContain('NGUỒN VÀ CÁCH KIỂM TRA')
  expect(originInElement(part('docProps/custom.xml'))).toEqual(anOrigin())
})

test('the same report of the same origin makes the same bytes', async () => {
  expect(await writeReport(aReport(), anOrigin())).toEqual(await writeReport(aReport(), anOrigin()))
})

test('signs that mean something in XML, and long and odd texts, come through', async () => {
  const odd = 'A & B < C > "D" \u0001 👍 __proto__ ]]>'
  const { body } = await opened(aReport({ blocks: [{ kind: 'text', text: odd }], subject: odd }))
  expect(textIn(body)).toContain('A & B < C > "D"')
  expect(textIn(body)).toContain('👍 __proto__ ]]>')
})
