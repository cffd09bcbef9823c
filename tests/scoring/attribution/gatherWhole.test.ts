import { describe, expect, test } from 'vitest'
import type { Submission } from '../../../src/model/submission.ts'
import { gatherWhole } from '../../../src/scoring/attribution/gatherWhole.ts'
import { aCriterion, aGroup, aRatioRule, aRuleSet, aSubmission, stated } from '../builders.ts'

const report = (
  agencyId: string,
  figures: Readonly<Record<string, string | null>>,
  parts: Partial<Submission> = {},
) => aSubmission({ id: agencyId, agencyId, figures, ...parts })

const entered = ({ values }: Submission) =>
  Object.fromEntries(values.flatMap(each => (each.state === 'entered' ? [[each.metricId, each.value]] : [])))

/** Two shares tied by `all`, one apart, and a leaf that is no share. */
const rules = aRuleSet({
  criteria: [
    aGroup('area', [
      aCriterion({ id: 'online', rule: aRatioRule({ numerator: 'online', denominator: 'all' }) }),
      aCriterion({ id: 'late', rule: aRatioRule({ numerator: 'late', denominator: 'all' }) }),
    ]),
    aCriterion({ id: 'copies', rule: aRatioRule({ numerator: 'copied', denominator: 'copies' }) }),
    aCriterion({ id: 'public', rule: { kind: 'yesNo', metric: 'published' } }),
  ],
})

describe('sums in place of a report', () => {
  test('shares’ figures are added; what is no part of a share stays missing', () => {
    const { submission, leftOut } = gatherWhole(rules, 'tinh', [
      report('b', { online: '3', late: '1', all: '10', copied: '2', copies: '2', published: '1' }),
      report('a', { online: '4', late: '0', all: '5', copied: '0', copies: '7', published: '1' }),
    ])
    expect(entered(submission)).toEqual({ online: '7', late: '1', all: '15', copied: '2', copies: '9' })
    expect(submission).toMatchObject({ agencyId: 'tinh', period: '2026', ruleSetId: 'bo-thu' })
    expect([...leftOut.values()].flat()).toEqual([])
  })

  test('every sum is deduced and says over how many agencies', () => {
    const { submission } = gatherWhole(rules, 'tinh', [report('a', { copied: '1', copies: '2' })])
    expect(submission.provenance.certainty).toBe('inferred')
    expect(submission.values.map(value => value.provenance)).toEqual([
      { certainty: 'inferred', source: null, note: 'Suy ra: cộng từ 1 đơn vị đã nộp.' },
      { certainty: 'inferred', source: null, note: 'Suy ra: cộng từ 1 đơn vị đã nộp.' },
    ])
  })

  test('a missing figure takes the agency out of all figures tied to it, and of no others', () => {
    const { submission, parts, leftOut } = gatherWhole(rules, 'tinh', [
      report('a', { online: '4', late: '0', all: '5', copied: '1', copies: '7' }),
      report('b', { online: '3', late: null, all: '10', copied: '2', copies: '2' }),
    ])
    // `late` of b is missing; `online` and `all` of b hang on it through `all`, `copied` and `copies` do not.
    expect(entered(submission)).toEqual({ online: '4', late: '0', all: '5', copied: '3', copies: '9' })
    const gone = [{ agencyId: 'b', because: 'missing', metricIds: ['late'] }]
    expect(Object.fromEntries(leftOut)).toEqual({ online: gone, late: gone, copies: [] })
    expect(parts.map(entered)).toEqual([
      { online: '4', late: '0', all: '5', copied: '1', copies: '7' },
      { copied: '2', copies: '2' },
    ])
  })

  test('missing everywhere stays missing: there is no sum of nothing', () => {
    const { submission } = gatherWhole(rules, 'tinh', [
      report('a', { copied: '1', copies: null }),
      report('b', { copied: null, copies: '3' }),
    ])
    expect(submission.values).toEqual([])
  })

  test('an entered zero is a figure', () => {
    const { submission } = gatherWhole(rules, 'tinh', [
      report('a', { copied: '0', copies: '0' }),
      report('b', { copied: '1', copies: '4' }),
    ])
    expect(entered(submission)).toEqual({ copied: '1', copies: '4' })
    expect(submission.values[0]?.provenance?.note).toContain('2 đơn vị')
  })

  test.each([
    ['notApplicable', 'notApplicable'],
    ['withheld', 'withheld'],
  ] as const)('a figure that is %s leaves the agency out as %s', (state, because) => {
    const { leftOut } = gatherWhole(rules, 'tinh', [
      aSubmission({
        agencyId: 'a',
        values: [
          { metricId: 'copied', state: 'entered', value: '1' },
          { metricId: 'copies', state },
        ],
      }),
    ])
    expect(leftOut.get('copies')).toEqual([{ agencyId: 'a', because, metricIds: ['copies'] }])
  })

  test('an agency exempt from one leaf, or its area, is left out of what is tied to it', () => {
    const full = { online: '1', late: '0', all: '2', copied: '1', copies: '2' }
    const { submission, leftOut } = gatherWhole(rules, 'tinh', [
      report('a', full, { notApplicable: [{ criterionId: 'late', reason: 'Không có hồ sơ' }] }),
      report('b', full, { notApplicable: [{ criterionId: 'area', reason: 'Không có hồ sơ' }] }),
      report('c', full),
    ])
    expect(entered(submission)).toEqual({ online: '1', late: '0', all: '2', copied: '3', copies: '6' })
    expect(leftOut.get('online')).toEqual([
      { agencyId: 'a', because: 'exempt', metricIds: [] },
      { agencyId: 'b', because: 'exempt', metricIds: [] },
    ])
  })

  test('figures that do not add up are summed by nobody', () => {
    const mean = aRuleSet({
      criteria: rules.criteria,
      metrics: rules.metrics.map(metric =>
        metric.id === 'copies' ? { ...metric, aggregation: 'none' } : metric,
      ),
    })
    const { submission } = gatherWhole(mean, 'tinh', [report('a', { copied: '1', copies: '2' })])
    expect(submission.values).toEqual([])
  })

  test('stands at the least advanced stage of its parts', () => {
    const { submission } = gatherWhole(rules, 'tinh', [
      report('a', {}, { stage: 'closed' }),
      report('b', {}, { stage: 'firstReview', provenance: stated }),
    ])
    expect(submission.stage).toBe('firstReview')
  })

  test('of nobody, nothing can be gathered', () => {
    expect(() => gatherWhole(rules, 'tinh', [])).toThrow('tinh')
  })
})
