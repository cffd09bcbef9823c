import { describe, expect, test } from 'vitest'
import type { Criterion, RuleSet } from '../../../src/model/ruleSet.ts'
import type { RatioRule, Rule } from '../../../src/model/rules.ts'
import { lintRuleSet } from '../../../src/scoring/lint/lintRuleSet.ts'
import { loadData } from '../../data/dataFiles.ts'
import { aCriterion, aGroup, aPool, aRatioRule, aReportedLeaf, aRuleSet } from '../builders.ts'
import { errorsOf } from './findings.ts'

const file = 'rule-sets/thu.json'

/** Errors as "path code". */
const findings = (ruleSet: Partial<RuleSet>) => errorsOf(lintRuleSet(aRuleSet(ruleSet), file), file)

const withLeaf = (parts: Partial<Criterion>) => findings({ criteria: [aCriterion(parts)] })
const withRule = (parts: Partial<RatioRule>) => withLeaf({ rule: aRatioRule(parts) })
/** Metrics stay those of the plain ratio, whatever the rule asks for. */
const { metrics } = aRuleSet()

test('a sound rule set has no findings', () => {
  expect(findings({})).toEqual([])
})

test('the shipped rule sets have none; one metric only serves a plan', () => {
  const found = loadData().ruleSets.flatMap(ruleSet => lintRuleSet(ruleSet, ruleSet.id))
  expect(found.map(({ file, path, code, severity }) => [severity, file, path, code])).toEqual([
    ['warning', 'par-index-2022', 'metrics[13]', 'unused-metric'],
  ])
})

test('four mistakes are four different findings, each with its place', () => {
  const ruleSet: Partial<RuleSet> = {
    scale: '4',
    metrics,
    criteria: [
      aCriterion({ id: 'a', rule: aRatioRule({ numerator: 'khong-co' }) }),
      aCriterion({ id: 'b', rule: aRatioRule({ targetPercent: '40', floorPercent: '60' }) }),
      aCriterion({ id: 'a' }),
    ],
  }
  expect(findings(ruleSet)).toEqual([
    'criteria[2].id duplicate-id',
    'criteria[0].rule.numerator unknown-metric',
    'criteria[1].rule.targetPercent target-against-direction',
    'scale sum-of-maxima', // 1 + 1 + 1
  ])
})

describe('sums of maxima', () => {
  test('of a group, from both sides', () => {
    const group = (maxPoints: string) =>
      findings({
        criteria: [aGroup('g', [aReportedLeaf('a', '1.5'), aReportedLeaf('b', '2.25')], { maxPoints })],
        scale: maxPoints,
      })
    expect(group('3.75')).toEqual([])
    expect(group('3.750')).toEqual([])
    expect(group('3.74')).toEqual(['criteria[0].maxPoints sum-of-maxima'])
    expect(group('3.76')).toEqual(['criteria[0].maxPoints sum-of-maxima'])
  })

  test('are exact where floats are not: 0.1 + 0.2 is 0.3', () => {
    expect(
      findings({ criteria: [aReportedLeaf('a', '0.1'), aReportedLeaf('b', '0.2')], scale: '0.3' }),
    ).toEqual([])
  })

  test('say both figures, with the mark of the language', () => {
    const [problem] = lintRuleSet(
      aRuleSet({ criteria: [aCriterion({ maxPoints: '1.5' })], scale: '13.5' }),
      file,
    )
    expect(problem?.message).toEqual({
      vi: 'điểm tối đa các mục con của cả bộ chỉ số cộng lại là 1,5, khác 13,5 đã nêu',
      en: 'the maxima below the whole rule set add up to 1.5, not to the stated 13.5',
    })
  })

  test('count a pool where it falls wholly inside', () => {
    const criteria = [
      aGroup('I', [aReportedLeaf('p', null), aReportedLeaf('a', '2')], { maxPoints: null }),
      aGroup('II', [aReportedLeaf('q', null), aReportedLeaf('b', '3')], { maxPoints: null }),
    ]
    const pools = [aPool('pq', ['p', 'q'], '4')]
    expect(findings({ criteria, pools, scale: '9' })).toEqual([])
    expect(findings({ criteria, pools, scale: '8.99' })).toEqual(['scale sum-of-maxima'])
  })

  test('cannot be told for a group that holds part of a pool', () => {
    const criteria = [
      aGroup('I', [aReportedLeaf('p', null), aReportedLeaf('a', '2')], { maxPoints: '3' }),
      aGroup('II', [aReportedLeaf('q', null), aReportedLeaf('b', '3')], { maxPoints: '6' }),
    ]
    expect(findings({ criteria, pools: [aPool('pq', ['p', 'q'], '4')], scale: '9' })).toEqual([])
  })
})

describe('metrics', () => {
  test.each<[string, Rule, string]>([
    ['numerator', aRatioRule({ numerator: 'x' }), 'rule.numerator'],
    ['denominator', aRatioRule({ denominator: 'x' }), 'rule.denominator'],
    ['flag', { kind: 'yesNo', metric: 'x' }, 'rule.metric'],
    [
      'part of a sum',
      { kind: 'sum', parts: [{ label: 'Phần', maxPoints: '1', rule: aRatioRule({ numerator: 'x' }) }] },
      'rule.parts[0].rule.numerator',
    ],
  ])('an unknown %s is named where it stands', (_, rule, path) => {
    expect(findings({ metrics, criteria: [aCriterion({ rule })] })).toEqual([
      `criteria[0].${path} unknown-metric`,
    ])
  })

  test('readings are checked like rules', () => {
    const leaf = aReportedLeaf('a', '1', { readings: [{ rule: aRatioRule({ denominator: 'x' }) }] })
    expect(findings({ metrics, criteria: [leaf] })).toEqual([
      'criteria[0].readings[0].rule.denominator unknown-metric',
    ])
  })

  test('a yes/no rule needs a yes/no figure, any other rule must not have one', () => {
    const flag = { id: 'flag', name: 'Đã kết nối', unit: 'có/không', valueType: 'flag' } as const
    const only = (rule: Rule) => findings({ metrics: [...metrics, flag], criteria: [aCriterion({ rule })] })
    expect(only({ kind: 'yesNo', metric: 'flag' })).toEqual([])
    expect(only({ kind: 'yesNo', metric: 'done' })).toEqual(['criteria[0].rule.metric wrong-value-type'])
    expect(only(aRatioRule({ numerator: 'flag' }))).toEqual(['criteria[0].rule.numerator wrong-value-type'])
  })
})

describe('target and direction', () => {
  const at = (parts: Partial<RatioRule>) => withRule(parts)

  test('higher is better: the target lies above the floor', () => {
    const rising = (targetPercent: string) => at({ targetPercent, floorPercent: '50', scaling: 'fromFloor' })
    expect(rising('50.01')).toEqual([])
    expect(rising('50')).toEqual(['criteria[0].rule.targetPercent target-against-direction'])
    expect(rising('49.99')).toEqual(['criteria[0].rule.targetPercent target-against-direction'])
  })

  test('lower is better: below it', () => {
    const falling = (targetPercent: string) =>
      at({ direction: 'lowerIsBetter', targetPercent, floorPercent: '20', scaling: 'fromFloor' })
    expect(falling('19.99')).toEqual([])
    expect(falling('20')).toEqual(['criteria[0].rule.targetPercent target-against-direction'])
    expect(falling('20.01')).toEqual(['criteria[0].rule.targetPercent target-against-direction'])
  })

  test.each(['share', 'shareOfTarget'] as const)('lower is better cannot be scored by %s', scaling => {
    expect(at({ direction: 'lowerIsBetter', targetPercent: '5', floorPercent: '20', scaling })).toEqual([
      'criteria[0].rule.scaling target-against-direction',
    ])
  })

  test('a straight line needs a floor', () => {
    expect(at({ scaling: 'fromFloor' })).toEqual(['criteria[0].rule.floorPercent floor-missing'])
  })

  test('a share cannot have a target above 100%: it would pay more than the maximum', () => {
    expect(at({ targetPercent: '100' })).toEqual([])
    expect(at({ targetPercent: '100.01' })).toEqual(['criteria[0].rule.targetPercent target-above-100'])
    expect(at({ targetPercent: '120', scaling: 'shareOfTarget' })).toEqual([])
  })

  test('a share of the target needs a target above 0', () => {
    expect(at({ scaling: 'shareOfTarget', targetPercent: '0' })).toEqual([
      'criteria[0].rule.targetPercent target-not-positive',
    ])
    expect(at({ scaling: 'shareOfTarget', targetPercent: '0.01' })).toEqual([])
  })
})

describe('shape', () => {
  test('a leaf needs a rule, a group must not have one', () => {
    const { rule: _, ...leaf } = aCriterion()
    expect(findings({ criteria: [leaf] })).toEqual(['criteria[0].rule leaf-without-rule'])
    const group = aGroup('g', [aCriterion()], { rule: aRatioRule() })
    expect(findings({ criteria: [{ ...group, rule: aRatioRule() }] })).toEqual([
      'criteria[0].rule group-with-rule',
    ])
  })

  test('a leaf without a maximum belongs to a pool', () => {
    expect(withLeaf({ maxPoints: null })).toContain('criteria[0].maxPoints unknown-maximum')
  })

  test('what is watched only is worth nothing, however nothing is written', () => {
    const rule: Rule = { kind: 'monitor', numerator: 'done', denominator: 'all' }
    expect(withLeaf({ rule, maxPoints: '0.5' })).toEqual(['criteria[0].maxPoints monitor-with-points'])
    expect(withLeaf({ rule, maxPoints: '0' })).toEqual([])
    expect(withLeaf({ rule, maxPoints: '0.00' })).toEqual([])
  })

  test('a maximum is not negative, not even where another makes up for it', () => {
    const criteria = [aReportedLeaf('a', '3'), aReportedLeaf('b', '-1')]
    expect(findings({ criteria, scale: '2' })).toEqual(['criteria[1].maxPoints negative-maximum'])
  })

  test('a group rounds by the rule set, a leaf may round by itself', () => {
    const own = { leaf: { places: 1, mode: 'halfUp' } } as const
    expect(withLeaf({ rounding: own })).toEqual([])
    expect(findings({ criteria: [aGroup('g', [aCriterion()], { rounding: own })] })).toEqual([
      'criteria[0].rounding group-with-rounding',
    ])
  })

  test.each(['whenDenominatorZero', 'whenMissing'] as const)(
    'a part of a sum is never "not applicable" %s',
    when => {
      const rule: Rule = {
        kind: 'sum',
        parts: [{ label: 'Phần', maxPoints: '1', rule: aRatioRule({ [when]: 'notApplicable' }) }],
      }
      expect(withLeaf({ rule })).toEqual(['criteria[0].rule.parts[0].rule part-not-applicable'])
    },
  )

  test('parts of a sum add up to its maximum', () => {
    const sum = (second: string): Rule => ({
      kind: 'sum',
      parts: ['0.5', second].map(maxPoints => ({ label: 'Phần', maxPoints, rule: aRatioRule() })),
    })
    expect(withLeaf({ rule: sum('1'), maxPoints: '1.5' })).toEqual([])
    expect(withLeaf({ rule: sum('0.99'), maxPoints: '1.5' })).toEqual(['criteria[0].rule.parts sum-of-parts'])
  })
})
