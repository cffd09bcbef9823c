import { describe, expect, test } from 'vitest'
import { type BookSheet, bookOf, dayCell } from './books.ts'
import { figuresOf, problemsOf, readBytes, readText, ward } from './targets.ts'

// Figures of other agencies and other months never get into the draft unseen.

const us = 'UBND phường Ngân Minh'
const others = 'UBND xã Thạch Minh'
const csv = (...rows: readonly string[]) => readText(rows.join('\n'), 'bang.csv')

describe('a long table with a column of agencies or periods', () => {
  test('gives the rows of the draft alone; the others are counted, with the first place', async () => {
    const read = await csv(
      'Đơn vị;Chỉ tiêu;Giá trị',
      `${others};nv-giao;10`,
      `${others};nv-dung-han;20`,
      `${us};nv-giao;77`,
      `Tỉnh Minh Họa;nv-giao;99`,
    )
    expect(figuresOf(read)).toEqual({ 'nv-giao': '77' })
    expect(problemsOf(read)).toEqual(['(B2 rows-left-out)'])
    expect(read.problems[0]?.message.vi).toContain(`3 dòng của đơn vị khác hoặc kỳ khác`)
    expect(read.problems[0]?.message.vi).toContain(`“${others}”, “Tỉnh Minh Họa”`)
    expect(read.subject).toMatchObject({ agencyId: ward.agencyId, period: null })
  })

  test('is refused where none is ours, with whom it is about', async () => {
    const read = await csv('Mã đơn vị;Chỉ tiêu;Giá trị', `${others};nv-giao;10`, 'Phường Không Có;nv-giao;3')
    expect(read.entries).toEqual([])
    expect(problemsOf(read)).toEqual(['B2 no-agency-row'])
    expect(read.problems[0]?.message.vi).toContain(`bảng là của “${others}”, “Phường Không Có”`)
    expect(read.problems[0]?.message.en).toContain('2026-11')
  })

  test('a blank agency is the one above; merged cells as well', async () => {
    const rows = [
      ['Đơn vị', 'Chỉ tiêu', 'Giá trị'],
      [us, 'nv-giao', 1],
      [null, 'nv-dung-han', 2],
      [others, 'nv-tre-han', 3],
      [null, 'hs-qua-han', 4],
    ] as const
    const merged = await bookOf({ name: 'S', rows, merges: [[3, 0, 4, 0]] })
    for (const book of [await bookOf({ name: 'S', rows }), merged]) {
      const read = await readBytes(book, 'a.xlsx')
      expect(figuresOf(read)).toEqual({ 'nv-giao': '1', 'nv-dung-han': '2' })
      expect(problemsOf(read)).toEqual(['(S B4 rows-left-out)'])
    }
  })

  test.each([
    ['Tháng 10/2026', 'Tháng 11/2026'],
    ['2026-10', '2026-11'],
    ['Tháng 10', 'Tháng 11'],
    ['Lũy kế 11 tháng', 'T11/2026'],
    // Excel makes a day of "11/2026".
    [dayCell('2026-10-31'), dayCell('2026-11-01')],
    [dayCell('2026-12-01'), dayCell('2026-11-30')],
    [dayCell('2025-11-15'), dayCell('2026-11-15')],
  ])('of %s and %s the second is the period of the draft', async (before, now) => {
    const rows = [
      ['Kỳ', 'Chỉ tiêu', 'Giá trị'],
      [before, 'nv-giao', 10],
      [now, 'nv-giao', 77],
      [before, 'nv-dung-han', 5],
    ]
    const read = await readBytes(await bookOf({ name: 'S', rows }), 'a.xlsx')
    expect(figuresOf(read)).toEqual({ 'nv-giao': '77' })
    expect(problemsOf(read)).toEqual(['(S B2 rows-left-out)'])
    expect(read.subject).toMatchObject({ agencyId: null, period: '2026-11' })
  })

  test('of other months alone is refused', async () => {
    const read = await csv('Kỳ;Chỉ tiêu;Giá trị', 'Tháng 10/2026;nv-giao;10')
    expect(read.entries).toEqual([])
    expect(read.problems[0]?.message.vi).toContain('bảng là của “tháng 10/2026”')
  })

  test('“Đơn vị” heads units of measure as well, and an empty column says nothing', async () => {
    for (const [title, cell] of [
      ['Đơn vị', 'nhiệm vụ'],
      ['Đơn vị', ''],
      ['Kỳ', ''],
    ]) {
      const read = await csv(`Chỉ tiêu;${title};Giá trị`, `nv-giao;${cell};10`)
      expect(figuresOf(read)).toEqual({ 'nv-giao': '10' })
      expect(read.problems).toEqual([])
    }
  })

  test('the same figure twice is a matter of our rows', async () => {
    const read = await csv(
      'Đơn vị;Chỉ tiêu;Giá trị',
      `${others};nv-giao;10`,
      `${us};nv-giao;77`,
      `${us};nv-giao;78`,
    )
    expect(figuresOf(read)).toEqual({ 'nv-giao': '77' })
    expect(problemsOf(read)).toEqual(['(B2 rows-left-out)', 'C4 twice'])
  })
})

describe('several columns that may hold the same', () => {
  test('one of them counts for every row, and the others are said once', async () => {
    const read = await csv(
      'Chỉ tiêu;Số lượng;Thực hiện;Ghi chú;Giải trình',
      'nv-giao;10;20;a;b',
      'nv-dung-han;;30;;',
    )
    expect(figuresOf(read)).toEqual({ 'nv-giao': '10' })
    expect(problemsOf(read)).toEqual(['(C1 column-not-used)', '(E1 column-not-used)'])
    expect(read.problems[0]?.message.vi).toContain('cột “Thực hiện” không dùng vì đã lấy cột “Số lượng” (B)')
  })

  test('a column that is empty in every row is not taken', async () => {
    const read = await csv('Chỉ tiêu;Số lượng;Thực hiện', 'nv-giao;;20', 'nv-dung-han;;30')
    expect(figuresOf(read)).toEqual({ 'nv-giao': '20', 'nv-dung-han': '30' })
    expect(read.problems).toEqual([])
  })
})

describe('a wide table with several rows of ours', () => {
  const head = 'Đơn vị;Kỳ;nv-giao;nv-dung-han'

  test('gives none and names the rows', async () => {
    const read = await csv('Đơn vị;nv-giao;nv-dung-han', `${us};10;20`, `${others};1;1`, `${us};99;98`)
    expect(read.entries).toEqual([])
    expect(problemsOf(read)).toEqual(['A2 several-rows'])
    expect(read.problems[0]?.message.vi).toContain('dòng 2, 4')
  })

  test('an exact period goes before one that nobody can read', async () => {
    const read = await csv(head, `${us};Lũy kế 11 tháng;1000;2000`, `${us};11/2026;99;98`)
    expect(figuresOf(read)).toEqual({ 'nv-giao': '99', 'nv-dung-han': '98' })
    expect(read.problems).toEqual([])
  })

  test('two rows of the period are as doubtful as two of other periods', async () => {
    for (const period of ['11/2026', '10/2026']) {
      const read = await csv(head, `${us};${period};1;2`, `${us};${period};3;4`)
      expect(read.entries).toEqual([])
      expect(problemsOf(read)).toContain('A2 several-rows')
    }
  })

  test('the only row is taken, with a remark where its period cannot be read', async () => {
    const read = await csv(head, `${us};Lũy kế 11 tháng;1000;2000`)
    expect(figuresOf(read)).toEqual({ 'nv-giao': '1000', 'nv-dung-han': '2000' })
    expect(problemsOf(read)).toEqual(['(A2 unclear-period)'])
  })
})

describe('several sheets of one workbook', () => {
  const sheetOf = (name: string, above: readonly string[], ...figures: readonly [string, number][]) => ({
    name,
    rows: [[...above], ['Chỉ tiêu', 'Kỳ này'], ...figures],
  })
  const readBook = async (...sheets: readonly BookSheet[]) => readBytes(await bookOf(...sheets), 'a.xlsx')
  const october = sheetOf('Một', ['BÁO CÁO THÁNG 10 NĂM 2026'], ['nv-giao', 10], ['nv-tre-han', 20])
  const november = sheetOf('Hai', ['BÁO CÁO THÁNG 11 NĂM 2026'], ['nv-giao', 99], ['nv-dung-han', 30])

  test('of several months the one of the draft is read, wherever it stands; the others are named', async () => {
    for (const sheets of [
      [october, november],
      [november, october],
    ]) {
      const read = await readBook(...sheets)
      expect(figuresOf(read)).toEqual({ 'nv-giao': '99', 'nv-dung-han': '30' })
      expect(problemsOf(read)).toEqual(['(Một other-sheet)'])
      expect(read.problems[0]?.message.vi).toContain('trang “Một” là số liệu tháng 10/2026')
      expect(read.subject.period).toBe('2026-11')
    }
  })

  test('so is the one of the agency; a sheet that says nothing goes along', async () => {
    const read = await readBook(
      sheetOf('A', ['Đơn vị:', others], ['nv-giao', 555]),
      sheetOf('B', ['Đơn vị:', us], ['nv-dung-han', 1]),
      sheetOf('C', [''], ['nv-tre-han', 2]),
    )
    expect(figuresOf(read)).toEqual({ 'nv-dung-han': '1', 'nv-tre-han': '2' })
    expect(problemsOf(read)).toEqual(['(A other-sheet)'])
  })

  test('names of sheets say the month where nothing above the table does', async () => {
    const read = await readBook(
      sheetOf('Tháng 10', [''], ['nv-giao', 10]),
      sheetOf('Tháng 11', [''], ['nv-giao', 99]),
    )
    expect(figuresOf(read)).toEqual({ 'nv-giao': '99' })
    expect(problemsOf(read)).toEqual(['(Tháng 10 other-sheet)'])
    // A year, or the number of a form, is no month.
    for (const name of ['2026', 'Biểu 1 2026', 'Quý IV'])
      expect((await readBook(sheetOf(name, [''], ['nv-giao', 10]))).problems).toEqual([])
  })

  test('none of ours: each is said, and its reader decides', async () => {
    const read = await readBook(october, sheetOf('Ba', ['THÁNG 9 NĂM 2026'], ['nv-dung-han', 3]))
    expect(figuresOf(read)).toEqual({ 'nv-giao': '10', 'nv-tre-han': '20', 'nv-dung-han': '3' })
    expect(problemsOf(read)).toEqual(['(Một other-period)', '(Ba other-period)'])
  })

  test('several of one other month are said once, of the file', async () => {
    const read = await readBook(october, {
      ...october,
      name: 'Ba',
      rows: [...november.rows].with(0, ['THÁNG 10 NĂM 2026']),
    })
    expect(problemsOf(read)).toContain('(other-period)')
    expect(problemsOf(read).filter(each => each.includes('other-'))).toHaveLength(1)
  })
})
