import { describe, expect, test } from 'vitest'
import type { RuleSet } from '../../src/model/ruleSet.ts'
import type { ScoreSheet } from '../../src/model/scoreSheet.ts'
import type { Submission } from '../../src/model/submission.ts'
import {
  aBand,
  aGroup,
  aReportedLeaf,
  aRuleSet,
  aSubmission,
  nodeOf,
  roundingAt,
  score,
  stated,
  toPlaces,
} from './builders.ts'
import { addsUpTo } from './fractions.ts'

/**
 * Hà Nội, cấp phòng: where no survey is run (30 of 100 points) the rest is brought back to 100.
 * I: 40 points in two leaves, II: 30, the survey: 30.
 */
const criteria = [
  aGroup('I', [aReportedLeaf('a', '25'), aReportedLeaf('b', '15')]),
  aReportedLeaf('II', '30'),
  aGroup('survey', [aReportedLeaf('s1', '20'), aReportedLeaf('s2', '10')]),
]
const rescaling = { criterionIds: ['survey'], to: '100', provenance: stated }

const notRun = (...ids: readonly string[]): Partial<Submission> => ({
  notApplicable: ids.map(criterionId => ({ criterionId, reason: 'Không tổ chức điều tra xã hội học' })),
})

function scored(
  points: Readonly<Record<string, string>>,
  sent: Partial<Submission> = notRun('survey'),
  rest: Partial<RuleSet> = {},
): ScoreSheet {
  return score(aRuleSet({ criteria, rescaling, ...rest }), aSubmission({ points, ...sent }))
}

/** Maximum − every step of the ladder, to be held against the score. */
function expectLadderToEnd({ losses, total }: ScoreSheet, score: string): void {
  expect(addsUpTo([score, ...losses.map(step => step.lost)], total.maxPoints)).toBe(true)
  expect(losses.at(-1)?.to ?? total.maxPoints).toBe(score)
}

const known = { a: '20', b: '15', II: '21' }

describe('a survey that was not run', () => {
  test('56 of 70 are 80 of 100', () => {
    const sheet = scored(known) // (20 + 15 + 21) × 100 ÷ 70
    expect(sheet.total).toMatchObject({
      points: { from: '80', to: '80' },
      maxPoints: '100',
      percent: { from: '80', to: '80' },
      gapToMax: { from: '20', to: '20' },
      rescaled: { fromMax: '70', points: { from: '56', to: '56' } },
      notApplicableLeaves: 2,
    })
  })

  test('nodes keep their own points and maxima', () => {
    const sheet = scored(known)
    expect(nodeOf(sheet, 'I')).toMatchObject({ points: { from: '35' }, maxPoints: '40' })
    expect(nodeOf(sheet, 'II')).toMatchObject({
      points: { from: '21' },
      maxPoints: '30',
      percent: { from: '70' },
    })
    expect(nodeOf(sheet, 'survey')).toMatchObject({ points: { from: '0' }, maxPoints: '0', percent: null })
  })

  test('the ladder still adds up, every loss at what it costs in the total', () => {
    const sheet = scored(known)
    expectLadderToEnd(sheet, '80')
    expect(sheet.losses).toMatchObject([
      { nodeId: 'II', lost: '90/7', from: '100' }, // 9 × 100 ÷ 70
      { nodeId: 'a', lost: '50/7', to: '80' }, // 5 × 100 ÷ 70
    ])
  })

  test('what is missing is rescaled as well', () => {
    const sheet = scored({ a: '20', b: '15' })
    // 35 … 65 of 70
    expect(sheet.total).toMatchObject({
      points: { from: '50', to: '650/7' },
      percent: { from: '50', to: '650/7' },
      rescaled: { points: { from: '35', to: '65' } },
      missingLeaves: 1,
    })
    expectLadderToEnd(sheet, '50')
  })

  test('the total is rounded after it was rescaled, once', () => {
    const rounding = roundingAt({ total: toPlaces(2) })
    const sheet = scored({ a: '20', b: '15', II: '22' }, notRun('survey'), { rounding })
    // 57 × 100 ÷ 70 = 81.42857…
    expect(sheet.total).toMatchObject({
      points: { from: '81.43', to: '81.43' },
      unrounded: { from: '570/7', to: '570/7' },
      rescaled: { points: { from: '57', to: '57' } },
    })
    expectLadderToEnd(sheet, '81.43')
  })

  test('grades are of the rescaled percentage', () => {
    const bands = [aBand('kem', '0'), aBand('tot', '80')]
    expect(scored(known, notRun('survey'), { bands }).total.bandIds).toEqual(['tot'])
    expect(scored({ ...known, b: '14.99' }, notRun('survey'), { bands }).total.bandIds).toEqual(['kem'])
  })

  test('leaf by leaf it is the same as the block at once', () => {
    const { nodes: _, ...atOnce } = scored(known)
    const { nodes: __, ...byLeaf } = scored(known, notRun('s1', 's2'))
    expect(byLeaf).toEqual(atOnce)
  })
})

describe('where the rest is left alone', () => {
  test('the survey was run', () => {
    const sheet = scored({ ...known, s1: '15', s2: '4' }, {})
    expect(sheet.total).toMatchObject({ points: { from: '75', to: '75' }, maxPoints: '100', rescaled: null })
    expectLadderToEnd(sheet, '75')
  })

  test('half of it was run: the exempt half only leaves the maximum', () => {
    const sheet = scored({ ...known, s1: '15' }, notRun('s2'))
    expect(sheet.total).toMatchObject({ points: { from: '71', to: '71' }, maxPoints: '90', rescaled: null })
    expectLadderToEnd(sheet, '71')
  })

  test('it was run and its result is not here yet', () => {
    const sheet = scored(known, {})
    expect(sheet.total).toMatchObject({ points: { from: '56', to: '86' }, maxPoints: '100', rescaled: null })
    expectLadderToEnd(sheet, '56')
  })

  test('the rule set says nothing of rescaling', () => {
    const sheet = score(aRuleSet({ criteria }), aSubmission({ points: known, ...notRun('survey') }))
    expect(sheet.total).toMatchObject({ points: { from: '56', to: '56' }, maxPoints: '70', rescaled: null })
  })
})

describe('an agency exempt from one more leaf', () => {
  const sheet = scored({ a: '20', II: '21' }, notRun('survey', 'b'))

  test('the factor is the same for every agency: 41 of 55 are 58.57… of 78.57…', () => {
    // × 100 ÷ 70 again: the leaf of 15 points takes 15 × 100 ÷ 70 out of the maximum
    expect(sheet.total).toMatchObject({
      points: { from: '410/7', to: '410/7' },
      maxPoints: '550/7',
      percent: { from: '820/11', to: '820/11' }, // 41 ÷ 55
      rescaled: { fromMax: '55', points: { from: '41', to: '41' } },
      notApplicableLeaves: 3,
    })
    expectLadderToEnd(sheet, '410/7')
  })

  test('a point weighs what it weighs elsewhere', () => {
    const losing = (sent: Partial<Submission>) =>
      scored({ a: '20', II: '21', b: '15' }, sent).losses.find(step => step.nodeId === 'a')?.lost
    expect(losing(notRun('survey', 'b'))).toBe(losing(notRun('survey')))
  })

  test('exempt from everything: no percentage and no NaN', () => {
    const nothing = scored({}, notRun('survey', 'I', 'II'))
    expect(nothing.total).toMatchObject({ points: { from: '0', to: '0' }, maxPoints: '0', percent: null })
    expect(JSON.stringify(nothing)).not.toMatch(/NaN|Infinity/)
  })
})

test('another scale: Hà Tĩnh QĐ 52/2019, 40 of 60 remain and are brought back to 60', () => {
  const sixty = [aReportedLeaf('own', '40'), aReportedLeaf('survey', '20')]
  const sheet = score(
    aRuleSet({ criteria: sixty, rescaling: { ...rescaling, to: '60' } }),
    aSubmission({ points: { own: '30' }, ...notRun('survey') }),
  )
  expect(sheet.total).toMatchObject({ points: { from: '45' }, maxPoints: '60', percent: { from: '75' } })
})

test('two blocks: only when neither was run', () => {
  const both = { ...rescaling, criterionIds: ['survey', 'II'] }
  const one = scored(known, notRun('survey'), { rescaling: both })
  expect(one.total).toMatchObject({ maxPoints: '70', rescaled: null })
  const two = scored({ a: '20', b: '15' }, notRun('survey', 'II'), { rescaling: both })
  expect(two.total).toMatchObject({ points: { from: '87.5' }, maxPoints: '100', rescaled: { fromMax: '40' } })
})
