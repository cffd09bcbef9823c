import { describe, expect, test } from 'vitest'
import { agenciesOn } from '../../../src/state/tasks/agenciesOf.ts'
import { calendarOf, occurrencesOf } from '../../../src/state/tasks/calendar.ts'
import { planRows } from '../../../src/state/tasks/taskRows.ts'
import { totalsOf } from '../../../src/state/tasks/totalsOf.ts'
import { loadData } from '../../data/dataFiles.ts'

const { plans, documents, agencies, groups, ruleSets } = loadData()
const directory = { agencies, groups }
const nothing = { taskStates: new Map() }
const rowsOn = (on: string) =>
  plans.flatMap(plan =>
    planRows(plan, nothing, { on, agencyOf: agenciesOn(directory, on), documents, ruleSets }),
  )
const rows = rowsOn('2026-11-21')
const find = (key: string) => rows.find(row => row.key === key)

describe('every plan that is shipped', () => {
  test('is read whole: 152 entries, every agency in the directory, every criterion in its rule set', () => {
    expect(rows).toHaveLength(152)
    for (const { key, task, leads, partners, criteria, plan } of rows) {
      expect([key, leads.map(({ id }) => id)]).toEqual([key, task.leadIds])
      expect(partners.map(({ id }) => id)).toEqual(task.partnerIds ?? [])
      expect(leads.length).toBeGreaterThan(0)
      expect(criteria).toHaveLength(task.criterionIds.length)
      for (const { code, name, id } of criteria)
        expect([id, code !== '', name !== id]).toEqual([id, true, true])
      expect(plan.document?.id).toBe(task.provenance.source?.documentId)
    }
  })

  test('nothing is said to be done or undone while nobody reported', () => {
    expect(rows.every(({ standing }) => standing.reported === null)).toBe(true)
    expect(rows.map(({ standing }) => standing.kind)).not.toContain('done')
  })

  test('39 tasks had a single day, all past on 21 November 2026; 8 recur', () => {
    const { total } = totalsOf(rows)
    // 3 days, 14 + 2 months, 8 + 2 quarters, 6 + 1 years, 2 ranges, 1 duty with a day; and 2 + 2 + 2 + 2 recurring
    expect(total).toMatchObject({ total: 152, overdue: 47, unreported: 47 })
    // 53 continuous, 12 after an event, 40 without any deadline
    expect(total.undated).toBe(105)
  })
})

test.each([
  ['2020-11-30', 'dueSoon', 0],
  ['2020-12-01', 'overdue', 1],
])('“Trước tháng 12/2020” of Bình Định on %s is %s', (on, kind, days) => {
  const row = rowsOn(on).find(({ key }) => key === 'nd45-binh-dinh-2020/nv-7')
  expect(row?.standing).toMatchObject({ kind, days, due: '2020-11-30' })
})

describe('agencies that have ended', () => {
  test('show who has their work on the day asked about', () => {
    const of = (on: string) => agenciesOn(directory, on)('hai-duong-so-tttt')
    expect(of('2025-02-28')).toMatchObject({ endedOn: null, successor: null })
    expect(of('2025-03-01')).toMatchObject({
      endedOn: '2025-02-28',
      successor: { id: 'hai-duong-so-khcn' },
    })
    // That one went into Hải Phòng's on 1 July 2025.
    expect(of('2025-07-01')).toMatchObject({ successor: { id: 'hai-phong-so-khcn' } })
  })
  test('a circle of successors ends', () => {
    const circle = agenciesOn(
      {
        agencies: ['a', 'b'].map(id => ({
          id,
          code: null,
          name: id,
          level: 'department' as const,
          validTo: '2020-01-01',
          successorId: id === 'a' ? 'b' : 'a',
        })),
        groups: [],
      },
      '2026-01-01',
    )
    expect(circle('a')?.successor?.id).toBe('b')
  })
})

test('the quarterly report of Trà Vinh has every due day since the plan, latest first', () => {
  const row = find('ke-hoach-37-2023/bao-cao-quy')
  const days = row ? occurrencesOf(row, '2026-11-21').map(({ occurrence }) => occurrence.day) : []
  // September and December 2023, four each in 2024, 2025 and 2026
  expect(days).toHaveLength(14)
  expect([days[0], days.at(-1)]).toEqual(['2026-12-05', '2023-09-05'])
})

test('the calendar of 2026 has what plans promise without a task of their own', () => {
  const { lines, monthly } = calendarOf(rows, plans, 2026, '2026-11-21', true)
  expect(monthly.map(({ key }) => key)).toEqual([
    'nq131-hai-duong-2022/commitment cong-khai-cham-muon-hang-thang',
  ])
  expect(lines.map(({ day, isDayStated, item }) => `${day} ${isDayStated} ${item.kind}`)).toEqual([
    '2026-03-05 true report',
    '2026-03-31 false commitment',
    '2026-06-05 true report',
    '2026-06-30 false commitment',
    '2026-09-05 true report',
    '2026-09-30 false commitment',
    '2026-11-15 true report',
    '2026-11-30 true report',
    '2026-12-05 true report',
    '2026-12-31 false commitment',
  ])
})
