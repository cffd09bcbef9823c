import { describe, expect, test } from 'vitest'
import { ruleSetHash } from '../../src/io/hash/ruleSetHash.ts'
import type { Agency } from '../../src/model/agency.ts'
import type { Catalogue } from '../../src/model/catalogue.ts'
import { restoreLine, usualAct } from '../../src/state/assessment/backup.ts'
import { backupReminder } from '../../src/state/assessment/backupReminder.ts'
import { copyDraft, newDraft } from '../../src/state/assessment/newDraft.ts'
import {
  nextPeriod,
  periodAt,
  periodKindOf,
  suggestPeriod,
} from '../../src/state/assessment/suggestPeriod.ts'
import { comparedFigures } from '../../src/state/assessment/useDraftComparison.ts'
import { aCriterion, aRuleSet } from '../scoring/builders.ts'
import { aDraft, madeAt, typed } from './draftBuilders.ts'

const ward: Agency = { id: 'phuong', code: null, name: 'UBND phường', level: 'commune' }
const today = '2026-11-21'

describe('a new draft', () => {
  const ruleSet = aRuleSet({
    criteria: [
      aCriterion({ id: 'a', subCriteria: [aCriterion({ id: 'a1', appliesTo: ['department'] })] }),
      aCriterion({
        id: 'b',
        appliesTo: ['department'],
        subCriteria: [aCriterion({ id: 'b1', appliesTo: ['department'] })],
      }),
      aCriterion({ id: 'c', appliesTo: ['commune'] }),
    ],
  })
  const make = (agency: Agency) =>
    newDraft({
      ruleSet,
      sha256: ruleSetHash(ruleSet),
      agency,
      period: '2026-11',
      now: madeAt,
      id: 'moi',
      origin: { from: 'blank' },
    })

  test('criteria for other levels are exempt, the highest of each branch, with the reason', () => {
    expect([...make(ward).exempt]).toEqual([
      ['a1', 'Chỉ áp dụng cho sở, ban, ngành'],
      ['b', 'Chỉ áp dụng cho sở, ban, ngành'],
    ])
    expect([...make({ ...ward, level: 'department' }).exempt.keys()]).toEqual(['c'])
  })

  test('figures are what the agency says, and made up where the agency is', () => {
    expect(make(ward).provenance).toEqual({ certainty: 'stated', source: null, note: 'Đơn vị tự nhập' })
    const madeUp = make({ ...ward, provenance: { certainty: 'illustrative', source: null } })
    expect(madeUp.provenance.certainty).toBe('illustrative')
  })

  test('the hash of a rule set does not hang on the order of its fields', () => {
    const turned = Object.fromEntries(Object.entries(ruleSet).toReversed())
    expect(ruleSetHash({ ...ruleSet, ...turned })).toBe(ruleSetHash(ruleSet))
    expect(ruleSetHash({ ...ruleSet, version: 'khác' })).not.toBe(ruleSetHash(ruleSet))
    expect(ruleSetHash(ruleSet)).toMatch(/^[0-9a-f]{64}$/)
  })
})

describe('a copy', () => {
  const draft = aDraft({
    name: 'Bản của chị Lan',
    fields: typed({ m: '5' }),
    exempt: new Map([['b', 'Chỉ áp dụng cho sở, ban, ngành']]),
    claims: new Map([['c', { text: '2' }]]),
    explanations: new Map([['c', 'chưa có văn bản']]),
    evidence: [
      {
        id: 'e',
        criterionIds: ['c'],
        title: 'Kế hoạch',
        issuer: 'UBND phường',
        number: '12',
        issuedOn: '2026-02-01',
      },
    ],
    approval: { name: 'A', on: '2026-11-30' },
    handedIn: [{ at: madeAt, fileName: 'a.parboard', sha256: 'a'.repeat(64), revision: 3 }],
  })
  const to = { period: '2026-12', id: 'sao', now: today }

  test('with the figures: all but approval and files', () => {
    const copy = copyDraft(draft, { ...to, keep: 'figures' })
    expect(copy).toMatchObject({
      id: 'sao',
      period: '2026-12',
      name: null,
      revision: 1,
      origin: { from: 'copy', draftId: draft.id },
      approval: null,
      handedIn: [],
    })
    expect([copy.fields, copy.claims, copy.evidence]).toEqual([draft.fields, draft.claims, draft.evidence])
  })

  test('without: what does not apply stays, titles of evidence only when asked for', () => {
    const bare = copyDraft(draft, { ...to, keep: 'exemptions', evidenceTitles: false })
    expect([bare.fields.size, bare.claims.size, bare.explanations.size, bare.evidence]).toEqual([0, 0, 0, []])
    expect(bare.exempt).toEqual(draft.exempt)
    const titled = copyDraft(draft, { ...to, keep: 'exemptions', evidenceTitles: true })
    expect(titled.evidence).toEqual([
      { id: 'e', criterionIds: ['c'], title: 'Kế hoạch', issuer: 'UBND phường', requiredId: undefined },
    ])
  })
})

describe('the period to fill in next', () => {
  const entry = (agencyId: string, period: string) => ({ ruleSetId: 'r', agencyId, period, path: 'x.json' })
  const catalogue: Catalogue = {
    documents: 'documents.json',
    agencies: 'agencies.json',
    figures: 'figures.json',
    ruleSets: [],
    tables: [],
    plans: [],
    opening: { ruleSetId: 'r', period: '2026-10', agencyId: 'a' },
    submissions: [
      entry('a', '2026-10'),
      entry('b', '2026-09'),
      { ...entry('a', '2026-11-20'), ruleSetId: 'd' },
    ],
  }
  const ask = (agencyId: string | null, ruleSetId = 'r', drafted: readonly string[] = []) =>
    suggestPeriod(catalogue, { ruleSetId, agencyId, drafted, today })

  test.each([
    ['2026-11', '2026-12'],
    ['2026-12', '2027-01'],
    ['2026-Q3', '2026-Q4'],
    ['2026-Q4', '2027-Q1'],
    ['2022', '2023'],
    ['2026-10-10', today],
    ['tháng mười', null],
  ])('after %s comes %s', (period, next) => expect(nextPeriod(period, today)).toBe(next))

  test('after the last of the agency, else of anybody, else the month that is over', () => {
    expect(ask('a')).toBe('2026-11')
    expect(ask('b')).toBe('2026-10')
    expect(ask('khac')).toBe('2026-11')
    expect(ask(null, 'd')).toBe(today)
    expect(ask('a', 'none')).toBe('2026-10')
  })

  test('not one that has a draft', () => {
    expect(ask('a', 'r', ['2026-11', '2026-12'])).toBe('2027-01')
    expect(ask('a', 'd', [today])).toBe(today)
  })

  test('kinds', () => {
    expect([
      periodKindOf(catalogue, 'r'),
      periodKindOf(catalogue, 'd'),
      periodKindOf(catalogue, 'none'),
    ]).toEqual(['month', 'date', null])
    expect((['year', 'quarter', 'month', 'date'] as const).map(kind => periodAt(kind, today))).toEqual([
      '2026',
      '2026-Q4',
      '2026-11',
      today,
    ])
  })
})

describe('the reminder to back up', () => {
  const day = (number: number) => new Date(Date.parse('2026-11-01T00:00:00Z') + number * 86_400_000)
  const draft = aDraft({ createdAt: day(0).toISOString(), revision: 3 })

  test.each([
    [6.9, false],
    [7, true],
  ])('%s days after the first draft: %s', (days, isDue) => {
    expect(backupReminder([draft], null, day(days))).toEqual({ at: null, changed: 1, isDue })
  })

  test('what was saved and not changed since asks for nothing', () => {
    const note = { at: day(1).toISOString(), revisions: new Map([[draft.id, 3]]) }
    expect(backupReminder([draft], note, day(30))).toMatchObject({ changed: 0, isDue: false })
    expect(backupReminder([{ ...draft, revision: 4 }], note, day(30))).toMatchObject({
      changed: 1,
      isDue: true,
    })
    expect(backupReminder([{ ...draft, revision: 4 }], note, day(7.9))).toMatchObject({ isDue: false })
  })

  test('no drafts', () => expect(backupReminder([], null, day(90)).isDue).toBe(false))
})

describe('restoring', () => {
  const standing = aDraft({ updatedAt: '2026-11-10T00:00:00.000Z', revision: 5, fields: typed({ m: '5' }) })
  const at = (updatedAt: string, text: string) => ({
    ...standing,
    updatedAt,
    revision: 9,
    fields: typed({ m: text }),
  })

  test.each([
    ['new', null, at('2026-11-01T00:00:00.000Z', '1'), 'add'],
    ['same', standing, { ...standing, revision: 2, updatedAt: '2026-11-01T00:00:00.000Z' }, 'skip'],
    ['newer', standing, at('2026-11-11T00:00:00.000Z', '6'), 'replace'],
    ['older', standing, at('2026-11-09T00:00:00.000Z', '4'), 'skip'],
  ] as const)('%s', (is, here, draft, act) => {
    const line = restoreLine(draft, here)
    expect(line.is).toBe(is)
    expect(usualAct(line)).toBe(act)
  })
})

test('figures beside those of the period before: compared as figures, not as texts', () => {
  const metrics = ['a', 'b', 'c', 'd', 'e', 'f'].map(id => ({
    id,
    name: id,
    unit: 'hồ sơ',
    valueType: id === 'b' ? ('number' as const) : ('count' as const),
  }))
  const before = {
    values: [
      { metricId: 'a', state: 'entered' as const, value: '1464' },
      { metricId: 'b', state: 'entered' as const, value: '45.5' },
      { metricId: 'c', state: 'entered' as const, value: '3' },
      { metricId: 'd', state: 'entered' as const, value: '0' },
      { metricId: 'f', state: 'notApplicable' as const },
    ],
  }
  const fields = new Map([
    ...typed({ a: '1.464', b: '45,50', c: '4', e: '1' }),
    ['f', { state: 'notApplicable' as const }] as const,
  ])
  const changes = comparedFigures({ fields }, { metrics }, before).map(each => [each.metric.id, each.change])
  expect(changes).toEqual([
    ['a', 'same'],
    ['b', 'same'],
    ['c', 'other'],
    ['d', 'gone'],
    ['e', 'new'],
    ['f', 'same'],
  ])
})
