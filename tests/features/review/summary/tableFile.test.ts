import { describe, expect, test } from 'vitest'
import { numberOf, tableCsv, tableWorkbookOf } from '../../../../src/features/review/summary/tableFile.ts'
import { pastedCells } from '../../../../src/features/review/summary/useTypedGrid.ts'

const file = {
  language: 'vi',
  title: 'Bảng tổng hợp',
  notes: ['Phạm vi: Nhóm'],
  columns: [
    { name: 'Đơn vị', width: 20 },
    { name: 'Điểm', width: 10, isNumber: true },
  ],
  rows: [
    ['=HYPERLINK("x")', '1.234,50'],
    ['Sở "A"; B', '\u22120,38'],
  ],
  foot: ['Lập lúc …'],
} as const

test('text that looks like a formula stays text; fields are quoted where they must be', () => {
  expect(tableCsv(file)).toBe(
    [
      '\uFEFFBảng tổng hợp',
      'Phạm vi: Nhóm',
      '',
      'Đơn vị;Điểm',
      `"'=HYPERLINK(""x"")";1.234,50`,
      '"Sở ""A""; B";\u22120,38',
      '',
      'Lập lúc …',
      '',
    ].join('\r\n'),
  )
})

test('numbers of a workbook are numbers with the decimals that are shown, the head is repeated on paper', () => {
  const [sheet] = tableWorkbookOf(file).sheets
  expect(sheet?.rows[4]?.map(cell => cell?.content)).toEqual([
    { kind: 'text', text: '=HYPERLINK("x")' },
    { kind: 'number', value: 1234.5 },
  ])
  expect(sheet?.rows[4]?.[1]?.look?.format).toEqual({ places: 2 })
  expect(sheet?.rows[5]?.[1]?.content).toEqual({ kind: 'number', value: -0.38 })
  // Title, a note, an empty row: the head is the fourth.
  expect(sheet?.rows[3]?.[0]?.content).toEqual({ kind: 'text', text: 'Đơn vị' })
  expect(sheet?.page?.titleRows).toEqual([4, 4])
})

describe('numbers as shown', () => {
  test.each([
    ['94,24', 'vi', 94.24, 2],
    ['1.234', 'vi', 1234, 0],
    ['1,234.5', 'en', 1234.5, 1],
    ['92,10%', 'vi', 92.1, 2],
    ['+0,5', 'vi', 0.5, 1],
  ] as const)('%s (%s) is %s', (shown, language, value, places) => {
    expect(numberOf(shown, language)).toEqual({ value, places })
  })

  test.each(['78,32–84,32', '3 (đồng hạng 3)', '12/38', '', 'chưa so', '1234567890123456'])(
    '%s stays text',
    shown => {
      expect(numberOf(shown, 'vi')).toBeNull()
    },
  )
})

test('cells as Excel copies them', () => {
  expect(pastedCells('1,5\t2\r\n3\t4\r\n')).toEqual([
    ['1,5', '2'],
    ['3', '4'],
  ])
  // An empty cell in the middle keeps its place.
  expect(pastedCells('1\n\n3')).toEqual([['1'], [''], ['3']])
})
