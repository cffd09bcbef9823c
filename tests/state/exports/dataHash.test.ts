import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeSubmission } from '../../../src/io/decode.ts'
import type { Submission } from '../../../src/model/submission.ts'
import { dataHash, submissionPart } from '../../../src/state/exports/dataHash.ts'

const submission: Submission = {
  id: 's.2026-10.a',
  ruleSetId: 's',
  ruleSetVersion: '1',
  agencyId: 'a',
  period: '2026-10',
  stage: 'secondReview',
  values: [
    { metricId: 'm1', state: 'entered', value: '191' },
    { metricId: 'm2', state: 'missing' },
  ],
  decisions: [
    { criterionId: 'c1', stage: 'firstReview', points: '5' },
    { criterionId: 'c1', stage: 'secondReview', points: '4' },
  ],
  provenance: { certainty: 'stated', source: null },
}
const hashOf = (each: Submission, stage: Submission['stage'] | null = null) =>
  dataHash([submissionPart(each, stage)])

describe('the hash of what a view is made of', () => {
  test('is 64 hexadecimal digits, the same for the same', async () => {
    expect(await hashOf(submission)).toMatch(/^[0-9a-f]{64}$/)
    expect(await hashOf(structuredClone(submission))).toBe(await hashOf(submission))
  })

  test('does not depend on the order of fields', async () => {
    const turned = Object.fromEntries(Object.entries(submission).toReversed())
    expect(await dataHash([{ name: 'x', value: turned }])).toBe(
      await dataHash([{ name: 'x', value: submission }]),
    )
  })

  test('nor on the order in which files were read', async () => {
    const other = { ...submission, agencyId: 'b' }
    const parts = [submissionPart(submission, null), submissionPart(other, null)]
    expect(await dataHash(parts.toReversed())).toBe(await dataHash(parts))
  })

  test('is another one as soon as one figure, one state or one agency differs', async () => {
    const [first, second] = submission.values
    if (!first || !second) throw new Error('no values')
    const hashes = await Promise.all([
      hashOf(submission),
      hashOf({ ...submission, values: [{ metricId: 'm1', state: 'entered', value: '192' }, second] }),
      hashOf({ ...submission, values: [first, { metricId: 'm2', state: 'notApplicable' }] }),
      hashOf({ ...submission, values: [first] }),
      hashOf({ ...submission, agencyId: 'b' }),
      dataHash([]),
    ])
    expect(new Set(hashes).size).toBe(hashes.length)
  })

  test('at an earlier stage does not know what was decided later', async () => {
    const earlier: Submission = {
      ...submission,
      stage: 'firstReview',
      decisions: submission.decisions?.slice(0, 1),
    }
    expect(await hashOf(submission, 'firstReview')).toBe(await hashOf(earlier))
    expect(await hashOf(submission, 'secondReview')).toBe(await hashOf(submission))
    expect(await hashOf(submission, 'firstReview')).not.toBe(await hashOf(submission))
  })

  test('takes the reading of a file, not its letters', async () => {
    const decode = (text: string) => {
      const read = decodeSubmission(text, 'x.json')
      if (!read.ok) throw new Error(JSON.stringify(read.problems))
      return read.value
    }
    const { values, ...head } = submission
    const compact = decode(JSON.stringify(submission))
    const spread = decode(JSON.stringify({ values, ...head }, null, 2))
    expect(await hashOf(spread)).toBe(await hashOf(compact))
  })

  test('any two lists of values that differ have two hashes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string()), fc.array(fc.string()), async (a, b) => {
        const same = JSON.stringify(a) === JSON.stringify(b)
        const [one, two] = await Promise.all([
          dataHash([{ name: 'x', value: a }]),
          dataHash([{ name: 'x', value: b }]),
        ])
        expect(one === two).toBe(same)
      }),
    )
  })
})
