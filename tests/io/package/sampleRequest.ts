import { ruleSetHash } from '../../../src/io/hash/ruleSetHash.ts'
import type { RequestContent } from '../../../src/io/package/requestFormat.ts'
import { writeRequest } from '../../../src/io/package/writeRequest.ts'
import type { ReviewRequest } from '../../../src/model/review.ts'
import type { Submission } from '../../../src/model/submission.ts'
import { asHandedIn } from '../../../src/state/review/makeRequest.ts'
import { ruleSet, shippedSubmission } from './samplePackage.ts'

export const askedAt = '2026-11-21T02:00:00.000Z'
export const dueAt = '2026-11-28T17:00:00+07:00'

/** A department of the demonstration province as it handed in for October 2026. */
export function aDepartment(): Submission {
  return asHandedIn({
    ...shippedSubmission('mau-tinh-cqs/2026-10.json', 'mh-so-xay-dung'),
    id: 'mau-tinh-cqs.2026-10.mh-so-xay-dung',
    submittedOn: '2026-11-03',
    approval: { name: 'Lê Văn Minh Họa', title: 'Giám đốc', on: '2026-11-03' },
    decisions: [
      { criterionId: 'truyen-thong', stage: 'selfAssessment', points: '3', reason: 'Có 2 hội nghị' },
    ],
    explanations: [{ criterionId: 'van-ban-mang', text: 'Đã nộp kèm sổ văn bản' }],
    evidence: [
      { id: 'e1', criterionIds: ['van-ban-mang'], title: 'Sổ văn bản tháng 10' },
      { id: 'e2', criterionIds: ['truyen-thong'], title: 'Kế hoạch truyền thông' },
    ],
  })
}

/** Questions about a share, a leaf a reviewer judges, and a bonus. */
export function aRequest(parts: Partial<ReviewRequest> = {}): ReviewRequest {
  return {
    id: 'yc1',
    roundId: 'dot1',
    ruleSet: { id: ruleSet.id, version: ruleSet.version, sha256: ruleSetHash(ruleSet) },
    agencyId: 'mh-so-xay-dung',
    period: '2026-10',
    by: 'Trần Thị Thẩm Định',
    at: askedAt,
    dueAt,
    questions: [
      {
        entryId: 'butA-3',
        criterionId: 'van-ban-mang',
        question: 'Vì sao còn 173 văn bản chưa xử lý trên mạng?\nĐề nghị gửi bảng kê.',
        points: '4.9',
      },
      { entryId: 'butA-4', criterionId: 'minh-chung', question: 'Minh chứng nào cho mức 2?', points: null },
      {
        entryId: 'butA-5',
        criterionId: 'thuong-sang-kien',
        question: 'Quyết định công nhận số mấy?',
        points: '0',
      },
    ],
    ...parts,
  }
}

export function requestOf(parts: Partial<RequestContent> = {}): Uint8Array {
  return writeRequest({
    request: aRequest(),
    submission: aDepartment(),
    ruleSet,
    previous: null,
    agencyName: 'Sở Xây dựng tỉnh Minh Họa',
    appVersion: '0.1.0',
    createdAt: askedAt,
    ...parts,
  })
}
