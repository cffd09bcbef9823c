import { describe, expect, test } from 'vitest'
import type { Calendar, Metric } from '../../../src/model/ruleSet.ts'
import type { Rule } from '../../../src/model/rules.ts'
import { whole } from '../../../src/scoring/exact.ts'
import { solveAny } from '../../../src/scoring/solve/solve.ts'
import { aSubmission, stated } from '../builders.ts'
import { leafScored, leafTarget, points, short, solveLeaf } from './solveScenes.ts'

describe('other kinds of rule', () => {
  const bands: Rule = {
    kind: 'bands',
    measure: { of: 'value', metric: 'meetings' },
    bands: [
      { from: '4', points: '2' },
      { from: '2', to: '4', points: '1' },
    ],
    otherwise: '0',
  }
  const deduction: Rule = {
    kind: 'deduction',
    items: [{ metric: 'late', each: { points: '0.3' } }],
  }

  test.each([
    ['meetings: 4 earn 2', bands, { meetings: '1' }, 'meetings', '2', ['4', '3']],
    ['meetings: 2 earn 1', bands, { meetings: '0' }, 'meetings', '1', ['2', '2']],
    // 2 − 0.3 × n ≥ 1 for n ≤ 3.3
    ['fewer violations', deduction, { late: '6' }, 'late', '1', ['3', '-3']],
    ['none at all', deduction, { late: '6' }, 'late', '2', ['0', '-6']],
  ] as const)('%s', (_, rule, figures, metricId, wanted, expected) => {
    expect(short(solveLeaf({ rule, figures }, metricId, points(wanted)))).toEqual(expected)
  })

  test('yes or no, and the parts of a list', () => {
    expect(short(solveLeaf({ rule: { kind: 'yesNo', metric: 'f' }, figures: { f: '0' } }, 'f'))).toEqual([
      '1',
      '1',
    ])
    const rule: Rule = {
      kind: 'checklist',
      items: [
        { metric: 'f', points: '0.5' },
        { metric: 'g', points: '1.5' },
      ],
    }
    const scored = leafScored({ rule, figures: { f: '0', g: '0' } })
    const answers = solveAny(scored, { target: leafTarget, goal: points('1') })
    expect(answers.map(({ metricId, solution }) => [metricId, short(solution)])).toEqual([
      ['g', ['1', '1']],
      ['f', 'notEnough'], // 0.5 at most
    ])
  })

  test('of several answers the one that claims least', () => {
    const option = (value: string, worth: string) => ({ value, label: value, points: worth })
    const rule: Rule = {
      kind: 'choice',
      metric: 'o',
      options: [option('1', '2'), option('2', '1'), option('3', '0'), option('4', '1.5')],
    }
    const at = (wanted: string) => solveLeaf({ rule, figures: { o: '3' } }, 'o', points(wanted))
    expect(at('1.2')).toMatchObject({ value: '4', change: null, from: '3', method: 'enumeration' })
    expect(short(at('1'))).toEqual(['2', null])
    expect(short(at('2'))).toEqual(['1', null])
  })

  test('a survey mean in its own decimals, up to the end of its scale', () => {
    const rule: Rule = { kind: 'surveyMean', metric: 'm', scaleFrom: '1', scaleTo: '5' }
    const ruleSet = { metrics: [{ ...count('m'), valueType: 'number' }] } as const
    const at = (m: string, wanted: string) =>
      short(solveLeaf({ rule, figures: { m }, ruleSet }, 'm', points(wanted)))
    expect(at('4', '2')).toEqual(['5', '1'])
    // (m − 1)/4 × 2 ≥ 1.75 from m = 4.5
    expect(at('4.2', '1.75')).toEqual(['4.5', '0.3'])
    // 1.7525 from 4.505: with one decimal 4.6, with the usual two 4.51
    expect(at('4.2', '1.7525')).toEqual(['4.6', '0.4'])
    expect(at('4', '1.7525')).toEqual(['4.51', '0.51'])
  })

  test('a free formula is searched outward, and says how far', () => {
    // 2 − (n − 50)² ÷ 100: full at 50 only
    const rule: Rule = {
      kind: 'formula',
      variables: [{ name: 'n', metric: 'n' }],
      cases: [{ expression: '2 - (n - 50) * (n - 50) / 100' }],
      aboveMaximum: 'cap',
      whenUndefined: 'zero',
    }
    const at = (n: string, wanted: string, steps?: number) =>
      solveLeaf({ rule, figures: { n } }, 'n', points(wanted), steps === undefined ? {} : { steps })
    expect(at('44', '2')).toMatchObject({ value: '50', change: '6', method: 'search' })
    expect(short(at('56', '1.96'))).toEqual(['52', '-4']) // 2 − 4/100
    expect(at('30', '2', 15)).toMatchObject({
      reason: { code: 'notFound', vi: 'Không tìm thấy giá trị nào đạt trong khoảng từ 15 đến 45' },
      searchedTo: { from: '15', to: '45' },
      best: { value: '45', points: { from: '1.75' } }, // 2 − 25/100
    })
  })

  test('days of a calendar', () => {
    const rule: Rule = {
      kind: 'lateness',
      since: { date: '2026-03-02' },
      done: 'day',
      allowedDays: 3,
      calendar: 'lich',
      bands: [{ to: '0', toInclusive: true, points: '2' }],
      otherwise: '0',
    }
    const ruleSet = { calendars: [march] }
    const at = (day: string | null) => solveLeaf({ rule, figures: { day }, ruleSet }, 'day')
    // 2 March 2026 is a Monday; three working days end on Thursday 5
    expect(short(at('2026-03-10'))).toEqual(['2026-03-05', '-5'])
    expect(at('2026-03-04')).toMatchObject({ status: 'already' })
    expect(short(at(null))).toEqual(['2026-03-05', null])
  })

  test('growth on a loss: less of it is not more', () => {
    // (v + 10) ÷ −10 ≥ 20% means v ≤ −12
    const rule: Rule = {
      kind: 'growth',
      metric: 'v',
      whenPreviousZero: 'zero',
      bands: [{ from: '20', points: '2' }],
      otherwise: '0',
    }
    const ruleSet = { metrics: [{ ...count('v'), valueType: 'number' }] } as const
    const previous = aSubmission({ figures: { v: '-10' } })
    const scene = { rule, figures: { v: '-11' }, ruleSet, context: { previous } }
    expect(short(solveLeaf(scene, 'v'))).toEqual(['-12', '-1'])
  })
})

describe('rules that compare agencies', () => {
  const measure = { of: 'value', metric: 'v' } as const
  const against = (...values: readonly number[]) => ({
    cohortAt: () => ({
      agencyIds: new Set(values.map((_, index) => `x${index}`)),
      ascending: values.map((value, index) => ({ agencyId: `x${index}`, value: whole(value) })),
    }),
  })
  const rank: Rule = {
    kind: 'rank',
    measure,
    direction: 'higherIsBetter',
    ties: 'competition',
    points: 'linear',
  }

  test('first of four is one more than the best of the others, or as many', () => {
    const scene = { rule: rank, figures: { v: '3' }, context: against(2, 5, 8) }
    expect(short(solveLeaf(scene, 'v'))).toEqual(['8', '5'])
    // second of four: (4 − 2) ÷ 3 × 2
    expect(short(solveLeaf(scene, 'v', points('4/3')))).toEqual(['5', '2'])
  })

  test('where all others are equal, meeting them may earn nothing', () => {
    const rule: Rule = {
      kind: 'minMax',
      measure,
      direction: 'higherIsBetter',
      percentAtWorst: '10',
      whenAllEqual: 'zero',
    }
    // below 5: 10% of 2; at 5: nothing; above: 2
    expect(solveLeaf({ rule, figures: { v: '3' }, context: against(5, 5) }, 'v')).toMatchObject({
      value: '6',
      method: 'search',
    })
    expect(
      short(solveLeaf({ rule, figures: { v: '5' }, context: against(5, 5) }, 'v', points('0.2'))),
    ).toEqual(['6', '1'])
  })

  test('with nobody to compare with the answer is open', () => {
    expect(solveLeaf({ rule: rank, figures: { v: '3' } }, 'v')).toMatchObject({
      status: 'open',
      metricIds: [],
      criterionIds: ['leaf'],
    })
  })
})

const march: Calendar = {
  id: 'lich',
  name: 'Tháng 3/2026',
  from: '2026-03-01',
  to: '2026-03-31',
  holidays: [],
  workedDays: [],
  provenance: stated,
}

function count(id: string): Metric {
  return { id, name: id, unit: 'hồ sơ', valueType: 'count' }
}
