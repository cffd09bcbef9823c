import { describe, expect, test } from 'vitest'
import type { LedgerAct, LedgerEntry, ReviewRound, TaskState } from '../../../src/model/review.ts'
import { foldLedger } from '../../../src/scoring/review/foldLedger.ts'
import { readBook } from '../../../src/state/tasks/taskBooks.ts'
import { matterId, readMatterId } from '../../../src/state/tasks/tasksView.ts'

const round: ReviewRound = {
  format: 1,
  id: 'so',
  name: null,
  ruleSet: { id: 'bo', version: '1', sha256: '0'.repeat(64) },
  period: '2026',
  groups: [],
  createdAt: '2026-01-01T00:00:00.000Z',
  provenance: { certainty: 'stated', source: null },
}

const line = (pen: string, seq: number, clock: number, act: LedgerAct): LedgerEntry => ({
  id: `${pen}-${seq}`,
  pen,
  seq,
  previous: null,
  clock,
  by: pen,
  at: '2026-11-20T02:00:00.000Z',
  act,
})
const says = (state: TaskState, on: string, over: readonly string[] = [], taskId = 'nv-1'): LedgerAct => ({
  kind: 'taskState',
  planId: 'kh',
  taskId,
  state,
  on,
  note: null,
  over,
})

const read = (entries: readonly LedgerEntry[], on = '2026-11-21', taskId = 'nv-1') =>
  readBook({ taskStates: foldLedger(round, entries).taskStates, entries }, 'kh', on)(taskId)

test('what was written last stands, and the lines before it are its history', () => {
  const book = read([
    line('a', 1, 1, says('doing', '2026-10-01')),
    line('a', 2, 2, says('done', '2026-11-01', ['a-1'])),
  ])
  expect(book.reports).toEqual([{ occurrence: null, state: 'done', on: '2026-11-01' }])
  expect(book.history.map(({ act }) => act.state)).toEqual(['doing', 'done'])
  expect(book.headsOf(null)).toEqual(['a-2'])
  expect(book.conflicts).toEqual([])
})

describe('read as of a day', () => {
  const entries = [
    line('a', 1, 1, says('doing', '2026-10-01')),
    line('a', 2, 2, says('done', '2026-11-01', ['a-1'])),
  ]
  test.each([
    ['2026-09-30', []],
    ['2026-10-01', ['doing']],
    ['2026-10-31', ['doing']],
    ['2026-11-01', ['done']],
  ])('%s: %j', (on, states) => {
    expect(read(entries, on).reports.map(({ state }) => state)).toEqual(states)
  })
})

describe('two machines that did not know of each other', () => {
  const first = line('a', 1, 1, says('doing', '2026-10-01'))
  test('say different things: nothing is reported until somebody chooses', () => {
    const torn = [first, line('b', 1, 1, says('done', '2026-10-02'))]
    expect(read(torn)).toMatchObject({ reports: [], conflicts: [{ id: 'a-1' }, { id: 'b-1' }] })
    expect(read(torn).headsOf(null)).toEqual(['a-1', 'b-1'])
    const chosen = [...torn, line('a', 2, 2, says('done', '2026-10-02', ['a-1', 'b-1']))]
    expect(read(chosen)).toMatchObject({ reports: [{ state: 'done' }], conflicts: [] })
  })
})

test('a line taken back gives way to the one before it; taken back in its turn it stands again', () => {
  const entries = [
    line('a', 1, 1, says('doing', '2026-10-01')),
    line('a', 2, 2, says('done', '2026-11-01', ['a-1'])),
    line('a', 3, 3, { kind: 'withdraw', entryId: 'a-2', reason: null }),
  ]
  const withdrawn = read(entries)
  expect(withdrawn.history.map(({ isWithdrawn }) => isWithdrawn)).toEqual([false, true])
  expect(withdrawn.reports.map(({ state }) => state)).not.toContain('done')
  const again = read([...entries, line('a', 4, 4, { kind: 'withdraw', entryId: 'a-3', reason: null })])
  expect(again.reports.map(({ state }) => state)).toEqual(['done'])
  expect(again.history.map(({ isWithdrawn }) => isWithdrawn)).toEqual([false, false])
})

test('an occurrence is a matter of its own, and a remedial task is not one of a plan', () => {
  const entries = [
    line('a', 1, 1, says('done', '2026-09-04', [], matterId('bao-cao', '2026-09-05'))),
    line('a', 2, 2, {
      kind: 'taskState',
      planId: null,
      taskId: 'bao-cao',
      state: 'done',
      on: '2026-09-04',
      note: null,
      over: [],
    }),
  ]
  expect(read(entries, '2026-11-21', 'bao-cao')).toMatchObject({
    reports: [{ occurrence: '2026-09-05', state: 'done' }],
  })
  expect(read(entries, '2026-11-21', 'bao-cao').headsOf('2026-12-05')).toEqual([])
})

test.each(['nv-1', '__proto__', 'constructor', 'a@b', 'x@2026-1-1'])('%s is a task id like any other', id => {
  expect(readMatterId(matterId(id, null))).toEqual({ taskId: id, occurrence: null })
  expect(readMatterId(matterId(id, '2026-09-05'))).toEqual({ taskId: id, occurrence: '2026-09-05' })
  expect(read([line('a', 1, 1, says('done', '2026-09-04', [], id))], '2026-11-21', id).reports).toHaveLength(
    1,
  )
})
