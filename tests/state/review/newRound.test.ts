import { describe, expect, test } from 'vitest'
import type { Agency, AgencyDirectory } from '../../../src/model/agency.ts'
import type { Catalogue } from '../../../src/model/catalogue.ts'
import {
  type GroupChoice,
  groupChoices,
  groupsOf,
  newRound,
  publishedGroupId,
  usualGroups,
} from '../../../src/state/review/newRound.ts'
import { roundPeriods } from '../../../src/state/review/roundPeriods.ts'
import { rules } from '../../io/review/reviewBuilders.ts'

const agency = (id: string, rest: Partial<Agency> = {}): Agency => ({
  id,
  code: null,
  name: id,
  level: 'department',
  ...rest,
})

const directory: AgencyDirectory = {
  agencies: [
    agency('a'),
    agency('het-30-06', { validTo: '2026-06-30' }),
    agency('tu-01-07', { validFrom: '2026-07-01' }),
    agency('xa', { level: 'commune' }),
  ],
  groups: [
    { id: 'xa-phuong', name: 'Xã', use: 'comparison', members: { level: 'commune' } },
    { id: 'so', name: 'Sở', use: 'comparison', members: { level: 'department' } },
    { id: 'nguoi-nhan', name: 'Nơi nhận', use: 'addressees', members: { level: 'department' } },
  ],
}

const catalogue: Catalogue = {
  documents: '',
  agencies: '',
  figures: '',
  ruleSets: [],
  submissions: [
    { ruleSetId: 'bo-thu', agencyId: 'a', period: '2026-06', path: '' },
    { ruleSetId: 'bo-thu', agencyId: 'xa', period: '2026-05', path: '' },
    { ruleSetId: 'khac', agencyId: 'tu-01-07', period: '2026-07', path: '' },
  ],
  tables: [],
  plans: [],
  opening: { ruleSetId: '', period: '', agencyId: '' },
}

const choices = (period: string, ruleSetId = 'bo-thu') =>
  groupChoices(directory, catalogue, { ruleSetId, period }).map(({ groupId, agencies }) => [
    groupId,
    agencies.map(each => each.id),
  ])

describe('who can be asked to hand in', () => {
  test('agencies that stood on the last day of the period, from both sides', () => {
    expect(choices('2026-06')).toContainEqual(['so', ['a', 'het-30-06']])
    expect(choices('2026-07')).toContainEqual(['so', ['a', 'tu-01-07']])
    expect(choices('2026-Q2')).toContainEqual(['so', ['a', 'het-30-06']])
    expect(choices('2026')).toContainEqual(['so', ['a', 'tu-01-07']])
    expect(choices('2026-06-30')).toContainEqual(['so', ['a', 'het-30-06']])
  })

  test('groups that only receive documents are not asked; all with published figures are a group', () => {
    expect(choices('2026-06').map(([id]) => id)).toEqual(['xa-phuong', 'so', publishedGroupId])
    expect(choices('2026-06').at(-1)).toEqual([publishedGroupId, ['a']])
    expect(choices('2026-07').map(([id]) => id)).not.toContain(publishedGroupId)
  })

  test('groups something is published for under the rule set come first', () => {
    expect(choices('2026-07', 'khac').map(([id]) => id)).toEqual(['so', 'xa-phuong', publishedGroupId])
  })

  test('taken until somebody chooses: groups the rules are published for, or the one that is left', () => {
    const choice = (groupId: string, published: number): GroupChoice => ({
      groupId,
      name: groupId,
      agencies: [agency('a')],
      published,
    })
    const usual = (...each: readonly GroupChoice[]) => [...usualGroups(each)]
    expect(usual(choice('so', 1), choice('xa', 0), choice(publishedGroupId, 1))).toEqual(['so'])
    expect(usual(choice('so', 1), choice('xa', 2), choice(publishedGroupId, 3))).toEqual(['so', 'xa'])
    // Published for agencies of no group: all of them together are the only ones that fit.
    expect(usual(choice('so', 0), choice(publishedGroupId, 1))).toEqual([publishedGroupId])
    expect(usual(choice('so', 0))).toEqual(['so'])
    expect(usual(choice('so', 0), choice('xa', 0))).toEqual([])
    expect(usual()).toEqual([])
  })

  test('an agency of two chosen groups hands in once', () => {
    const chosen = groupChoices(directory, catalogue, { ruleSetId: 'bo-thu', period: '2026-06' })
    expect(groupsOf(chosen).map(({ groupId, agencyIds }) => [groupId, agencyIds])).toEqual([
      ['xa-phuong', ['xa']],
      ['so', ['a', 'het-30-06']],
    ])
  })
})

describe('a new round', () => {
  const make = (name: string | null, agencies: readonly Agency[]) =>
    newRound({
      ruleSet: rules,
      sha256: 'a'.repeat(64),
      period: '2026-06',
      chosen: [{ groupId: 'so', name: 'Sở', agencies, published: 0 }],
      name,
      now: '2026-07-01T01:00:00.000Z',
      id: 'dot-1',
    })

  test('is illustrative as soon as one agency is', () => {
    const madeUp = agency('b', { provenance: { certainty: 'illustrative', source: null } })
    expect(make(null, [agency('a')]).provenance.certainty).toBe('stated')
    expect(make(null, [agency('a'), madeUp]).provenance.certainty).toBe('illustrative')
  })

  test('has a name in NFC, or none', () => {
    expect(make(' Đợt  1 '.normalize('NFD'), [agency('a')]).name).toBe('Đợt 1'.normalize('NFC'))
    expect(make('   ', [agency('a')]).name).toBeNull()
  })
})

describe('periods to choose from', () => {
  test('the next one, then those published, newest first', () => {
    expect(roundPeriods(catalogue, 'bo-thu', new Date(2026, 6, 3))).toEqual([
      { period: '2026-07', isNext: true },
      { period: '2026-06', isNext: false },
      { period: '2026-05', isNext: false },
    ])
  })

  test('where nothing is published the month that is over', () => {
    expect(roundPeriods(catalogue, 'la', new Date(2026, 6, 3))).toEqual([{ period: '2026-06', isNext: true }])
  })
})
