import { describe, expect, test } from 'vitest'
import type { LedgerEntry } from '../../../src/model/review.ts'
import { foldLedger } from '../../../src/scoring/review/foldLedger.ts'
import {
  agencyIn,
  agree,
  aPen,
  aRound,
  correction,
  figures,
  itemIn,
  points,
  sha,
  standingAt,
} from './ledgerBuilders.ts'

const round = aRound()
const fold = (...entries: readonly LedgerEntry[]) => foldLedger(round, entries)

describe('what stands of a matter', () => {
  test('the order in which lines came together changes nothing', () => {
    const pen = aPen()
    const first = pen.decide('a', agree)
    pen.decide('a', points('2'), { over: [first.id] })
    pen.withdraw(first.id)
    pen.decide('b', agree)
    expect(fold(...pen.entries.toReversed())).toEqual(fold(...pen.entries))
  })

  test('a line that came twice counts once', () => {
    const pen = aPen()
    pen.decide('a', agree)
    expect(fold(...pen.entries, ...structuredClone(pen.entries))).toEqual(fold(...pen.entries))
  })

  test('of two lines under one id every machine takes the same', () => {
    const [one, other] = [aPen(), aPen()]
    const a = one.decide('a', points('1'))
    const b = other.decide('a', points('2'))
    expect(fold(a, b)).toEqual(fold(b, a))
  })

  test('a line replaces what its writer knew', () => {
    const pen = aPen()
    const first = pen.decide('a', agree)
    const second = pen.decide('a', points('2'), { over: [first.id] })
    expect(standingAt(fold(...pen.entries), 'a')).toBe(second.id)
  })

  test('a line replaces through one that was taken back', () => {
    const pen = aPen()
    const first = pen.decide('a', agree)
    const second = pen.decide('a', points('1'), { over: [first.id] })
    const third = pen.decide('a', points('2'), { over: [second.id] })
    pen.withdraw(second.id)
    expect(standingAt(fold(...pen.entries), 'a')).toBe(third.id)
  })

  test('undo brings back what stood before and appends instead of taking away', () => {
    const pen = aPen()
    const first = pen.decide('a', agree)
    const second = pen.decide('a', points('2'), { over: [first.id] })
    const undo = pen.withdraw(second.id)
    const state = fold(...pen.entries)
    expect(standingAt(state, 'a')).toBe(first.id)
    expect(state.notCounted).toEqual(new Map([[second.id, 'withdrawn']]))
    expect(itemIn(state, 'a').history).toEqual([first, second, undo])
  })

  test('an undo can be undone', () => {
    const pen = aPen()
    const line = pen.decide('a', points('2'))
    const undo = pen.withdraw(line.id)
    pen.withdraw(undo.id)
    expect(standingAt(fold(...pen.entries), 'a')).toBe(line.id)
  })

  test('taking a line back twice is taking it back once', () => {
    const pen = aPen()
    const line = pen.decide('a', points('2'))
    pen.withdraw(line.id)
    pen.withdraw(line.id)
    expect(standingAt(fold(...pen.entries), 'a')).toBe('none')
  })

  test('nobody takes back or replaces a line that was not there yet', () => {
    const pen = aPen()
    pen.withdraw('but-2')
    const line = pen.decide('a', points('2'))
    const other = aPen('but-khac')
    other.decide('b', agree, { over: ['but-khac-2'] })
    const later = other.decide('b', points('1'))
    const state = fold(...pen.entries, ...other.entries)
    expect(standingAt(state, 'a')).toBe(line.id)
    expect(standingAt(state, 'b')).toEqual(['but-khac-1', later.id])
  })
})

describe('conflicts', () => {
  const pair = () => {
    const [hoa, nam] = [aPen('hoa'), aPen('nam')]
    return { hoa, nam, lines: () => [...hoa.entries, ...nam.entries] }
  }

  test('two reviewers who did not know of each other count for neither', () => {
    const { hoa, nam, lines } = pair()
    const a = hoa.decide('a', points('1'))
    const b = nam.decide('a', points('2'))
    const state = fold(...lines())
    expect(standingAt(state, 'a')).toEqual([a.id, b.id])
    expect(state.conflicts).toEqual([
      { agencyId: 'so-mot', criterionId: 'a', stage: 'firstReview', about: 'decide', entries: [a, b] },
    ])
  })

  test('saying the same with other words or digits is no conflict', () => {
    const { hoa, nam, lines } = pair()
    hoa.decide('a', points('2'), { reason: 'Đủ hồ sơ' })
    const later = nam.decide('a', points('2.0'), { reason: 'Đã đối chiếu' })
    expect(standingAt(fold(...lines()), 'a')).toBe(later.id)
    expect(fold(...lines()).conflicts).toEqual([])
  })

  test('agreeing on other points is not the same agreement', () => {
    const { hoa, nam, lines } = pair()
    hoa.decide('a', agree, { from: '3', to: '3' })
    nam.decide('a', agree, { from: '2', to: '2' })
    expect(fold(...lines()).conflicts).toHaveLength(1)
  })

  test('a line over both settles it, and only over both', () => {
    const { hoa, nam, lines } = pair()
    const a = hoa.decide('a', points('1'))
    const b = nam.decide('a', points('2'))
    const half = hoa.decide('a', points('3'), { over: [a.id] })
    expect(standingAt(fold(...lines()), 'a')).toEqual([b.id, half.id])
    const whole = nam.decide('a', points('2'), { over: [b.id, half.id] })
    expect(standingAt(fold(...lines()), 'a')).toBe(whole.id)
  })

  test('taking one of the two back settles it', () => {
    const { hoa, nam, lines } = pair()
    const a = hoa.decide('a', points('1'))
    const b = nam.decide('a', points('2'))
    nam.withdraw(b.id, { clock: 9 })
    expect(standingAt(fold(...lines()), 'a')).toBe(a.id)
  })

  test('stages are matters of their own', () => {
    const { hoa, nam, lines } = pair()
    const a = hoa.decide('a', points('1'))
    const b = nam.decide('a', points('2'), { stage: 'secondReview' })
    const state = fold(...lines())
    expect([standingAt(state, 'a'), standingAt(state, 'a', 'secondReview')]).toEqual([a.id, b.id])
  })

  test('two figures: one figure corrected to two values at two criteria is a conflict', () => {
    const { hoa, nam, lines } = pair()
    const a = hoa.decide('a', figures(correction('done', '30', '20')))
    const b = nam.decide('b', figures(correction('done', '30', '25')))
    expect(fold(...lines()).conflicts).toEqual([
      { agencyId: 'so-mot', criterionId: 'a', stage: 'firstReview', about: 'decide', entries: [a, b] },
    ])
  })

  test('a second correction of a figure stands where its writer saw the first', () => {
    const { hoa, nam, lines } = pair()
    hoa.decide('a', figures(correction('done', '30', '20')))
    nam.decide('b', figures(correction('done', '20', '25')))
    expect(fold(...lines()).conflicts).toEqual([])
  })

  test('survey results, published results, remedies and task states conflict as well', () => {
    const { hoa, nam, lines } = pair()
    const given = (value: string) => ({ kind: 'points', points: value }) as const
    const writeAll = (pen: typeof hoa, value: string) => {
      pen.write({
        kind: 'survey',
        agencyId: 'so-mot',
        criterionId: 's',
        given: given(value),
        source: 'Báo cáo',
        over: [],
      })
      pen.write({
        kind: 'publish',
        agencyId: 'so-mot',
        total: value,
        points: [],
        rank: null,
        band: null,
        source: 'Quyết định',
        over: [],
      })
      pen.write({
        kind: 'taskState',
        planId: null,
        taskId: 'viec',
        state: value === '1' ? 'doing' : 'done',
        on: '2026-11-10',
        note: null,
        over: [],
      })
    }
    writeAll(hoa, '1')
    writeAll(nam, '2')
    const state = fold(...lines())
    expect(state.conflicts.map(each => each.about)).toEqual(['survey', 'publish', 'taskState'])
    expect(state.taskStates.get('round/viec')?.state).toBeNull()
  })
})

describe('everything else that stands in a round', () => {
  test('areas are as they were last assigned', () => {
    const pen = aPen()
    pen.write({ kind: 'assign', reviewer: 'Hoa', criterionIds: ['a'] })
    const last = pen.write({ kind: 'assign', reviewer: 'Hoa', criterionIds: ['b'] })
    expect(fold(...pen.entries).assigned.get('Hoa')).toEqual(['b'])
    pen.withdraw(last.id)
    expect(fold(...pen.entries).assigned.get('Hoa')).toEqual(['a'])
  })

  test('a task state is read by its plan; a remedy that was dropped is no task', () => {
    const pen = aPen()
    const state = { kind: 'taskState', taskId: 'viec', on: '2026-11-10', note: null, over: [] } as const
    pen.write({ ...state, planId: 'ke-hoach', state: 'doing' })
    pen.write({ kind: 'remedy', taskId: 'khac-phuc', task: null, over: [] })
    const { taskStates, remedies } = fold(...pen.entries)
    expect(taskStates.get('ke-hoach/viec')?.state).toBe('doing')
    expect(remedies.get('khac-phuc')).toMatchObject({ kind: 'settled', task: null })
  })

  test('a request knows its last answer, and the item every answer to it', () => {
    const pen = aPen()
    const ask = pen.decide('a', { kind: 'ask', question: 'Vì sao?' })
    const request = {
      id: 'phieu-1',
      roundId: round.id,
      ruleSet: round.ruleSet,
      agencyId: 'so-mot',
      period: '2026',
      by: 'Hoa',
      at: '2026-11-10T02:00:00.000Z',
      dueAt: null,
      questions: [{ entryId: ask.id, criterionId: 'a', question: 'Vì sao?', points: null }],
    }
    const sent = pen.write({ kind: 'request', request, fileName: 'phieu.zip', sha256: sha('p') })
    const answer = { criterionId: 'a', text: 'Do nhập nhầm', figures: [], claim: '2', evidence: [] }
    const written = { kind: 'answer', requestId: 'phieu-1', agencyId: 'so-mot', outside: [] } as const
    pen.write({ ...written, sha256: sha('1'), answers: [{ ...answer, claim: '1' }] })
    const last = pen.write({ ...written, sha256: sha('2'), answers: [answer] })
    const state = fold(...pen.entries)
    expect(agencyIn(state).requests).toEqual([{ entry: sent, request, answer: last }])
    expect(itemIn(state, 'a').answers.map(each => each.answer.claim)).toEqual(['1', '2'])
    expect(itemIn(state, 'a').history).toHaveLength(4)
  })

  test('an answer counts only where a request of that id and agency asks', () => {
    const pen = aPen()
    const asked = pen.request('phieu-1', ['a'])
    pen.request('phieu-1', ['b'], 'so-hai')
    const said = pen.answer('phieu-1', ['a', 'b'], '6')
    pen.answer('khong-co', ['a', 'c'], '6')
    const claims = (id: string, state = fold(...pen.entries)) =>
      itemIn(state, id).answers.map(each => each.entry.id)
    expect([claims('a'), claims('b'), claims('c')]).toEqual([[said.id], [], []])
    expect(itemIn(fold(...pen.entries), 'c').history).toHaveLength(1)
    expect(agencyIn(fold(...pen.entries), 'so-hai').requests.map(each => each.answer)).toEqual([null])
    // The answer came in before the request was merged: a set has no before.
    expect(claims('a', fold(...pen.entries.toReversed()))).toEqual([said.id])
    pen.withdraw(asked.id)
    expect(claims('a')).toEqual([])
  })

  test('a chain of six thousand undos is folded while nobody notices', () => {
    const pen = aPen()
    const line = pen.decide('a', agree)
    let last = line.id
    for (let index = 0; index < 6000; index += 1) last = pen.withdraw(last).id
    let best = Number.POSITIVE_INFINITY
    for (let run = 0; run < 10 && best >= 50; run += 1) {
      const start = performance.now()
      expect(standingAt(fold(...pen.entries), 'a')).toBe(line.id)
      best = Math.min(best, performance.now() - start)
    }
    expect(best).toBeLessThan(50)
    expect(itemIn(fold(...pen.entries), 'a').history).toHaveLength(6001)
  })

  test('ids that are words of the language do no harm', () => {
    const pen = aPen('__proto__')
    pen.decide('constructor', agree, { agencyId: '__proto__' })
    const state = fold(...pen.entries)
    expect(state.agencies.get('__proto__')?.items.get('constructor')?.firstReview.kind).toBe('settled')
    expect(state.agencies.get('so-mot')?.items.size).toBe(0)
  })

  test('ten thousand lines are folded while nobody notices', () => {
    const pen = aPen()
    const last = new Map<string, string>()
    for (let index = 0; index < 10_000; index += 1) {
      const [agencyId, id] = [`don-vi-${index % 140}`, `tieu-chi-${index % 23}`]
      const key = `${agencyId} ${id}`
      const over = last.has(key) ? [last.get(key) ?? ''] : []
      last.set(key, pen.decide(id, points(String(index % 5)), { agencyId, over }).id)
    }
    // The best of many: how busy the machine is otherwise says nothing of the ledger.
    let best = Number.POSITIVE_INFINITY
    for (let run = 0; run < 40 && best >= 50; run += 1) {
      const start = performance.now()
      fold(...pen.entries)
      best = Math.min(best, performance.now() - start)
    }
    expect(best).toBeLessThan(50)
  })
})
