import { describe, expect, test } from 'vitest'
import type { Target } from '../../src/model/plan.ts'
import type { Criterion, RuleSet } from '../../src/model/ruleSet.ts'
import type { RatioRule } from '../../src/model/rules.ts'
import type { Submission } from '../../src/model/submission.ts'
import { rankActions, scoreTargets } from '../../src/scoring/scorePlan.ts'
import { loadData } from '../data/dataFiles.ts'
import {
  aCriterion,
  aGroup,
  aPlan,
  aRatioRule,
  aReportedLeaf,
  aRuleSet,
  aSubmission,
  aTarget,
  aTask,
  inferred,
  roundingAt,
  score,
  stated,
  toPlaces,
} from './builders.ts'

function answer(target: Target, ruleSet: RuleSet, submission: Submission) {
  const plan = aPlan({ targets: [target] })
  const [result] = scoreTargets(plan, ruleSet, score(ruleSet, submission), submission)
  if (!result) throw new Error('no answer')
  return result
}

/** A leaf worth 2 points, scored by a ratio. */
const withRule = (rule: Partial<RatioRule> = {}, parts: Partial<Criterion> = {}) =>
  aRuleSet({ criteria: [aCriterion({ maxPoints: '2', rule: aRatioRule(rule), ...parts })] })

describe('a target measured on counts', () => {
  test.each([
    // at least 50% of 101 is 50.5: 51
    ['50', 'short', '50/101', '1'], // 50/101 = 49.5049…%; 50 − that = 50/101
    ['51', 'reached', '0', '0'],
    ['20', 'short', '3050/101', '31'], // 50 − 2000/101
  ])('%s of 101 with a target of 50%% is %s', (done, status, percentPoints, count) => {
    const result = answer(aTarget(), withRule(), aSubmission({ figures: { done, all: '101' } }))
    expect(result).toMatchObject({ status, percentPoints, count })
  })

  test('exactly at the target is reached', () => {
    const result = answer(aTarget(), withRule(), aSubmission({ figures: { done: '50', all: '100' } }))
    expect(result).toMatchObject({ status: 'reached', count: '0', actual: { percent: '50' } })
  })

  test.each([
    // at most 5% of 199 is 9.95: 9
    ['10', 'short', '1'],
    ['9', 'reached', '0'],
    ['30', 'short', '21'],
  ])('at most 5%%: %s of 199 is %s by %s', (done, status, count) => {
    const falling = {
      direction: 'lowerIsBetter',
      targetPercent: '5',
      floorPercent: '20',
      scaling: 'fromFloor',
    } as const
    const target = aTarget({ comparison: 'atMost', percent: '5' })
    const result = answer(target, withRule(falling), aSubmission({ figures: { done, all: '199' } }))
    expect(result).toMatchObject({ status, count })
  })

  test('a plan’s target is compared unrounded, whatever the rule set rounds before scoring', () => {
    const ruleSet = { ...withRule(), rounding: roundingAt({ ratio: toPlaces(0) }) }
    // 499/1000 = 49.9%, which the rule set scores as 50%
    const result = answer(aTarget(), ruleSet, aSubmission({ figures: { done: '499', all: '1000' } }))
    expect(result).toMatchObject({ status: 'short', percentPoints: '0.1', count: '1' })
  })

  test('missing figures leave it unknown, never short', () => {
    const result = answer(aTarget(), withRule(), aSubmission({ figures: { done: '1' } }))
    expect(result).toMatchObject({
      actual: { kind: 'missing', what: 'counts' },
      status: 'unknown',
      percentPoints: null,
      count: null,
    })
  })
})

describe('a target measured otherwise', () => {
  test('on published points: the percentage is inferred and there are no counts', () => {
    const leaf = aReportedLeaf('leaf', '1.5', { readings: [{ rule: aRatioRule() }] })
    const ruleSet = aRuleSet({ criteria: [leaf] })
    const result = answer(aTarget(), ruleSet, aSubmission({ points: { leaf: '0.2734' } }))
    // 0.2734 ÷ 1.5 = 18.2266…% = 1367/75; 50 − that = 2383/75
    expect(result).toMatchObject({
      actual: { kind: 'share', percent: '1367/75', certainty: 'inferred' },
      status: 'short',
      percentPoints: '2383/75',
      count: null,
    })
  })

  test('on a stated percentage, as sure as its source', () => {
    const ruleSet = aRuleSet({
      metrics: [{ id: 'share', name: 'Tỷ lệ', unit: '%', valueType: 'percent' }, ...aRuleSet().metrics],
    })
    const target = aTarget({ actual: { from: 'metric', metricId: 'share' } })
    const values = [{ metricId: 'share', state: 'entered', value: '49.9', provenance: inferred }] as const
    expect(answer(target, ruleSet, aSubmission({ values }))).toMatchObject({
      actual: { kind: 'share', percent: '49.9', certainty: 'inferred' },
      status: 'short',
      percentPoints: '0.1',
      count: null,
      pointsAtTarget: null,
    })
    expect(answer(target, ruleSet, aSubmission()).status).toBe('unknown')
    const plain = aSubmission({ figures: { share: '50' } })
    expect(answer(target, ruleSet, plain)).toMatchObject({ status: 'reached', actual: { source: stated } })
  })

  test('nested, one figure a unit: unknown until units are known', () => {
    const target = aTarget({ percent: '100', actual: { from: 'units', unitLevel: 'sở', unitPercent: '80' } })
    expect(answer(target, aRuleSet(), aSubmission({ figures: { done: '1', all: '1' } }))).toMatchObject({
      actual: { kind: 'missing', what: 'units' },
      status: 'unknown',
    })
  })
})

describe('points exactly at the target', () => {
  const at = (rule: Partial<RatioRule>, percent: string, ruleSet: Partial<RuleSet> = {}) =>
    answer(aTarget({ percent }), { ...withRule(rule), ...ruleSet }, aSubmission()).pointsAtTarget?.points

  test('by the rule', () => {
    expect(at({}, '50')).toBe('1') // 50% × 2
    expect(at({ scaling: 'shareOfTarget', targetPercent: '80' }, '60')).toBe('1.5') // 60 ÷ 80 × 2
    expect(at({ scaling: 'shareOfTarget', targetPercent: '50' }, '60')).toBe('2')
    expect(at({ floorPercent: '60' }, '50')).toBe('0')
  })

  test('or by the first reading of published points, and then only inferred', () => {
    const leaf = aReportedLeaf('leaf', '0.5', { readings: [{ rule: aRatioRule() }] })
    const result = answer(aTarget({ percent: '60' }), aRuleSet({ criteria: [leaf] }), aSubmission())
    expect(result.pointsAtTarget).toEqual({ points: '0.3', certainty: 'inferred' })
    expect(answer(aTarget(), withRule(), aSubmission()).pointsAtTarget?.certainty).toBe('stated')
    const unsure = withRule({}, { provenance: inferred })
    expect(answer(aTarget(), unsure, aSubmission()).pointsAtTarget?.certainty).toBe('inferred')
  })

  test('as the rule set would award them, rounded where it rounds', () => {
    const rounding = roundingAt({ leaf: toPlaces(2) })
    // 33 ÷ 80 × 2 = 0.825 → 0.83
    expect(at({ scaling: 'shareOfTarget', targetPercent: '80' }, '33', { rounding })).toBe('0.83')
  })

  test('not where no rule is known', () => {
    const ruleSet = aRuleSet({ criteria: [aReportedLeaf('leaf', '1')] })
    expect(answer(aTarget(), ruleSet, aSubmission()).pointsAtTarget).toBeNull()
  })
})

describe('tasks', () => {
  const criteria = [
    aGroup('I', [aReportedLeaf('a', '4'), aReportedLeaf('b', '6')]),
    aReportedLeaf('far', '9', { outOfReach: 'Bộ chưa triển khai' }),
    aReportedLeaf('open', '5'),
  ]
  const sheet = score(aRuleSet({ criteria }), aSubmission({ points: { a: '3', b: '4.5', far: '1' } }))
  const ranked = (...tasks: readonly (readonly [string, readonly string[]])[]) =>
    rankActions(aPlan({ tasks: tasks.map(([id, ids]) => aTask(id, ids)) }), sheet)

  test('by the points they can still win, most first', () => {
    expect(ranked(['one', ['a']], ['both', ['a', 'b']], ['other', ['b']])).toEqual([
      { taskId: 'both', recoverable: '2.5' }, // 1 + 1.5
      { taskId: 'other', recoverable: '1.5' },
      { taskId: 'one', recoverable: '1' },
    ])
  })

  test('those that win nothing are left out: at full points, out of reach, figures missing', () => {
    const full = score(aRuleSet({ criteria }), aSubmission({ points: { a: '4', b: '6', far: '1' } }))
    const tasks = [aTask('a', ['a']), aTask('far', ['far']), aTask('open', ['open'])]
    expect(rankActions(aPlan({ tasks }), full)).toEqual([])
  })

  test('equal tasks keep the plan’s order', () => {
    expect(ranked(['z', ['a']], ['y', ['a']]).map(action => action.taskId)).toEqual(['z', 'y'])
  })
})

test('Trà Vinh 2022 against plan 37: seven targets and the tasks that win most', () => {
  const { plans, ruleSets, submissions } = loadData()
  const [plan] = plans
  const ruleSet = ruleSets.find(entry => entry.id === plan?.ruleSetId)
  const submission = submissions.find(
    entry => entry.agencyId === plan?.agencyId && entry.ruleSetId === plan.ruleSetId,
  )
  if (!plan || !ruleSet || !submission) throw new Error('plan 37 is not shipped')
  const sheet = score(ruleSet, submission)
  const answers = scoreTargets(plan, ruleSet, sheet, submission)
  expect(
    answers.map(({ targetId, status, percentPoints, pointsAtTarget }) => [
      targetId,
      status,
      percentPoints,
      pointsAtTarget?.points ?? null,
    ]),
  ).toEqual([
    ['ho-so-truc-tuyen-50', 'short', '2383/75', '0.75'], // 50 − 18.2266…; 50% × 1.5
    ['tthc-thanh-toan-truc-tuyen-60', 'short', '2', '0.3'], // 60 − 0.29/0.5; 60% × 0.5
    ['so-nganh-xu-ly-tren-mang-80', 'unknown', null, null],
    ['tthc-thu-phi-co-kenh-100', 'reached', '0', null],
    ['phong-huyen-xu-ly-tren-mang-50', 'unknown', null, null],
    ['so-hoa-ho-so-100', 'unknown', null, null],
    ['dich-vu-toan-trinh-100', 'unknown', null, null],
  ])
  expect(rankActions(plan, sheet)).toEqual([
    { taskId: 'III.7a', recoverable: '1.2266' },
    { taskId: 'I.4a', recoverable: '0.4667' },
    { taskId: 'III.8b', recoverable: '0.37' }, // 0.21 + 0.16
    { taskId: 'III.8a', recoverable: '0.37' }, // the same two scores
    { taskId: 'III.2a', recoverable: '0.2019' },
    { taskId: 'II.3b', recoverable: '0.1' },
    { taskId: 'II.3a', recoverable: '0.1' },
  ])
})
