import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readAnyPackage } from '../../../src/io/package/readAnyPackage.ts'
import { readPackage } from '../../../src/io/package/readPackage.ts'
import { readRequest } from '../../../src/io/package/readRequest.ts'
import { type Draft, type DraftEdit, editDraft } from '../../../src/model/draft.ts'
import type { Submission } from '../../../src/model/submission.ts'
import { draftOfRequest } from '../../../src/state/assessment/askedDraft.ts'
import { assessDraft } from '../../../src/state/assessment/assess.ts'
import { redone, startHistory, undone, withChange } from '../../../src/state/assessment/draftHistory.ts'
import { makePackage } from '../../../src/state/assessment/makePackage.ts'
import { copyDraft } from '../../../src/state/assessment/newDraft.ts'
import { answerOf } from '../../../src/state/review/answers.ts'
import { makeRequest } from '../../../src/state/review/makeRequest.ts'
import { ruleSet, unwrap } from '../../io/package/samplePackage.ts'
import { aDepartment, aRequest, askedAt, requestOf } from '../../io/package/sampleRequest.ts'
import { data } from './assessBuilders.ts'

const agency = data.agencies.find(each => each.id === 'mh-so-xay-dung')
if (!agency) throw new Error('the department is not in the directory')
const at = '2026-11-25T03:00:00.000Z'

function theDraft(): Draft {
  const read = unwrap(readRequest(requestOf(), 'yeu-cau.parboard'))
  if (!agency) throw new Error('no agency')
  return draftOfRequest(read, { agency, id: 'nhap1', now: at })
}

function assessed(draft: Draft) {
  return assessDraft({
    draft,
    ruleSet,
    ruleSetSha256: draft.ruleSet.sha256,
    agency: agency ?? null,
    documents: [],
    previous: null,
    peers: [],
  })
}

const answerEdits: readonly DraftEdit[] = [
  { kind: 'explanation', criterionId: 'van-ban-mang', text: '173 văn bản mật, không đưa lên mạng.' },
  { kind: 'field', metricId: 'vb-xu-ly-mang', entry: { state: 'typed', text: '850' } },
  {
    kind: 'evidence',
    item: { id: 'moi1', criterionIds: ['minh-chung'], title: 'Biên bản kiểm tra', number: '12/BB' },
  },
  { kind: 'approval', approval: { name: 'Lê Văn Minh Họa', title: 'Giám đốc', on: '2026-11-25' } },
]

describe('the draft of a request', () => {
  test('is filled with what was handed in; explanations of asked criteria begin empty', () => {
    const draft = theDraft()
    expect(draft.asked?.request).toEqual(aRequest())
    expect(draft.fields.get('vb-xu-ly-mang')).toEqual({ state: 'typed', text: '823' })
    expect(draft.claims.get('truyen-thong')?.text).toBe('3')
    expect(draft.explanations.get('van-ban-mang')).toBeUndefined()
    expect(draft.evidence.map(({ id }) => id)).toEqual(['e1', 'e2'])
    expect(draft.approval).toBeNull()
  })

  test('opens the figures of asked criteria, and none that a reviewer fills in', () => {
    expect(theDraft().asked?.metricIds).toEqual(['vb-xu-ly-mang', 'vb-phai-xu-ly', 'sang-kien'])
  })

  test('hands in what was handed in, to the letter, while nothing is answered', () => {
    const { submission } = assessed(theDraft())
    const { submittedOn: _, approval: __, ...handedIn } = aDepartment()
    expect(submission).toEqual(handedIn)
  })

  test('says of every question that it has no answer, and nothing of what was not asked', () => {
    const { checks } = assessed(theDraft())
    const open = checks.findings.filter(each => each.code === 'question-unanswered')
    expect(open.map(each => each.place.nodeId)).toEqual(['van-ban-mang', 'minh-chung', 'thuong-sang-kien'])
    expect(open.every(each => each.severity === 'doubt' && each.place.part === 'explanation')).toBe(true)
    const places = checks.findings.map(each => each.place.nodeId)
    expect(new Set(places)).toEqual(new Set(['van-ban-mang', 'minh-chung', 'thuong-sang-kien']))
    expect(checks.passed.some(each => each.code === 'question-unanswered')).toBe(false)
  })

  test.each<[string, DraftEdit, string]>([
    ['words', { kind: 'explanation', criterionId: 'minh-chung', text: 'Có biên bản' }, 'minh-chung'],
    [
      'a figure',
      { kind: 'field', metricId: 'sang-kien', entry: { state: 'typed', text: '3' } },
      'thuong-sang-kien',
    ],
    ['points', { kind: 'claim', criterionId: 'van-ban-mang', claim: { text: '5' } }, 'van-ban-mang'],
    [
      'a document',
      { kind: 'evidence', item: { id: 'm', criterionIds: ['minh-chung'], title: 'Ảnh' } },
      'minh-chung',
    ],
    [
      'a document that was there',
      {
        kind: 'evidence',
        item: { id: 'e2', criterionIds: ['truyen-thong', 'minh-chung'], title: 'Kế hoạch truyền thông' },
      },
      'minh-chung',
    ],
  ])('%s answer a question', (_, edit, criterionId) => {
    const { checks } = assessed(editDraft(theDraft(), [edit], at))
    const open = checks.findings.filter(each => each.code === 'question-unanswered')
    expect(open).toHaveLength(2)
    expect(open.some(each => each.place.nodeId === criterionId)).toBe(false)
  })

  test('blank words, and a figure typed otherwise that says the same, answer nothing', () => {
    const draft = editDraft(
      theDraft(),
      [
        { kind: 'explanation', criterionId: 'van-ban-mang', text: '  \n' },
        { kind: 'field', metricId: 'vb-xu-ly-mang', entry: { state: 'typed', text: ' 823,0 ' } },
      ],
      at,
    )
    expect(assessed(draft).checks.findings.filter(each => each.code === 'question-unanswered')).toHaveLength(
      3,
    )
  })

  test('a question may stay unanswered with a reason, which goes along', () => {
    const draft = theDraft()
    const [first] = assessed(draft).checks.findings.filter(each => each.code === 'question-unanswered')
    const accepted = editDraft(
      draft,
      [{ kind: 'accept', findingId: first?.id ?? '', reason: 'Đang chờ xác nhận' }],
      at,
    )
    const { submission, checks } = assessed(accepted)
    expect(checks.open.doubts).toBe(assessed(draft).checks.open.doubts - 1)
    expect(submission.accepted?.map(each => each.reason)).toEqual(['Đang chờ xác nhận'])
  })

  test('an unreadable figure proposes nothing and blocks', () => {
    const draft = editDraft(
      theDraft(),
      [{ kind: 'field', metricId: 'vb-xu-ly-mang', entry: { state: 'typed', text: '8x0' } }],
      at,
    )
    expect(assessed(draft).checks.open.blocks).toBe(1)
  })
})

describe('request, answer, ledger', () => {
  const request = aRequest()

  test('the answer file names the request; the ledger gets what was answered and nothing outside', () => {
    const made = unwrap(
      makeRequest({
        request,
        submission: aDepartment(),
        ruleSet,
        previous: null,
        agencyName: agency.name,
        appVersion: '0.1.0',
        createdAt: askedAt,
      }),
    )
    expect(made.fileName).toBe('yeu-cau-giai-trinh_mau-tinh-cqs_2026-10_mh-so-xay-dung.parboard')
    const opened = unwrap(readAnyPackage(made.bytes, made.fileName))
    if (opened.kind !== 'request') throw new Error('a request was taken for a submission')
    const draft = editDraft(draftOfRequest(opened.pack, { agency, id: 'n', now: at }), answerEdits, at)
    const { submission } = assessed(draft)
    const answer = unwrap(
      makePackage(
        {
          submission: { ...submission, submittedOn: '2026-11-25' },
          ruleSet,
          previous: null,
          agencyName: agency.name,
          appVersion: '0.1.0',
          createdAt: at,
          files: new Map(),
          answersTo: { requestId: request.id, roundId: request.roundId },
        },
        'giai-trinh.parboard',
      ),
    )
    const read = unwrap(readPackage(answer.bytes, 'giai-trinh.parboard'))
    expect(read.manifest.answersTo).toEqual({ requestId: 'yc1', roundId: 'dot1' })
    expect(read.submission.approval?.on).toBe('2026-11-25')
    expect(answerOf(request, aDepartment(), read.submission, ruleSet)).toEqual({
      answers: [
        {
          criterionId: 'van-ban-mang',
          text: '173 văn bản mật, không đưa lên mạng.',
          figures: [
            {
              metricId: 'vb-xu-ly-mang',
              was: { state: 'entered', value: '823' },
              to: { state: 'entered', value: '850' },
            },
          ],
          claim: null,
          evidence: [],
        },
        {
          criterionId: 'minh-chung',
          text: null,
          figures: [],
          claim: null,
          evidence: [
            { id: 'moi1', criterionIds: ['minh-chung'], title: 'Biên bản kiểm tra', number: '12/BB' },
          ],
        },
        { criterionId: 'thuong-sang-kien', text: null, figures: [], claim: null, evidence: [] },
      ],
      outside: [],
    })
  })
})

describe('nothing outside what was asked can be changed', () => {
  const metricIds = ruleSet.metrics.map(metric => metric.id)
  const leaves = [
    ...ruleSet.criteria.flatMap(area => (area.subCriteria ?? []).map(leaf => leaf.id)),
    ...ruleSet.criteria.map(area => area.id),
    ...(ruleSet.adjustments ?? []).map(each => each.id),
    '__proto__',
    'constructor',
  ]
  const criterion = fc.constantFrom(...leaves)
  const words = fc.constantFrom('', 'Có', '  ', '=1+1', 'Giải trình dài')
  const item = fc.record({
    id: fc.constantFrom('e1', 'e2', 'x1', 'x2'),
    criterionIds: fc.uniqueArray(criterion, { maxLength: 3 }),
    title: words,
  })
  const edit: fc.Arbitrary<DraftEdit> = fc.oneof(
    fc.record({
      kind: fc.constant('field' as const),
      metricId: fc.constantFrom(...metricIds),
      entry: fc.option(
        fc.oneof(
          fc.constantFrom('0', '7', '1.464', 'x', '2026-10-05').map(text => ({
            state: 'typed' as const,
            text,
          })),
          fc.constant({ state: 'notApplicable' as const }),
        ),
      ),
    }),
    fc.record({
      kind: fc.constant('claim' as const),
      criterionId: criterion,
      claim: fc.option(fc.constantFrom('0', '1', '2,5', '99').map(text => ({ text }))),
    }),
    fc.record({ kind: fc.constant('explanation' as const), criterionId: criterion, text: fc.option(words) }),
    fc.record({ kind: fc.constant('exempt' as const), criterionId: criterion, reason: fc.option(words) }),
    fc.record({ kind: fc.constant('evidence' as const), item }),
    fc.record({ kind: fc.constant('removeEvidence' as const), id: fc.constantFrom('e1', 'e2', 'x1') }),
    fc.record({ kind: fc.constant('note' as const), note: fc.option(words) }),
    fc.constant<DraftEdit>({
      kind: 'ruleSet',
      ruleSet: { id: 'khac', version: '9', sha256: 'b'.repeat(64) },
    }),
  )
  const step = fc.oneof(
    fc.record({ act: fc.constant('change' as const), edits: fc.array(edit, { maxLength: 4 }) }),
    fc.record({ act: fc.constantFrom('undo' as const, 'redo' as const) }),
  )
  const start = theDraft()
  const asked = new Set(['van-ban-mang', 'minh-chung', 'thuong-sang-kien'])
  const figures = new Set(start.asked?.metricIds)

  /** What of a submission was not asked about. */
  function rest({ values, decisions = [], explanations = [], evidence = [], ...others }: Submission) {
    const { submittedOn: _, approval: __, accepted: ___, ...kept } = others
    return {
      kept,
      values: values.filter(({ metricId }) => !figures.has(metricId)),
      decisions: decisions.filter(({ criterionId }) => !asked.has(criterionId)),
      explanations: explanations.filter(({ criterionId }) => !asked.has(criterionId)),
      evidence: evidence
        .map(({ criterionIds, ...each }) => ({
          ...each,
          criterionIds: criterionIds.filter(id => !asked.has(id)),
        }))
        .filter(({ criterionIds }) => criterionIds.length > 0),
    }
  }

  test('by any changes, undone and made again', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), steps => {
        let history = startHistory(start)
        for (const each of steps) {
          history =
            each.act === 'change'
              ? withChange(history, each.edits, at)
              : ((each.act === 'undo' ? undone : redone)(history, at) ?? history)
        }
        const { present } = history
        expect(present.ruleSet).toEqual(start.ruleSet)
        expect(present.asked).toBe(start.asked)
        const { submission } = assessed(present)
        expect(rest(submission)).toEqual(rest(aDepartment()))
        expect(answerOf(aRequest(), aDepartment(), submission, ruleSet).outside).toEqual([])
      }),
      { numRuns: 60 },
    )
  })

  test('not even where a stored draft was altered by hand', () => {
    const tampered: Draft = {
      ...start,
      fields: new Map([...start.fields, ['hs-tiep-nhan', { state: 'typed', text: '9' }]]),
      claims: new Map([['so-hoa-ho-so', { text: '6' }]]),
      exempt: new Map([['ho-so-truc-tuyen', 'không làm']]),
      explanations: new Map([['ho-so-truc-tuyen', 'thêm']]),
      evidence: [],
      note: 'thêm ghi chú',
    }
    expect(rest(assessed(tampered).submission)).toEqual(rest(aDepartment()))
  })

  test('changes that are not possible make no step to undo', () => {
    const history = startHistory(start)
    expect(withChange(history, [{ kind: 'note', note: 'x' }], at)).toBe(history)
  })

  test('a copy for another period is a draft of its own', () => {
    const copy = copyDraft(start, { period: '2026-11', id: 'n2', now: at, keep: 'figures' })
    expect(copy.asked).toBeUndefined()
    const changed = editDraft(copy, [{ kind: 'note', note: 'x' }], at)
    expect(changed.note).toBe('x')
  })
})
