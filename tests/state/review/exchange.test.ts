import { describe, expect, test } from 'vitest'
import {
  type LedgerAct,
  type LedgerEntry,
  type ReviewRequest,
  type ReviewRound,
  reviewFormat,
  type Verdict,
} from '../../../src/model/review.ts'
import { foldLedger } from '../../../src/scoring/review/foldLedger.ts'
import { exchangeOf } from '../../../src/state/review/exchange.ts'

const round: ReviewRound = {
  format: reviewFormat,
  id: 'dot1',
  name: null,
  ruleSet: { id: 'bo', version: '1', sha256: 'a'.repeat(64) },
  period: '2026-10',
  groups: [{ groupId: 'so', name: 'Sở', agencyIds: ['so-a', 'so-b'] }],
  createdAt: '2026-11-01T00:00:00.000Z',
  provenance: { certainty: 'illustrative', source: null },
}

const due = '2026-11-28T17:00:00+07:00'
const sha = (letter: string) => letter.repeat(64)

/** Lines of one pen in the order they are given; an hour apart unless they say when. */
function ledger(...lines: readonly (LedgerAct | readonly [LedgerAct, string])[]): readonly LedgerEntry[] {
  return lines.map((line, index) => {
    const [act, at] = 'kind' in line ? [line, `2026-11-2${Math.min(index, 5)}T01:00:00.000Z`] : line
    const seq = index + 1
    return { id: `but-${seq}`, pen: 'but', seq, previous: null, clock: seq, by: 'Thẩm', at, act }
  })
}

function decide(
  verdict: Verdict,
  over: readonly string[] = [],
  parts: { agencyId?: string; criterionId?: string; stage?: 'firstReview' | 'secondReview' } = {},
): LedgerAct {
  return {
    kind: 'decide',
    stage: parts.stage ?? 'firstReview',
    agencyId: parts.agencyId ?? 'so-a',
    criterionId: parts.criterionId ?? '1.1',
    verdict,
    from: '1',
    to: '1',
    reason: null,
    evidenceIds: [],
    over,
  }
}

const ask = (question: string): Verdict => ({ kind: 'ask', question })

function request(entryIds: readonly (readonly [string, string])[], dueAt: string | null = due): LedgerAct {
  const made: ReviewRequest = {
    id: 'yc1',
    roundId: 'dot1',
    ruleSet: round.ruleSet,
    agencyId: 'so-a',
    period: '2026-10',
    by: 'Thẩm',
    at: '2026-11-21T00:00:00.000Z',
    dueAt,
    questions: entryIds.map(([entryId, criterionId]) => ({
      entryId,
      criterionId,
      question: '?',
      points: '1',
    })),
  }
  return { kind: 'request', request: made, fileName: 'yc.parboard', sha256: sha('b') }
}

function answer(criteria: readonly string[], text: string | null = 'Vì thế'): LedgerAct {
  return {
    kind: 'answer',
    requestId: 'yc1',
    agencyId: 'so-a',
    sha256: sha('c'),
    answers: criteria.map(criterionId => ({ criterionId, text, figures: [], claim: null, evidence: [] })),
    outside: [],
  }
}

function receive(requestId = 'yc1', sha256 = sha('c')): LedgerAct {
  return {
    kind: 'receive',
    file: {
      sha256,
      fileName: 'giai-trinh.parboard',
      bytes: 10,
      outcome: 'read',
      agencyId: 'so-a',
      agencyName: null,
      period: '2026-10',
      ruleSet: round.ruleSet,
      madeAt: '2026-11-25T00:00:00.000Z',
      submissionId: 'x',
      approvedBy: null,
      approvedOn: null,
      rescored: 'identical',
      origin: 'file',
      answers: { requestId, roundId: 'dot1' },
      warnings: [],
    },
  }
}

const early = new Date('2026-11-27T00:00:00Z')

function look(entries: readonly LedgerEntry[], now = early) {
  return exchangeOf(foldLedger(round, entries), now)
}

/** States of the questions of the only agency, those to be sent first. */
function states(entries: readonly LedgerEntry[], now = early) {
  const [agency] = look(entries, now).agencies
  return [...(agency?.toSend ?? []), ...(agency?.requests.flatMap(each => each.questions) ?? [])].map(
    each => each.state,
  )
}

const statusOf = (entries: readonly LedgerEntry[], now = early) =>
  look(entries, now).agencies[0]?.requests[0]?.status

describe('how a question stands', () => {
  const asked = decide(ask('Vì sao?'))

  test('asked on the desk it waits to be sent; agencies nobody asked are not in it', () => {
    const exchange = look(ledger(asked))
    expect(exchange.agencies.map(each => each.agencyId)).toEqual(['so-a'])
    expect(exchange).toMatchObject({ questions: 1, toSend: 1, asked: 0, answered: 0 })
    expect(states(ledger(asked))).toEqual(['toSend'])
  })

  test('taken back, or decided, before it was sent, there is nothing to send', () => {
    const back: LedgerAct = { kind: 'withdraw', entryId: 'but-1', reason: null }
    expect(look(ledger(asked, back)).agencies).toEqual([])
    expect(look(ledger(asked, decide({ kind: 'agree' }, ['but-1']))).agencies).toEqual([])
  })

  test('two reviewers who say different things ask nothing until somebody chooses', () => {
    expect(look(ledger(asked, decide({ kind: 'agree' }))).agencies).toEqual([])
  })

  test('sent it waits, and a second question goes into a request of its own', () => {
    const more = decide(ask('Còn gì?'), [], { criterionId: '1.2' })
    expect(states(ledger(asked, request([['but-1', '1.1']]), more))).toEqual(['toSend', 'waiting'])
  })

  test('taken back after it was sent it is shown so, and a request of nothing else is void', () => {
    const back: LedgerAct = { kind: 'withdraw', entryId: 'but-1', reason: null }
    const entries = ledger(asked, request([['but-1', '1.1']]), back)
    expect(states(entries)).toEqual(['withdrawn'])
    expect(statusOf(entries)).toBe('void')
    expect(look(entries)).toMatchObject({ questions: 0, asked: 0 })
  })

  test('asked otherwise before anybody answered, the new question waits to be sent', () => {
    const entries = ledger(asked, request([['but-1', '1.1']]), decide(ask('Nói rõ hơn'), ['but-1']))
    expect(states(entries)).toEqual(['toSend', 'withdrawn'])
  })

  test('answered, silent, decided, asked again', () => {
    const sent = [
      asked,
      decide(ask('?'), [], { criterionId: '1.2' }),
      request([
        ['but-1', '1.1'],
        ['but-2', '1.2'],
      ]),
    ] as const
    const said = [
      ...sent,
      receive(),
      { ...answer(['1.1']), answers: [...answers('1.1', 'Vì thế'), ...answers('1.2', null)] } as LedgerAct,
    ] as const
    expect(states(ledger(...said))).toEqual(['answered', 'silent'])
    const second = decide({ kind: 'agree' }, [], { stage: 'secondReview' })
    expect(states(ledger(...said, second))).toEqual(['decided', 'silent'])
    const again = decide(ask('Nữa'), [], { stage: 'secondReview' })
    expect(states(ledger(...said, again))).toEqual(['toSend', 'askedAgain', 'silent'])
  })
})

function answers(criterionId: string, text: string | null) {
  return [{ criterionId, text, figures: [], claim: null, evidence: [] }]
}

describe('until when', () => {
  const sent = [decide(ask('?')), request([['but-1', '1.1']])] as const

  test('overdue a moment after the deadline, not at it', () => {
    expect(statusOf(ledger(...sent), new Date('2026-11-28T10:00:00.000Z'))).toBe('waiting')
    expect(statusOf(ledger(...sent), new Date('2026-11-28T10:00:00.001Z'))).toBe('overdue')
  })

  test('an answer that came in at the deadline is on time, a moment later it is late', () => {
    const at = (instant: string) => ledger(...sent, [receive(), instant], [answer(['1.1']), instant])
    expect(statusOf(at('2026-11-28T10:00:00.000Z'))).toBe('answered')
    expect(statusOf(at('2026-11-28T10:00:00.001Z'))).toBe('answeredLate')
  })

  test('when the file really came in decides, where somebody said so', () => {
    const late = '2026-11-30T00:00:00.000Z'
    const entries = ledger(...sent, [receive(), late], [answer(['1.1']), late], {
      kind: 'receivedAt',
      sha256: sha('c'),
      at: '2026-11-28T03:00:00.000Z',
      reason: 'qua trục văn bản',
    })
    expect(statusOf(entries)).toBe('answered')
    expect(look(entries).agencies[0]?.requests[0]?.answeredAt).toBe('2026-11-28T03:00:00.000Z')
  })

  test('without a deadline nothing is late', () => {
    const open = ledger(decide(ask('?')), request([['but-1', '1.1']], null))
    expect(statusOf(open, new Date('2030-01-01T00:00:00Z'))).toBe('waiting')
  })

  test('a request that named the deadline of the stage follows it; one with a day of its own keeps it', () => {
    const stage = (at: string): LedgerAct => ({
      kind: 'deadline',
      stage: 'explanation',
      at,
      reason: 'thêm giờ',
    })
    const later = '2026-12-05T17:00:00+07:00'
    const asked = decide(ask('?'))
    // The same instant, written with another offset.
    const followed = ledger(asked, stage('2026-11-28T10:00:00Z'), request([['but-1', '1.1']]), stage(later))
    expect(look(followed).agencies[0]?.requests[0]?.dueAt).toBe(later)
    const own = ledger(asked, stage('2026-11-27T17:00:00+07:00'), request([['but-1', '1.1']]), stage(later))
    expect(look(own).agencies[0]?.requests[0]?.dueAt).toBe(due)
  })
})

describe('answer files whose answers are in no line', () => {
  const [asked, sent] = [decide(ask('?')), request([['but-1', '1.1']])]
  const strays = (...lines: readonly LedgerAct[]) =>
    look(ledger(...lines)).strays.map(each => each.act.file.sha256)

  test('are told, whether their request is here or not', () => {
    expect(strays(asked, receive('yc-khac', sha('d')))).toEqual([sha('d')])
    expect(strays(asked, sent, receive('yc1', sha('d')))).toEqual([sha('d')])
  })

  test('each once, however often it came', () => {
    expect(strays(asked, receive('yc1', sha('d')), receive('yc1', sha('d')))).toEqual([sha('d')])
  })

  test('are settled by their own answer line only', () => {
    const answered = (sha256: string): LedgerAct => ({
      kind: 'answer',
      requestId: 'yc1',
      agencyId: 'so-a',
      sha256,
      answers: [],
      outside: [],
    })
    expect(strays(asked, sent, receive('yc1', sha('d')), answered(sha('d')))).toEqual([])
    expect(strays(asked, sent, receive('yc1', sha('d')), answered(sha('e')))).toEqual([sha('d')])
  })

  test('are settled by being set aside, and no files once they are withdrawn', () => {
    const aside: LedgerAct = { kind: 'setAside', sha256: sha('d'), reason: 'gửi nhầm' }
    expect(strays(asked, sent, receive('yc1', sha('d')), aside)).toEqual([])
    const back: LedgerAct = { kind: 'withdraw', entryId: 'but-3', reason: null }
    expect(strays(asked, sent, receive('yc1', sha('d')), back)).toEqual([])
  })
})
