import { describe, expect, test } from 'vitest'
import type { Deadline } from '../../../src/model/plan.ts'
import { endOfMonth, occurrencesBetween } from '../../../src/scoring/tasks/dueDays.ts'
import { dueOn } from '../../../src/scoring/tasks/dueOn.ts'

const since = '2023-07-11'
const quarterly: Extract<Deadline, { kind: 'quarterly' }> = {
  kind: 'quarterly',
  written: 'Định kỳ hàng quý (trước ngày 05 của tháng cuối quý)',
  on: ['03-05', '06-05', '09-05', '12-05'],
}

describe('a deadline that comes once', () => {
  test.each<[string, Deadline, { from: string | null; wanted: string; last: string }]>([
    [
      'day',
      { kind: 'date', written: 'x', by: '2020-07-30' },
      { from: null, wanted: '2020-07-30', last: '2020-07-30' },
    ],
    [
      'month',
      { kind: 'month', written: 'x', by: '2020-06-30' },
      { from: null, wanted: '2020-06-30', last: '2020-06-30' },
    ],
    [
      'quarters',
      { kind: 'quarter', written: 'x', from: '2021-01-01', by: '2021-06-30' },
      { from: '2021-01-01', wanted: '2021-06-30', last: '2021-06-30' },
    ],
    [
      'year',
      { kind: 'year', written: 'x', by: '2021-12-31' },
      { from: null, wanted: '2021-12-31', last: '2021-12-31' },
    ],
    [
      'range',
      { kind: 'range', written: 'x', from: '2021-01-01', by: '2025-12-31' },
      { from: '2021-01-01', wanted: '2025-12-31', last: '2025-12-31' },
    ],
    [
      'wanted and last day',
      { kind: 'month', written: '12/2022, chậm nhất 03/2023', by: '2022-12-31', latest: '2023-03-31' },
      { from: null, wanted: '2022-12-31', last: '2023-03-31' },
    ],
  ])('%s', (_, deadline, expected) => {
    expect(dueOn(deadline, '2026-11-21', since)).toEqual({ kind: 'once', ...expected })
  })
})

describe('a deadline that comes back', () => {
  const stated = (day: string) => ({ day, isStated: true })
  test.each([
    ['2026-09-04', '2026-06-05', '2026-09-05'],
    // The due day itself has not passed: until midnight it is the next.
    ['2026-09-05', '2026-06-05', '2026-09-05'],
    ['2026-09-06', '2026-09-05', '2026-12-05'],
    ['2026-12-31', '2026-12-05', '2027-03-05'],
    ['2027-01-01', '2026-12-05', '2027-03-05'],
    ['2027-03-05', '2026-12-05', '2027-03-05'],
  ])('on %s the last that passed is %s and the next is %s', (on, passed, next) => {
    expect(dueOn(quarterly, on, since)).toEqual({
      kind: 'recurring',
      passed: stated(passed),
      next: stated(next),
    })
  })

  test('nothing is due before the document was issued, 11 July 2023', () => {
    expect(dueOn(quarterly, '2023-09-05', since)).toMatchObject({ passed: null, next: stated('2023-09-05') })
    expect(dueOn(quarterly, '2023-09-06', since)).toMatchObject({ passed: stated('2023-09-05') })
    expect(dueOn(quarterly, '2020-01-01', since)).toMatchObject({ passed: null, next: stated('2023-09-05') })
  })

  test('every year on a day', () => {
    const yearly: Deadline = { kind: 'yearly', written: 'trước ngày 15/11 hàng năm', on: ['11-15'] }
    expect(dueOn(yearly, '2026-11-15', '2020-01-01')).toMatchObject({
      passed: stated('2025-11-15'),
      next: stated('2026-11-15'),
    })
    expect(dueOn(yearly, '2026-11-16', '2020-01-01')).toMatchObject({
      passed: stated('2026-11-15'),
      next: stated('2027-11-15'),
    })
  })

  test('where no day is named the period ends on its last day, and it says so', () => {
    const ends = (day: string) => ({ day, isStated: false })
    expect(dueOn({ kind: 'yearly', written: 'Hàng năm' }, '2026-12-31', '2021-03-12')).toMatchObject({
      passed: ends('2025-12-31'),
      next: ends('2026-12-31'),
    })
    expect(dueOn({ kind: 'quarterly', written: 'Hàng quý' }, '2026-07-01', since)).toMatchObject({
      passed: ends('2026-06-30'),
      next: ends('2026-09-30'),
    })
    expect(dueOn({ kind: 'monthly', written: 'Hàng tháng' }, '2024-03-01', since)).toMatchObject({
      passed: ends('2024-02-29'),
      next: ends('2024-03-31'),
    })
  })

  test('29 February falls on the 28th in other years', () => {
    const leap = { kind: 'yearly', written: 'x', on: ['02-29'] } as const
    expect(occurrencesBetween(leap, '2023-01-01', '2024-12-31').map(({ day }) => day)).toEqual([
      '2023-02-28',
      '2024-02-29',
    ])
  })
})

test('continuous, after an event, and no deadline at all', () => {
  expect(dueOn({ kind: 'continuous', written: 'Thường xuyên' }, '2026-11-21', since)).toEqual({
    kind: 'continuous',
  })
  expect(
    dueOn({ kind: 'event', written: 'Sau khi có hướng dẫn', after: 'hướng dẫn' }, '2026-11-21', since),
  ).toEqual({ kind: 'afterEvent', after: 'hướng dẫn', taskId: null })
  expect(
    dueOn({ kind: 'event', written: 'x', after: 'nhiệm vụ 7', taskId: 'nv-7' }, '2026-11-21', since),
  ).toMatchObject({ taskId: 'nv-7' })
  expect(dueOn(undefined, '2026-11-21', since)).toEqual({ kind: 'none' })
})

test.each([
  [2023, 2, '2023-02-28'],
  [2024, 2, '2024-02-29'],
  [2100, 2, '2100-02-28'],
  [2020, 6, '2020-06-30'],
  [2020, 12, '2020-12-31'],
])('month %s/%s ends on %s', (year, month, day) => {
  expect(endOfMonth(year, month)).toBe(day)
})
