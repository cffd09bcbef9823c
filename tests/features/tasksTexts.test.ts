import { describe, expect, test } from 'vitest'
import { sameDayIn } from '../../src/features/tasks/calendarYears.ts'
import { overlapText, whereOnFalls } from '../../src/features/tasks/phaseTexts.ts'
import { projectCalendar } from '../../src/features/tasks/projectCalendar.ts'
import { projectLeads } from '../../src/features/tasks/projectLeads.ts'
import { projectPhases } from '../../src/features/tasks/projectPhases.ts'
import { projectTasks } from '../../src/features/tasks/projectTasks.ts'
import { narrow } from '../../src/features/tasks/taskFilter.ts'
import { groupTasks } from '../../src/features/tasks/taskGroups.ts'
import type { TasksAddress } from '../../src/features/tasks/tasksAddress.ts'
import { deadlineText } from '../../src/features/tasks/texts.ts'
import { timelineOf } from '../../src/features/tasks/timeline.ts'
import { isDay, todayInVietnam } from '../../src/features/tasks/today.ts'
import { tasksWords } from '../../src/features/tasks/words.ts'
import type { DisplayedTable } from '../../src/model/displayedTable.ts'
import { agenciesOn } from '../../src/state/tasks/agenciesOf.ts'
import { calendarOf } from '../../src/state/tasks/calendar.ts'
import { phasesOf } from '../../src/state/tasks/phasesOf.ts'
import { planRows } from '../../src/state/tasks/taskRows.ts'
import { totalsOf } from '../../src/state/tasks/totalsOf.ts'
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
  const project = (address: TasksAddress) => projectTasks(narrowed(address), on, 'x', 'vi')
  const textsOf = ({ columns, rows }: DisplayedTable, id: string) => {
    const place = columns.findIndex(each => each.id === id)
    return rows.flatMap(({ kind, cells }) => (kind === 'row' ? (cells[place]?.text ?? '') : []))
  }
  test.each<TasksAddress>([
    {},
    { filter: 'overdue' },
    { plan: 'ke-hoach-37-2023', sort: 'plan' },
    { agency: 'hai-duong-so-tttt' },
    { q: 'so hoa', sort: 'lead' },
  ])('the list of %j', address => {
    const { shown, wish } = narrowed(address)
    const groups = groupTasks(shown, wish.sort, words, 'vi')
    const expected = groups.flatMap(group => group.rows.map(({ task }) => task.name.replace(/\s+/g, ' ')))
    const table = project(address)
    expect(expected.length).toBeGreaterThan(0)
    expect(textsOf(table, 'name')).toEqual(expected)
    for (const { kind, cells } of table.rows)
      expect(cells).toHaveLength(kind === 'row' ? table.columns.length : 1)
    expect(table.narrowed.join(' ')).toContain('21/11/2026')
  })
  test('lead agencies, with the sum of all of them last', () => {
    const own = narrowed({ show: 'leads' })
    const table = projectLeads({ narrowed: own, on, address: {}, agencyOf }, totalsOf(own.shown), 'x', 'vi')
    expect(table.rows.at(-1)?.kind).toBe('total')
    expect(table.rows.at(-1)?.cells[0]?.text).toBe('Tất cả')
    const total = table.columns.findIndex(({ id }) => id === 'total')
    expect(table.rows.at(-1)?.cells[total]?.number?.value).toBe(String(own.shown.length))
  })
  test('phases stand under the name of their plan', () => {
    const table = projectPhases(shownPlans, narrowed({ show: 'phases' }), on, 'x', 'vi')
    const withPhases = shownPlans.filter(plan => plan.phases.length > 0)
    expect(table.rows.filter(({ kind }) => kind === 'heading')).toHaveLength(withPhases.length)
    expect(table.rows.filter(({ kind }) => kind === 'row')).toHaveLength(
      withPhases.reduce((sum, plan) => sum + plan.phases.length, 0),
    )
  })
  test('the calendar holds what is due in its year', () => {
    const calendar = calendarOf(rows, plans, 2026, on, true)
    const table = projectCalendar(
      { narrowed: narrowed({ show: 'calendar' }), on, address: {} },
      calendar,
      'x',
      'vi',
    )
    expect(table.rows.filter(({ kind }) => kind === 'row')).toHaveLength(
      calendar.lines.length + calendar.monthly.length,
    )
    expect(table.narrowed).toContain('Lịch gồm: Báo cáo')
  })
  test('a filter is said, and where nothing is left a sentence stands for it', () => {
    expect(project({ filter: 'overdue', q: 'chữ ký số' }).narrowed).toContain(
      'Lọc: bộ lọc “Quá hạn”, từ tìm “chữ ký số”',
    )
    const none = project({ q: 'không ở đâu có' })
    expect(none.rows).toEqual([])
    expect(none.empty).toBe('Không có nhiệm vụ nào khớp')
  })
})
