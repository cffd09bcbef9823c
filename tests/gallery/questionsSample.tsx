import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { QuestionsPart } from '../../src/features/review/questions/QuestionsPart.tsx'
import type { ReviewAddress } from '../../src/features/review/reviewProps.ts'
import { ruleSetHash } from '../../src/io/hash/ruleSetHash.ts'
import type { ReadRequest } from '../../src/io/package/requestFormat.ts'
import type { Catalogue } from '../../src/model/catalogue.ts'
import type { Draft } from '../../src/model/draft.ts'
import type { LedgerAct, LedgerEntry, RequestAnswer, ReviewRequest } from '../../src/model/review.ts'
import type { Submission } from '../../src/model/submission.ts'
import { draftOfRequest } from '../../src/state/assessment/askedDraft.ts'
import { createReviewer } from '../../src/state/review/createReviewer.ts'
import {
  aDecision,
  type DeskRound,
  deskRound,
  openDesk,
  reviewDesk,
  written,
} from '../state/review/deskRound.ts'
import { aSubmission } from './builders.ts'
import { commune, paymentSet } from './selfAssessmentSample.tsx'

/** Long past, and long to come, whenever the sample is looked at. */
export const passed = '2026-11-20T17:00:00+07:00'
export const toCome = '2046-11-28T17:00:00+07:00'

/** The round of the desk with the hash that its rules really have. */
export function questionsRound(): DeskRound {
  const desk = deskRound()
  const { id, version } = desk.ruleSet
  const ruleSet = { id, version, sha256: ruleSetHash(desk.ruleSet) }
  const entries = desk.entries.map((entry): LedgerEntry => {
    const { act } = entry
    if (act.kind !== 'receive' || act.file.outcome !== 'read') return entry
    return { ...entry, act: { ...act, file: { ...act.file, ruleSet } } }
  })
  return { ...desk, entries, round: { ...desk.round, ruleSet } }
}

export function ask(agencyId: string, criterionId: string, question: string): LedgerAct {
  return aDecision(criterionId, { kind: 'ask', question }, { agencyId, reason: null })
}

/** A request over lines that asked, as the ledger keeps it. */
export function sent(
  desk: DeskRound,
  agencyId: string,
  id: string,
  asked: readonly { readonly entryId: string; readonly criterionId: string; readonly question: string }[],
  dueAt: string | null,
): LedgerAct {
  const request: ReviewRequest = {
    id,
    roundId: desk.round.id,
    ruleSet: desk.round.ruleSet,
    agencyId,
    period: desk.round.period,
    by: 'Lê Thị Bình',
    at: '2026-11-19T02:00:00.000Z',
    dueAt,
    questions: asked.map(each => ({ ...each, points: '5.4' })),
  }
  const fileName = `yeu-cau-giai-trinh_bo-thu_2026-11_${agencyId}.parboard`
  return { kind: 'request', request, fileName, sha256: 'e'.repeat(64) }
}

/** An answer to a request, with what it changed unasked. */
export function answered(
  agencyId: string,
  requestId: string,
  answers: readonly RequestAnswer[],
  outside: readonly string[] = [],
): LedgerAct {
  return { kind: 'answer', requestId, agencyId, sha256: 'f'.repeat(64), answers, outside }
}

const silent = { text: null, figures: [], claim: null, evidence: [] } as const

/** One agency answered late, one with the longest name owes an answer, one waits to be asked. */
export function exchangeRound(): DeskRound {
  const start = questionsRound()
  const questions = [
    ['co-quan-1', 'I.1', 'Vì sao tỷ lệ nộp trực tuyến giảm so với kỳ trước? Đề nghị gửi bảng kê hồ sơ.'],
    ['co-quan-1', 'I.2', 'Số hồ sơ đã số hóa lấy từ hệ thống nào?'],
    ['co-quan-1', 'II.3', 'Sáng kiến đã được công nhận chưa?'],
    ['co-quan-2', 'II.1', 'Tài liệu kiểm chứng chưa có chữ ký; đề nghị gửi lại bản có ký số.'],
    ['co-quan-3', 'I.3', 'Có hồ sơ quá hạn nào phải xin lỗi không?'],
    ['co-quan-3', 'thuong', 'Mô hình nào được công nhận, theo quyết định nào?'],
  ] as const
  const { round, lines } = written(
    start,
    questions.map(([agencyId, criterionId, question]) => ask(agencyId, criterionId, question)),
    'Lê Thị Bình',
    'hoi',
  )
  const asked = (agencyId: string) =>
    questions.flatMap(([agency, criterionId, question], place) =>
      agency === agencyId ? [{ entryId: lines[place]?.id ?? '', criterionId, question }] : [],
    )
  return written(
    round,
    [
      sent(round, 'co-quan-1', 'yc1', asked('co-quan-1'), passed),
      sent(round, 'co-quan-2', 'yc2', asked('co-quan-2'), passed),
      answered(
        'co-quan-1',
        'yc1',
        [
          {
            ...silent,
            criterionId: 'I.1',
            text: 'Trong tháng có 10 hồ sơ nộp giấy do lỗi đường truyền, đã đối soát lại với Cổng dịch vụ công.',
            figures: [
              {
                metricId: 'online',
                was: { state: 'entered', value: '90' },
                to: { state: 'entered', value: '95' },
              },
            ],
            evidence: [{ id: 'm1', criterionIds: ['I.1'], title: 'Bảng kê hồ sơ nộp giấy', number: '31/BK' }],
          },
          { ...silent, criterionId: 'I.2' },
          { ...silent, criterionId: 'II.3', claim: '2.5', text: 'Đã có quyết định công nhận.' },
        ],
        ['done'],
      ),
      aDecision('II.3', { kind: 'points', points: '2.5' }, { stage: 'secondReview' }),
    ],
    'Lê Thị Bình',
    'hoi',
  ).round
}

/** The part over a round that lives in the page alone. */
export function QuestionsSample({
  desk: opening,
  me = 'Lê Thị Bình',
  address: start = {},
  watch,
}: {
  desk: DeskRound
  me?: string
  address?: ReviewAddress
  watch?: (desk: DeskRound, address: ReviewAddress) => void
}) {
  const [desk, setDesk] = useState(opening)
  const [address, setAddress] = useState<ReviewAddress>(start)
  const [reviewer] = useState(createReviewer)
  const open = useMemo(() => openDesk(desk, me, setDesk), [desk, me])
  const review = useMemo(() => reviewDesk(open, desk.agencies, reviewer), [open, desk.agencies, reviewer])
  watch?.(desk, address)
  const [change] = useState(() => (next: ReviewAddress) => setAddress(before => ({ ...before, ...next })))
  return (
    <QueryClientProvider client={client}>
      <QuestionsPart
        open={open}
        review={review}
        catalogue={catalogue}
        directory={{ agencies: desk.agencies, groups: [] }}
        documents={[]}
        address={address}
        change={change}
        isWide
        linkToDocument={(_, label) => label}
      />
    </QueryClientProvider>
  )
}

const client = new QueryClient()

const catalogue: Catalogue = {
  documents: 'documents.json',
  agencies: 'agencies.json',
  figures: 'figures.json',
  ruleSets: [],
  submissions: [],
  tables: [],
  plans: [],
  opening: { ruleSetId: 'bo-thu', period: '2026-11', agencyId: 'co-quan-1' },
}

/** What the commune of the form handed in: a share, a flag, a claim and a document. */
export const handedIn: Submission = aSubmission(
  {
    'thanh-cong': '1500',
    'nghia-vu': '1529',
    'giao-dich': '30',
    'co-phi': '40',
    'phat-sinh': '35',
    'ky-so': '91.5',
    'quy-che': '1',
    'danh-muc': '1',
    'lich-tiep-dan': '0',
    'muc-do': '2',
    'bao-cao': '2',
    'sang-kien': '0',
  },
  {
    id: 'nop-xa',
    ruleSetId: paymentSet.id,
    ruleSetVersion: paymentSet.version,
    agencyId: commune.id,
    period: '2026-11',
    decisions: [{ criterionId: 'tu-cham', stage: 'selfAssessment', points: '2.5', reason: 'Đủ kế hoạch' }],
    explanations: [{ criterionId: 'tra-phi', text: 'Số liệu lấy từ Cổng ngày 01/11.' }],
    evidence: [{ id: 'mc1', criterionIds: ['tra-phi'], requiredId: 'sao-ke', title: 'Bản chụp Cổng' }],
  },
)

/** Questions about fees paid online, a claim and what a survey finds. */
export function askedDraft(dueAt: string | null = toCome): Draft {
  const sha256 = '0'.repeat(64)
  const mark = { id: paymentSet.id, version: paymentSet.version, sha256 }
  const request: ReviewRequest = {
    id: 'yc1',
    roundId: 'dot1',
    ruleSet: mark,
    agencyId: commune.id,
    period: '2026-11',
    by: 'Lê Thị Bình',
    at: '2026-11-20T02:00:00.000Z',
    dueAt,
    questions: [
      {
        entryId: 'but-1',
        criterionId: 'tra-phi',
        question: 'Vì sao 29 hồ sơ có nghĩa vụ tài chính chưa thanh toán trực tuyến?',
        points: '5.89',
      },
      { entryId: 'but-2', criterionId: 'tu-cham', question: 'Kế hoạch ban hành ngày nào?', points: '2.5' },
      { entryId: 'but-3', criterionId: 'hai-long', question: 'Có tổ chức lấy ý kiến không?', points: null },
    ],
  }
  const pack: ReadRequest = {
    file: 'yeu-cau-giai-trinh.parboard',
    bytes: 16_202,
    sha256,
    manifest: {
      format: 'parboard-request',
      formatVersion: 1,
      createdAt: request.at,
      appVersion: '0.1.0',
      requestId: request.id,
      roundId: request.roundId,
      questions: request.questions.length,
      submissionId: handedIn.id,
      ruleSet: { ...mark, title: paymentSet.title },
      agency: { id: commune.id, name: commune.name },
      period: request.period,
      files: [],
    },
    request,
    submission: handedIn,
    ruleSet: paymentSet,
    previous: null,
    remarks: [],
  }
  return draftOfRequest(pack, { agency: commune, id: 'nhap', now: '2026-11-21T12:00:00.000Z' })
}
