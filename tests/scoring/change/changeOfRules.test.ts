import { describe, expect, test } from 'vitest'
import { decomposeChange } from '../../../src/scoring/change/decomposeChange.ts'
import { aCriterion, aReportedLeaf, aRuleSet, aSubmission } from '../builders.ts'
import { before, ratioLeaf, rules, side, stepsOf, still } from './changeBuilders.ts'

describe('rules change', () => {
  test('a leaf that the old submission has no figures for opens the total, the new data close it', () => {
    const criteria = [ratioLeaf('a', '10'), ratioLeaf('e', '5'), aReportedLeaf('c', '5')]
    const newRules = aRuleSet({ criteria, version: '2' })
    const after = aSubmission({
      figures: { 'a.n': '5', 'a.d': '10', 'e.n': '4', 'e.d': '5' },
      points: { c: '2' },
    })
    // 5 + 1 + 2 → 5 + 0 to 5 + 2 → 5 + 4 + 2
    expect(stepsOf(decomposeChange(side(rules, before), side(newRules, after)))).toEqual({
      rules: '-1 | 4',
      applicability: '0',
      data: '4 | -1',
      review: '0',
    })
  })

  test('another scale is compared in percent', () => {
    const newRules = aRuleSet({ criteria: [ratioLeaf('a', '20')], version: '2' })
    // 20 points either way: 8, then 20 × 5/10
    expect(stepsOf(decomposeChange(side(rules, before), side(newRules, before)))).toEqual({
      ...still,
      rules: '2',
    })
    // 8 of 20, then 12.5 of 25
    const longer = aRuleSet({ criteria: [ratioLeaf('a', '25')], version: '2' })
    expect(decomposeChange(side(rules, before), side(longer, before))).toMatchObject({
      unit: 'percent',
      before: { from: '40' },
      after: { from: '50' },
    })
  })

  test('published and decided points of another maximum are not carried', () => {
    const newRules = aRuleSet({
      criteria: [ratioLeaf('a', '10'), ratioLeaf('b', '6'), aReportedLeaf('c', '4')],
      version: '2',
    })
    const decided = { ...before, decisions: [{ criterionId: 'b', stage: 'closed', points: '5' } as const] }
    // 5 + 5 + 2 → 5 + 6 × 1/5 + 0 to 4
    expect(stepsOf(decomposeChange(side(rules, decided), side(newRules, before)))).toEqual({
      rules: '-5.8 | -1.8',
      applicability: '0',
      data: '2 | -2',
      review: '0',
    })
  })

  test('a metric of another type, or an answer nobody can choose any more, is missing', () => {
    const choice = (values: readonly string[]) =>
      aRuleSet({
        version: String(values.length),
        criteria: [
          aCriterion({
            id: 'q',
            maxPoints: '2',
            rule: {
              kind: 'choice',
              metric: 'answer',
              options: values.map(value => ({ value, label: value, points: value })),
            },
          }),
        ],
      })
    const said = aSubmission({ figures: { answer: '2' } })
    expect(
      stepsOf(decomposeChange(side(choice(['0', '1', '2']), said), side(choice(['0', '2']), said))),
    ).toEqual(still)
    expect(
      stepsOf(
        decomposeChange(
          side(choice(['0', '1', '2']), said),
          side(choice(['0', '1']), aSubmission({ figures: { answer: '1' } })),
        ),
      ),
    ).toEqual({
      ...still,
      rules: '-2 | -1', // 2 → 0 to 1, the most an answer now earns
      data: '1 | 0',
    })
    const flags = aRuleSet({
      version: '9',
      criteria: [aCriterion({ id: 'q', maxPoints: '2', rule: { kind: 'yesNo', metric: 'answer' } })],
    })
    const flagged = aSubmission({ figures: { answer: '1' } })
    expect(stepsOf(decomposeChange(side(choice(['0', '1', '2']), said), side(flags, flagged)))).toEqual({
      ...still,
      rules: '-2 | 0',
      data: '2 | 0',
    })
  })
})

describe('what a score rests on besides its own figures', () => {
  test('other agencies’ figures are data', () => {
    const relative = aRuleSet({
      criteria: [
        aCriterion({
          id: 'r',
          maxPoints: '10',
          rule: { kind: 'shareOfBest', measure: { of: 'value', metric: 'm' }, whenAllZero: 'zero' },
        }),
      ],
    })
    const own = aSubmission({ figures: { m: '5' } })
    const peers = (best: string) => [own, aSubmission({ id: 'x', agencyId: 'ban', figures: { m: best } })]
    // 10 × 5/10 → 10 × 5/8
    const result = decomposeChange(
      side(relative, own, { cohort: peers('10') }),
      side(relative, own, { cohort: peers('8') }),
    )
    expect(stepsOf(result)).toEqual({ ...still, data: '1.25' })
  })

  test('the figures of the period before are data', () => {
    const growing = aRuleSet({
      criteria: [
        aCriterion({
          id: 'g',
          maxPoints: '10',
          rule: {
            kind: 'growth',
            metric: 'm',
            bands: [{ from: '10', points: '10' }],
            otherwise: '4',
            whenPreviousZero: 'zero',
          },
        }),
      ],
    })
    const own = aSubmission({ figures: { m: '110' } })
    const earlier = (m: string) => aSubmission({ period: '2025', figures: { m } })
    // +10% earns 10, less earns 4
    const result = decomposeChange(
      side(growing, own, { previous: earlier('101') }),
      side(growing, own, { previous: earlier('100') }),
    )
    expect(stepsOf(result)).toEqual({ ...still, data: '6' })
  })
})
