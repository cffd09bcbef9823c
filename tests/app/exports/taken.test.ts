import { describe, expect, test } from 'vitest'
import { exportFileName } from '../../../src/app/exports/exportRun.ts'
import { shownHash, vietnamInstant } from '../../../src/app/exports/originTexts.ts'
import { pictureLines } from '../../../src/app/exports/pictureLines.ts'
import { tableText } from '../../../src/app/exports/tableText.ts'
import { originWords } from '../../../src/app/exports/words.ts'
import type { DisplayedTable } from '../../../src/model/displayedTable.ts'

describe('names of files', () => {
  test.each([
    [
      '/criteria',
      { ruleSet: 'mau-tinh-cqs', period: '2026-10', agency: 'mh-so-noi-vu', stage: 'closed', lang: 'vi' },
      'bang-cham-diem-theo-tieu-chi_mau-tinh-cqs_2026-10_mh-so-noi-vu.xlsx',
    ],
    // A table of a group is of nobody in it.
    [
      '/agencies',
      { ruleSet: 'mau-tinh-cqs', period: '2026-10', agency: 'mh-so-noi-vu', group: 'mh-so' },
      'bang-cham-diem-theo-tieu-chi_mau-tinh-cqs_2026-10_mh-so.xlsx',
    ],
    ['/review', { round: 'r-1' }, 'bang-cham-diem-theo-tieu-chi_r-1.xlsx'],
    // Of no agency, whichever is chosen.
    ['/sources', { agency: 'mh-so-noi-vu', ruleSet: 'mau-tinh-cqs' }, 'bang-cham-diem-theo-tieu-chi.xlsx'],
    [
      '/tasks',
      { agency: 'mh-so-noi-vu', plan: 'ke-hoach-1' },
      'bang-cham-diem-theo-tieu-chi_ke-hoach-1.xlsx',
    ],
    [
      '/rule-sets',
      { agency: 'mh-so-noi-vu', period: '2026-10', ruleSet: 'mau-tinh-cqs' },
      'bang-cham-diem-theo-tieu-chi_mau-tinh-cqs.xlsx',
    ],
  ])('on %s say what it is and of which view', (path, search, name) => {
    expect(exportFileName('Bảng chấm điểm theo tiêu chí', { path, search }, '.xlsx')).toBe(name)
  })

  test('hold nothing that a disk would not take', () => {
    expect(exportFileName('a/b', { path: '/', search: { period: '../x' } }, '.csv')).toBe('a-b_..-x.csv')
    expect(exportFileName('–', undefined, '.csv')).toBe('tep.csv')
  })

  test('are no longer than a list of files shows, and end with a whole word', () => {
    const name = exportFileName('Đường đi của điểm qua các kỳ, '.repeat(4), undefined, '.csv')
    expect(name).toBe('duong-di-cua-diem-qua-cac-ky-duong-di-cua-diem-qua-cac-ky.csv')
  })
})

describe('a table as text to paste', () => {
  const table: DisplayedTable = {
    id: 't',
    name: 'Bảng',
    title: 'Bảng',
    columns: [
      { id: 'name', head: 'Tiêu chí', align: 'left', width: 20 },
      { id: 'points', head: 'Điểm', align: 'right', width: 8 },
    ],
    rows: [
      { id: 'h', kind: 'heading', depth: 0, cells: [{ text: 'Lĩnh vực 1' }] },
      {
        id: 'a',
        kind: 'row',
        depth: 1,
        cells: [{ text: '=HYPERLINK("x")' }, { text: '\u22120,38', number: { value: '-0.38', places: 2 } }],
      },
      {
        id: 'b',
        kind: 'row',
        depth: 1,
        cells: [
          { text: 'có\ttab\nvà dòng' },
          { text: 'suy ra 5,75', number: { value: '5.75', places: 2, before: 'suy ra ' } },
        ],
      },
    ],
    notes: [],
    narrowed: [],
    empty: 'Không có tiêu chí nào.',
  }

  test('parts fields by tabs, keeps numbers numbers, and runs nothing', () => {
    expect(tableText(table).split('\r\n')).toEqual([
      'Tiêu chí\tĐiểm',
      'Lĩnh vực 1',
      '\'=HYPERLINK("x")\t-0,38',
      'có tab và dòng\tsuy ra 5,75',
    ])
  })

  test('has the heads above, where there are some', () => {
    const [first, ...others] = table.columns
    const columns = first ? [first, ...others.map(each => ({ ...each, above: 'Thẩm định' }))] : []
    expect(tableText({ ...table, columns }).split('\r\n')[0]).toBe('\tThẩm định')
  })

  test('without rows says why', () => {
    expect(tableText({ ...table, rows: [] })).toBe('Tiêu chí\tĐiểm\r\nKhông có tiêu chí nào.')
  })
})

describe('texts of an origin', () => {
  test('a hash is shown in three groups of four', () => {
    expect(shownHash('a1b2c3d4e5f60718')).toBe('a1b2 c3d4 e5f6')
  })

  test('a moment has the offset of Viet Nam, also over midnight', () => {
    expect(vietnamInstant(Date.UTC(2026, 10, 21, 12, 5, 42))).toBe('2026-11-21T19:05:42+07:00')
    expect(vietnamInstant(Date.UTC(2026, 10, 21, 17, 0, 0))).toBe('2026-11-22T00:00:00+07:00')
  })

  test('a picture says its rules, figures, page and moment, not its scope once more', () => {
    const words = originWords.vi
    const lines = [words.ruleSet, words.scope, words.dataHash, words.app, words.madeAt].map(label => ({
      label,
      text: 'x',
    }))
    expect(pictureLines(lines, 'vi')).toEqual(['Bộ chỉ số: x', 'Mã số liệu: x', 'Phiên bản: x', 'Lập lúc: x'])
  })
})
