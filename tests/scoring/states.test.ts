import { describe, expect, test } from 'vitest'
import type { Criterion, RuleSet } from '../../src/model/ruleSet.ts'
import type { EmptyPolicy, Rule, StatePolicies } from '../../src/model/rules.ts'
import type { ScoreSheet } from '../../src/model/scoreSheet.ts'
import type { Submission } from '../../src/model/submission.ts'
import { statesFor } from '../../src/scoring/states.ts'
import {
  aBand,
  aCriterion,
  aGroup,
  aRatioRule,
  aReportedLeaf,
  aRuleSet,
  aSubmission,
  nodeOf,
  score,
} from './builders.ts'
import { valuesOf } from './rules/leafScenes.ts'

const policies = ['zero', 'full', 'notApplicable', 'missing'] as const
const absent = ['missing', 'withheld', 'notApplicable'] as const

/** Mean of a survey out of 10, worth 2 points, beside 1.5 of 3 points that are known. */
function totalWith(
  figure: string,
  leaf: Partial<Criterion> = {},
  ruleSet: Partial<RuleSet> = {},
): ScoreSheet {
  const rule: Rule = { kind: 'surveyMean', metric: 'mean', scaleFrom: '0', scaleTo: '10' }
  const criteria = [aCriterion({ maxPoints: '2', rule, ...leaf }), aReportedLeaf('other', '3')]
  return score(
    aRuleSet({ criteria, ...ruleSet }),
    aSubmission({ points: { other: '1.5' }, values: valuesOf({ mean: figure }) }),
  )
}

/** Points of the whole, its maximum and the percentage: "2.5/5 = 50%", "1.5…3.5/5 = 30…70%". */
function written({ total: { points, maxPoints, percent } }: ScoreSheet): string {
  const stretch = (interval: { from: string; to: string } | null) =>
    interval && (interval.from === interval.to ? interval.from : `${interval.from}…${interval.to}`)
  return `${points.kind === 'known' ? stretch(points) : 'unknown'}/${maxPoints} = ${stretch(percent)}%`
}

describe('what a figure does to the total', () => {
  test.each([
    ['5', '2.5/5 = 50%'], // 5 ÷ 10 × 2 = 1
    ['0', '1.5/5 = 30%'], // zero was entered: it counts and the maximum stays
    ['10', '3.5/5 = 70%'],
  ])('entered %s: %s, whatever the policies', (figure, expected) => {
    for (const policy of policies) {
      const states = { missing: policy, withheld: policy, notApplicable: policy }
      expect(written(totalWith(figure, { states }))).toBe(expected)
    }
    expect(written(totalWith(figure))).toBe(expected)
  })

  const byPolicy = {
    zero: '1.5/5 = 30%',
    full: '3.5/5 = 70%',
    notApplicable: '1.5/3 = 50%', // the leaf leaves numerator and denominator
    missing: '1.5…3.5/5 = 30…70%',
  } as const

  for (const state of absent)
    test.each(policies)(`${state} under "%s"`, policy => {
      const sheet = totalWith(state, { states: { [state]: policy } })
      expect(written(sheet)).toBe(byPolicy[policy])
      expect(written(totalWith(state, {}, { states: { [state]: policy } }))).toBe(byPolicy[policy])
      expect(sheet.total).toMatchObject({
        missingLeaves: policy === 'missing' ? 1 : 0,
        notApplicableLeaves: policy === 'notApplicable' ? 1 : 0,
        scoredWithoutFigures: policy === 'zero' || policy === 'full' ? 1 : 0,
        notIncurredLeaves: 0, // nothing was divided by zero
      })
      const leaf = nodeOf(sheet, 'leaf')
      expect(leaf.explanation?.rule.empty).toEqual({ because: 'state', state, policy })
      // Points that rest on no figure are never certain.
      if (leaf.outcome?.kind === 'scored') expect(leaf.outcome.certainty).toBe('inferred')
    })

  test('a figure the submission does not mention is missing', () => {
    const rule: Rule = { kind: 'surveyMean', metric: 'mean', scaleFrom: '0', scaleTo: '10' }
    const sheet = score(aRuleSet({ criteria: [aCriterion({ rule })] }), aSubmission())
    expect(nodeOf(sheet, 'leaf').outcome).toMatchObject({ kind: 'missing', metricIds: ['mean'] })
  })

  test('the reason tells a figure nobody has from one that does not apply', () => {
    const reasonFor = (state: string) => {
      const all = { missing: 'notApplicable', withheld: 'notApplicable' } as const
      const { outcome } = nodeOf(totalWith(state, { states: all }), 'leaf')
      return outcome?.kind === 'notApplicable' ? outcome.reason.en : 'applies'
    }
    expect(reasonFor('missing')).toBe('No figures for the period')
    expect(reasonFor('withheld')).toBe('No figures for the period')
    expect(reasonFor('notApplicable')).toBe('Reported as not applicable')
  })
})

describe('where nobody says anything', () => {
  test.each([
    ['missing', '1.5…3.5/5 = 30…70%'],
    ['withheld', '1.5…3.5/5 = 30…70%'],
    ['notApplicable', '1.5/3 = 50%'],
  ])('%s: %s', (state, expected) => {
    expect(written(totalWith(state))).toBe(expected)
  })
})

describe('who decides: the leaf, then a ratio’s own word, then the rule set, then nobody', () => {
  const plain: Rule = { kind: 'yesNo', metric: 'flag' }
  const ratio = aRatioRule({ whenMissing: 'full' })
  const general: StatePolicies = { missing: 'zero', withheld: 'notApplicable', notApplicable: 'zero' }

  test.each<[string, Rule, StatePolicies | undefined, StatePolicies | undefined, readonly EmptyPolicy[]]>([
    ['nobody', plain, undefined, undefined, ['missing', 'missing', 'notApplicable']],
    ['the rule set', plain, undefined, general, ['zero', 'notApplicable', 'zero']],
    [
      'the rule set, of missing only',
      plain,
      undefined,
      { missing: 'zero' },
      ['zero', 'zero', 'notApplicable'],
    ],
    [
      'the rule set, of withheld only',
      plain,
      undefined,
      { withheld: 'zero' },
      ['missing', 'zero', 'notApplicable'],
    ],
    ['the leaf', plain, { missing: 'full' }, general, ['full', 'full', 'zero']],
    ['the leaf, of withheld only', plain, { withheld: 'full' }, general, ['zero', 'full', 'zero']],
    [
      'the leaf, of all',
      plain,
      { missing: 'missing', withheld: 'full', notApplicable: 'missing' },
      general,
      ['missing', 'full', 'missing'],
    ],
    ['a ratio', ratio, undefined, undefined, ['full', 'full', 'notApplicable']],
    ['a ratio before the rule set', ratio, undefined, general, ['full', 'full', 'zero']],
    ['the leaf before the ratio', ratio, { missing: 'zero' }, general, ['zero', 'zero', 'zero']],
    [
      'the leaf, of withheld, before the ratio',
      ratio,
      { withheld: 'zero' },
      general,
      ['full', 'zero', 'zero'],
    ],
  ])('%s', (_, rule, own, ruleSet, [missing, withheld, notApplicable]) => {
    expect(statesFor(rule, own, ruleSet)).toEqual({ missing, withheld, notApplicable })
  })

  test('in a score sheet: a ratio that is full when missing, and a leaf that says otherwise', () => {
    const ofRatio = (states?: StatePolicies, ruleSet?: StatePolicies) => {
      const criteria = [aCriterion({ maxPoints: '2', rule: ratio, states })]
      const sheet = score(aRuleSet({ criteria, states: ruleSet }), aSubmission({ figures: { done: null } }))
      const { outcome } = nodeOf(sheet, 'leaf')
      return outcome?.kind === 'scored' ? outcome.points : outcome?.kind
    }
    expect(ofRatio()).toBe('2')
    expect(ofRatio(undefined, { missing: 'zero' })).toBe('2')
    expect(ofRatio({ missing: 'zero' })).toBe('0')
    expect(ofRatio({ missing: 'missing' }, { missing: 'zero' })).toBe('missing')
  })
})

describe('several figures of one leaf in different states', () => {
  const outcomeOf = (states: readonly string[], policies: StatePolicies = {}) => {
    const [done = '', all = ''] = states
    const rule = aRatioRule({ whenMissing: policies.missing ?? 'missing' })
    const criteria = [aCriterion({ maxPoints: '2', rule, states: policies })]
    return nodeOf(score(aRuleSet({ criteria }), aSubmission({ values: valuesOf({ done, all }) })), 'leaf')
      .outcome?.kind
  }

  test('one that does not apply takes the leaf out, whatever is missing beside it', () => {
    expect(outcomeOf(['notApplicable', '5'])).toBe('notApplicable')
    expect(outcomeOf(['notApplicable', 'missing'])).toBe('notApplicable')
    expect(outcomeOf(['withheld', 'notApplicable'])).toBe('notApplicable')
  })

  test('missing comes before withheld', () => {
    const states = { missing: 'missing', withheld: 'zero' } as const
    expect(outcomeOf(['withheld', 'missing'], states)).toBe('missing')
    expect(outcomeOf(['withheld', '5'], states)).toBe('scored')
  })
})

describe('an exemption of the agency', () => {
  const exempt = (...ids: readonly string[]): Partial<Submission> => ({
    notApplicable: ids.map(criterionId => ({ criterionId, reason: 'Không có thủ tục' })),
  })
  const criteria = [
    aGroup('I', [
      aCriterion({ id: 'a', maxPoints: '2', rule: { kind: 'yesNo', metric: 'flag' } }),
      aGroup('I.2', [aReportedLeaf('b', '3'), aReportedLeaf('c', '1')]),
    ]),
    aReportedLeaf('d', '4'),
  ]
  const scored = (sent: Partial<Submission>, ruleSet: Partial<RuleSet> = {}) =>
    score(
      aRuleSet({ criteria, ...ruleSet }),
      aSubmission({ values: valuesOf({ flag: '1' }), points: { b: '3', c: '1', d: '2' }, ...sent }),
    )

  test('beats every figure and every policy', () => {
    const states = { missing: 'full', withheld: 'full', notApplicable: 'full' } as const
    const sheet = scored(exempt('a'), { states })
    expect(nodeOf(sheet, 'a').outcome).toEqual({
      kind: 'notApplicable',
      reason: { vi: 'Không có thủ tục', en: 'Không có thủ tục' },
    })
    expect(written(sheet)).toBe('6/8 = 75%') // 3 + 1 + 2 of 3 + 1 + 4
  })

  test('from an area takes everything below it out, at any depth', () => {
    const sheet = scored(exempt('I'))
    expect(written(sheet)).toBe('2/4 = 50%')
    expect(['a', 'b', 'c'].map(id => nodeOf(sheet, id).outcome?.kind)).toEqual(
      Array.from({ length: 3 }, () => 'notApplicable'),
    )
    expect(nodeOf(sheet, 'I')).toMatchObject({
      maxPoints: '0',
      points: { from: '0', to: '0' },
      percent: null,
      gapToMax: { from: '0', to: '0' },
    })
    expect(sheet.total.notApplicableLeaves).toBe(3)
  })

  test('the nearest reason is the one that is given', () => {
    const reasons = {
      notApplicable: [
        { criterionId: 'I', reason: 'Không có lĩnh vực' },
        { criterionId: 'b', reason: 'Không có tiêu chí' },
      ],
    }
    const reasonOf = (id: string) => {
      const { outcome } = nodeOf(scored(reasons), id)
      return outcome?.kind === 'notApplicable' ? outcome.reason.vi : 'áp dụng'
    }
    expect(['a', 'b', 'c'].map(reasonOf)).toEqual([
      'Không có lĩnh vực',
      'Không có tiêu chí',
      'Không có lĩnh vực',
    ])
  })

  test('from everything: nothing to be measured against, and never NaN', () => {
    const bands = [aBand('low', '0'), aBand('high', '50')]
    const sheet = scored(exempt('I', 'd'), {
      bands,
      rounding: {
        ratio: null,
        leaf: null,
        group: { places: 2, mode: 'halfUp' },
        total: { places: 2, mode: 'halfUp' },
      },
    })
    expect(sheet.total).toMatchObject({
      points: { kind: 'known', from: '0', to: '0' },
      maxPoints: '0',
      percent: null,
      gapToMax: { from: '0', to: '0' },
      bandIds: [],
      missingLeaves: 0,
      notApplicableLeaves: 4,
      items: { total: 0, scored: 0, atMax: 0 },
    })
    expect(sheet.losses).toEqual([])
    expect(sheet.nodes.map(node => node.percent)).toEqual(sheet.nodes.map(() => null))
    expect(JSON.stringify(sheet)).not.toMatch(/NaN|Infinity|undefined/)
  })

  test('13 of 15 assigned points are 86.67%, not 13 of 20', () => {
    // NationalSecurityContest2: isAssigned = false; 13 ÷ 15 = 0.8666…
    const assigned = [aReportedLeaf('x', '10'), aReportedLeaf('y', '5'), aReportedLeaf('z', '5')]
    const sheet = score(
      aRuleSet({ criteria: assigned }),
      aSubmission({ points: { x: '9', y: '4' }, ...exempt('z') }),
    )
    expect(written(sheet)).toBe('13/15 = 260/3%')
  })
})
