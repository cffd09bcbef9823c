import { describe, expect, test } from 'vitest'
import type { Codec } from '../../../src/io/ruleSheet/codecs.ts'
import { linesCodec } from '../../../src/io/ruleSheet/codecs.ts'
import {
  countsCodec,
  fromCodec,
  ownRoundingCodec,
  statesCodec,
  stepCodec,
  toCodec,
} from '../../../src/io/ruleSheet/compoundCodecs.ts'
import { fold, slug } from '../../../src/io/ruleSheet/fold.ts'
import { readNumber } from '../../../src/io/ruleSheet/readNumber.ts'

const names = {
  metric: (text: string) => text,
  criterion: (text: string) => text,
  document: (text: string) => text,
  doubtsComma: false,
}

function read(codec: Codec, text: string): unknown {
  const reading = codec.read({ kind: 'text', text }, names)
  return reading.ok ? reading.value : reading.code
}

describe('numbers as they are typed', () => {
  test.each([
    ['2', '2'],
    ['2,5', '2.5'],
    ['2.5', '2.5'],
    ['-0,5', '-0.5'],
    ['−0,5', '-0.5'],
    ['007', '7'],
    ['0.125', '0.125'],
    ['12.3456', '12.3456'],
    ['1464', '1464'],
    ['1464.125', '1464.125'],
    ['1,464', '1.464'],
    ['1.464.000', '1464000'],
    ['1,464,000', '1464000'],
    ['1.464,25', '1464.25'],
    ['1,464.25', '1464.25'],
    ['12 464,25', '12464.25'],
    ['12\u00a0464', '12464'],
  ])('%s is %s', (typed, decimal) => {
    expect(readNumber(typed)).toEqual({ kind: 'decimal', decimal })
  })

  test.each(['', 'mười', '2,5 điểm', '1.46.4', '1,2,3', '2e3', '1/2', '--2', '+2', '2.', '.5', '1.4644.000'])(
    '%j is none',
    typed => {
      expect(readNumber(typed)).toEqual({ kind: 'none' })
    },
  )

  test('dots before three digits have two readings, commas where commas separate fields', () => {
    expect(readNumber('1.464')).toEqual({ kind: 'ambiguous', readings: ['1,464', '1464'] })
    expect(readNumber('-12.500')).toEqual({ kind: 'ambiguous', readings: ['-12,500', '-12500'] })
    expect(readNumber('1,464', true)).toEqual({ kind: 'ambiguous', readings: ['1.4640', '1464'] })
    expect(readNumber('1,46', true)).toEqual({ kind: 'decimal', decimal: '1.46' })
  })
})

describe('several values in one cell', () => {
  test.each([
    ['không làm tròn', null],
    ['không', null],
    ['2 chữ số, nửa làm tròn lên', { places: 2, mode: 'halfUp' }],
    ['0; cắt bỏ', { places: 0, mode: 'truncate' }],
    ['4 chữ số – nửa về số chẵn', { places: 4, mode: 'halfEven' }],
    ['13 chữ số, cắt bỏ', 'not-a-rounding'],
    ['2', 'not-a-rounding'],
  ])('rounding: %s', (text, value) => {
    expect(read(stepCodec, text)).toEqual(value)
  })

  test('rounding of one leaf, by place', () => {
    const value = { ratio: { places: 2, mode: 'halfUp' }, leaf: null }
    const text = 'tỷ lệ: 2 chữ số, nửa làm tròn lên; tiêu chí: không làm tròn'
    expect(read(ownRoundingCodec, text)).toEqual(value)
    expect(ownRoundingCodec.write(value)).toBe(text)
    expect(read(ownRoundingCodec, 'tỷ lệ: 2 chữ số, cắt bỏ; tỷ lệ: không')).toBe('not-understood')
  })

  test('what absent figures do', () => {
    const value = { missing: 'zero', withheld: 'missing', notApplicable: 'notApplicable' }
    const text = 'thiếu: 0 điểm; không công bố: để ngỏ; không áp dụng: không áp dụng'
    expect(read(statesCodec, text)).toEqual(value)
    expect(statesCodec.write(value)).toBe(text)
    expect(read(statesCodec, 'thiếu\nkhông công bố: 0')).toBe('not-understood')
    expect(read(statesCodec, 'thiếu: một nửa')).toBe('unknown-word')
  })

  test('counts by level', () => {
    const value = [
      { depth: 0, count: 3 },
      { depth: 1, count: 14 },
    ]
    expect(read(countsCodec, 'tầng 0: 3; tầng 1: 14')).toEqual(value)
    expect(read(countsCodec, '0: 3\nCấp 1: 14')).toEqual(value)
    expect(countsCodec.write(value)).toBe('tầng 0: 3; tầng 1: 14')
    expect(read(countsCodec, 'ba mục')).toBe('not-understood')
  })

  test('texts on lines, as a list only where they break lines themselves', () => {
    expect(read(linesCodec, 'Yếu\n Kém ')).toEqual(['Yếu', 'Kém'])
    expect(linesCodec.write(['Yếu', 'Kém'])).toBe('Yếu\nKém')
    expect(read(linesCodec, String(linesCodec.write(['Yếu\nKém'])))).toEqual(['Yếu\nKém'])
  })
})

describe('edges of bands', () => {
  test.each([
    ['4', { from: '4' }],
    ['≥4', { from: '4' }],
    ['từ 4', { from: '4' }],
    ['>4', { from: '4', fromExclusive: true }],
    ['> 4,5', { from: '4.5', fromExclusive: true }],
    ['trên 80%', { from: '80', fromExclusive: true }],
    ['bốn', 'not-a-number'],
    ['>1.464', 'ambiguous-number'],
  ])('from %s', (text, value) => {
    expect(read(fromCodec, text)).toEqual(value)
  })

  test.each([
    ['5', { to: '5' }],
    ['<5', { to: '5' }],
    ['dưới 5', { to: '5' }],
    ['đến dưới 5', { to: '5' }],
    ['≤5', { to: '5', toInclusive: true }],
    ['<= 5', { to: '5', toInclusive: true }],
    ['đến 5', { to: '5', toInclusive: true }],
  ])('to %s', (text, value) => {
    expect(read(toCodec, text)).toEqual(value)
  })

  test('are written as they are read', () => {
    expect([fromCodec.write({ from: '4' }), fromCodec.write({ from: '4.5', fromExclusive: true })]).toEqual([
      4,
      '>4,5',
    ])
    expect([toCodec.write({ to: '5' }), toCodec.write({ to: '5', toInclusive: true })]).toEqual([5, '≤5'])
  })
})

test('words and titles are compared without accents, case, signs and the two ways to write i', () => {
  expect(fold('Tỷ lệ (%)')).toBe(fold('tỉ  LỆ %'))
  expect(fold('hoà')).toBe(fold('hòa'))
  expect(fold('Điểm tối đa')).toBe(fold('điểm tối đa.'))
  expect(fold('Từ')).not.toBe(fold('Tử số'))
})

test('ids made of names are cut between words', () => {
  expect(slug('Đã triển khai Đề án 06')).toBe('da-trien-khai-de-an-06')
  expect(slug('n'.repeat(30).split('').join(' ')).length).toBeLessThanOrEqual(60)
  expect(slug('…')).toBe('')
})
