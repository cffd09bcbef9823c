import { describe, expect, test } from 'vitest'
import type { LedgerEntry } from '../../../src/model/review.ts'
import { foldLedger } from '../../../src/scoring/review/foldLedger.ts'
import { agree, aPen, aRound, itemIn, points, standingAt } from './ledgerBuilders.ts'

const fold = (...entries: readonly LedgerEntry[]) => foldLedger(aRound(), entries)
/** 17:00 in Hà Nội is 10:00 in Greenwich. */
const deadline = '2026-11-25T17:00:00+07:00'

describe('a deadline', () => {
  test.each([
    ['the very instant of it', '2026-11-25T10:00:00.000Z', true],
    ['a millisecond later', '2026-11-25T10:00:00.001Z', false],
    ['the same instant written in another zone', '2026-11-25T12:00:00+02:00', true],
    ['the same clock in another zone, an hour later', '2026-11-25T17:00:00+06:00', false],
  ])('counts a decision made at %s by the instant, not by the text', (_, at, counts) => {
    const pen = aPen()
    pen.deadline('firstReview', deadline)
    const line = pen.decide('a', agree, {}, { at })
    const state = fold(...pen.entries)
    expect(standingAt(state, 'a')).toBe(counts ? line.id : 'none')
    expect(state.notCounted.get(line.id)).toBe(counts ? undefined : 'afterDeadline')
    expect(itemIn(state, 'a').history).toEqual([line])
  })

  test('closes its own stage only', () => {
    const pen = aPen()
    pen.deadline('firstReview', deadline)
    pen.deadline('explanation', '2026-11-01T17:00:00+07:00')
    const late = { at: '2026-11-26T02:00:00.000Z' }
    const first = pen.decide('a', agree, {}, late)
    const second = pen.decide('a', points('1'), { stage: 'secondReview' }, late)
    const state = fold(...pen.entries)
    expect([...state.notCounted]).toEqual([[first.id, 'afterDeadline']])
    expect(standingAt(state, 'a', 'secondReview')).toBe(second.id)
  })

  test('that is moved lets late lines count, and one that is moved back does not', () => {
    const pen = aPen()
    pen.deadline('firstReview', deadline)
    const late = pen.decide('a', agree, {}, { at: '2026-11-26T02:00:00.000Z' })
    const moved = pen.deadline('firstReview', '2026-11-30T17:00:00+07:00')
    expect(standingAt(fold(...pen.entries), 'a')).toBe(late.id)
    pen.withdraw(moved.id)
    const state = fold(...pen.entries)
    expect(standingAt(state, 'a')).toBe('none')
    expect(state.stages.firstReview.deadline).toBe(deadline)
  })

  test('that is taken away altogether lets every line count', () => {
    const pen = aPen()
    pen.deadline('firstReview', deadline)
    const late = pen.decide('a', agree, {}, { at: '2027-01-01T00:00:00.000Z' })
    pen.deadline('firstReview', null)
    expect(standingAt(fold(...pen.entries), 'a')).toBe(late.id)
  })

  test('keeps a decision made in time from being taken back after it', () => {
    const pen = aPen()
    pen.deadline('firstReview', deadline)
    const line = pen.decide('a', points('1'), {}, { at: '2026-11-25T09:00:00.000Z' })
    const undo = pen.withdraw(line.id, { at: '2026-11-25T11:00:00.000Z' })
    const state = fold(...pen.entries)
    expect(standingAt(state, 'a')).toBe(line.id)
    expect([...state.notCounted]).toEqual([[undo.id, 'afterDeadline']])
  })

  test('does not bring back what a late line meant to replace in vain', () => {
    const pen = aPen()
    pen.deadline('firstReview', deadline)
    const line = pen.decide('a', points('1'), {}, { at: '2026-11-25T09:00:00.000Z' })
    pen.decide('a', points('2'), { over: [line.id] }, { at: '2026-11-25T11:00:00.000Z' })
    expect(standingAt(fold(...pen.entries), 'a')).toBe(line.id)
  })
})

describe('deadlines of one stage that did not know of each other', () => {
  const [sooner, later] = ['2026-11-20T17:00:00+07:00', '2026-11-30T17:00:00+07:00']
  const between = { at: '2026-11-25T02:00:00.000Z' }
  const lines = (over?: readonly string[]) => {
    const pen = aPen('viet')
    return {
      decided: pen.decide('a', agree, {}, between),
      // Whose pen comes first in the alphabet does not matter, nor whose line does.
      pair: [
        aPen('an').deadline('firstReview', later, over, { clock: 5 }),
        aPen('binh').deadline('firstReview', sooner, over, { clock: 5 }),
      ],
    }
  }

  test.each([
    ['older lines', undefined],
    ['lines that tell', []],
  ])('the later one is in force until somebody chooses: %s', (_, over) => {
    const { decided, pair } = lines(over)
    const state = fold(decided, ...pair)
    expect(state.stages.firstReview.deadline).toBe(later)
    expect(standingAt(state, 'a')).toBe(decided.id)
    expect(state.conflicts).toEqual([
      { agencyId: null, criterionId: null, stage: 'firstReview', about: 'deadline', entries: pair },
    ])
    const chosen = aPen('chi').deadline(
      'firstReview',
      sooner,
      pair.map(each => each.id),
    )
    const settled = fold(decided, ...pair, chosen)
    expect(settled.conflicts).toEqual([])
    expect(settled.notCounted.get(decided.id)).toBe('afterDeadline')
  })

  test('none at all is later than any', () => {
    const { decided, pair } = lines()
    const none = aPen('chi').deadline('firstReview', null, [], { clock: 5 })
    expect(fold(decided, ...pair, none).stages.firstReview.deadline).toBeNull()
  })

  test('the same instant is the same deadline', () => {
    const { pair } = lines()
    const same = aPen('chi').deadline('firstReview', '2026-11-30T10:00:00.000Z', [pair[1]?.id ?? ''])
    expect(fold(...pair, same).conflicts).toEqual([])
  })

  test('an older line replaces what has a smaller clock, and only that', () => {
    const { pair } = lines()
    const [first] = pair
    const after = aPen('chi').deadline('firstReview', sooner, undefined, { clock: 6 })
    expect(first && fold(first, after).stages.firstReview.deadline).toBe(sooner)
    expect(first && fold(first, { ...after, clock: 5 }).stages.firstReview.deadline).toBe(later)
  })

  test('times of arrival and areas stay as last written, and are listed', () => {
    const write = (name: string, at: string, area: string) => {
      const pen = aPen(name)
      pen.write({ kind: 'receivedAt', sha256: 'a'.repeat(64), at, reason: 'Dấu' })
      pen.write({ kind: 'assign', reviewer: 'Hoa', criterionIds: [area] })
      return pen.entries
    }
    const state = fold(...write('an', sooner, 'a'), ...write('binh', later, 'b'))
    expect(state.conflicts.map(each => each.about)).toEqual(['receivedAt', 'assign'])
    expect(state.assigned.get('Hoa')).toEqual(['b'])
  })
})

describe('closing a stage', () => {
  const begun = () => {
    const pen = aPen()
    const counted = pen.decide('a', points('1'))
    const closing = pen.close('firstReview', [counted.id])
    return { pen, counted, closing }
  }

  test('freezes it: later lines are kept and do not count until it is opened again', () => {
    const { pen, counted, closing } = begun()
    const later = pen.decide('a', points('2'), { over: [counted.id] })
    const frozen = fold(...pen.entries)
    expect(standingAt(frozen, 'a')).toBe(counted.id)
    expect(frozen.notCounted.get(later.id)).toBe('afterClosing')
    expect(frozen.stages.firstReview.closed).toEqual(closing)
    const reopened = pen.write({ kind: 'reopen', closeId: closing.id, reason: 'Khiếu nại' })
    const open = fold(...pen.entries)
    expect(standingAt(open, 'a')).toBe(later.id)
    expect(open.stages.firstReview).toMatchObject({ closed: null, history: [closing, reopened] })
  })

  test('freezes no other stage', () => {
    const { pen } = begun()
    const second = pen.decide('a', points('2'), { stage: 'secondReview' })
    expect(standingAt(fold(...pen.entries), 'a', 'secondReview')).toBe(second.id)
  })

  test('leaves out a line that another machine wrote before it, if it does not name it', () => {
    const { pen } = begun()
    const other = aPen('may-khac')
    const unknown = other.decide('b', agree, {}, { clock: 1 })
    const state = fold(...pen.entries, ...other.entries)
    expect(state.notCounted.get(unknown.id)).toBe('afterClosing')
  })

  test('holds a line that is taken back afterwards', () => {
    const { pen, counted, closing } = begun()
    const undo = pen.withdraw(counted.id)
    const frozen = fold(...pen.entries)
    expect(standingAt(frozen, 'a')).toBe(counted.id)
    expect([...frozen.notCounted]).toEqual([[undo.id, 'afterClosing']])
    pen.write({ kind: 'reopen', closeId: closing.id, reason: 'Khiếu nại' })
    expect(standingAt(fold(...pen.entries), 'a')).toBe('none')
  })

  test('counts what it names even where the deadline was moved before it', () => {
    const { pen, counted } = begun()
    pen.deadline('firstReview', '2026-11-01T17:00:00+07:00')
    expect(standingAt(fold(...pen.entries), 'a')).toBe(counted.id)
  })

  test('cannot be taken back by undo, only opened again with a reason', () => {
    const { pen, closing } = begun()
    pen.withdraw(closing.id)
    expect(fold(...pen.entries).stages.firstReview.closed).toEqual(closing)
  })

  test('of the whole round freezes surveys and both reviews', () => {
    const { pen, counted } = begun()
    pen.close('closed', [counted.id])
    const survey = pen.write({
      kind: 'survey',
      agencyId: 'so-mot',
      criterionId: 's',
      given: { kind: 'points', points: '1' },
      source: 'Báo cáo',
      over: [],
    })
    const second = pen.decide('a', points('2'), { stage: 'secondReview' })
    const { notCounted } = fold(...pen.entries)
    expect(notCounted.get(survey.id)).toBe('afterClosing')
    expect(notCounted.get(second.id)).toBe('afterClosing')
  })

  test('of two that did not know of each other the first stands', () => {
    const { pen, counted, closing } = begun()
    const other = aPen('may-khac')
    other.close('firstReview', [])
    const state = fold(...pen.entries, ...other.entries.map(each => ({ ...each, clock: 9 })))
    expect(state.stages.firstReview.closed).toEqual(closing)
    expect(standingAt(state, 'a')).toBe(counted.id)
  })
})
