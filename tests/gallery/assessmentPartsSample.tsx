import { type ReactNode, useMemo, useState } from 'react'
import type { AssessmentProps } from '../../src/features/self-assessment/assessmentProps.ts'
import type { Agency } from '../../src/model/agency.ts'
import type { CheckReport, Finding } from '../../src/model/checks.ts'
import { type Draft, type DraftEdit, editDraft } from '../../src/model/draft.ts'
import type { RuleSet } from '../../src/model/ruleSet.ts'
import type { EvidenceItem } from '../../src/model/submission.ts'
import { assessDraft } from '../../src/state/assessment/assess.ts'
import type { Assessment } from '../../src/state/assessment/assessment.ts'
import { newDraft } from '../../src/state/assessment/newDraft.ts'
import { aGroup, aLeaf, aRatioRule, aReportedLeaf, aRuleSet } from './builders.ts'
import { documents } from './samples.ts'

const stated = { certainty: 'stated', source: { documentId: 'doc', place: 'mục 1' } } as const

const now = '2026-11-21T12:00:00.000Z'

export const ward: Agency = {
  id: 'phuong',
  code: 'T.01',
  name: 'UBND phường Ngân Minh, Tỉnh Thử',
  level: 'commune',
  parentId: 'tinh',
}

export const province: Agency = {
  id: 'tinh',
  code: 'T',
  name: 'Tỉnh Thử',
  level: 'province',
  aliases: ['UBND tỉnh Thử'],
}

/** Two areas of 12 and 8 points: figures, documents asked for, a claim, a survey, a watched leaf, a bonus. */
export const ruleSet: RuleSet = aRuleSet(
  [
    aGroup('I', '12', [
      aLeaf('dung-han', {
        code: '1.1',
        name: 'Tỷ lệ hồ sơ thủ tục hành chính được giải quyết đúng hạn và trước hạn trong kỳ báo cáo',
        maxPoints: '6',
        requiredEvidence: [
          {
            id: 'danh-sach',
            title:
              'Danh sách hồ sơ đã giải quyết trích từ hệ thống thông tin giải quyết thủ tục hành chính của tỉnh',
            titleEn: 'List of settled dossiers from the information system',
            provenance: stated,
          },
          { id: 'bao-cao', title: 'Báo cáo tháng', titleEn: 'Monthly report', provenance: stated },
        ],
      }),
      aLeaf('thanh-toan', {
        code: '1.2',
        name: 'Tỷ lệ hồ sơ thanh toán trực tuyến',
        maxPoints: '4',
        requiredEvidence: [{ id: 'sao-ke', title: 'Sao kê thanh toán', provenance: stated }],
        rule: aRatioRule({
          numerator: 'n2',
          denominator: 'd2',
          targetPercent: '80',
          scaling: 'shareOfTarget',
        }),
      }),
      aLeaf('kenh', {
        code: '1.3',
        name: 'Có kênh thanh toán trực tuyến',
        maxPoints: '2',
        rule: { kind: 'yesNo', metric: 'flag' },
      }),
    ]),
    aGroup('II', '8', [
      aReportedLeaf('tu-cham', '3', { code: '2.1', name: 'Triển khai chuyển đổi số', assessedBy: 'self' }),
      aLeaf('hai-long', {
        code: '2.2',
        name: 'Mức độ hài lòng của người dân',
        maxPoints: '3',
        assessedBy: 'survey',
        rule: { kind: 'surveyMean', metric: 'diem', scaleFrom: '0', scaleTo: '100' },
      }),
      aLeaf('so', {
        code: '2.3',
        name: 'Chỉ dành cho sở, ban, ngành',
        maxPoints: '2',
        appliesTo: ['department'],
        rule: { kind: 'yesNo', metric: 'flag2' },
      }),
      aLeaf('theo-doi', {
        code: '2.4',
        name: 'Tỷ lệ hồ sơ quá hạn',
        maxPoints: '0',
        rule: { kind: 'monitor', numerator: 'qua-han', denominator: 'd' },
      }),
    ]),
  ],
  {
    scale: '20',
    title: 'Bộ chỉ số thử của phòng trưng bày',
    pointsPlaces: 2,
    rounding: { ratio: null, leaf: { places: 2, mode: 'halfUp' }, group: null, total: null },
    bands: [
      { id: 'tot', name: 'Tốt', nameEn: 'Good', fromPercent: '80' },
      { id: 'kha', name: 'Khá', nameEn: 'Fair', fromPercent: '60' },
      { id: 'yeu', name: 'Yếu', nameEn: 'Weak', fromPercent: '0' },
    ],
    metrics: [
      ...['n', 'd', 'n2', 'd2', 'qua-han'].map(id => ({
        id,
        name: `Số hồ sơ ${id}`,
        unit: 'hồ sơ',
        valueType: 'count' as const,
      })),
      { id: 'flag', name: 'Có kênh', unit: '', valueType: 'flag' },
      { id: 'flag2', name: 'Có bản sao', unit: '', valueType: 'flag' },
      { id: 'diem', name: 'Điểm hài lòng', unit: 'điểm', valueType: 'number' },
      { id: 'sang-kien', name: 'Sáng kiến', unit: 'sáng kiến', valueType: 'count' },
    ],
    adjustments: [
      {
        id: 'thuong',
        name: 'Điểm thưởng sáng kiến',
        effect: 'bonus',
        ceiling: '3',
        rule: { kind: 'perUnit', metric: 'sang-kien', pointsPerUnit: '1' },
        states: { missing: 'zero', withheld: 'zero' },
        provenance: stated,
      },
    ],
  },
)

const typed = (metricId: string, text: string): DraftEdit => ({
  kind: 'field',
  metricId,
  entry: { state: 'typed', text },
})

/** 90 of 100 on time, no payments told, a channel, 2 of 3 claimed, one initiative. */
export const someFigures: readonly DraftEdit[] = [
  typed('n', '90'),
  typed('d', '100'),
  typed('d2', '50'),
  typed('flag', 'có'),
  typed('qua-han', '10'),
  typed('sang-kien', '1'),
  { kind: 'claim', criterionId: 'tu-cham', claim: { text: '2', reason: 'Theo kết quả tự rà soát' } },
]

export const scan: EvidenceItem = {
  id: 'tai-lieu-1',
  criterionIds: ['dung-han'],
  requiredId: 'danh-sach',
  title:
    'Danh sách hồ sơ thủ tục hành chính đã giải quyết trong tháng 11 năm 2026 của Ủy ban nhân dân phường Ngân Minh',
  number: '12/BC-UBND',
  issuedOn: '2026-11-05',
  issuer: 'UBND phường Ngân Minh',
  pages: 'trang 3, mục II',
  file: {
    name: 'danh-sach-ho-so-thu-tuc-hanh-chinh-da-giai-quyet-thang-11-nam-2026-ban-cuoi.pdf',
    bytes: 1_258_291,
    sha256: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  },
}

export const linked: EvidenceItem = {
  id: 'tai-lieu-2',
  criterionIds: ['thanh-toan', 'dung-han'],
  title: 'Bảng theo dõi chung',
  url: 'https://example.org/mot-duong-dan-rat-dai-khong-co-khoang-trang-nao-de-xuong-dong-trong-dong-nay.xlsx',
  ...(scan.file && { file: scan.file }),
}

export function aDraftOf(edits: readonly DraftEdit[] = []): Draft {
  const draft = newDraft({
    ruleSet,
    sha256: '0'.repeat(64),
    agency: ward,
    period: '2026-11',
    now,
    id: 'nhap-1',
    origin: { from: 'blank' },
  })
  return editDraft(draft, edits, now)
}

export function anAssessmentOf(draft: Draft): Assessment {
  const assessment = assessDraft({
    draft,
    ruleSet,
    ruleSetSha256: null,
    agency: ward,
    documents,
    previous: null,
    peers: [],
  })
  return { ...assessment, superior: province }
}

/** A draft that remembers its changes, with one report of checks in place of what the engine finds. */
export function Parts({
  edits = [],
  report,
  watch,
  children,
}: {
  edits?: readonly DraftEdit[]
  report?: CheckReport
  /** Told of every change. */
  watch?: (draft: Draft) => void
  children: (props: AssessmentProps) => ReactNode
}) {
  const [drafts, setDrafts] = useState<readonly Draft[]>(() => [aDraftOf(edits)])
  const draft = drafts.at(-1) ?? aDraftOf()
  const assessment = useMemo(() => {
    const made = anAssessmentOf(draft)
    return report ? { ...made, checks: withAccepted(report, draft) } : made
  }, [draft, report])
  const change = (next: readonly DraftEdit[]) =>
    setDrafts(known => {
      const last = known.at(-1) ?? aDraftOf()
      const edited = editDraft(last, next, now)
      watch?.(edited)
      return [...known, edited]
    })
  const undo = drafts.length > 1 ? () => setDrafts(known => known.slice(0, -1)) : null
  return children({
    open: { draft, saving: { status: 'saved', at: now }, change, undo, redo: null },
    assessment,
  })
}

function withAccepted({ findings, passed }: CheckReport, { accepted }: Draft): CheckReport {
  const reasons = new Map(accepted.map(each => [each.findingId, each.reason]))
  const decided = findings.map(each => ({ ...each, accepted: reasons.get(each.id) ?? each.accepted }))
  const open = (severity: Finding['severity']) =>
    decided.filter(each => each.severity === severity && each.accepted === null).length
  return { findings: decided, passed, open: { blocks: open('blocks'), doubts: open('doubt') } }
}

export function aFinding(id: string, rest: Partial<Finding> = {}): Finding {
  return {
    id,
    code: 'zero-numerator',
    severity: 'doubt',
    text: { vi: 'tử số bằng 0 (0/82): đúng là không có hồ sơ nào?', en: 'numerator 0 of 82: is there none?' },
    place: { nodeId: 'dung-han', metricId: 'n', part: 'field' },
    accepted: null,
    ...rest,
  }
}

const nothingToDivide = { vi: 'không phát sinh (0/0): bộ chỉ số cho điểm tối đa', en: 'none incurred (0/0)' }

export const someFindings: CheckReport = withAccepted(
  {
    findings: [
      aFinding('chua-ro', {
        code: 'unclear-figure',
        severity: 'blocks',
        text: { vi: 'số chưa rõ nghĩa, chưa tính điểm', en: 'the figure is in doubt and earns nothing yet' },
        place: { nodeId: 'thanh-toan', metricId: 'n2', part: 'field' },
      }),
      aFinding('tu-so'),
      aFinding('thieu', {
        code: 'missing-evidence',
        text: {
          vi: 'thiếu tài liệu kiểm chứng “Báo cáo tháng”',
          en: 'evidence is missing: “Monthly report”',
        },
        place: { nodeId: 'dung-han', metricId: null, part: 'evidence' },
      }),
      aFinding('lon-hon', {
        code: 'numerator-above-denominator',
        text: { vi: 'tử số 120 lớn hơn mẫu số 82', en: 'numerator 120 is above denominator 82' },
        place: { nodeId: 'kenh', metricId: 'flag', part: 'field' },
      }),
      ...['hai-long', 'theo-doi'].map(nodeId =>
        aFinding(`khong-${nodeId}`, {
          code: 'not-incurred',
          severity: 'notice',
          text: nothingToDivide,
          place: { nodeId, metricId: null, part: 'field' },
        }),
      ),
      aFinding('nhay', {
        code: 'tenfold-jump',
        text: { vi: 'gấp 12 lần kỳ trước (12, nay 144)', en: 'twelve times the period before (12, now 144)' },
        accepted: 'Nhận bàn giao toàn bộ hồ sơ của xã cũ trong tháng 11',
      }),
    ],
    passed: [
      {
        code: 'share-above-100',
        text: { vi: 'Không có tỷ lệ nào quá 100%', en: 'No share is above 100%' },
      },
    ],
    open: { blocks: 0, doubts: 0 },
  },
  aDraftOf(),
)

/** Forty doubts of one kind, so that most stand behind one press. */
export const manyFindings: CheckReport = {
  findings: Array.from({ length: 40 }, (_, index) =>
    aFinding(`thieu-${index}`, {
      code: 'evidence-outside-period',
      text: {
        vi: `tài liệu thứ ${index + 1} không trong kỳ`,
        en: `document ${index + 1} is not of the period`,
      },
      place: { nodeId: 'dung-han', metricId: null, part: 'evidence' },
    }),
  ),
  passed: [],
  open: { blocks: 0, doubts: 40 },
}

export const noFindings: CheckReport = {
  findings: [],
  passed: someFindings.passed,
  open: { blocks: 0, doubts: 0 },
}
