import { describe, expect, test } from 'vitest'
import { reconcileSubmissions } from '../../src/scoring/reconcileSubmissions.ts'
import { aCriterion, aGroup, aReportedLeaf, aRuleSet, aSubmission } from './builders.ts'

const scoredAt = '2026-10-17T00:00:00.000Z'
const leaf = aCriterion({ id: 'leaf', maxPoints: '2', note: 'Số của cả tỉnh.' })
const ruleSet = aRuleSet({
  criteria: [
    aGroup('I', [leaf]),
    aGroup('II', [aReportedLeaf('reported', '4', { note: 'Số của cả tỉnh.' })], { note: 'Nhóm hai.' }),
  ],
})
const figures = { done: '1', all: '2' }

describe('a source that publishes its groups and no total', () => {
  const only = (submission: ReturnType<typeof aSubmission>) => {
    const { units, agreement } = reconcileSubmissions(ruleSet, [submission], scoredAt)
    return { unit: units[0], agreement }
  }

  test('has the exact sum of its groups beside it, which is no published figure', () => {
    const points = { I: '0.1', II: '0.2', reported: '0.2' }
    const { unit, agreement } = only(aSubmission({ figures, points }))
    // As binary fractions 0.30000000000000004; ours is 1 ÷ 2 × 2 + 0.2.
    expect(unit?.groupSum).toEqual({ points: '0.3', difference: '0.9' })
    expect(unit?.submission.published?.total).toBeNull()
    expect(unit?.sheet.reconciliation?.checks.map(check => check.kind)).toEqual(['group'])
    expect(agreement).toMatchObject({ agreeing: 0, checks: 1 })
  })

  test('has no difference while our total is open', () => {
    const { unit } = only(aSubmission({ figures: { done: null, all: '2' }, points: { I: '1', II: '3' } }))
    expect(unit?.groupSum).toEqual({ points: '4', difference: null })
  })

  test('has no sum while a group is not published, nor beside a total that is', () => {
    expect(only(aSubmission({ figures, points: { I: '0.1', leaf: '0.1' } })).unit?.groupSum).toBeNull()
    const stated = only(aSubmission({ figures, points: { I: '1', II: '1', reported: '1' }, total: '5' }))
    expect(stated.unit?.groupSum).toBeNull()
    expect(stated.unit?.sheet.reconciliation?.checks.map(check => check.kind)).toContain('total')
    expect(only(aSubmission({ figures })).unit?.groupSum).toBeNull()
  })
})

describe('many submissions', () => {
  const points = { I: '1', leaf: '1', II: '3', reported: '3' }
  const submissions = [
    aSubmission({ id: 'a', agencyId: 'so-a', figures, points }),
    aSubmission({ id: 'b', agencyId: 'so-b', figures, points: { ...points, leaf: '1.5' } }),
    aSubmission({ id: 'c', agencyId: 'so-c', figures: { done: null, all: '2' }, points }),
  ]

  test('are counted together: agreeing, taken over, left open', () => {
    const { units, agreement } = reconcileSubmissions(ruleSet, submissions, scoredAt)
    expect(units.map(unit => unit.sheet.total.points)).toEqual([
      { kind: 'known', from: '4', to: '4' }, // 1 ÷ 2 × 2 + 3
      { kind: 'known', from: '4', to: '4' },
      { kind: 'known', from: '3', to: '5' },
    ])
    // Of each: I and leaf compared, II taken over, its only leaf being the same figure; so-c has nothing settled.
    expect(agreement).toEqual({ agreeing: 3, checks: 4, takenAsPublished: 3, notComparable: 2 })
  })

  test('one that does not fit is left out and named', () => {
    const wrong = aSubmission({ agencyId: 'so-d', figures: { done: '1.5', all: '2' }, points })
    const result = reconcileSubmissions(ruleSet, [...submissions, wrong], scoredAt)
    expect(result.units).toHaveLength(3)
    expect(result.problems.map(({ file, code, severity }) => [file, code, severity])).toEqual([
      ['so-d', 'not-a-count', 'error'],
    ])
  })

  test('have their notes gathered: equal ones once, those of figures with their agencies', () => {
    const noted = submissions.map(submission => ({
      ...submission,
      values: submission.values.map(value =>
        value.metricId === 'all'
          ? {
              ...value,
              provenance: { ...submission.provenance, note: 'Mẫu số tạm.' },
            }
          : value.state === 'missing'
            ? { ...value, note: 'Không công bố' }
            : value,
      ),
    }))
    const { remarks } = reconcileSubmissions(ruleSet, noted, scoredAt)
    expect(
      remarks.map(({ criteria, text, agencyIds }) => [criteria.map(each => each.id), text, agencyIds]),
    ).toEqual([
      [['leaf', 'reported'], 'Số của cả tỉnh.', null],
      [['II'], 'Nhóm hai.', null],
      [['leaf'], 'Mẫu số tạm.', ['so-a', 'so-b', 'so-c']],
      [['leaf'], 'Không công bố', ['so-c']],
    ])
  })

  test('none: nothing', () => {
    expect(reconcileSubmissions(ruleSet, [], scoredAt)).toMatchObject({
      units: [],
      agreement: { agreeing: 0, checks: 0 },
      problems: [],
    })
  })
})
