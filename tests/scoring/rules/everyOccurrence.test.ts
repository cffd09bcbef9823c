import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { EveryOccurrenceRule } from '../../../src/model/rules.ts'
import { everyOccurrenceKind } from '../../../src/scoring/rules/everyOccurrence.ts'
import { writeFraction } from '../oracle/bigRational.ts'
import { boundsOf, expectSound, fractionOf, runs, spelled } from './kindProperties.ts'
import { explainedOf, type KindScene, leafOf, resultOf, stepsOf, takenOf } from './kindScenes.ts'
import type { Figures } from './leafScenes.ts'

/** QĐ 766, 1.1: a decision published late once counts as late for the whole period. */
const decisions: EveryOccurrenceRule = {
  kind: 'everyOccurrence',
  items: [
    { label: 'Quyết định A', metrics: ['a1', 'a2'] },
    { label: 'Quyết định B', labelEn: 'Decision B', metrics: ['b1', 'b2', 'b3'] },
    { label: 'Quyết định C', metrics: ['c1'] },
    { label: 'Quyết định D', metrics: ['d1'] },
  ],
}

const inTime: Figures = { a1: '1', a2: '1', b1: '1', b2: '1', b3: '1', c1: '1', d1: '1' }
const scene = (figures: Figures): KindScene => ({ rule: decisions, figures: { ...inTime, ...figures } })

describe('QĐ 766, 1.1: four decisions, max 2', () => {
  test.each([
    [{}, '2'],
    [{ b2: '0' }, '1.5'], // 3 of 4: two of three times in time is not in time
    [{ b1: '0', b2: '0', b3: '0' }, '1.5'], // late three times is no worse
    [{ a1: '0', b2: '0' }, '1'],
    [{ a1: '0', b2: '0', c1: '0' }, '0.5'],
    [{ a1: '0', b2: '0', c1: '0', d1: '0' }, '0'],
  ])('%o earns %s', (figures, points) => {
    expect(resultOf(scene(figures))).toBe(points)
  })

  test('the receipt counts the decisions and marks those in time', () => {
    const late = scene({ b2: '0' })
    expect(stepsOf(late)).toEqual(['points: (3 ÷ 4) × 2 = 1.5'])
    expect(takenOf(late)).toEqual([true, false, true, true])
    expect(explainedOf(late).branches[1]).toMatchObject({
      when: { kind: 'answer', label: 'Quyết định B', labelEn: 'Decision B' },
      gives: { kind: 'points', points: '0.5' },
    })
  })
})

describe('an occurrence nobody reported', () => {
  test('leaves its decision open, and the others sure', () => {
    // A in time so far, C and D in time: 3 or 4 of 4 when B is late or not
    expect(leafOf(scene({ b2: 'missing' })).outcome).toEqual({
      kind: 'missing',
      metricIds: ['b2'],
      range: { from: '1.5', to: '2' },
    })
  })

  test('does not matter where the decision is late anyway', () => {
    expect(resultOf(scene({ b1: '0', b2: 'missing' }))).toBe('1.5')
    expect(stepsOf(scene({ b1: '0', b2: 'missing' }))).toEqual(['points: (3 ÷ 4) × 2 = 1.5'])
  })

  test('by policy only where it matters', () => {
    const zero = { states: { missing: 'zero' } } as const
    expect(resultOf({ ...scene({ b2: 'missing' }), leaf: zero })).toBe('0')
    expect(resultOf({ ...scene({ b1: '0', b2: 'missing' }), leaf: zero })).toBe('1.5')
  })

  test('kept back goes by its own policy, though another decision misses a figure that decides nothing', () => {
    const figures = { b1: '0', b2: 'missing', c1: 'withheld' }
    const leaf = { states: { missing: 'missing', withheld: 'zero' } } as const
    expect(resultOf({ ...scene(figures), leaf })).toBe('0')
  })

  test('everything open: from none to all', () => {
    const figures = Object.fromEntries(Object.keys(inTime).map(metric => [metric, 'missing']))
    expect(leafOf(scene(figures)).outcome).toMatchObject({ range: { from: '0', to: '2' } })
  })
})

describe('what does not apply is left out', () => {
  test('an occurrence', () => {
    expect(resultOf(scene({ b2: 'notApplicable' }))).toBe('2')
    expect(resultOf(scene({ b2: 'notApplicable', b3: '0' }))).toBe('1.5')
  })

  test('a decision: three remain', () => {
    expect(resultOf(scene({ c1: 'notApplicable' }))).toBe('2')
    expect(resultOf(scene({ c1: 'notApplicable', a1: '0' }))).toBe('4/3') // 2 of 3
    expect(stepsOf(scene({ c1: 'notApplicable', a1: '0' }))).toEqual(['points: (2 ÷ 3) × 2 = 4/3'])
  })

  describe('no decision in the period', () => {
    const nothing = scene(Object.fromEntries(Object.keys(inTime).map(metric => [metric, 'notApplicable'])))

    test('takes the leaf out', () => {
      expect(resultOf(nothing)).toBe('notApplicable')
    })

    test.each([
      ['zero', '0'],
      ['full', '2'],
    ] as const)('under "%s" earns %s', (notApplicable, points) => {
      expect(resultOf({ ...nothing, leaf: { states: { notApplicable } } })).toBe(points)
    })

    test('left open it may still be anything', () => {
      const { outcome } = leafOf({ ...nothing, leaf: { states: { notApplicable: 'missing' } } })
      expect(outcome).toMatchObject({ kind: 'missing', range: { from: '0', to: '2' } })
    })
  })
})

test('figures, bounds and trend', () => {
  expect(everyOccurrenceKind.figures(decisions).slice(1, 4)).toEqual([
    { metricId: 'a2', path: 'items[0].metrics[1]', wants: 'flag' },
    { metricId: 'b1', path: 'items[1].metrics[0]', wants: 'flag' },
    { metricId: 'b2', path: 'items[1].metrics[1]', wants: 'flag' },
  ])
  expect(boundsOf(scene({}))).toEqual({ least: '0', most: '2' })
  expect(everyOccurrenceKind.trend(decisions, 'b2')).toBe('rising')
})

describe('any decisions and occurrences', () => {
  const occurrence = fc.constantFrom('1', '1', '1', '0', 'missing', 'withheld', 'notApplicable')
  const drawn = fc.array(fc.array(occurrence, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 })
  const sceneOf = (items: readonly (readonly string[])[]): KindScene => ({
    rule: {
      kind: 'everyOccurrence',
      items: items.map((occurrences, item) => ({
        label: `${item}`,
        metrics: occurrences.map((_, place) => `m${item}-${place}`),
      })),
    },
    maxPoints: '3',
    figures: Object.fromEntries(
      items.flatMap((occurrences, item) => occurrences.map((each, place) => [`m${item}-${place}`, each])),
    ),
  })
  const absent = ['missing', 'withheld', 'notApplicable']

  test('decisions in time every time ÷ decisions × max', () => {
    fc.assert(
      fc.property(drawn, items => {
        const applying = items.filter(item => item.some(each => each !== 'notApplicable'))
        const late = applying.filter(item => item.includes('0'))
        const open = applying.filter(
          item => !item.includes('0') && item.some(each => absent.slice(0, 2).includes(each)),
        )
        const expected =
          applying.length === 0
            ? 'notApplicable'
            : open.length > 0
              ? 'missing'
              : writeFraction(fractionOf((applying.length - late.length) * 3, applying.length))
        expect(spelled(sceneOf(items))).toBe(expected)
      }),
      runs,
    )
  })

  test('a figure that comes in lands inside what was open', () => {
    const [low, high] = ['0', '1']
    fc.assert(
      fc.property(drawn, items => {
        const { outcome } = leafOf(sceneOf(items))
        if (outcome?.kind !== 'missing') return
        const filled = (value: string) =>
          items.map(item => item.map(each => (each === 'missing' || each === 'withheld' ? value : each)))
        expect([spelled(sceneOf(filled(low))), spelled(sceneOf(filled(high)))]).toEqual([
          outcome.range.from,
          outcome.range.to,
        ])
      }),
      runs,
    )
  })

  test('points stay in their bounds and never fall when an occurrence is in time after all', () => {
    fc.assert(
      fc.property(drawn, items => {
        expectSound(sceneOf(items), items[0]?.[0] === '0' ? { 'm0-0': '1' } : {})
      }),
      runs,
    )
  })
})
