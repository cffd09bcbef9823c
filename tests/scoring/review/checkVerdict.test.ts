import { describe, expect, test } from 'vitest'
import type { Verdict } from '../../../src/model/review.ts'
import { checkSurvey, checkVerdict, type VerdictContext } from '../../../src/scoring/review/checkVerdict.ts'
import { pointsFreedom } from '../../../src/scoring/review/pointsFreedom.ts'
import { aCriterion, aGroup, aPool, aReportedLeaf, aRuleSet } from '../builders.ts'
import { agree, correction, figures, points } from './ledgerBuilders.ts'
import { handedIn, rules } from './reviewBuilders.ts'

const context = (nodeId: string, parts: Partial<VerdictContext> = {}): VerdictContext => ({
  ruleSet: rules,
  nodeId,
  values: new Map(handedIn().values.map(value => [value.metricId, value])),
  claims: [],
  canAgree: true,
  notForLevel: null,
  ...parts,
})
const refusal = (
  nodeId: string,
  verdict: Verdict,
  reason: string | null = 'Theo hồ sơ',
  parts: Partial<VerdictContext> = {},
) => checkVerdict(verdict, reason, context(nodeId, parts))?.vi ?? null

describe('how free a reviewer is', () => {
  test('points that nothing computes are judged, a survey gives its own, everything else follows figures', () => {
    expect(pointsFreedom(rules, 'c')).toEqual({ kind: 'judged', least: '0', most: '4', step: '0.5' })
    expect(pointsFreedom(rules, 'd')).toEqual({ kind: 'judged', least: '0', most: '3', step: null })
    expect(pointsFreedom(rules, 's')).toEqual({ kind: 'survey' })
    expect(pointsFreedom(rules, 'a')).toEqual({ kind: 'byRule' })
    expect(pointsFreedom(rules, 'k')).toEqual({ kind: 'byRule' })
  })

  test('a leaf whose rule set names a step is judged, whatever its rule', () => {
    const ruleSet = aRuleSet({ criteria: [aCriterion({ maxPoints: '2', judgedStep: '0.25' })] })
    expect(pointsFreedom(ruleSet, 'leaf')).toEqual({ kind: 'judged', least: '0', most: '2', step: '0.25' })
  })

  test('a leaf known only with others is judged up to what they have together', () => {
    const ruleSet = aRuleSet({
      criteria: [aGroup('g', [aReportedLeaf('x', null), aReportedLeaf('y', null)], { maxPoints: '5' })],
      pools: [aPool('p', ['x', 'y'], '5')],
    })
    expect(pointsFreedom(ruleSet, 'x')).toMatchObject({ kind: 'judged', most: '5' })
  })
})

describe('a reason', () => {
  test.each<[Verdict, string]>([
    [{ kind: 'byRule' }, 'a'],
    [figures(correction('done', '30', '20')), 'a'],
    [points('1'), 'd'],
    [{ kind: 'notApplicable' }, 'a'],
  ])('is needed for everything but agreeing: %j', (verdict, nodeId) => {
    expect(refusal(nodeId, verdict, null)).toBe('Cần ghi lý do')
    expect(refusal(nodeId, verdict, '   ')).toBe('Cần ghi lý do')
    expect(refusal(nodeId, verdict)).toBeNull()
  })
  test('is not needed to agree', () => expect(refusal('a', agree, null)).toBeNull())
  test('of a question is the question', () => {
    expect(refusal('a', { kind: 'ask', question: ' ' }, null)).toBe('Cần ghi nội dung đề nghị giải trình')
    expect(refusal('a', { kind: 'ask', question: 'Vì sao?' }, null)).toBeNull()
  })
})

describe('points', () => {
  test.each([
    ['0', null],
    ['4', null],
    ['4.5', 'Điểm không được lớn hơn 4'],
    ['-0.5', 'Điểm không được nhỏ hơn 0'],
    ['2.5', null],
    ['2.25', 'Điểm phải theo bước 0,5'],
    ['hai', 'Điểm phải là một số'],
    ['1/3', 'Điểm phải là một số'],
  ])('judged: %s', (value, expected) => expect(refusal('c', points(value))).toBe(expected))

  test('the maximum can be given where the step does not meet it', () => {
    const ruleSet = aRuleSet({ criteria: [aReportedLeaf('c', '1.75', { judgedStep: '0.5' })] })
    expect(refusal('c', points('1.75'), 'Đủ', { ruleSet })).toBeNull()
    expect(refusal('c', points('1.25'), 'Đủ', { ruleSet })).not.toBeNull()
  })

  test('on a leaf by rule only what the agency claimed, itself or in its answer', () => {
    expect(refusal('a', points('8'))).toContain('chỉ nhận đúng điểm đơn vị đã đề nghị')
    expect(refusal('a', points('9'), 'Đủ', { claims: ['9.0'] })).toBeNull()
    expect(refusal('a', points('9'), 'Đủ', { claims: ['8.9'] })).not.toBeNull()
  })

  test('a claim above the maximum cannot be taken', () => {
    expect(refusal('a', points('11'), 'Đủ', { claims: ['11'] })).toBe('Điểm không được lớn hơn 10')
  })

  test('below nothing only where the rule takes points away', () => {
    const ruleSet = aRuleSet({
      criteria: [
        aCriterion({
          id: 'p',
          maxPoints: '2',
          judgedStep: '0.5',
          rule: {
            kind: 'bonusPenalty',
            least: '-3',
            most: '2',
            items: [{ effect: 'penalty', metric: 'faults', points: '1' }],
          },
        }),
      ],
    })
    expect(refusal('p', points('-3'), 'Vi phạm', { ruleSet })).toBeNull()
    expect(refusal('p', points('-3.5'), 'Vi phạm', { ruleSet })).toBe('Điểm không được nhỏ hơn −3')
  })

  test('a survey gives its own', () => {
    expect(refusal('s', points('5'))).toContain('điều tra xã hội học')
    expect(refusal('s', { kind: 'byRule' })).toContain('điều tra xã hội học')
  })
})

describe('corrected figures', () => {
  test.each([
    ['a figure nobody knows', 'a', 'khong-co', '1', 'Bộ chỉ số không có số liệu “khong-co”'],
    ['a figure of another criterion', 'b', 'all', '1', 'Điểm của tiêu chí này không phụ thuộc “Số liệu all”'],
    [
      'half a dossier',
      'a',
      'done',
      '1.5',
      '“Số liệu done” phải là số nguyên không âm (hồ sơ), đang là “1,5”',
    ],
    ['less than none', 'a', 'done', '-1', '“Số liệu done” phải là số nguyên không âm (hồ sơ), đang là “-1”'],
    ['words', 'a', 'done', 'ba mươi', '“Số liệu done” phải là một số hoặc một ngày'],
  ])('%s', (_, nodeId, metricId, to, expected) => {
    expect(refusal(nodeId, figures(correction(metricId, '30', to)))).toBe(expected)
  })

  test('more done than there is goes through: it is a doubt of the checks', () => {
    expect(refusal('a', figures(correction('done', '30', '41')))).toBeNull()
  })

  test('none, or one of them twice', () => {
    expect(refusal('a', figures())).toBe('Chưa có số liệu nào được sửa')
    const twice = figures(correction('done', '30', '20'), correction('done', '30', '21'))
    expect(refusal('a', twice)).toBe('Một số liệu được sửa hai lần')
  })

  test('where points do not follow from any', () => {
    expect(refusal('d', figures(correction('done', '30', '20')))).toContain('không tính từ số liệu')
  })
})

describe('agreeing and leaving out', () => {
  test('nobody agrees with points that are not there', () => {
    expect(refusal('c', agree, null, { canAgree: false })).toContain('Chưa có điểm để đồng ý')
  })
  test('a bonus cannot be left out, a criterion can', () => {
    expect(refusal('k', { kind: 'notApplicable' })).toContain('không áp dụng')
    expect(refusal('a', { kind: 'notApplicable' })).toBeNull()
  })
  test('the rule gives nothing where there is none', () => {
    expect(refusal('d', { kind: 'byRule' })).toContain('Không có quy tắc nào')
  })
  test('what is not for agencies of this level takes no points', () => {
    const notForLevel = { vi: 'Chỉ áp dụng cho xã, phường', en: 'Only for communes' }
    expect(refusal('a', { kind: 'byRule' }, 'Đủ', { notForLevel })).toContain('Chỉ áp dụng cho xã, phường')
  })
  test('a criterion that does not exist', () => {
    expect(refusal('khong-co', agree)).toBe('Bộ chỉ số không có tiêu chí “khong-co”')
  })
})

describe('a survey result', () => {
  const survey = (nodeId: string, value: string, source = 'Báo cáo 12/BC-SNV') =>
    checkSurvey({ kind: 'points', points: value }, source, context(nodeId))?.vi ?? null
  test('lies within the maximum and names its document', () => {
    expect(survey('s', '6')).toBeNull()
    expect(survey('s', '6.01')).toBe('Điểm không được lớn hơn 6')
    expect(survey('s', '5', ' ')).toBe('Cần ghi văn bản công bố kết quả điều tra')
  })
  test('is none for what no survey gives', () => {
    expect(survey('a', '5')).toBe('Tiêu chí này không lấy điểm từ điều tra xã hội học')
  })
})
