import fc from 'fast-check'
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { CriteriaScreen } from '../../src/features/criteria/CriteriaScreen.tsx'
import type { CriteriaState } from '../../src/features/criteria/criteriaState.ts'
import { officialTable } from '../../src/features/criteria/projectCriteria.ts'
import type { DisplayedTable } from '../../src/model/displayedTable.ts'
import { criteriaTable } from '../../src/state/criteriaView.ts'
import { useOffers } from '../../src/state/exports/offers.ts'
import type { ScoredView } from '../../src/state/useScoredView.ts'
import type { Language } from '../../src/ui/formatNumber.ts'
import { LanguageProvider } from '../../src/ui/language.tsx'
import { reviewed } from '../gallery/criteriaSample.tsx'
import '../gallery/styles.ts'
import { views } from '../gallery/samples.ts'
import { type Mounted, mount } from '../server/mount.ts'
import { anyCriteriaState } from './criteriaProjection.ts'
import { domTable, shownRows } from './displayedDom.ts'
import { scoredView } from './realViews.ts'

let drawn: Mounted | undefined
let known: readonly ScoredView[] = []

beforeAll(async () => {
  known = [
    await scoredView('par-index-2022', '2022', 'tinh-tra-vinh'),
    await scoredView('qd766-2022', '2026-10-10', 'tinh-dak-lak'),
    await scoredView('qd766-nhom-2022', '2026-10-05', 'tinh-dak-lak'),
    await scoredView('mau-tinh-cqs', '2026-06', 'mh-so-noi-vu'),
    await scoredView('mau-tinh-cqs', '2026-06', 'mh-so-noi-vu', 'selfAssessment'),
    reviewed(),
    ...Object.values(views),
  ]
})
beforeEach(() => page.viewport(1366, 768))
afterEach(() => {
  drawn?.unmount()
  expect(drawn?.errors).toEqual([])
  drawn = undefined
})

async function draw(view: ScoredView, state: CriteriaState, language: Language): Promise<void> {
  drawn?.unmount()
  drawn = mount(
    <LanguageProvider language={language}>
      <CriteriaScreen
        view={view}
        table={criteriaTable(view)}
        state={state}
        change={() => undefined}
        isWide
        linkToDocument={(_, label) => <a href="#test">{label}</a>}
      />
    </LanguageProvider>,
  )
  await expect.poll(() => useOffers.getState().offers.size).toBe(1)
}

async function offered(): Promise<DisplayedTable> {
  const [offer] = useOffers.getState().offers.values()
  if (offer?.kind !== 'table') throw new Error('nothing is offered')
  return offer.make()
}

function viewAt(place: number): ScoredView {
  const view = known[place]
  if (!view) throw new Error('no view')
  return view
}

describe('what leaves the page', () => {
  test('says what the table says, cell by cell, in any view', async () => {
    // A failing view is told by its place, not by all of its figures.
    const anyView = fc.nat({ max: known.length - 1 }).chain(place =>
      fc.record({
        place: fc.constant(place),
        state: anyCriteriaState(viewAt(place)),
        language: fc.constantFrom<Language>('vi', 'en'),
      }),
    )
    await fc.assert(
      fc.asyncProperty(anyView, async ({ place, state, language }) => {
        const view = viewAt(place)
        await draw(view, state, language)
        const shown = await offered()
        const table = document.querySelector<HTMLTableElement>('table.official')
        if (!table) {
          expect(shown.rows).toEqual([])
          expect(document.querySelector('.none-found p')?.textContent).toBe(shown.empty)
          return
        }
        const dom = domTable(table)
        expect(shown.columns.map(column => column.head)).toEqual(dom.heads[0])
        expect(shownRows(shown)).toEqual(dom.rows)
      }),
      { numRuns: 60 },
    )
  })
})

test('the annex of a report holds every line and column, whatever is looked at', async () => {
  const view = viewAt(0)
  await draw(view, {}, 'vi')
  expect(officialTable(view, criteriaTable(view), 'vi')).toEqual(await offered())
  await draw(view, { q: 'zzz', hide: 'max' }, 'vi')
  expect(officialTable(view, criteriaTable(view), 'vi').rows.length).toBeGreaterThan(view.sheet.nodes.length)
})
