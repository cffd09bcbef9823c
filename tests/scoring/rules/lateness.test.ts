import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { LatenessRule } from '../../../src/model/rules.ts'
import { latenessKind } from '../../../src/scoring/rules/lateness.ts'
import { workingDaysBetween } from '../../../src/scoring/workingDays.ts'
import { aCalendar } from './calendar.ts'
import { boundsOf, expectSound, runs, spelled } from './kindProperties.ts'
import { explainedOf, type KindScene, leafOf, resultOf, stepsOf, takenOf } from './kindScenes.ts'
import type { Figures } from './leafScenes.ts'

/** QĐ 766, 1.2: published within 5 working days in a province: 2 points, 1 up to five days late, else none. */
const published: LatenessRule = {
  kind: 'lateness',
  since: { metric: 'issued' },
  done: 'published',
  allowedDays: 5,
  calendar: 'lich-thu',
  bands: [
    { from: '0', to: '1', points: '2' },
    { from: '1', to: '5', toInclusive: true, points: '1' },
  ],
  otherwise: '0',
}

const scene = (figures: Figures, parts: Partial<LatenessRule> = {}, calendar = aCalendar()): KindScene => ({
  rule: { ...published, ...parts },
  figures,
  ruleSet: { calendars: [calendar] },
})

describe('QĐ 766, 1.2: issued on Friday 24 April, holidays on 30 April and 1 May', () => {
  // worked: 27, 28, 29 April, 4 and 5 May = 5 days; 6 May is the first late one
  test.each([
    ['2026-04-24', '2'], // the same day
    ['2026-04-20', '2'], // before it was issued
    ['2026-05-04', '2'],
    ['2026-05-05', '2'],
    ['2026-05-06', '1'], // 6 − 5 = 1
    ['2026-05-12', '1'], // 10 − 5 = 5
    ['2026-05-13', '0'], // 11 − 5 = 6
    ['2026-12-31', '0'],
  ])('published on %s earns %s', (date, points) => {
    expect(resultOf(scene({ issued: '2026-04-24', published: date }))).toBe(points)
  })

  test('the receipt counts the days and takes the band', () => {
    const late = scene({ issued: '2026-04-24', published: '2026-05-06' })
    expect(stepsOf(late)).toEqual(['daysLate: 6 − 5 = 1', 'points: 1 → 1'])
    expect(takenOf(late)).toEqual([false, true, false])
    expect(explainedOf(late)).toMatchObject({ kind: 'lateness', empty: null, cap: null, points: '1' })
    expect(explainedOf(late).branches.map(branch => branch.when)).toMatchObject([
      { kind: 'range', of: 'daysLate', from: '0', fromInclusive: true, to: '1', toInclusive: false },
      { kind: 'range', of: 'daysLate', from: '1', fromInclusive: true, to: '5', toInclusive: true },
      { kind: 'otherwise' },
    ])
  })

  test('days left over are not days late: the step says so and the points are not limited', () => {
    const early = scene({ issued: '2026-04-24', published: '2026-04-28' })
    expect(stepsOf(early)).toEqual(['daysLate: max(0, 2 − 5) = 0', 'points: 0 → 2'])
    expect(explainedOf(early).cap).toBeNull()
    expect(takenOf(early)).toEqual([true, false, false])
    expect(takenOf(scene({ issued: '2026-04-24', published: '2026-06-30' }))).toEqual([false, false, true])
  })
})

test('a deadline that is one day for everybody', () => {
  const due = (date: string) => scene({ published: date }, { since: { date: '2026-03-05' }, allowedDays: 0 }) // Thursday
  expect(resultOf(due('2026-03-05'))).toBe('2')
  expect(resultOf(due('2026-03-06'))).toBe('1')
  expect(resultOf(due('2026-03-07'))).toBe('1') // Saturday is not a second day late
  expect(resultOf(due('2026-03-12'))).toBe('1') // 5 days
  expect(resultOf(due('2026-03-13'))).toBe('0')
})

describe('dates the calendar does not know', () => {
  test.each([
    [{ issued: '2025-12-31', published: '2026-01-05' }],
    [{ issued: '2026-12-30', published: '2027-01-04' }],
  ])('%o stay open: nobody said which of those days were worked', figures => {
    expect(leafOf(scene(figures)).outcome).toEqual({
      kind: 'missing',
      metricIds: [],
      range: { from: '0', to: '2' },
    })
    expect(explainedOf(scene(figures))).toMatchObject({ empty: { because: 'undefined', policy: 'missing' } })
  })

  test('but something done no later than the day it was counted from took no day at all', () => {
    expect(resultOf(scene({ issued: '2027-02-01', published: '2027-01-20' }))).toBe('2')
    expect(resultOf(scene({ issued: '2025-02-01', published: '2025-02-01' }))).toBe('2')
  })

  test('a rule set without the calendar stops the scoring', () => {
    const figures = { issued: '2026-04-24', published: '2026-05-06' }
    expect(() => leafOf(scene(figures, {}, aCalendar({ id: 'khac' })))).toThrow(/no calendar "lich-thu"/)
  })
})

describe('a date that is not there', () => {
  test.each([
    [{ issued: 'missing', published: '2026-05-06' }, ['issued']],
    [{ issued: '2026-04-24', published: 'missing' }, ['published']],
    [{ issued: '2026-04-24', published: 'withheld' }, ['published']],
    [{}, ['issued', 'published']],
  ])('%o: missing %j, and any band may still come', (figures, metricIds) => {
    expect(leafOf(scene(figures)).outcome).toEqual({
      kind: 'missing',
      metricIds,
      range: { from: '0', to: '2' },
    })
    expect(takenOf(scene(figures))).toEqual([false, false, false])
    expect(stepsOf(scene(figures))).toEqual([])
  })

  test('nothing to publish: the leaf does not apply', () => {
    expect(resultOf(scene({ issued: 'notApplicable', published: 'missing' }))).toBe('notApplicable')
  })

  test('by the leaf’s own policy', () => {
    const figures = { issued: '2026-04-24', published: 'missing' }
    expect(resultOf({ ...scene(figures), leaf: { states: { missing: 'zero' } } })).toBe('0')
    expect(resultOf({ ...scene(figures), leaf: { states: { missing: 'full' } } })).toBe('2')
  })
})

test('figures, bounds and trend', () => {
  expect(latenessKind.figures(published)).toEqual([
    { metricId: 'issued', path: 'since.metric', wants: 'date' },
    { metricId: 'published', path: 'done', wants: 'date' },
  ])
  expect(latenessKind.figures({ ...published, since: { date: '2026-03-05' } })).toEqual([
    { metricId: 'published', path: 'done', wants: 'date' },
  ])
  expect(boundsOf(scene({}))).toEqual({ least: '0', most: '2' })
  // A later day of issue leaves more time, a later day of publication less.
  expect(latenessKind.trend(published, 'issued')).toBe('rising')
  expect(latenessKind.trend(published, 'published')).toBe('falling')
})

describe('any two dates of 2026', () => {
  const day = fc
    .integer({ min: 0, max: 363 })
    .map(offset => new Date(Date.UTC(2026, 0, 1 + offset)).toISOString().slice(0, 10))
  const next = (date: string) => new Date(Date.parse(date) + 86_400_000).toISOString().slice(0, 10)
  const drawn = fc.record({ issued: day, published: day, allowedDays: fc.integer({ min: 0, max: 20 }) })

  test('2 points in time, 1 up to five days late, none after', () => {
    fc.assert(
      fc.property(drawn, ({ allowedDays, ...figures }) => {
        const worked = workingDaysBetween(figures.issued, figures.published, aCalendar())
        const points = worked <= allowedDays ? '2' : worked <= allowedDays + 5 ? '1' : '0'
        expect(spelled(scene(figures, { allowedDays }))).toBe(points)
      }),
      runs,
    )
  })

  test('points stay in their bounds and follow the trend of both dates', () => {
    fc.assert(
      fc.property(drawn, ({ allowedDays, ...figures }) => {
        const drawnScene = scene(figures, { allowedDays })
        expectSound(drawnScene, { issued: next(figures.issued), published: next(figures.published) })
      }),
      runs,
    )
  })
})
