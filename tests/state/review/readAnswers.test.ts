import { expect, test } from 'vitest'
import type { LedgerAct, ReceivedFile } from '../../../src/model/review.ts'
import { exchangeOf } from '../../../src/state/review/exchange.ts'
import { knownFiles, readAnswers, receiveActs } from '../../../src/state/review/receiveActs.ts'
import { type DeskRound, deskRound, deskSubmission, merged, openDesk, written } from './deskRound.ts'

const agencyId = 'co-quan-1'
const now = new Date('2026-11-22T00:00:00.000Z')
const base = deskRound()
const ask: LedgerAct = {
  kind: 'decide',
  stage: 'firstReview',
  agencyId,
  criterionId: 'I.1',
  verdict: { kind: 'ask', question: 'Vì sao?' },
  from: '5.4',
  to: '5.4',
  reason: null,
  evidenceIds: [],
  over: [],
}
const asked = written(base, [ask], 'A')
const request: LedgerAct = {
  kind: 'request',
  fileName: 'yeu-cau',
  sha256: 'e'.repeat(64),
  request: {
    id: 'yc-1',
    roundId: base.round.id,
    ruleSet: base.round.ruleSet,
    agencyId,
    period: base.round.period,
    by: 'A',
    at: '2026-11-21T02:00:00.000Z',
    dueAt: null,
    questions: [
      { entryId: asked.lines[0]?.id ?? '', criterionId: 'I.1', question: 'Vì sao?', points: '5.4' },
    ],
  },
}
const sent = written(asked.round, [request], 'A').round

const first = base.entries[0]?.act
if (first?.kind !== 'receive') throw new Error('a received file')
const fileOf = (letter: string, parts: object = {}): ReceivedFile => ({
  ...first.file,
  sha256: letter.repeat(64),
  fileName: `${letter}.parboard`,
  ...parts,
})
const answerFile = fileOf('f', { answers: { requestId: 'yc-1', roundId: base.round.id } })
const reading = {
  sha256: answerFile.sha256,
  submission: deskSubmission(agencyId, { explanations: [{ criterionId: 'I.1', text: 'Do mất điện' }] }),
  previous: null,
}

/** Puts the answer file in. */
function take(desk: DeskRound) {
  const open = openDesk(desk, 'Hoa')
  const lines = receiveActs(
    [{ received: { file: answerFile, submission: reading }, blob: null }],
    open,
    knownFiles(open.state),
  )
  const after = written(desk, lines.acts, 'N').round
  return { ...after, received: new Map([...after.received, [reading.sha256, reading]]) }
}
const look = (desk: DeskRound) => {
  const open = openDesk(desk, 'Hoa')
  const { strays, agencies } = exchangeOf(open.state, now)
  const [stray] = strays
  return {
    status: agencies[0]?.requests[0]?.status,
    again: stray ? readAnswers(stray.act.file, open.received.get(stray.act.file.sha256) ?? null, open) : null,
  }
}

test('an answer whose request and version are known is read at once', () => {
  expect(look(take(sent))).toEqual({ status: 'answered', again: null })
})

test('one that came while nobody had chosen a version is read from what was kept, once somebody did', () => {
  const second = { sha256: 'b'.repeat(64), submission: deskSubmission(agencyId), previous: null }
  const undecided: DeskRound = {
    ...written(sent, [{ kind: 'receive', file: fileOf('b') }], 'N').round,
    received: new Map([...sent.received, [second.sha256, second]]),
  }
  const came = take(undecided)
  expect(look(came)).toMatchObject({ status: 'waiting', again: { ok: false, missing: 'version' } })
  const choice = { base: second.sha256, picks: [] }
  const chosen = written(came, [{ kind: 'use', agencyId, choice, reason: 'bản sau', over: [] }], 'N').round
  const { again } = look(chosen)
  if (!again?.ok) throw new Error('it can be read now')
  expect(again).toMatchObject({ replaces: false, act: { answers: [{ text: 'Do mất điện' }], outside: [] } })
  expect(look(written(chosen, [again.act], 'N').round)).toEqual({ status: 'answered', again: null })
})

test('one that came before its request is read once the ledger with the request is merged', () => {
  const came = take(base)
  expect(look(came).again).toEqual({ ok: false, missing: 'request' })
  const { again } = look(merged(came, sent))
  expect(again).toMatchObject({ ok: true, act: { requestId: 'yc-1', sha256: answerFile.sha256 } })
})

test('without what was read of it here, that is said', () => {
  const came = take(base)
  expect(look({ ...merged(came, sent), received: base.received }).again).toEqual({
    ok: false,
    missing: 'content',
  })
})
