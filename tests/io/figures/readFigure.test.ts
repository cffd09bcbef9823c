import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { claimText } from '../../../src/io/figures/claimText.ts'
import { plainDecimal } from '../../../src/io/figures/plainDecimal.ts'
import { type FigureOptions, readFigure } from '../../../src/io/figures/readFigure.ts'
import { writeFigure } from '../../../src/io/figures/writeFigure.ts'
import type { Metric } from '../../../src/model/ruleSet.ts'
import { formatNumber } from '../../../src/ui/formatNumber.ts'

type Kind = Pick<Metric, 'valueType' | 'unit'>
const count: Kind = { valueType: 'count', unit: 'hồ sơ' }
const percent: Kind = { valueType: 'percent', unit: '%' }
const number: Kind = { valueType: 'number', unit: 'triệu đồng' }
const flag: Kind = { valueType: 'flag', unit: 'có/không' }
const date: Kind = { valueType: 'date', unit: 'ngày' }
const option: Kind = { valueType: 'option', unit: 'mức' }

/** What a text comes to, in short. */
function read(text: string, metric: Kind, options: FigureOptions = [], meant?: string): string {
  const reading = readFigure(text, metric, options, meant)
  switch (reading.kind) {
    case 'empty':
      return 'empty'
    case 'value':
      return reading.isRead ? `${reading.value} read` : reading.value
    case 'unclear':
      return reading.choices.map(({ value }) => value).join(' or ')
    case 'wrong':
      return `! ${reading.code}`
  }
}

describe('numbers as people write them', () => {
  test.each([
    ['1.234,56', '1234.56 read'],
    ['1234,56', '1234.56'],
    ['1234.56', '1234.56'],
    ['1 234,56', '1234.56 read'],
    ['1\u00a0234,56', '1234.56 read'],
    ['1\u2009234,56', '1234.56 read'],
    ['1\u202f234,56', '1234.56 read'],
    ['1,234.56', '1234.56 read'],
    ['1.234.567,8', '1234567.8 read'],
    ['1,234,567.8', '1234567.8 read'],
    ['1.234.567', '1234567 read'],
    ['\uff11\uff12\uff13\uff14\uff0c\uff15', '1234.5'],
    ['\uff11\uff12\uff05', '! unexpected-percent'],
    ['  12,5\t', '12.5'],
    ['\u200b12\u200d,\ufeff5\u00ad', '12.5'],
    ['\u202d12,5\u202c', '12.5'],
    ['\u221212,5', '-12.5'],
    ['\u201312,5', '-12.5'],
    ['- 12,5', '-12.5'],
    ['+12,5', '12.5'],
    ['-0,0', '0'],
    [',5', '0.5'],
    ['007', '7'],
    ['0,464', '0.464'],
    ['0.464', '0.464'],
    ['1464', '1464'],
    ['1.464', '1464 or 1.464'],
    ['1,464', '1464 or 1.464'],
    ['-1.464', '-1464 or -1.464'],
    ['12.464', '12464 or 12.464'],
    ['1464,123', '1464.123'],
    ['12 triệu đồng', '12'],
    ['', 'empty'],
    [' \u00a0\u200b', 'empty'],
  ])('%j is %s', (text, said) => {
    expect(read(text, number)).toBe(said)
  })

  test.each([
    '1.2.3',
    '1,2,3',
    '1.23.456',
    '1.2345.678',
    '1.234.56',
    '0.123.456',
    '0 464',
    '1 2345',
    '1 234 56',
    '1  234 .5',
    '12a',
    'a12',
    '1e3',
    '1E+05',
    '(12)',
    '12-',
    '12..5',
    '12,',
    '.',
    '-',
    '--5',
    '1\n234',
    '1\t234',
    '12²',
    '1½',
    '①',
    '١٢',
    "1'234",
    'NaN',
    'Infinity',
    '0x10',
    '=1+1',
    '12\u202e34',
    'Hồ sơ',
    '45%%',
  ])('%j is no number', text => {
    expect(read(text, number)).toBe('! not-a-number')
  })

  test('a count is whole: a mark that may stand between thousands does, and is echoed', () => {
    expect(read('1.464', count)).toBe('1464 read')
    expect(read('1,464', count)).toBe('1464 read')
    expect(read('1.000', count)).toBe('1000 read')
    expect(read('2.500', count)).toBe('2500 read')
    expect(read('1.464 hồ sơ', count)).toBe('1464 read')
    expect(read('1.464 HO SO', count)).toBe('1464 read')
    expect(read('12,0', count)).toBe('12')
  })

  test.each(['12.34', '12,5', '0.464', '0,464', '1.464,5', '1464,123'])(
    '%s is no count and is not cut',
    text => {
      expect(read(text, count)).toBe('! not-whole')
    },
  )

  test('negative where nothing is below zero', () => {
    expect(read('-5', count)).toBe('! negative')
    expect(read('-5', percent)).toBe('! negative')
    expect(read('-5', number)).toBe('-5')
  })

  test('percentages, with and without their sign, above 100 as they are', () => {
    expect(read('45%', percent)).toBe('45')
    expect(read('45,5 %', percent)).toBe('45.5')
    expect(read('45,5\u00a0%', percent)).toBe('45.5')
    expect(read('\uff14\uff15\uff0e\uff15\uff05', percent)).toBe('45.5')
    expect(read('120', percent)).toBe('120')
    expect(read('45%', count)).toBe('! unexpected-percent')
    expect(read('45%', { valueType: 'number', unit: '%' })).toBe('45')
    expect(read('1.464', percent)).toBe('1464 or 1.464')
    expect(read('100.000%', percent)).toBe('100000 or 100')
  })

  test('the reading its owner chose stands, another is not made up', () => {
    expect(read('1.464', percent, [], '1464')).toBe('1464 read')
    expect(read('1.464', percent, [], '1.464')).toBe('1.464')
    expect(read('1.464', percent, [], '15')).toBe('1464 or 1.464')
    expect(read('12', percent, [], '15')).toBe('12')
    expect(read('1.464', count, [], '1.464')).toBe('1464 read')
  })

  test('what is far too long is no figure and costs no time', () => {
    expect(read('9'.repeat(31), number)).toBe('! too-long')
    expect(read('9'.repeat(30), number)).toBe('9'.repeat(30))
    for (const sign of ['9', '.', ' ', '9.', '9 ', '1.234', '\u202e'])
      expect(read(sign.repeat(300_000), number)).toBe('! too-long')
  })
})

describe('dates', () => {
  test.each([
    ['05/03/2026', '2026-03-05'],
    ['5/3/2026', '2026-03-05'],
    ['5-3-2026', '2026-03-05'],
    ['05.03.2026', '2026-03-05'],
    ['5 / 3 / 2026', '2026-03-05'],
    ['2026-03-05', '2026-03-05'],
    ['2026/3/5', '2026-03-05'],
    ['ngày 5 tháng 3 năm 2026', '2026-03-05'],
    ['5 tháng 3 năm 2026', '2026-03-05'],
    ['05/03/2026 00:00:00', '2026-03-05'],
    ['29/02/2024', '2024-02-29'],
    ['\uff10\uff15/03/2026', '2026-03-05'],
    ['29/02/2026', '! no-such-day'],
    ['31/02/2026', '! no-such-day'],
    ['2026-02-31', '! no-such-day'],
    ['32/01/2026', '! no-such-day'],
    ['0/1/2026', '! no-such-day'],
    ['03/25/2026', '! not-a-month'],
    ['05/00/2026', '! not-a-month'],
    ['5/3/26', '! short-year'],
    ['5/3/20266', '! short-year'],
    ['5/3/0226', '! unlikely-year'],
    ['5/3', '! not-a-date'],
    ['2026', '! not-a-date'],
    ['05/03/2026 14:30', '! not-a-date'],
    ['hôm nay', '! not-a-date'],
  ])('%s is %s', (text, said) => {
    expect(read(text, date)).toBe(said)
  })

  test('31 February is refused in a sentence a clerk understands', () => {
    expect(readFigure('31/02/2026', date)).toMatchObject({
      message: { vi: '“31/02/2026”: tháng 2 năm 2026 không có ngày 31' },
    })
  })
})

describe('yes or no, and options', () => {
  test.each([
    ...['Có', 'có', 'CO', 'x', 'X', '1', '✓', '✔\ufe0f', 'Đạt', 'yes', ' co\u0301 '].map(text => [text, '1']),
    ...['Không', 'KHONG', '0', 'no', 'Không đạt', 'Kho\u0302ng'].map(text => [text, '0']),
    ...['2', '-', 'chưa', 'có không', '1.0'].map(text => [text, '! not-yes-or-no']),
  ])('%s is %s', (text, said) => {
    expect(read(text ?? '', flag)).toBe(said)
  })

  const options: FigureOptions = [
    { value: '0', label: 'Không có' },
    { value: '0.5', label: 'Một phần', labelEn: 'In part' },
    { value: '1', label: 'Đầy đủ', labelEn: 'Complete' },
    { value: '2', label: 'Đây đủ' },
  ]
  test.each([
    ['Một phần', '0.5'],
    ['mot phan', '0.5'],
    ['IN PART', '0.5'],
    ['0,5', '0.5'],
    ['0.5', '0.5'],
    ['1', '1'],
    ['Đầy đủ', '1'],
    ['Đây đủ', '2'],
    ['day du', '! not-an-option'],
    ['3', '! not-an-option'],
    ['__proto__', '! not-an-option'],
    ['constructor', '! not-an-option'],
  ])('%s is %s', (text, said) => {
    expect(read(text, option, options)).toBe(said)
  })
})

/** Decimals as our files write them, up to twelve digits before and six after the point. */
const decimals = fc
  .tuple(
    fc.boolean(),
    fc.bigInt(0n, 999_999_999_999n),
    fc.bigInt(0n, 999_999n),
    fc.integer({ min: 0, max: 6 }),
  )
  .map(([isNegative, whole, fraction, places]) => {
    const rest = String(fraction).padStart(6, '0').slice(0, places).replace(/0+$/, '')
    const value = rest === '' ? String(whole) : `${whole}.${rest}`
    return isNegative && value !== '0' ? `-${value}` : value
  })

describe('whatever is written is read as it was, or asked about', () => {
  const holds = (text: string, value: string, metric: Kind) => {
    const reading = readFigure(text, metric)
    if (reading.kind === 'unclear') expect(reading.choices.map(choice => choice.value)).toContain(value)
    else expect(reading).toMatchObject({ kind: 'value', value })
  }

  test('as the page writes numbers, in both languages', () => {
    fc.assert(
      fc.property(decimals, fc.constantFrom('vi' as const, 'en' as const), (value, language) => {
        holds(formatNumber(value, language), value, number)
        holds(value, value, number)
        if (!value.startsWith('-')) holds(`${formatNumber(value, language)} %`, value, percent)
        if (/^\d+$/.test(value)) holds(formatNumber(value, language), value, count)
      }),
      { seed: 20261121, numRuns: 3000 },
    )
  })

  test('as an official would type it, never doubtful', () => {
    fc.assert(
      fc.property(decimals, value => {
        const { text, meant } = writeFigure(value, number)
        expect(readFigure(text, number, [], meant)).toMatchObject({ kind: 'value', value })
      }),
      { seed: 7, numRuns: 2000 },
    )
    expect(writeFigure('1.464', percent)).toEqual({ state: 'typed', text: '1,464', meant: '1.464' })
    // Zeros at the end make no thousands of decimals, nor a reading that nobody can choose.
    expect(writeFigure('100.000', number)).toEqual({ state: 'typed', text: '100' })
    expect(writeFigure('1.4640', number)).toEqual({ state: 'typed', text: '1,464', meant: '1.464' })
    expect(writeFigure('-3.1250', number)).toEqual({ state: 'typed', text: '-3,125', meant: '-3.125' })
    expect(writeFigure('2026-03-05', date)).toEqual({ state: 'typed', text: '05/03/2026' })
    expect(writeFigure('1', flag)).toEqual({ state: 'typed', text: 'Có' })
    expect(writeFigure('1', option, [{ value: '1', label: 'Đầy đủ' }])).toEqual({
      state: 'typed',
      text: 'Đầy đủ',
    })
  })

  test.each([
    ['12.50', '12.5'],
    ['100.000', '100'],
    ['100', '100'],
    ['-0.0', '0'],
    ['-0.50', '-0.5'],
    ['007.1', '7.1'],
    ['0.464', '0.464'],
    ['2026-01-01', '2026-01-01'],
    ['', ''],
  ])('%s is %s in our files', (value, plain) => {
    expect(plainDecimal(value)).toBe(plain)
  })

  test.each([
    ['1.464', '1,4640'],
    ['-1.464', '-1,4640'],
    ['1.46', '1,46'],
    ['0.464', '0,464'],
    ['1464', '1464'],
    ['100.000', '100'],
  ])('%s claimed points are written %s, which is one number only', (value, text) => {
    expect(claimText(value)).toBe(text)
    expect(readFigure(text, number)).toMatchObject({ kind: 'value', value: plainDecimal(value) })
  })

  test('no digit is lost or made up, whatever is typed', () => {
    const signs = fc.string({
      unit: fc.constantFrom(...'0123456789.,  -+%\u00a0\u200bx/ađ²\n'),
      maxLength: 14,
    })
    fc.assert(
      fc.property(signs, fc.constantFrom(count, percent, number), (text, metric) => {
        const reading = readFigure(text, metric)
        const digits = (from: string) => from.replace(/\D/g, '').replace(/^0+/, '').replace(/0+$/, '')
        if (reading.kind === 'value') expect(digits(reading.value)).toBe(digits(text))
        if (reading.kind === 'unclear')
          for (const { value } of reading.choices) expect(digits(value)).toBe(digits(text))
      }),
      { seed: 11, numRuns: 5000 },
    )
  })

  test('any text at all is read without a throw, and a refusal has words in both languages', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 60 }),
        fc.constantFrom(count, percent, number, flag, date, option),
        (text, metric) => {
          const reading = readFigure(text, metric, [{ value: '1', label: text }])
          if (reading.kind === 'wrong') {
            expect(reading.message.vi).not.toBe('')
            expect(reading.message.en).not.toBe('')
            expect(reading.message.vi).not.toContain('\u202e')
          }
        },
      ),
      { seed: 13, numRuns: 3000 },
    )
  })
})
