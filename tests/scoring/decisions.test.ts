import { describe, expect, test } from 'vitest'
import type { RuleSet } from '../../src/model/ruleSet.ts'
import type { ScoreSheet } from '../../src/model/scoreSheet.ts'
import type { Decision, Stage, Submission } from '../../src/model/submission.ts'
import {
  aCriterion,
  aReportedLeaf,
  aRuleSet,
  aSubmission,
  inferred,
  nodeOf,
  roundingAt,
  score,
  stated,
  toPlaces,
} from './builders.ts'

/** A ratio leaf of 2 points that computes 1.5 (3 of 4), beside 3 of 8 known points. */
const criteria = [aCriterion({ id: 'a', maxPoints: '2' }), aReportedLeaf('b', '8')]

const decided = (stage: Stage, points: string, rest: Partial<Decision> = {}): Decision => ({
  criterionId: 'a',
  stage,
  points,
  ...rest,
})

function scored(
  decisions: readonly Decision[],
  sent: Parameters<typeof aSubmission>[0] = {},
  rest: Partial<RuleSet> = {},
): ScoreSheet {
  return score(
    aRuleSet({ criteria, ...rest }),
    aSubmission({ figures: { done: '3', all: '4' }, points: { b: '3' }, decisions, ...sent }),
  )
}

const pointsOf = (sheet: ScoreSheet) => {
  const { outcome } = nodeOf(sheet, 'a')
  return outcome?.kind === 'scored' ? outcome.points : outcome?.kind
}

describe('the last decision stands', () => {
  test.each([
    [[], '1.5'],
    [[decided('firstReview', '1')], '1'],
    [[decided('firstReview', '1'), decided('secondReview', '1.75')], '1.75'],
    [[decided('firstReview', '1.75'), decided('secondReview', '1')], '1'], // also when it is lower
    [[decided('firstReview', '2'), decided('explanation', '0')], '0'],
    // entries are appended: the last one is the last word, whatever stage it names
    [[decided('secondReview', '1'), decided('firstReview', '0.5')], '0.5'],
    [[decided('firstReview', '1'), decided('firstReview', '1.25')], '1.25'],
  ])('%j: %s', (decisions, points) => {
    const sheet = scored(decisions)
    expect(pointsOf(sheet)).toBe(points)
    expect(sheet.total.points).toMatchObject({
      from: String(3 + Number(points)),
      to: String(3 + Number(points)),
    })
  })

  test('the last one for each leaf, not of all', () => {
    const sheet = scored([
      decided('firstReview', '1'),
      decided('firstReview', '5', { criterionId: 'b' }),
      decided('secondReview', '0.5'),
    ])
    expect([pointsOf(sheet), nodeOf(sheet, 'b').points]).toMatchObject(['0.5', { from: '5', to: '5' }])
  })
})

describe('what was computed stays readable', () => {
  const sheet = scored([
    decided('firstReview', '1', { reason: 'Thiếu tài liệu kiểm chứng' }),
    decided('secondReview', '1.20', { reason: 'Đã bổ sung', provenance: inferred }),
  ])
  const explanation = nodeOf(sheet, 'a').explanation

  test('beside who decided, why and on what grounds', () => {
    expect(explanation?.decision).toEqual({
      stage: 'secondReview',
      points: '1.2',
      computed: '1.5',
      reason: 'Đã bổ sung',
      provenance: inferred,
    })
    expect(explanation?.rule).toMatchObject({ kind: 'ratio', percent: '75', points: '1.5' })
    expect(explanation?.pointsProvenance).toEqual(inferred)
  })

  test('points are written one way: 1.20 is 1.2, rounded and unrounded', () => {
    expect(nodeOf(sheet, 'a').outcome).toEqual({
      kind: 'scored',
      points: '1.2',
      unrounded: '1.2',
      certainty: 'inferred',
    })
  })

  test('a decision without its own source rests on the submission', () => {
    expect(nodeOf(scored([decided('closed', '1')]), 'a').explanation?.decision).toMatchObject({
      reason: null,
      provenance: stated,
    })
  })

  test('the loss in the ladder is that of the decision', () => {
    expect(sheet.losses).toMatchObject([
      { nodeId: 'b', lost: '5' },
      { nodeId: 'a', lost: '0.8' },
    ])
  })

  test('the gap to the target is that of the figures', () => {
    expect(nodeOf(sheet, 'a').gapToTarget).toMatchObject({ percentPoints: '25', count: '1' })
  })
})

test('decided points are taken to the last digit, computed ones as they would have been rounded', () => {
  const rounding = roundingAt({ leaf: toPlaces(1) })
  const figures = { done: '2', all: '3' } // 1.333… → 1.3
  const sheet = scored([decided('firstReview', '1.2345')], { figures }, { rounding })
  expect(pointsOf(sheet)).toBe('1.2345')
  expect(nodeOf(sheet, 'a').explanation).toMatchObject({ decision: { computed: '1.3' }, rounding: [] })
})

describe('a leaf the rule gives nothing for', () => {
  test.each<[string, Partial<Submission> & { figures?: Record<string, string | null> }]>([
    ['missing figures', { figures: { done: null, all: '4' } }],
    ['nothing to divide by', { figures: { done: '0', all: '0' } }],
  ])('%s: decided all the same', (_, sent) => {
    const sheet = scored([decided('firstReview', '1')], sent)
    expect(pointsOf(sheet)).toBe('1')
    expect(nodeOf(sheet, 'a').explanation?.decision).toMatchObject({ computed: null })
    expect(sheet.total).toMatchObject({ points: { from: '4', to: '4' }, missingLeaves: 0, maxPoints: '10' })
  })

  test('figures that do not apply: a decision brings the leaf back to both sides', () => {
    const values = ['done', 'all'].map(metricId => ({ metricId, state: 'notApplicable' as const }))
    const sheet = scored([decided('firstReview', '1')], { values })
    expect(sheet.total).toMatchObject({
      points: { from: '4', to: '4' },
      maxPoints: '10',
      notApplicableLeaves: 0,
    })
  })

  test('points nobody published yet', () => {
    const sheet = scored([decided('closed', '6', { criterionId: 'b' })], { points: {} })
    expect(nodeOf(sheet, 'b').outcome).toMatchObject({ kind: 'scored', points: '6' })
  })

  test('a survey leaf no longer waits', () => {
    const survey = [aReportedLeaf('a', '2', { assessedBy: 'survey' })]
    const sheet = score(
      aRuleSet({ criteria: survey }),
      aSubmission({ decisions: [decided('closed', '1.7')] }),
    )
    expect(pointsOf(sheet)).toBe('1.7')
  })
})

test('an exempt leaf stays exempt: nobody decides points for what does not apply', () => {
  const sheet = scored([decided('secondReview', '2')], {
    notApplicable: [{ criterionId: 'a', reason: 'Không có thủ tục' }],
  })
  expect(nodeOf(sheet, 'a').outcome?.kind).toBe('notApplicable')
  expect(nodeOf(sheet, 'a').explanation?.decision).toBeNull()
  expect(sheet.total).toMatchObject({
    points: { from: '3', to: '3' },
    maxPoints: '8',
    notApplicableLeaves: 1,
  })
})

test('zero is a decision', () => {
  const sheet = scored([decided('firstReview', '0')], { figures: { done: null, all: null } })
  expect(nodeOf(sheet, 'a').outcome).toMatchObject({ kind: 'scored', points: '0' })
})
