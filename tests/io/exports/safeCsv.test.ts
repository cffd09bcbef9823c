import fc from 'fast-check'
import { expect, test } from 'vitest'
import { splitText } from '../../../src/io/csv.ts'
import { csvLine, fieldText } from '../../../src/io/exports/safeCsv.ts'

const separators = [';', ',', '\t'] as const
/** A number with its sign, alone or before the next mark, is none. */
const formula = /^[\s\u00a0"]*(?:[=@＝＠]|[+\-＋－](?!\d[\d.,]*\u00a0?%?["\s]*(?:$|[;,\t])))/
const signs = fc.constantFrom(
  '=',
  '+',
  '-',
  '@',
  '＝',
  ';',
  ',',
  '\t',
  '"',
  "'",
  ' ',
  'A',
  'cmd|',
  '(',
  '1',
  '2,5',
  '%',
)
const fields = fc.array(signs, { maxLength: 9 }).map(parts => parts.join(''))

test('a formula behind the mark of the other dialect is quoted and kept from being run', () => {
  expect(csvLine(["a;+1-cmd|' /C calc'!A0"], ',')).toBe(`"a;'+1-cmd|' /C calc'!A0"\r\n`)
  expect(csvLine(['a,=1', 'b'], ';')).toBe(`"a,'=1";b\r\n`)
  expect(csvLine(['+2,5', '−1,2', 'x'], ';')).toBe('"+2,5";"−1,2";x\r\n')
})

test('no piece is a formula, whatever mark splits the file and whether quotes are honoured', () => {
  fc.assert(
    fc.property(
      fc.array(fields, { minLength: 1, maxLength: 4 }),
      fc.constantFrom(';', ','),
      (record, own) => {
        const line = csvLine(record, own as ';' | ',')
        for (const mark of separators) {
          for (const piece of splitText(line, mark).records.flat()) expect(piece).not.toMatch(formula)
          for (const piece of line.replace(/\r\n$/, '').split(mark)) expect(piece).not.toMatch(formula)
        }
        expect(splitText(line, own as ';' | ',').records[0]?.map(fieldText) ?? ['']).toEqual(record)
      },
    ),
    { numRuns: 3000 },
  )
})
