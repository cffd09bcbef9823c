import { describe, expect, test } from 'vitest'
import type { Draft, DraftEdit, FieldEntry } from '../../../src/model/draft.ts'
import { editDraft } from '../../../src/model/draft.ts'
import type { ImportedEntry } from '../../../src/model/figureImport.ts'
import { formOf } from '../../../src/scoring/form/formOf.ts'
import { differencesOf, firstUnclear } from '../../../src/state/assessment/importDifferences.ts'
import { ward } from '../../io/figureImport/targets.ts'

const typed = (text: string, meant?: string): FieldEntry => ({
  state: 'typed',
  text,
  ...(meant && { meant }),
})
const entry = (edit: ImportedEntry['edit']): ImportedEntry => ({
  place: { sheet: '', cell: 'A1', title: '' },
  edit,
})
const field = (metricId: string, to: FieldEntry | null) => entry({ kind: 'field', metricId, entry: to })

const blank: Draft = {
  format: 1,
  id: 'd',
  name: null,
  ruleSet: ward.ruleSetMark,
  agencyId: ward.agencyId,
  period: ward.period,
  createdAt: '2026-11-21T00:00:00Z',
  updatedAt: '2026-11-21T00:00:00Z',
  revision: 1,
  origin: { from: 'blank' },
  provenance: { certainty: 'illustrative', source: null },
  fields: new Map(),
  exempt: new Map(),
  claims: new Map(),
  evidence: [],
  explanations: new Map(),
  accepted: [],
  approval: null,
  note: null,
  handedIn: [],
}

function draftWith(...edits: readonly DraftEdit[]): Draft {
  return editDraft(blank, edits, '2026-11-21T01:00:00Z')
}

function changes(draft: Draft, ...entries: readonly ImportedEntry[]) {
  return differencesOf(draft, { entries }, ward.form).map(({ change }) => change)
}

describe('what an import would change', () => {
  const draft = draftWith(
    { kind: 'field', metricId: 'nv-giao', entry: typed('1464') },
    { kind: 'field', metricId: 'tr-lich-tiep', entry: typed('x') },
    { kind: 'field', metricId: 'ngay-chot', entry: typed('5/3/2026') },
    { kind: 'field', metricId: 'hs-qua-han', entry: { state: 'notApplicable' } },
    { kind: 'field', metricId: 'hs-giai-quyet', entry: typed(' ') },
    { kind: 'claim', criterionId: 'van-ban-mang', claim: { text: '5' } },
  )

  test.each<[string, ImportedEntry, string]>([
    ['an empty field', field('nv-dung-han', typed('3')), 'new'],
    ['a field of blanks', field('hs-giai-quyet', typed('3')), 'new'],
    ['another number', field('nv-giao', typed('1465')), 'other'],
    ['the same number written otherwise', field('nv-giao', typed('1.464')), 'same'],
    ['the same answer in other words', field('tr-lich-tiep', typed('Có')), 'same'],
    ['the other answer', field('tr-lich-tiep', typed('Không')), 'other'],
    ['the same day written otherwise', field('ngay-chot', typed('2026-03-05')), 'same'],
    ['no figure yet where there is one', field('nv-giao', { state: 'missing' }), 'clears'],
    ['not applicable where there is a figure', field('nv-giao', { state: 'notApplicable' }), 'other'],
    ['a figure where none applied', field('hs-qua-han', typed('0')), 'other'],
    ['the same state with a note', field('hs-qua-han', { state: 'notApplicable', note: 'a' }), 'other'],
    ['the same state', field('hs-qua-han', { state: 'notApplicable' }), 'same'],
    ['nothing where there is a figure', field('nv-giao', null), 'clears'],
    ['nothing where there is nothing', field('nv-dung-han', null), 'same'],
    ['the same claim', entry({ kind: 'claim', criterionId: 'van-ban-mang', claim: { text: '5' } }), 'same'],
    ['another claim', entry({ kind: 'claim', criterionId: 'van-ban-mang', claim: { text: '6' } }), 'other'],
    ['a new reason', entry({ kind: 'exempt', criterionId: 'van-ban-mang', reason: 'a' }), 'new'],
  ])('%s', (_, one, change) => {
    expect(changes(draft, one)).toEqual([change])
  })

  test('lines stand in the order of the form, and the draft is as it was', () => {
    const before = JSON.stringify([...draft.fields])
    const lines = differencesOf(
      draft,
      {
        entries: [
          field('sang-kien', typed('1')),
          field('nv-giao', typed('1')),
          field('vb-phai-xu-ly', typed('2')),
          entry({ kind: 'claim', criterionId: 'van-ban-mang', claim: { text: '6' } }),
        ],
      },
      ward.form,
    )
    expect(lines.map(({ entry: { edit } }) => (edit.kind === 'field' ? edit.metricId : edit.kind))).toEqual([
      'claim',
      'vb-phai-xu-ly',
      'nv-giao',
      'sang-kien',
    ])
    expect(lines.map(({ was }) => was)).toEqual([typed('5'), null, typed('1464'), null])
    expect(JSON.stringify([...draft.fields])).toBe(before)
  })
})

describe('reasons, notes and evidence', () => {
  const item = { id: 'e1', criterionIds: ['van-ban-mang'], title: 'Báo cáo', number: '5' }
  const file = { name: 'a.pdf', bytes: 3, sha256: 'ab'.repeat(32) }
  const draft = draftWith(
    { kind: 'claim', criterionId: 'van-ban-mang', claim: { text: '5', reason: 'theo QĐ 12' } },
    { kind: 'exempt', criterionId: 'phi-truc-tuyen', reason: 'không thu phí' },
    { kind: 'field', metricId: 'hs-qua-han', entry: { state: 'withheld', note: 'mật' } },
    { kind: 'evidence', item },
  )
  const claim = (text: string, reason?: string) =>
    entry({
      kind: 'claim',
      criterionId: 'van-ban-mang',
      claim: { text, ...(reason !== undefined && { reason }) },
    })
  const only = (read: ImportedEntry) => {
    const [difference] = differencesOf(draft, { entries: [read] }, ward.form)
    if (!difference) throw new Error('one line')
    return difference
  }
  const applied = (read: ImportedEntry) => editDraft(draft, [only(read).entry.edit], '2026-11-21T02:00:00Z')

  test('a claim without a reason keeps the one that was typed; one with a reason brings it', () => {
    expect(only(claim('6'))).toMatchObject({ change: 'other', parts: [] })
    expect(applied(claim('6')).claims.get('van-ban-mang')).toEqual({ text: '6', reason: 'theo QĐ 12' })
    expect(applied(claim('6', ' ')).claims.get('van-ban-mang')).toEqual({ text: '6', reason: 'theo QĐ 12' })
    expect(only(claim('5')).change).toBe('same')
    expect(only(claim('5', 'theo QĐ 13'))).toMatchObject({
      change: 'other',
      parts: [{ part: 'reason', was: 'theo QĐ 12', will: 'theo QĐ 13' }],
    })
    expect(applied(claim('5', 'theo QĐ 13')).claims.get('van-ban-mang')?.reason).toBe('theo QĐ 13')
    const gone = only(entry({ kind: 'claim', criterionId: 'van-ban-mang', claim: null }))
    expect(gone).toMatchObject({
      change: 'clears',
      parts: [{ part: 'reason', was: 'theo QĐ 12', will: null }],
    })
  })

  test('so do a state without a note and an exemption without a reason', () => {
    const withheld = field('hs-qua-han', { state: 'withheld' })
    expect(only(withheld).change).toBe('same')
    expect(applied(withheld).fields.get('hs-qua-han')).toEqual({ state: 'withheld', note: 'mật' })
    // The note was why it was withheld, and says nothing of another state.
    const missing = field('hs-qua-han', { state: 'notApplicable' })
    expect(applied(missing).fields.get('hs-qua-han')).toEqual({ state: 'notApplicable' })
    const exempt = entry({ kind: 'exempt', criterionId: 'phi-truc-tuyen', reason: '' })
    expect(only(exempt).change).toBe('same')
    expect(applied(exempt).exempt.get('phi-truc-tuyen')).toBe('không thu phí')
  })

  test('evidence that says the same is the same; what differs is listed', () => {
    expect(only(entry({ kind: 'evidence', item: { ...item, note: ' ' } })).change).toBe('same')
    const changed = { ...item, criterionIds: ['van-ban-mang', 'zzz'], number: '6', file }
    expect(only(entry({ kind: 'evidence', item: changed }))).toMatchObject({
      change: 'other',
      parts: [
        { part: 'criterionIds', was: '1.1', will: '1.1, zzz' },
        { part: 'number', was: '5', will: '6' },
        { part: 'file', was: null, will: 'a.pdf (SHA-256 abababab…)' },
      ],
    })
    expect(only(entry({ kind: 'evidence', item: { ...item, title: 'Khác' } }))).toMatchObject({
      change: 'other',
      parts: [],
    })
    expect(only(entry({ kind: 'evidence', item: { ...changed, id: 'e2' } }))).toMatchObject({
      change: 'new',
      parts: [],
    })
  })
})

test('whoever applies a text of two readings is led to its field, not to one at the same cell of another sheet', () => {
  // The demonstration has counts only: two of them as shares.
  const metrics = ward.ruleSet.metrics.map(metric =>
    metric.id === 'tt-tin-bai' ? { ...metric, valueType: 'percent' as const, unit: '%' } : metric,
  )
  const form = formOf({ ...ward.ruleSet, metrics }, 'commune')
  const at = (sheet: string, read: ImportedEntry) => ({ ...read, place: { sheet, cell: 'B2', title: '' } })
  const entries = [
    at('Một', field('nv-giao', typed('1.464'))),
    at('Hai', field('tt-tin-bai', typed('1,464'))),
  ]
  const found = firstUnclear(differencesOf(blank, { entries }, form), form)
  expect(found?.metricId).toBe('tt-tin-bai')
  expect(found?.nodeId).toBeTruthy()
  const settled = [at('Hai', field('tt-tin-bai', typed('1,464', '1.464'))), ...entries.slice(0, 1)]
  expect(firstUnclear(differencesOf(blank, { entries: settled }, form), form)).toBeNull()
})
