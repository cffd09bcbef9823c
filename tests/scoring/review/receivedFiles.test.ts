import { describe, expect, test } from 'vitest'
import type { LedgerEntry } from '../../../src/model/review.ts'
import { foldLedger } from '../../../src/scoring/review/foldLedger.ts'
import { agencyIn, aPen, aRound, sha } from './ledgerBuilders.ts'

const fold = (...entries: readonly LedgerEntry[]) => foldLedger(aRound(), entries)
const deadline = '2026-11-25T17:00:00+07:00'
const atIt = '2026-11-25T10:00:00.000Z'
const after = '2026-11-25T10:00:00.001Z'

describe('handed in on time', () => {
  const timeliness = (madeAt: string, putIn: string, receivedAt?: string) => {
    const pen = aPen()
    pen.deadline('selfAssessment', deadline)
    pen.receive('so-mot', '1', { madeAt }, { at: putIn })
    if (receivedAt !== undefined)
      pen.write({ kind: 'receivedAt', sha256: sha('1'), at: receivedAt, reason: 'Dấu bưu điện' })
    return agencyIn(fold(...pen.entries)).files[0]?.timeliness
  }

  test('made and put in by the very instant of the deadline', () => {
    expect(timeliness(atIt, atIt)).toBe('onTime')
  })
  test('late when it was made after it, whenever it was put in', () => {
    expect(timeliness(after, atIt)).toBe('late')
  })
  test('unclear when it was made before and put in after', () => {
    expect(timeliness(atIt, after)).toBe('unclear')
  })
  test('who says when it came settles it, one way or the other', () => {
    expect(timeliness(atIt, after, atIt)).toBe('onTime')
    expect(timeliness(atIt, after, after)).toBe('late')
  })
  test('without a deadline nobody is late', () => {
    const pen = aPen()
    pen.receive('so-mot', '1', {}, { at: '2030-01-01T00:00:00.000Z' })
    expect(agencyIn(fold(...pen.entries)).files[0]?.timeliness).toBe('noDeadline')
  })
})

describe('which file is read', () => {
  test('nothing that came is no zero: the agency did not hand in', () => {
    expect(agencyIn(fold())).toMatchObject({ state: 'notReceived', choice: null, files: [] })
  })

  test('one usable file is chosen by itself, and its repetition changes nothing', () => {
    const pen = aPen()
    pen.receive('so-mot', '1')
    pen.receive('so-mot', '1', {}, { at: '2026-11-12T02:00:00.000Z' })
    const { state, choice, files } = agencyIn(fold(...pen.entries))
    expect({ state, choice }).toEqual({ state: 'chosen', choice: { base: sha('1'), picks: [] } })
    expect(files).toMatchObject([{ repeats: 1, receivedAt: '2026-11-10T02:00:00.000Z' }])
  })

  test('several wait for somebody to choose, the latest first', () => {
    const pen = aPen()
    pen.receive('so-mot', '1')
    pen.receive('so-mot', '2', {}, { at: '2026-11-12T02:00:00.000Z' })
    const waiting = agencyIn(fold(...pen.entries))
    expect(waiting).toMatchObject({ state: 'undecided', choice: null })
    expect(waiting.files.map(each => each.file.sha256)).toEqual([sha('2'), sha('1')])
    const choice = { base: sha('2'), picks: [] }
    pen.write({ kind: 'use', agencyId: 'so-mot', choice, reason: 'Bản sửa', over: [] })
    expect(agencyIn(fold(...pen.entries))).toMatchObject({ state: 'chosen', choice })
  })

  test('one of two set aside leaves the other', () => {
    const pen = aPen()
    pen.receive('so-mot', '1')
    pen.receive('so-mot', '2')
    const aside = pen.write({ kind: 'setAside', sha256: sha('2'), reason: 'Gửi nhầm' })
    expect(agencyIn(fold(...pen.entries)).choice?.base).toBe(sha('1'))
    pen.withdraw(aside.id)
    expect(agencyIn(fold(...pen.entries)).state).toBe('undecided')
  })

  test('a choice of a file that was set aside since chooses nothing', () => {
    const pen = aPen()
    pen.receive('so-mot', '1')
    const choice = { base: sha('1'), picks: [] }
    pen.write({ kind: 'use', agencyId: 'so-mot', choice, reason: null, over: [] })
    pen.write({ kind: 'setAside', sha256: sha('1'), reason: 'Gửi nhầm' })
    expect(agencyIn(fold(...pen.entries))).toMatchObject({ state: 'unusable', choice: null })
  })

  test('a file of other rules is read only where the choice says so', () => {
    const pen = aPen()
    pen.receive('so-mot', '1', { ruleSet: { id: 'bo-thu', version: '0', sha256: sha('b') } })
    expect(agencyIn(fold(...pen.entries))).toMatchObject({
      state: 'unusable',
      files: [{ isOtherRules: true }],
    })
    const choice = { base: sha('1'), picks: [] }
    const plain = pen.write({ kind: 'use', agencyId: 'so-mot', choice, reason: null, over: [] })
    expect(agencyIn(fold(...pen.entries)).state).toBe('unusable')
    const carried = { ...choice, carried: true as const }
    pen.write({ kind: 'use', agencyId: 'so-mot', choice: carried, reason: null, over: [plain.id] })
    expect(agencyIn(fold(...pen.entries))).toMatchObject({ state: 'chosen', choice: carried })
  })

  test('an answer to a question is no version', () => {
    const pen = aPen()
    pen.receive('so-mot', '1')
    pen.receive('so-mot', '2', { answers: { requestId: 'phieu-1', roundId: 'dot-thu' } })
    expect(agencyIn(fold(...pen.entries))).toMatchObject({ state: 'chosen', choice: { base: sha('1') } })
  })

  test('a refused file stands with its agency where it names one, else apart', () => {
    const pen = aPen()
    const refused = { outcome: 'refused', why: 'altered', problems: [] } as const
    const file = { fileName: 'tep.zip', bytes: 10, ...refused }
    pen.write({ kind: 'receive', file: { ...file, sha256: sha('1'), agencyId: 'so-mot' } })
    pen.write({ kind: 'receive', file: { ...file, sha256: sha('2'), agencyId: null } })
    const state = fold(...pen.entries)
    expect(agencyIn(state).state).toBe('unusable')
    expect(state.refused.map(each => each.file.sha256)).toEqual([sha('2')])
  })

  test('a file that came after handing in was closed is shown and not read', () => {
    const pen = aPen()
    pen.close('selfAssessment', [])
    pen.receive('so-mot', '1')
    expect(agencyIn(fold(...pen.entries))).toMatchObject({ state: 'unusable', files: [{ repeats: 0 }] })
  })

  test('an agency nobody expected comes last and in no group', () => {
    const pen = aPen()
    pen.receive('don-vi-la', '1')
    expect([...fold(...pen.entries).agencies].map(([id, each]) => [id, each.groupId])).toEqual([
      ['so-mot', 'cac-so'],
      ['so-hai', 'cac-so'],
      ['xa-mot', 'cac-xa'],
      ['don-vi-la', ''],
    ])
  })
})
