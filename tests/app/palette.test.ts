import { describe, expect, test } from 'vitest'
import { paletteEntries } from '../../src/app/palette/paletteEntries.ts'
import type { AppEntry, PaletteContext } from '../../src/app/palette/targets.ts'
import { screens } from '../../src/app/screens.ts'
import type { Search } from '../../src/app/search.ts'
import { selectionOf } from '../../src/app/selection.ts'
import { indexEntries, searchPalette } from '../../src/features/palette/searchIndex.ts'
import { tabledSubmissions } from '../../src/model/catalogue.ts'
import { walkCriteria } from '../../src/model/criteria.ts'
import { loadData } from '../data/dataFiles.ts'

const { catalogue: index, agencies, documents, ruleSets } = loadData()
const catalogue = { ...index, submissions: [...index.submissions, ...tabledSubmissions(index.tables)] }

function contextAt(
  screen: PaletteContext['screen'],
  search: Search,
  more: Partial<PaletteContext> = {},
): PaletteContext {
  const selection = selectionOf(catalogue, search)
  return {
    screen,
    search,
    selection,
    catalogue,
    agencies,
    ruleSet: ruleSets.find(each => each.id === selection.ruleSetId) ?? null,
    documents,
    stages: [],
    theme: 'system',
    language: 'vi',
    ...more,
  }
}

const commune = { ruleSet: 'qd766-2022', period: '2026-10-10', agency: 'h15-157' } as const
const viewOf = (entries: readonly AppEntry[], id: string) => {
  const target = entries.find(entry => entry.id === id)?.target()
  if (target?.is !== 'view') throw new Error(`${id} leads to no view`)
  return target
}

describe('the palette over the published data', () => {
  const entries = paletteEntries(contextAt('/', commune))

  test('lists every screen, agency, criterion, rule set and document, each under an id of its own', () => {
    const ids = entries.map(entry => entry.id)
    expect(new Set(ids).size).toBe(ids.length)
    const count = (kind: string) => entries.filter(entry => entry.kind === kind).length
    expect(count('screen')).toBe(screens.length)
    expect(count('agency')).toBe(agencies.length)
    expect(count('ruleSet')).toBe(catalogue.ruleSets.length)
    expect(count('document')).toBe(documents.length)
    const ruleSet = ruleSets.find(each => each.id === 'qd766-2022')
    expect(count('criterion')).toBe(ruleSet && walkCriteria(ruleSet).length)
  })

  test('finds every agency, criterion and document by its exact name', () => {
    const index = indexEntries(entries)
    for (const { id, name } of entries)
      expect(searchPalette(index, name).flatMap(group => group.entries.map(each => each.id))).toContain(id)
  })

  test('puts agencies with figures under the rule set first and says what the others have', () => {
    const listed = entries.filter(entry => entry.kind === 'agency')
    const here = new Set(
      catalogue.submissions
        .filter(each => each.ruleSetId === 'qd766-2022')
        .map(each => `agency:${each.agencyId}`),
    )
    const notes = /có ở bộ chỉ số khác|chưa có số liệu/
    const known = listed.filter(entry => here.has(entry.id))
    expect(listed.slice(0, known.length)).toEqual(known)
    expect(known.some(entry => notes.test(entry.detail ?? ''))).toBe(false)
    expect(listed.slice(known.length).every(entry => notes.test(entry.detail ?? ''))).toBe(true)
  })

  test('every view it leads to is one the address can hold', () => {
    for (const target of entries.map(entry => entry.target()))
      if (target.is === 'view')
        for (const value of Object.values(target.search))
          expect(['string', 'undefined']).toContain(typeof value)
  })
})

test('3,400 agencies with ten periods each are listed in seconds, not minutes', () => {
  const many = Array.from({ length: 3400 }, (_, at) => ({
    id: `xa-${at}`,
    code: `M.${at}`,
    name: `UBND xã Số ${at}`,
    level: 'commune' as const,
  }))
  const submissions = many.flatMap(({ id }) =>
    Array.from({ length: 10 }, (_, month) => ({
      ruleSetId: 'qd766-2022',
      period: `2026-${String(month + 1).padStart(2, '0')}`,
      agencyId: id,
      path: `${id}.json`,
    })),
  )
  const context = contextAt('/', commune, {
    catalogue: { ...catalogue, submissions },
    agencies: many,
  })
  const start = performance.now()
  expect(indexEntries(paletteEntries(context)).length).toBeGreaterThan(3400)
  // Working out where each leads would take a minute; a busy machine may take its time with the rest.
  expect(performance.now() - start).toBeLessThan(8000)
})

describe('where a choice leads', () => {
  test('an agency stays on the screen, with its filter', () => {
    const entries = paletteEntries(contextAt('/criteria', { ...commune, filter: 'losing' }))
    expect(viewOf(entries, 'agency:tinh-dak-lak')).toMatchObject({
      to: '/criteria',
      search: { ruleSet: 'qd766-2022', period: '2026-10-10', agency: 'tinh-dak-lak', filter: 'losing' },
    })
  })

  test('an agency from a screen without agencies goes to Tổng quan', () => {
    expect(viewOf(paletteEntries(contextAt('/sources', commune)), 'agency:tinh-dak-lak').to).toBe('/')
  })

  test('an agency on Đơn vị opens its own comparison group', () => {
    const entries = paletteEntries(contextAt('/agencies', { ...commune, group: 'dak-lak-so' }))
    expect(viewOf(entries, 'agency:tinh-dak-lak').search.group).toBeUndefined()
  })

  test('an agency of another rule set opens there, whatever period it has', () => {
    const { to, search } = viewOf(paletteEntries(contextAt('/', commune)), 'agency:mh-so-xay-dung')
    expect(to).toBe('/')
    expect(search).toMatchObject({ agency: 'mh-so-xay-dung', period: undefined })
    expect(search.ruleSet).toMatch(/^mau-tinh-cqs/)
  })

  test.each([
    ['/', '/'],
    ['/criteria', '/criteria'],
    ['/rule-sets', '/rule-sets'],
    ['/agencies', '/agencies'],
    ['/trend', '/trend'],
    ['/sources', '/'],
  ] as const)('a criterion from %s opens on %s, with nothing that could hide it', (screen, to) => {
    const entries = paletteEntries(
      contextAt(screen, { ...commune, q: 'thanh', filter: 'losing', closed: 'TTTT' }),
    )
    const view = viewOf(entries, 'criterion:qd766-2022:PAY_DOSSIER')
    expect(view.to).toBe(to)
    expect(view.search).toMatchObject({ ...commune, criterion: 'PAY_DOSSIER' })
    for (const key of ['q', 'filter', 'closed'] as const) expect(view.search[key]).toBeUndefined()
  })

  test('a criterion of a rule set under which nothing is published opens in Bộ chỉ số', () => {
    const published = new Set(catalogue.submissions.map(entry => entry.ruleSetId))
    const bare = ruleSets.find(each => !published.has(each.id))
    if (!bare) return
    const entries = paletteEntries(contextAt('/', { ruleSet: bare.id }))
    const criteria = entries.filter(entry => entry.kind === 'criterion')
    expect(criteria.length).toBeGreaterThan(0)
    for (const { id } of criteria) expect(viewOf(entries, id).to).toBe('/rule-sets')
  })

  test('another rule set forgets criteria and filters of this one', () => {
    const entries = paletteEntries(contextAt('/', { ...commune, criterion: 'PAY_DOSSIER', rows: 'all' }))
    const { to, search } = viewOf(entries, 'ruleSet:par-index-2022')
    expect(to).toBe('/')
    expect(search).toMatchObject({ ruleSet: 'par-index-2022', agency: 'tinh-tra-vinh' })
    expect(search.criterion).toBeUndefined()
    expect(search.rows).toBeUndefined()
  })

  test('periods are those of the agency, newest first, and keep the rest', () => {
    const entries = paletteEntries(
      contextAt('/', { ...commune, agency: 'tinh-dak-lak', criterion: 'PAY_DOSSIER' }),
    )
    const periods = entries.filter(entry => entry.kind === 'period')
    expect(periods.map(entry => entry.name).slice(0, 2)).toEqual(['10/10/2026', '28/09/2026'])
    expect(viewOf(entries, 'period:2026-09-28').search).toMatchObject({
      agency: 'tinh-dak-lak',
      criterion: 'PAY_DOSSIER',
    })
  })

  test('a month is found as it is written', () => {
    const entries = paletteEntries(
      contextAt('/', { ruleSet: 'mau-tinh-cqs', period: '2026-06', agency: 'mh-so-xay-dung' }),
    )
    for (const typed of ['tháng 06/2026', '06/2026', '6/2026', '2026-06'])
      expect(searchPalette(indexEntries(entries), typed)[0]?.entries[0]?.id).toBe('period:2026-06')
  })

  test('the last decided stage is what an address without one means', () => {
    const stages = ['selfAssessment', 'firstReview', 'closed'] as const
    const entries = paletteEntries(contextAt('/', { ...commune, stage: 'firstReview' }, { stages }))
    expect(viewOf(entries, 'stage:selfAssessment').search.stage).toBe('selfAssessment')
    expect(viewOf(entries, 'stage:closed').search.stage).toBeUndefined()
  })

  test('filters can be cleared only where there are some', () => {
    const has = (search: Search) =>
      paletteEntries(contextAt('/criteria', search)).some(entry => entry.id === 'action:clear')
    expect(has(commune)).toBe(false)
    expect(has({ ...commune, sort: '-lost' })).toBe(true)
    const entries = paletteEntries(contextAt('/criteria', { ...commune, sort: '-lost', hide: 'note' }))
    expect(viewOf(entries, 'action:clear').search).toEqual({
      ...commune,
      ...Object.fromEntries(
        ['filter', 'q', 'sort', 'hide', 'only', 'kind', 'closed'].map(key => [key, undefined]),
      ),
    })
  })
})
