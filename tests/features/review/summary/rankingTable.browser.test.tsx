import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import type { ReviewAddress } from '../../../../src/features/review/reviewProps.ts'
import { SummaryPart } from '../../../../src/features/review/summary/SummaryPart.tsx'
import { LanguageProvider } from '../../../../src/ui/language.tsx'
import { HatchPatterns } from '../../../../src/ui/Mark.tsx'
import { PartSample } from '../../../gallery/summarySample.tsx'
import '../../../gallery/styles.ts'
import { type Mounted, mount } from '../../../server/mount.ts'
import { drawnRows, offeredTable, projectedRows, unplaced } from '../../../server/tableTexts.ts'
import { deskAgencies, deskRound, deskSubmission } from '../../../state/review/deskRound.ts'

let drawn: Mounted | undefined
let rounds = 0

const whole = [
  { metricId: 'online', state: 'entered', value: '60' },
  { metricId: 'filed', state: 'entered', value: '80' },
] as const

/** co-quan-1 lacks figures, co-quan-2 has them, co-quan-3 sent nothing. */
function aRound() {
  rounds += 1
  const desk = deskRound({
    agencies: deskAgencies,
    submissions: [deskSubmission('co-quan-1'), deskSubmission('co-quan-2', { values: [...whole] })],
  })
  return { ...desk, round: { ...desk.round, id: `dot-bang-${rounds}` } }
}

async function draw(address: ReviewAddress, language: 'vi' | 'en' = 'vi') {
  drawn?.unmount()
  drawn = mount(
    <LanguageProvider language={language}>
      <HatchPatterns />
      <PartSample part={SummaryPart} desk={aRound()} address={address} />
    </LanguageProvider>,
  )
  await expect.poll(() => drawn?.box.querySelector('.rvs-tools')).toBeTruthy()
}

beforeEach(() => page.viewport(1366, 768))
afterEach(() => {
  drawn?.unmount()
  drawn = undefined
})

const columns = ['self', 'first', 'final', 'difference', 'percent', 'rank', 'band', 'status']

test('what is drawn of the ranking is what is offered of it, for any view', async () => {
  const views = fc.record({
    sort: fc.option(
      fc
        .tuple(
          fc.constantFrom('', '-'),
          fc.constantFrom('rank', 'agency', 'self', 'first', 'difference', 'status'),
        )
        .map(parts => parts.join('')),
      { nil: undefined },
    ),
    q: fc.option(fc.constantFrom('so', 'xay dung', 'khong co'), { nil: undefined }),
    area: fc.constantFrom(undefined, 'all'),
    language: fc.constantFrom('vi' as const, 'en' as const),
  })
  await fc.assert(
    fc.asyncProperty(views, async ({ language, ...address }) => {
      await draw(address, language)
      const table = await offeredTable('ranking')
      const areas = table.columns.filter(({ id }) => id.startsWith('area-')).map(({ id }) => [id])
      const cells = [['number'], ['agency', 'missing'], ...columns.map(id => [id]), ...areas]
      expect(unplaced(table, cells)).toEqual([])
      const apartFrom = table.rows.findIndex(({ id }) => id === ' apart')
      const ranked = { ...table, rows: table.rows.slice(0, apartFrom) }
      const list = drawn?.box.querySelector('.rvs-ranking')
      expect(projectedRows(ranked, cells)).toEqual(list ? drawnRows(list) : [])
      expect(areas.length > 0).toBe(address.area === 'all')
      // Whoever has no score stands below, whatever is searched.
      const apart = table.rows.slice(apartFrom).flatMap(row => row.cells.map(({ text }) => text))
      for (const name of drawn?.box.querySelectorAll('.rvs-apart li button') ?? [])
        expect(apart).toContain(name.textContent)
    }),
    { numRuns: 20 },
  )
}, 90_000)

test.each(['province', 'losses'])('%s: every row on screen is a row of the file', async view => {
  await draw({ filter: view })
  const table = await offeredTable(view)
  const names = [...(drawn?.box.querySelectorAll('.rvs-table tbody th[scope^="row"]') ?? [])]
  expect(names.length).toBeGreaterThan(0)
  const texts = table.rows.flatMap(row => row.cells.map(({ text }) => text))
  const first = drawn?.box.querySelector('.rvs-table')
  for (const name of names.filter(each => first?.contains(each))) {
    const [own] = name.childNodes
    expect(texts.some(text => text.includes(own?.textContent?.trim() ?? '?'))).toBe(true)
  }
  expect(table.title).not.toBe('')
})

test('points stand with their maximum, and are still a number for a spreadsheet', async () => {
  await draw({})
  const { columns: heads, rows } = await offeredTable('ranking')
  const at = heads.findIndex(({ id }) => id === 'final')
  const settled = rows
    .flatMap(({ kind, cells }) => (kind === 'row' ? (cells[at] ?? []) : []))
    .filter(c => c.number)
  for (const { text, number } of settled) {
    expect(number?.after).toMatch(/^\/\d/)
    expect(text.endsWith(number?.after ?? '?')).toBe(true)
  }
})
