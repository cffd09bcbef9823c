import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import type { TasksAddress } from '../../src/features/tasks/tasksAddress.ts'
import { LanguageProvider } from '../../src/ui/language.tsx'
import { HatchPatterns } from '../../src/ui/Mark.tsx'
import { TasksSample } from '../gallery/tasksSample.tsx'
import '../gallery/styles.ts'
import { type Mounted, mount } from '../server/mount.ts'
import { drawnRows, offeredTable, projectedRows, unplaced } from '../server/tableTexts.ts'

let drawn: Mounted | undefined

async function draw(opening: TasksAddress, language: 'vi' | 'en' = 'vi') {
  drawn?.unmount()
  drawn = mount(
    <LanguageProvider language={language}>
      <HatchPatterns />
      <div style={{ display: 'grid', height: 700 }}>
        <TasksSample opening={opening} />
      </div>
    </LanguageProvider>,
  )
  await expect.element(page.getByRole('heading', { level: 1 })).toBeVisible()
}

beforeEach(() => page.viewport(1366, 768))
afterEach(() => {
  drawn?.unmount()
  expect(drawn?.errors).toEqual([])
  drawn = undefined
})

const cells = [
  ['number'],
  ['task', 'name', 'product', 'plan', 'kind'],
  ['lead', 'successor'],
  ['partners'],
  ['due', 'written'],
  ['standing', 'more'],
  ['criteria', 'sure'],
  ['source', 'place'],
]

const some = <Value extends string>(...values: readonly Value[]) =>
  fc.option(fc.constantFrom(...values), { nil: undefined })

test('what is drawn of the list is what is offered of it, for any view', async () => {
  const views = fc.record({
    filter: some('overdue', 'unreported', 'dueSoon', 'notYet', 'continuous', 'unknownDay', 'noDeadline'),
    kind: some('task', 'report', 'duty'),
    agency: some('so-tttt', 'bql', 'cac-so'),
    sort: some('due', 'plan', 'lead'),
    plan: some('ke-hoach', 'khong-co'),
    q: some('nhiem vu', 'khu cong nghiep', 'khong co dau', '12/2026'),
    on: some('2025-06-30', '2026-01-01', '2026-12-31'),
    language: fc.constantFrom('vi' as const, 'en' as const),
  })
  await fc.assert(
    fc.asyncProperty(views, async ({ language, ...view }) => {
      await draw(view, language)
      const table = await offeredTable('tasks')
      const list = drawn?.box.querySelector('.tk-list')
      if (!list) {
        expect(table.rows).toEqual([])
        expect(drawn?.box.querySelector('.tk-none h2')?.textContent).toBe(table.empty)
        return
      }
      // Where no task serves a criterion the column is not there.
      const shown = list.querySelector('.tk-criteria') ? cells : cells.filter(([id]) => id !== 'criteria')
      expect(projectedRows(table, shown)).toEqual(
        drawnRows(list, { unseen: '.tk-label', heard: '.tk-criterion' }),
      )
      expect(unplaced(table, shown)).toEqual([])
    }),
    { numRuns: 25 },
  )
}, 60_000)

test('a shorter list beside open details and on a narrow screen takes nothing out of the file', async () => {
  await draw({})
  const whole = await offeredTable('tasks')
  await draw({ task: 'ke-hoach/2' })
  await expect.element(page.getByRole('columnheader', { name: 'Nguồn' })).not.toBeInTheDocument()
  expect(await offeredTable('tasks')).toEqual(whole)
  await page.viewport(390, 844)
  expect(await offeredTable('tasks')).toEqual(whole)
})

test('what narrows the rows is said', async () => {
  await draw({ filter: 'overdue', q: 'nhiem vu', sort: 'lead' })
  const { narrowed } = await offeredTable('tasks')
  expect(narrowed).toContain('Tính đến ngày: 21/11/2026')
  expect(narrowed).toContain('Lọc: bộ lọc “Quá hạn”, từ tìm “nhiem vu”')
  expect(narrowed).toContain('Xếp theo: Cơ quan chủ trì')
})

test('lead agencies as they are counted', async () => {
  await draw({ show: 'leads' })
  const table = await offeredTable('leads')
  const columns = ['total', 'overdue', 'unreported', 'dueSoon', 'notYet', 'undated', 'done']
  const list = drawn?.box.querySelector('.tk-leads')
  if (!list) throw new Error('no table')
  expect(projectedRows(table, [['lead', 'group', 'successor'], ...columns.map(id => [id]), []])).toEqual(
    drawnRows(list),
  )
})

test('phases and calendar as they are drawn', async () => {
  await draw({ show: 'phases' })
  const phases = drawn?.box.querySelector('.tk-phase-table')
  if (!phases) throw new Error('no table')
  const [, ...rows] = projectedRows(await offeredTable('phases'), [
    ['phase'],
    ['period', 'written'],
    ['covers', 'note'],
    ['overlaps'],
    ['place'],
  ])
  expect(rows).toEqual(drawnRows(phases))
  await draw({ show: 'calendar', rows: 'all' })
  const calendar = drawn?.box.querySelector('.tk-calendar')
  if (!calendar) throw new Error('no table')
  expect(
    projectedRows(await offeredTable('calendar'), [
      ['day', 'dayNote'],
      ['name', 'kind'],
      ['who'],
      ['document', 'place', 'madeFor'],
      ['standing', 'more'],
    ]),
  ).toEqual(drawnRows(calendar))
})
