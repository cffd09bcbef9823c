import { describe, expect, test } from 'vitest'
import type { RuleSet } from '../../../src/model/ruleSet.ts'
import type { Submission } from '../../../src/model/submission.ts'
import type { TrendPeriod, TrendSubject } from '../../../src/model/trend.ts'
import { comparePeriods, scorePeriod, trendOf } from '../../../src/scoring/change/scoreTrend.ts'
import { aBand, aGroup, aPlan, aReportedLeaf, aRuleSet, aSubmission, aTarget, scoredAt } from '../builders.ts'
import { ratioLeaf } from './changeBuilders.ts'

const rules = aRuleSet({
  criteria: [aGroup('g', [ratioLeaf('a', '10'), aReportedLeaf('b', '10')])],
  bands: [aBand('tot', '80'), aBand('yeu', '0')],
})
const next = aRuleSet({ ...rules, id: 'bo-moi', bands: [aBand('tot', '70'), aBand('yeu', '0')] })

/** a = done of 10, b as published. */
function sent(
  period: string,
  done: string | null,
  b: string,
  set: RuleSet = rules,
  rest: Partial<Submission> = {},
) {
  const submission = aSubmission({
    period,
    ruleSetId: set.id,
    figures: { 'a.n': done, 'a.d': '10' },
    points: { b },
    submittedOn: '2026-01-05',
    ...rest,
  })
  return scorePeriod(set, submission, null, null, scoredAt)
}

const silent = (period: string) =>
  scorePeriod(rules, aSubmission({ period, figures: {} }), null, null, scoredAt)

const total: TrendSubject = { criterionId: null, measure: 'points' }
const follow = (periods: readonly TrendPeriod[], subject = total, sets: readonly RuleSet[] = [rules]) =>
  trendOf(periods, sets, subject)

describe('never an invented point', () => {
  test('who sent nothing has no point, and no line goes over the gap', () => {
    const { points } = follow([sent('2026-01', '5', '5'), silent('2026-02'), sent('2026-03', '6', '5')])
    expect(points.map(({ state, drawn, joined }) => [state, drawn?.to ?? null, joined])).toEqual([
      ['settled', '10', false],
      ['notSent', null, false],
      ['settled', '11', false],
    ])
    expect(points.map(point => point.noChange)).toEqual(['first', 'nothing', 'nothing'])
  })

  test('a month without a file parts the line, the change names the month it is since', () => {
    const { points } = follow([
      sent('2026-01', '5', '5'),
      sent('2026-03', '6', '5'),
      sent('2026-04', '6', '4'),
    ])
    expect(points.map(point => point.joined)).toEqual([false, false, true])
    expect(points[1]?.change).toEqual({ since: '2026-01', difference: '1' })
    expect(points[2]?.change).toEqual({ since: '2026-03', difference: '-1' })
  })

  test('missing figures make a range that nothing is joined to', () => {
    // a may earn 0 to 10
    const { points } = follow([sent('2026-01', '5', '5'), sent('2026-02', null, '5')])
    expect(points[1]).toMatchObject({
      state: 'open',
      drawn: { from: '5', to: '15' },
      missing: 1,
      joined: false,
      change: null,
      noChange: 'open',
    })
  })

  test('one date is one point without a line', () => {
    const { points } = follow([sent('2026-10-10', '5', '5')])
    expect(points).toMatchObject([{ joined: false, noChange: 'first' }])
  })
})

describe('the scale', () => {
  test('is points while every maximum is the same', () => {
    expect(follow([sent('2026-01', '5', '5'), sent('2026-02', '6', '5')])).toMatchObject({
      unit: 'points',
      end: '20',
      start: '0',
    })
  })

  test('is percent once one differs, and then points are not compared', () => {
    const exempt = { notApplicable: [{ criterionId: 'b', reason: 'Không có' }] }
    // 10/20 = 50%; 6/10 = 60%
    const trend = follow([sent('2026-01', '5', '5'), sent('2026-02', '6', '0', rules, exempt)])
    expect(trend).toMatchObject({ unit: 'percent', end: '100' })
    expect(trend.points.map(point => point.drawn?.to)).toEqual(['50', '60'])
    expect(trend.points[1]?.noChange).toBe('maximum')
  })

  test('bands stand at their share of the maximum, for the periods of their rule set', () => {
    const trend = follow([sent('2026-01', '5', '5'), sent('2026-02', '5', '5', next)], total, [rules, next])
    // 80% and 70% of 20
    expect(trend.levels.map(({ ruleSetId, id, at }) => [ruleSetId, id, at])).toEqual([
      ['bo-thu', 'tot', '16'],
      ['bo-thu', 'yeu', '0'],
      ['bo-moi', 'tot', '14'],
      ['bo-moi', 'yeu', '0'],
    ])
  })
})

describe('another rule set', () => {
  const periods = [sent('2025-12', '5', '5'), sent('2026-01', '6', '5', next)]

  test('parts the line and the change', () => {
    expect(follow(periods, total, [rules, next]).points[1]).toMatchObject({
      joined: false,
      change: null,
      noChange: 'rules',
    })
  })

  test('a criterion it does not have is absent, not zero', () => {
    const without = aRuleSet({ id: 'bo-moi', criteria: [aReportedLeaf('b', '10')] })
    const trend = follow(
      [sent('2025-12', '5', '5'), sent('2026-01', '6', '5', without)],
      { criterionId: 'a', measure: 'points' },
      [rules, without],
    )
    expect(trend.points.map(({ state, drawn }) => [state, drawn])).toEqual([
      ['settled', { from: '5', to: '5' }],
      ['absent', null],
    ])
  })
})

describe('a share', () => {
  const subject: TrendSubject = { criterionId: 'a', measure: 'share' }

  test('is what the points rest on, against what its rule asks', () => {
    const trend = follow([sent('2026-01', '5', '5'), sent('2026-02', '10', '5')], subject)
    expect(trend).toMatchObject({ unit: 'share', end: '100', hasShare: true })
    expect(trend.points.map(({ share, meetsTarget }) => [share, meetsTarget])).toEqual([
      ['50', false],
      ['100', true],
    ])
    expect(trend.points[1]?.change).toEqual({ since: '2026-01', difference: '50' })
    expect(trend.levels).toMatchObject([{ kind: 'target', percent: '100', at: '100' }])
  })

  test('a plan of the agency adds its own target', () => {
    const plan = aPlan({
      ruleSetId: rules.id,
      targets: [aTarget({ id: 't', percent: '60', actual: { from: 'criterion', criterionId: 'a' } })],
    })
    const { levels } = trendOf([sent('2026-01', '5', '5')], [rules], subject, [plan])
    expect(levels.map(({ kind, id, percent }) => [kind, id, percent])).toEqual([
      ['target', 'a', '100'],
      ['plan', 't', '60'],
    ])
  })

  test('published points rest on none', () => {
    expect(follow([sent('2026-01', '5', '5')], { criterionId: 'b', measure: 'share' })).toMatchObject({
      hasShare: false,
      points: [{ drawn: null, share: null }],
    })
  })
})

describe('the stage', () => {
  const reviewed = aSubmission({
    period: '2026-06',
    stage: 'firstReview',
    figures: { 'a.n': '5', 'a.d': '10' },
    points: { b: '5' },
    decisions: [{ criterionId: 'b', stage: 'firstReview', points: '3' }],
  })

  test('asked for is read where there is one, otherwise it is said', () => {
    const at = (stage: 'firstReview' | 'closed') => {
      const period = scorePeriod(rules, reviewed, null, stage, scoredAt)
      return [period.asItStands, period.submission.stage]
    }
    expect(at('firstReview')).toEqual([false, 'firstReview'])
    expect(at('closed')).toEqual([true, 'firstReview'])
  })
})

describe('a claim and a decision', () => {
  const claimed = (period: string, done: string) =>
    sent(period, done, '5', rules, { stage: 'selfAssessment' })
  const decided = (period: string, done: string) => sent(period, done, '5', rules, { stage: 'closed' })

  test('are joined by no line and have no change between them; their likes do', () => {
    // 5 + 5, 6 + 5, 8 + 5, 9 + 5
    const { points } = follow([
      decided('2026-01', '5'),
      decided('2026-02', '6'),
      claimed('2026-03', '8'),
      claimed('2026-04', '9'),
      decided('2026-05', '9'),
    ])
    expect(points.map(({ joined, change, noChange }) => [joined, change?.difference ?? noChange])).toEqual([
      [false, 'first'],
      [true, '1'],
      [false, 'stage'],
      [true, '1'],
      [false, 'stage'],
    ])
  })

  test('are no more one line as a share, and nothing sent stays nothing', () => {
    const subject: TrendSubject = { criterionId: 'a', measure: 'share' }
    const { points } = follow([decided('2026-01', '5'), claimed('2026-02', '6')], subject)
    expect(points[1]).toMatchObject({ share: '60', joined: false, change: null, noChange: 'stage' })
    expect(follow([silent('2026-01'), decided('2026-02', '6')]).points[1]?.noChange).toBe('nothing')
  })

  test('beside each other are taken apart, but not as a change', () => {
    const side = (period: TrendPeriod) => ({ period, ruleSet: rules, previous: null })
    const result = comparePeriods(side(decided('2026-01', '5')), side(claimed('2026-02', '7')))
    expect(result).toMatchObject({
      kind: 'compared',
      sameRules: true,
      otherStage: true,
      change: null,
      decomposition: { kind: 'comparable', difference: { from: '2', to: '2' } },
    })
    expect(comparePeriods(side(claimed('2026-01', '5')), side(claimed('2026-02', '7')))).toMatchObject({
      otherStage: false,
      change: { previousPeriod: '2026-01', difference: '2' },
    })
  })
})

describe('two periods beside each other', () => {
  const side = (period: TrendPeriod, ruleSet = rules) => ({ period, ruleSet, previous: null })

  test('say the difference every screen says, and where it comes from', () => {
    const result = comparePeriods(side(sent('2026-01', '5', '5')), side(sent('2026-02', '7', '4.5')))
    expect(result).toMatchObject({
      kind: 'compared',
      sameRules: true,
      change: { previousPeriod: '2026-01', difference: '1.5' }, // + 2 − 0.5
      decomposition: { kind: 'comparable', unit: 'points', difference: { to: '1.5' } },
      byNode: { difference: { to: '1.5' }, rest: { to: '0' } },
    })
  })

  test('across rule sets there is a decomposition but no plain difference', () => {
    const result = comparePeriods(
      side(sent('2025-12', '5', '5')),
      side(sent('2026-01', '6', '5', next), next),
    )
    expect(result).toMatchObject({ kind: 'compared', sameRules: false, change: null })
  })

  test('are refused where one sent nothing', () => {
    expect(comparePeriods(side(silent('2026-01')), side(sent('2026-02', '7', '5')))).toEqual({
      kind: 'refused',
      because: 'notSent',
      period: '2026-01',
    })
  })
})
