import { expect, test } from 'vitest'
import { splitText } from '../../src/io/csv.ts'
import { writeCsv } from '../../src/io/writeCsv.ts'

test('what was written is read back, quotes, line breaks and semicolons too', () => {
  const records = [
    ['STT', 'Nhiệm vụ'],
    ['1a', 'Nói "một cửa"; hai\ndòng'],
    ['', ' khoảng trắng '],
  ]
  const text = writeCsv(records)
  expect(text.startsWith('\uFEFF')).toBe(true)
  expect(splitText(text.slice(1), ';').records.filter(record => record.join('') !== '')).toEqual(records)
})

test.each(['=1+1', '+84', '-5', '@SUM(A1)', '\t=1', '\r=1'])('%j is never a formula', text => {
  expect(writeCsv([[text]])).toBe(`\uFEFF"'${text}"\r\n`)
})

test('numbers stay numbers', () => {
  expect(writeCsv([[12, -3]])).toBe('\uFEFF12;-3\r\n')
})
