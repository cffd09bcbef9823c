import { describe, expect, test } from 'vitest'
import type { Calendar } from '../../../src/model/ruleSet.ts'
import type { LatenessRule } from '../../../src/model/rules.ts'
import { plainRules, quarter } from './everyKind.ts'
import { linted, lintedRule } from './findings.ts'

describe('a rule that counts working days', () => {
  const late = (parts: Partial<LatenessRule>) =>
    lintedRule({ ...plainRules.lateness, ...parts }, { calendars: [quarter] })

  test('names a calendar of the set', () => {
    expect(late({ calendar: 'lich' })).toEqual([])
    expect(late({ calendar: 'khac' })).toEqual(['error .calendar unknown-calendar'])
    expect(lintedRule(plainRules.lateness)).toEqual(['error .calendar unknown-calendar'])
  })

  test('counts from a day inside it', () => {
    for (const date of ['2026-04-01', '2026-06-30']) expect(late({ since: { date } })).toEqual([])
    for (const date of ['2026-03-31', '2026-07-01'])
      expect(late({ since: { date } })).toEqual(['error .since.date outside-calendar'])
  })
})

describe('a calendar', () => {
  const calendar = (parts: Partial<Calendar>) => linted({ calendars: [{ ...quarter, ...parts }] })
  const holiday = (date: string) => ({ holidays: [{ date, name: 'Nghỉ' }], workedDays: [] })

  test('ends no earlier than it begins', () => {
    const day = { from: '2026-04-30', to: '2026-04-30' }
    expect(calendar({ ...day, ...holiday('2026-04-30') })).toEqual([])
    expect(calendar({ from: '2026-07-01' })).toEqual(['error calendars[0].to dates-reversed'])
  })

  test('lists days of its own span', () => {
    for (const date of ['2026-04-01', '2026-06-30']) expect(calendar(holiday(date))).toEqual([])
    for (const date of ['2026-03-31', '2026-07-01']) {
      expect(calendar(holiday(date))).toEqual(['error calendars[0].holidays[0].date outside-calendar'])
      expect(calendar({ holidays: [], workedDays: [date] })).toEqual([
        'error calendars[0].workedDays[0] outside-calendar',
      ])
    }
  })

  test('lists a day once', () => {
    const twice = { ...holiday('2026-04-30'), workedDays: ['2026-05-09', '2026-05-09'] }
    expect(calendar(twice)).toEqual(['warning calendars[0].workedDays[1] duplicate-day'])
  })

  test('does not call a day off and worked', () => {
    expect(calendar({ ...holiday('2026-04-30'), workedDays: ['2026-04-29'] })).toEqual([])
    expect(calendar({ ...holiday('2026-04-30'), workedDays: ['2026-04-30'] })).toEqual([
      'error calendars[0].workedDays[0] worked-holiday',
    ])
  })
})
