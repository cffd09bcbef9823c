import { describe, expect, test } from 'vitest'
import type { LeafAttribution, LossShare } from '../../../src/model/attribution.ts'
import type { RuleSet } from '../../../src/model/ruleSet.ts'
import { attributeLoss } from '../../../src/scoring/attribution/attributeLoss.ts'
import {
  aCriterion,
  aRatioRule,
  aReportedLeaf,
  aRuleSet,
  aSubmission,
  roundingAt,
  score,
  stated,
  toPlaces,
} from '../builders.ts'
import { leafOf, reports, tenPoints } from './attributionBuilders.ts'

function sharesOf(leaf: LeafAttribution): readonly (readonly [LossShare['agencyId'], string, string])[] {
  if (leaf.kind !== 'attributed') throw new Error(`not attributed: ${leaf.reason}`)
  return leaf.shares.map(({ agencyId, shortfall, contribution }) => [agencyId, shortfall, contribution])
}

describe('shares of a loss', () => {
  const province = reports('tinh', { done: '50', all: '100' })

  test('in proportion to what each lacks; those past the target give back', () => {
    // 80% of 100 is 80: short of 30; share 50% earns 5 of 10
    const units = [
      reports('a', { done: '10', all: '50' }), // 40 − 10 = 30
      reports('b', { done: '20', all: '30' }), // 24 − 20 = 4
      reports('c', { done: '20', all: '20' }), // 16 − 20 = −4
    ]
    expect(sharesOf(leafOf(tenPoints({ targetPercent: '80' }), province, units))).toEqual([
      ['a', '30', '5'], // 5 × 30/30
      ['b', '4', '2/3'], // 5 × 4/30
      ['c', '-4', '-2/3'],
      [null, '0', '0'],
    ])
  })

  test('what the units do not explain is a row of its own', () => {
    const leaf = leafOf(tenPoints({}), province, [reports('a', { done: '10', all: '40' })])
    // short of 50, of which 30 are unit a's
    expect(leaf).toMatchObject({
      lost: '5',
      shortfall: '50',
      repeating: 0,
      shares: [
        { agencyId: 'a', shortfall: '30', contribution: '3', percentOfLoss: '60' },
        {
          agencyId: null,
          numerator: '40',
          denominator: '60',
          shortfall: '20',
          contribution: '2',
          percentOfLoss: '40',
        },
      ],
    })
  })

  test('units that repeat the province make it negative', () => {
    const units = ['a', 'b', 'c'].map(id => reports(id, { done: '50', all: '100' }))
    const leaf = leafOf(tenPoints({}), province, units)
    expect(sharesOf(leaf)).toEqual([
      ['a', '50', '5'],
      ['b', '50', '5'],
      ['c', '50', '5'],
      [null, '-100', '-10'],
    ])
    expect(leaf).toMatchObject({ repeating: 3 })
  })

  test('the loss that is split is the one after leaf rounding', () => {
    const rules = { ...tenPoints({}), rounding: roundingAt({ leaf: toPlaces(1) }) }
    // 10 × 2/3 = 6.666… → 6.7, so 3.3 is lost: half of it each
    const units = [reports('a', { done: '1', all: '2' }), reports('b', { done: '1', all: '1' })]
    expect(sharesOf(leafOf(rules, reports('tinh', { done: '4', all: '6' }), units))).toEqual([
      ['a', '1', '1.65'], // 3.3 × 1/2
      ['b', '0', '0'],
      [null, '1', '1.65'],
    ])
  })

  test('lower is better: too many count, too few give back', () => {
    // at most 10% of 100: 30 is 20 too many; 10 × (30 − 50) ÷ (10 − 50) = 5
    const rule = {
      direction: 'lowerIsBetter',
      targetPercent: '10',
      floorPercent: '50',
      scaling: 'fromFloor',
    } as const
    const units = [reports('a', { done: '30', all: '60' }), reports('b', { done: '0', all: '40' })]
    expect(sharesOf(leafOf(tenPoints(rule), reports('tinh', { done: '30', all: '100' }), units))).toEqual([
      ['a', '24', '6'], // 30 − 6; 5 × 24/20
      ['b', '-4', '-1'], // 0 − 4
      [null, '0', '0'],
    ])
  })

  test('a complement counts what should not have happened', () => {
    // 100% − 40% = 60% earns 6; every late one is one short
    const units = [reports('a', { done: '30', all: '50' }), reports('b', { done: '10', all: '50' })]
    expect(
      sharesOf(leafOf(tenPoints({ complement: true }), reports('tinh', { done: '40', all: '100' }), units)),
    ).toEqual([
      ['a', '30', '3'],
      ['b', '10', '1'],
      [null, '0', '0'],
    ])
  })

  test('of two denominators the one the province was divided by counts for all', () => {
    const rules = tenPoints({ orDenominator: 'other' })
    const whole = aSubmission({ agencyId: 'tinh', figures: { done: '50', all: '80', other: '100' } })
    const unit = aSubmission({ agencyId: 'a', figures: { done: '50', all: '80', other: '60' } })
    expect(sharesOf(leafOf(rules, whole, [unit]))).toEqual([
      ['a', '10', '1'], // 60 − 50 of 50 short
      [null, '40', '4'],
    ])
  })
})

describe('missing is never zero', () => {
  const province = reports('tinh', { done: '50', all: '100' })

  test('units without figures are named and stay in the unallocated row', () => {
    const units = [
      reports('a', { done: null, all: '40' }),
      reports('b', {}),
      reports(
        'c',
        { all: '10' },
        {
          values: [
            { metricId: 'done', state: 'withheld' },
            { metricId: 'all', state: 'entered', value: '10' },
          ],
        },
      ),
      reports(
        'd',
        {},
        {
          values: [
            { metricId: 'done', state: 'notApplicable' },
            { metricId: 'all', state: 'notApplicable' },
          ],
        },
      ),
      reports(
        'e',
        { done: '0', all: '40' },
        { notApplicable: [{ criterionId: 'leaf', reason: 'Không có' }] },
      ),
      reports('f', { done: '0', all: '20' }),
    ]
    const leaf = leafOf(tenPoints({}), province, units)
    expect(sharesOf(leaf)).toEqual([
      ['f', '20', '2'],
      [null, '30', '3'],
    ])
    expect(leaf).toMatchObject({
      absent: [
        { agencyId: 'a', because: 'missing', metricIds: ['done'] },
        { agencyId: 'b', because: 'missing', metricIds: ['done', 'all'] },
        { agencyId: 'c', because: 'withheld', metricIds: ['done'] },
        { agencyId: 'd', because: 'notApplicable', metricIds: ['done', 'all'] },
        { agencyId: 'e', because: 'exempt', metricIds: [] },
      ],
    })
  })

  test('an agency without any figure is in the totals, with no leaf known', () => {
    const { agencies } = attributeLoss(tenPoints({}), score(tenPoints({}), province), [reports('b', {})])
    expect(agencies).toEqual([
      { agencyId: 'b', contribution: '0', percentOfAttributed: '0', knownLeaves: 0, absentLeaves: 1 },
      { agencyId: null, contribution: '5', percentOfAttributed: '100', knownLeaves: 1, absentLeaves: 0 },
    ])
  })
})

describe('the whole sheet', () => {
  const criteria = [
    aCriterion({ maxPoints: '10' }),
    aCriterion({ id: 'second', maxPoints: '4', rule: aRatioRule({ numerator: 'x', denominator: 'y' }) }),
    aReportedLeaf('said', '6'),
  ]
  const rules = aRuleSet({ criteria })
  const whole = aSubmission({
    agencyId: 'tinh',
    figures: { done: '5', all: '10', x: '1', y: '4' },
    points: { said: '5' },
  })

  test('adds up leaf by leaf; the rest of the ladder is not attributed', () => {
    // 5 of 10 and 3 of 4 lost at the ratios, 1 at the reported leaf
    const units = [
      aSubmission({ agencyId: 'b', figures: { done: '5', all: '6', x: '0', y: '2' } }),
      aSubmission({ agencyId: 'a', figures: { done: '0', all: '4' } }),
    ]
    expect(attributeLoss(rules, score(rules, whole), units)).toMatchObject({
      agencyId: 'tinh',
      lost: '9',
      attributed: '8',
      notAttributed: '1',
      agencies: [
        { agencyId: 'a', contribution: '4', percentOfAttributed: '50', knownLeaves: 1, absentLeaves: 1 }, // 5 × 4/5
        { agencyId: 'b', contribution: '3', knownLeaves: 2, absentLeaves: 0 }, // 5 × 1/5 + 3 × 2/3
        { agencyId: null, contribution: '1', knownLeaves: 2, absentLeaves: 0 }, // 3 × 1/3
      ],
    })
  })

  test('a block that was not run weighs the others, as in the ladder', () => {
    // 20 points without the reported 6 are 14, brought back to 20: each loss × 20/14
    const rescaled: RuleSet = {
      ...rules,
      rescaling: { criterionIds: ['said'], to: '20', provenance: stated },
    }
    const exempt = { ...whole, notApplicable: [{ criterionId: 'said', reason: 'Không điều tra' }] }
    const result = attributeLoss(rescaled, score(rescaled, exempt), [])
    expect(result).toMatchObject({ attributed: '80/7', lost: '80/7', notAttributed: '0' }) // 8 × 20/14
  })

  test('refuses other rule sets, other periods and the same agency twice', () => {
    const sheet = score(rules, whole)
    const unit = aSubmission({ agencyId: 'a' })
    expect(() => attributeLoss(rules, sheet, [{ ...unit, ruleSetVersion: '2' }])).toThrow('version 2')
    expect(() => attributeLoss(rules, sheet, [{ ...unit, period: '2025' }])).toThrow('is of 2025')
    expect(() => attributeLoss(rules, sheet, [unit, unit])).toThrow('"a" is counted twice')
    expect(() => attributeLoss(rules, sheet, [{ ...unit, agencyId: 'tinh' }])).toThrow(
      '"tinh" is counted twice',
    )
  })
})
