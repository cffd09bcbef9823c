import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import fc from 'fast-check'
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { AgenciesScreen } from '../../src/features/agencies/AgenciesScreen.tsx'
import type { AgenciesState, Earlier } from '../../src/features/agencies/agenciesState.ts'
import type { AgencyDirectory } from '../../src/model/agency.ts'
import type { Catalogue } from '../../src/model/catalogue.ts'
import type { CohortView } from '../../src/model/cohort.ts'
import type { DisplayedTable } from '../../src/model/displayedTable.ts'
import type { RuleSet } from '../../src/model/ruleSet.ts'
import { changesSince } from '../../src/scoring/cohort/changesSince.ts'
import { useOffers } from '../../src/state/exports/offers.ts'
import type { Language } from '../../src/ui/formatNumber.ts'
import { LanguageProvider } from '../../src/ui/language.tsx'
import { askWholeTables } from '../../src/ui/picture/wholeTables.ts'
import '../gallery/styles.ts'
import { type Mounted, mount } from '../server/mount.ts'
import { domTable, shownRows } from './displayedDom.ts'
import { cohortView, readCatalogue, readDirectory, readRuleSet } from './realViews.ts'

type Known = {
  readonly ruleSet: RuleSet
  readonly view: CohortView
  readonly groupId: string
  readonly earlier: Earlier
}

const nothingBefore: Earlier = { history: new Map(), periods: [], changes: null }

let drawn: Mounted | undefined
let known: readonly Known[] = []
let catalogue: Catalogue
let directory: AgencyDirectory

beforeAll(async () => {
  ;[catalogue, directory] = await Promise.all([readCatalogue(), readDirectory()])
  const real = await readRuleSet('qd766-nhom-2022')
  const days = await readRuleSet('qd766-2022')
  const demo = await readRuleSet('mau-tinh-cqs')
  const [june, may, early] = await Promise.all([
    cohortView('mau-tinh-cqs', '2026-06'),
    cohortView('mau-tinh-cqs', '2026-05'),
    cohortView('mau-tinh-cqs', '2026-06', 'selfAssessment'),
  ])
  const since = {
    history: new Map([['2026-05', may]]),
    periods: ['2026-04', '2026-05'],
    changes: changesSince(june, may),
  }
  const groupsOf = (view: CohortView, ruleSet: RuleSet, earlier: Earlier) =>
    view.groups.map(({ groupId }) => ({ view, ruleSet, groupId, earlier }))
  known = [
    ...groupsOf(await cohortView('qd766-nhom-2022', '2026-10-05'), real, nothingBefore),
    ...groupsOf(await cohortView('qd766-2022', '2026-10-10'), days, nothingBefore),
    ...groupsOf(june, demo, since),
    ...groupsOf(june, demo, { ...since, changes: null }),
    ...groupsOf(early, demo, nothingBefore),
  ]
})
beforeEach(() => page.viewport(1366, 768))
afterEach(() => {
  drawn?.unmount()
  expect(drawn?.errors).toEqual([])
  drawn = undefined
})

const client = new QueryClient({ defaultOptions: { queries: { enabled: false, retry: false } } })

async function draw(
  { ruleSet, view, groupId, earlier }: Known,
  state: AgenciesState,
  language: Language,
): Promise<void> {
  drawn?.unmount()
  drawn = mount(
    <LanguageProvider language={language}>
      <QueryClientProvider client={client}>
        <AgenciesScreen
          view={view}
          ruleSet={ruleSet}
          groupId={groupId}
          earlier={earlier}
          catalogue={catalogue}
          directory={directory}
          state={state}
          change={() => undefined}
          hrefOf={() => '#test'}
        />
      </QueryClientProvider>
    </LanguageProvider>,
  )
  await expect.poll(() => idsOffered()).toContain('league')
}

const idsOffered = () => [...useOffers.getState().offers.values()].map(offer => offer.id)

async function offered(id: string): Promise<DisplayedTable> {
  const offer = [...useOffers.getState().offers.values()].find(each => each.id === id)
  if (offer?.kind !== 'table') throw new Error(`${id} is not offered`)
  return offer.make()
}

/** Any address of the screen, with names that are there and some that are not. */
function anyState(of: Known | undefined): fc.Arbitrary<AgenciesState> {
  const group = of?.view.groups.find(each => each.groupId === of.groupId)
  if (!of || !group) throw new Error('no group')
  const areas = group.columns.filter(column => column.depth === 0).map(column => column.criterionId)
  const leaves = group.columns.filter(column => column.isLeaf).map(column => column.criterionId)
  const facts = ['rank', 'agency', 'total', 'band', 'workload', 'published', 'change', 'khong-co']
  const optional = <Value,>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined, freq: 2 })
  return fc.record({
    q: optional(fc.constantFrom('so', 'xa', 'tinh', 'y te', 'zzz')),
    filter: optional(
      fc.constantFrom(
        ...of.ruleSet.bands.map(band => `band.${band.id}`),
        ...areas.map(id => `lost.${id}`),
        'open',
        'shared',
        'up',
        'down',
        'khong-co',
      ),
    ),
    sort: optional(
      fc
        .tuple(fc.constantFrom('', '-'), fc.constantFrom(...facts, ...areas, ...leaves))
        .map(([minus, id]) => `${minus}${id}`),
    ),
    rows: fc.constantFrom(undefined, 'all' as const),
    measure: fc.constantFrom(undefined, 'points' as const, 'share' as const),
  })
}

/** The box that chooses agencies is a control, and the gap above it is no head. */
const isControl = (cell: Element) => cell.matches('.with, .with-head')

describe('what leaves the page', () => {
  test('says what the ranking and heat table say, cell by cell, in any view', async () => {
    const done = await askWholeTables()
    // A hundred communes take as long to draw as ten groups of departments.
    const places = known.map((_, place) => place)
    const large = places.filter(place => known[place]?.groupId === 'minh-hoa-xa-phuong')
    const small = places.filter(place => !large.includes(place))
    const anyPlace = fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...small) },
      { weight: 1, arbitrary: fc.constantFrom(...large) },
    )
    const anyView = anyPlace.chain(place =>
      fc.record({
        place: fc.constant(place),
        state: anyState(known[place]),
        language: fc.constantFrom<Language>('vi', 'en'),
      }),
    )
    await fc.assert(
      fc.asyncProperty(anyView, async ({ place, state, language }) => {
        const one = known[place]
        if (!one) throw new Error('no view')
        await draw(one, state, language)
        const shown = await offered('league')
        const table = document.querySelector<HTMLTableElement>('table.league')
        if (!table) {
          expect(shown.rows).toEqual([])
          expect(document.querySelector('.league-nothing')?.textContent).toContain(shown.empty)
          return
        }
        const dom = domTable(table, isControl)
        expect(shown.columns.map(column => column.head)).toEqual(dom.heads.at(-1))
        expect(shownRows(shown)).toEqual(dom.rows)
        if (dom.heads.length > 1) {
          const above = shown.columns.map(column => column.above ?? '')
          // The head above starts with the box's own place.
          expect(above).toEqual(dom.heads[0]?.slice(1))
        }
      }),
      { numRuns: 60 },
    )
    done()
  })
})

test('the tables beside the ranking say what their offers do, the ranking first', async () => {
  const one = known.find(each => each.groupId === 'minh-hoa-so')
  if (!one) throw new Error('no view')
  const chosen = 'mh-so-noi-vu,mh-so-y-te,mh-so-tu-phap'
  await draw(one, { with: chosen, tables: 'compare,distribution' }, 'vi')
  expect(idsOffered()).toEqual(['league', 'distribution', 'compare'])
  for (const [id, selector] of [
    ['compare', 'table.compare-table'],
    ['distribution', '.aside-part table.figures'],
  ] as const) {
    const table = document.querySelector<HTMLTableElement>(selector)
    const shown = await offered(id)
    if (!table) throw new Error(`${id} is not drawn`)
    expect(shown.columns.map(column => column.head)).toEqual(domTable(table).heads[0])
    expect(shownRows(shown)).toEqual(domTable(table).rows)
  }
  await draw(one, { with: 'mh-so-noi-vu' }, 'vi')
  await expect.poll(idsOffered).toEqual(['league', 'distribution'])
})

test('paper has heads without buttons, which browsers do not repeat on the next page', async () => {
  const [one] = known
  if (!one) throw new Error('no view')
  await draw(one, { q: 'tinh' }, 'vi')
  const heads = () => [...document.querySelectorAll('table.league thead th')].map(head => head.textContent)
  const before = heads()
  expect(document.querySelectorAll('table.league thead button').length).toBeGreaterThan(3)
  window.dispatchEvent(new Event('beforeprint'))
  await expect.poll(() => document.querySelectorAll('table.league thead button').length).toBe(0)
  expect(heads()).toEqual(before)
  window.dispatchEvent(new Event('afterprint'))
  expect(document.querySelector('.print-only')?.textContent).toContain('Tìm đơn vị: “tinh”')
})
