import { describe, expect, test } from 'vitest'
import { decodeRuleSheet } from '../../../src/io/ruleSheet/decodeRuleSheet.ts'
import { ruleSheets } from '../../../src/io/ruleSheet/encodeRuleSheet.ts'
import { draftFromCsv } from '../../../src/io/ruleSheet/template.ts'
import { readWorkbook } from '../../../src/io/xlsx.ts'
import { aRuleSet } from '../../scoring/builders.ts'
import { edited, said } from './workbooks.ts'

const header = [
  'STT',
  'Tên tiêu chí',
  'Điểm tối đa',
  'Cách tính',
  'Số liệu',
  'Tử số',
  'Mẫu số',
  'Mục tiêu (%)',
  'Mức chắc chắn',
]
const rows = [
  ['1', 'Chỉ đạo; điều hành', '2,5', '', '', '', '', '', 'văn bản nêu'],
  [
    '1.1',
    'Hồ sơ "đúng hạn"',
    '1,5',
    'tỷ lệ',
    '',
    'Hồ sơ đúng hạn',
    'Hồ sơ đã giải quyết',
    '100%',
    'văn bản nêu',
  ],
  ['1.2', 'Có kế hoạch', '1', 'có/không', 'Đã ban hành kế hoạch', '', '', '', 'suy ra'],
]

const quoted = (field: string) => (/[;,\t"\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field)
const csv = (delimiter: string, lines: readonly (readonly string[])[] = rows) =>
  [header, ...lines].map(line => line.map(quoted).join(delimiter)).join('\r\n')
const utf8 = (text: string) => new TextEncoder().encode(text)

/** What the table says, whatever is missing besides. */
async function linesOf(bytes: Uint8Array) {
  const sheet = await decodeRuleSheet(bytes, 'bang.csv')
  return { all: said(sheet), inTable: said(sheet).filter(line => /^[A-Z]+\d/.test(line)), sheet }
}

describe('one table, however Excel writes it', () => {
  test.each<readonly [string, Uint8Array]>([
    ['semicolons', utf8(csv(';'))],
    ['semicolons with the mark of UTF-8', utf8(`\ufeff${csv(';')}`)],
    ['commas', utf8(csv(','))],
    ['tabs', utf8(csv('\t'))],
    ['single line feeds', utf8(csv(';').replaceAll('\r\n', '\n'))],
    ['“Unicode text”', utf16(csv('\t'))],
    ['letters in two parts', utf8(csv(';').normalize('NFD'))],
    ['a heading above', utf8(`PHỤ LỤC;;;\n;;;\n${csv(';')}`)],
  ])('%s', async (_, bytes) => {
    const { inTable, sheet } = await linesOf(bytes)
    expect(inTable).toEqual([])
    const written = await draftFromCsv(bytes, 'bang.csv')
    expect(written.ok && (await tableOf(written.value))).toEqual([
      ['1', 'Chỉ đạo; điều hành', 2.5],
      ['1.1', 'Hồ sơ "đúng hạn"', 1.5],
      ['1.2', 'Có kế hoạch', 1],
    ])
    expect(sheet.decoded.ok).toBe(false)
  })
})

function utf16(text: string): Uint8Array {
  const bytes = new Uint8Array(2 + text.length * 2)
  const view = new DataView(bytes.buffer)
  view.setUint16(0, 0xfeff, true)
  for (let at = 0; at < text.length; at++) view.setUint16(2 + at * 2, text.charCodeAt(at), true)
  return bytes
}

/** Number, name and points of the criteria in a workbook. */
async function tableOf(bytes: Uint8Array) {
  const read = await readWorkbook(bytes, 'a.xlsx')
  const sheet = read.ok ? read.value.find(({ name }) => name === 'Tiêu chí') : undefined
  return [...(sheet?.rows.values() ?? [])].slice(1).map(cells =>
    [0, 3, 5].map(column => {
      const cell = cells.get(column)
      return cell?.kind === 'number' ? cell.value : cell?.kind === 'text' ? cell.text : null
    }),
  )
}

test('what a table cannot say is asked for, field by field', async () => {
  const { all } = await linesOf(utf8(csv(';')))
  expect(all.map(line => line.replace(/ cần .*/, ''))).toEqual([
    ' [metrics-made] không có trang “Số liệu”: 3 số liệu được tạo theo tên ghi ở các cột số liệu; kiểu và đơn vị tính là tạm, kiểm tra lại',
    'Thông tin chung [missing] dòng “Mã bộ chỉ số” để trống;',
    'Thông tin chung [missing] dòng “Phiên bản” để trống;',
    'Thông tin chung [missing] dòng “Tên bộ chỉ số” để trống;',
    'Thông tin chung [missing] dòng “Tên ngắn” để trống;',
    'Thông tin chung [missing] dòng “Văn bản ban hành” để trống;',
    'Thông tin chung [missing] dòng “Áp dụng từ ngày” để trống;',
    'Thông tin chung [missing] dòng “Tổng điểm” để trống;',
    'Thông tin chung [missing] dòng “Một mục gọi là” để trống;',
    'Thông tin chung [missing] dòng “Tầng của mục” để trống;',
    'Thông tin chung [missing] dòng “Làm tròn: mức chắc chắn” để trống;',
    'Thông tin chung [missing] dòng “Bằng điểm thì xếp hạng” để trống;',
  ])
})

test('the workbook made of it needs the general fields and nothing else', async () => {
  const written = await draftFromCsv(utf8(csv(';')), 'bang.csv')
  if (!written.ok) throw new Error('the table was refused')
  const sheet = await decodeRuleSheet(written.value, 'bang.xlsx')
  expect(sheet.problems.map(({ place, code }) => [place.sheet, code])).toEqual(
    Array.from({ length: 11 }, () => ['Thông tin chung', 'missing']),
  )
  // With those of another rule set it is complete.
  const general = ruleSheets(aRuleSet({ scale: '2.5' }))[1]?.rows ?? []
  const edits = Object.fromEntries(
    general.map((row, index) => [`Thông tin chung!B${index + 1}`, row[1] ?? null]),
  )
  const read = await readWorkbook(written.value, 'a.xlsx')
  if (!read.ok) throw new Error('the draft was refused')
  const sheets = read.value.map(({ name, rows: found }) => ({
    name,
    columns: [],
    rows: Array.from({ length: Math.max(0, ...found.keys()) }, (_, row) =>
      Array.from({ length: 40 }, (_unused, column) => {
        const cell = found.get(row + 1)?.get(column)
        return cell?.kind === 'number' ? cell.value : cell?.kind === 'text' ? cell.text : null
      }),
    ),
  }))
  const { workbook } = await import('./workbooks.ts')
  const filled = await decodeRuleSheet(await workbook(sheets, edits), 'bang.xlsx')
  expect(said(filled)).toEqual([])
  expect(
    filled.decoded.ok && filled.decoded.value.criteria[0]?.subCriteria?.map(({ id, rule }) => [id, rule]),
  ).toEqual([
    [
      'ho-so-dung-han',
      {
        kind: 'ratio',
        numerator: 'ho-so-dung-han',
        denominator: 'ho-so-da-giai-quyet',
        direction: 'higherIsBetter',
        targetPercent: '100',
        scaling: 'share',
        whenDenominatorZero: 'missing',
        whenMissing: 'missing',
      },
    ],
    ['co-ke-hoach', { kind: 'yesNo', metric: 'da-ban-hanh-ke-hoach' }],
  ])
})

describe('faults in a table stand at the cells Excel shows', () => {
  const withPoints = (points: string) => rows.map((row, index) => (index === 1 ? row.with(2, points) : row))

  test('points in words', async () => {
    const { inTable } = await linesOf(utf8(csv(';', withPoints('mười'))))
    expect(inTable).toEqual([
      'C3 [not-a-number] cột “Điểm tối đa” ghi “mười”; cần số điểm, ví dụ 2 hoặc 2,5; không văn bản nào nêu thì ghi “không nêu”',
    ])
  })

  test('columns that are not there, once each, before the cells', async () => {
    const kept = (line: readonly string[]) => line.filter((_, column) => column < 5 || column === 8)
    const table = [header, ...rows, ['1.3', 'Tỷ lệ khác', '1', 'tỷ lệ', '', '', '', '', 'chắc']]
    const text = table.map(line => kept(line).map(quoted).join(';')).join('\n')
    const { all } = await linesOf(utf8(text))
    expect(
      all.filter(line => !/metrics-made|Thông tin chung/.test(line)).map(line => line.slice(0, 70)),
    ).toEqual(
      [
        'Tiêu chí [missing-column] thiếu cột “Tử số”, trang Tiêu chí, dòng tiêu đề (dòng 1)',
        'Tiêu chí [missing-column] thiếu cột “Mẫu số”, trang Tiêu chí, dòng tiêu đề (dòng 1)',
        'Tiêu chí [missing-column] thiếu cột “Mục tiêu (%)”, trang Tiêu chí, dòng tiêu đề (dòng 1)',
        'Tiêu chí [missing-column] thiếu cột “Cách quy điểm”, trang Tiêu chí, dòng tiêu đề (dòng 1)',
        'F5 [unknown-word] cột “Mức chắc chắn” ghi “chắc”; cần một trong: “văn bản nêu”, “suy ra”, “minh họa”',
      ].map(line => line.slice(0, 70)),
    )
    expect(all.findIndex(line => /missing-column/.test(line))).toBeLessThan(
      all.findIndex(line => /Thông tin chung/.test(line)),
    )
  })

  test('an entry without a way to score, whatever else is missing', async () => {
    const bare = rows.map((row, index) => (index === 2 ? row.with(3, '').with(4, '') : row))
    const { inTable } = await linesOf(utf8(csv(';', bare)))
    expect(inTable).toHaveLength(1)
    expect(inTable[0]).toMatch(
      /^D4 \[leaf-without-rule\] mục được chấm phải có cách tính; điền “Cách tính” – một cách tính: “tỷ lệ”/,
    )
  })

  test('1.464 has two readings everywhere, 1,464 where commas separate the fields', async () => {
    const ambiguous = async (delimiter: string, points: string) =>
      (await linesOf(utf8(csv(delimiter, withPoints(points))))).inTable
    expect(await ambiguous(';', '1.464')).toHaveLength(1)
    expect(await ambiguous(';', '1,464')).toEqual([])
    expect(await ambiguous(',', '1,464')).toEqual([
      'C3 [ambiguous-number] cột “Điểm tối đa” ghi “1,464”; cần số chỉ đọc được một cách: có thể là 1.4640, có thể là 1464 – ghi lại một trong hai',
    ])
  })

  test('bands need the sheet a table does not have', async () => {
    const byBands = rows.map((row, index) => (index === 2 ? row.with(3, 'theo bậc') : row))
    const { inTable } = await linesOf(utf8(csv(';', byBands)))
    expect(inTable).toEqual([
      'D4 [no-rows] cột “Cách tính” ghi “theo bậc”; cần thêm ít nhất một dòng “bậc” ở trang “Bậc và mục” (tệp CSV không có trang này: dùng tệp XLSX)',
    ])
  })

  test('line breaks inside a field do not shift the rows', async () => {
    const broken = rows.map((row, index) =>
      index === 0 ? row.with(1, 'hai\ndòng') : index === 2 ? row.with(2, 'x') : row,
    )
    expect((await linesOf(utf8(csv(';', broken)))).inTable.map(line => line.slice(0, 2))).toEqual(['C4'])
  })

  test('another encoding, and a quote that never ends', async () => {
    const latin = await decodeRuleSheet(new Uint8Array([0x53, 0x54, 0x54, 0x3b, 0xd2, 0xea]), 'bang.csv')
    expect(latin.problems.map(({ code }) => code)).toEqual(['not-utf-8'])
    const open = await decodeRuleSheet(utf8(`${csv(';')}\n2;"mở ra`), 'bang.csv')
    expect(said(open)).toEqual(['A5 [open-quote] ô mở ngoặc kép ở dòng này không có ngoặc kép đóng'])
  })
})

test('a workbook with the wrong ending is no table', async () => {
  expect((await edited({})).decoded.ok).toBe(true)
  const written = await draftFromCsv(utf8(csv(';')), 'bang.csv')
  const sheet = written.ok ? await decodeRuleSheet(written.value, 'bang.csv') : null
  expect(sheet?.problems.map(({ code }) => code)).toEqual(['not-utf-8'])
})
