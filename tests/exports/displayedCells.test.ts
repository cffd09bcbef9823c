import { describe, expect, test } from 'vitest'
import { column, figureCell, headingRow, textCell, withoutEmpty } from '../../src/exports/displayedCells.ts'

test('parts of a cell stand on one line with single blanks, and what is nothing is left out', () => {
  expect(textCell('quá hạn\u00a05\u00a0ngày', null, false, undefined, '', 'kỳ\n tới')).toEqual({
    text: 'quá hạn 5 ngày kỳ tới',
  })
  expect(textCell()).toEqual({ text: '' })
})

describe('figures with what they are of', () => {
  test.each([
    ['71,53/98', '71.53', 2, '/98'],
    ['+2,35\u00a0điểm', '2.35', 2, ' điểm'],
    ['\u22121,2\u00a0điểm %', '-1.2', 1, ' điểm %'],
    ['1.234', '1234', 0, undefined],
  ] as const)('%s is a number', (shown, value, places, after) => {
    const { text, number } = figureCell(shown, 'vi')
    expect(text).toBe(shown.replaceAll('\u00a0', ' '))
    expect(number).toMatchObject({ value, places, ...(after === undefined ? {} : { after }) })
  })

  test.each(['69,82–74,82/98', 'thiếu số liệu', '', 'mức thấp +1, mức cao +2', '27/30 chế độ báo cáo'])(
    '%s stays text',
    shown => expect(figureCell(shown, 'vi')).toEqual({ text: shown }),
  )

  test('a share keeps its percent sign', () => {
    expect(figureCell('84,57%', 'vi')).toEqual({
      text: '84,57%',
      number: { value: '84.57', places: 2, isPercent: true },
    })
  })
})

test('columns that nothing stands in go, headings stay whole', () => {
  const row = (id: string, ...cells: readonly string[]) =>
    ({ id, kind: 'row', depth: 0, cells: cells.map(text => textCell(text)) }) as const
  const table = {
    id: 'x',
    name: 'x',
    title: 'x',
    columns: [column('a', 'A', 5), column('b', 'B', 5), column('c', 'C', 5)],
    rows: [headingRow('h', 'Nhóm'), row('1', 'một', '', ''), row('2', '', '', 'ba')],
    notes: [],
    narrowed: [],
    empty: '',
  }
  const left = withoutEmpty(table, ['b', 'c'])
  expect(left.columns.map(({ id }) => id)).toEqual(['a', 'c'])
  expect(left.rows.map(({ cells }) => cells.map(({ text }) => text))).toEqual([
    ['Nhóm'],
    ['một', ''],
    ['', 'ba'],
  ])
  // Not among those that may go.
  expect(withoutEmpty(table, []).columns).toHaveLength(3)
})
