import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { covers, dayNumber, workingDaysBetween } from '../../src/scoring/workingDays.ts'
import { aCalendar } from './rules/calendar.ts'

describe('a day', () => {
  test.each([
    ['1970-01-01', 0],
    ['1969-12-31', -1],
    ['2026-10-10', 20736], // 56 years × 365 + 14 leap days + 282 days
    ['2024-02-29', 19782],
  ])('%s is day %s since 1970', (date, number) => {
    expect(dayNumber(date)).toBe(number)
  })

  test.each(['2026-02-29', '2026-13-01', '2026-04-31', '2026-1-5', '01/05/2026', '', '2026-05-01T00:00'])(
    '"%s" is no date',
    text => {
      expect(() => dayNumber(text)).toThrow(/not a date/)
    },
  )
})

// May 2026 begins on a Friday; 30 April and 1 May are off.
describe('working days from a day (not counted) to a day (counted)', () => {
  test.each([
    ['2026-04-24', '2026-04-24', 0], // the same day
    ['2026-04-24', '2026-04-25', 0], // Friday to Saturday
    ['2026-04-24', '2026-04-26', 0], // to Sunday
    ['2026-04-24', '2026-04-27', 1], // to Monday
    ['2026-04-24', '2026-04-29', 3],
    ['2026-04-24', '2026-04-30', 3], // holiday
    ['2026-04-24', '2026-05-03', 3], // holidays and a weekend
    ['2026-04-24', '2026-05-04', 4],
    ['2026-04-24', '2026-05-05', 5],
    ['2026-04-29', '2026-05-04', 1], // six days, one of them worked
    ['2026-05-02', '2026-05-04', 1], // from a Saturday
    ['2026-05-05', '2026-04-24', 0], // done before it was asked for
  ])('%s to %s: %s', (from, to, days) => {
    expect(workingDaysBetween(from, to, aCalendar())).toBe(days)
  })

  // 31 August is off and Saturday 22 August is worked instead.
  test.each([
    ['2026-08-21', '2026-08-22', 1], // the Saturday counts
    ['2026-08-21', '2026-08-24', 2],
    ['2026-08-28', '2026-09-02', 0], // Saturday, Sunday, 31 August, 1 and 2 September
    ['2026-08-28', '2026-09-03', 1],
  ])('a day worked instead: %s to %s: %s', (from, to, days) => {
    expect(workingDaysBetween(from, to, aCalendar())).toBe(days)
  })

  test('a day listed as off and as worked is worked: the swap is the later word', () => {
    const calendar = aCalendar({ workedDays: ['2026-05-01'] })
    expect(workingDaysBetween('2026-04-29', '2026-05-01', calendar)).toBe(1)
  })

  test('a holiday on a weekend takes nothing more', () => {
    const calendar = aCalendar({ holidays: [{ date: '2026-05-02', name: 'Thứ bảy' }] })
    expect(workingDaysBetween('2026-04-30', '2026-05-04', calendar)).toBe(2) // Friday and Monday
  })
})

test.each([
  ['2026-01-01', '2026-12-31', true],
  ['2025-12-31', '2026-12-31', false],
  ['2026-01-01', '2027-01-01', false],
])('a calendar for 2026 covers %s to %s: %s', (from, to, covered) => {
  expect(covers(aCalendar(), from, to)).toBe(covered)
})

const day = fc.integer({ min: 0, max: 364 }).map(offset => isoDay(offset))

function isoDay(offset: number): string {
  return new Date(Date.UTC(2026, 0, 1 + offset)).toISOString().slice(0, 10)
}

describe('any two days of 2026', () => {
  const holidays = new Set(['2026-04-30', '2026-05-01', '2026-08-31', '2026-09-01', '2026-09-02'])
  const worked = new Set(['2026-08-22'])
  /** Straight from the calendar on the wall: every date written out and struck off. */
  const worksOn = (date: string) => {
    const weekday = new Date(`${date}T12:00:00Z`).getUTCDay()
    return worked.has(date) || (weekday !== 0 && weekday !== 6 && !holidays.has(date))
  }
  const year = Array.from({ length: 365 }, (_, offset) => isoDay(offset))

  test('as many as there are dates between them on which people worked', () => {
    fc.assert(
      fc.property(day, day, (from, to) => {
        const expected = year.filter(date => from < date && date <= to && worksOn(date)).length
        expect(workingDaysBetween(from, to, aCalendar())).toBe(expected)
      }),
      { numRuns: 1000, seed: 335 },
    )
  })

  test('two stretches that meet add up', () => {
    fc.assert(
      fc.property(day, day, day, (...days) => {
        const [from = '', middle = '', to = ''] = days.toSorted()
        const count = (a: string, b: string) => workingDaysBetween(a, b, aCalendar())
        expect(count(from, middle) + count(middle, to)).toBe(count(from, to))
      }),
      { numRuns: 1000, seed: 335 },
    )
  })
})
