import { ruleSetHash } from '../../../src/io/hash/ruleSetHash.ts'
import { nextEntry, type PenState } from '../../../src/io/review/chain.ts'
import type { ReviewFileContent } from '../../../src/io/review/reviewFileFormat.ts'
import {
  type LedgerAct,
  type LedgerEntry,
  type ReceivedSubmission,
  type ReviewRound,
  reviewFormat,
} from '../../../src/model/review.ts'
import { aLeaf, aRuleSet, aSubmission } from '../../gallery/builders.ts'

/** The instant lines of the tests are written at. */
export const writtenAt = '2026-11-21T02:00:00.000Z'

export const rules = aRuleSet([aLeaf('1'), aLeaf('2')], { id: 'bo-thu' })

/** A round of two agencies in one group. */
export function aRound(parts: Partial<ReviewRound> = {}): ReviewRound {
  return {
    format: reviewFormat,
    id: 'dot-1',
    name: 'Đợt tháng 10',
    ruleSet: { id: rules.id, version: rules.version, sha256: ruleSetHash(rules) },
    period: '2026-10',
    groups: [{ groupId: 'so', name: 'Các sở', agencyIds: ['so-noi-vu', 'so-tu-phap'] }],
    createdAt: '2026-11-01T02:00:00.000Z',
    provenance: { certainty: 'illustrative', source: null, note: 'Số liệu minh họa' },
    ...parts,
  }
}

/** A verdict on criterion 1 of the first agency. */
export function decides(parts: Partial<Extract<LedgerAct, { kind: 'decide' }>> = {}): LedgerAct {
  return {
    kind: 'decide',
    stage: 'firstReview',
    agencyId: 'so-noi-vu',
    criterionId: '1',
    verdict: { kind: 'agree' },
    from: '8',
    to: '8',
    reason: null,
    evidenceIds: [],
    over: [],
    ...parts,
  }
}

/** Lines of one pen, one after the other. */
export function linesOf(
  acts: readonly LedgerAct[],
  { pen = 'but1', by = 'Trần Thị Hòa', clock = 0 }: { pen?: string; by?: string; clock?: number } = {},
): readonly LedgerEntry[] {
  let state: PenState = { pen, last: null }
  return acts.map((act, index) => {
    const entry = nextEntry(state, { act, by, at: writtenAt, clock: clock + index })
    state = { pen, last: entry }
    return entry
  })
}

export function aReceived(digit = 'a'): ReceivedSubmission {
  return {
    sha256: digit.repeat(64),
    submission: aSubmission(
      { n: '73' },
      { ruleSetId: rules.id, ruleSetVersion: rules.version, agencyId: 'so-noi-vu', period: '2026-10' },
    ),
    previous: null,
  }
}

/** One of every act there is. */
export const everyAct: readonly LedgerAct[] = [
  {
    kind: 'receive',
    file: {
      sha256: 'a'.repeat(64),
      fileName: 'tu-cham.parboard',
      bytes: 1200,
      outcome: 'read',
      agencyId: 'so-noi-vu',
      agencyName: 'Sở Nội vụ',
      period: '2026-10',
      ruleSet: aRound().ruleSet,
      madeAt: writtenAt,
      submissionId: 'bo-thu.2026-10.so-noi-vu',
      approvedBy: 'Nguyễn Văn An',
      approvedOn: '2026-11-20',
      rescored: 'identical',
      origin: 'file',
      answers: { requestId: 'yc-1', roundId: 'dot-1' },
      warnings: [{ vi: 'có tệp lạ', en: 'an odd file' }],
    },
  },
  {
    kind: 'receive',
    file: {
      sha256: 'b'.repeat(64),
      fileName: 'hỏng.zip',
      bytes: 3,
      outcome: 'refused',
      why: 'notPackage',
      problems: [{ vi: 'không phải tệp nộp', en: 'no submission file' }],
      agencyId: null,
    },
  },
  { kind: 'receivedAt', sha256: 'a'.repeat(64), at: '2026-11-20T16:00:00+07:00', reason: 'nhận qua thư' },
  { kind: 'setAside', sha256: 'b'.repeat(64), reason: 'gửi nhầm' },
  {
    kind: 'use',
    agencyId: 'so-noi-vu',
    choice: {
      base: 'a'.repeat(64),
      picks: [{ part: 'value', id: 'online', from: 'c'.repeat(64) }],
      carried: true,
    },
    reason: 'bản sau',
    over: ['but1-1'],
  },
  { kind: 'deadline', stage: 'firstReview', at: '2026-11-25T17:00:00+07:00', reason: null },
  { kind: 'assign', reviewer: 'Lê Văn Bình', criterionIds: ['1'] },
  { kind: 'close', stage: 'firstReview', entryIds: ['but1-1'], sha256: 'd'.repeat(64) },
  { kind: 'reopen', closeId: 'but1-8', reason: 'còn kiến nghị' },
  decides({
    verdict: {
      kind: 'figures',
      figures: [{ metricId: 'online', was: { state: 'missing' }, to: { state: 'entered', value: '12.5' } }],
    },
    from: '4223/5625',
    to: null,
    reason: 'theo báo cáo số 12',
    evidenceIds: ['mc-1'],
  }),
  decides({ verdict: { kind: 'points', points: '0.75' }, reason: 'đủ một nửa' }),
  decides({ verdict: { kind: 'byRule' } }),
  decides({ verdict: { kind: 'notApplicable' }, reason: 'không có thủ tục' }),
  decides({ verdict: { kind: 'ask', question: 'Văn bản số mấy?' } }),
  { kind: 'withdraw', entryId: 'but1-10', reason: null },
  {
    kind: 'survey',
    agencyId: 'so-noi-vu',
    criterionId: '2',
    given: { kind: 'points', points: '1.2' },
    source: 'Báo cáo 15',
    over: [],
  },
  {
    kind: 'request',
    request: {
      id: 'yc-1',
      roundId: 'dot-1',
      ruleSet: aRound().ruleSet,
      agencyId: 'so-noi-vu',
      period: '2026-10',
      by: 'Trần Thị Hòa',
      at: writtenAt,
      dueAt: '2026-11-28T17:00:00+07:00',
      questions: [{ entryId: 'but1-14', criterionId: '1', question: 'Văn bản số mấy?', points: '8' }],
    },
    fileName: 'yeu-cau.parboard-request',
    sha256: 'e'.repeat(64),
  },
  {
    kind: 'answer',
    requestId: 'yc-1',
    agencyId: 'so-noi-vu',
    sha256: 'f'.repeat(64),
    answers: [
      {
        criterionId: '1',
        text: 'Văn bản số 12',
        figures: [],
        claim: '8',
        evidence: [{ id: 'mc-2', criterionIds: ['1'], title: 'Văn bản 12' }],
      },
    ],
    outside: ['online'],
  },
  {
    kind: 'publish',
    agencyId: 'so-noi-vu',
    total: '81.5',
    points: [{ nodeId: '1', points: '8' }],
    rank: { rank: 2, of: 20 },
    band: 'Tốt',
    source: 'Quyết định 99',
    over: [],
  },
  {
    kind: 'remedy',
    taskId: 'kp-1',
    task: {
      name: 'Số hóa hồ sơ',
      criterionIds: ['1'],
      agencyId: 'so-noi-vu',
      leadIds: ['so-noi-vu'],
      lead: 'Sở Nội vụ',
      product: 'Báo cáo',
      due: '2026-12-31',
    },
    over: [],
  },
  {
    kind: 'taskState',
    planId: 'ke-hoach-37-2023',
    taskId: 'nv-1',
    state: 'doing',
    on: '2026-11-21',
    note: null,
    over: [],
  },
]

export function aContent(parts: Partial<ReviewFileContent> = {}): ReviewFileContent {
  return {
    round: aRound(),
    ruleSet: rules,
    entries: linesOf(everyAct),
    received: [aReceived()],
    madeBy: 'Trần Thị Hòa',
    appVersion: '0.1.0',
    createdAt: writtenAt,
    ...parts,
  }
}
