import { describe, expect, test } from 'vitest'
import { decodeSubmission } from '../../../src/io/decode.ts'
import { stagesOf } from '../../../src/model/stages.ts'
import type { Submission } from '../../../src/model/submission.ts'
import { lintSubmission } from '../../../src/scoring/lint/lintSubmission.ts'
import { aCriterion, aGroup, aPool, aReportedLeaf, aRuleSet, aSubmission, score } from '../builders.ts'
import { agree, aPen, correction, figures, points } from './ledgerBuilders.ts'
import { handedIn, review, rules } from './reviewBuilders.ts'

const total = (sheet: ReturnType<typeof review>['sheet']) => sheet.total.points
const exactly = (value: string) => ({ kind: 'known', from: value, to: value })

/** Every leaf that reviewers have to give is given, so that totals are one number. */
const complete = (pen: ReturnType<typeof aPen>) => {
  pen.decide('c', points('3'))
  pen.write({
    kind: 'survey',
    agencyId: 'so-mot',
    criterionId: 's',
    given: { kind: 'points', points: '4.5' },
    source: 'Báo cáo 12/BC-SNV',
    over: [],
  })
}

describe('nothing decided', () => {
  test('is the submission as it was handed in', () => {
    const { submission, sheet, firstSheet } = review({})
    // a claimed 9, b 2,5, d claimed 2, k 2: 15,5; c may still give 4 and s 6.
    expect(total(sheet)).toEqual({ kind: 'known', from: '15.5', to: '25.5' })
    expect(submission).toEqual(handedIn())
    expect(firstSheet).toBeNull()
  })

  test('what others decided before the round is not taken over', () => {
    const before = handedIn({
      stage: 'firstReview',
      decisions: [{ criterionId: 'b', stage: 'firstReview', points: '1' }],
    })
    expect(review({ submission: before }).pointsOf('b')).toBe('2.5')
  })
})

describe('the last decided stage wins', () => {
  test('also when it is lower', () => {
    const pen = aPen()
    pen.decide('c', points('3.5'))
    pen.decide('c', points('1'), { stage: 'secondReview' })
    const { submission, pointsOf, firstSheet, selfSheet } = review({ entries: pen.entries })
    expect(pointsOf('c')).toBe('1')
    expect(submission.stage).toBe('secondReview')
    expect(firstSheet?.nodes.find(node => node.criterionId === 'c')?.points).toEqual(exactly('3.5'))
    expect(selfSheet.nodes.find(node => node.criterionId === 'c')?.outcome?.kind).toBe('pendingReview')
    expect(stagesOf(submission)).toEqual(['selfAssessment', 'firstReview', 'secondReview'])
  })

  test('a second round that says nothing of a leaf leaves the first one standing', () => {
    const pen = aPen()
    pen.decide('c', points('3'))
    pen.decide('d', points('1'), { stage: 'secondReview' })
    const { pointsOf } = review({ entries: pen.entries })
    expect([pointsOf('c'), pointsOf('d')]).toEqual(['3', '1'])
  })

  test('a question decides nothing', () => {
    const pen = aPen()
    pen.decide('c', points('3'))
    pen.decide('c', { kind: 'ask', question: 'Vì sao?' }, { stage: 'secondReview' })
    expect(review({ entries: pen.entries }).pointsOf('c')).toBe('3')
  })

  test('a closed round says so', () => {
    const pen = aPen()
    const line = pen.decide('c', points('3'))
    pen.close('closed', [line.id])
    const { submission, sheet } = review({ entries: pen.entries })
    expect([submission.stage, sheet.stage]).toEqual(['closed', 'closed'])
  })
})

describe('verdicts', () => {
  test('by rule: the claim falls and the figures count', () => {
    const pen = aPen()
    pen.decide('a', { kind: 'byRule' }, { reason: 'Tự chấm cao hơn số liệu' })
    const { submission, pointsOf } = review({ entries: pen.entries })
    expect(pointsOf('a')).toBe('7.5')
    expect(submission.decisions?.at(-1)).toEqual({
      criterionId: 'a',
      stage: 'firstReview',
      points: '7.5',
      reason: 'Tự chấm cao hơn số liệu',
      byRule: true,
      by: 'Lê Thị Hoa',
      at: '2026-11-10T02:00:00.000Z',
      provenance: submission.provenance,
    })
  })

  test('agree: what stood stands, the claim above the rule as well', () => {
    const pen = aPen()
    pen.decide('a', agree, { from: '9', to: '9' })
    const { submission, pointsOf } = review({ entries: pen.entries })
    expect(pointsOf('a')).toBe('9')
    expect(submission.decisions?.at(-1)).toMatchObject({
      stage: 'firstReview',
      points: '9',
      reason: 'Đồng ý với điểm tự chấm',
    })
    expect(submission.decisions?.at(-1)?.byRule).toBeUndefined()
  })

  test('agree in the second round keeps the result of the first, not the claim', () => {
    const pen = aPen()
    pen.decide('a', { kind: 'byRule' })
    pen.decide('a', agree, { stage: 'secondReview', from: '7.5', to: '7.5' })
    expect(review({ entries: pen.entries }).pointsOf('a')).toBe('7.5')
  })

  test('a corrected figure keeps what it was, when and why', () => {
    const pen = aPen()
    pen.decide(
      'a',
      figures(correction('done', '30', '24')),
      { reason: 'Sáu hồ sơ không có kết quả' },
      // Past midnight in Hà Nội, the day before in Greenwich.
      { at: '2026-11-10T18:30:00.000Z' },
    )
    const { submission } = review({ entries: pen.entries })
    expect(submission.values.find(value => value.metricId === 'done')).toMatchObject({
      value: '24',
      corrections: [{ was: '30', on: '2026-11-11', reason: 'Sáu hồ sơ không có kết quả' }],
    })
  })

  test('a corrected figure shared by two leaves scores both again, and the claims on it fall', () => {
    const pen = aPen()
    // b looks at the same figure: 24/60 of 5 is 2; a falls from the claimed 9 to 24/40 of 10, which is 6.
    pen.decide('b', figures(correction('done', '30', '24')), { reason: 'Đếm trùng' })
    const { submission, pointsOf, sheet } = review({ entries: pen.entries })
    expect([pointsOf('a'), pointsOf('b')]).toEqual(['6', '2'])
    expect(submission.decisions?.filter(each => each.stage === 'firstReview')).toMatchObject([
      { criterionId: 'a', points: '6', reason: 'Tính lại vì số liệu được sửa ở tiêu chí B: Đếm trùng' },
      { criterionId: 'b', points: '2', reason: 'Đếm trùng' },
    ])
    expect(sheet.nodes.find(node => node.criterionId === 'g')?.points).toEqual(exactly('8'))
  })

  test('two figures: neither correction counts until somebody chooses', () => {
    const [hoa, nam] = [aPen('hoa'), aPen('nam')]
    const one = hoa.decide('a', figures(correction('done', '30', '20')))
    const other = nam.decide('b', figures(correction('done', '30', '25')))
    const lines = () => [...hoa.entries, ...nam.entries]
    const waiting = review({ entries: lines() })
    expect([waiting.pointsOf('a'), waiting.pointsOf('b')]).toEqual(['9', '2.5'])
    expect([waiting.itemOf('a').status, waiting.itemOf('b').status]).toEqual(['conflict', 'conflict'])
    hoa.decide('a', figures(correction('done', '25', '24')), { over: [one.id, other.id] })
    const chosen = review({ entries: lines() })
    expect([chosen.pointsOf('a'), chosen.pointsOf('b')]).toEqual(['6', '2'])
  })

  test('not applicable leaves numerator and denominator', () => {
    const pen = aPen()
    complete(pen)
    pen.decide('b', { kind: 'notApplicable' }, { reason: 'Không phát sinh nhiệm vụ này' })
    const { sheet, submission } = review({ entries: pen.entries })
    // 9 + 3 + 2 + 4,5 + 2 of 28 − 5.
    expect(total(sheet)).toEqual(exactly('20.5'))
    expect(sheet.total.maxPoints).toBe('23')
    expect(submission.notApplicable).toEqual([{ criterionId: 'b', reason: 'Không phát sinh nhiệm vụ này' }])
  })

  test('not applicable is no zero: the same leaf decided at nothing keeps its denominator', () => {
    const pen = aPen()
    pen.decide('d', points('0'))
    const { sheet, pointsOf } = review({ entries: pen.entries })
    expect([pointsOf('d'), sheet.total.maxPoints]).toEqual(['0', '28'])
  })

  test('points for what the agency said not to apply bring it back, and only it', () => {
    const submission = handedIn({ notApplicable: [{ criterionId: 'h', reason: 'Không thuộc phạm vi' }] })
    const pen = aPen()
    pen.decide('d', points('1'))
    const { pointsOf, sheet } = review({ entries: pen.entries, submission })
    expect([pointsOf('c'), pointsOf('d'), pointsOf('s')]).toEqual(['notApplicable', '1', 'notApplicable'])
    expect(sheet.total.maxPoints).toBe('18')
  })

  test('a survey is entered apart and stands before reviewers see it', () => {
    const pen = aPen()
    complete(pen)
    const { submission, sheet, pointsOf } = review({ entries: pen.entries })
    expect(pointsOf('s')).toBe('4.5')
    expect(submission.decisions?.find(each => each.criterionId === 's')).toMatchObject({
      stage: 'firstReview',
      reason: 'Kết quả điều tra: Báo cáo 12/BC-SNV',
    })
    // 9 + 2,5 + 3 + 2 + 4,5 + 2.
    expect(total(sheet)).toEqual(exactly('23'))
  })

  test('a bonus follows its corrected figure', () => {
    const pen = aPen()
    pen.decide('k', figures(correction('ideas', '2', '1')))
    expect(review({ entries: pen.entries }).pointsOf('k')).toBe('1')
  })

  test('a figure that was never handed in is missing, not zero', () => {
    const pen = aPen()
    pen.decide('a', {
      kind: 'figures',
      figures: [{ metricId: 'done', was: { state: 'entered', value: '30' }, to: { state: 'missing' } }],
    })
    const { pointsOf, submission } = review({ entries: pen.entries })
    expect(pointsOf('a')).toBe('missing')
    expect(submission.decisions?.some(each => each.criterionId === 'a')).toBe(false)
  })

  test('points that are no decimal stay with the rule to the last digit', () => {
    const ruleSet = aRuleSet({ criteria: [aCriterion({ id: 'a', maxPoints: '10' })] })
    const submission = aSubmission({ agencyId: 'so-mot', figures: { done: '10', all: '30' } })
    const pen = aPen()
    pen.decide('a', figures(correction('done', '10', '20')))
    const { pointsOf } = review({ entries: pen.entries, ruleSet, submission })
    expect(pointsOf('a')).toBe('20/3')
  })

  test('agreeing with 0 of 0 makes no achievement of it', () => {
    const ruleSet = aRuleSet({
      criteria: [aCriterion({ id: 'a', rule: { ...ratio, whenDenominatorZero: 'full' } })],
    })
    const submission = aSubmission({ agencyId: 'so-mot', figures: { done: '0', all: '0' } })
    const pen = aPen()
    pen.decide('a', agree, { from: '1', to: '1' })
    const { sheet, submission: reviewed } = review({ entries: pen.entries, ruleSet, submission })
    expect(reviewed.decisions).toHaveLength(1)
    expect(sheet.total.notIncurredLeaves).toBe(1)
  })
})

describe('lines that cannot be followed', () => {
  test('decide nothing, are named, and harm nobody else', () => {
    const pen = aPen()
    pen.decide('c', points('99'))
    pen.decide('b', points('1'))
    pen.decide('d', points('1.5'))
    pen.decide('khong-co', points('1'))
    const { steps, pointsOf, itemOf } = review({ entries: pen.entries })
    expect([pointsOf('b'), pointsOf('c'), pointsOf('d')]).toEqual(['2.5', 'pendingReview', '1.5'])
    expect([...steps.firstReview.refused.keys()]).toEqual(['c', 'b', 'khong-co'])
    expect(itemOf('c')).toMatchObject({ status: 'conflict', isDone: false })
    expect(itemOf('c').invalid?.vi).toBe('Điểm không được lớn hơn 4')
  })

  test('a pooled leaf cannot be exempted alone', () => {
    const ruleSet = aRuleSet({
      criteria: [aGroup('g', [aReportedLeaf('x', null), aReportedLeaf('y', null)], { maxPoints: '5' })],
      pools: [aPool('p', ['x', 'y'], '5')],
      scale: '5',
    })
    const pen = aPen()
    pen.decide('x', { kind: 'notApplicable' })
    const { steps, submission } = review({
      entries: pen.entries,
      ruleSet,
      submission: aSubmission({ agencyId: 'so-mot' }),
    })
    expect([...steps.firstReview.refused.keys()]).toEqual(['x'])
    expect(submission.notApplicable).toBeUndefined()
  })
})

describe('what comes out', () => {
  test('is a submission that whoever decodes and lints it finds nothing wrong with', () => {
    const pen = aPen()
    complete(pen)
    pen.decide('a', { kind: 'byRule' })
    pen.decide('b', figures(correction('other', '60', '50')), { stage: 'secondReview' })
    pen.decide('d', { kind: 'notApplicable' }, { stage: 'secondReview' })
    const { submission, sheet } = review({ entries: pen.entries })
    expect(lintSubmission(submission, rules, 'ho-so.json')).toEqual([])
    const decoded = decodeSubmission(JSON.stringify(submission), 'ho-so.json')
    expect(decoded).toMatchObject({ ok: true })
    expect(score(rules, JSON.parse(JSON.stringify(submission)) as Submission)).toEqual(
      JSON.parse(JSON.stringify(sheet)),
    )
  })
})

const ratio = {
  kind: 'ratio',
  numerator: 'done',
  denominator: 'all',
  direction: 'higherIsBetter',
  targetPercent: '100',
  scaling: 'share',
  whenMissing: 'missing',
} as const
