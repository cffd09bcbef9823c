import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { EmptyPolicy, FormulaRule } from '../../../src/model/rules.ts'
import { formulaKind } from '../../../src/scoring/rules/formula.ts'
import { between, nothing, writeFraction } from '../oracle/bigRational.ts'
import { boundsOf, expectSound, fractionOf, runs, spelled } from './kindProperties.ts'
import { explainedOf, type KindScene, leafOf, resultOf, stepsOf, takenOf } from './kindScenes.ts'
import type { Figures } from './leafScenes.ts'

/**
 * Public scoring software keeps `bien_su_dung` (variables) and `cong_thuc[]` (formulas) and picks one by a
 * flag. Here: plans with their own target earn done ÷ planned × 2, those without 0.1 for each one done.
 */
const chosen: FormulaRule = {
  kind: 'formula',
  variables: [
    { name: 'done', metric: 'tasks-done' },
    { name: 'planned', metric: 'tasks-planned' },
    { name: 'flag', metric: 'has-plan' },
  ],
  cases: [
    { label: 'Có kế hoạch', labelEn: 'With a plan', when: 'flag = 1', expression: 'done / planned * 2' },
    { label: 'Không có kế hoạch', expression: 'done * 0.1' },
  ],
  aboveMaximum: 'cap',
  whenUndefined: 'missing',
}

const tasks = (done: string, planned: string, flag: string): Figures => ({
  'tasks-done': done,
  'tasks-planned': planned,
  'has-plan': flag,
})
const scene = (figures: Figures, parts: Partial<FormulaRule> = {}): KindScene => ({
  rule: { ...chosen, ...parts },
  figures,
})

describe('one of several formulas, max 2', () => {
  test.each([
    [tasks('18', '24', '1'), '1.5'], // 18 ÷ 24 × 2
    [tasks('24', '24', '1'), '2'],
    [tasks('25', '24', '1'), '2'], // 2.08… is cut
    [tasks('0', '24', '1'), '0'],
    [tasks('7', '24', '1'), '7/12'],
    [tasks('18', '24', '0'), '1.8'], // 18 × 0.1
    [tasks('20', '0', '0'), '2'], // the other formula divides by zero, nobody asked it
    [tasks('21', '24', '0'), '2'],
  ])('%o earns %s', (figures, points) => {
    expect(resultOf(scene(figures))).toBe(points)
  })

  test('the receipt puts the numbers into the formula that was taken and names the others', () => {
    const planned = scene(tasks('18', '24', '1'))
    expect(stepsOf(planned)).toEqual(['points: (18 ÷ 24) × 2 = 1.5'])
    expect(explainedOf(planned).branches).toEqual([
      {
        when: { kind: 'answer', label: 'Có kế hoạch', labelEn: 'With a plan' },
        gives: { kind: 'slope', scaling: 'linear' },
        taken: true,
      },
      {
        when: { kind: 'answer', label: 'Không có kế hoạch', labelEn: undefined },
        gives: { kind: 'slope', scaling: 'linear' },
        taken: false,
      },
    ])
    expect(takenOf(scene(tasks('18', '24', '0')))).toEqual([false, true])
    expect(explainedOf(planned).cap).toBeNull()
  })

  test('what a limit cuts stays readable', () => {
    const over = scene(tasks('27', '24', '1'))
    expect(stepsOf(over)).toEqual(['points: (27 ÷ 24) × 2 = 2.25'])
    expect(explainedOf(over)).toMatchObject({ cap: { side: 'most', limit: '2' }, points: '2' })
    const below = scene(tasks('3', '5', '0'), { cases: [{ expression: 'done - planned' }] })
    expect(stepsOf(below)).toEqual(['points: 3 − 5 = -2'])
    expect(explainedOf(below)).toMatchObject({ cap: { side: 'least', limit: '0' }, points: '0' })
  })
})

test('the first case that holds is taken, though a later one holds as well', () => {
  const cases = [
    { when: 'done >= 10', expression: '2' },
    { when: 'done >= 5', expression: '1' },
    { expression: '0.5' },
  ]
  const earns = (done: string) => resultOf(scene(tasks(done, '0', '0'), { cases }))
  expect([earns('10'), earns('9'), earns('5'), earns('4')]).toEqual(['2', '1', '1', '0.5'])
  // without labels a case is called by its condition, and the last one is all the rest
  expect(explainedOf(scene(tasks('7', '0', '0'), { cases })).branches.map(branch => branch.when)).toEqual([
    { kind: 'answer', label: 'done >= 10', labelEn: undefined },
    { kind: 'answer', label: 'done >= 5', labelEn: undefined },
    { kind: 'otherwise' },
  ])
})

test('a single formula has no branches', () => {
  expect(explainedOf(scene(tasks('1', '2', '0'), { cases: [{ expression: 'done' }] })).branches).toEqual([])
})

describe('no result', () => {
  const whenUndefined: readonly (readonly [EmptyPolicy, string])[] = [
    ['zero', '0'],
    ['full', '2'],
    ['notApplicable', 'notApplicable'],
    ['missing', 'missing'],
  ]

  test.each(whenUndefined)('division by zero, under "%s": %s', (policy, expected) => {
    const divided = scene(tasks('0', '0', '1'), { whenUndefined: policy })
    expect(resultOf(divided)).toBe(expected)
    expect(explainedOf(divided)).toMatchObject({
      empty: { because: 'undefined', policy },
      steps: [],
      cap: null,
    })
  })

  test.each(whenUndefined)('no case that holds, under "%s": %s', (policy, expected) => {
    const cases = [{ when: 'flag = 2', expression: '1' }]
    expect(resultOf(scene(tasks('1', '2', '1'), { cases, whenUndefined: policy }))).toBe(expected)
  })

  test('a condition that divides by zero is undefined: the case for "else" does not stand in for it', () => {
    const cases = [{ when: 'done / planned >= 80%', expression: '2' }, { expression: '0' }]
    expect(resultOf(scene(tasks('8', '10', '1'), { cases }))).toBe('2')
    expect(resultOf(scene(tasks('7', '10', '1'), { cases }))).toBe('0')
    const nothing = scene(tasks('0', '0', '1'), { cases, whenUndefined: 'notApplicable' })
    expect(resultOf(nothing)).toBe('notApplicable')
    expect(takenOf(nothing)).toEqual([false, false])
  })

  test('a case before it that holds is taken all the same', () => {
    const cases = [
      { when: 'planned = 0', expression: '1' },
      { when: 'done / planned >= 80%', expression: '2' },
    ]
    expect(resultOf(scene(tasks('0', '0', '1'), { cases }))).toBe('1')
  })
})

describe('a figure that is not there', () => {
  test.each(['missing', 'withheld'])('%s: open, also where the formula taken does not ask for it', state => {
    expect(leafOf(scene(tasks('18', state, '0'))).outcome).toEqual({
      kind: 'missing',
      metricIds: ['tasks-planned'],
      range: { from: '0', to: '2' },
    })
    expect(takenOf(scene(tasks('18', state, '0')))).toEqual([false, false])
  })

  test('does not apply: neither does the leaf', () => {
    expect(resultOf(scene(tasks('18', 'notApplicable', '0')))).toBe('notApplicable')
  })
})

describe('a formula the linter would have refused stops the scoring', () => {
  test.each([
    [{ expression: 'done +' }, /cannot read "done \+"/],
    [{ when: 'done', expression: '1' }, /cannot read "done"/],
    [{ expression: 'finished' }, /"finished".*no variable/],
  ])('%o', (only, message) => {
    expect(() => leafOf(scene(tasks('1', '2', '0'), { cases: [only] }))).toThrow(message)
  })
})

test('figures, bounds and trend', () => {
  expect(formulaKind.figures(chosen)).toEqual([
    { metricId: 'tasks-done', path: 'variables[0].metric', wants: 'numeric' },
    { metricId: 'tasks-planned', path: 'variables[1].metric', wants: 'numeric' },
    { metricId: 'has-plan', path: 'variables[2].metric', wants: 'numeric' },
  ])
  expect(boundsOf(scene({}))).toEqual({ least: '0', most: '2' })
  // Nobody can tell from the text alone which way a formula runs.
  expect(formulaKind.trend(chosen, 'tasks-done')).toBe('mixed')
})

describe('any figures', () => {
  const drawn = fc.record({
    done: fc.integer({ min: -5, max: 60 }),
    planned: fc.integer({ min: 0, max: 60 }),
    flag: fc.constantFrom(0, 1),
  })
  const sceneOf = ({ done, planned, flag }: { done: number; planned: number; flag: number }) =>
    scene(tasks(String(done), String(planned), String(flag)))

  test('done ÷ planned × 2 with a plan, done ÷ 10 without, between none and 2', () => {
    fc.assert(
      fc.property(drawn, figures => {
        const { done, planned, flag } = figures
        const cut = (top: number, bottom: number) =>
          writeFraction(between(fractionOf(top, bottom), nothing, fractionOf(2)))
        const expected = flag === 0 ? cut(done, 10) : planned === 0 ? 'missing' : cut(done * 2, planned)
        expect(spelled(sceneOf(figures))).toBe(expected)
        expectSound(sceneOf(figures))
      }),
      runs,
    )
  })
})
