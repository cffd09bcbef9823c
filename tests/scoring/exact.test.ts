import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { RoundingMode } from '../../src/model/ruleSet.ts'
import {
  add,
  ceiling,
  compare,
  divide,
  floor,
  formatExact,
  multiply,
  parseExact,
  type Rational,
  round,
  subtract,
  sum,
} from '../../src/scoring/exact.ts'

const runs = { numRuns: 2000, seed: 766 }

const rounded = (text: string, places: number, mode: RoundingMode) =>
  formatExact(round(parseExact(text), { places, mode }))

describe('text', () => {
  test.each([
    ['10.1352', '10.1352'],
    ['82', '82'],
    ['-0.5', '-0.5'],
    ['0', '0'],
    ['-0', '0'],
    ['-0.00', '0'],
    ['1.50', '1.5'],
    ['100', '100'],
    ['0.000001', '0.000001'],
    ['4223/5625', '4223/5625'],
    ['6/8', '0.75'], // 6/8 = 3/4
    ['-1/3', '-1/3'],
    ['2/6', '1/3'],
    ['0/7', '0'],
    ['7/1', '7'],
    ['1/1024', '0.0009765625'], // 1 ÷ 2¹⁰
  ])('%s is written %s', (text, canonical) => {
    expect(formatExact(parseExact(text))).toBe(canonical)
  })

  test.each(['', ' 1', '1,5', '.5', '1.', '1e3', '+1', '1/-2', '1/2/3', '0x10', 'NaN', '--1', '1.5/2'])(
    '"%s" is refused, and named',
    text => {
      expect(() => parseExact(text)).toThrow(`"${text}"`)
    },
  )

  test('a fraction over zero is refused', () => {
    expect(() => parseExact('1/0')).toThrow('division by zero')
  })
})

test.each([
  ['1.005', 2, 'halfUp', '1.01'],
  ['1.00499999', 2, 'halfUp', '1'],
  ['0.285', 2, 'halfUp', '0.29'],
  ['5.745', 2, 'halfUp', '5.75'], // H15.157: 95.75% × 6
  ['0.5', 0, 'halfUp', '1'],
  ['2.5', 0, 'halfUp', '3'],
  ['-1.005', 2, 'halfUp', '-1.01'], // halves go away from zero on both sides
  ['-0.004', 2, 'halfUp', '0'],
  ['2/3', 4, 'halfUp', '0.6667'],
  ['1/3', 2, 'halfUp', '0.33'],
  ['1.005', 2, 'halfEven', '1'], // 1.00 is the even neighbour
  ['1.015', 2, 'halfEven', '1.02'],
  ['-1.005', 2, 'halfEven', '-1'],
  ['-1.015', 2, 'halfEven', '-1.02'],
  ['1.0050001', 2, 'halfEven', '1.01'], // past the half there is no tie
  ['2.5', 0, 'halfEven', '2'],
  ['1.009', 2, 'truncate', '1'],
  ['-1.009', 2, 'truncate', '-1'],
  ['99.999', 0, 'truncate', '99'],
  ['12.3', 4, 'halfUp', '12.3'], // fewer decimals than asked: nothing is lost or added
] as const)('%s at %i places, %s: %s', (text, places, mode, expected) => {
  expect(rounded(text, places, mode)).toBe(expected)
})

test('no rounding step leaves the value alone', () => {
  expect(formatExact(round(parseExact('1/3'), null))).toBe('1/3')
})

test('arithmetic that floats get wrong', () => {
  const value = parseExact
  expect(formatExact(multiply(value('3'), value('0.1')))).toBe('0.3') // 0.30000000000000004 in floats
  expect(formatExact(add(value('0.1'), value('0.2')))).toBe('0.3')
  expect(formatExact(multiply(value('1/3'), value('1.5')))).toBe('0.5')
  expect(formatExact(subtract(value('10.6348'), value('10.1352')))).toBe('0.4996')
  expect(formatExact(divide(value('10.1352'), value('13.5')))).toBe('4223/5625') // 101352/135000, by 24
  expect(formatExact(sum(Array.from({ length: 10 }, () => value('0.1'))))).toBe('1')
  expect(() => divide(value('1'), value('0'))).toThrow('division by zero')
})

/** Decimal text made by moving the mark, without the code under test. */
const decimalText = (units: bigint, places: number) => {
  const digits = String(units < 0n ? -units : units).padStart(places + 1, '0')
  const sign = units < 0n ? '-' : ''
  return places === 0 ? sign + digits : `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}`
}
const units = fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n })
const places = fc.integer({ min: 0, max: 6 })
/** Plain numbers and BigInt meet at 2^53: values well below it, around it and far past it. */
const near = 2n ** 53n
const integer = fc.oneof(
  fc.bigInt({ min: -(10n ** 9n), max: 10n ** 9n }),
  fc.bigInt({ min: near - 1000n, max: near + 1000n }),
  fc.bigInt({ min: -near - 1000n, max: 1000n - near }),
  fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }),
)
const fraction = fc.tuple(
  integer,
  integer.map(value => (value === 0n ? 1n : value < 0n ? -value : value)),
)
const read = ([n, d]: readonly [bigint, bigint]) => parseExact(`${n}/${d}`)

/** Whether a result is the unreduced fraction `n`/`d`, told by cross-multiplication. */
const isFraction = (result: Rational, n: bigint, d: bigint) =>
  result.d > 0 && BigInt(result.n) * d === n * BigInt(result.d)
const divides = (divisor: bigint, value: bigint) => value % divisor === 0n

describe('properties, against plain BigInt', () => {
  test('decimals come back as they were, but for trailing zeros', () => {
    fc.assert(
      fc.property(units, places, (value, mark) => {
        const text = decimalText(value, mark)
        const plain = text.includes('.') ? text.replace(/\.?0+$/, '') : text
        expect(formatExact(parseExact(text))).toBe(plain === '-0' ? '0' : plain)
      }),
      runs,
    )
  })

  test('a fraction is written as a decimal exactly when it ends, and is always reduced', () => {
    fc.assert(
      fc.property(fraction, ([n, d]) => {
        const text = formatExact(read([n, d]))
        const [top = '', bottom] = text.split('/')
        if (bottom === undefined) {
          const [whole = '', decimals = ''] = top.split('.')
          // The same value at the same number of decimals: n × 10^places = digits × d.
          expect(n * 10n ** BigInt(decimals.length)).toBe(BigInt(whole + decimals) * d)
          return
        }
        expect(BigInt(top) * d).toBe(n * BigInt(bottom))
        for (const prime of [2n, 3n, 5n, 7n, 11n, 13n])
          expect(divides(prime, BigInt(top)) && divides(prime, BigInt(bottom))).toBe(false)
        // It never ends: no power of ten is a multiple of the denominator.
        expect(divides(BigInt(bottom), 10n ** 40n)).toBe(false)
      }),
      runs,
    )
  })

  test('the four operations and the order of two values', () => {
    fc.assert(
      fc.property(fraction, fraction, ([an, ad], [bn, bd]) => {
        const [a, b] = [read([an, ad]), read([bn, bd])]
        expect(isFraction(add(a, b), an * bd + bn * ad, ad * bd)).toBe(true)
        expect(isFraction(subtract(a, b), an * bd - bn * ad, ad * bd)).toBe(true)
        expect(isFraction(multiply(a, b), an * bn, ad * bd)).toBe(true)
        if (bn !== 0n) expect(compare(multiply(divide(a, b), b), a)).toBe(0)
        const order = an * bd - bn * ad
        expect(Math.sign(compare(a, b))).toBe(order > 0n ? 1 : order < 0n ? -1 : 0)
      }),
      runs,
    )
  })

  test('sums of decimals equal sums of their last digits, in any order', () => {
    fc.assert(
      fc.property(fc.array(units, { maxLength: 20 }), values => {
        const texts = values.map(value => parseExact(decimalText(value, 4)))
        const total = values.reduce((all, value) => all + value, 0n)
        expect(formatExact(sum(texts))).toBe(formatExact(parseExact(decimalText(total, 4))))
        expect(formatExact(sum(texts.toReversed()))).toBe(formatExact(sum(texts)))
      }),
      runs,
    )
  })

  test('rounding takes the nearer of the two neighbours, a tie by the mode, and never moves twice', () => {
    const mode = fc.constantFrom<RoundingMode>('halfUp', 'halfEven', 'truncate')
    // Small denominators make real ties likely: x/2, x/20, x/200 …
    const value = fc.oneof(fraction, fc.tuple(units, fc.constantFrom(2n, 20n, 200n, 2000n)))
    fc.assert(
      fc.property(value, fc.integer({ min: 0, max: 4 }), mode, ([n, d], count, how) => {
        const scale = 10n ** BigInt(count)
        const below = (n * scale - ((((n * scale) % d) + d) % d)) / d // largest multiple at or below
        const fromBelow = n * scale - below * d
        const fromAbove = (below + 1n) * d - n * scale
        const nearer = fromBelow < fromAbove ? below : below + 1n
        const awayFromZero = n < 0n ? below : below + 1n
        const even = below % 2n === 0n ? below : below + 1n
        const towardsZero = n < 0n && fromBelow !== 0n ? below + 1n : below
        const tie = how === 'halfUp' ? awayFromZero : even
        const expected = how === 'truncate' ? towardsZero : fromBelow === fromAbove ? tie : nearer
        const result = round(read([n, d]), { places: count, mode: how })
        expect(isFraction(result, expected, scale)).toBe(true)
        expect(round(result, { places: count, mode: how })).toEqual(result)
      }),
      runs,
    )
  })

  test('floor and ceiling are the whole numbers around a value', () => {
    fc.assert(
      fc.property(fraction, ([n, d]) => {
        const [below, above] = [floor(read([n, d])), ceiling(read([n, d]))]
        expect([Number(below.d), Number(above.d)]).toEqual([1, 1])
        const [low, high] = [BigInt(below.n), BigInt(above.n)]
        expect(low * d <= n && n < (low + 1n) * d).toBe(true)
        expect((high - 1n) * d < n && n <= high * d).toBe(true)
      }),
      runs,
    )
  })
})
