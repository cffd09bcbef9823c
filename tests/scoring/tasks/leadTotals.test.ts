import { expect, test } from 'vitest'
import type { TaskState } from '../../../src/model/review.ts'
import type { TaskStanding } from '../../../src/model/taskStanding.ts'
import { leadTotals } from '../../../src/scoring/tasks/leadTotals.ts'

const standing = (kind: TaskStanding['kind'], reported: TaskState | null = null): TaskStanding => ({
  kind,
  day: null,
  due: null,
  isDayStated: true,
  days: null,
  occurrence: null,
  next: null,
  isPastWanted: false,
  reported,
})
const led = (leadIds: readonly string[], kind: TaskStanding['kind'], reported: TaskState | null = null) => ({
  lead: leadIds.length === 0 ? 'Các cơ quan báo chí' : 'như văn bản ghi',
  leadIds,
  standing: standing(kind, reported),
})

test('a task with several leads counts once for each and once in the total', () => {
  const { leads, total, shared } = leadTotals([
    led(['vp', 'so'], 'overdue'),
    led(['vp'], 'overdue', 'doing'),
    led(['so'], 'continuous'),
    led(['so'], 'unknownDay'),
    led(['vp'], 'noDeadline'),
    led(['vp'], 'done', 'done'),
    led(['so'], 'doneLate', 'done'),
    led(['so'], 'dueSoon'),
    led(['so'], 'notYet'),
    led(['so'], 'dropped', 'dropped'),
  ])
  const of = (id: string) => leads.find(({ leadId }) => leadId === id)?.counts
  // vp: 1, 2, 5, 6; so: 1, 3, 4, 7, 8, 9, 10
  expect(of('vp')).toEqual({
    total: 4,
    overdue: 2,
    unreported: 1,
    dueSoon: 0,
    notYet: 0,
    undated: 1,
    done: 1,
    doneLate: 0,
    dropped: 0,
  })
  expect(of('so')).toMatchObject({ total: 7, overdue: 1, unreported: 1, undated: 2, doneLate: 1, dropped: 1 })
  expect(total).toMatchObject({ total: 10, overdue: 2, unreported: 1, undated: 3, dueSoon: 1, notYet: 1 })
  expect(shared).toBe(1)
})

test('a lead named twice counts once; one outside the directory stands as written', () => {
  const { leads, total, shared } = leadTotals([led(['vp', 'vp'], 'overdue'), led([], 'overdue')])
  expect(leads).toHaveLength(2)
  expect(leads.map(({ leadId, lead, counts }) => [leadId, lead, counts.total])).toEqual([
    ['vp', null, 1],
    [null, 'Các cơ quan báo chí', 1],
  ])
  expect([total.total, shared]).toEqual([2, 0])
})

test.each(['__proto__', 'constructor'])('an agency called %s does no harm', id => {
  expect(leadTotals([led([id], 'overdue')]).leads).toMatchObject([{ leadId: id, counts: { overdue: 1 } }])
})
