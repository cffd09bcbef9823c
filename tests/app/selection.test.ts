import { describe, expect, test } from 'vitest'
import { choose, selectionOf } from '../../src/app/selection.ts'
import type { Catalogue } from '../../src/model/catalogue.ts'
import { loadData } from '../data/dataFiles.ts'

/** Entries as "rule set, period, agency", newest first. */
function aCatalogue(...published: readonly (readonly [string, string, string])[]): Catalogue {
  return {
    documents: 'documents.json',
    agencies: 'agencies.json',
    ruleSets: [],
    submissions: published.map(([ruleSetId, period, agencyId]) => ({
      ruleSetId,
      period,
      agencyId,
      path: `${ruleSetId}/${period}/${agencyId}.json`,
    })),
    figures: 'figures.json',
    tables: [],
    plans: [],
    opening: { ruleSetId: 'par', period: '2022', agencyId: 'tra-vinh' },
  }
}

const catalogue = aCatalogue(
  ['766', '2026-10', 'dak-lak'],
  ['766', '2026-10', 'ea-sup'],
  ['766', '2026-09', 'dak-lak'],
  ['par', '2023', 'tra-vinh'],
  ['par', '2022', 'tra-vinh'],
  ['par', '2022', 'vinh-long'],
)

describe('what an address selects', () => {
  test.each([
    ['nothing: the opening view', {}, 'par 2022 tra-vinh'],
    ['the opening rule set: its opening view', { ruleSet: 'par' }, 'par 2022 tra-vinh'],
    ['another rule set: its first entry', { ruleSet: '766' }, '766 2026-10 dak-lak'],
    ['an agency: its newest period', { agency: 'tra-vinh' }, 'par 2023 tra-vinh'],
    ['an agency of another rule set', { ruleSet: '766', agency: 'ea-sup' }, '766 2026-10 ea-sup'],
    ['a period: its first agency', { ruleSet: '766', period: '2026-09' }, '766 2026-09 dak-lak'],
    ['all three', { ruleSet: 'par', period: '2022', agency: 'vinh-long' }, 'par 2022 vinh-long'],
  ])('%s', (_, search, selected) => {
    const { ruleSetId, period, agencyId } = selectionOf(catalogue, search)
    expect(`${ruleSetId} ${period} ${agencyId}`).toBe(selected)
  })

  test('what is asked for and not published is not swapped for something else', () => {
    expect(selectionOf(catalogue, { ruleSet: '766', period: '2026-09', agency: 'ea-sup' })).toEqual({
      ruleSetId: '766',
      period: '2026-09',
      agencyId: 'ea-sup',
    })
    expect(selectionOf(catalogue, { ruleSet: '766', agency: 'nobody' }).agencyId).toBe('nobody')
    expect(selectionOf(catalogue, { ruleSet: 'none' })).toEqual({
      ruleSetId: 'none',
      period: '',
      agencyId: '',
    })
  })
})

describe('choosing', () => {
  const eaSup = { ruleSetId: '766', period: '2026-10', agencyId: 'ea-sup' }

  test('an agency keeps the period', () => {
    const before = { ruleSetId: '766', period: '2026-10', agencyId: 'dak-lak' }
    expect(choose(catalogue, before, { agencyId: 'ea-sup' })).toEqual(eaSup)
  })

  test('a period for which the agency has nothing goes to one that has', () => {
    expect(choose(catalogue, eaSup, { period: '2026-09' })).toEqual({
      ruleSetId: '766',
      period: '2026-09',
      agencyId: 'dak-lak',
    })
  })

  test('an agency without this period goes to its own', () => {
    const september = { ruleSetId: '766', period: '2026-09', agencyId: 'dak-lak' }
    expect(choose(catalogue, september, { agencyId: 'ea-sup' })).toEqual(eaSup)
  })

  test('another rule set takes what is left of the selection, or its first entry', () => {
    expect(choose(catalogue, eaSup, { ruleSetId: 'par' })).toEqual({
      ruleSetId: 'par',
      period: '2023',
      agencyId: 'tra-vinh',
    })
    const shared = aCatalogue(
      ['766', '2026', 'dak-lak'],
      ['par', '2023', 'dak-lak'],
      ['par', '2022', 'dak-lak'],
    )
    expect(
      choose(shared, { ruleSetId: '766', period: '2022', agencyId: 'dak-lak' }, { ruleSetId: 'par' }),
    ).toEqual({ ruleSetId: 'par', period: '2022', agencyId: 'dak-lak' })
  })

  test('a rule set with nothing published keeps the wish, so that the page can say it is empty', () => {
    expect(choose(catalogue, eaSup, { ruleSetId: 'new' })).toEqual({ ...eaSup, ruleSetId: 'new' })
  })

  test('the catalogue is left as it was', () => {
    const before = structuredClone(catalogue)
    choose(catalogue, eaSup, { period: '2026-09' })
    selectionOf(catalogue, { ruleSet: '766' })
    expect(catalogue).toEqual(before)
  })
})

test('shipped: every choice the pickers offer is published', () => {
  const shipped = loadData().catalogue
  const { submissions } = shipped
  const isPublished = (ruleSetId: string, period: string, agencyId: string) =>
    submissions.some(
      entry => entry.ruleSetId === ruleSetId && entry.period === period && entry.agencyId === agencyId,
    )
  for (const here of submissions)
    for (const { ruleSetId, period, agencyId } of submissions)
      for (const wish of ruleSetId === here.ruleSetId ? [{ period }, { agencyId }] : [{ ruleSetId }]) {
        const there = choose(shipped, here, wish)
        expect(isPublished(there.ruleSetId, there.period, there.agencyId)).toBe(true)
        expect(there).toMatchObject(wish)
      }
})
