import fc from 'fast-check'
import type {
  DisplayedCell,
  DisplayedColumn,
  DisplayedRow,
  DisplayedTable,
} from '../../../src/model/displayedTable.ts'
import type { ExportOrigin } from '../../../src/model/exportOrigin.ts'
import { formatNumber } from '../../../src/ui/formatNumber.ts'

/** What an exported file is of, for tests. */
export const origin: ExportOrigin = {
  format: 1,
  kind: 'table',
  offer: 'bang',
  path: '/agencies',
  search: { ruleSet: 'mau-tinh-cqs', agency: 'sở "một"' },
  language: 'vi',
  appVersion: '1.0.0',
  madeAt: '2026-11-22T08:00:00+07:00',
  ruleSet: { id: 'mau-tinh-cqs', version: '1.0', sha256: 'a'.repeat(64) },
  dataHash: 'b'.repeat(64),
  lines: [
    { label: 'Bộ chỉ số', text: 'Bộ mẫu "cấp tỉnh"; bản 1,0' },
    { label: 'Phạm vi', text: '38 đơn vị, tháng 10/2026' },
    { label: 'Lúc', text: '08:00 ngày 22/11/2026' },
  ],
}

export const textCell = (text: string): DisplayedCell => ({ text })

/** A number as screens write it, with words around it. */
export function numberCell(
  value: string,
  places: number,
  more: {
    isSigned?: boolean
    isPercent?: boolean
    before?: string
    after?: string
    language?: 'vi' | 'en'
  } = {},
): DisplayedCell {
  const { isSigned = false, isPercent = false, before = '', after = '', language = 'vi' } = more
  const digits = formatNumber(value, language, { minPlaces: places, signed: isSigned })
  return {
    text: `${before}${digits}${isPercent ? '%' : ''}${after}`,
    number: { value, places, isSigned, isPercent, before, after },
  }
}

export function column(id: string, more: Partial<DisplayedColumn> = {}): DisplayedColumn {
  return { id, head: `Cột ${id}`, align: 'left', width: 12, ...more }
}

export function row(cells: readonly DisplayedCell[], more: Partial<DisplayedRow> = {}): DisplayedRow {
  return { id: 'r', kind: 'row', depth: 0, cells, ...more }
}

export function table(more: Partial<DisplayedTable> = {}): DisplayedTable {
  return {
    id: 'bang',
    name: 'Bảng',
    title: 'Sở A dẫn đầu với 98,5 điểm.',
    columns: [column('a'), column('b', { align: 'right' })],
    rows: [row([textCell('Sở A'), numberCell('98.5', 2)])],
    notes: [],
    narrowed: [],
    empty: 'Không có đơn vị nào khớp bộ lọc.',
    ...more,
  }
}

/** Every text of the rows in order, where something stands. */
export function textsOf({ rows }: DisplayedTable): readonly string[] {
  return rows.flatMap(({ cells }) => cells.map(({ text }) => text)).filter(text => text.trim() !== '')
}

const nasty = [
  '=1+1',
  '+84 912',
  '-5 đơn vị',
  '@SUM(A1)',
  '=HYPERLINK("http://x","a")',
  "'=1+1",
  "''+2",
  'a;=1+1;b',
  'a,@x',
  'x;"=cmd|\' /C calc\'!A0"',
  "một; '-hai",
  '＝1+1',
  '+2,5',
  '-1',
  '−1,2',
  '1/2',
  '1.10',
  '00123',
  '1e5',
  '_x000D_',
  '<&>"',
  'nói "một cửa"',
  '"',
  "'",
  '67,49–73,49',
  'thiếu',
  'TRUE',
  'Ban Quản lý các khu kinh tế và các khu công nghiệp Đắk Lắk',
  'parboard1.abc',
]

/** One line, single blanks, letters in one piece: what a cell may say. */
const words = fc
  .oneof(
    fc.constantFrom(...nasty),
    fc.string({ maxLength: 20 }),
    fc.string({ unit: 'grapheme', maxLength: 12 }),
  )
  .map(text => text.normalize('NFC').replace(/\s+/g, ' ').trim())

const number = fc
  .record({
    whole: fc.integer({ min: -2_000_000, max: 2_000_000 }),
    places: fc.integer({ min: 0, max: 4 }),
    isSigned: fc.boolean(),
    isPercent: fc.boolean(),
    before: fc.constantFrom('', 'suy ra ', '≥ ', 'hạng "', '~"ngày" ', 'h:mm '),
    after: fc.constantFrom('', '\u00a0điểm', '/38', ' ngày', '" [1]', ' \\ 2'),
  })
  .map(({ whole, places, ...more }) => {
    const digits = String(Math.abs(whole)).padStart(places + 1, '0')
    const cut = digits.length - places
    const sign = whole < 0 ? '-' : ''
    return numberCell(
      `${sign}${digits.slice(0, cut)}${places > 0 ? `.${digits.slice(cut)}` : ''}`,
      places,
      more,
    )
  })

const cell = fc.oneof(words.map(textCell), number)

/** Tables of every kind of row and cell. */
export const tables: fc.Arbitrary<DisplayedTable> = fc.integer({ min: 1, max: 6 }).chain(width =>
  fc.record({
    id: fc.constant('bang'),
    name: words,
    title: words,
    notes: fc.array(words, { maxLength: 3 }),
    narrowed: fc.array(words, { maxLength: 3 }),
    empty: fc.constant('Không có dòng nào.'),
    columns: fc.array(
      fc.record({
        id: fc.constant('c'),
        head: words,
        above: fc.option(fc.constantFrom('Trên', 'Dưới'), { nil: undefined }),
        align: fc.constantFrom('left' as const, 'right' as const, 'center' as const),
        width: fc.integer({ min: 1, max: 80 }),
      }),
      { minLength: width, maxLength: width },
    ),
    rows: fc.array(
      fc.oneof(
        fc.record({
          id: fc.constant('r'),
          kind: fc.constantFrom('row' as const, 'group' as const, 'total' as const),
          depth: fc.integer({ min: 0, max: 3 }),
          cells: fc.array(cell, { minLength: width, maxLength: width }),
        }),
        fc.record({
          id: fc.constant('h'),
          kind: fc.constantFrom('heading' as const, 'gap' as const),
          depth: fc.constant(0),
          cells: fc.tuple(cell),
        }),
      ),
      { maxLength: 8 },
    ),
  }),
)
