import { describe, expect, test } from 'vitest'
import type { Calendar } from '../../../src/model/ruleSet.ts'
import { lastDayOf, paceTo } from '../../../src/scoring/actions/paceTo.ts'
import { scoreTargets } from '../../../src/scoring/scorePlan.ts'
import { aPlan, aRuleSet, aSubmission, aTarget, score, stated } from '../builders.ts'

const calendar: Calendar = {
  id: 'lich',
  name: 'Lịch',
  from: '2026-01-01',
  to: '2026-12-31',
  holidays: [{ date: '2026-12-25', name: 'Nghỉ' }],
  workedDays: [],
  provenance: stated,
}

test('a period ends on its last day', () => {
  expect(['2026-10-10', '2026-02', '2024-02', '2026-12', '2026-Q1', '2026', 'sớm'].map(lastDayOf)).toEqual([
    '2026-10-10',
    '2026-02-28',
    '2024-02-29',
    '2026-12-31',
    '2026-03-31',
    '2026-12-31',
    null,
  ])
})

describe('pace', () => {
  test('by the working day and the month, rounded up', () => {
    // December 2026: 23 weekdays less the 25th = 22; 100 ÷ 22 = 4.54… → 5; one whole month.
    expect(paceTo('100', '2026-11', '2026-12-31', [calendar])).toEqual({
      kind: 'open',
      by: '2026-12-31',
      workingDays: 22,
      perWorkingDay: '5',
      months: 1,
      perMonth: '100',
      days: 31,
    })
  })

  test('exactly as many as fit are not rounded past', () => {
    expect(paceTo('44', '2026-11', '2026-12-31', [calendar])).toMatchObject({ perWorkingDay: '2' })
    expect(paceTo('45', '2026-11', '2026-12-31', [calendar])).toMatchObject({ perWorkingDay: '3' })
  })

  test('only by the month where no calendar knows every day', () => {
    // 10 October to 31 December: October’s rest, and two whole months.
    expect(paceTo('101', '2026-10-10', '2026-12-31', [{ ...calendar, to: '2026-12-30' }])).toMatchObject({
      perWorkingDay: null,
      months: 2,
      perMonth: '51',
      days: 82,
    })
  })

  test.each([
    ['2026-12-31', '2026-12-31', 'past'], // the day itself is part of the data
    ['2026-12-30', '2026-12-31', 'open'],
    ['2027', '2026-12-31', 'past'],
  ])('data of %s for %s is %s', (period, by, kind) => {
    expect(paceTo('1', period, by, [])?.kind).toBe(kind)
  })

  test('less than a month left has no month to spread over', () => {
    expect(paceTo('9', '2026-12-02', '2026-12-31', [])).toMatchObject({
      months: null,
      perMonth: null,
      days: 29,
    })
  })
})

describe('of a plan’s target', () => {
  const answer = (figures: Record<string, string>, by: string | null) => {
    const ruleSet = aRuleSet({ calendars: [calendar] })
    const submission = aSubmission({ period: '2026-11', figures })
    const plan = aPlan({ targets: [aTarget({ by })] })
    return scoreTargets(plan, ruleSet, score(ruleSet, submission), submission)[0]
  }

  test('where it has a day and its counts are known', () => {
    // Half of 400 is 200: 100 more.
    expect(answer({ done: '100', all: '400' }, '2026-12-31')).toMatchObject({
      count: '100',
      pace: { perWorkingDay: '5' },
    })
  })

  test('not once reached, and not without a day', () => {
    expect(answer({ done: '200', all: '400' }, '2026-12-31')?.pace).toBeUndefined()
    expect(answer({ done: '100', all: '400' }, null)?.pace).toBeUndefined()
  })
})
