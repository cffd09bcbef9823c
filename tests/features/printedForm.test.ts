import { describe, expect, test } from 'vitest'
import { printedRows } from '../../src/features/self-assessment/print/printedRows.ts'
import { letterheadName, placeOf, signingOf } from '../../src/features/self-assessment/print/signing.ts'
import { printWords } from '../../src/features/self-assessment/print/words.ts'
import type { DraftEdit } from '../../src/model/draft.ts'
import type { Adjustment } from '../../src/model/ruleSet.ts'
import { assessDraft } from '../../src/state/assessment/assess.ts'
import {
  aDraftOf,
  anAssessmentOf,
  linked,
  province,
  ruleSet,
  scan,
  someFigures,
  ward,
} from '../gallery/assessmentPartsSample.tsx'

const penalty: Adjustment = {
  id: 'tru',
  name: 'Điểm trừ',
  effect: 'penalty',
  ceiling: '5',
  rule: { kind: 'perUnit', metric: 'sang-kien', pointsPerUnit: '1' },
  provenance: { certainty: 'stated', source: { documentId: 'doc' } },
}

const rowsOf = (edits: readonly DraftEdit[], language: 'vi' | 'en' = 'vi') =>
  new Map(printedRows(anAssessmentOf(aDraftOf(edits)), language).map(row => [row.id, row]))

const filled = rowsOf([
  ...someFigures,
  { kind: 'evidence', item: scan },
  { kind: 'evidence', item: linked },
  { kind: 'explanation', criterionId: 'thanh-toan', text: ' Đang kiểm kê. ' },
])

describe('rows of the printed form', () => {
  test('stand in official order, the total last', () => {
    expect([...filled.keys()]).toEqual([
      'I',
      'dung-han',
      'thanh-toan',
      'kenh',
      'II',
      'tu-cham',
      'hai-long',
      'so',
      'theo-doi',
      'thuong',
      'total',
    ])
  })

  test('say figures, points, what was lost', () => {
    // 90/100 × 6 = 5.4
    expect(filled.get('dung-han')).toMatchObject({
      max: '6',
      figures: { parts: ['90/100'], absent: null },
      points: { text: '5,40', mark: null },
      lost: '0,60',
    })
    expect(filled.get('kenh')).toMatchObject({ figures: { parts: ['có'] }, points: { text: '2,00' } })
  })

  test('a missing figure is no zero', () => {
    expect(filled.get('thanh-toan')).toMatchObject({
      figures: { parts: ['?/50'], absent: 'missing' },
      points: { text: 'thiếu', isWord: true, mark: 'missing' },
      lost: 'đến 4,00',
      percent: null,
    })
    // 5.4 + 2 sure, 4 open
    expect(filled.get('I')?.points.text).toBe('7,40–11,40')
  })

  test('claims are marked; surveys are waited for; other levels are exempt; watched figures earn nothing', () => {
    expect(filled.get('tu-cham')).toMatchObject({
      isClaimed: true,
      points: { text: '2,00' },
      notes: ['Theo kết quả tự rà soát'],
    })
    expect(filled.get('hai-long')?.points.text).toBe('chờ khảo sát')
    expect(filled.get('so')).toMatchObject({ max: '', points: { text: 'không áp dụng' }, lost: '' })
    expect(filled.get('so')?.notes[0]).toMatch(/^Không áp dụng: /)
    expect(filled.get('theo-doi')).toMatchObject({
      figures: { parts: ['10/100'] },
      points: { text: 'chỉ theo dõi' },
    })
  })

  test('a claim beside figures says what they come to', () => {
    const rows = rowsOf([
      ...someFigures,
      { kind: 'claim', criterionId: 'dung-han', claim: { text: '6', reason: 'Đã bổ sung' } },
    ])
    expect(rows.get('dung-han')).toMatchObject({
      isClaimed: true,
      points: { text: '6,00' },
      notes: ['Đơn vị tự chấm; tính theo số liệu được 5,40', 'Đã bổ sung'],
    })
  })

  test('a bonus carries its sign and no prefix its name already has', () => {
    expect(filled.get('thuong')).toMatchObject({
      name: 'Điểm thưởng sáng kiến',
      max: 'đến 3',
      points: { text: '+1,00' },
      figures: { parts: ['1\u00a0sáng kiến'] },
    })
  })

  test('a bonus nobody asks for lacks nothing', () => {
    expect(rowsOf([]).get('thuong')).toMatchObject({
      points: { text: '0,00' },
      figures: { parts: [], absent: 'notProposed' },
    })
  })

  test('a deduction that is open stands apart, and no share is below nothing', () => {
    const withPenalty = { ...ruleSet, adjustments: [penalty] }
    const printed = (edits: readonly DraftEdit[]) => {
      const draft = aDraftOf(edits)
      const assessment = assessDraft({
        draft,
        ruleSet: withPenalty,
        ruleSetSha256: null,
        agency: ward,
        documents: [],
        previous: null,
        peers: [],
      })
      return new Map(printedRows(assessment, 'vi').map(row => [row.id, row]))
    }
    const blank = printed([])
    expect(blank.get('tru')).toMatchObject({ max: 'đến −5', points: { text: '0,00 đến −5,00' } })
    // nothing to everything of 18, and up to 5 off
    expect(blank.get('total')).toMatchObject({
      max: '18',
      points: { text: '−5,00–18,00' },
      lost: '–',
      percent: 'none',
    })
    expect(blank.get('total')?.notes).toContain('điểm trừ: đến −5,00')
    // Told that there is none: 0 to 18 of 18 again.
    const told = printed([{ kind: 'field', metricId: 'sang-kien', entry: { state: 'typed', text: '0' } }])
    expect(told.get('tru')?.points.text).toBe('0,00')
    expect(told.get('total')).toMatchObject({ lost: 'đến 18,00', percent: { from: '0', to: '100' } })
    expect(told.get('total')?.notes.join()).not.toContain('điểm trừ')
  })

  test('evidence, what is lacking, and the explanation', () => {
    expect(filled.get('dung-han')?.evidence[0]).toContain('số 12/BC-UBND, ngày 05/11/2026, trang 3, mục II')
    expect(filled.get('dung-han')?.lack).toBe('thiếu 1/2')
    expect(filled.get('thanh-toan')).toMatchObject({ lack: null, notes: ['Giải trình: Đang kiểm kê.'] })
    expect(rowsOf([]).get('thanh-toan')).toMatchObject({ lack: 'thiếu', evidence: [] })
  })

  test('a text nobody can read is missing and quoted', () => {
    const rows = rowsOf([{ kind: 'field', metricId: 'n', entry: { state: 'typed', text: 'chín mươi' } }])
    expect(rows.get('dung-han')?.notes).toContain('“chín mươi” chưa rõ là số nào, coi là thiếu')
  })

  test('the total is an interval with what is open', () => {
    // 7.4–11.4 of area I, 2–5 of area II, 1 bonus; 18 of 20 points apply
    expect(filled.get('total')).toMatchObject({
      max: '18',
      points: { text: '10,40–17,40' },
    })
    expect(filled.get('total')?.notes.join('; ')).toContain('1 tiêu chí chờ khảo sát, thẩm định')
  })
})

describe('who signs', () => {
  const words = printWords.vi

  test('names as letterheads write them', () => {
    expect(letterheadName(province, null)).toBe('UBND tỉnh Thử')
    expect(letterheadName(ward, province)).toBe('UBND phường Ngân Minh')
    expect(letterheadName(ward, null)).toBe('UBND phường Ngân Minh, Tỉnh Thử')
    const department = { ...ward, level: 'department', name: 'Sở Xây dựng' } as const
    expect(letterheadName(department, province)).toBe('Sở Xây dựng')
  })

  test('the place is the commune’s own name, and dots where nobody knows', () => {
    expect(placeOf(ward, province, words)).toBe('Ngân Minh')
    expect(placeOf({ ...ward, level: 'department', name: 'Sở Xây dựng' }, province, words)).toBe('……')
    expect(placeOf(null, null, words)).toBe('……')
  })

  test('nothing is invented before it is approved', () => {
    expect(signingOf(ward, province, null, words)).toEqual({
      onBehalf: 'TM. Ủy ban nhân dân',
      office: 'Chủ tịch',
      name: null,
      dateLine: 'Ngân Minh, ngày …… tháng …… năm ……',
    })
  })

  test('name, office and day of the approval', () => {
    const approval = { name: 'Trần Thị Thử', title: 'Phó Chủ tịch Ủy ban nhân dân phường', on: '2026-12-02' }
    expect(signingOf(ward, province, approval, words)).toEqual({
      onBehalf: 'TM. Ủy ban nhân dân',
      office: 'Phó Chủ tịch',
      name: 'Trần Thị Thử',
      dateLine: 'Ngân Minh, ngày 02 tháng 12 năm 2026',
    })
    const department = { ...ward, level: 'department', name: 'Sở Xây dựng' } as const
    expect(signingOf(department, province, { name: 'A', on: '2026-12-02' }, words)).toMatchObject({
      onBehalf: null,
      office: 'Thủ trưởng đơn vị',
    })
  })
})
