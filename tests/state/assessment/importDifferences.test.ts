import { describe, expect, test } from 'vitest'
import type { Draft, DraftEdit, FieldEntry } from '../../../src/model/draft.ts'
import { editDraft } from '../../../src/model/draft.ts'
import type { ImportedEntry } from '../../../src/model/figureImport.ts'
import { differencesOf } from '../../../src/state/assessment/importDifferences.ts'
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
    ['the same state with another note', field('hs-qua-han', { state: 'notApplicable', note: 'a' }), 'same'],
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
