import { describe, expect, test } from 'vitest'
import { foldLedger } from '../../../src/scoring/review/foldLedger.ts'
import { deadlinesAfter, stageNow } from '../../../src/state/review/stageNow.ts'
import { aPen, aRound } from '../../scoring/review/ledgerBuilders.ts'

/** 17:00 in Hà Nội. */
const deadline = '2026-11-25T17:00:00+07:00'
const atIt = '2026-11-25T10:00:00.000Z'
const after = '2026-11-25T10:00:00.001Z'

const at = (pen: ReturnType<typeof aPen>, now: string) => stageNow(foldLedger(aRound(), pen.entries), now)

describe('the stage that new decisions belong to', () => {
  test('is the first review up to the very instant of its deadline, then the second', () => {
    const pen = aPen()
    pen.deadline('firstReview', deadline)
    expect(at(pen, atIt)).toEqual({ stage: 'firstReview', writable: 'yes' })
    expect(at(pen, after)).toEqual({ stage: 'secondReview', writable: 'yes' })
  })

  test('is the second once the first is closed, and the first again once it is opened', () => {
    const pen = aPen()
    const closing = pen.close('firstReview', [])
    expect(at(pen, atIt).stage).toBe('secondReview')
    pen.write({ kind: 'reopen', closeId: closing.id, reason: 'Khiếu nại' })
    expect(at(pen, atIt).stage).toBe('firstReview')
  })

  test('is not the first one while the second is closed: its lines would not count', () => {
    const pen = aPen()
    const closing = pen.close('secondReview', [])
    expect(at(pen, atIt)).toEqual({ stage: 'secondReview', writable: 'closed' })
    pen.write({ kind: 'reopen', closeId: closing.id, reason: 'Khiếu nại' })
    expect(at(pen, atIt)).toEqual({ stage: 'firstReview', writable: 'yes' })
  })

  test('cannot be written once it is late, closed, or the whole round is', () => {
    const pen = aPen()
    pen.close('firstReview', [])
    pen.deadline('secondReview', deadline)
    expect(at(pen, atIt).writable).toBe('yes')
    expect(at(pen, after).writable).toBe('afterDeadline')
    pen.close('secondReview', [])
    expect(at(pen, atIt).writable).toBe('closed')
    const open = aPen()
    open.close('closed', [])
    expect(at(open, atIt)).toEqual({ stage: 'firstReview', writable: 'closed' })
  })

  test('does not follow deadlines of other stages', () => {
    const pen = aPen()
    pen.deadline('selfAssessment', '2026-11-01T17:00:00+07:00')
    pen.deadline('explanation', '2026-11-01T17:00:00+07:00')
    expect(at(pen, after)).toEqual({ stage: 'firstReview', writable: 'yes' })
  })
})

test('the next deadline to wait for is the one that can still pass', () => {
  const pen = aPen()
  pen.deadline('firstReview', '2026-11-20T17:00:00+07:00')
  pen.deadline('secondReview', deadline)
  const state = foldLedger(aRound(), pen.entries)
  expect(deadlinesAfter(state, '2026-11-21T00:00:00.000Z')).toEqual([Date.parse(deadline)])
  expect(deadlinesAfter(state, after)).toEqual([])
})
