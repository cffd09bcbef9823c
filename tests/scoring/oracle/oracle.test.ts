import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { RoundingMode } from '../../../src/model/ruleSet.ts'
import { aRatioRule, toPlaces } from '../builders.ts'
import { type LeafScene, pointsOf } from '../rules/leafScenes.ts'
import {
  decimal,
  enteredFigures,
  everything,
  kinds,
  maximum,
  measured,
  period,
  ratio,
  rounding,
  roundingBy,
  someFigures,
} from './arbitraries.ts'
import { fraction, plus, readFraction, roundTo, times, writeFraction } from './bigRational.ts'
import { type KnownRule, leafPoints, type World } from './oracle.ts'

const runs = { numRuns: 1000, seed: 766 }
const modes: readonly RoundingMode[] = ['halfUp', 'halfEven', 'truncate']
const periodIds = { year: '2026', quarter: '2026-Q3', month: '2026-10' }

describe('the oracle’s own arithmetic', () => {
  test.each([
    ['1.005', 2, '1.01', '1', '1'],
    ['0.285', 2, '0.29', '0.28', '0.28'],
    ['0.275', 2, '0.28', '0.28', '0.27'],
    ['-0.285', 2, '-0.29', '-0.28', '-0.28'],
    ['2/3', 2, '0.67', '0.67', '0.66'],
    ['0.5', 0, '1', '0', '0'],
    ['1.5', 0, '2', '2', '1'],
    ['1.4999999999999', 0, '1', '1', '1'],
  ])('%s at %d places: half up %s, half even %s, cut %s', (text, places, ...expected) => {
    expect(modes.map(mode => writeFraction(roundTo(readFraction(text), places, mode)))).toEqual(expected)
  })

  test('3 × 0.1 is 0.3 and 1/3 × 1.5 is 0.5', () => {
    expect(writeFraction(times(readFraction('3'), readFraction('0.1')))).toBe('0.3')
    expect(writeFraction(times(readFraction('1/3'), readFraction('1.5')))).toBe('0.5')
  })

  test('is always in lowest terms', () => {
    const any = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 })
    const below = fc.integer({ min: 1, max: 97 })
    fc.assert(
      fc.property(any, below, any, below, (a, b, c, d) => {
        const { top, bottom } = plus(fraction(BigInt(a), BigInt(b)), fraction(BigInt(c), BigInt(d)))
        let shared = 1n
        // The denominator of the sum divides b × d, so no prime above 97 is in it.
        for (let divisor = 2n; divisor <= 97n; divisor += 1n)
          if (bottom % divisor === 0n && top % divisor === 0n) shared = divisor
        expect([shared, bottom > 0n]).toEqual([1n, true])
      }),
      runs,
    )
  })
})

/** What the engine and the oracle make of the same leaf. */
function both(
  { rule, maxPoints, figures, rounding: places, others }: LeafScene & { rule: KnownRule },
  at: World,
) {
  return {
    engine: pointsOf({
      rule,
      maxPoints,
      figures,
      period: periodIds[at.period],
      rounding: { ...places, ratio: at.ratioRounding },
      others: others ?? {},
    }),
    oracle: leafPoints(rule, maxPoints, at, places?.leaf ?? null),
  }
}

describe('cases everybody gets wrong in floats', () => {
  const plainWorld = { ratioRounding: null, period: 'year', leaves: {} } as const
  const each = (pointsPerUnit: string): KnownRule => ({ kind: 'perUnit', metric: 'n', pointsPerUnit })

  test.each([
    ['1.005 at two places is 1.01', each('1.005'), { n: '1' }, 'halfUp', '1.01'],
    ['1.005 to the even digit is 1', each('1.005'), { n: '1' }, 'halfEven', '1'],
    ['0.285 at two places is 0.29', each('0.285'), { n: '1' }, 'halfUp', '0.29'],
    ['0.285 to the even digit is 0.28', each('0.285'), { n: '1' }, 'halfEven', '0.28'],
    ['0.289 cut is 0.28', each('0.289'), { n: '1' }, 'truncate', '0.28'],
    ['3 × 0.1 is 0.3', each('0.1'), { n: '3' }, null, '0.3'],
    ['1/3 of 1.5 is 0.5', aRatioRule(), { done: '1', all: '3' }, null, '0.5'],
  ] as const)('%s', (_, rule, figures, mode, expected) => {
    const leaf = mode === null ? null : toPlaces(2, mode)
    const scene = { rule, maxPoints: '1.5', figures, rounding: { leaf } }
    expect(both(scene, { figures, ...plainWorld })).toEqual({ engine: expected, oracle: expected })
  })
})

/** Engine and oracle agree on any rule, figures, roundings and kind of period. */
function expectAgreement(
  rule: fc.Arbitrary<KnownRule>,
  figures: fc.Arbitrary<LeafScene['figures']>,
  step = rounding,
) {
  fc.assert(
    fc.property(
      fc.record({ rule, figures, maxPoints: maximum, leaf: step, ratioRounding: step, period }),
      ratio({ ...everything, coefficient: false }),
      ({ leaf, ratioRounding, period: at, ...scene }, other) => {
        const world = { figures: scene.figures, ratioRounding, period: at, leaves: { other } }
        const { engine, oracle } = both({ ...scene, rounding: { leaf }, others: { other } }, world)
        expect(engine).toBe(oracle)
      },
    ),
    runs,
  )
}

describe('for any rule and figures of up to 12 digits the engine gives what the definition says', () => {
  test.each(modes)('ratio, rounded by %s', mode => {
    expectAgreement(ratio(everything), someFigures, roundingBy(mode))
  })

  // Small counts against round targets meet edges and halves that random digits never do; many are missing.
  test.each(modes)('ratio of small counts against round targets, by %s', mode => {
    const count = fc.constantFrom('0', '1', '2', '4', '5', '5', '8', '10', 'missing', 'notApplicable')
    const rule = ratio(everything).map(each => ({
      ...each,
      targetPercent: each.direction === 'higherIsBetter' ? '80' : '20',
      floorPercent: each.floorPercent === undefined ? undefined : '50',
    }))
    const figures = fc.record(Object.fromEntries(['m0', 'm1', 'm2', 'm3', 'm4', 'm5'].map(id => [id, count])))
    expectAgreement(rule, figures, roundingBy(mode))
  })

  const { ratio: _, bestOf: __, ...others } = kinds(everything)
  test.each(Object.entries(others))('%s', (_kind, rule) => {
    expectAgreement(rule, someFigures)
  })

  test('bestOf', () => {
    const { bestOf } = kinds({ ...everything, policies: ['zero', 'full', 'notApplicable'] })
    expectAgreement(bestOf, enteredFigures)
  })

  test('sum of parts that are all measured', () => {
    expectAgreement(kinds(measured).sum, enteredFigures)
  })

  test('bands met on their very edges', () => {
    const edge = fc.integer({ min: 0, max: 6 }).map(tens => decimal(tens, 0))
    const rule = kinds(everything).bands.map(each =>
      each.kind === 'bands'
        ? {
            ...each,
            measure: { of: 'value' as const, metric: 'm0' },
            bands: [
              { to: '2', toInclusive: true as const, points: '1' },
              { from: '2', fromExclusive: true as const, to: '4', points: '2.5' },
              ...each.bands.map(band => ({ points: band.points, from: '4', to: '6' })),
            ],
          }
        : each,
    )
    expectAgreement(rule, fc.record({ m0: edge }))
  })
})
