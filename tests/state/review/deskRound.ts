import type { Agency } from '../../../src/model/agency.ts'
import {
  type LedgerAct,
  type LedgerEntry,
  type ReceivedSubmission,
  type ReviewRound,
  reviewFormat,
  type Verdict,
} from '../../../src/model/review.ts'
import type { RuleSet } from '../../../src/model/ruleSet.ts'
import type { Submission } from '../../../src/model/submission.ts'
import { foldLedger } from '../../../src/scoring/review/foldLedger.ts'
import { createReviewer } from '../../../src/state/review/createReviewer.ts'
import type { OpenRound } from '../../../src/state/review/openRound.ts'
import type { ReviewView } from '../../../src/state/review/reviewView.ts'
import { aGroup, aLeaf, aRatioRule, aReportedLeaf, aRuleSet, aSubmission } from '../../gallery/builders.ts'

const illustrative = { certainty: 'illustrative', source: null } as const

const count = (id: string, name: string) => ({ id, name, unit: 'hồ sơ', valueType: 'count' }) as const

/**
 * Two areas, six leaves and a bonus. `filed` counts at I.1 and I.2; I.1 asks for a document; II.1 is judged in
 * steps of 0,5 up to 4; II.2 is surveyed; II.3 is claimed by the agency.
 */
export function deskRules(rest: Partial<RuleSet> = {}): RuleSet {
  return aRuleSet(
    [
      aGroup('I', '12', [
        aLeaf('I.1', {
          name: 'Tỷ lệ hồ sơ nộp trực tuyến toàn trình trên tổng số hồ sơ tiếp nhận trong kỳ',
          shortName: 'Hồ sơ trực tuyến toàn trình',
          maxPoints: '6',
          rule: aRatioRule({ numerator: 'online', denominator: 'filed' }),
          requiredEvidence: [
            { id: 'bao-cao', title: 'Báo cáo kết quả tiếp nhận hồ sơ', provenance: illustrative },
          ],
        }),
        aLeaf('I.2', {
          name: 'Tỷ lệ hồ sơ đã số hóa trên tổng số hồ sơ tiếp nhận',
          shortName: 'Số hóa hồ sơ',
          maxPoints: '2',
          rule: aRatioRule({ numerator: 'scanned', denominator: 'filed' }),
        }),
        aLeaf('I.3', {
          name: 'Tỷ lệ hồ sơ giải quyết đúng hạn',
          shortName: 'Giải quyết đúng hạn',
          maxPoints: '4',
          rule: aRatioRule({ numerator: 'onTime', denominator: 'done' }),
        }),
      ]),
      aGroup('II', '13', [
        aReportedLeaf('II.1', '4', {
          name: 'Chất lượng tài liệu kiểm chứng',
          shortName: 'Chất lượng tài liệu',
          assessedBy: 'review',
          judgedStep: '0.5',
        }),
        aReportedLeaf('II.2', '6', {
          name: 'Mức độ hài lòng qua điều tra',
          shortName: 'Hài lòng qua điều tra',
          assessedBy: 'survey',
        }),
        aReportedLeaf('II.3', '3', {
          name: 'Sáng kiến cải cách được công nhận',
          shortName: 'Sáng kiến cải cách',
        }),
      ]),
    ],
    {
      id: 'bo-thu',
      version: '2',
      title: 'Bộ chỉ số thử của bàn chấm',
      shortTitle: 'Bộ thử 2026',
      scale: '25',
      pointsPlaces: 2,
      rounding: { ratio: null, leaf: { places: 2, mode: 'halfUp' }, group: null, total: null },
      metrics: [
        { ...count('online', 'Hồ sơ nộp trực tuyến toàn trình'), definition: 'Không kể hồ sơ nộp hộ.' },
        count('filed', 'Hồ sơ tiếp nhận'),
        count('scanned', 'Hồ sơ đã số hóa'),
        count('onTime', 'Hồ sơ giải quyết đúng hạn'),
        count('done', 'Hồ sơ đã giải quyết'),
        count('models', 'Mô hình được công nhận'),
      ],
      adjustments: [
        {
          id: 'thuong',
          name: 'Điểm thưởng mô hình được công nhận',
          effect: 'bonus',
          ceiling: '2',
          rule: { kind: 'perUnit', metric: 'models', pointsPerUnit: '0.5' },
          provenance: illustrative,
        },
      ],
      ...rest,
    },
  )
}

/** 90% online, 45% scanned, all on time, claims 2 of 3; one document. */
export function deskSubmission(agencyId: string, rest: Partial<Submission> = {}): Submission {
  return aSubmission(
    { online: '90', filed: '100', scanned: '45', onTime: '80', done: '80', models: '1' },
    {
      id: `nop-${agencyId}`,
      ruleSetId: 'bo-thu',
      ruleSetVersion: '2',
      agencyId,
      period: '2026-11',
      provenance: illustrative,
      decisions: [{ criterionId: 'II.3', stage: 'selfAssessment', points: '2' }],
      evidence: [
        {
          id: 'mc-1',
          criterionIds: ['I.1'],
          requiredId: 'bao-cao',
          title: 'Báo cáo tiếp nhận hồ sơ tháng 11',
          number: '24/BC-UBND',
          issuedOn: '2026-11-18',
          issuer: 'Ủy ban nhân dân phường',
          pages: 'trang 2',
          file: { name: 'bao-cao-thang-11.pdf', bytes: 345_678, sha256: 'a'.repeat(64) },
        },
        { id: 'mc-3', criterionIds: ['II.3'], title: 'Quyết định công nhận sáng kiến' },
      ],
      ...rest,
    },
  )
}

export const deskAgencies: readonly Agency[] = [
  'Sở Xây dựng',
  'Ban Quản lý các khu kinh tế và các khu công nghiệp Đắk Lắk',
  'Sở Nội vụ',
].map((name, place) => ({ id: `co-quan-${place + 1}`, code: null, name, level: 'department' as const }))

/** Of its own for every agency: what its id ends in, letter by letter. */
const sha256Of = (agencyId: string) =>
  [...agencyId]
    .map(letter => letter.charCodeAt(0).toString(16).padStart(2, '0'))
    .join('')
    .slice(-64)
    .padEnd(64, '0')

/** A round kept in memory: lines are added with a pen a writer, and everything is folded and scored at once. */
export type DeskRound = {
  readonly round: ReviewRound
  readonly ruleSet: RuleSet
  readonly agencies: readonly Agency[]
  readonly entries: readonly LedgerEntry[]
  readonly received: ReadonlyMap<string, ReceivedSubmission>
}

export function deskRound({
  ruleSet = deskRules(),
  agencies = deskAgencies,
  submissions = agencies.map(({ id }) => deskSubmission(id)),
}: {
  ruleSet?: RuleSet
  agencies?: readonly Agency[]
  submissions?: readonly Submission[]
} = {}): DeskRound {
  const mark = { id: ruleSet.id, version: ruleSet.version, sha256: 'd'.repeat(64) }
  const round: ReviewRound = {
    format: reviewFormat,
    id: 'dot-thu',
    name: 'Đợt thử',
    ruleSet: mark,
    period: submissions[0]?.period ?? '2026-11',
    groups: [{ groupId: 'so-nganh', name: 'Sở, ban, ngành', agencyIds: agencies.map(({ id }) => id) }],
    createdAt: '2026-11-21T00:00:00.000Z',
    provenance: illustrative,
  }
  const empty: DeskRound = { round, ruleSet, agencies, entries: [], received: new Map() }
  const files = submissions.map((submission): ReceivedSubmission & { agencyId: string } => ({
    sha256: sha256Of(submission.agencyId),
    submission,
    previous: null,
    agencyId: submission.agencyId,
  }))
  const acts = files.map(
    ({ sha256, submission, agencyId }): LedgerAct => ({
      kind: 'receive',
      file: {
        sha256,
        fileName: `${agencyId}.parboard`,
        bytes: 12_345,
        outcome: 'read',
        agencyId,
        agencyName: null,
        period: submission.period,
        ruleSet: mark,
        madeAt: '2026-11-20T02:00:00.000Z',
        submissionId: submission.id,
        approvedBy: 'Trần Văn Minh',
        approvedOn: '2026-11-19',
        rescored: 'identical',
        origin: 'file',
        answers: null,
        warnings: [],
      },
    }),
  )
  const withFiles = { ...empty, received: new Map(files.map(({ agencyId, ...file }) => [file.sha256, file])) }
  return written(withFiles, acts, 'Tiếp nhận', 'nhan').round
}

let ticks = 0

/** The round with lines more, all of one instant. */
export function written(
  desk: DeskRound,
  acts: readonly LedgerAct[],
  by: string,
  pen = by,
): { readonly round: DeskRound; readonly lines: readonly LedgerEntry[] } {
  const own = desk.entries.filter(entry => entry.pen === pen)
  const clock = desk.entries.reduce((most, entry) => Math.max(most, entry.clock), 0)
  ticks += 1
  const at = new Date(Date.parse('2026-11-21T01:00:00.000Z') + ticks * 1000).toISOString()
  const lines = acts.map((act, place): LedgerEntry => {
    const seq = own.length + place + 1
    return { id: `${pen}-${seq}`, pen, seq, previous: null, clock: clock + place + 1, by, at, act }
  })
  return { round: { ...desk, entries: [...desk.entries, ...lines] }, lines }
}

/** Two ledgers put together: a set of lines. */
export function merged(a: DeskRound, b: DeskRound): DeskRound {
  const known = new Set(a.entries.map(({ id }) => id))
  return { ...a, entries: [...a.entries, ...b.entries.filter(({ id }) => !known.has(id))] }
}

/** What a screen is given of it, with a way to write that hands back the longer round. */
export function openDesk(
  desk: DeskRound,
  me: string,
  take: (next: DeskRound) => void = () => {},
  setMe: (name: string) => void = () => {},
): OpenRound {
  return {
    round: desk.round,
    ruleSet: desk.ruleSet,
    state: foldLedger(desk.round, desk.entries),
    received: desk.received,
    me,
    setMe,
    append: acts => {
      if (me === '') return []
      const { round, lines } = written(desk, acts, me)
      take(round)
      return lines
    },
    merge: () => {},
    fileOf: async () => null,
    saving: { status: 'saved' },
    broken: [],
  }
}

/** Scores the round as screens see it. @param now ISO instant that deadlines are held against */
export function reviewDesk(
  open: OpenRound,
  agencies: readonly Agency[],
  reviewer = createReviewer(),
  now = '2026-11-22T00:00:00.000Z',
): ReviewView {
  reviewer.take({
    state: open.state,
    ruleSet: open.ruleSet,
    received: open.received,
    agencies: new Map(agencies.map(agency => [agency.id, agency])),
    published: new Map(),
    workloadMetricId: null,
    now,
  })
  while (reviewer.work(() => true));
  return reviewer.view()
}

/** A verdict as another reviewer would have written it, not knowing of any line. */
export function aDecision(
  criterionId: string,
  verdict: Verdict,
  rest: Partial<Extract<LedgerAct, { kind: 'decide' }>> = {},
): Extract<LedgerAct, { kind: 'decide' }> {
  return {
    kind: 'decide',
    stage: 'firstReview',
    agencyId: 'co-quan-1',
    criterionId,
    verdict,
    from: null,
    to: null,
    reason: 'Đối chiếu với sổ tiếp nhận',
    evidenceIds: [],
    over: [],
    ...rest,
  }
}
