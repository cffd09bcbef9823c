import { describe, expect, test } from 'vitest'
import { agencyFinder } from '../../../src/io/figureImport/findAgency.ts'
import { periodOfText } from '../../../src/io/figureImport/periodText.ts'
import { formOf } from '../../../src/scoring/form/formOf.ts'
import { bookOf, dayCell, percentCell } from './books.ts'
import { agencies, commune, figuresOf, problemsOf, readBytes, readText, ward } from './targets.ts'

const titles = ['STT', 'Chỉ tiêu', 'Đơn vị tính', 'Kỳ trước', 'Kỳ này', 'Ghi chú'] as const

describe('a table of somebody else in XLSX', () => {
  test('numbers, dates, ticks and truths are taken as they are typed', async () => {
    const book = await bookOf({
      name: 'Số liệu',
      rows: [
        ['BÁO CÁO SỐ LIỆU THÁNG 11 NĂM 2026'],
        ['Đơn vị:', 'UBND phường Ngân Minh'],
        [],
        [...titles],
        [1, 'Hồ sơ tiếp nhận trong tháng', 'hồ sơ', 659, 1464, ''],
        [2, 'Ngày chốt số liệu', 'ngày', null, dayCell('2026-11-30'), ''],
        [3, 'Công khai lịch tiếp công dân', 'có/không', 1, true, ''],
        [4, 'Đã công khai danh sách chậm muộn trong tháng', 'có/không', 1, 0, ''],
        [5, 'Nhiệm vụ hoàn thành trễ hạn', 'nhiệm vụ', 3, '1.464', ''],
        ['', 'Tổng cộng', '', 1, 9999, ''],
      ],
    })
    const read = await readBytes(book, 'bang.xlsx')
    expect(figuresOf(read)).toEqual({
      'hs-tiep-nhan': '1464',
      'ngay-chot': '30/11/2026',
      'tr-lich-tiep': 'Có',
      'ck-cham-muon': 'Không',
      'nv-tre-han': '1.464',
    })
    expect(read.problems).toEqual([])
    expect(read.subject).toMatchObject({ agencyId: 'mh-phuong-ngan-minh', period: '2026-11' })
    expect(read.entries[0]?.place).toEqual({
      sheet: 'Số liệu',
      cell: 'E5',
      title: 'Hồ sơ tiếp nhận trong tháng',
    })
  })

  test('cells that cannot be meant are explained, each at its place', async () => {
    const book = await bookOf({
      name: 'T11',
      rows: [
        [...titles],
        [1, 'Hồ sơ tiếp nhận trong tháng', 'hồ sơ', null, 12.5],
        [2, 'Ngày chốt số liệu', 'ngày', null, 46086],
        [3, 'Hồ sơ giải quyết trong tháng', 'hồ sơ', null, dayCell('2026-12-01')],
        [4, 'Hồ sơ giải quyết quá hạn', 'hồ sơ', null, percentCell(0.45)],
        [5, 'Hồ sơ, kết quả được số hóa', 'hồ sơ', null, { value: null, formula: 'SUM(A1:A9)' }],
        [6, 'Hồ sơ trả đồng thời kết quả điện tử', 'hồ sơ', null, { value: '#DIV/0!', type: 'error' }],
        [7, 'Nhiệm vụ hoàn thành đúng hạn', 'nhiệm vụ', null, true],
        [8, 'Nhiệm vụ hoàn thành trễ hạn', 'nhiệm vụ', null, '=1+1'],
        [9, 'Hồ sơ nộp trực tuyến toàn trình', 'hồ sơ', null, -3],
        [10, 'Hồ sơ không có thật', 'hồ sơ', null, 3],
        [11, 'Phiếu “hài lòng”', 'phiếu', null, 3],
      ],
    })
    const read = await readBytes(book, 'bang.xlsx')
    expect(read.entries).toEqual([])
    expect(problemsOf(read)).toEqual([
      'T11 E2 not-whole',
      'T11 E3 not-a-date',
      'T11 E4 unexpected-date',
      'T11 E5 unexpected-percent',
      'T11 E6 formula',
      'T11 E7 formula-error',
      'T11 E8 unexpected-truth',
      'T11 E9 formula',
      'T11 E10 negative',
      'T11 B11 unknown-figure',
      '(T11 B12 not-asked)',
    ])
  })

  test('a share formatted as % is what it shows; one that lost its sign is asked about', async () => {
    // The demonstration has counts only: one of them as a share.
    const metrics = ward.ruleSet.metrics.map(metric =>
      metric.id === 'tt-tin-bai' ? { ...metric, valueType: 'percent' as const, unit: '%' } : metric,
    )
    const ruleSet = { ...ward.ruleSet, metrics }
    const target = { ...ward, ruleSet, form: formOf(ruleSet, 'commune') }
    const id = 'tt-tin-bai'
    const of = async (cell: Parameters<typeof percentCell>[0] | ReturnType<typeof percentCell>) => {
      const book = await bookOf({
        name: 'S',
        rows: [
          ['Chỉ tiêu', 'Giá trị'],
          [id, cell],
        ],
      })
      return readBytes(book, 'a.xlsx', target)
    }
    expect(figuresOf(await of(percentCell(0.455)))).toEqual({ [id]: '45,5' })
    // 0.1 + 0.2 in binary: Excel shows 30%.
    expect(figuresOf(await of(percentCell(0.30000000000000004)))).toEqual({ [id]: '30' })
    const bare = await of(0.455)
    expect(figuresOf(bare)).toEqual({ [id]: '0,455' })
    expect(problemsOf(bare)).toEqual(['(S B2 tiny-share)'])
    const doubtful = await of(1.464)
    expect(doubtful.entries[0]?.edit).toMatchObject({ entry: { text: '1,464', meant: '1.464' } })
    expect(doubtful.problems).toEqual([])
  })

  test('numerator and denominator in two columns under one title in two rows', async () => {
    const book = await bookOf({
      name: 'Bảng',
      rows: [
        ['Mã tiêu chí', 'Tiêu chí', 'Số liệu', null, 'Điểm tự chấm'],
        [null, null, 'Tử số', 'Mẫu số', null],
        ['1.1', 'Xử lý văn bản trên mạng', 361, 364, 4.5],
        ['2.1', null, 63, 64, null],
        ['2.5', null, 63, 64, null],
        ['4.2', null, null, null, 3],
      ],
      merges: [
        [0, 2, 0, 3],
        [0, 0, 1, 0],
      ],
    })
    const read = await readBytes(book, 'bang.xlsx')
    expect(figuresOf(read)).toEqual({
      'vb-xu-ly-mang': '361',
      'vb-phai-xu-ly': '364',
      'dvc-toan-trinh': '63',
      'dvc-du-dieu-kien': '64',
    })
    expect(read.entries.map(({ edit }) => edit).filter(({ kind }) => kind === 'claim')).toEqual([
      { kind: 'claim', criterionId: 'van-ban-mang', claim: { text: '4,5' } },
    ])
    expect(problemsOf(read)).toEqual(['Bảng C5 no-fraction', '(Bảng E6 no-claim)'])
  })

  test('a merged name holds for its rows, a merged figure for the first alone', async () => {
    const book = await bookOf({
      name: 'Gộp',
      rows: [
        ['Tiêu chí', 'Chỉ tiêu', 'Giá trị'],
        ['Nhiệm vụ được giao', 'Nhiệm vụ UBND tỉnh giao đến hạn trong tháng', 12],
        [null, 'Nhiệm vụ hoàn thành đúng hạn', null],
        [null, 'Nhiệm vụ hoàn thành trễ hạn', 2],
      ],
      merges: [
        [1, 0, 3, 0],
        [1, 2, 2, 2],
      ],
    })
    const read = await readBytes(book, 'gop.xlsx')
    expect(figuresOf(read)).toEqual({ 'nv-giao': '12', 'nv-tre-han': '2' })
    expect(problemsOf(read)).toEqual(['(Gộp C3 merged)'])
    expect(read.problems[0]?.message.vi).toContain('C2:C3')
  })

  test('renamed columns are recognised or named; wrong and hidden sheets are skipped, the first with a sentence', async () => {
    const rows = [
      ['TT', 'NỘI DUNG CHỈ TIÊU', 'Kết quả thực hiện', 'Số của phòng'],
      [1, 'Hồ sơ tiếp nhận trong tháng', 7, 8],
    ]
    const read = await readBytes(
      await bookOf(
        {
          name: 'Danh sách cán bộ',
          rows: [
            ['Họ tên', 'Chức vụ'],
            ['Nguyễn Văn A', 'Chuyên viên'],
          ],
        },
        { name: 'Số liệu', rows },
        { name: 'Nháp', rows: [['x', 1]], hidden: true },
      ),
      'bang.xlsx',
    )
    expect(figuresOf(read)).toEqual({ 'hs-tiep-nhan': '7' })
    expect(problemsOf(read)).toEqual(['(Số liệu D1 unknown-column)', '(Danh sách cán bộ not-a-table)'])
  })

  test('the same field twice with other figures: the first stands, the second is said with both places', async () => {
    const rows = [
      ['Chỉ tiêu', 'Giá trị'],
      ['nv-giao', 7],
      ['nv-giao', 8],
      ['nv-giao', 7],
    ]
    const read = await readBytes(await bookOf({ name: 'A', rows }), 'bang.xlsx')
    expect(figuresOf(read)).toEqual({ 'nv-giao': '7' })
    expect(problemsOf(read)).toEqual(['A B3 twice'])
    expect(read.problems[0]?.message.vi).toContain('A, B2')
  })

  test('an ordinal beside an unknown name is no criterion; a code beside a new name is, with a remark', async () => {
    const rows = [
      ['STT', 'Tiêu chí', 'Tử số', 'Mẫu số'],
      [1, 'Gì đó khác', 7, 8],
      ['2.1', 'Dịch vụ công, tên cũ', 63, 64],
    ]
    const read = await readBytes(await bookOf({ name: 'A', rows }), 'bang.xlsx')
    expect(figuresOf(read)).toEqual({ 'dvc-toan-trinh': '63', 'dvc-du-dieu-kien': '64' })
    expect(problemsOf(read)).toEqual(['A B2 unknown-figure', '(A B3 other-name)'])
  })
})

describe('a table of many agencies', () => {
  const head = ['Mã đơn vị', 'Đơn vị', 'Hồ sơ tiếp nhận trong tháng', 'hs-truc-tuyen']
  const rowsOf = (name: string, code = '') => [
    head,
    ['', 'Phường Trúc Nham', 1, 1],
    [code, name, 659, 459],
    ['', 'Tổng cộng', 660, 460],
  ]
  test.each([
    ['UBND phường Ngân Minh, Tỉnh Minh Họa', ''],
    ['Phường Ngân Minh', ''],
    ['phuong ngan minh', ''],
    ['Ủy ban nhân dân phường Ngân Minh', ''],
    ['Uỷ ban nhân dân P. Ngân Minh', ''],
    ['UBND PHƯỜNG NGÂN MINH'.normalize('NFD'), ''],
    ['tên cũ', 'MH.028'],
    ['mh-phuong-ngan-minh', ''],
  ])('the row of the draft is found as %s %s', async (name, code) => {
    const read = await readBytes(await bookOf({ name: 'Tổng hợp', rows: rowsOf(name, code) }), 'th.xlsx')
    expect(figuresOf(read)).toEqual({ 'hs-tiep-nhan': '659', 'hs-truc-tuyen': '459' })
    expect(problemsOf(read)).toEqual([])
  })

  test('agencies that match nobody are named, and so is who is there', async () => {
    const read = await readBytes(
      await bookOf({ name: 'Tổng hợp', rows: rowsOf('Phường Không Có') }),
      'th.xlsx',
    )
    expect(read.entries).toEqual([])
    expect(problemsOf(read)).toEqual(['(Tổng hợp unknown-agencies)', 'Tổng hợp no-agency-row'])
    expect(read.problems[0]?.message.vi).toContain('“Phường Không Có”')
    expect(read.problems[1]?.message.vi).toContain('Phường Ngân Minh')
  })

  test('the only row of another agency is offered with a warning', async () => {
    const rows = [head, ['', 'Phường Trúc Nham', 5, 4]]
    const read = await readBytes(await bookOf({ name: 'A', rows }), 'th.xlsx')
    expect(figuresOf(read)).toEqual({ 'hs-tiep-nhan': '5', 'hs-truc-tuyen': '4' })
    expect(problemsOf(read)).toEqual(['(other-agency)'])
  })

  test('rows of several periods: the one of the draft', async () => {
    const rows = [
      [...head, 'Kỳ'],
      ['', 'Phường Ngân Minh', 5, 4, 'Tháng 10/2026'],
      ['', 'Phường Ngân Minh', 7, 6, '11/2026'],
    ]
    const read = await readBytes(await bookOf({ name: 'A', rows }), 'th.xlsx')
    expect(figuresOf(read)).toEqual({ 'hs-tiep-nhan': '7', 'hs-truc-tuyen': '6' })
  })

  test('aliases, and names that two provinces share', () => {
    const known = [
      ...agencies,
      { id: 'khac-so-noi-vu', code: null, name: 'Sở Nội vụ', level: 'department' as const, parentId: 'khac' },
      {
        id: 'mh-khac',
        code: null,
        name: 'Trung tâm Số',
        level: 'department' as const,
        parentId: 'tinh-minh-hoa',
        aliases: ['TT Số tỉnh'],
      },
    ]
    const find = agencyFinder({ agencies: known, agencyId: 'mh-so-xay-dung' })
    expect(find('sở nội vụ')?.id).toBe('mh-so-noi-vu')
    expect(find('tt so tinh')?.id).toBe('mh-khac')
    expect(find('__proto__')).toBeNull()
    expect(find('')).toBeNull()
    expect(agencyFinder({ agencies: known, agencyId: 'nobody' })('Sở Nội vụ')).toBeNull()
  })
})

describe('CSV in every way Excel writes it', () => {
  const rows = [
    ['Chỉ tiêu', 'Giá trị'],
    ['Hồ sơ tiếp nhận trong tháng', '1.464'],
    ['Nhiệm vụ, công việc "gấp"', '3'],
    ['Nhiệm vụ hoàn thành đúng hạn', '12'],
  ]
  const quote = (cell: string, mark: string) =>
    cell.includes(mark) || cell.includes('"') ? `"${cell.replaceAll('"', '""')}"` : cell
  const text = (mark: string) => rows.map(row => row.map(cell => quote(cell, mark)).join(mark)).join('\r\n')
  const utf16 = (content: string, isBig: boolean) => {
    const codes = [...`\ufeff${content}`].flatMap(sign => {
      const code = sign.charCodeAt(0)
      return isBig ? [code >> 8, code & 255] : [code & 255, code >> 8]
    })
    return new Uint8Array(codes)
  }
  const utf8 = (content: string) => new TextEncoder().encode(content)
  test.each([
    ['semicolons', utf8(text(';'))],
    ['commas', utf8(text(','))],
    ['tabs', utf8(text('\t'))],
    ['a byte mark', utf8(`\ufeff${text(';')}`)],
    ['UTF-16, little end first', utf16(text('\t'), false)],
    ['UTF-16, big end first', utf16(text('\t'), true)],
    ['taken-apart letters', utf8(text(';').normalize('NFD'))],
    ['old line ends', utf8(text(';').replaceAll('\r\n', '\r'))],
  ])('%s', async (_, bytes) => {
    const read = await readBytes(bytes, 'bang.csv')
    expect(figuresOf(read)).toEqual({ 'hs-tiep-nhan': '1.464', 'nv-dung-han': '12' })
    expect(problemsOf(read)).toEqual(['A3 unknown-figure'])
  })

  test('rows without titles are recognised by their names', async () => {
    const read = await readText('nv-giao,12\nnv-dung-han,10\n', 'a.csv')
    expect(figuresOf(read)).toEqual({ 'nv-giao': '12', 'nv-dung-han': '10' })
  })

  test('lines above the table say whose figures they are', async () => {
    const read = await readText(
      'Đơn vị: UBND phường Trúc Nham;\nKỳ: tháng 10 năm 2026;\nChỉ tiêu;Giá trị\nnv-giao;12\n',
      'a.csv',
    )
    expect(problemsOf(read)).toEqual(['(other-agency)', '(other-period)'])
    expect(figuresOf(read)).toEqual({ 'nv-giao': '12' })
  })
})

test.each([
  ['Tháng 11 năm 2026', '2026-11'],
  ['T11/2026', '2026-11'],
  ['11/2026', '2026-11'],
  ['2026-11', '2026-11'],
  ['Quý III/2026', '2026-Q3'],
  ['quý 4 năm 2026', '2026-Q4'],
  ['2026-Q3', '2026-Q3'],
  ['Năm 2026', '2026'],
  ['10/10/2026', '2026-10-10'],
  ['ngày 10 tháng 10 năm 2026', '2026-10-10'],
  ['Tháng 13/2026', null],
  ['Kế hoạch 37', null],
])('%s is the period %s', (text, period) => {
  expect(periodOfText(text)).toBe(period)
})

test('nothing here depends on the rule set of the demonstration', async () => {
  const read = await readText('Mã tiêu chí;Tử số;Mẫu số\n1.1;3;4\n', 'a.csv', commune)
  expect(figuresOf(read)).toEqual({
    'PUBLISH_ON_TIME.numerator': '3',
    'PUBLISH_ON_TIME.denominator': '4',
  })
  expect(ward.form.metricIds.length).toBeGreaterThan(40)
})
