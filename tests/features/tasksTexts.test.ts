import { describe, expect, test } from 'vitest'
import { sameDayIn } from '../../src/features/tasks/calendarYears.ts'
import { exportTable } from '../../src/features/tasks/exportTable.ts'
import { overlapText, whereOnFalls } from '../../src/features/tasks/phaseTexts.ts'
import { narrow } from '../../src/features/tasks/taskFilter.ts'
import { groupTasks } from '../../src/features/tasks/taskGroups.ts'
import type { TasksAddress } from '../../src/features/tasks/tasksAddress.ts'
import { deadlineText } from '../../src/features/tasks/texts.ts'
import { timelineOf } from '../../src/features/tasks/timeline.ts'
import { isDay, todayInVietnam } from '../../src/features/tasks/today.ts'
import { tasksWords } from '../../src/features/tasks/words.ts'
import { agenciesOn } from '../../src/state/tasks/agenciesOf.ts'
import { phasesOf } from '../../src/state/tasks/phasesOf.ts'
import { planRows } from '../../src/state/tasks/taskRows.ts'
import { loadData } from '../data/dataFiles.ts'

const words = tasksWords.vi
const { plans, documents, agencies, groups, ruleSets } = loadData()
const on = '2026-11-21'
const agencyOf = agenciesOn({ agencies, groups }, on)
const rows = plans.flatMap(plan =>
  planRows(plan, { taskStates: new Map() }, { on, agencyOf, documents, ruleSets }),
)
const shownPlans = [...new Map(rows.map(({ plan }) => [plan.id, plan])).values()]
const narrowed = (address: TasksAddress) => narrow(rows, shownPlans, address, () => [])

test('the day begins at midnight in Vietnam', () => {
  expect(todayInVietnam(new Date('2026-11-21T16:59:59Z'))).toBe('2026-11-21')
  expect(todayInVietnam(new Date('2026-11-21T17:00:00Z'))).toBe('2026-11-22')
})

test.each([
  ['2024-02-29', true],
  ['2026-02-29', false],
  ['2026-13-01', false],
  ['26-01-01', false],
])('%s is a day: %s', (text, is) => expect(isDay(text)).toBe(is))

test('29 February of another year is the 28th', () => {
  expect(sameDayIn('2024-02-29', 2025)).toBe('2025-02-28')
  expect(sameDayIn('2024-02-29', 2028)).toBe('2028-02-29')
})

test.each([
  ['nd45-binh-dinh-2020/nv-7', '30/11/2020'],
  ['nq131-hai-duong-2022/nv-12', '31/12/2022, chậm nhất 31/03/2023'],
  ['nd45-hai-duong-2021/nv-5', '01/01/2021–30/06/2021'],
  ['ke-hoach-37-2023/bao-cao-quy', 'hằng quý: 05/03, 05/06, 05/09, 05/12'],
  ['nd45-hai-duong-2021/nv-17', 'hằng năm (không ghi ngày, đọc là cuối kỳ)'],
  ['ke-hoach-37-2023/to-chuc-1a', 'văn bản không đặt hạn'],
])('the deadline of %s is read as “%s”', (key, text) => {
  expect(deadlineText(rows.find(row => row.key === key)?.task.deadline, words)).toBe(text)
})

describe('phases of Bình Định', () => {
  const view = phasesOf(shownPlans.find(({ id }) => id === 'nd45-binh-dinh-2020')?.phases ?? [])
  test('say what they overlap', () => {
    expect(overlapText(view, 'so-hoa-giai-doan-3', words)).toBe(
      'trùng Giai đoạn 2: 12/2021; trùng Giai đoạn 4: 07/2022–12/2022',
    )
    expect(overlapText(view, 'so-hoa-giai-doan-5', words)).toBe('')
  })
  test.each([
    ['2020-05-31', 'trước giai đoạn đầu'],
    ['2020-06-01', 'thuộc Giai đoạn 1'],
    ['2021-12-31', 'thuộc Giai đoạn 2 và Giai đoạn 3'],
    ['2022-01-01', 'thuộc Giai đoạn 3'],
    ['2025-12-31', 'thuộc Giai đoạn 5'],
    ['2026-01-01', 'sau giai đoạn cuối'],
  ])('%s is %s', (day, text) => expect(whereOnFalls(view, day, words)).toBe(text))

  test('stand on a scale of whole years, with the chosen day where it is near', () => {
    const near = timelineOf(view, '2026-01-01')
    expect(near.years.map(({ year }) => year)).toEqual([2020, 2021, 2022, 2023, 2024, 2025, 2026])
    // Phase 2 is 2021: 366 of 2557 days in, 365 long.
    expect(near.rows[1]?.bar.left).toBeCloseTo((366 / 2557) * 100, 6)
    expect(near.rows[1]?.bar.width).toBeCloseTo((365 / 2557) * 100, 6)
    // 1 January 2026: 366 + 365 + 365 + 365 + 366 + 365
    expect(near.on).toBeCloseTo((2192 / 2557) * 100, 6)
    expect(timelineOf(view, '2030-01-01').on).toBeNull()
  })
})

describe('files hold exactly what is shown', () => {
  const source = (address: TasksAddress) => ({
    narrowed: narrowed(address),
    on,
    address,
    agencyOf,
    plans: shownPlans,
    files: plans,
    today: on,
  })
  test.each<TasksAddress>([
    {},
    { filter: 'overdue' },
    { plan: 'ke-hoach-37-2023', sort: 'plan' },
    { agency: 'hai-duong-so-tttt' },
    { q: 'so hoa', sort: 'lead' },
  ])('the list of %j', address => {
    const { narrowed: found } = source(address)
    const expected = groupTasks(found.shown, found.wish.sort, words, 'vi').flatMap(group =>
      group.rows.map(({ task }) => task.name),
    )
    const table = exportTable('list', 'x', source(address), 'vi')
    const column = table.columns.findIndex(({ name }) => name === words.task)
    expect(expected.length).toBeGreaterThan(0)
    expect(table.rows.map(row => row[column])).toEqual(expected)
    for (const row of table.rows) expect(row).toHaveLength(table.columns.length)
    expect(table.foot.join(' ')).toContain('21/11/2026')
  })
  test.each(['leads', 'phases', 'calendar'] as const)('%s: every row has every column', show => {
    const table = exportTable(show, 'x', source({ show }), 'vi')
    expect(table.rows.length).toBeGreaterThan(0)
    for (const row of table.rows) expect(row).toHaveLength(table.columns.length)
  })
  test('a filter stands in the foot', () => {
    expect(exportTable('list', 'x', source({ filter: 'overdue', q: 'chữ ký số' }), 'vi').foot).toContain(
      'Lọc: bộ lọc “Quá hạn”, từ tìm “chữ ký số”',
    )
  })
})
