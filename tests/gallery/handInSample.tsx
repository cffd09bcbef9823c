import { useMemo, useState } from 'react'
import type { AssessmentProps } from '../../src/features/self-assessment/assessmentProps.ts'
import { ruleSetHash } from '../../src/io/hash/ruleSetHash.ts'
import { readPackage } from '../../src/io/package/readPackage.ts'
import type { Agency } from '../../src/model/agency.ts'
import { type Draft, type DraftEdit, editDraft } from '../../src/model/draft.ts'
import type { RuleSet } from '../../src/model/ruleSet.ts'
import { assessDraft } from '../../src/state/assessment/assess.ts'
import type { Assessment } from '../../src/state/assessment/assessment.ts'
import { makePackage } from '../../src/state/assessment/makePackage.ts'
import { newDraft } from '../../src/state/assessment/newDraft.ts'
import type { PackageOpening } from '../../src/state/assessment/packageVerdict.ts'
import { weighPackage } from '../../src/state/assessment/weighPackage.ts'
import { aGroup, aLeaf, aRatioRule, aRuleSet, scoredAt } from './builders.ts'

export const agency: Agency = {
  id: 'ban-quan-ly',
  code: null,
  name: 'Ban Quản lý các khu kinh tế và các khu công nghiệp Đắk Lắk',
  level: 'department',
}

const count = (id: string, name: string) => ({ id, name, unit: 'hồ sơ', valueType: 'count' }) as const

/** Two areas, four leaves, one asks for a document. */
export function aSet(rest: Partial<RuleSet> = {}): RuleSet {
  const online = aRatioRule({ numerator: 'online', denominator: 'filed' })
  const onTime = aRatioRule({ numerator: 'onTime', denominator: 'done' })
  return aRuleSet(
    [
      aGroup('I', '10', [
        aLeaf('I.1', {
          name: 'Tỷ lệ hồ sơ nộp trực tuyến toàn trình trên tổng số hồ sơ tiếp nhận trong kỳ',
          maxPoints: '6',
          rule: online,
          requiredEvidence: [
            {
              id: 'bao-cao',
              title: 'Báo cáo kết quả tiếp nhận hồ sơ',
              provenance: { certainty: 'illustrative', source: null },
            },
          ],
        }),
        aLeaf('I.2', { name: 'Tỷ lệ hồ sơ giải quyết đúng hạn', maxPoints: '4', rule: onTime }),
      ]),
      aGroup('II', '5', [
        aLeaf('II.1', {
          name: 'Mức độ hài lòng của người dân',
          maxPoints: '5',
          rule: {
            kind: 'bands',
            measure: { of: 'value', metric: 'pleased' },
            bands: [
              { from: '80', points: '5' },
              { from: '60', to: '80', points: '3' },
              { to: '60', points: '0' },
            ],
          },
        }),
      ]),
    ],
    {
      id: 'bo-thu',
      version: '2',
      title: 'Bộ chỉ số thử của phòng trưng bày',
      shortTitle: 'Bộ thử 2026',
      scale: '15',
      pointsPlaces: 2,
      rounding: { ratio: null, leaf: { places: 2, mode: 'halfUp' }, group: null, total: null },
      metrics: [
        count('online', 'Hồ sơ nộp trực tuyến toàn trình'),
        count('filed', 'Hồ sơ tiếp nhận'),
        count('onTime', 'Hồ sơ giải quyết đúng hạn'),
        count('done', 'Hồ sơ đã giải quyết'),
        { id: 'pleased', name: 'Tỷ lệ người dân hài lòng', unit: '%', valueType: 'percent' },
      ],
      ...rest,
    },
  )
}

export function aDraft(ruleSet: RuleSet, edits: readonly DraftEdit[] = []): Draft {
  const blank = newDraft({
    ruleSet,
    sha256: ruleSetHash(ruleSet),
    agency,
    period: '2026-11',
    now: scoredAt,
    id: 'nhap',
    origin: { from: 'blank' },
  })
  return editDraft(blank, edits, scoredAt)
}

export const typed = (metricId: string, text: string): DraftEdit => ({
  kind: 'field',
  metricId,
  entry: { state: 'typed', text },
})

export function assess(draft: Draft, ruleSet: RuleSet): Assessment {
  return assessDraft({
    draft,
    ruleSet,
    ruleSetSha256: ruleSetHash(ruleSet),
    agency,
    documents: [],
    previous: null,
    peers: [],
  })
}

/** A draft that lives in the page alone. */
export function useSample(opening: Draft, ruleSet: RuleSet): AssessmentProps {
  const [draft, setDraft] = useState(opening)
  const assessment = useMemo(() => assess(draft, ruleSet), [draft, ruleSet])
  return {
    open: {
      draft,
      saving: { status: 'saved', at: scoredAt },
      change: edits => setDraft(before => editDraft(before, edits, scoredAt)),
      undo: null,
      redo: null,
    },
    assessment,
  }
}

const approval = { name: 'Nguyễn Thị Minh Họa', title: 'Trưởng ban', on: '2026-11-20' } as const

/** Everything is entered and nothing is in the way. */
export const complete: readonly DraftEdit[] = [
  typed('online', '1464'),
  typed('filed', '1529'),
  typed('onTime', '1402'),
  typed('done', '1418'),
  typed('pleased', '86,5'),
  {
    kind: 'evidence',
    item: {
      id: 'minh-chung-1',
      criterionIds: ['I.1'],
      requiredId: 'bao-cao',
      title: 'Báo cáo kết quả tiếp nhận hồ sơ tháng 11',
      number: '24/BC-BQL',
      issuedOn: '2026-11-18',
    },
  },
  { kind: 'approval', approval },
]

/** A text that may mean two numbers, a numerator above its denominator, a document that is not there. */
export const troubled: readonly DraftEdit[] = [
  typed('online', '1629'),
  typed('filed', '1529'),
  typed('onTime', '0'),
  typed('done', '1418'),
  typed('pleased', '8.650'),
]

/** A submission file of the sample as this page opens it. */
export function anOpening(here: RuleSet | null, change?: (text: string) => string): PackageOpening {
  const ruleSet = aSet()
  const { submission } = assess(aDraft(ruleSet, complete), ruleSet)
  const fileName = 'tu-cham_bo-thu_2026-11_ban-quan-ly.parboard'
  const made = makePackage(
    {
      submission: { ...submission, submittedOn: '2026-11-21' },
      ruleSet,
      previous: null,
      agencyName: agency.name,
      appVersion: '0.1.0',
      createdAt: scoredAt,
      files: new Map(),
    },
    fileName,
  )
  if (!made.ok) return { kind: 'refused', file: fileName, problems: made.problems }
  const read = readPackage(made.value.bytes, fileName)
  if (!read.ok) return { kind: 'refused', file: fileName, problems: read.problems }
  const pack = change
    ? { ...read.value, scoreSheet: JSON.parse(change(JSON.stringify(read.value.scoreSheet))) }
    : read.value
  return { kind: 'open', pack, agency, here, verdict: weighPackage(pack, here) }
}

/** The next version: another maximum, another target, one figure less and one more. */
export function aNewerSet(): RuleSet {
  const older = aSet()
  return aSet({
    version: '3',
    metrics: [
      ...older.metrics.slice(0, 4),
      { id: 'answered', name: 'Phản ánh, kiến nghị được trả lời', unit: 'phản ánh', valueType: 'count' },
      { id: 'received', name: 'Phản ánh, kiến nghị đã nhận', unit: 'phản ánh', valueType: 'count' },
    ],
    criteria: [
      aGroup('I', '9', [
        aLeaf('I.1', {
          name: 'Tỷ lệ hồ sơ nộp trực tuyến toàn trình trên tổng số hồ sơ tiếp nhận trong kỳ',
          maxPoints: '5',
          rule: aRatioRule({ numerator: 'online', denominator: 'filed', targetPercent: '80' }),
        }),
        aLeaf('I.2', {
          name: 'Tỷ lệ hồ sơ giải quyết đúng hạn',
          maxPoints: '4',
          rule: aRatioRule({ numerator: 'onTime', denominator: 'done' }),
        }),
      ]),
      aGroup('II', '6', [
        aLeaf('II.2', {
          name: 'Tỷ lệ phản ánh, kiến nghị được trả lời',
          maxPoints: '6',
          rule: aRatioRule({ numerator: 'answered', denominator: 'received' }),
        }),
      ]),
    ],
  })
}
