import { read as readBook } from '@e965/xlsx'
import fc from 'fast-check'
import { createElement } from 'react'
import { renderToString } from 'react-dom/server'
import { beforeAll, describe, expect, test } from 'vitest'
import type { AgenciesState } from '../../src/features/agencies/agenciesState.ts'
import { projectLeague } from '../../src/features/agencies/projectLeague.ts'
import { type League, useLeague } from '../../src/features/agencies/useLeague.ts'
import type { CriteriaState } from '../../src/features/criteria/criteriaState.ts'
import { readCsvExport } from '../../src/io/exports/readTableCsv.ts'
import { readXlsxExport } from '../../src/io/exports/readTableXlsx.ts'
import type { AgencyDirectory } from '../../src/model/agency.ts'
import type { CohortView } from '../../src/model/cohort.ts'
import type { DisplayedTable } from '../../src/model/displayedTable.ts'
import type { RuleSet } from '../../src/model/ruleSet.ts'
import { makeTableFile } from '../../src/state/exports/makeTableFile.ts'
import { type TableFormat, tableFormats } from '../../src/state/exports/tableFile.ts'
import type { ScoredView } from '../../src/state/useScoredView.ts'
import type { Language } from '../../src/ui/formatNumber.ts'
import { origin, textsOf } from '../io/exports/exportTables.ts'
import { anyCriteriaState, projected } from './criteriaProjection.ts'
import { cohortView, readDirectory, readRuleSet, scoredView } from './realViews.ts'

let views: readonly ScoredView[] = []
let cohorts: readonly { readonly view: CohortView; readonly ruleSet: RuleSet }[] = []
let directory: AgencyDirectory

beforeAll(async () => {
  directory = await readDirectory()
  views = [
    await scoredView('par-index-2022', '2022', 'tinh-tra-vinh'),
    await scoredView('qd766-2022', '2026-10-10', 'tinh-dak-lak'),
    await scoredView('mau-tinh-cqs', '2026-06', 'mh-so-noi-vu'),
  ]
  cohorts = [
    {
      view: await cohortView('qd766-nhom-2022', '2026-10-05'),
      ruleSet: await readRuleSet('qd766-nhom-2022'),
    },
    { view: await cohortView('mau-tinh-cqs', '2026-10'), ruleSet: await readRuleSet('mau-tinh-cqs') },
  ]
})

/** Texts of the rows as a reader of the file finds them, in order. */
async function textsIn(
  shown: DisplayedTable,
  format: TableFormat,
  language: Language,
): Promise<readonly string[]> {
  const bytes = await makeTableFile(shown, format, { ...origin, language })
  const read =
    format === 'xlsx' ? await readXlsxExport(bytes, 'tep.xlsx') : await readCsvExport(bytes, 'tep.csv')
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  const texts = read.value.cells.map(({ text }) => text)
  const expected = shown.rows.length === 0 ? [shown.empty] : textsOf(shown)
  const start = texts.findIndex((_, at) => expected.every((text, next) => texts[at + next] === text))
  return start < 0 ? texts : texts.slice(start, start + expected.length)
}

async function holds(shown: DisplayedTable, format: TableFormat, language: Language): Promise<void> {
  const expected = shown.rows.length === 0 ? [shown.empty] : textsOf(shown)
  expect(await textsIn(shown, format, language)).toEqual(expected)
}

const language = fc.constantFrom<Language>('vi', 'en')

describe('a file of what is displayed reads as the page does', () => {
  test.each(tableFormats)('official table, %s', async format => {
    const anyView = fc.nat({ max: 2 }).chain(place => {
      const view = views[place]
      if (!view) throw new Error('no view')
      return fc.record({ place: fc.constant(place), state: anyCriteriaState(view), language })
    })
    await fc.assert(
      fc.asyncProperty(anyView, async ({ place, state, language }) => {
        const view = views[place]
        if (view) await holds(projected(view, state, language), format, language)
      }),
      { numRuns: 30 },
    )
  })

  test.each(tableFormats)('ranking and heat table, %s', async format => {
    const state: fc.Arbitrary<AgenciesState> = fc.record({
      q: fc.constantFrom(undefined, undefined, 'so', 'xa', 'zzz'),
      filter: fc.constantFrom(undefined, undefined, 'open', 'shared', 'band.kha'),
      sort: fc.constantFrom(undefined, 'agency', '-total', '-workload', 'published'),
      rows: fc.constantFrom(undefined, 'all' as const),
      measure: fc.constantFrom(undefined, 'share' as const),
    })
    await fc.assert(
      fc.asyncProperty(
        fc.nat({ max: 1 }),
        fc.nat({ max: 1 }),
        state,
        language,
        async (which, group, at, lang) => {
          const shown = league(which, group, at, lang)
          await holds(shown, format, lang)
        },
      ),
      { numRuns: format === 'xlsx' ? 10 : 25 },
    )
  })

  test('numbers are numbers of the workbook, with what stands around them', async () => {
    const [view] = views
    if (!view) throw new Error('no view')
    for (const shown of [projected(view, {} satisfies CriteriaState, 'vi'), league(1, 0, {}, 'vi')]) {
      const book = readBook(await makeTableFile(shown, 'xlsx', origin))
      const cells = Object.values(book.Sheets[book.SheetNames[0] ?? ''] ?? {})
      const numbers = cells.filter(cell => cell?.t === 'n').map(cell => Number(cell.v))
      const expected = shown.rows.flatMap(row =>
        row.cells.flatMap(({ number }) =>
          number ? [Number(number.isPercent ? `${number.value}e-2` : number.value)] : [],
        ),
      )
      expect(numbers.toSorted((a, b) => a - b)).toEqual(expected.toSorted((a, b) => a - b))
    }
  })
})

/** The league of a group as the screen has it. */
function league(which: number, group: number, state: AgenciesState, language: Language): DisplayedTable {
  const cohort = cohorts[which]
  const shownGroup = cohort?.view.groups[group] ?? cohort?.view.groups[0]
  if (!cohort || !shownGroup) throw new Error('no group')
  const found: League[] = []
  const Probe = () => {
    found.push(
      useLeague({
        ...cohort,
        group: shownGroup,
        directory,
        earlier: { history: new Map(), periods: [], changes: null },
        state,
        hrefOf: () => '#',
      }),
    )
    return null
  }
  renderToString(createElement(Probe))
  const [one] = found
  if (!one) throw new Error('nothing was drawn')
  return projectLeague(
    { league: one, state, title: 'Sở A dẫn đầu', since: null, notes: ['Nguồn: …'] },
    language,
  )
}
