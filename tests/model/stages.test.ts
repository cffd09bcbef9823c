import { describe, expect, test } from 'vitest'
import { atStage, isClaimed, sentNothing, stageOrder, stagesOf } from '../../src/model/stages.ts'
import type { Decision, Stage, Submission } from '../../src/model/submission.ts'

const aSubmission = (parts: Partial<Submission> = {}): Submission => ({
  id: 's',
  ruleSetId: 'set',
  ruleSetVersion: '1',
  agencyId: 'agency',
  period: '2026-06',
  stage: 'closed',
  provenance: { certainty: 'stated', source: null },
  values: [],
  ...parts,
})

const decided = (stage: Stage, points: string): Decision => ({ criterionId: 'A', stage, points })

const ledger = [
  decided('selfAssessment', '5'),
  decided('firstReview', '3'),
  decided('explanation', '5'),
  decided('secondReview', '4'),
]

describe('stages a submission can be read at', () => {
  test('without a ledger only the one it stands at', () => {
    expect(stagesOf(aSubmission({ stage: 'published' }))).toEqual(['published'])
  })

  test('with a ledger each that decided, in order, and the one it stands at; an explanation decides nothing', () => {
    expect(stagesOf(aSubmission({ decisions: ledger.toReversed() }))).toEqual([
      'selfAssessment',
      'firstReview',
      'secondReview',
      'closed',
    ])
  })

  test('one that waits for its explanation stands there', () => {
    expect(stagesOf(aSubmission({ stage: 'explanation', decisions: ledger.slice(0, 3) }))).toEqual([
      'selfAssessment',
      'firstReview',
      'explanation',
    ])
  })
})

describe('a submission as it stood at a stage', () => {
  const submission = aSubmission({ decisions: ledger })

  test.each([
    ['selfAssessment', ['5']],
    ['firstReview', ['5', '3']],
    // What was asked for stands before the second review answers it.
    ['secondReview', ['5', '3', '5', '4']],
  ] as const)('at %s later decisions are not made yet', (stage, points) => {
    const read = atStage(submission, stage)
    expect(read.stage).toBe(stage)
    expect(read.decisions?.map(each => each.points)).toEqual(points)
  })

  test.each([null, 'closed', 'published', 'explanation'] as const)('%s leaves it as it stands', stage => {
    expect(atStage(submission, stage)).toBe(submission)
  })

  test('the submission itself is not changed', () => {
    const before = structuredClone(submission)
    atStage(submission, 'selfAssessment')
    expect(submission).toEqual(before)
  })
})

describe('who has sent nothing', () => {
  const missing = { metricId: 'm', state: 'missing' } as const
  const exempt = { metricId: 'n', state: 'notApplicable' } as const

  test('only missing figures, or what the table itself says does not apply', () => {
    expect(sentNothing(aSubmission())).toBe(true)
    expect(sentNothing(aSubmission({ values: [missing, exempt] }))).toBe(true)
  })

  test.each([
    ['a zero is a figure', { values: [missing, { metricId: 'k', state: 'entered', value: '0' }] }],
    ['an empty form that was handed in', { values: [missing], submittedOn: '2026-07-01' }],
    ['a decision', { values: [missing], decisions: [decided('firstReview', '0')] }],
    [
      'a published result',
      { published: { provenance: { certainty: 'stated', source: null }, total: '0', points: [] } },
    ],
  ] as const)('%s is something', (_, parts) => {
    expect(sentNothing(aSubmission(parts))).toBe(false)
  })
})

test('only what an agency says of itself is claimed', () => {
  expect(stageOrder.filter(isClaimed)).toEqual(['selfAssessment'])
})
