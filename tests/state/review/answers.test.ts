import { describe, expect, test } from 'vitest'
import type { Submission } from '../../../src/model/submission.ts'
import { answerOf, saysSomething } from '../../../src/state/review/answers.ts'
import { asHandedIn } from '../../../src/state/review/makeRequest.ts'
import { ruleSet } from '../../io/package/samplePackage.ts'
import { aDepartment, aRequest } from '../../io/package/sampleRequest.ts'

const before = aDepartment()

function withValue(submission: Submission, metricId: string, value: string): Submission {
  return {
    ...submission,
    values: submission.values.map(each =>
      each.metricId === metricId ? { metricId, state: 'entered', value } : each,
    ),
  }
}

const read = (after: Submission, questions = aRequest().questions) =>
  answerOf({ questions }, before, after, ruleSet)

describe('what an answer says', () => {
  test('the same file answers nothing and changes nothing', () => {
    const { answers, outside } = read(before)
    expect(answers.map(saysSomething)).toEqual([false, false, false])
    expect(outside).toEqual([])
  })

  test('numbers written otherwise are the same number', () => {
    expect(read(withValue(before, 'vb-xu-ly-mang', '823.0')).answers[0]?.figures).toEqual([])
  })

  test('a figure that was taken away is proposed as missing', () => {
    const after = { ...before, values: before.values.filter(({ metricId }) => metricId !== 'vb-xu-ly-mang') }
    expect(read(after).answers[0]?.figures).toEqual([
      { metricId: 'vb-xu-ly-mang', was: { state: 'entered', value: '823' }, to: { state: 'missing' } },
    ])
  })

  test('points that are claimed anew, and a claim that is taken back', () => {
    const questions = [
      { entryId: 'a-1', criterionId: 'van-ban-mang', question: '?', points: null },
      { entryId: 'a-2', criterionId: 'truyen-thong', question: '?', points: null },
    ]
    const after: Submission = {
      ...before,
      decisions: [{ criterionId: 'van-ban-mang', stage: 'selfAssessment', points: '5' }],
    }
    const [first, second] = read(after, questions).answers
    expect([first?.claim, first?.dropsClaim]).toEqual(['5', undefined])
    expect([second?.claim, second?.dropsClaim]).toEqual([null, true])
    expect(second && saysSomething(second)).toBe(true)
  })

  test('what was explained before is no answer; other words are', () => {
    const say = (text: string): Submission => ({
      ...before,
      explanations: [{ criterionId: 'van-ban-mang', text }],
    })
    expect(read(say(' Đã nộp kèm sổ văn bản ')).answers[0]?.text).toBeNull()
    expect(read(say('Nay đã xử lý xong')).answers[0]?.text).toBe('Nay đã xử lý xong')
  })

  test('a document backs what it was added for, also one that was there', () => {
    const [e1, e2] = before.evidence ?? []
    if (!e1 || !e2) throw new Error('no evidence')
    const after: Submission = {
      ...before,
      evidence: [e1, { ...e2, criterionIds: [...e2.criterionIds, 'minh-chung'] }],
    }
    const { answers, outside } = read(after)
    expect(answers[1]?.evidence.map(({ id }) => id)).toEqual(['e2'])
    expect(answers[0]?.evidence).toEqual([])
    expect(outside).toEqual([])
  })

  test('a document of another criterion that was renamed backs the asked one as it was known', () => {
    const [e1, e2] = before.evidence ?? []
    if (!e1 || !e2) throw new Error('no evidence')
    const renamed = { ...e2, title: 'Tên khác', criterionIds: [...e2.criterionIds, 'minh-chung'] }
    const { answers, outside } = read({ ...before, evidence: [e1, renamed] })
    expect(answers[1]?.evidence).toEqual([{ ...e2, criterionIds: [...e2.criterionIds, 'minh-chung'] }])
    expect(outside).toEqual(e2.criterionIds)
  })

  test('an explanation that was taken away answers nothing and is told', () => {
    const { answers, outside } = read({ ...before, explanations: [] })
    expect(answers[0]?.text).toBeNull()
    expect(outside).toEqual(['van-ban-mang'])
  })

  test('exempting what was asked answers nothing and is told', () => {
    const exempt = { criterionId: 'van-ban-mang', reason: 'Không có' }
    const { answers, outside } = read({ ...before, notApplicable: [...(before.notApplicable ?? []), exempt] })
    expect(answers.map(saysSomething)).toEqual([false, false, false])
    expect(outside).toEqual(['van-ban-mang'])
  })
})

describe('what nobody asked about counts for nothing and is listed', () => {
  test.each<[string, Submission, readonly string[]]>([
    ['a figure', withValue(before, 'hs-tiep-nhan', '9'), ['hs-tiep-nhan']],
    // A reviewer fills it in, although its leaf was asked about.
    ['a figure that is not the agency’s', withValue(before, 'mc-muc-do', '4'), ['mc-muc-do']],
    [
      'points',
      {
        ...before,
        decisions: [
          ...(before.decisions ?? []),
          { criterionId: 'so-hoa-ho-so', stage: 'selfAssessment', points: '6' },
        ],
      },
      ['so-hoa-ho-so'],
    ],
    [
      'words',
      {
        ...before,
        explanations: [
          ...(before.explanations ?? []),
          { criterionId: 'so-hoa-ho-so', text: 'Nhân đây xin nói thêm' },
        ],
      },
      ['so-hoa-ho-so'],
    ],
    [
      'a document',
      {
        ...before,
        evidence: [...(before.evidence ?? []), { id: 'x', criterionIds: ['so-hoa-ho-so'], title: 'Sổ' }],
      },
      ['so-hoa-ho-so'],
    ],
    ['a document taken away', { ...before, evidence: [] }, ['van-ban-mang', 'truyen-thong']],
    [
      'a document that is another one now',
      {
        ...before,
        evidence: (before.evidence ?? []).map(item =>
          item.id === 'e1' ? { ...item, title: 'Sổ văn bản khác' } : item,
        ),
      },
      ['van-ban-mang'],
    ],
    [
      'that a criterion does not apply, asked about or not',
      {
        ...before,
        notApplicable: [
          ...(before.notApplicable ?? []),
          { criterionId: 'van-ban-mang', reason: 'không có văn bản' },
        ],
      },
      ['van-ban-mang'],
    ],
  ])('%s', (_, after, ids) => {
    const { answers, outside } = read(after)
    expect(outside).toEqual(ids)
    expect(answers.some(saysSomething)).toBe(false)
  })

  test('a figure that a leaf not asked about uses as well belongs to the one that was', () => {
    // 3.1 and 3.2 both divide by the dossiers that were settled.
    const questions = [{ entryId: 'a-1', criterionId: 'so-hoa-ho-so', question: '?', points: null }]
    const shared = withValue(before, 'hs-giai-quyet', '1500')
    const { answers, outside } = read(shared, questions)
    expect(answers[0]?.figures.map(each => each.metricId)).toEqual(['hs-giai-quyet'])
    expect(outside).toEqual([])
  })
})

test('a question carries what the agency said of itself, no decisions and no published result', () => {
  const decided: Submission = {
    ...before,
    stage: 'published',
    decisions: [
      { criterionId: 'truyen-thong', stage: 'selfAssessment', points: '3' },
      { criterionId: 'truyen-thong', stage: 'firstReview', points: '1' },
    ],
  }
  expect(asHandedIn(decided)).toMatchObject({
    stage: 'selfAssessment',
    decisions: [{ stage: 'selfAssessment', points: '3' }],
  })
})
