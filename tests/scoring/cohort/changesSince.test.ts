import { describe, expect, test } from 'vitest'
import type { Submission } from '../../../src/model/submission.ts'
import { changesSince } from '../../../src/scoring/cohort/changesSince.ts'
import { scoreGroups } from '../../../src/scoring/cohort/scoreGroups.ts'
import { aCriterion, aRatioRule, aRuleSet, aSubmission, scoredAt } from '../builders.ts'

/** Two leaves of 10 points; `b` gives its points for 0/0. */
const ruleSet = aRuleSet({
  criteria: ['a', 'b'].map(id =>
    aCriterion({
      id,
      maxPoints: '10',
      rule: aRatioRule({
        numerator: `${id}.done`,
        denominator: `${id}.all`,
        whenDenominatorZero: 'full',
      }),
    }),
  ),
})

/** Done of 10 at `a`, and of 4 at `b` unless said otherwise. */
function sent(
  agencyId: string,
  period: string,
  a: string | null,
  rest: Partial<Submission> & { b?: string } = {},
) {
  const { b = '4/4', ...parts } = rest
  const [done = '', all = ''] = b.split('/')
  return aSubmission({
    id: `${agencyId}.${period}`,
    agencyId,
    period,
    stage: 'closed',
    figures: { 'a.done': a, 'a.all': '10', 'b.done': done, 'b.all': all },
    ...parts,
  })
}

function score(period: string, submissions: readonly Submission[], version = '1') {
  return scoreGroups(
    {
      ruleSet: { ...ruleSet, version },
      period,
      stage: null,
      submissions: submissions.map(submission => ({
        file: 'f.json',
        submission: { ...submission, ruleSetVersion: version },
      })),
      previous: [],
      groups: [{ groupId: 'nhom', agencyIds: ['x', 'y', 'z', 't'] }],
      workloadMetricId: 'b.all',
    },
    scoredAt,
  )
}

const changeOf = (agencyId: string, now: ReturnType<typeof score>, before: ReturnType<typeof score>) =>
  changesSince(now, before).byAgency.get(agencyId)

test('differences are exact, signed, and sort by size', () => {
  // x: 7 + 10 after 8 + 10; y: 10 + 10 after 0 + 10; z as before
  const changes = changesSince(
    score('2026-02', [sent('x', '2026-02', '7'), sent('y', '2026-02', '10'), sent('z', '2026-02', '3')]),
    score('2026-01', [sent('x', '2026-01', '8'), sent('y', '2026-01', '0'), sent('z', '2026-01', '3')]),
  )
  expect(changes.previousPeriod).toBe('2026-01')
  expect(changes.byAgency.get('x')).toEqual({ kind: 'changed', difference: '-1', order: 0 })
  expect(changes.byAgency.get('z')).toEqual({ kind: 'changed', difference: '0', order: 1 })
  expect(changes.byAgency.get('y')).toEqual({ kind: 'changed', difference: '10', order: 2 })
})

test('a third stays a third', () => {
  const now = score('2026-02', [sent('x', '2026-02', '10', { b: '1/3' })])
  const before = score('2026-01', [sent('x', '2026-01', '10', { b: '0/3' })])
  expect(changeOf('x', now, before)).toMatchObject({ difference: '10/3' })
})

describe('not comparable, with the reason', () => {
  const now = score('2026-02', [sent('x', '2026-02', '7')])
  const because = (reason: string) => ({ kind: 'notComparable', reason })

  test('no score before', () => {
    expect(changeOf('x', now, score('2026-01', [sent('y', '2026-01', '7')]))).toEqual(because('absent'))
    const silent = aSubmission({ id: 's', agencyId: 'x', period: '2026-01', stage: 'closed' })
    expect(changeOf('x', now, score('2026-01', [silent]))).toEqual(because('absent'))
  })

  test('figures missing now or then', () => {
    const open = (period: string) => score(period, [sent('x', period, null)])
    expect(changeOf('x', now, open('2026-01'))).toEqual(because('openBefore'))
    expect(changeOf('x', open('2026-02'), score('2026-01', [sent('x', '2026-01', '7')]))).toEqual(
      because('open'),
    )
  })

  test('nothing came in during one of the periods', () => {
    const idle = score('2026-01', [sent('x', '2026-01', '7', { b: '0/0' })])
    expect(changeOf('x', now, idle)).toEqual(because('idle'))
  })

  test('other criteria applied', () => {
    const exempt = sent('x', '2026-01', '7', { notApplicable: [{ criterionId: 'b', reason: 'Miễn' }] })
    expect(changeOf('x', now, score('2026-01', [exempt]))).toEqual(because('otherMaximum'))
  })

  test('a claim is not measured by a decision; two decided stages are', () => {
    const claimed = sent('x', '2026-01', '7', { stage: 'selfAssessment' })
    expect(changeOf('x', now, score('2026-01', [claimed]))).toEqual(because('otherStage'))
    const reviewed = sent('x', '2026-01', '7', { stage: 'secondReview' })
    expect(changeOf('x', now, score('2026-01', [reviewed]))).toMatchObject({ difference: '0' })
  })

  test('another version of the rule set', () => {
    expect(changeOf('x', now, score('2026-01', [sent('x', '2026-01', '7')], '0'))).toEqual(
      because('otherRules'),
    )
  })
})
