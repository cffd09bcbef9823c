import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { readDocxExport } from '../../../../src/io/exports/docx/readReport.ts'
import { writeReport } from '../../../../src/io/exports/docx/writeReport.ts'
import { anOrigin, aReport } from './reports.ts'

async function cellsOf(bytes: Uint8Array) {
  const read = await readDocxExport(bytes, 'bao-cao.docx')
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  return new Map(read.value.cells.map(({ place, text }) => [place, text]))
}

/** The same file with a part altered, as an office suite would save it. */
function altered(bytes: Uint8Array, path: string, change: (xml: string) => string): Uint8Array {
  const files = unzipSync(bytes)
  const part = files[path]
  if (!part) throw new Error(`no ${path}`)
  return zipSync({ ...files, [path]: strToU8(change(strFromU8(part))) })
}

const document = 'word/document.xml'
const usual = writeReport(aReport(), anOrigin())

test('reads what was written: origin, paragraphs and cells with places a clerk finds', async () => {
  const read = await readDocxExport(await usual, 'bao-cao.docx')
  if (!read.ok) throw new Error('not read')
  expect(read.value.origin).toEqual(anOrigin())
  const cells = new Map(read.value.cells.map(({ place, text }) => [place, text]))
  // No two of one place.
  expect(cells.size).toBe(read.value.cells.length)
  expect(cells.get('mục I, đoạn 2')).toBe('Đạt 65,40/100 điểm.')
  expect(cells.get('mục II.2.a, đoạn 2')).toBe('- Mất 1,25/2 điểm')
  expect(cells.get('bảng 1, dòng 2, cột 3')).toBe('1.3')
  expect(cells.get('Phụ lục II, đoạn 1')).toBe('Phụ lục II')
  expect(cells.get('bảng 3, dòng 61, cột 14')).toBe('60.14')
})

test('one changed cell is one difference, at its place', async () => {
  const bytes = await usual
  const before = await cellsOf(bytes)
  const after = await cellsOf(altered(bytes, document, xml => xml.replace('>3.2<', '>9.9<')))
  const differing = [...before].filter(([place, text]) => after.get(place) !== text)
  expect(differing).toEqual([['bảng 1, dòng 4, cột 2', '3.2']])
  expect(after.get('bảng 1, dòng 4, cột 2')).toBe('9.9')
})

test('what is filled in by hand is not compared', async () => {
  const bytes = await usual
  const filled = altered(bytes, document, xml =>
    xml
      .replace('Số:          /BC-…', 'Số: 12/BC-SNV')
      .replace('Minh Họa, ngày       tháng       năm 20…', 'Minh Họa, ngày 25 tháng 11 năm 2026')
      .replace('- Nguyên nhân: ', '- Nguyên nhân: hồ sơ chậm do thiếu người')
      .replace('- Như trên;', '- Văn phòng;'),
  )
  expect([...(await cellsOf(filled))]).toEqual([...(await cellsOf(bytes))])
})

test('the moment it was made at is no value of a report', async () => {
  const later = anOrigin({ madeAt: '2026-11-23T09:00:00+07:00' })
  expect([...(await cellsOf(await writeReport(aReport(), later)))]).toEqual([...(await cellsOf(await usual))])
})

test('runs that Word splits, tracked deletions and content controls make no difference', async () => {
  const bytes = await usual
  const saved = altered(bytes, document, xml =>
    xml.replace(
      />Đạt 65,40\/100 điểm\.<\/w:t>/,
      '>Đạt 65,</w:t></w:r><w:proofErr w:type="spellStart"/><w:r><w:t>40/100 điểm.</w:t></w:r><w:del><w:r><w:delText>x</w:delText><w:t>gone</w:t></w:r></w:del><w:r><w:t></w:t>',
    ),
  )
  expect((await cellsOf(saved)).get('mục I, đoạn 2')).toBe('Đạt 65,40/100 điểm.')
})

test('a property that Office cut off is put together from its pieces', async () => {
  const bytes = await usual
  const cut = altered(bytes, 'docProps/custom.xml', xml =>
    xml.replace(/(name="ParBoard"[^>]*><vt:lpwstr>.{255})[^<]*/, '$1'),
  )
  const read = await readDocxExport(cut, 'bao-cao.docx')
  expect(read.ok && read.value.origin).toEqual(anOrigin())
})

test.each([
  ['no zip file', () => strToU8('xin chào')],
  ['a zip file of something else', () => zipSync({ 'a.txt': strToU8('a') })],
  ['a broken document', (bytes: Uint8Array) => altered(bytes, document, xml => xml.slice(0, 500))],
  [
    'a file without origin',
    (bytes: Uint8Array) => altered(bytes, 'docProps/custom.xml', () => '<Properties/>'),
  ],
  [
    'a document type in it',
    (bytes: Uint8Array) => altered(bytes, document, xml => `<!DOCTYPE a [<!ENTITY b "c">]>${xml}`),
  ],
  ['half a file', (bytes: Uint8Array) => bytes.subarray(0, bytes.length / 2)],
])('refuses %s with a sentence', async (_, broken) => {
  const read = await readDocxExport(broken(await usual), 'bao-cao.docx')
  if (read.ok) throw new Error('it was read')
  expect(read.problems[0]?.message.vi).toMatch(/\p{L}/u)
  expect(read.problems[0]?.file).toBe('bao-cao.docx')
})
