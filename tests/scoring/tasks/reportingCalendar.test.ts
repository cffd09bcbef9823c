import { expect, test } from 'vitest'
import { reportingCalendar } from '../../../src/scoring/tasks/reportingCalendar.ts'
import { loadData } from '../../data/dataFiles.ts'

const { plans, documents } = loadData()

test('the reports of 2026, by hand', () => {
  const reports = plans.flatMap(plan =>
    plan.tasks
      .filter(({ kind }) => kind === 'report')
      .map(({ id, deadline }) => ({
        id: `${plan.id} ${id}`,
        deadline,
        since: documents.find(each => each.id === plan.documentId)?.date ?? `${plan.year}-01-01`,
      })),
  )
  const year = reportingCalendar(reports, '2026-01-01', '2026-12-31')
  expect(year.map(({ day, item }) => `${day} ${item.id}`)).toEqual([
    '2026-03-05 ke-hoach-37-2023 bao-cao-quy',
    '2026-06-05 ke-hoach-37-2023 bao-cao-quy',
    '2026-09-05 ke-hoach-37-2023 bao-cao-quy',
    '2026-11-15 truyen-thong-hai-duong-2020 bc-1',
    '2026-11-30 ke-hoach-37-2023 bao-cao-nam',
    '2026-12-05 ke-hoach-37-2023 bao-cao-quy',
  ])
  expect(year.every(({ isDayStated }) => isDayStated)).toBe(true)
  // The plan is of 11 July 2023: the reports of March and June came too early for it.
  const first = reportingCalendar(reports, '2023-01-01', '2023-12-31')
  expect(first.map(({ day }) => day)).toEqual(['2023-09-05', '2023-11-15', '2023-11-30', '2023-12-05'])
})

const since = '2020-01-01'
test('both ends of the stretch belong to it; a wanted and a last day are two days', () => {
  const twice = {
    since,
    deadline: { kind: 'month', written: 'x', by: '2022-12-31', latest: '2023-03-31' },
  } as const
  const days = (from: string, to: string) => reportingCalendar([twice], from, to).map(({ day }) => day)
  expect(days('2022-12-31', '2023-03-31')).toEqual(['2022-12-31', '2023-03-31'])
  expect(days('2023-01-01', '2023-03-30')).toEqual([])
})

test('what has no day is in no calendar', () => {
  const undated = [
    { since, deadline: { kind: 'continuous', written: 'Thường xuyên' } },
    { since, deadline: { kind: 'event', written: 'x', after: 'hướng dẫn' } },
    { since },
  ] as const
  expect(reportingCalendar(undated, '2020-01-01', '2030-12-31')).toEqual([])
})
