import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeSubmissions } from '../../../src/io/decode.ts'
import { editDraft } from '../../../src/model/draft.ts'
import type { RuleSet } from '../../../src/model/ruleSet.ts'
import type { MetricValue, Submission } from '../../../src/model/submission.ts'
import { formOf } from '../../../src/scoring/form/formOf.ts'
import { lintSubmission } from '../../../src/scoring/lint/lintSubmission.ts'
import { editsFrom } from '../../../src/state/assessment/draftOf.ts'
import { readingsOf } from '../../../src/state/assessment/readDraft.ts'
import { submissionOf, submissionParts, withAccepted } from '../../../src/state/assessment/submissionOf.ts'
import { aCriterion, aPool, aReportedLeaf, aRuleSet, aSubmission, stated } from '../../scoring/builders.ts'
import { typed } from '../draftBuilders.ts'
import { data, draftFor, draftsOf, shipped } from './assessBuilders.ts'

function made(ruleSet: RuleSet, draft: Parameters<typeof draftFor>[1]) {
  const form = formOf(ruleSet, null)
  const whole = draftFor(ruleSet, draft)
  return submissionParts(whole, ruleSet, readingsOf(whole, ruleSet, form), form)
}

const ratios = aRuleSet({ criteria: [aCriterion({ maxPoints: '6' })] })

describe('figures', () => {
  test('every metric is there in the order of the rule set; an empty field is missing and zero stays zero', () => {
    const { submission } = made(ratios, { fields: typed({ all: '0' }) })
    expect(submission.values).toEqual([
      { metricId: 'done', state: 'missing' },
      { metricId: 'all', state: 'entered', value: '0' },
    ])
  })

  test('what nobody can read is missing, with the text', () => {
    const { submission } = made(ratios, { fields: typed({ done: '12 a', all: ' ' }) })
    expect(submission.values).toEqual([
      { metricId: 'done', state: 'missing', note: 'Chưa đọc được: “12 a”' },
      { metricId: 'all', state: 'missing' },
    ])
  })

  test('a doubtful number is missing until its owner says which one is meant', () => {
    const ruleSet = aRuleSet({
      metrics: ratios.metrics.map(metric => ({ ...metric, valueType: 'number' })),
    })
    const doubtful = made(ruleSet, { fields: new Map([['all', { state: 'typed', text: '1.464' }]]) })
    expect(doubtful.submission.values[1]).toEqual({
      metricId: 'all',
      state: 'missing',
      note: 'Chưa rõ số: “1.464”',
    })
    const chosen = made(ruleSet, {
      fields: new Map([['all', { state: 'typed', text: '1.464', meant: '1.464' }]]),
    })
    expect(chosen.submission.values[1]).toEqual({ metricId: 'all', state: 'entered', value: '1.464' })
  })

  test('a state keeps its note; a blank one says nothing', () => {
    const { submission } = made(ratios, {
      fields: new Map([
        ['done', { state: 'withheld', note: 'Đang kiểm tra' }],
        ['all', { state: 'notApplicable', note: ' ' }],
      ]),
    })
    expect(submission.values).toEqual([
      { metricId: 'done', state: 'withheld', note: 'Đang kiểm tra' },
      { metricId: 'all', state: 'notApplicable' },
    ])
  })

  test('a percentage above 100 is missing and told apart; 100 is taken', () => {
    const ruleSet = aRuleSet({
      metrics: ratios.metrics.map(metric => ({ ...metric, valueType: 'percent', unit: '%' })),
    })
    const above = made(ruleSet, { fields: typed({ done: '100,01', all: '100' }) })
    expect(above.submission.values.map(value => value.state)).toEqual(['missing', 'entered'])
    expect(above.refused).toMatchObject([{ metricId: 'done', value: '100.01', code: 'share-above-100' }])
    expect(made(ruleSet, { fields: typed({ done: '100' }) }).refused).toEqual([])
  })
})

describe('figures no submission can hold', () => {
  test('a day past the calendar of the rule set; the last day of it is taken', () => {
    const ruleSet = aRuleSet({
      criteria: [
        aCriterion({
          rule: {
            kind: 'lateness',
            since: { date: '2026-11-02' },
            done: 'sent',
            allowedDays: 3,
            calendar: 'lich',
            bands: [{ points: '1' }],
          },
        }),
      ],
      calendars: [
        {
          id: 'lich',
          name: 'Lịch',
          from: '2026-01-01',
          to: '2026-11-20',
          holidays: [],
          workedDays: [],
          provenance: stated,
        },
      ],
    })
    const past = made(ruleSet, { fields: typed({ sent: '21/11/2026' }) })
    expect(past.submission.values).toMatchObject([{ metricId: 'sent', state: 'missing' }])
    expect(past.refused).toMatchObject([{ value: '2026-11-21', code: 'date-outside-period' }])
    const last = made(ruleSet, { fields: typed({ sent: '20/11/2026' }) })
    expect(last.submission.values).toEqual([{ metricId: 'sent', state: 'entered', value: '2026-11-20' }])
  })

  test('figures a formula takes for a mistake: one past the maximum', () => {
    const ruleSet = aRuleSet({
      criteria: [
        aCriterion({
          maxPoints: '6',
          rule: {
            kind: 'formula',
            variables: [{ name: 'a', metric: 'x' }],
            cases: [{ expression: 'a / 2' }],
            aboveMaximum: 'refuse',
            whenUndefined: 'missing',
          },
        }),
      ],
    })
    // 13/2 = 6,5 and 12/2 = 6
    expect(made(ruleSet, { fields: typed({ x: '13' }) }).refused).toMatchObject([
      { metricId: 'x', value: '13' },
    ])
    expect(made(ruleSet, { fields: typed({ x: '12' }) }).refused).toEqual([])
  })
})

describe('claims', () => {
  const claim = (text: string, reason?: string) =>
    made(ratios, { claims: new Map([['leaf', { text, ...(reason !== undefined && { reason }) }]]) })

  test('points up to the maximum are a decision of the agency, with its reason', () => {
    expect(claim('6', 'Đã nộp báo cáo').submission.decisions).toEqual([
      { criterionId: 'leaf', stage: 'selfAssessment', points: '6', reason: 'Đã nộp báo cáo' },
    ])
    expect(claim('0').submission.decisions).toEqual([
      { criterionId: 'leaf', stage: 'selfAssessment', points: '0' },
    ])
  })

  test('a claim past the maximum by the least does not count', () => {
    const { submission, claims } = claim('6,01')
    expect(submission.decisions).toBeUndefined()
    expect(claims.refused).toMatchObject([{ criterionId: 'leaf', code: 'claim-above-maximum' }])
  })

  test('“2,125” of 6 points can only be two and an eighth', () => {
    expect(claim('2,125').submission.decisions).toMatchObject([{ points: '2.125' }])
    // Of a maximum that both readings keep to, nobody knows.
    const large = aRuleSet({ criteria: [aCriterion({ maxPoints: '3000' })] })
    const { submission, claims } = made(large, { claims: new Map([['leaf', { text: '2,125' }]]) })
    expect(submission.decisions).toBeUndefined()
    expect(claims.readings.get('leaf')?.kind).toBe('unclear')
  })

  test('claims of a pool count up to what they have together', () => {
    const pooled = aRuleSet({
      criteria: [aReportedLeaf('a', null), aReportedLeaf('b', null)],
      pools: [aPool('chung', ['a', 'b'], '6.5')],
    })
    const both = (first: string, second: string) =>
      made(pooled, {
        claims: new Map([
          ['a', { text: first }],
          ['b', { text: second }],
        ]),
      })
    // 4 + 2,5 = 6,5
    expect(both('4', '2,5').submission.decisions).toHaveLength(2)
    // 4 + 2,6 = 6,6: which of them is wrong, nobody knows.
    expect(both('4', '2,6').submission.decisions).toBeUndefined()
    expect(both('4', '2,6').claims.refused).toHaveLength(2)
    expect(both('6,5', '').claims.refused).toEqual([])
    expect(both('20', '').claims.refused.map(each => each.message.vi.replaceAll('\u00a0', ' '))).toEqual([
      'tự chấm 20 điểm, vượt 6,5 điểm, mức chung của các tiêu chí chưa rõ điểm tối đa riêng; chưa tính điểm này',
    ])
    expect(both('6,6', '').claims.refused).toHaveLength(1)
  })

  test('points a survey gives are not for the agency to claim', () => {
    const surveyed = aRuleSet({ criteria: [aReportedLeaf('leaf', '3', { assessedBy: 'survey' })] })
    expect(
      made(surveyed, { claims: new Map([['leaf', { text: '2' }]]) }).submission.decisions,
    ).toBeUndefined()
  })
})

describe('exemptions', () => {
  test('criteria for other levels are exempt without anybody saying so, once', () => {
    const ruleSet = aRuleSet({ criteria: [aCriterion({ appliesTo: ['department'] })] })
    const form = formOf(ruleSet, 'commune')
    const exempt = (reasons: ReadonlyMap<string, string>) => {
      const draft = draftFor(ruleSet, { exempt: reasons })
      return submissionOf(draft, ruleSet, readingsOf(draft, ruleSet, form), form).notApplicable
    }
    expect(exempt(new Map())).toEqual([{ criterionId: 'leaf', reason: 'Chỉ áp dụng cho sở, ban, ngành' }])
    expect(exempt(new Map([['leaf', 'Không thuộc phạm vi']]))).toEqual([
      { criterionId: 'leaf', reason: 'Không thuộc phạm vi' },
    ])
  })

  test('a leaf of a pool cannot be exempted; a reason that is not given is said so', () => {
    const pooled = aRuleSet({
      criteria: [aReportedLeaf('a', null), aReportedLeaf('b', '1')],
      pools: [aPool('chung', ['a'], '2')],
    })
    const { submission } = made(pooled, {
      exempt: new Map([
        ['a', 'không'],
        ['b', ''],
      ]),
    })
    expect(submission.notApplicable).toEqual([{ criterionId: 'b', reason: 'Chưa ghi lý do' }])
  })
})

test('a doubt that was let stand goes along with its words as long as it is there', () => {
  const draft = draftFor(ratios, {
    accepted: [
      { findingId: 'con', reason: 'Đúng là không có' },
      { findingId: 'het', reason: 'Đúng' },
    ],
  })
  const finding = {
    id: 'con',
    code: 'zero-numerator',
    severity: 'doubt',
    text: { vi: 'tử số bằng 0', en: 'the numerator is 0' },
    place: { nodeId: 'leaf', metricId: 'done', part: 'field' },
    accepted: 'Đúng là không có',
  } as const
  expect(withAccepted(aSubmission(), draft, [finding]).accepted).toEqual([
    { findingId: 'con', criterionId: 'leaf', finding: 'tử số bằng 0', reason: 'Đúng là không có' },
  ])
  expect(withAccepted(aSubmission(), draft, []).accepted).toBeUndefined()
})

test('points of a submission become a claim that is one number only', () => {
  const submission = aSubmission({
    decisions: [{ criterionId: 'leaf', stage: 'selfAssessment', points: '1.464' }],
  })
  const ruleSet = aRuleSet({ criteria: [aReportedLeaf('leaf', '6')] })
  expect(editsFrom(submission, ruleSet).filter(({ kind }) => kind === 'claim')).toEqual([
    { kind: 'claim', criterionId: 'leaf', claim: { text: '1,4640' } },
  ])
})

describe.each(data.ruleSets.map(ruleSet => [ruleSet.id, ruleSet] as const))('%s', (_, ruleSet) => {
  test('whatever stands in a draft, what is handed in can be decoded and is what the rule set takes', () => {
    fc.assert(
      fc.property(draftsOf(ruleSet), draft => {
        const before = JSON.stringify({ ...draft, fields: [...draft.fields] })
        const form = formOf(ruleSet, 'commune')
        const submission = submissionOf(draft, ruleSet, readingsOf(draft, ruleSet, form), form)
        expect(
          lintSubmission(submission, ruleSet, 'nop.json').filter(each => each.severity === 'error'),
        ).toEqual([])
        const decoded = decodeSubmissions(JSON.stringify(submission), 'nop.json')
        expect(decoded).toEqual({ ok: true, value: [submission] })
        expect(JSON.stringify({ ...draft, fields: [...draft.fields] })).toBe(before)
      }),
      { numRuns: 60 },
    )
  })

  test('a published submission becomes a draft and the same submission again', () => {
    const form = formOf(ruleSet, null)
    const all = shipped.filter(
      each => each.ruleSetId === ruleSet.id && each.ruleSetVersion === ruleSet.version,
    )
    // A table of 140 agencies a month: every fifth of them says as much.
    for (const submission of all.filter((_each, index) => all.length < 100 || index % 5 === 0)) {
      const draft = editDraft(draftFor(ruleSet), editsFrom(submission, ruleSet), '2026-11-20T00:00:00.000Z')
      const again = submissionOf(draft, ruleSet, readingsOf(draft, ruleSet, form), form)
      expect({ ...heldByDraft(again, ruleSet), id: '' }).toEqual({
        ...heldByDraft(submission, ruleSet),
        id: '',
      })
    }
  })
})

/** What of a submission a draft holds, figures of every metric in the order of the rule set. */
function heldByDraft(submission: Submission, ruleSet: RuleSet) {
  const { values, decisions = [], notApplicable = [], evidence = [], explanations = [] } = submission
  const byMetric = new Map(values.map(value => [value.metricId, value]))
  return {
    values: ruleSet.metrics.map(({ id }): MetricValue => {
      const value = byMetric.get(id) ?? { metricId: id, state: 'missing' }
      const { provenance: _, ...rest } = value
      if (rest.state !== 'entered') return rest
      const { corrections: __, ...entered } = rest
      return entered
    }),
    claims: decisions.flatMap(({ criterionId, stage, points, reason }) =>
      stage === 'selfAssessment' ? [{ criterionId, points, reason }] : [],
    ),
    notApplicable,
    evidence,
    explanations,
  }
}
