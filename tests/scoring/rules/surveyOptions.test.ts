import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { EmptyPolicy, SurveyOptionsRule } from '../../../src/model/rules.ts'
import { surveyOptionsKind } from '../../../src/scoring/rules/surveyOptions.ts'
import { over, times, total, writeFraction } from '../oracle/bigRational.ts'
import { boundsOf, expectSound, fractionOf, runs, spelled } from './kindProperties.ts'
import { explainedOf, type KindScene, leafOf, resultOf, stepsOf } from './kindScenes.ts'
import type { Figures } from './leafScenes.ts'

/** Yên Bái: answers A, B, C, D weigh 100, 60, 20 and 0 percent. */
const yenBai: SurveyOptionsRule = {
  kind: 'surveyOptions',
  options: [
    { metric: 'a', weightPercent: '100' },
    { metric: 'b', weightPercent: '60' },
    { metric: 'c', weightPercent: '20' },
    { metric: 'd', weightPercent: '0' },
  ],
  whenNoAnswers: 'missing',
}

const scene = (figures: Figures, parts: Partial<SurveyOptionsRule> = {}): KindScene => ({
  rule: { ...yenBai, ...parts },
  maxPoints: '5',
  figures,
})
const counts = (a: string, b: string, c: string, d: string) => ({ a, b, c, d })

describe('Yên Bái 100/60/20/0, max 5', () => {
  test.each([
    [counts('40', '30', '20', '10'), '3.1'], // (40 × 100 + 30 × 60 + 20 × 20) ÷ 100 = 62%; × 5
    [counts('100', '0', '0', '0'), '5'],
    [counts('0', '0', '0', '100'), '0'],
    [counts('99', '1', '0', '0'), '4.98'], // 99.6%
    [counts('0', '0', '1', '99'), '0.01'], // 0.2%
    [counts('0', '7', '0', '0'), '3'],
    [counts('1', '1', '1', '0'), '3'], // 180 ÷ 3 = 60%
    [counts('1', '1', '0', '1'), '8/3'], // 160 ÷ 3 = 53.33…% × 5
  ])('%o earns %s', (figures, points) => {
    expect(resultOf(scene(figures))).toBe(points)
  })

  test('the receipt weighs the answers and takes the mean', () => {
    expect(stepsOf(scene(counts('40', '30', '20', '10')))).toEqual([
      'mean: ((40 × 100%) + (30 × 60%) + (20 × 20%) + (10 × 0%)) ÷ 100 = 62%',
      'points: 62% × 5 = 3.1',
    ])
    expect(explainedOf(scene(counts('40', '30', '20', '10')))).toMatchObject({ cap: null, empty: null })
  })
})

describe('nobody answered', () => {
  test.each([
    ['zero', '0'],
    ['full', '5'],
    ['notApplicable', 'notApplicable'],
    ['missing', 'missing'],
  ] as const)('under "%s": %s', (whenNoAnswers, expected) => {
    const silent = scene(counts('0', '0', '0', '0'), { whenNoAnswers })
    expect(resultOf(silent)).toBe(expected)
    expect(explainedOf(silent)).toMatchObject({ empty: { because: 'denominatorZero' }, steps: [] })
  })

  test('is told apart from scoring nothing', () => {
    expect(leafOf(scene(counts('0', '0', '0', '0'), { whenNoAnswers: 'zero' })).notIncurred).toBe(true)
    expect(leafOf(scene(counts('0', '0', '0', '3'), { whenNoAnswers: 'zero' })).notIncurred).toBe(false)
  })
})

describe('a count that is not there', () => {
  test.each(['missing', 'withheld'])('%s: open, because the number of answers is unknown too', state => {
    expect(leafOf(scene({ ...counts('40', '30', '20', '10'), c: state })).outcome).toEqual({
      kind: 'missing',
      metricIds: ['c'],
      range: { from: '0', to: '5' },
    })
  })

  test('a survey that does not apply takes the leaf out', () => {
    const none = 'notApplicable'
    expect(resultOf(scene(counts(none, none, none, none)))).toBe('notApplicable')
  })
})

describe('bounds', () => {
  const from20: Partial<SurveyOptionsRule> = { options: yenBai.options.slice(0, 3) }

  test('lie between the worst and the best option', () => {
    expect(boundsOf(scene({}))).toEqual({ least: '0', most: '5' })
    expect(boundsOf(scene({}, from20))).toEqual({ least: '1', most: '5' }) // 20% of 5
  })

  test.each([
    ['zero', { least: '0', most: '3' }],
    ['full', { least: '1', most: '5' }],
    ['missing', { least: '1', most: '3' }],
    ['notApplicable', { least: '1', most: '3' }],
  ] as const)('hold what nobody answering gives as well: "%s" %o', (whenNoAnswers, bounds) => {
    // options worth 60% and 20% only
    expect(boundsOf(scene({}, { options: yenBai.options.slice(1, 3), whenNoAnswers }))).toEqual(bounds)
  })

  test('an open leaf may still turn out unanswered', () => {
    const open = scene({ a: '1', b: '1', c: 'missing' }, { ...from20, whenNoAnswers: 'zero' })
    expect(leafOf(open).outcome).toMatchObject({ range: { from: '0', to: '5' } })
  })
})

test('figures and trend: up with the best answer, down with the worst, either way between', () => {
  expect(
    surveyOptionsKind.figures(yenBai).map(figure => [figure.metricId, figure.path, figure.wants]),
  ).toEqual([
    ['a', 'options[0].metric', 'amount'],
    ['b', 'options[1].metric', 'amount'],
    ['c', 'options[2].metric', 'amount'],
    ['d', 'options[3].metric', 'amount'],
  ])
  const trend = (metricId: string) => surveyOptionsKind.trend(yenBai, metricId)
  expect([trend('a'), trend('b'), trend('c'), trend('d')]).toEqual(['rising', 'mixed', 'mixed', 'falling'])
  // one more B lifts a mean of 0% and pulls down one of 100%
  expect(resultOf(scene(counts('0', '1', '0', '1')))).toBe('1.5')
  expect(resultOf(scene(counts('1', '1', '0', '0')))).toBe('4')
})

describe('any answers and weights', () => {
  const policy = fc.constantFrom<EmptyPolicy>('zero', 'full', 'notApplicable', 'missing')
  const drawn = fc.record({
    options: fc.array(
      fc.record({ count: fc.integer({ min: 0, max: 60 }), weight: fc.integer({ min: 0, max: 100 }) }),
      { minLength: 1, maxLength: 5 },
    ),
    max: fc.integer({ min: 1, max: 20 }),
    whenNoAnswers: policy,
  })
  type Drawn = { options: { count: number; weight: number }[]; max: number; whenNoAnswers: EmptyPolicy }
  const sceneOf = ({ options, max, whenNoAnswers }: Drawn): KindScene => ({
    rule: {
      kind: 'surveyOptions',
      options: options.map(({ weight }, index) => ({ metric: `o${index}`, weightPercent: String(weight) })),
      whenNoAnswers,
    },
    maxPoints: String(max),
    figures: Object.fromEntries(options.map(({ count }, index) => [`o${index}`, String(count)])),
  })

  test('Σ answers × weight ÷ Σ answers × max', () => {
    fc.assert(
      fc.property(drawn, scenery => {
        const { options, max, whenNoAnswers } = scenery
        const answers = total(options.map(({ count }) => fractionOf(count)))
        const weighed = total(options.map(({ count, weight }) => fractionOf(count * weight, 100)))
        const byPolicy = { zero: '0', full: String(max), notApplicable: 'notApplicable', missing: 'missing' }
        const expected =
          answers.top === 0n
            ? byPolicy[whenNoAnswers]
            : writeFraction(times(over(weighed, answers), fractionOf(max)))
        expect(spelled(sceneOf(scenery))).toBe(expected)
      }),
      runs,
    )
  })

  test('points stay in their bounds and follow the trend of every option', () => {
    fc.assert(
      fc.property(drawn, fc.nat(4), fc.integer({ min: 1, max: 50 }), (scenery, place, more) => {
        const option = scenery.options[place]
        const grown = option ? { [`o${place}`]: String(option.count + more) } : {}
        expectSound(sceneOf(scenery), grown)
      }),
      runs,
    )
  })
})
