import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { walkCriteria } from '../../../src/model/criteria.ts'
import type { RoundingMode } from '../../../src/model/ruleSet.ts'
import type { Rule } from '../../../src/model/rules.ts'
import type { MetricValue, Submission } from '../../../src/model/submission.ts'
import { refuseFigures } from '../../../src/state/assessment/refuseFigures.ts'
import {
  aCriterion,
  aGroup,
  aPool,
  aRatioRule,
  aRuleSet,
  aSubmission,
  roundingAt,
  score,
  toPlaces,
} from '../builders.ts'
import { bulkScene, kindsOf } from '../bulk/scenes.ts'
import { anyRule, decimal, everything, maximum, period, rounding } from '../oracle/arbitraries.ts'
import { type Figures, valuesOf } from '../rules/leafScenes.ts'
import { calculatedForm } from './calculatedForm.ts'
import { compareWithEngine } from './compareWithEngine.ts'

/**
 * Figures within what the formulas promise: at most 9 digits before the mark and 6 after it. Claims above the
 * maximum count for nothing and are no decisions.
 */
function holdable(submission: Submission): Submission {
  const small = (value: MetricValue): MetricValue =>
    value.state === 'entered' && !/^\d{1,9}(\.\d{1,6})?$|-/.test(value.value)
      ? { ...value, value: '777' }
      : value
  const { published, ...rest } = submission
  return { ...rest, values: rest.values.map(small) }
}

/** Points with the four decimals the formulas promise; longer ones (of eleven) are cut. */
function promised<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value).replaceAll(/"(-?\d+\.\d{4})\d{7}"/g, '"$1"'))
}

describe('formulas give the points of the engine', () => {
  test('over random rule sets of every kind', () => {
    const seen = new Set<string>()
    let fillings = 0
    fc.assert(
      fc.property(bulkScene, ({ ruleSet, submissions }) => {
        for (const kind of kindsOf(ruleSet)) seen.add(kind)
        for (const raw of submissions.filter(each => each.period === '2026').map(holdable)) {
          const { agencyId } = raw
          const before = submissions.find(each => each.agencyId === agencyId && each.period === '2025')
          const previous = before ? holdable(before) : null
          // As the self-assessment does: what the rule set refuses is missing.
          const most = new Map(
            walkCriteria(ruleSet).map(place => [place.criterion.id, place.criterion.maxPoints]),
          )
          const decisions = raw.decisions
            ?.slice(-1)
            .filter(each => Number(each.points) <= Number(most.get(each.criterionId)))
          const values = refuseFigures(raw.values, ruleSet).values
          const submission = { ...raw, values, ...(decisions && { decisions }) }
          const form = calculatedForm(
            ruleSet,
            '2026',
            previous && new Map(previous.values.map(value => [value.metricId, value])),
            ['leaf0'],
          )
          form.fill(submission)
          const { said, expected } = compareWithEngine(
            form,
            ruleSet,
            score(ruleSet, submission, { previous }),
          )
          form.close()
          expect(said).toEqual(expected)
          fillings += 1
        }
      }),
      { numRuns: 90, seed: 6 },
    )
    expect(fillings).toBeGreaterThan(200)
    expect(seen.size).toBe(23)
  }, 120_000)

  const figure = fc.oneof(
    { weight: 3, arbitrary: fc.integer({ min: 0, max: 20 }).map(String) },
    { weight: 2, arbitrary: fc.integer({ min: 0, max: 999_999 }).map(String) },
    { weight: 2, arbitrary: fc.integer({ min: 0, max: 99_999_999 }).map(digits => decimal(digits, 4)) },
  )
  const absent = fc.constantFrom('missing', 'withheld', 'notApplicable')
  const some = (value: fc.Arbitrary<string>) => fc.oneof({ weight: 8, arbitrary: value }, absent)
  const figures: fc.Arbitrary<Figures> = fc.record({
    ...Object.fromEntries(['m0', 'm1', 'm2', 'm3', 'm4', 'm5'].map(id => [id, some(figure)])),
    ...Object.fromEntries(['f0', 'f1', 'f2', 'f3'].map(id => [id, some(fc.constantFrom('0', '1'))])),
    option: some(fc.constantFrom('1', '2', '3', '4')),
  })

  test('over coefficients, fallbacks, policies and every rounding', () => {
    fc.assert(
      fc.property(
        anyRule(everything).map(promised),
        maximum.map(promised),
        figures,
        rounding,
        rounding,
        rounding,
        period,
        fc.boolean(),
        (rule, maxPoints, values, ratio, leaf, total, kind, isExempt) => {
          const other = aRatioRule({ numerator: 'm0', denominator: 'm1', targetPercent: '80' })
          const base = aRuleSet({
            criteria: [aCriterion({ rule, maxPoints }), aCriterion({ id: 'other', rule: other })],
            rounding: roundingAt({ ratio, leaf, total }),
          })
          const ruleSet = {
            ...base,
            metrics: base.metrics.map(each =>
              each.valueType === 'count' ? { ...each, valueType: 'number' as const } : each,
            ),
          }
          const at = { year: '2026', quarter: '2026-Q1', month: '2026-03', date: '2026-03-01' }[kind]
          const form = calculatedForm(ruleSet, at, null, [])
          const known = new Set(ruleSet.metrics.map(each => each.id))
          const submission = aSubmission({
            period: at,
            values: valuesOf(values).filter(value => known.has(value.metricId)),
            ...(isExempt && { notApplicable: [{ criterionId: 'other', reason: 'không có' }] }),
          })
          form.fill(submission)
          const { said, expected } = compareWithEngine(form, ruleSet, score(ruleSet, submission))
          form.close()
          expect(said).toEqual(expected)
        },
      ),
      { numRuns: 200, seed: 7 },
    )
  }, 120_000)
})

/** Points of one leaf worth 1 with figures "done" of "all", as the sheet has them. */
function sheetPoints(rule: Rule, maxPoints: string, places: number, mode: RoundingMode, values: Figures) {
  const base = aRuleSet({
    criteria: [aCriterion({ rule, maxPoints })],
    rounding: roundingAt({ leaf: toPlaces(places, mode) }),
  })
  const ruleSet = { ...base, metrics: base.metrics.map(each => ({ ...each, valueType: 'number' as const })) }
  const form = calculatedForm(ruleSet, '2026', null, [])
  form.fill(aSubmission({ values: valuesOf(values) }))
  const points = form.read(form.formulas.leaves.get('leaf')?.from ?? '')
  form.close()
  return points
}

describe('ties, which doubles cannot hold', () => {
  const perUnit: Rule = { kind: 'perUnit', metric: 'all', pointsPerUnit: '1' }
  const modes = ['halfUp', 'halfEven', 'truncate'] as const

  test.each([
    ['1.005', 2, 1.01, 1, 1],
    ['1.015', 2, 1.02, 1.02, 1.01],
    ['2.675', 2, 2.68, 2.68, 2.67],
    ['0.57', 2, 0.57, 0.57, 0.57],
    ['8.325', 2, 8.33, 8.32, 8.32],
    ['0.285', 2, 0.29, 0.28, 0.28],
    ['0.5', 0, 1, 0, 0],
    ['1.5', 0, 2, 2, 1],
    ['2.5', 0, 3, 2, 2],
    ['1.0049', 2, 1, 1, 1],
    ['1.004999', 2, 1, 1, 1],
    ['1.005001', 2, 1.01, 1.01, 1],
    ['9.9999', 3, 10, 10, 9.999],
  ] as const)('%s to %d places: %d up, %d even, %d cut', (all, places, ...expected) => {
    expect(modes.map(mode => sheetPoints(perUnit, '20', places, mode, { all }))).toEqual(expected)
  })

  test.each([
    // The promised four decimals are told from a tie with room to spare; the ninth is not.
    ['9.9999', 0, 10, 9],
    ['9.4999', 0, 9, 9],
    ['9.99999999', 0, 10, 9],
    ['2.0049', 2, 2, 2],
    ['2.0050', 2, 2.01, 2],
  ] as const)('full points of %s to %d places: %d up, %d cut', (maxPoints, places, up, cut) => {
    const full = (mode: RoundingMode) =>
      sheetPoints(aRatioRule(), maxPoints, places, mode, { done: '1', all: '1' })
    expect([full('halfUp'), full('truncate')]).toEqual([up, cut])
  })

  test('a share that meets its target exactly is full, and a hair short of it is not', () => {
    const rule = aRatioRule({ targetPercent: '66.67' })
    const at = (done: string, all: string) => sheetPoints(rule, '3', 4, 'halfUp', { done, all })
    expect(at('66.67', '100')).toBe(3)
    expect(at('6.667', '10')).toBe(3)
    expect(at('2', '3')).toBe(2)
    // 6 666 999 of 10 000 000 is 66.66999%: 2.0000997 points.
    expect(at('6666999', '10000000')).toBe(2.0001)
  })

  test('a sum of shares that is exactly one hundred leaves nothing', () => {
    const rule = aRatioRule({ complement: true, otherShares: [{ numerator: 'b', denominator: 'all' }] })
    expect(sheetPoints(rule, '3', 2, 'truncate', { done: '1', b: '2', all: '3' })).toBe(0)
    expect(sheetPoints(rule, '3', 2, 'truncate', { done: '0.1', b: '0.2', all: '0.4' })).toBe(0.75)
  })
})

describe('claims', () => {
  const pooled = aRuleSet({
    criteria: [
      aGroup('nhom', [
        aCriterion({ id: 'a', maxPoints: null, rule: { kind: 'reported' } }),
        aCriterion({ id: 'b', maxPoints: null, rule: { kind: 'reported' } }),
      ]),
      aCriterion({ id: 'c', maxPoints: '2', rule: { kind: 'reported' } }),
    ],
    pools: [aPool('chung', ['a', 'b'], '5')],
    scale: '7',
  })

  function totals(claims: Readonly<Record<string, string>>) {
    const form = calculatedForm(pooled, '2026', null, ['a', 'b', 'c'])
    form.fill(
      aSubmission({
        decisions: Object.entries(claims).map(([criterionId, points]) => ({
          criterionId,
          stage: 'selfAssessment',
          points,
        })),
      }),
    )
    const { from, to } = form.formulas.total
    const said = [form.read(from), form.read(to)]
    form.close()
    return said
  }

  test('of a pool count together, from what is claimed to what it holds', () => {
    expect(totals({})).toEqual([0, 7])
    expect(totals({ a: '2' })).toEqual([2, 7])
    expect(totals({ a: '2', b: '3', c: '1.5' })).toEqual([6.5, 6.5])
  })

  test('past the maximum, of a leaf or of a pool together, count for nothing', () => {
    expect(totals({ a: '3', b: '3', c: '2' })).toEqual([2, 7])
    expect(totals({ c: '2.01' })).toEqual([0, 7])
    expect(totals({ c: '-1' })).toEqual([0, 7])
  })
})
