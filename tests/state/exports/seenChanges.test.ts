import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { writeReport } from '../../../src/io/exports/docx/writeReport.ts'
import { writePptx } from '../../../src/io/exports/pptx/writePptx.ts'
import { readExport } from '../../../src/io/exports/readExport.ts'
import { sameShown } from '../../../src/io/exports/sameShown.ts'
import { checkExport } from '../../../src/state/exports/checkExport.ts'
import { makeTableFile } from '../../../src/state/exports/makeTableFile.ts'
import { anOrigin, aReport } from '../../io/exports/docx/reports.ts'
import { column, numberCell, origin, row, table, textCell } from '../../io/exports/exportTables.ts'
import { sampleDeck, sampleOrigin } from '../../io/exports/sampleDeck.ts'

async function cellsOf(bytes: Uint8Array) {
  const read = await readExport(bytes, 'tep')
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  return read.value.cells
}

async function differences(found: Uint8Array, made: Uint8Array) {
  return checkExport(await cellsOf(found), await cellsOf(made)).differences
}

function edited(bytes: Uint8Array, path: string, change: (xml: string) => string): Uint8Array {
  const parts = unzipSync(bytes)
  const was = strFromU8(parts[path] ?? new Uint8Array())
  const is = change(was)
  expect(is).not.toBe(was)
  return zipSync({ ...parts, [path]: strToU8(is) })
}

const shown = table({
  columns: [column('name', { head: 'Đơn vị' }), column('points', { head: 'Điểm', align: 'right' })],
  rows: [
    row([textCell('Sở A'), numberCell('6', 2)]),
    row([textCell('Sở B'), numberCell('2.5', 1, { isSigned: true })]),
  ],
})

describe('CSV', () => {
  test('saved again by a spreadsheet is the same; another number and deleted lines of the origin are not', async () => {
    const made = await makeTableFile(shown, 'csv-semicolon', origin)
    const text = new TextDecoder().decode(made)
    const check = async (changed: string) =>
      checkExport(await cellsOf(strToU8(changed)), await cellsOf(made), (one, other) =>
        sameShown(one, other, 'vi'),
      ).differences
    expect(await check(text.replace('"6,00"', '6').replace('"+2,5"', '2,5'))).toEqual([])
    expect(await check(text.replace('"6,00"', '"6,01"'))).toHaveLength(1)
    const lines = text.split('\r\n')
    const bare = lines.filter(line => !origin.lines.some(({ label }) => line.startsWith(`${label};`)))
    expect(bare.length).toBeLessThan(lines.length)
    expect((await check(bare.join('\r\n'))).length).toBeGreaterThanOrEqual(origin.lines.length)
  })
})

describe('XLSX', async () => {
  const made = await makeTableFile(shown, 'xlsx', origin)
  const sheet = 'xl/worksheets/sheet1.xml'

  test.each([
    ['a hidden row', (xml: string) => xml.replace(/<row r="4"/, '<row r="4" hidden="1"'), 'dòng 4', 'bị ẩn'],
    [
      'a hidden column',
      (xml: string) => xml.replace(/<col min="2"/, '<col hidden="1" min="2"'),
      'cột B',
      'bị ẩn',
    ],
    [
      'a formula for a number',
      (xml: string) => xml.replace('<v>6</v>', '<f>5.9949</f><v>6</v>'),
      'ô B4',
      '6,00 (công thức)',
    ],
  ])('%s is one difference', async (_, change, place, found) => {
    expect(await differences(edited(made, sheet, change), made)).toMatchObject([
      { place: `trang tính “Bảng”, ${place}`, found },
    ])
  })

  test('a hidden sheet and a renamed one are told once', async () => {
    const book = 'xl/workbook.xml'
    const hide = (xml: string) => xml.replace(/<sheet name="Nguồn"/, '<sheet state="hidden" name="Nguồn"')
    expect(await differences(edited(made, book, hide), made)).toMatchObject([
      { place: 'trang tính “Nguồn”, cả trang', found: 'bị ẩn' },
    ])
    const rename = (xml: string) => xml.replaceAll('Bảng', 'Sheet9')
    expect(await differences(edited(made, book, rename), made)).toEqual([
      { place: 'trang tính “Bảng”, tên', expected: 'Bảng', found: 'Sheet9' },
    ])
  })

  test('every visible line of the origin is compared', async () => {
    const strings = Object.keys(unzipSync(made)).find(path => /sharedStrings/.test(path)) ?? sheet
    const change = (xml: string) => xml.replaceAll('tháng 10/2026', 'tháng 12/2026')
    expect((await differences(edited(made, strings, change), made)).length).toBeGreaterThan(0)
  })
})

describe('DOCX', async () => {
  const made = await writeReport(aReport(), anOrigin())
  const document = 'word/document.xml'
  const run = (text: string) => `<w:r><w:t>${text}</w:t></w:r>`

  test.each([
    [
      'a section put before the real one',
      (xml: string) =>
        xml.replace(
          /<w:p>(?:(?!<w:p>).)*?KẾT QUẢ/s,
          whole =>
            `<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr>${run('I. KẾT QUẢ')}</w:p><w:p><w:pPr><w:pStyle w:val="ParBoardText"/></w:pPr>${run('Tổng điểm thật là 99,99/100 điểm.')}</w:p>${whole}`,
        ),
    ],
    [
      'a table inside a cell',
      (xml: string) =>
        xml.replace(
          /(>3\.2<\/w:t><\/w:r><\/w:p>)/,
          `$1<w:tbl><w:tr><w:tc><w:p>${run('99,99')}</w:p></w:tc></w:tr></w:tbl><w:p/>`,
        ),
    ],
    [
      'a symbol behind a number',
      (xml: string) =>
        xml.replace('>3.2</w:t></w:r>', '>3.2</w:t></w:r><w:r><w:sym w:font="Symbol" w:char="F039"/></w:r>'),
    ],
    [
      'a hidden number',
      (xml: string) => xml.replace(/<w:r>((?:(?!<w:r>).)*?>3\.2<)/s, '<w:r><w:rPr><w:vanish/></w:rPr>$1'),
    ],
    [
      'a changed line of the origin',
      (xml: string) => xml.replaceAll('Kỳ: tháng 10/2026', 'Kỳ: tháng 12/2026'),
    ],
  ])('%s is a difference', async (_, change) => {
    expect((await differences(edited(made, document, change), made)).length).toBeGreaterThan(0)
  })

  test('the foot of the pages is compared; the page of sources may be taken out', async () => {
    const foot = Object.keys(unzipSync(made)).find(path => /word\/footer\d*\.xml/.test(path)) ?? ''
    expect(
      await differences(
        edited(made, foot, xml => xml.replace('10/2026', '12/2026')),
        made,
      ),
    ).not.toEqual([])
    const out = edited(made, document, xml =>
      xml.replaceAll(/<w:p>(?:(?!<\/w:p>).)*?"ParBoardOrigin".*?<\/w:p>/gs, ''),
    )
    expect(await differences(out, made)).toEqual([])
  })
})

describe('PPTX', async () => {
  const made = await writePptx(sampleDeck, sampleOrigin)
  const slide = 'ppt/slides/slide2.xml'
  const box = (text: string, kind = '') =>
    `<p:sp><p:nvSpPr><p:cNvPr id="99" name="Lúc chốt số liệu"/><p:cNvSpPr/><p:nvPr>${kind}</p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:p><a:r><a:t>${text}</a:t></a:r></a:p></p:txBody></p:sp></p:spTree>`

  test.each([
    ['a hidden slide', slide, (xml: string) => xml.replace('<p:sld ', '<p:sld show="0" ')],
    [
      'a text with a time',
      slide,
      (xml: string) => xml.replace('</p:spTree>', box('Điểm thật 99,99 – 21/11/2026 19:05')),
    ],
    [
      'a foot of its own',
      slide,
      (xml: string) => xml.replace('</p:spTree>', box('99,99', '<p:ph type="ftr"/>')),
    ],
    [
      'a picture',
      slide,
      (xml: string) =>
        xml.replace(
          '</p:spTree>',
          '<p:pic><p:blipFill><a:blip r:embed="rId9"/></p:blipFill></p:pic></p:spTree>',
        ),
    ],
    [
      'a figure in the notes',
      'ppt/notesSlides/notesSlide3.xml',
      (xml: string) => xml.replace('−1,2266', '−9,9999'),
    ],
    [
      'a line of the origin',
      'ppt/slides/slide8.xml',
      (xml: string) => xml.replace('Tỉnh Trà Vinh, năm 2022', 'x'),
    ],
  ])('%s is one difference', async (_, path, change) => {
    expect(await differences(edited(made, path, change), made)).toHaveLength(1)
  })
})
