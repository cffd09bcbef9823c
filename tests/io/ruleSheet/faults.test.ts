import { describe, expect, test } from 'vitest'
import { edited, said } from './workbooks.ts'

const documents = [{ id: 'quyet-dinh-thu', number: '01/QĐ-THU' }]

test('the workbook without a change has nothing to complain about', async () => {
  const sheet = await edited({}, {}, documents)
  expect(said(sheet)).toEqual([])
  expect(sheet.decoded.ok).toBe(true)
})

/** What was typed, where the problem is said, its code and words of its sentence. */
const cells: readonly (readonly [string, Parameters<typeof edited>[0], string, RegExp])[] = [
  ['no number', { 'Tiêu chí!A3': null }, 'Tiêu chí!A3 [missing]', /cột “STT” để trống; cần điền ô này/],
  ['no name', { 'Tiêu chí!D3': null }, 'Tiêu chí!D3 [missing]', /cột “Tên tiêu chí” để trống/],
  [
    'points in words',
    { 'Tiêu chí!F3': 'mười' },
    'Tiêu chí!F3 [not-a-number]',
    /cột “Điểm tối đa” ghi “mười”; cần số điểm, ví dụ 2 hoặc 2,5; không văn bản nào nêu thì ghi “không nêu”/,
  ],
  ['no points', { 'Tiêu chí!F3': null }, 'Tiêu chí!F3 [missing]', /để trống; cần số điểm/],
  [
    'a number with two readings',
    { 'Tiêu chí!F3': '1.464' },
    'Tiêu chí!F3 [ambiguous-number]',
    /có thể là 1,464, có thể là 1464/,
  ],
  [
    'points as a percentage',
    { 'Tiêu chí!F3': { value: 0.5, style: { numFmt: '0%' } } },
    'Tiêu chí!F3 [became-percent]',
    /ghi “50%”; cần .*đổi sang định dạng số/,
  ],
  [
    'two rows with one id',
    { 'Tiêu chí!B4': 'ratio' },
    'Tiêu chí!B4 [duplicate-id]',
    /mã “ratio” đã có ở dòng 3/,
  ],
  ['an id with accents', { 'Tiêu chí!B4': 'có không' }, 'Tiêu chí!B4 [not-an-id]', /cần mã không dấu/],
  [
    'a parent nobody knows',
    { 'Tiêu chí!C3': 'khong-co' },
    'Tiêu chí!C3 [unknown-parent]',
    /cột “Mã cha” ghi “khong-co”; cần mã hoặc STT của một dòng khác/,
  ],
  [
    'a number without its parent',
    { 'Tiêu chí!A3': '9.1', 'Tiêu chí!C3': null },
    'Tiêu chí!A3 [no-parent]',
    /ghi “9.1”; cần một dòng có STT “9” làm mục cha/,
  ],
  ['a circle of parents', { 'Tiêu chí!C2': 'ratio' }, 'Tiêu chí!C2 [parent-cycle]', /sửa cột “Mã cha”/],
  [
    'an unknown way to score',
    { 'Tiêu chí!H3': 'tỉ trọng' },
    'Tiêu chí!H3 [unknown-kind]',
    /cột “Cách tính” ghi “tỉ trọng”; cần một cách tính: “tỷ lệ”, “có\/không”/,
  ],
  [
    'figures but no way to score',
    { 'Tiêu chí!H4': null },
    'Tiêu chí!H4 [missing]',
    /cột “Cách tính” để trống; cần một cách tính/,
  ],
  [
    'an unknown metric',
    { 'Tiêu chí!J3': 'Hồ sơ lạ' },
    'Tiêu chí!J3 [unknown-metric]',
    /cột “Tử số” ghi “Hồ sơ lạ”; cần mã \(hoặc đúng tên\) một số liệu ở trang “Số liệu”/,
  ],
  ['a ratio without denominator', { 'Tiêu chí!K3': null }, 'Tiêu chí!K3 [missing]', /cột “Mẫu số” để trống/],
  [
    'a target above 100%',
    { 'Tiêu chí!L3': 120 },
    'Tiêu chí!L3 [percent-outside]',
    /cột “Mục tiêu \(%\)” ghi “120”; cần phần trăm/,
  ],
  [
    'an unknown direction',
    { 'Tiêu chí!N3': 'ngang' },
    'Tiêu chí!N3 [unknown-word]',
    /cần một trong: “càng cao càng tốt”, “càng thấp càng tốt”/,
  ],
  [
    'a column its kind does not read',
    { 'Tiêu chí!L4': 80 },
    'Tiêu chí!L4 [unused-cell]',
    /cần ô để trống: cách tính “có\/không” không dùng cột này/,
  ],
  [
    'a parameter nobody knows',
    { 'Tiêu chí!AA3': 'nhân đôi: có' },
    'Tiêu chí!AA3 [unknown-parameter]',
    /mỗi dòng một tham số/,
  ],
  [
    'a missing parameter',
    { 'Tiêu chí!AA11': 'tính từ số liệu: due\nsố ngày cho phép: 2' },
    'Tiêu chí!AA11 [missing]',
    /cần dòng “lịch: …”/,
  ],
  [
    'an unknown certainty',
    { 'Tiêu chí!AB3': 'chắc' },
    'Tiêu chí!AB3 [unknown-word]',
    /cần một trong: “văn bản nêu”, “suy ra”, “minh họa”/,
  ],
  [
    'an unknown document',
    { 'Tiêu chí!AC3': '99/QĐ-LẠ' },
    'Tiêu chí!AC3 [unknown-document]',
    /cột “Văn bản” ghi “99\/QĐ-LẠ”; cần mã hoặc số hiệu/,
  ],
  [
    'a place without its document',
    { 'Tiêu chí!AC3': null },
    'Tiêu chí!AC3 [invalid-type]',
    /cột “Văn bản” để trống; cần điền “Văn bản”/,
  ],
  [
    'a name too long for charts',
    { 'Tiêu chí!E3': 'n'.repeat(37) },
    'Tiêu chí!E3 [too-big]',
    /cần nhiều nhất 36 ký tự/,
  ],
  [
    'a number that became a date',
    { 'Tiêu chí!A3': { value: new Date('2026-01-02T00:00:00Z'), style: { numFmt: 'dd/mm/yyyy' } } },
    'Tiêu chí!A3 [became-date]',
    /ghi “02\/01\/2026”; cần chữ; Excel đã đổi thành ngày/,
  ],
  [
    'a formula without a result',
    { 'Tiêu chí!F3': { value: null, formula: 'SUM(F4:F6)' } },
    'Tiêu chí!F3 [formula-without-result]',
    /ô là công thức chưa có kết quả/,
  ],
  [
    'a cell in error',
    { 'Tiêu chí!F3': { value: '#N/A', type: 'error' } },
    'Tiêu chí!F3 [error-cell]',
    /ghi “#N\/A”/,
  ],
  [
    'a date that is none',
    { 'Thông tin chung!B9': '31/02/2026' },
    'Thông tin chung!B9 [not-a-date]',
    /dòng “Áp dụng từ ngày” ghi “31\/02\/2026”; cần ngày, ví dụ 31\/12\/2026/,
  ],
  [
    'no total',
    { 'Thông tin chung!B12': null },
    'Thông tin chung!B12 [missing]',
    /dòng “Tổng điểm” để trống; cần số điểm/,
  ],
  [
    'rounding nobody understands',
    { 'Thông tin chung!B18': 'hai số' },
    'Thông tin chung!B18 [not-a-rounding]',
    /cần “không làm tròn”, hoặc số chữ số thập phân/,
  ],
  [
    'a row of bands that belongs to nothing',
    { 'Bậc và mục!A2': 'mục lạ' },
    'Bậc và mục!A2 [unknown-owner]',
    /cột “Thuộc mục” ghi “mục lạ”; cần mã hoặc STT/,
  ],
  [
    'a row of the wrong kind',
    { 'Bậc và mục!B2': 'bậc' },
    'Bậc và mục!B2 [unknown-row]',
    /cột “Loại dòng” ghi “bậc”; cần “mức chọn”/,
  ],
  ['a band without points', { 'Bậc và mục!J7': null }, 'Bậc và mục!J7 [missing]', /cột “Điểm” để trống/],
  [
    'an edge that is no number',
    { 'Bậc và mục!H7': 'bốn' },
    'Bậc và mục!H7 [not-a-number]',
    /cần số \(lấy cả số đó\), hoặc “>4”/,
  ],
  [
    'points and percent of one deduction',
    { 'Bậc và mục!K10': 25 },
    'Bậc và mục!K10 [too-many]',
    /cần đúng một trong: “Điểm” hoặc “Tỷ trọng \(%\)”/,
  ],
  [
    'neither points nor percent',
    { 'Bậc và mục!J10': null },
    'Bậc và mục!J10 [missing]',
    /cần đúng một trong/,
  ],
  [
    'parts out of order',
    { 'Các phần!B3': 3 },
    'Các phần!B3 [wrong-order]',
    /cột “Phần” ghi “3”; cần số 2, theo thứ tự dòng/,
  ],
  [
    'a part scored by a sum',
    { 'Các phần!E2': 'tổng các phần' },
    'Các phần!E2 [unknown-kind]',
    /cần một cách tính: “tỷ lệ”/,
  ],
  ['a metric without unit', { 'Số liệu!C2': null }, 'Số liệu!C2 [missing]', /cột “Đơn vị tính” để trống/],
  [
    'an unknown type of value',
    { 'Số liệu!D2': 'chuỗi' },
    'Số liệu!D2 [unknown-word]',
    /cần một trong: “số đếm”/,
  ],
  [
    'a calendar day in words',
    { 'Lịch nghỉ!D3': 'ngày lễ' },
    'Lịch nghỉ!D3 [not-a-date]',
    /cột “Ngày” ghi “ngày lễ”/,
  ],
  [
    'a second row for one calendar',
    { 'Lịch nghỉ!B3': 'lịch', 'Lịch nghỉ!E3': '01/05/2026', 'Lịch nghỉ!F3': 'suy ra' },
    'Lịch nghỉ!B3 [one-head-row]',
    /cần đúng một dòng “lịch” cho mỗi mã/,
  ],
  [
    'an example value in words',
    { 'Ví dụ!E3': 'nhiều' },
    'Ví dụ!E3 [not-a-number]',
    /cần số, ngày hoặc “thiếu”/,
  ],
  [
    'a quota without its most',
    { 'Điều kiện xếp loại!D3': null },
    'Điều kiện xếp loại!D3 [missing]',
    /cột “Nhiều nhất \(%\)” để trống/,
  ],
]

describe('one fault, said at its cell', () => {
  test.each(cells)('%s', async (_, edits, at, words) => {
    const sheet = await edited(edits, {}, documents)
    const lines = said(sheet)
    expect(lines.filter(line => line.startsWith(at))).toHaveLength(1)
    expect(lines.find(line => line.startsWith(at))).toMatch(words)
    expect(lines).toHaveLength(1)
    expect(sheet.decoded.ok).toBe(false)
  })
})

test('an empty cell is asked for by the name of its column', async () => {
  const needed = async (cell: string) => {
    const { problems } = await edited({ [cell]: null }, {}, documents)
    expect(problems).toHaveLength(1)
    return problems[0]?.expected
  }
  expect(await needed('Thông tin chung!B4')).toEqual({
    vi: 'điền “Tên bộ chỉ số” – như văn bản ghi',
    en: 'fill in “Tên bộ chỉ số”',
  })
  expect(await needed('Thông tin chung!B12')).toEqual({
    vi: 'điền “Tổng điểm” – số điểm, ví dụ 2 hoặc 2,5',
    en: 'fill in “Tổng điểm” – a number of points such as 2 or 2,5',
  })
  expect(await needed('Tiêu chí!K3')).toMatchObject({ vi: expect.stringMatching(/^điền “Mẫu số” – mã /) })
  expect(await needed('Bậc và mục!C2')).toMatchObject({ vi: 'điền “Nhãn”', en: 'fill in “Nhãn”' })
})

describe('an entry without a way to score', () => {
  const bare = { 'Tiêu chí!H4': null, 'Tiêu chí!I4': null }

  test('is said at once beside other faults, at its cell', async () => {
    const sheet = await edited({ ...bare, 'Tiêu chí!F3': 'mười' }, {}, documents)
    const [, leaf] = sheet.problems
    expect(sheet.problems.map(({ path, code }) => `${path} ${code}`)).toEqual([
      'Tiêu chí!F3 not-a-number',
      'Tiêu chí!H4 leaf-without-rule',
    ])
    expect(leaf?.expected.vi).toMatch(/^mục được chấm phải có cách tính; điền “Cách tính” – /)
    expect(leaf?.place.title).toBe('Cách tính')
  })

  test('alone is left to the linter, who says it once', async () => {
    const sheet = await edited(bare, {}, documents)
    expect(said(sheet)).toEqual([])
    expect(sheet.decoded.ok).toBe(true)
  })
})

test('all faults at once, in the order of the cells, what was found apart from what is needed', async () => {
  const sheet = await edited(
    {
      'Số liệu!D2': 'chuỗi',
      'Tiêu chí!F3': 'mười',
      'Thông tin chung!B12': 'một trăm',
      'Tiêu chí!K3': null,
    },
    {},
    documents,
  )
  expect(sheet.problems.map(({ path }) => path)).toEqual([
    'Thông tin chung!B12',
    'Tiêu chí!F3',
    'Tiêu chí!K3',
    'Số liệu!D2',
  ])
  const [total] = sheet.problems
  expect(total?.place).toEqual({
    sheet: 'Thông tin chung',
    row: 12,
    column: 1,
    title: 'Tổng điểm',
    isLine: true,
    found: 'một trăm',
  })
  expect(total?.expected).toEqual({
    vi: 'số điểm, ví dụ 2 hoặc 2,5',
    en: 'a number of points such as 2 or 2,5',
  })
  expect(total?.message.en).toBe(
    'line “Tổng điểm” says “một trăm”; needed: a number of points such as 2 or 2,5',
  )
})
