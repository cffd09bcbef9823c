import { describe, expect, test } from 'vitest'
import type { Plan, Target } from '../../../src/model/plan.ts'
import type { Problem } from '../../../src/model/problem.ts'
import type { Rule } from '../../../src/model/rules.ts'
import type { Submission } from '../../../src/model/submission.ts'
import { lintListing, lintPlan, lintSubmission } from '../../../src/scoring/lint/lintSubmission.ts'
import { loadData } from '../../data/dataFiles.ts'
import {
  aCriterion,
  aGroup,
  aPlan,
  aPool,
  aRatioRule,
  aReportedLeaf,
  aRuleSet,
  aSubmission,
  aTarget,
  aTask,
  stated,
} from '../builders.ts'

const file = 'submissions/thu.json'

/** As "path code", with file and both languages checked on the way. */
const describeAll = (problems: readonly Problem[]) =>
  problems.map(problem => {
    expect(problem.file).toBe(file)
    expect(problem.message.vi).toMatch(/\S/)
    expect(problem.message.en).toMatch(/\S/)
    return `${problem.path} ${problem.code}`
  })
const paths = (found: readonly string[]) => found.map(entry => entry.split(' ')[0])

describe('a submission', () => {
  const flag: Rule = { kind: 'yesNo', metric: 'connected' }
  const ruleSet = aRuleSet({
    criteria: [
      aCriterion(),
      aCriterion({ id: 'flag', rule: flag }),
      aGroup('g', [aReportedLeaf('a', '2'), aReportedLeaf('p', null), aReportedLeaf('q', null)], {
        maxPoints: null,
      }),
    ],
    pools: [aPool('pq', ['p', 'q'], '3')],
  })
  const findings = (parts: Parameters<typeof aSubmission>[0]) =>
    describeAll(lintSubmission(aSubmission(parts), ruleSet, file))

  test('that fits has no findings, and neither have the shipped ones', () => {
    expect(
      findings({ figures: { done: '1', all: '2', connected: '1' }, points: { a: '1', g: '2', pq: '1' } }),
    ).toEqual([])
    const { ruleSets, submissions } = loadData()
    for (const submission of submissions) {
      const own = ruleSets.find(entry => entry.id === submission.ruleSetId)
      expect(own && lintSubmission(submission, own, submission.id)).toEqual([])
    }
  })

  test('answers this rule set in this version', () => {
    expect(findings({ ruleSetId: 'bo-khac' })).toEqual(['ruleSetId other-rule-set'])
    expect(findings({ ruleSetVersion: '2' })).toEqual(['ruleSetId other-rule-set'])
  })

  describe('what is handed in beside figures', () => {
    const asking = aRuleSet({
      criteria: [
        aCriterion({ requiredEvidence: [{ id: 'bao-cao', title: 'Báo cáo', provenance: stated }] }),
        aCriterion({ id: 'b' }),
      ],
    })
    const found = (parts: Parameters<typeof aSubmission>[0]) =>
      lintSubmission(aSubmission(parts), asking, file).map(
        ({ severity, path, code }) => `${severity} ${path} ${code}`,
      )
    const leaf = aCriterion().id
    const paper = { id: 'mc-1', title: 'Báo cáo', criterionIds: [leaf] }

    test('names criteria the set has', () => {
      expect(
        found({
          evidence: [paper],
          explanations: [{ criterionId: 'b', text: 'Chưa phát sinh.' }],
          accepted: [{ findingId: 'x', criterionId: null, finding: 'Tăng 10 lần', reason: 'Đúng.' }],
        }),
      ).toEqual([])
      expect(
        found({
          evidence: [{ ...paper, criterionIds: [leaf, 'khac'] }],
          explanations: [{ criterionId: 'khac', text: 'Chưa phát sinh.' }],
          accepted: [{ findingId: 'x', criterionId: 'khac', finding: 'Tăng 10 lần', reason: 'Đúng.' }],
        }),
      ).toEqual([
        'error evidence[0].criterionIds[1] unknown-criterion',
        'error explanations[0].criterionId unknown-criterion',
        'error accepted[0].criterionId unknown-criterion',
      ])
    })

    test('may name a document the criterion no longer asks for, which is said', () => {
      expect(found({ evidence: [{ ...paper, requiredId: 'bao-cao' }] })).toEqual([])
      expect(found({ evidence: [{ ...paper, requiredId: 'khac' }] })).toEqual([
        'warning evidence[0].requiredId unknown-required-evidence',
      ])
      // The set asks for it elsewhere.
      expect(found({ evidence: [{ ...paper, criterionIds: ['b'], requiredId: 'bao-cao' }] })).toEqual([
        'warning evidence[0].requiredId unknown-required-evidence',
      ])
      expect(found({ evidence: [{ ...paper, criterionIds: ['b', leaf], requiredId: 'bao-cao' }] })).toEqual(
        [],
      )
    })
  })

  test('names metrics of the set, each once', () => {
    expect(findings({ figures: { khac: '1' } })).toEqual(['values[0].metricId unknown-metric'])
    const twice: Submission['values'] = [
      { metricId: 'done', state: 'entered', value: '1' },
      { metricId: 'done', state: 'missing' },
    ]
    expect(findings({ values: twice })).toEqual(['values[1].metricId duplicate-value'])
  })

  test.each(['-1', '1.5', '1.0'])('a count is not %s', value => {
    expect(findings({ figures: { done: value } })).toEqual(['values[0].value not-a-count'])
  })

  test.each(['0', '1', '443565', '99999999999999999999'])('a count may be %s', value => {
    expect(findings({ figures: { done: value } })).toEqual([])
  })

  test.each(['2', '-1', '0.5'])('an answer is not %s', value => {
    expect(findings({ figures: { connected: value } })).toEqual(['values[0].value not-a-flag'])
  })

  test('a percentage lies between 0 and 100, ends included', () => {
    const share = { id: 'share', name: 'Tỷ lệ', unit: '%', valueType: 'percent' } as const
    const withShare = { ...ruleSet, metrics: [...ruleSet.metrics, share] }
    const at = (value: string) =>
      describeAll(lintSubmission(aSubmission({ figures: { share: value } }), withShare, file))
    for (const fits of ['0', '49.9', '100', '100.0']) expect(at(fits)).toEqual([])
    for (const wrong of ['-0.01', '100.01']) expect(at(wrong)).toEqual(['values[0].value not-a-percentage'])
  })

  test('a missing figure has no value to be wrong', () => {
    expect(findings({ figures: { done: null, connected: null } })).toEqual([])
  })

  test('publishes points of criteria and pools of the set', () => {
    expect(findings({ points: { khac: '1' } })).toEqual(['published.points[0].nodeId unknown-criterion'])
  })

  test('publishes points of a criterion once: two figures would be a matter of order', () => {
    const submission = aSubmission({ points: { a: '1' } })
    const points = [
      { nodeId: 'a', points: '1' },
      { nodeId: 'a', points: '2' },
    ]
    const published = submission.published && { ...submission.published, points }
    expect(paths(findings({ ...(published ? { published } : {}) }))).toEqual(['published.points[1].nodeId'])
  })

  test.each([
    ['more than the maximum of the leaf', 'a', '2.01'],
    ['more than the joint maximum of the pool', 'pq', '3.01'],
    ['less than nothing', 'a', '-0.01'],
  ])('does not publish %s', (_, id, points) => {
    expect(paths(findings({ points: { [id]: points } }))).toEqual(['published.points[0].points'])
  })

  test('is exempt from criteria of the set', () => {
    const exempt = (criterionId: string) => findings({ notApplicable: [{ criterionId, reason: 'Không có' }] })
    expect(exempt('leaf')).toEqual([])
    expect(exempt('khac')).toEqual(['notApplicable[0].criterionId unknown-criterion'])
  })

  test.each(['p', 'g'])('is not exempt from %s, where a maximum is only known jointly', criterionId => {
    expect(findings({ notApplicable: [{ criterionId, reason: 'Không có' }] })).toEqual([
      'notApplicable[0].criterionId pooled-not-applicable',
    ])
  })

  test('is not exempt from a pool, which is no criterion', () => {
    const found = findings({ notApplicable: [{ criterionId: 'pq', reason: 'Không có' }] })
    expect(paths(found)).toEqual(['notApplicable[0].criterionId'])
  })
})

test('a file is about what the catalogue lists it for', () => {
  const listed = { agencyId: 'don-vi', period: '2026' }
  expect(describeAll(lintListing(listed, aSubmission(), file))).toEqual([])
  expect(
    describeAll(lintListing({ ...listed, agencyId: 'don-vi-khac', period: '2025' }, aSubmission(), file)),
  ).toEqual(['agencyId listed-otherwise', 'period listed-otherwise'])
})

describe('a plan', () => {
  const falling = aRatioRule({
    direction: 'lowerIsBetter',
    targetPercent: '5',
    floorPercent: '20',
    scaling: 'fromFloor',
  })
  const ruleSet = aRuleSet({ criteria: [aCriterion(), aCriterion({ id: 'late', rule: falling })] })
  const findings = (plan: Partial<Plan>) => describeAll(lintPlan(aPlan(plan), ruleSet, file))
  const withTarget = (target: Partial<Target>) => findings({ targets: [aTarget(target)] })
  const on = (criterionId: string) => ({ from: 'criterion', criterionId }) as const

  test('that fits has no findings, and neither have the shipped ones that serve a rule set', () => {
    expect(findings({ targets: [aTarget()], tasks: [aTask('t', ['leaf', 'late'])] })).toEqual([])
    const { plans, ruleSets } = loadData()
    for (const plan of plans.filter(each => each.ruleSetId !== undefined)) {
      const own = ruleSets.find(entry => entry.id === plan.ruleSetId)
      expect(own && lintPlan(plan, own, plan.id)).toEqual([])
    }
  })

  test('names criteria and metrics of the set', () => {
    expect(withTarget({ criterionId: 'khac' })).toEqual(['targets[0].criterionId unknown-criterion'])
    expect(withTarget({ actual: on('khac') })).toEqual(['targets[0].actual.criterionId unknown-criterion'])
    expect(withTarget({ actual: { from: 'metric', metricId: 'khac' } })).toEqual([
      'targets[0].actual.metricId unknown-metric',
    ])
    expect(findings({ tasks: [aTask('t', ['leaf', 'khac'])] })).toEqual([
      'tasks[0].criterionIds[1] unknown-criterion',
    ])
  })

  test('points the way its rule points', () => {
    const against = ['targets[0].comparison target-against-direction']
    expect(withTarget({ comparison: 'atMost' })).toEqual(against)
    expect(withTarget({ comparison: 'atLeast', actual: on('late') })).toEqual(against)
    expect(withTarget({ comparison: 'atMost', actual: on('late') })).toEqual([])
  })
})
