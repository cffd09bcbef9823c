import { describe, expect, test } from 'vitest'
import { decodeRuleSheet } from '../../../src/io/ruleSheet/decodeRuleSheet.ts'
import { ruleSheets } from '../../../src/io/ruleSheet/encodeRuleSheet.ts'
import type { WrittenCell, WrittenSheet } from '../../../src/io/xlsx.ts'
import type { Criterion, RuleSet } from '../../../src/model/ruleSet.ts'
import { aCriterion, aGroup, aRatioRule, aRuleSet } from '../../scoring/builders.ts'
import { everyKind } from '../../scoring/lint/everyKind.ts'
import { type Edits, edited, said, workbook } from './workbooks.ts'

/** Two ratios below one group, numbered as annexes are. */
const numbered = aRuleSet({
  criteria: [
    aGroup(
      'nhom',
      [
        aCriterion({ id: 'mot', code: '1.1', maxPoints: '2' }),
        aCriterion({ id: 'hai', code: '1.2', maxPoints: '3' }),
      ],
      { code: '1' },
    ),
  ],
})

async function read(edits: Edits = {}, ruleSet: RuleSet = numbered): Promise<RuleSet> {
  const { decoded, problems } = await edited(edits, {}, undefined, ruleSet)
  if (!decoded.ok) throw new Error(problems.map(({ path, message }) => `${path}: ${message.vi}`).join('\n'))
  return decoded.value
}

const leaf = (ruleSet: RuleSet, index = 0): Criterion | undefined => ruleSet.criteria[0]?.subCriteria?.[index]

/** The table with other rows. */
function withRows(
  title: string,
  change: (rows: readonly (readonly WrittenCell[])[]) => readonly (readonly WrittenCell[])[],
): readonly WrittenSheet[] {
  return ruleSheets(numbered).map(sheet =>
    sheet.name === title ? { ...sheet, rows: change(sheet.rows) } : sheet,
  )
}

describe('numbers', () => {
  test.each<readonly [string, Edits[string], string]>([
    ['a number', 2.5, '2.5'],
    ['a decimal comma', '2,5', '2.5'],
    ['a decimal dot', '2.5', '2.5'],
    ['what Excel keeps of 0.1 + 0.2', 0.30000000000000004, '0.3'],
    ['three decimals after a comma', '1,464', '1.464'],
    ['three decimals below one', '0.125', '0.125'],
    ['thousands and a comma', '1.464,5', '1464.5'],
    ['thousands apart', '1 464', '1464'],
    ['zeros at the end', '2,50', '2.50'],
    ['the result of a formula', { value: 3, formula: '1+2', formulaResult: 3 }, '3'],
  ])('%s', async (_, cell, points) => {
    expect(leaf(await read({ 'Tiêu chí!F3': cell }))?.maxPoints).toBe(points)
  })

  test.each<readonly [string, Edits[string], string]>([
    ['a number', 80, '80'],
    ['with its sign', '82,5%', '82.5'],
    ['0.07 in a cell that shows 7%', { value: 0.07, style: { numFmt: '0%' } }, '7'],
    ['0.825 in a cell that shows 82,50%', { value: 0.825, style: { numFmt: '0.00%' } }, '82.5'],
  ])('percentages: %s', async (_, cell, percent) => {
    const rule = leaf(await read({ 'Tiêu chí!L3': cell }))?.rule
    expect(rule).toEqual(aRatioRule({ targetPercent: percent }))
  })

  test('a share where a percentage is meant is taken as it stands, and doubted', async () => {
    const sheet = await edited({ 'Tiêu chí!L3': 0.8 }, {}, undefined, numbered)
    expect(sheet.decoded.ok).toBe(true)
    expect(said(sheet)).toEqual(['Tiêu chí!L3 [doubtful-value] đọc là 0,8%; nếu muốn nói 80% thì ghi 80'])
  })
})

describe('days', () => {
  test.each<readonly [string, Edits[string]]>([
    ['day first', '5/3/2026'],
    ['with dashes', '05-03-2026'],
    ['as the JSON file has it', '2026-03-05'],
    ['as a date of Excel', { value: new Date('2026-03-05T00:00:00Z'), style: { numFmt: 'm/d/yyyy' } }],
  ])('%s', async (_, cell) => {
    expect((await read({ 'Thông tin chung!B9': cell })).validFrom).toBe('2026-03-05')
  })
})

describe('what may be left to the reader', () => {
  test('the tree comes from the numbers', async () => {
    const ruleSet = await read()
    expect(ruleSet).toEqual(numbered)
    const [header, ...rows] = ruleSheets(numbered)[2]?.rows ?? []
    expect(header?.[2]).toBe('Mã cha')
    expect(rows.map(row => row[2])).toEqual([null, null, null])
  })

  test('a number with a dot or bracket behind it', async () => {
    const ruleSet = await read({ 'Tiêu chí!A2': '1.', 'Tiêu chí!A3': '1.1)' })
    expect(leaf(ruleSet)?.id).toBe('mot')
  })

  test('ids are made of names', async () => {
    const ruleSet = await read({
      'Tiêu chí!B3': null,
      'Tiêu chí!D3': 'Tỷ lệ hồ sơ nộp trực tuyến',
    })
    expect(leaf(ruleSet)?.id).toBe('ty-le-ho-so-nop-truc-tuyen')
  })

  test('policies, direction and, at 100%, the scaling', async () => {
    const ruleSet = await read({
      'Tiêu chí!N3': null,
      'Tiêu chí!O3': null,
      'Tiêu chí!P3': null,
      'Tiêu chí!Q3': null,
    })
    expect(leaf(ruleSet)?.rule).toEqual(aRatioRule())
  })

  test('the scaling below a target of 80% is nobody’s guess', async () => {
    const sheet = await edited({ 'Tiêu chí!L3': 80, 'Tiêu chí!O3': null }, {}, undefined, numbered)
    expect(said(sheet)).toEqual([
      'Tiêu chí!O3 [missing] cột “Cách quy điểm” để trống; cần một trong: “tỷ lệ × điểm tối đa”, “tỷ lệ ÷ mục tiêu × điểm tối đa”, “nội suy từ ngưỡng”',
    ])
  })

  test('metrics by name, criteria by number, documents by official number', async () => {
    const documents = [{ id: 'quyet-dinh-thu', number: '01/QĐ-THU' }]
    const sheet = await edited(
      {
        'Tiêu chí!J3': 'Số liệu done',
        'Bậc và mục!A2': 'CHOICE',
        'Thông tin chung!B8': '01/QĐ-THU',
        'Tiêu chí!AC3': '01/qđ-thu',
      },
      {},
      documents,
    )
    expect(said(sheet)).toEqual([])
    expect(sheet.decoded).toEqual({ ok: true, value: everyKind() })
  })

  test('words in other spellings', async () => {
    const ruleSet = await read({ 'Tiêu chí!H3': 'TỈ LỆ', 'Tiêu chí!N3': 'càng  cao càng tốt.' })
    expect(ruleSet).toEqual(numbered)
  })
})

describe('sheets', () => {
  const decode = async (sheets: readonly WrittenSheet[]) =>
    decodeRuleSheet(await workbook(sheets), 'bo-thu.xlsx')

  test('empty rows, a heading above the titles, another order of columns', async () => {
    const sheets = withRows('Tiêu chí', ([header = [], ...rows]) => [
      ['PHỤ LỤC I'],
      ['(Kèm theo Quyết định số 01/QĐ-THU)'],
      [],
      [...header].reverse(),
      ...rows.flatMap(row => [[], header.map((_, column) => row[header.length - 1 - column] ?? null)]),
      [],
    ])
    const { decoded, problems } = await decode(sheets)
    expect(problems).toEqual([])
    expect(decoded).toEqual({ ok: true, value: numbered })
  })

  test('a column nobody knows is a warning', async () => {
    const sheets = withRows('Tiêu chí', ([header = [], ...rows]) => [
      [...header, 'Đơn vị chủ trì'],
      ...rows.map(row => [...row, 'Sở thử']),
    ])
    const sheet = await decode(sheets)
    expect(sheet.decoded.ok).toBe(true)
    expect(said(sheet)).toEqual([
      'Tiêu chí!AO1 [unknown-column] cột này “Đơn vị chủ trì” không có trong mẫu nên không được đọc; xóa đi hoặc sửa tên cho đúng mẫu',
    ])
    expect(sheet.problems[0]?.severity).toBe('warning')
  })

  test('values below no title are a warning, once a column', async () => {
    const sheets = withRows('Tiêu chí', ([header = [], ...rows]) => [
      header,
      ...rows.map(row => [...header.map((_, column) => row[column] ?? null), 'ghi chú tay']),
    ])
    expect(said(await decode(sheets))).toEqual([
      'Tiêu chí!AO2 [untitled-column] ô ghi “ghi chú tay” nằm ở cột không có tiêu đề nên không được đọc',
    ])
  })

  test('a column that is missing, and one that is there twice', async () => {
    const sheets = withRows('Tiêu chí', ([header = [], ...rows]) => [
      header.map(title => (title === 'Điểm tối đa' ? 'Tên tiêu chí' : title)),
      ...rows,
    ])
    const lines = said(await decode(sheets))
    expect(lines).toEqual([
      'Tiêu chí [missing-column] thiếu cột “Điểm tối đa”, trang Tiêu chí, dòng tiêu đề (dòng 1)',
      'Tiêu chí!F1 [double-column] cột “Tên tiêu chí” có hai lần; chỉ giữ một',
    ])
  })

  test('columns that rules need are missed once, not row by row', async () => {
    const without = (titles: readonly string[]) =>
      withRows('Tiêu chí', ([header = [], ...rows]) => {
        const kept = header.flatMap((title, column) => (titles.includes(String(title)) ? [] : [column]))
        return [['PHỤ LỤC'], ...[header, ...rows].map(row => kept.map(column => row[column] ?? null))]
      })
    const lines = said(await decode(without(['Tử số', 'Mẫu số', 'Mục tiêu (%)'])))
    expect(lines).toEqual(
      ['Tử số', 'Mẫu số', 'Mục tiêu (%)'].map(
        title => `Tiêu chí [missing-column] thiếu cột “${title}”, trang Tiêu chí, dòng tiêu đề (dòng 2)`,
      ),
    )
    expect(said(await decode(without(['Cách tính'])))).toContain(
      'Tiêu chí [missing-column] thiếu cột “Cách tính”, trang Tiêu chí, dòng tiêu đề (dòng 2)',
    )
    // A source's place without the column for its document.
    expect(said(await decode(without(['Văn bản'])))).toEqual([
      'Tiêu chí [missing-column] thiếu cột “Văn bản”, trang Tiêu chí, dòng tiêu đề (dòng 2)',
    ])
  })

  test('a sheet of items without the columns it needs', async () => {
    const sheets = ruleSheets(everyKind()).map(sheet => {
      if (sheet.name !== 'Bậc và mục') return sheet
      const [header = [], ...rows] = sheet.rows
      const change = (row: readonly WrittenCell[]) =>
        row.filter((_, column) => !['Điểm', 'Số liệu'].includes(String(header[column])))
      return { ...sheet, rows: [header, ...rows].map(change) }
    })
    expect(said(await decode(sheets)).filter(line => /missing/.test(line))).toEqual([
      'Bậc và mục [missing-column] thiếu cột “Điểm”, trang Bậc và mục, dòng tiêu đề (dòng 1)',
      'Bậc và mục [missing-column] thiếu cột “Số liệu”, trang Bậc và mục, dòng tiêu đề (dòng 1)',
      // The other of the two is there and may be filled in instead.
      'Bậc và mục!I10 [missing] cột “Tỷ trọng (%)” để trống; cần đúng một trong: “Điểm” hoặc “Tỷ trọng (%)”',
    ])
  })

  test('a merged title and a value merged over two rows', async () => {
    const { problems } = await edited(
      { 'Tiêu chí!AC4': null },
      { merges: ['Tiêu chí!L1:M1', 'Tiêu chí!AC3:AC4'] },
      undefined,
      numbered,
    )
    expect(problems.slice(0, 2).map(({ path, code }) => [path, code])).toEqual([
      ['Tiêu chí!L1', 'merged-header'],
      ['Tiêu chí!AC3', 'merged-cells'],
    ])
  })

  test('no row of titles', async () => {
    const sheet = await decode(withRows('Tiêu chí', ([, ...rows]) => rows))
    expect(said(sheet)).toEqual([
      'Tiêu chí!A1 [no-header] không thấy dòng tiêu đề cột trong 20 dòng đầu; cần các cột “STT”, “Mã”, “Tên tiêu chí”, “Điểm tối đa”, “Mức chắc chắn”',
    ])
  })

  test('sheets of other names: which are missed, which of them looks like it', async () => {
    const sheet = await edited(
      {},
      { renamed: { 'Tiêu chí': 'Sheet1', 'Thông tin chung': null } },
      undefined,
      numbered,
    )
    const lines = said(sheet)
    expect(lines[0]).toMatch(
      /^ \[no-sheet\] không có trang “Thông tin chung”; tệp này có các trang “Hướng dẫn”, “Sheet1”/,
    )
    expect(lines[1]).toMatch(/^ \[no-sheet\] không có trang “Tiêu chí”/)
    expect(lines.at(-1)).toBe(
      'Sheet1 [unknown-sheet] trang “Sheet1” không có trong mẫu nên không được đọc; nếu đây là trang “Tiêu chí” thì đổi tên trang cho đúng',
    )
  })

  test('a line nobody knows and one that is there twice', async () => {
    const sheet = await edited(
      {
        'Thông tin chung!A50': 'Người lập',
        'Thông tin chung!B50': 'Phòng thử',
        'Thông tin chung!A51': 'tổng điểm',
        'Thông tin chung!B51': 5,
      },
      {},
      undefined,
      numbered,
    )
    expect(sheet.problems.map(({ path, code, severity }) => [path, code, severity])).toEqual([
      ['Thông tin chung!B50', 'unknown-line', 'warning'],
      ['Thông tin chung!B51', 'double-line', 'error'],
    ])
  })

  test('without the sheet of metrics they are made of the names in the columns', async () => {
    const sheet = await edited(
      { 'Tiêu chí!J3': 'Hồ sơ nộp trực tuyến' },
      { renamed: { 'Số liệu': null } },
      undefined,
      numbered,
    )
    expect(sheet.problems.map(({ code, severity }) => [code, severity])).toEqual([
      ['metrics-made', 'warning'],
    ])
    expect(sheet.decoded.ok && sheet.decoded.value.metrics).toEqual([
      { id: 'ho-so-nop-truc-tuyen', name: 'Hồ sơ nộp trực tuyến', unit: 'số lượng', valueType: 'count' },
      { id: 'all', name: 'all', unit: 'số lượng', valueType: 'count' },
      { id: 'done', name: 'done', unit: 'số lượng', valueType: 'count' },
    ])
  })
})
