import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { csvCell, shownCell } from '../../../src/io/exports/csvCell.ts'
import { csvRows } from '../../../src/io/exports/tableCsv.ts'
import { numberCell, row, textCell } from './exportTables.ts'

describe('cells of a CSV file as a spreadsheet takes them', () => {
  test('numbers less than zero have the minus that can be summed, and are no formula', () => {
    const cells = [numberCell('-1234.5', 2), numberCell('-3', 0, { isPercent: true }), numberCell('2', 1)]
    expect(csvRows([row(cells)], ';')).toBe('"-1.234,50";-3%;"2,0"\r\n')
    expect(shownCell('-1.234,50')).toBe('−1.234,50')
  })

  test('a number with words around it is text and keeps its sign', () => {
    expect(csvCell(numberCell('-1', 2, { before: 'suy ra ' }))).toBe('suy ra −1,00')
  })

  test.each([
    '12/14',
    '8/11',
    '1.1',
    '3.5',
    '10.1',
    '2026-10',
    '10:30',

    '-5',
    '007',
    '1234567890123456',
    '-5%',
  ])('the text %s stays text and is read back as it was', text => {
    expect(csvCell(textCell(text))).toBe(`\u00a0${text}`)
    expect(shownCell(`\u00a0${text}`)).toBe(text)
  })

  test('a number over its maximum is a fraction to a spreadsheet: it stays text', () => {
    expect(csvCell(numberCell('8', 0, { after: '/11' }))).toBe('\u00a08/11')
  })

  test.each(['30/06/2020', '12', '+2,5', '5%', '2026', '0', '4.x', '67,49–73,49', 'thiếu', '', '-', '…'])(
    '%s is left as it is',
    text => {
      expect(csvCell(textCell(text))).toBe(text)
      expect(shownCell(text)).toBe(text)
    },
  )

  test('whatever a cell says comes back', () => {
    const text = fc.string({
      unit: fc.constantFrom('\u00a0', '+', '-', '\u2212', '1', '0', '.', ',', ':', '/', '%', 'x'),
    })
    fc.assert(
      fc.property(text, shown => {
        expect(shownCell(csvCell(textCell(shown)))).toBe(shown)
      }),
      { numRuns: 2000 },
    )
  })
})
