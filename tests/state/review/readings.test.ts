import { describe, expect, test } from 'vitest'
import { decode } from '../../../src/io/decode.ts'
import { receivedSchema } from '../../../src/io/review/roundSchema.ts'
import type { LedgerEntry, ReceivedFile, ReceivedSubmission } from '../../../src/model/review.ts'
import { misfitOf, readingHash, readLinesOf } from '../../../src/state/review/readings.ts'
import { receiverFor } from '../../../src/state/review/receivePackage.ts'
import { demoPackage, demoRuleSet, demoSubmissions } from '../../server/demoPackages.ts'
import { aRound, receivingRound } from './receiveRound.ts'

const [first, second] = demoSubmissions()
if (!first || !second) throw new Error('two submissions')
const { bytes, name } = demoPackage({ agencyId: first.agencyId })
const { file, submission } = receiverFor(receivingRound)(bytes, name)
if (file.outcome !== 'read' || !submission) throw new Error('a file that is read')
const rules = { mark: aRound.ruleSet, ruleSet: demoRuleSet() }

const readFile: Extract<ReceivedFile, { outcome: 'read' }> = file

function lineOf(parts: Partial<typeof readFile> = {}, seq = 1): LedgerEntry {
  const act = { kind: 'receive', file: { ...readFile, ...parts } } as const
  return {
    id: `but-${seq}`,
    pen: 'but',
    seq,
    previous: null,
    clock: seq,
    by: 'Văn thư',
    at: '2026-11-06T01:00:00.000Z',
    act,
  }
}
const older = lineOf({ readSha256: undefined })
const misfit = (received: ReceivedSubmission, ...lines: readonly LedgerEntry[]) =>
  misfitOf(received, readLinesOf(lines).get(received.sha256) ?? [], rules)

/** The agency claims what no rule gives. */
const forged: ReceivedSubmission = {
  ...submission,
  submission: {
    ...submission.submission,
    values: submission.submission.values.map(each =>
      each.state === 'entered' ? { ...each, value: '1' } : each,
    ),
  },
}

describe('what was read of a file and the line about it', () => {
  test('a line carries the hash of what was read, whatever the order of fields and the way it came', () => {
    expect(file.readSha256).toBe(readingHash(submission))
    const text = JSON.stringify(Object.fromEntries(Object.entries(submission).toReversed()))
    const again = decode(receivedSchema, text, 'received.json')
    if (!again.ok) throw new Error('it is read again')
    expect(readingHash(again.value)).toBe(file.readSha256)
    expect(misfit(again.value, lineOf())).toBeNull()
  })

  test('other figures under the hash of a file that came in are not used', () => {
    expect(misfit(forged, lineOf())).toBe('otherHash')
    expect(misfit({ ...submission, previous: submission.submission }, lineOf())).toBe('otherHash')
  })

  test('a line of an earlier page beside one that carries the hash does not let them in', () => {
    expect(misfit(forged, older, lineOf({}, 2))).toBe('otherHash')
    expect(misfit(submission, older, lineOf({}, 2))).toBeNull()
  })

  test('read by two versions of the page, either reading is the one of its line', () => {
    const other = lineOf({ readSha256: readingHash(forged), fileName: 'khac.parboard' }, 2)
    expect(misfit(submission, lineOf(), other)).toBeNull()
  })

  test('what no line tells of is not used', () => {
    expect(misfit(submission)).toBe('unnamed')
    expect(misfit(submission, lineOf({ sha256: 'f'.repeat(64) }))).toBe('unnamed')
  })
})

describe('a line of an earlier page, without the hash', () => {
  test('figures that are of its file and hold are used', () => {
    expect(misfit(submission, older)).toBeNull()
  })

  test.each([
    ['agency', { agencyId: second.agencyId }],
    ['period', { period: '2026-09' }],
    ['version of the rules', { ruleSetVersion: '999' }],
    ['rule set', { ruleSetId: 'bo-khac' }],
  ])('another %s is refused', (_, parts) => {
    expect(misfit({ ...submission, submission: { ...submission.submission, ...parts } }, older)).toBe(
      'otherFile',
    )
  })

  test('figures that do not hold under the rules are refused', () => {
    const values = [
      ...submission.submission.values,
      { metricId: 'khong-co', state: 'entered', value: '1' } as const,
    ]
    expect(misfit({ ...submission, submission: { ...submission.submission, values } }, older)).toBe('faulty')
  })
})
