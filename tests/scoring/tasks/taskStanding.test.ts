import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Deadline } from '../../../src/model/plan.ts'
import type { TaskReport } from '../../../src/model/taskStanding.ts'
import { occurrenceStanding, taskStanding } from '../../../src/scoring/tasks/taskStanding.ts'

const june: Deadline = { kind: 'month', written: 'Trong tháng 6/2020', by: '2020-06-30' }
const wished: Deadline = {
  kind: 'month',
  written: '12/2022, chậm nhất 03/2023',
  by: '2022-12-31',
  latest: '2023-03-31',
}
const quarterly: Deadline = {
  kind: 'quarterly',
  written: 'x',
  on: ['03-05', '06-05', '09-05', '12-05'],
}
const report = (state: TaskReport['state'], on: string, occurrence: string | null = null): TaskReport => ({
  state,
  on,
  occurrence,
})
const at = (deadline: Deadline | undefined, on: string, ...reports: readonly TaskReport[]) =>
  taskStanding({ deadline }, reports, on, '2020-01-01')

describe('from both sides of midnight', () => {
  test.each([
    ['2020-05-30', 'notYet', 31],
    ['2020-05-31', 'dueSoon', 30],
    ['2020-06-29', 'dueSoon', 1],
    ['2020-06-30', 'dueSoon', 0], // the due day counts
    ['2020-07-01', 'overdue', 1],
    ['2021-06-30', 'overdue', 365],
  ])('due on 30 June 2020, on %s it is %s (%s days)', (on, kind, days) => {
    expect(at(june, on)).toMatchObject({ kind, days, due: '2020-06-30', day: '2020-06-30' })
  })
})

describe('a wanted and a last day', () => {
  test.each([
    ['2022-12-31', 'dueSoon', '2022-12-31', 0, false],
    ['2023-01-01', 'notYet', '2023-03-31', 89, true], // 30 + 28 + 31 days
    ['2023-03-01', 'dueSoon', '2023-03-31', 30, true],
    ['2023-03-31', 'dueSoon', '2023-03-31', 0, true],
    ['2023-04-01', 'overdue', '2023-03-31', 1, false],
  ])('on %s: %s by %s, %s days', (on, kind, day, days, isPastWanted) => {
    expect(at(wished, on)).toMatchObject({ kind, day, days, isPastWanted, due: '2023-03-31' })
  })

  test.each([
    ['2022-12-31', 'done', false],
    ['2023-01-01', 'done', true],
    ['2023-03-31', 'done', true],
    ['2023-04-01', 'doneLate', false],
  ])('done on %s is %s', (on, kind, isPastWanted) => {
    expect(at(wished, '2026-11-21', report('done', on))).toMatchObject({ kind, day: on, isPastWanted })
  })
})

describe('what was reported', () => {
  test('nobody reported: overdue and not said to be undone', () => {
    expect(at(june, '2026-11-21')).toMatchObject({ kind: 'overdue', reported: null })
  })
  test('reported as under way: overdue all the same, and said', () => {
    expect(at(june, '2026-11-21', report('doing', '2020-07-02'))).toMatchObject({
      kind: 'overdue',
      reported: 'doing',
    })
  })
  test.each([
    ['2020-06-30', 'done', 0],
    ['2020-07-01', 'doneLate', 1],
    ['2020-07-15', 'doneLate', 15],
  ])('done on %s is %s by %s days', (on, kind, days) => {
    expect(at(june, '2026-11-21', report('done', on))).toMatchObject({ kind, days, due: '2020-06-30' })
  })
  test('a report of a later day is not heard yet', () => {
    const done = report('done', '2020-07-15')
    expect(at(june, '2020-07-14', done)).toMatchObject({ kind: 'overdue', days: 14, reported: null })
    expect(at(june, '2020-07-15', done)).toMatchObject({ kind: 'doneLate' })
  })
  test('dropped stays dropped', () => {
    expect(at(june, '2026-11-21', report('dropped', '2020-06-01'))).toMatchObject({
      kind: 'dropped',
      day: '2020-06-01',
    })
  })
})

describe('without a due day', () => {
  test.each<[Deadline | undefined, string]>([
    [{ kind: 'continuous', written: 'Thường xuyên' }, 'continuous'],
    [{ kind: 'event', written: 'x', after: 'hướng dẫn' }, 'unknownDay'],
    [undefined, 'noDeadline'],
  ])('%j is %s however late it gets, and can be done', (deadline, kind) => {
    expect(at(deadline, '2099-12-31')).toMatchObject({ kind, due: null, days: null })
    expect(at(deadline, '2099-12-31', report('doing', '2026-01-01'))).toMatchObject({
      kind,
      reported: 'doing',
    })
    expect(at(deadline, '2099-12-31', report('done', '2026-01-01'))).toMatchObject({
      kind: 'done',
      day: '2026-01-01',
      due: null,
    })
  })
})

describe('a recurring task', () => {
  test('stands at the last due day that passed while nobody reported on it', () => {
    expect(at(quarterly, '2026-11-21')).toMatchObject({
      kind: 'overdue',
      occurrence: '2026-09-05',
      days: 77, // 25 + 31 + 21
      next: '2026-12-05',
      reported: null,
    })
  })
  test('is done for one due day only', () => {
    const september = report('done', '2026-09-04', '2026-09-05')
    expect(at(quarterly, '2026-11-21', september)).toMatchObject({
      kind: 'dueSoon',
      occurrence: '2026-12-05',
      days: 14,
    })
    // From the day after the next one nobody reported on that.
    expect(at(quarterly, '2026-12-05', september)).toMatchObject({ kind: 'dueSoon', days: 0 })
    expect(at(quarterly, '2026-12-06', september)).toMatchObject({
      kind: 'overdue',
      occurrence: '2026-12-05',
      days: 1,
    })
  })
  test('an occurrence may be done early, or late', () => {
    const both = [report('done', '2026-09-09', '2026-09-05'), report('done', '2026-11-20', '2026-12-05')]
    expect(at(quarterly, '2026-11-21', ...both)).toMatchObject({ kind: 'done', occurrence: '2026-12-05' })
    expect(occurrenceStanding({ day: '2026-09-05', isStated: true }, both, '2026-11-21')).toMatchObject({
      kind: 'doneLate',
      days: 4,
    })
  })
  test('a report on the whole task does not do an occurrence, but drops it', () => {
    expect(at(quarterly, '2026-11-21', report('done', '2026-11-01'))).toMatchObject({ kind: 'overdue' })
    expect(at(quarterly, '2026-11-21', report('dropped', '2026-11-01'))).toMatchObject({ kind: 'dropped' })
  })
})

test('time alone never undoes being overdue, and never makes something done', () => {
  const day = fc
    .integer({ min: 0, max: 4000 })
    .map(days => new Date(Date.UTC(2019, 0, 1) + days * 86_400_000).toISOString().slice(0, 10))
  fc.assert(
    fc.property(day, day, day, (by, a, b) => {
      const [earlier, later] = a < b ? [a, b] : [b, a]
      const deadline: Deadline = { kind: 'date', written: 'x', by }
      const [first, second] = [at(deadline, earlier), at(deadline, later)]
      if (first.kind === 'overdue') expect(second.kind).toBe('overdue')
      expect(['overdue', 'dueSoon', 'notYet']).toContain(second.kind)
      expect(second.kind === 'overdue').toBe(later > by)
    }),
  )
})
