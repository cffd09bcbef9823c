import { describe, expect, test } from 'vitest'
import type { LedgerEntry, RoundStage } from '../../../src/model/review.ts'
import { foldLedger } from '../../../src/scoring/review/foldLedger.ts'
import { agencyIn, agree, aPen, aRound, itemIn, points, sha, standingAt } from './ledgerBuilders.ts'
import { review } from './reviewBuilders.ts'

const fold = (...entries: readonly LedgerEntry[]) => foldLedger(aRound(), entries)

/** One agency handed in and was decided, and the first review is closed. */
function closed(stage: RoundStage = 'firstReview') {
  const pen = aPen()
  pen.receive('so-mot', '1')
  const decided = pen.decide('a', points('1'))
  const closing = pen.close(
    stage,
    pen.entries.map(each => each.id),
  )
  return { pen, decided, closing }
}

describe('a closed first review keeps the version it read', () => {
  test('a second file and its choice wait for the reopening', () => {
    const { pen, closing } = closed()
    const file = pen.receive('so-mot', '2')
    const chosen = pen.use('so-mot', '2')
    const state = fold(...pen.entries)
    expect(agencyIn(state)).toMatchObject({ state: 'chosen', choice: { base: sha('1') } })
    expect(agencyIn(state).files.map(each => each.file.sha256)).toContain(sha('2'))
    expect([...state.notCounted]).toEqual([
      [file.id, 'afterClosing'],
      [chosen.id, 'afterClosing'],
    ])
    pen.reopen(closing.id)
    expect(agencyIn(fold(...pen.entries)).choice?.base).toBe(sha('2'))
  })

  test('setting its file aside, taking it back and saying when it came wait as well', () => {
    const { pen, closing } = closed()
    pen.write({ kind: 'setAside', sha256: sha('1'), reason: 'Gửi nhầm' })
    pen.write({ kind: 'receivedAt', sha256: sha('1'), at: '2026-11-09T02:00:00.000Z', reason: 'Dấu' })
    pen.withdraw('but-1')
    expect(agencyIn(fold(...pen.entries))).toMatchObject({
      state: 'chosen',
      files: [{ setAside: null, correctedAt: null }],
    })
    pen.reopen(closing.id)
    expect(agencyIn(fold(...pen.entries)).state).toBe('notReceived')
  })

  test('what comes late of an agency that had nothing is read, and takes nothing from the others', () => {
    const { pen } = closed()
    pen.receive('so-hai', '3')
    expect(agencyIn(fold(...pen.entries), 'so-hai')).toMatchObject({
      state: 'chosen',
      choice: { base: sha('3') },
    })
    pen.receive('so-hai', '4')
    expect(agencyIn(fold(...pen.entries), 'so-hai').state).toBe('undecided')
    pen.use('so-hai', '4')
    const state = fold(...pen.entries)
    expect(agencyIn(state, 'so-hai').choice?.base).toBe(sha('4'))
    expect(agencyIn(state).choice?.base).toBe(sha('1'))
    expect(state.notCounted.size).toBe(0)
  })

  test('two versions nobody had chosen from by then may still be chosen from', () => {
    const pen = aPen()
    pen.receive('so-mot', '1')
    pen.receive('so-mot', '2')
    pen.close('firstReview', ['but-1', 'but-2'])
    pen.use('so-mot', '2')
    expect(agencyIn(fold(...pen.entries)).choice?.base).toBe(sha('2'))
  })

  test('reopening only the handing in does not change what a closed review rests on', () => {
    const { pen, closing } = closed()
    const receiving = pen.close('selfAssessment', ['but-1'])
    const chosen = [pen.receive('so-mot', '2'), pen.use('so-mot', '2')]
    pen.reopen(receiving.id)
    expect([...fold(...pen.entries).notCounted.keys()]).toEqual(chosen.map(each => each.id))
    pen.reopen(closing.id)
    expect(fold(...pen.entries).notCounted.size).toBe(0)
  })

  test('closing the explanations freezes no version and no decision', () => {
    const { pen, decided } = closed('explanation')
    const later = pen.decide('a', points('2'), { over: [decided.id] })
    pen.receive('so-mot', '2')
    const state = fold(...pen.entries)
    expect(standingAt(state, 'a')).toBe(later.id)
    expect(agencyIn(state).state).toBe('undecided')
  })
})

describe('a closed second review keeps the decisions of the first', () => {
  test('of agencies that had a result, until it is opened', () => {
    const { pen, decided, closing } = closed('secondReview')
    const later = pen.decide('a', points('2'), { over: [decided.id] })
    const other = pen.decide('a', points('2'), { agencyId: 'so-hai' })
    const state = fold(...pen.entries)
    expect(standingAt(state, 'a')).toBe(decided.id)
    expect([...state.notCounted]).toEqual([[later.id, 'afterClosing']])
    expect(itemIn(state, 'a', 'so-hai').firstReview).toEqual({ kind: 'settled', entry: other })
    pen.reopen(closing.id)
    expect(standingAt(fold(...pen.entries), 'a')).toBe(later.id)
  })
})

describe('surveys may come until the round is closed', () => {
  const sums = (entries: readonly LedgerEntry[]) => {
    const { sheet, firstSheet } = review({ entries })
    return [firstSheet?.total.points, sheet.total.points]
  }

  test('one that comes after the first review counts from there on and leaves its result as it was', () => {
    const { pen, closing } = closed()
    const before = sums(pen.entries)
    const late = pen.survey('3')
    const state = fold(...pen.entries)
    expect(itemIn(state, 's')).toMatchObject({
      survey: { kind: 'settled', entry: late },
      surveyAtFirst: { kind: 'none' },
    })
    const [first, whole] = sums(pen.entries)
    expect(first).toEqual(before[0])
    expect(whole).not.toEqual(before[1])
    pen.reopen(closing.id)
    expect(sums(pen.entries)).toEqual([whole, whole])
  })

  test('one it knew stays in it, also when it is replaced or taken back later', () => {
    const pen = aPen()
    pen.receive('so-mot', '1')
    const known = pen.survey('3')
    pen.close('firstReview', ['but-1', known.id])
    const before = sums(pen.entries)
    const undo = pen.withdraw(known.id)
    expect(fold(...pen.entries).notCounted.get(undo.id)).toBe('afterClosing')
    expect(sums(pen.entries)).toEqual(before)
    const anew = pen.survey('1', [known.id])
    expect(itemIn(fold(...pen.entries), 's')).toMatchObject({
      survey: { entry: anew },
      surveyAtFirst: { entry: known },
    })
    const [first, whole] = sums(pen.entries)
    expect(first).toEqual(before[0])
    expect(whole).not.toEqual(before[1])
  })
})

describe('an answer', () => {
  test('opens points by its claim for verdicts after it only', () => {
    const asked = (isBefore: boolean) => {
      const pen = aPen()
      pen.request('phieu', ['a'])
      if (isBefore) pen.answer('phieu', ['a'], '7')
      pen.decide('a', points('7'), { from: '9', to: '7' })
      if (!isBefore) pen.answer('phieu', ['a'], '7')
      return review({ entries: pen.entries }).itemOf('a')
    }
    expect(asked(true)).toMatchObject({ status: 'changed', standing: { from: '7', to: '7' } })
    expect(asked(false)).toMatchObject({ status: 'conflict', standing: { from: '9', to: '9' } })
  })
})

describe('two closings of one stage', () => {
  const pair = () => {
    const pen = aPen('an')
    const [a, b] = [pen.decide('a', points('1')), pen.decide('b', agree)]
    const one = pen.close('firstReview', [a.id])
    const other = aPen('binh').close('firstReview', [b.id], { clock: one.clock })
    return { pen, a, b, one, other }
  }

  test('are a conflict, and what either names counts', () => {
    const { pen, a, b, one, other } = pair()
    const state = fold(...pen.entries, other)
    expect(state.conflicts).toEqual([
      { agencyId: null, criterionId: null, stage: 'firstReview', about: 'close', entries: [one, other] },
    ])
    expect([standingAt(state, 'a'), standingAt(state, 'b')]).toEqual([a.id, b.id])
  })

  test('that say the same are no conflict', () => {
    const { pen, one } = pair()
    const same = aPen('binh').close('firstReview', one.act.entryIds)
    expect(fold(...pen.entries, same).conflicts).toEqual([])
  })

  test('open the stage only when both were opened', () => {
    const { pen, one, other } = pair()
    const half = pen.reopen(one.id)
    expect(fold(...pen.entries, other).stages.firstReview.closed).toEqual(other)
    expect(fold(...pen.entries, other).conflicts).toEqual([])
    pen.reopen(other.id)
    const { stages } = fold(...pen.entries, other)
    expect(stages.firstReview.closed).toBeNull()
    expect(stages.firstReview.history).toHaveLength(4)
    expect(stages.firstReview.history).toContain(half)
  })

  test.each([[[]], [['khong-co-1', 'khong-co-2', 'khong-co-3']]])(
    'one that a forged clock made early and that names %j takes nothing from the honest one',
    names => {
      const { pen, a, one } = pair()
      const forged = aPen('aa').close('firstReview', names, { clock: 1 })
      const state = fold(...pen.entries, forged)
      expect(state.stages.firstReview.closed).toEqual(one)
      expect(standingAt(state, 'a')).toBe(a.id)
      expect(state.conflicts.map(each => each.about)).toEqual(['close'])
    },
  )
})

describe('a line that names another is after it, whatever the clocks say', () => {
  const late = { clock: Number.MAX_SAFE_INTEGER }

  test('reopening a closing with a forged clock', () => {
    const closing = aPen('z').close('firstReview', [], late)
    const reopen = aPen('a').reopen(closing.id, late)
    expect(fold(closing, reopen).stages.firstReview.closed).toBeNull()
    expect(fold(closing, { ...reopen, clock: 1 }).stages.firstReview.closed).toBeNull()
  })

  test('replacing and taking back', () => {
    const first = aPen('z').decide('a', points('1'), {}, late)
    const over = aPen('a').decide('a', points('2'), { over: [first.id] })
    expect(standingAt(fold(first, over), 'a')).toBe(over.id)
    const undo = aPen('a').withdraw(first.id)
    expect(standingAt(fold(first, undo), 'a')).toBe('none')
  })

  test('a ring of lines that replace each other is the same on every machine and loses nobody', () => {
    const one = aPen('a').decide('a', points('1'), { over: ['b-1'] })
    const other = aPen('b').decide('a', points('2'), { over: ['a-1'] })
    expect(fold(one, other)).toEqual(fold(other, one))
    expect(standingAt(fold(one, other), 'a')).not.toBe('none')
  })
})
