import { describe, expect, test } from 'vitest'
import { chosenSubmission } from '../../../src/scoring/review/chosenSubmission.ts'
import { compareVersions } from '../../../src/scoring/review/compareVersions.ts'
import { aVersion, document, entered, receivedAs, rules, sha } from './versionBuilders.ts'

const compare = (...versions: Parameters<typeof compareVersions>[0]) => compareVersions(versions, rules)
const claim = (criterionId: string, points: string, reason?: string) =>
  ({ criterionId, stage: 'selfAssessment', points, reason }) as const

describe('what is the same is not listed', () => {
  test('the same file, one file, no file', () => {
    const version = aVersion({ values: [entered('hs-tiep-nhan', '5')] })
    expect(compare(version, version)).toEqual([])
    expect(compare(version)).toEqual([])
    expect(compare()).toEqual([])
  })

  test('numbers written in two ways, and the order of documents', () => {
    const one = aVersion({
      values: [entered('hs-tiep-nhan', '2')],
      decisions: [claim('minh-chung', '1.50')],
      evidence: [document('t1', ['minh-chung']), document('t2', ['minh-chung'])],
    })
    const other = aVersion({
      values: [entered('hs-tiep-nhan', '2.0')],
      decisions: [claim('minh-chung', '1.5')],
      evidence: [document('t2', ['minh-chung']), document('t1', ['minh-chung'])],
    })
    expect(compare(one, other)).toEqual([])
  })

  test('a figure that is left out and one that is said to be missing', () => {
    const said = aVersion({ values: [{ metricId: 'hs-tiep-nhan', state: 'missing' }] })
    expect(compare(said, aVersion())).toEqual([])
  })
})

describe('what differs', () => {
  test('zero is not missing, and not applicable is neither', () => {
    const zero = aVersion({ values: [entered('hs-tiep-nhan', '0')] })
    const none = aVersion()
    const outside = aVersion({ values: [{ metricId: 'hs-tiep-nhan', state: 'notApplicable' }] })
    const [difference] = compare(zero, none, outside)
    expect(difference?.values.map(value => (value as { state: string } | null)?.state ?? null)).toEqual([
      'entered',
      null,
      'notApplicable',
    ])
  })

  test('one of three that says otherwise is enough, with all three values beside each other', () => {
    const version = (value: string) => aVersion({ values: [entered('hs-tiep-nhan', value)] })
    expect(compare(version('1'), version('1'), version('2'))).toEqual([
      {
        part: 'value',
        id: 'hs-tiep-nhan',
        values: [entered('hs-tiep-nhan', '1'), entered('hs-tiep-nhan', '1'), entered('hs-tiep-nhan', '2')],
      },
    ])
  })

  test('claims, exemptions, explanations and evidence, in the order of the tree', () => {
    const one = aVersion({
      decisions: [claim('minh-chung', '1', 'đủ')],
      notApplicable: [{ criterionId: 'minh-chung', reason: 'không có' }],
      explanations: [{ criterionId: 'minh-chung', text: 'một' }],
      evidence: [document('t1', ['minh-chung'])],
    })
    const other = aVersion({ explanations: [{ criterionId: 'minh-chung', text: 'hai' }] })
    expect(compare(one, other)).toEqual([
      { part: 'claim', id: 'minh-chung', values: [{ points: '1', reason: 'đủ' }, null] },
      { part: 'notApplicable', id: 'minh-chung', values: ['không có', null] },
      { part: 'explanation', id: 'minh-chung', values: ['một', 'hai'] },
      { part: 'evidence', id: 'minh-chung', values: [[document('t1', ['minh-chung'])], []] },
    ])
  })

  test('points that reviewers decided are no claim', () => {
    const decided = aVersion({
      decisions: [{ criterionId: 'minh-chung', stage: 'firstReview', points: '1' }],
    })
    expect(compare(decided, aVersion())).toEqual([])
  })
})

test('what is picked of every difference makes the versions the same', () => {
  const one = aVersion({
    values: [entered('hs-tiep-nhan', '1'), entered('vb-phai-xu-ly', '2')],
    evidence: [document('t1', ['minh-chung'])],
  })
  const other = aVersion({
    values: [entered('hs-tiep-nhan', '3')],
    decisions: [claim('minh-chung', '1')],
    explanations: [{ criterionId: 'minh-chung', text: 'đã bổ sung' }],
  })
  const picks = compare(one, other).map(({ part, id }) => ({ part, id, from: sha('b') }))
  const chosen = chosenSubmission({ base: sha('a'), picks }, receivedAs({ a: one, b: other }), rules)
  expect(picks).toHaveLength(5)
  expect(chosen && compare(chosen, other)).toEqual([])
})
