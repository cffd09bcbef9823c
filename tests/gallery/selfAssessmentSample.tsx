import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import type { AssessmentAddress } from '../../src/features/self-assessment/assessmentProps.ts'
import { SelfAssessmentScreen } from '../../src/features/self-assessment/SelfAssessmentScreen.tsx'
import type { Agency } from '../../src/model/agency.ts'
import type { Draft, FieldEntry } from '../../src/model/draft.ts'
import type { Criterion, Metric, RuleSet } from '../../src/model/ruleSet.ts'
import type { Submission } from '../../src/model/submission.ts'
import { createAssessor } from '../../src/state/assessment/assess.ts'
import type { Assessment } from '../../src/state/assessment/assessment.ts'
import {
  type DraftHistory,
  redone,
  startHistory,
  undone,
  withChange,
} from '../../src/state/assessment/draftHistory.ts'
import { newDraft } from '../../src/state/assessment/newDraft.ts'
import type { OpenDraft } from '../../src/state/assessment/openDraft.ts'
import { aGroup, aLeaf, aRatioRule, aReportedLeaf, aRuleSet, aSubmission } from './builders.ts'
import { documents } from './samples.ts'

export const commune: Agency = {
  id: 'xa',
  code: 'H15.157',
  name: 'UBND xã Liên Sơn Lắk',
  level: 'commune',
}

/** The form that is drawn for this screen: fees paid online, with a percentage that may be misread. */
const paid: readonly Criterion[] = [
  aLeaf('tra-phi', {
    code: '3.6',
    name: 'Tỷ lệ hồ sơ thanh toán trực tuyến',
    maxPoints: '6',
    rule: aRatioRule({ numerator: 'thanh-cong', denominator: 'nghia-vu' }),
    requiredEvidence: [
      {
        id: 'sao-ke',
        title: 'Bản chụp Cổng Dịch vụ công quốc gia',
        provenance: { certainty: 'stated', source: { documentId: 'doc' } },
      },
    ],
  }),
  aLeaf('thu-tuc', {
    code: '3.5b',
    name: 'Tỷ lệ TTHC có phát sinh giao dịch thanh toán trực tuyến',
    maxPoints: '2',
    rule: aRatioRule({
      numerator: 'giao-dich',
      denominator: 'co-phi',
      targetPercent: '80',
      scaling: 'shareOfTarget',
    }),
  }),
  aLeaf('co-ho-so', {
    code: '3.5',
    name: 'Tỷ lệ TTHC có thu phí, lệ phí phát sinh hồ sơ',
    maxPoints: '2',
    rule: aRatioRule({
      numerator: 'phat-sinh',
      denominator: 'co-phi',
      targetPercent: '80',
      scaling: 'shareOfTarget',
    }),
  }),
]

const others: readonly Criterion[] = [
  aLeaf('ty-le', {
    code: '4.1',
    name: 'Tỷ lệ văn bản ký số',
    maxPoints: '2',
    rule: {
      kind: 'bands',
      measure: { of: 'value', metric: 'ky-so' },
      bands: [
        { from: '80', points: '2' },
        { to: '80', points: '0' },
      ],
    },
  }),
  aLeaf('hop', {
    code: '4.2',
    name: 'Có quy chế xử lý hồ sơ trên môi trường mạng',
    maxPoints: '1',
    rule: { kind: 'yesNo', metric: 'quy-che' },
  }),
  aLeaf('noi-dung', {
    code: '4.3',
    name: 'Trang thông tin điện tử cung cấp đủ thông tin',
    maxPoints: '2',
    rule: {
      kind: 'checklist',
      items: [
        { metric: 'danh-muc', points: '1' },
        { metric: 'lich-tiep-dan', points: '1' },
      ],
    },
  }),
  aLeaf('muc', {
    code: '4.4',
    name: 'Mức độ hoàn thành kế hoạch chuyển đổi số',
    maxPoints: '2',
    rule: {
      kind: 'choice',
      metric: 'muc-do',
      options: [
        { value: '1', label: 'Hoàn thành', labelEn: 'Done', points: '2' },
        { value: '2', label: 'Một phần', labelEn: 'In part', points: '1' },
        { value: '3', label: 'Chưa', labelEn: 'Not done', points: '0' },
      ],
    },
  }),
  aLeaf('han', {
    code: '4.5',
    name: 'Gửi báo cáo đúng hạn',
    maxPoints: '1',
    rule: { kind: 'perUnit', metric: 'bao-cao', pointsPerUnit: '0.5', cap: '1' },
  }),
]

const byOthers: readonly Criterion[] = [
  aReportedLeaf('tu-cham', '3', { code: '5.1', name: 'Triển khai chuyển đổi số', assessedBy: 'self' }),
  aLeaf('hai-long', {
    code: '5.2',
    name: 'Mức độ hài lòng của người dân, tổ chức',
    maxPoints: '3',
    assessedBy: 'survey',
    rule: { kind: 'surveyMean', metric: 'diem', scaleFrom: '0', scaleTo: '100' },
  }),
]

const name: Readonly<Record<string, readonly [string, string, Metric['valueType']?]>> = {
  'thanh-cong': ['Hồ sơ thanh toán trực tuyến thành công', 'hồ sơ'],
  'nghia-vu': ['Hồ sơ có nghĩa vụ tài chính', 'hồ sơ'],
  'giao-dich': ['TTHC có giao dịch thanh toán trực tuyến', 'thủ tục'],
  'co-phi': ['TTHC có thu phí, lệ phí', 'thủ tục'],
  'phat-sinh': ['TTHC có thu phí phát sinh hồ sơ', 'thủ tục'],
  'ky-so': ['Tỷ lệ văn bản được ký số', '%', 'percent'],
  'quy-che': ['Đã ban hành quy chế', '', 'flag'],
  'danh-muc': ['Có danh mục TTHC đúng bản đã công bố', '', 'flag'],
  'lich-tiep-dan': ['Công khai lịch tiếp công dân', '', 'flag'],
  'muc-do': ['Mức độ hoàn thành', '', 'option'],
  'bao-cao': ['Báo cáo gửi đúng hạn', 'báo cáo'],
  diem: ['Điểm hài lòng', 'điểm', 'number'],
  'sang-kien': ['Sáng kiến được công nhận', 'sáng kiến'],
}

const metrics: readonly Metric[] = Object.entries(name).map(([id, [title, unit, valueType = 'count']]) => ({
  id,
  name: title,
  unit,
  valueType,
}))

export const paymentSet: RuleSet = aRuleSet(
  [
    { ...aGroup('IV', '10', paid), name: 'Thanh toán trực tuyến' },
    { ...aGroup('V', '8', others), name: 'Ký số, công khai, báo cáo' },
    { ...aGroup('VI', '6', byOthers), name: 'Do đơn vị tự chấm và do điều tra' },
  ],
  {
    scale: '24',
    title: 'Bộ chỉ số thử của biểu tự chấm',
    pointsPlaces: 2,
    rounding: { ratio: null, leaf: { places: 2, mode: 'halfUp' }, group: null, total: null },
    metrics,
    bands: [
      { id: 'tot', name: 'Tốt', nameEn: 'Good', fromPercent: '80' },
      { id: 'kha', name: 'Khá', nameEn: 'Fair', fromPercent: '60' },
      { id: 'yeu', name: 'Yếu', nameEn: 'Weak', fromPercent: '0' },
    ],
    adjustments: [
      {
        id: 'thuong',
        name: 'Thưởng sáng kiến',
        effect: 'bonus',
        ceiling: '2',
        rule: { kind: 'perUnit', metric: 'sang-kien', pointsPerUnit: '1', cap: '2' },
        provenance: { certainty: 'stated', source: { documentId: 'doc' } },
      },
    ],
  },
)

/** Everything is found by a survey. */
export const surveySet: RuleSet = aRuleSet(
  [{ ...aGroup('VII', '3', byOthers.slice(1)), name: 'Do điều tra xã hội học chấm' }],
  { scale: '3', metrics, bands: [] },
)

/** The longest names that are met: four lines of label, seven digits, three figures side by side. */
const long =
  'Số hồ sơ thủ tục hành chính thuộc phạm vi tiếp nhận của Ban Quản lý các khu kinh tế và các khu công nghiệp Đắk Lắk có phát sinh giao dịch thanh toán trực tuyến thành công trên Cổng Dịch vụ công quốc gia'

export const longSet: RuleSet = aRuleSet(
  [
    {
      ...aGroup('CKMBXYZ', '3', [
        aLeaf('dai', { code: '10.12.3', name: `Tỷ lệ ${long.toLowerCase()}` }),
        aLeaf('ba', {
          code: '10.12.4',
          name: 'Nhiệm vụ được giao',
          rule: {
            kind: 'deduction',
            items: ['x1', 'x2', 'x3'].map(metric => ({ metric, each: { points: '0.1' } })),
          },
        }),
        aLeaf('mot', {
          code: '10.12.5',
          name: 'Cuộc họp',
          rule: { kind: 'perUnit', metric: 'x4', pointsPerUnit: '0.5', cap: '1' },
        }),
      ]),
      name: 'Công khai, minh bạch trong giải quyết thủ tục hành chính của các cơ quan, đơn vị trực thuộc',
    },
  ],
  {
    scale: '3',
    metrics: ['n', 'd', 'x1', 'x2', 'x3', 'x4'].map((id, index) => ({
      id,
      name: index < 2 ? long : `Nhiệm vụ loại ${id}`,
      unit: 'nhiệm vụ, hồ sơ',
      valueType: 'count',
    })),
  },
)

/** Typed texts by metric; a figure without one is missing. */
export function typed(texts: Readonly<Record<string, string>>): ReadonlyMap<string, FieldEntry> {
  return new Map(Object.entries(texts).map(([id, text]) => [id, { state: 'typed' as const, text }]))
}

export function aDraft(
  ruleSet: RuleSet,
  texts: Readonly<Record<string, string>> = {},
  rest: Partial<Draft> = {},
): Draft {
  return {
    ...newDraft({
      ruleSet,
      sha256: '0'.repeat(64),
      agency: commune,
      period: '2026-11',
      now: '2026-11-21T12:00:00.000Z',
      id: 'nhap',
      origin: { from: 'blank' },
      from: { fields: typed(texts) },
    }),
    ...rest,
  }
}

export const earlier: Submission = {
  ...aSubmission({
    'thanh-cong': '1450',
    'nghia-vu': '1500',
    'co-phi': '38',
    'ky-so': '91.5',
    'quy-che': '1',
  }),
  agencyId: commune.id,
  period: '2026-10',
}

const client = new QueryClient()

const nobody: readonly Submission[] = []

/** The screen over a draft that lives in this page alone. */
export function SelfAssessmentSample({
  ruleSet = paymentSet,
  start,
  opening = {},
  previous = earlier,
  watch,
}: {
  ruleSet?: RuleSet
  start: Draft
  opening?: AssessmentAddress
  previous?: Submission | null
  /** Told what stands after every drawing. */
  watch?: (open: OpenDraft, assessment: Assessment, address: AssessmentAddress) => void
}) {
  const [history, setHistory] = useState<DraftHistory>(() => startHistory(start))
  const [address, setAddress] = useState(opening)
  const assess = useMemo(createAssessor, [])
  const { present } = history
  const before = useMemo(() => previous && { submission: previous, otherRules: null }, [previous])
  const assessment = useMemo(
    () =>
      assess({
        draft: present,
        ruleSet,
        ruleSetSha256: present.ruleSet.sha256,
        agency: commune,
        documents,
        previous: before,
        peers: nobody,
      }),
    [assess, present, ruleSet, before],
  )
  const now = '2026-11-21T12:30:00.000Z'
  const open: OpenDraft = {
    draft: present,
    saving: { status: 'saved', at: now },
    change: (edits, merge) => setHistory(before => withChange(before, edits, now, merge)),
    undo: history.past.length === 0 ? null : () => setHistory(before => undone(before, now) ?? before),
    redo: history.future.length === 0 ? null : () => setHistory(before => redone(before, now) ?? before),
  }
  useEffect(() => watch?.(open, assessment, address))
  return (
    <QueryClientProvider client={client}>
      <SelfAssessmentScreen
        open={open}
        assessment={assessment}
        address={address}
        change={next => setAddress(before => ({ ...before, ...next }))}
        isWide={window.matchMedia('(min-width: 1280px)').matches}
        linkToDocument={(documentId, label) => <a href={`#${documentId}`}>{label}</a>}
      />
    </QueryClientProvider>
  )
}
