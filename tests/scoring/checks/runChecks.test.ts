import { describe, expect, test } from 'vitest'
import type { RuleSet } from '../../../src/model/ruleSet.ts'
import { aCriterion, aGroup, aPool, aRatioRule, aReportedLeaf, aRuleSet, stated } from '../builders.ts'
import { checked, found, passes, said } from './checkBuilders.ts'

const ratio = aRuleSet({ criteria: [aCriterion({ maxPoints: '6' })] })

describe('figures', () => {
  test('a number in doubt and one nobody can read block', () => {
    const typed = (text: string) => new Map([['done', { state: 'typed', text } as const]])
    const unclear = checked(ratio, {
      draft: { fields: typed('1.464') },
      readings: [['done', { kind: 'unclear', choices: [{ value: '1464' }, { value: '1.464' }] }]],
    })
    expect(unclear.findings[0]).toMatchObject({
      code: 'unclear-figure',
      severity: 'blocks',
      text: { vi: 'số chưa rõ nghĩa: “1.464” có thể là 1464 hoặc 1,464; chưa tính điểm' },
      place: { nodeId: 'leaf', metricId: 'done', part: 'field' },
    })
    expect(unclear.open.blocks).toBe(1)
    const message = { vi: '“abc” không phải số', en: '"abc" is not a number' }
    expect(
      found(ratio, 'unreadable-figure', {
        draft: { fields: typed('abc') },
        readings: [['done', { kind: 'wrong', message }]],
      }),
    ).toMatchObject([{ severity: 'blocks', text: message }])
  })

  test('what is not there is one doubt a criterion', () => {
    expect(said(ratio, 'missing-figure', { figures: { all: '3' } })).toEqual(['thiếu số liệu “Số liệu done”'])
    expect(said(ratio, 'missing-figure', {})).toEqual(['thiếu số liệu “Số liệu done” và “Số liệu all”'])
    expect(passes(ratio, 'missing-figure', { figures: { done: '0', all: '3' } })).toBe(true)
  })

  test('said to be missing with a reason is answered, without one it is not', () => {
    const withNote = (note: string) => ({
      figures: { all: '3' },
      draft: { fields: new Map([['done', { state: 'missing', note } as const]]) },
    })
    expect(passes(ratio, 'missing-figure', withNote('Máy quét hỏng'))).toBe(true)
    expect(found(ratio, 'missing-figure', withNote(' '))).toHaveLength(1)
  })

  test('points nobody claimed are asked for; a bonus nobody asks for is not', () => {
    const rules = aRuleSet({
      criteria: [aReportedLeaf('leaf', '3')],
      adjustments: [
        {
          id: 'thuong',
          name: 'Điểm thưởng',
          effect: 'bonus',
          ceiling: '2',
          rule: { kind: 'perUnit', metric: 'x', pointsPerUnit: '1' },
          states: { missing: 'zero' },
          provenance: stated,
        },
      ],
    })
    expect(said(rules, 'missing-figure', {})).toEqual(['chưa tự chấm điểm'])
    const decisions = [{ criterionId: 'leaf', stage: 'selfAssessment', points: '0' } as const]
    expect(passes(rules, 'missing-figure', { submission: { decisions } })).toBe(true)
  })
})

describe('claims', () => {
  const claimed = (points: string) => ({
    // 6 × 3/4 = 4,5
    figures: { done: '3', all: '4' },
    submission: { decisions: [{ criterionId: 'leaf', stage: 'selfAssessment', points } as const] },
  })

  test('above what the figures make by the least is doubted, the same is not', () => {
    expect(said(ratio, 'claim-above-computed', claimed('4.51'))).toEqual([
      'tự chấm 4,51 điểm, cao hơn 4,5 điểm tính từ số liệu',
    ])
    expect(passes(ratio, 'claim-above-computed', claimed('4.5'))).toBe(true)
    expect(passes(ratio, 'claim-above-computed', claimed('4'))).toBe(true)
  })

  test('above the maximum blocks, and so does what the claims of a pool come to', () => {
    const message = { vi: 'vượt điểm tối đa', en: 'above the maximum' }
    expect(
      found(ratio, 'claim-above-maximum', {
        refusedClaims: [{ criterionId: 'leaf', code: 'claim-above-maximum', message }],
      }),
    ).toMatchObject([{ severity: 'blocks', place: { nodeId: 'leaf', part: 'claim' } }])
    expect(passes(ratio, 'claim-above-maximum', claimed('6'))).toBe(true)
  })
})

describe('days', () => {
  const rules: RuleSet = aRuleSet({
    criteria: [
      aCriterion({
        rule: {
          kind: 'lateness',
          since: { date: '2026-11-25' },
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
        from: '2025-01-01',
        to: '2027-12-31',
        holidays: [],
        workedDays: [],
        provenance: stated,
      },
    ],
  })

  test('from the first day of the period to a month after it', () => {
    const on = (sent: string) => ({ figures: { sent }, draft: { updatedAt: '2027-01-05T02:00:00.000Z' } })
    expect(passes(rules, 'date-outside-period', on('2026-11-01'))).toBe(true)
    expect(said(rules, 'date-outside-period', on('2026-10-31'))).toEqual([
      '“Số liệu sent” là 31/10/2026, trước khi kỳ tháng 11/2026 bắt đầu (01/11/2026)',
    ])
    expect(passes(rules, 'date-outside-period', on('2026-12-31'))).toBe(true)
    expect(said(rules, 'date-outside-period', on('2027-01-01'))).toEqual([
      '“Số liệu sent” là 01/01/2027, hơn một tháng sau khi kỳ tháng 11/2026 kết thúc (30/11/2026)',
    ])
  })

  test('a day long before the period is a doubt at its field that names the period', () => {
    expect(found(rules, 'date-outside-period', { figures: { sent: '1990-01-01' } })).toMatchObject([
      {
        severity: 'doubt',
        text: { vi: '“Số liệu sent” là 01/01/1990, trước khi kỳ tháng 11/2026 bắt đầu (01/11/2026)' },
        place: { nodeId: 'leaf', metricId: 'sent', part: 'field' },
      },
    ])
  })

  test('a day that has not come is doubted, today is not', () => {
    // In the east of the world it is the 20th already.
    const on = (sent: string) => ({ figures: { sent }, draft: { updatedAt: '2026-11-19T12:00:00.000Z' } })
    expect(passes(rules, 'date-outside-period', on('2026-11-20'))).toBe(true)
    expect(said(rules, 'date-outside-period', on('2026-11-21'))).toEqual([
      '“Số liệu sent” là 21/11/2026, ngày này chưa tới',
    ])
  })
})

describe('what does not apply', () => {
  test('a criterion without a reason blocks; with one it does not', () => {
    expect(
      found(ratio, 'exempt-without-reason', { draft: { exempt: new Map([['leaf', ' ']]) } }),
    ).toMatchObject([{ severity: 'blocks', place: { nodeId: 'leaf', part: 'exempt' } }])
    expect(
      passes(ratio, 'exempt-without-reason', { draft: { exempt: new Map([['leaf', 'Không phát sinh']]) } }),
    ).toBe(true)
  })

  describe('by a figure that does not apply', () => {
    const entries = (note: string) => ({
      submission: {
        values: [
          { metricId: 'done', state: 'notApplicable' as const },
          { metricId: 'all', state: 'missing' as const },
        ],
      },
      draft: { fields: new Map([['done', { state: 'notApplicable', note } as const]]) },
    })
    const kept = aRuleSet({ criteria: [aCriterion({ states: { notApplicable: 'zero' } })] })

    test('without a reason it blocks where the leaf goes with it, and is doubted where it stays', () => {
      expect(found(ratio, 'exempt-without-reason', entries(' '))).toMatchObject([
        { severity: 'blocks', place: { nodeId: 'leaf', metricId: 'done', part: 'field' } },
      ])
      expect(passes(ratio, 'exempt-without-reason', entries('Chưa đến kỳ'))).toBe(true)
      expect(found(kept, 'exempt-without-reason', entries(''))).toMatchObject([{ severity: 'doubt' }])
    })

    test('nothing else of the leaf is missing, unless it stays', () => {
      expect(found(ratio, 'missing-figure', entries('Chưa đến kỳ'))).toEqual([])
      expect(said(kept, 'missing-figure', entries('Chưa đến kỳ'))).toEqual(['thiếu số liệu “Số liệu all”'])
    })

    test('what another leaf asks for too is missing there', () => {
      const two = aRuleSet({
        criteria: [aCriterion(), aCriterion({ id: 'b', rule: aRatioRule({ numerator: 'x' }) })],
      })
      expect(found(two, 'missing-figure', entries('Chưa đến kỳ'))).toMatchObject([
        { text: { vi: 'thiếu số liệu “Số liệu x” và “Số liệu all”' }, place: { nodeId: 'b' } },
      ])
    })
  })

  test('a figure without a reason is doubted', () => {
    const fields = (note: string) => new Map([['done', { state: 'notApplicable', note } as const]])
    expect(found(ratio, 'exempt-without-reason', { draft: { fields: fields('') } })).toMatchObject([
      { severity: 'doubt', place: { nodeId: 'leaf', metricId: 'done', part: 'field' } },
    ])
    expect(passes(ratio, 'exempt-without-reason', { draft: { fields: fields('Chưa đến kỳ') } })).toBe(true)
  })

  test('a leaf whose maximum is only known with others cannot be exempted', () => {
    const pooled = aRuleSet({
      criteria: [aGroup('nhom', [aReportedLeaf('a', null)])],
      pools: [aPool('chung', ['a'], '2')],
    })
    expect(
      found(pooled, 'exempt-without-reason', { draft: { exempt: new Map([['nhom', 'Không']]) } }),
    ).toMatchObject([{ severity: 'blocks', place: { nodeId: 'a' } }])
  })

  test.each([
    ['full', 'không phát sinh (0/0): bộ chỉ số cho điểm tối đa'],
    ['zero', 'không phát sinh (0/0): bộ chỉ số cho 0 điểm'],
    ['notApplicable', 'không phát sinh (0/0): bộ chỉ số không tính tiêu chí này'],
  ] as const)('0/0 is told with what the rule set gives: %s', (whenDenominatorZero, text) => {
    const rules = aRuleSet({ criteria: [aCriterion({ rule: aRatioRule({ whenDenominatorZero }) })] })
    expect(said(rules, 'not-incurred', { figures: { done: '0', all: '0' } })).toEqual([text])
    expect(found(rules, 'not-incurred', { figures: { done: '0', all: '1' } })).toEqual([])
  })
})

describe('the rule set of the draft', () => {
  test('another content, or entries it does not know, are told', () => {
    const same = { ruleSetSha256: 'a'.repeat(64) }
    expect(passes(ratio, 'rule-set-changed', same)).toBe(true)
    expect(found(ratio, 'rule-set-changed', { ruleSetSha256: 'b'.repeat(64) })).toMatchObject([
      { severity: 'notice', place: { part: 'whole' } },
    ])
    const fields = new Map([['bo-di', { state: 'typed', text: '5' } as const]])
    expect(said(ratio, 'rule-set-changed', { ...same, draft: { fields } })).toEqual([
      '1 mục đã nhập không có trong bộ chỉ số này, không đưa vào tệp nộp',
    ])
  })
})

describe('the list', () => {
  const two = aRuleSet({
    criteria: [
      aCriterion({ id: 'a', rule: aRatioRule({ numerator: 'a-1', denominator: 'a-2' }) }),
      aCriterion({ id: 'b', rule: aRatioRule({ numerator: 'b-1', denominator: 'b-2' }) }),
    ],
  })

  test('blocks before doubts before notices, each in the order of the form, the whole draft last', () => {
    const { findings } = checked(two, {
      figures: { 'a-1': '0', 'a-2': '5', 'b-1': '0', 'b-2': '7' },
      draft: { exempt: new Map([['b', '']]) },
      ruleSetSha256: 'b'.repeat(64),
    })
    expect(findings.map(each => [each.severity, each.code, each.place.nodeId])).toEqual([
      ['blocks', 'exempt-without-reason', 'b'],
      ['doubt', 'zero-numerator', 'a'],
      ['doubt', 'zero-numerator', 'b'],
      ['notice', 'rule-set-changed', null],
    ])
  })

  test('a doubt stands accepted until one of its figures changes; a blank reason is none', () => {
    const figures = { done: '0', all: '82' }
    const [finding] = found(ratio, 'zero-numerator', { figures })
    const accepted = (reason: string, now = figures) =>
      checked(ratio, { figures: now, draft: { accepted: [{ findingId: finding?.id ?? '', reason }] } })
    expect(accepted('Đúng là không có').open.doubts).toBe(0)
    expect(accepted('Đúng là không có').findings[0]?.accepted).toBe('Đúng là không có')
    expect(accepted(' ').open.doubts).toBe(1)
    expect(accepted('Đúng là không có', { done: '0', all: '83' }).open.doubts).toBe(1)
  })

  test('what blocks cannot be let stand', () => {
    const exempt = new Map([['leaf', '']])
    const [finding] = found(ratio, 'exempt-without-reason', { draft: { exempt } })
    const report = checked(ratio, {
      draft: { exempt, accepted: [{ findingId: finding?.id ?? '', reason: 'Thôi' }] },
    })
    expect(report.findings.find(each => each.id === finding?.id)?.accepted).toBeNull()
    expect(report.open.blocks).toBe(1)
  })

  test('every check says in both languages what it found and what it did not', () => {
    const report = checked(ratio, { figures: { done: '5', all: '4' } })
    for (const { text } of [...report.findings, ...report.passed])
      expect([text.vi.length, text.en.length].every(length => length > 0)).toBe(true)
    expect(report.passed.map(each => each.text.vi)).toContain('Đủ số liệu phải nhập')
  })
})
