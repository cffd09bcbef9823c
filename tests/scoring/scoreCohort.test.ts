import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { RuleSet } from '../../src/model/ruleSet.ts'
import type { Rule } from '../../src/model/rules.ts'
import type { ScoreSheet } from '../../src/model/scoreSheet.ts'
import type { Submission } from '../../src/model/submission.ts'
import { cohortOf, scoreCohort } from '../../src/scoring/scoreCohort.ts'
import { changeFigures, scoreForChanges, scoreSubmission } from '../../src/scoring/scoreSubmission.ts'
import { aCriterion, aGroup, aRuleSet, aSubmission, nodeOf, scoredAt } from './builders.ts'
import { deepFreeze } from './fractions.ts'
import { type Figures, valuesOf } from './rules/leafScenes.ts'

const value = { of: 'value', metric: 'x' } as const
const rules: Readonly<Record<string, Rule>> = {
  best: { kind: 'shareOfBest', measure: value, whenAllZero: 'zero' },
  lead: { kind: 'leader', measure: value, target: '10', percentAtTarget: '50' },
  spread: {
    kind: 'minMax',
    measure: value,
    direction: 'higherIsBetter',
    percentAtWorst: '10',
    whenAllEqual: 'full',
  },
  place: { kind: 'rank', measure: value, direction: 'higherIsBetter', ties: 'competition', points: 'linear' },
}

/** Four leaves that compare the same figure four ways, 10 points each. */
function comparing(only: readonly string[] = Object.keys(rules), rest: Partial<RuleSet> = {}): RuleSet {
  return deepFreeze(
    aRuleSet({
      criteria: [
        aGroup(
          'I',
          only.flatMap(id => {
            const rule = rules[id]
            return rule ? [aCriterion({ id, maxPoints: '10', rule })] : []
          }),
        ),
      ],
      ...rest,
    }),
  )
}

const sent = (agencyId: string, figures: Figures, rest: Partial<Submission> = {}) =>
  deepFreeze(aSubmission({ id: agencyId, agencyId, values: valuesOf(figures), ...rest }))

function result(sheet: ScoreSheet | undefined, id: string): string {
  if (!sheet) throw new Error('no sheet')
  const { outcome } = nodeOf(sheet, id)
  return outcome?.kind === 'scored' ? outcome.points : String(outcome?.kind)
}

/** Results of one leaf by agency, in the order given. */
function results(id: string, figures: readonly string[]): readonly string[] {
  const submissions = figures.map((x, index) => sent(`don-vi-${index}`, { x }))
  return scoreCohort(comparing(), submissions, scoredAt).map(sheet => result(sheet, id))
}

describe('two passes', () => {
  // 5, 15, 20 against target 10, max 10
  test.each([
    ['best', ['2.5', '7.5', '10']], // ÷ 20 × 10
    ['lead', ['2.5', '7.5', '10']], // 5 ÷ 10 × 5; 5 + 5 ÷ 10 × 5; leader
    ['spread', ['1', '7', '10']], // 1 + 9 × (0, 10, 15) ÷ 15
    ['place', ['0', '5', '10']],
  ])('%s: %j', (id, expected) => {
    expect(results(id, ['5', '15', '20'])).toEqual(expected)
  })

  test('sheets come in the order of the submissions, each its own agency’s', () => {
    const sheets = scoreCohort(comparing(), [sent('b', { x: '5' }), sent('a', { x: '9' })], scoredAt)
    expect(sheets.map(sheet => [sheet.agencyId, sheet.submissionId])).toEqual([
      ['b', 'b'],
      ['a', 'a'],
    ])
  })

  test('leaves that compare nobody are scored as ever', () => {
    const ruleSet = aRuleSet({ criteria: [aCriterion({ id: 'alone' })] })
    const submissions = [sent('a', { done: '1', all: '2' }), sent('b', { done: '2', all: '2' })]
    expect(scoreCohort(ruleSet, submissions, scoredAt)).toEqual(
      submissions.map(submission => scoreSubmission(ruleSet, submission, scoredAt)),
    )
    expect(() => cohortOf(ruleSet, submissions)('alone')).toThrow(/"alone" compares nobody/)
  })

  test('the period before is handed to each agency', () => {
    const rule: Rule = {
      kind: 'growth',
      metric: 'x',
      bands: [{ from: '10', points: '1' }],
      otherwise: '0',
      whenPreviousZero: 'missing',
    }
    const ruleSet = aRuleSet({ criteria: [aCriterion({ id: 'grown', rule })] })
    const before: Readonly<Record<string, string>> = { a: '10', b: '12' }
    const submissions = ['a', 'b', 'c'].map(id => sent(id, { x: '12' }))
    const sheets = scoreCohort(ruleSet, submissions, scoredAt, id =>
      before[id] === undefined ? null : sent(id, { x: before[id] }),
    )
    expect(sheets.map(sheet => result(sheet, 'grown'))).toEqual(['1', '0', 'missing']) // +20%, 0%, unknown
  })
})

describe('special cohorts', () => {
  test('one agency is the best, the leader and first; min–max has nothing to compare', () => {
    expect(Object.keys(rules).map(id => results(id, ['12'])[0])).toEqual(['10', '10', '10', '10'])
    // short of the target the only one leads nobody
    expect(results('lead', ['8'])).toEqual(['4'])
  })

  test('nobody', () => {
    expect(scoreCohort(comparing(), [], scoredAt)).toEqual([])
  })

  test('nobody passes the target', () => {
    expect(results('lead', ['2', '8', '10'])).toEqual(['1', '4', '5'])
  })

  test('all equal', () => {
    expect(Object.keys(rules).map(id => results(id, ['12', '12', '12']))).toEqual([
      ['10', '10', '10'],
      ['10', '10', '10'],
      ['10', '10', '10'],
      ['10', '10', '10'],
    ])
  })

  test('all zero', () => {
    expect(Object.keys(rules).map(id => results(id, ['0', '0']))).toEqual([
      ['0', '0'], // by policy
      ['0', '0'], // 0 ÷ 10 × 5
      ['10', '10'], // equal, by policy
      ['10', '10'], // both first
    ])
  })

  test('the same agency twice is a mistake, not two agencies', () => {
    const twice = [sent('a', { x: '1' }), sent('b', { x: '2' }), sent('a', { x: '3' })]
    expect(() => scoreCohort(comparing(), twice, scoredAt)).toThrow(/agency "a" stands in the cohort twice/)
  })
})

describe('who takes no part', () => {
  test('the leader without a figure: the others are compared without it, and its own leaf is missing', () => {
    expect(results('lead', ['15', 'missing'])).toEqual(['10', 'missing'])
    expect(results('best', ['5', '10', 'missing'])).toEqual(['5', '10', 'missing'])
    expect(results('spread', ['5', '10', 'withheld'])).toEqual(['1', '10', 'missing'])
    expect(results('place', ['5', '10', 'missing'])).toEqual(['0', '10', 'missing'])
  })

  test('missing is not zero: the worst of those with a figure keeps its place', () => {
    const sheets = scoreCohort(comparing(), [sent('a', { x: '5' }), sent('b', {})], scoredAt)
    expect(sheets.map(sheet => result(sheet, 'place'))).toEqual(['10', 'missing'])
    expect(nodeOf(sheets[0] as ScoreSheet, 'place').explanation?.rule).toMatchObject({
      cohort: { agencies: 2, known: 1, leaderIds: ['a'] },
    })
  })

  test.each(['leaf', 'area'])('an agency exempt from the %s sets no mark for the others', exempted => {
    const best = sent(
      'c',
      { x: '100' },
      {
        notApplicable: [
          { criterionId: exempted === 'leaf' ? 'best' : 'I', reason: 'Không có hạ tầng riêng' },
        ],
      },
    )
    const sheets = scoreCohort(comparing(), [sent('a', { x: '5' }), sent('b', { x: '10' }), best], scoredAt)
    expect(sheets.map(sheet => result(sheet, 'best'))).toEqual(['5', '10', 'notApplicable'])
    expect(nodeOf(sheets[0] as ScoreSheet, 'best').explanation?.rule).toMatchObject({
      cohort: { agencies: 2, known: 2 },
    })
    // exempt from one leaf, it still takes part in the others
    if (exempted === 'leaf') expect(result(sheets[1], 'best')).not.toBe(result(sheets[1], 'lead'))
  })

  test('a figure that does not apply takes the agency out; a missing one only leaves it out of the count', () => {
    const submissions = [
      sent('a', { x: '5' }),
      sent('b', { x: 'notApplicable' }),
      sent('c', { x: 'missing' }),
    ]
    const [first] = scoreCohort(comparing(), submissions, scoredAt)
    expect(nodeOf(first as ScoreSheet, 'best').explanation?.rule).toMatchObject({
      cohort: { agencies: 2, known: 1 },
    })
  })

  test('a policy that scores a missing figure does not bring it into the comparison', () => {
    const submissions = [sent('a', { x: '5' }), sent('b', { x: 'missing' })]
    const sheets = scoreCohort(comparing(['place'], { states: { missing: 'zero' } }), submissions, scoredAt)
    expect(sheets.map(sheet => result(sheet, 'place'))).toEqual(['10', '0'])
  })
})

describe('one agency against a cohort', () => {
  const ruleSet = comparing(['best', 'place'])
  const others = [sent('a', { x: '5' }), sent('b', { x: '10' })]
  const cohortAt = cohortOf(ruleSet, others)

  test('without a cohort the leaves are open', () => {
    const sheet = scoreSubmission(ruleSet, sent('a', { x: '5' }), scoredAt)
    expect([result(sheet, 'best'), result(sheet, 'place')]).toEqual(['missing', 'missing'])
    expect(sheet.total).toMatchObject({ points: { from: '0', to: '20' }, missingLeaves: 2 })
  })

  test('its own figure is the one it has now, not the one the cohort was made with', () => {
    const now = scoreSubmission(ruleSet, sent('a', { x: '20' }), scoredAt, { cohortAt })
    expect([result(now, 'best'), result(now, 'place')]).toEqual(['10', '10'])
    expect(nodeOf(now, 'best').explanation?.rule).toMatchObject({
      cohort: { agencies: 2, known: 2, leaderIds: ['a'] },
    })
    const before = scoreForChanges(ruleSet, sent('a', { x: '5' }), scoredAt, { cohortAt })
    expect(result(before.sheet, 'best')).toBe('5')
    const after = changeFigures(before, valuesOf({ x: '20' }), scoredAt)
    expect(after.sheet).toEqual(now)
  })

  test('somebody the cohort was made without joins it', () => {
    const guest = scoreSubmission(ruleSet, sent('c', { x: '8' }), scoredAt, { cohortAt })
    expect([result(guest, 'best'), result(guest, 'place')]).toEqual(['8', '5']) // 8 ÷ 10; 2nd of 3
    expect(nodeOf(guest, 'best').explanation?.rule).toMatchObject({ cohort: { agencies: 3, known: 3 } })
  })

  test('a member whose figure comes in later is not counted twice', () => {
    const withGap = cohortOf(ruleSet, [...others, sent('c', { x: 'missing' })])
    const late = scoreSubmission(ruleSet, sent('c', { x: '8' }), scoredAt, { cohortAt: withGap })
    expect(nodeOf(late, 'best').explanation?.rule).toMatchObject({ cohort: { agencies: 3, known: 3 } })
  })
})

describe('any small cohort', () => {
  const figure = fc.oneof(
    { weight: 6, arbitrary: fc.integer({ min: 0, max: 30 }).map(String) },
    { weight: 1, arbitrary: fc.constantFrom('missing', 'withheld', 'notApplicable') },
  )
  const cohort = fc
    .array(fc.record({ figure, exempt: fc.integer({ min: 0, max: 5 }) }), { minLength: 1, maxLength: 5 })
    .map(drawn =>
      drawn.map(({ figure: x, exempt }, index) =>
        sent(
          `don-vi-${index}`,
          { x },
          {
            notApplicable: exempt === 0 ? [{ criterionId: 'spread', reason: 'Không có' }] : [],
          },
        ),
      ),
    )
  const ruleSet = comparing()
  const runs = { numRuns: 1000, seed: 335 }

  test('the order of agencies changes nothing but the order of sheets', () => {
    fc.assert(
      fc.property(
        cohort.chain(submissions =>
          fc.tuple(
            fc.constant(submissions),
            fc.shuffledSubarray(submissions, { minLength: submissions.length }),
          ),
        ),
        ([submissions, shuffled]) => {
          const byAgency = (sheets: readonly ScoreSheet[]) =>
            sheets.map(sheet => JSON.stringify(sheet)).toSorted()
          expect(byAgency(scoreCohort(ruleSet, shuffled, scoredAt))).toEqual(
            byAgency(scoreCohort(ruleSet, submissions, scoredAt)),
          )
        },
      ),
      runs,
    )
  })

  test('an agency without a figure changes nobody’s points', () => {
    fc.assert(
      fc.property(cohort, submissions => {
        const pointsOf = (sheets: readonly ScoreSheet[]) =>
          sheets.map(sheet => sheet.nodes.map(node => node.points))
        const gap = sent('them', { x: 'missing' })
        const [, ...others] = scoreCohort(ruleSet, [gap, ...submissions], scoredAt)
        expect(pointsOf(others)).toEqual(pointsOf(scoreCohort(ruleSet, submissions, scoredAt)))
      }),
      runs,
    )
  })
})
