import { describe, expect, test } from 'vitest'
import type { EvidenceItem } from '../../../src/model/submission.ts'
import { aCriterion, aRuleSet, stated } from '../builders.ts'
import { found, passes, said } from './checkBuilders.ts'

const rules = aRuleSet({
  criteria: [
    aCriterion({
      requiredEvidence: [
        { id: 'bao-cao', title: 'Báo cáo tháng', provenance: stated },
        { id: 'danh-sach', title: 'Danh sách', provenance: stated },
      ],
    }),
    aCriterion({ id: 'other' }),
  ],
})

const item = (parts: Partial<EvidenceItem> = {}): EvidenceItem => ({
  id: 'mc-1',
  criterionIds: ['leaf'],
  title: 'Báo cáo số 12',
  ...parts,
})
const withEvidence = (...evidence: readonly EvidenceItem[]) => ({ submission: { evidence } })

describe('documents that are asked for', () => {
  const code = 'missing-evidence'

  test('of a leaf that does not apply none is, whether a figure or the agency says so', () => {
    const values = [{ metricId: 'done', state: 'notApplicable' as const }]
    expect(found(rules, code, { submission: { values } })).toEqual([])
    const notApplicable = [{ criterionId: 'leaf', reason: 'Không phát sinh' }]
    expect(found(rules, code, { submission: { notApplicable } })).toEqual([])
    expect(found(rules, code, { figures: { done: '0', all: '1' } })).toHaveLength(2)
  })

  test('each of them is told until it is there', () => {
    expect(said(rules, code, {})).toEqual([
      'thiếu tài liệu kiểm chứng “Báo cáo tháng”',
      'thiếu tài liệu kiểm chứng “Danh sách”',
    ])
    expect(said(rules, code, withEvidence(item({ requiredId: 'bao-cao' })))).toEqual([
      'thiếu tài liệu kiểm chứng “Danh sách”',
    ])
    // A document for another criterion, or one that nobody asked for, is not it.
    expect(
      found(
        rules,
        code,
        withEvidence(item({ requiredId: 'bao-cao', criterionIds: ['other'] }), item({ id: 'mc-2' })),
      ),
    ).toHaveLength(2)
    expect(
      passes(
        rules,
        code,
        withEvidence(item({ requiredId: 'bao-cao' }), item({ id: 'mc-2', requiredId: 'danh-sach' })),
      ),
    ).toBe(true)
  })

  test('an explanation stands for them; an exempt criterion needs none', () => {
    const explanations = [{ criterionId: 'leaf', text: 'Chưa ban hành' }]
    expect(passes(rules, code, { submission: { explanations } })).toBe(true)
    const notApplicable = [{ criterionId: 'leaf', reason: 'Không phát sinh' }]
    expect(found(rules, code, { submission: { notApplicable } })).toEqual([])
  })
})

describe('when documents are from', () => {
  const code = 'evidence-outside-period'
  const dated = (
    days: Pick<EvidenceItem, 'issuedOn' | 'effectiveOn'>,
    period = '2026-11',
    today = '2027-06-01',
  ) => ({
    ...withEvidence(item(days)),
    period,
    draft: { updatedAt: `${today}T00:00:00.000Z` },
  })

  test('the first day of the period is in it, the day before is not', () => {
    expect(passes(rules, code, dated({ issuedOn: '2026-11-01' }))).toBe(true)
    expect(said(rules, code, dated({ issuedOn: '2026-10-31' }))).toEqual([
      'tài liệu “Báo cáo số 12” ngày 31/10/2026 trước kỳ 01/11/2026–30/11/2026',
    ])
  })

  test('a report may be written in the 31 days after the period', () => {
    expect(passes(rules, code, dated({ issuedOn: '2026-12-31' }))).toBe(true)
    expect(said(rules, code, dated({ issuedOn: '2027-01-01' }))).toEqual([
      'tài liệu “Báo cáo số 12” ngày 01/01/2027 sau kỳ 01/11/2026–30/11/2026',
    ])
  })

  test('nothing is issued after today', () => {
    expect(passes(rules, code, dated({ issuedOn: '2026-12-05' }, '2026-11', '2026-12-05'))).toBe(true)
    expect(found(rules, code, dated({ issuedOn: '2026-12-06' }, '2026-11', '2026-12-05'))).toHaveLength(1)
  })

  test('today in Viet Nam is no day to come, though it is yesterday in Greenwich', () => {
    const late = (updatedAt: string) => ({
      ...withEvidence(item({ issuedOn: '2026-12-06' })),
      period: '2026-11',
      draft: { updatedAt },
    })
    expect(passes(rules, 'evidence-outside-period', late('2026-12-05T18:00:00.000Z'))).toBe(true)
    expect(found(rules, 'evidence-outside-period', late('2026-12-05T09:59:59.000Z'))).toHaveLength(1)
  })

  test('what was issued before may take effect in the period, and must not after it', () => {
    expect(passes(rules, code, dated({ issuedOn: '2026-09-01', effectiveOn: '2026-11-01' }))).toBe(true)
    expect(found(rules, code, dated({ issuedOn: '2026-09-01', effectiveOn: '2026-10-31' }))).toHaveLength(1)
    expect(passes(rules, code, dated({ issuedOn: '2026-11-10', effectiveOn: '2026-11-30' }))).toBe(true)
    expect(found(rules, code, dated({ issuedOn: '2026-11-10', effectiveOn: '2026-12-01' }))).toHaveLength(1)
  })

  test('quarters, years and single days have their own ends', () => {
    expect(passes(rules, code, dated({ issuedOn: '2026-07-01' }, '2026-Q3'))).toBe(true)
    expect(found(rules, code, dated({ issuedOn: '2026-06-30' }, '2026-Q3'))).toHaveLength(1)
    expect(passes(rules, code, dated({ issuedOn: '2026-10-31' }, '2026-Q3'))).toBe(true)
    expect(found(rules, code, dated({ issuedOn: '2026-11-01' }, '2026-Q3'))).toHaveLength(1)
    expect(passes(rules, code, dated({ issuedOn: '2024-02-29' }, '2024'))).toBe(true)
    expect(found(rules, code, dated({ issuedOn: '2023-12-31' }, '2024'))).toHaveLength(1)
    expect(passes(rules, code, dated({ issuedOn: '2026-01-01' }, '2026-10-10'))).toBe(true)
    expect(found(rules, code, dated({ issuedOn: '2025-12-31' }, '2026-10-10'))).toHaveLength(1)
  })

  test('a document without a day says nothing', () => {
    expect(passes(rules, code, dated({}))).toBe(false)
    expect(found(rules, code, dated({}))).toEqual([])
  })
})

describe('one file for two', () => {
  const code = 'same-file-twice'
  const file = (digit: string) => ({ name: 'bao-cao.pdf', bytes: 10, sha256: digit.repeat(64) })

  test('two entries with the same bytes are doubted, other bytes under the same name are not', () => {
    expect(
      said(
        rules,
        code,
        withEvidence(
          item({ file: file('a') }),
          item({ id: 'mc-2', criterionIds: ['other'], title: 'Danh sách', file: file('a') }),
        ),
      ),
    ).toEqual(['cùng một tệp “bao-cao.pdf” dùng 2 lần: “Báo cáo số 12”, “Danh sách”'])
    expect(
      passes(rules, code, withEvidence(item({ file: file('a') }), item({ id: 'mc-2', file: file('b') }))),
    ).toBe(true)
  })

  test('one entry for several criteria says so openly', () => {
    expect(
      passes(rules, code, withEvidence(item({ criterionIds: ['leaf', 'other'], file: file('a') }))),
    ).toBe(true)
  })
})
