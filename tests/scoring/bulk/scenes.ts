import fc from 'fast-check'
import type { Adjustment, Calendar, Criterion, RoundingStep, RuleSet } from '../../../src/model/ruleSet.ts'
import type { Measure, PlainRule, PointBand, Rule } from '../../../src/model/rules.ts'
import type { MetricValue, Submission } from '../../../src/model/submission.ts'
import { kindOf } from '../../../src/scoring/rules/ruleKinds.ts'
import {
  aBand,
  aCriterion,
  aGroup,
  aRuleSet,
  aSubmission,
  roundingAt,
  stated,
  toPlaces,
} from '../builders.ts'

/** Random rule sets of every kind with tables of submissions: what bulk and explaining path must agree on. */
export type BulkScene = { readonly ruleSet: RuleSet; readonly submissions: readonly Submission[] }

const policy = fc.constantFrom('zero' as const, 'full' as const, 'notApplicable' as const, 'missing' as const)
/** Parts of a sum cannot leave it. */
const staying = fc.constantFrom('zero' as const, 'full' as const, 'missing' as const)
const direction = fc.constantFrom('higherIsBetter' as const, 'lowerIsBetter' as const)
const mode = fc.constantFrom('halfUp' as const, 'halfEven' as const, 'truncate' as const)
const points = fc.constantFrom('0.5', '1', '1.25', '2', '3', '0.333')
const metricNames = ['a', 'b', 'c', 'd', 'e', 'f'] as const
const metric = fc.constantFrom(...metricNames)
const flag = fc.constantFrom('yes1', 'yes2', 'yes3')
const day = fc.constantFrom('day1', 'day2')

const measure: fc.Arbitrary<Measure> = fc.oneof(
  metric.map(id => ({ of: 'value' as const, metric: id })),
  fc.record({
    of: fc.constant('percent' as const),
    numerator: metric,
    denominator: metric,
    whenDenominatorZero: policy,
  }),
)

/** Edges 10, 25, 60 with every kind of edge; what no band covers earns `otherwise`. */
const bandTable = fc
  .tuple(
    fc.array(fc.constantFrom('10', '25', '60', '7.5'), { minLength: 1, maxLength: 3 }),
    fc.array(points, { minLength: 3, maxLength: 3 }),
    fc.boolean(),
    fc.boolean(),
  )
  .map(([edges, worth, exclusive, inclusive]) => {
    const sorted = [...new Set(edges)].sort((x, y) => Number(x) - Number(y))
    const bands = sorted.map((from, index): PointBand => {
      const to = sorted[index + 1]
      return {
        from,
        ...(exclusive ? { fromExclusive: true as const } : {}),
        ...(to === undefined ? {} : { to }),
        ...(to !== undefined && inclusive ? { toInclusive: true as const } : {}),
        points: worth[index] ?? '1',
      }
    })
    return { bands, otherwise: '0' }
  })

const ratio = fc
  .record({
    numerator: metric,
    denominator: metric,
    target: fc.constantFrom('50', '80', '100', '66.67'),
    floor: fc.option(fc.constantFrom('10', '30')),
    scaling: fc.constantFrom('share' as const, 'shareOfTarget' as const, 'fromFloor' as const),
    falling: fc.boolean(),
    complement: fc.boolean(),
    special: fc.constantFrom(0, 0, 0, 1, 2, 3),
    whenDenominatorZero: policy,
    whenMissing: policy,
  })
  .map(
    ({
      numerator,
      denominator,
      target,
      floor,
      scaling,
      falling,
      complement,
      special,
      ...policies
    }): PlainRule => {
      const down = falling && scaling === 'fromFloor'
      return {
        kind: 'ratio',
        numerator,
        denominator,
        ...(complement ? { complement: true as const } : {}),
        ...(special === 1 ? { otherShares: [{ numerator: 'c', denominator: 'd' }] } : {}),
        ...(special === 2 ? { orDenominator: 'e' } : {}),
        ...(special === 3
          ? { fallbackDenominator: { metric: 'f', divideBy: { year: '1', month: '12' } } }
          : {}),
        direction: down ? 'lowerIsBetter' : 'higherIsBetter',
        targetPercent: down ? '5' : target,
        ...(down
          ? { floorPercent: '40' }
          : floor !== null || scaling === 'fromFloor'
            ? { floorPercent: floor ?? '10' }
            : {}),
        scaling,
        ...policies,
      }
    },
  )

const plain: fc.Arbitrary<PlainRule> = fc.oneof(
  { weight: 3, arbitrary: ratio },
  flag.map(id => ({ kind: 'yesNo' as const, metric: id })),
  fc.constant({
    kind: 'choice' as const,
    metric: 'pick',
    options: [
      { value: '1', label: 'một', points: '0' },
      { value: '2', label: 'hai', points: '0.75' },
      { value: '3', label: 'ba', points: '2' },
    ],
  }),
  fc.array(points, { minLength: 1, maxLength: 3 }).map(worth => ({
    kind: 'checklist' as const,
    items: worth.map((each, index) => ({ metric: `yes${index + 1}`, points: each })),
  })),
  fc.tuple(measure, bandTable).map(([of, table]) => ({ kind: 'bands' as const, measure: of, ...table })),
  fc.tuple(metric, points, fc.option(points)).map(([id, each, cap]) => ({
    kind: 'perUnit' as const,
    metric: id,
    pointsPerUnit: each,
    ...(cap === null ? {} : { cap }),
  })),
  fc.tuple(metric, metric, points).map(([first, second, each]) => ({
    kind: 'deduction' as const,
    items: [
      { metric: first, each: { points: each } },
      { metric: second, each: { percentOfMax: '25' } },
    ],
  })),
  fc.tuple(metric, metric, points, points).map(([first, second, up, down]) => ({
    kind: 'bonusPenalty' as const,
    items: [
      { metric: first, effect: 'bonus' as const, points: up },
      { metric: second, effect: 'penalty' as const, points: down },
    ],
    least: '-1.5',
    most: '2',
  })),
  fc
    .tuple(day, fc.boolean(), fc.integer({ min: 0, max: 5 }), bandTable)
    .map(([done, fixed, allowedDays, table]) => ({
      kind: 'lateness' as const,
      since: fixed ? { date: '2026-03-02' } : { metric: 'day1' },
      done,
      allowedDays,
      calendar: 'lich',
      ...table,
    })),
  metric.map(id => ({ kind: 'surveyMean' as const, metric: id, scaleFrom: '1', scaleTo: '100' })),
  fc.tuple(policy, metric, metric).map(([whenNoAnswers, first, second]) => ({
    kind: 'surveyOptions' as const,
    options: [
      { metric: first, weightPercent: '100' },
      { metric: second, weightPercent: '60' },
      { metric: 'f', weightPercent: '0' },
    ],
    whenNoAnswers,
  })),
  fc.tuple(metric, metric).map(([first, second]) => ({
    kind: 'weightedMean' as const,
    terms: [
      { metric: first, weight: '30' },
      { metric: second, weight: '70' },
    ],
    scaleTo: '100',
  })),
  fc.constant({
    kind: 'everyOccurrence' as const,
    items: [
      { label: 'một', metrics: ['yes1', 'yes2'] },
      { label: 'hai', metrics: ['yes3'] },
    ],
  }),
  fc.tuple(metric, policy, bandTable).map(([id, whenPreviousZero, table]) => ({
    kind: 'growth' as const,
    metric: id,
    whenPreviousZero,
    ...table,
  })),
  fc
    .tuple(
      fc.constantFrom(
        'a / b * 2',
        'min(a, b, 3) / 2',
        'if(a >= b, 2, a / (b + 1))',
        'round(a / 7, 2) - abs(b - a) / 10',
        'round(a / 3, 1.0)',
        'floor(a / 3) * 0.5 + ceil(b / 9)',
        'max(-a, 0) + 10%',
      ),
      policy,
    )
    .map(([expression, whenUndefined]) => ({
      kind: 'formula' as const,
      variables: [
        { name: 'a', metric: 'a' },
        { name: 'b', metric: 'b' },
      ],
      cases: [
        { when: 'not a > 50 and b != 3 or a = 7', label: 'nhỏ', expression },
        { expression: 'a / 100' },
      ],
      aboveMaximum: 'cap' as const,
      whenUndefined,
    })),
)

/** Policies inside a part may not exempt it. */
const partRule = plain.map(
  (rule): PlainRule =>
    rule.kind === 'ratio' ? { ...rule, whenDenominatorZero: 'zero', whenMissing: 'missing' } : rule,
)
const parts = fc
  .array(fc.tuple(partRule, points), { minLength: 2, maxLength: 3 })
  .map(list => list.map(([rule, maxPoints], index) => ({ label: `phần ${index}`, maxPoints, rule })))

const rule: fc.Arbitrary<Rule> = fc.oneof(
  { weight: 12, arbitrary: plain },
  parts.map(list => ({ kind: 'sum' as const, parts: list })),
  parts.map(cases => ({ kind: 'bestOf' as const, cases })),
  fc
    .tuple(measure, policy)
    .map(([of, whenAllZero]) => ({ kind: 'shareOfBest' as const, measure: of, whenAllZero })),
  measure.map(of => ({ kind: 'leader' as const, measure: of, target: '20', percentAtTarget: '50' })),
  fc.tuple(measure, direction, policy).map(([of, along, whenAllEqual]) => ({
    kind: 'minMax' as const,
    measure: of,
    direction: along,
    percentAtWorst: '10',
    whenAllEqual,
  })),
  fc
    .tuple(
      measure,
      direction,
      fc.constantFrom('competition' as const, 'dense' as const),
      fc.oneof(fc.constant('linear' as const), bandTable),
    )
    .map(([of, along, ties, worth]) => ({
      kind: 'rank' as const,
      measure: of,
      direction: along,
      ties,
      points: worth,
    })),
  fc.constant({ kind: 'reported' as const }),
  fc.constant({ kind: 'monitor' as const, numerator: 'a', denominator: 'b' }),
)

const calendar: Calendar = {
  id: 'lich',
  name: 'Lịch thử',
  from: '2026-02-20',
  to: '2026-04-30',
  holidays: [{ date: '2026-03-10', name: 'Ngày nghỉ thử' }],
  workedDays: ['2026-03-14'],
  provenance: stated,
}

const step = (most: number): fc.Arbitrary<RoundingStep | null> =>
  fc.option(
    fc.tuple(fc.integer({ min: 0, max: most }), mode).map(([places, how]) => toPlaces(places, how)),
    { freq: 2 },
  )

const leaf = fc
  .tuple(rule, points, fc.option(staying), fc.option(step(3)))
  .map(([own, maxPoints, missing, rounding]) => ({ own, maxPoints, missing, rounding }))

const ruleSet: fc.Arbitrary<RuleSet> = fc
  .record({
    leaves: fc.array(leaf, { minLength: 1, maxLength: 5 }),
    ratioStep: step(2),
    leafStep: fc.oneof({ weight: 4, arbitrary: fc.constant(toPlaces(2)) }, step(3), step(12)),
    groupStep: fc.constantFrom(null, null, toPlaces(1)),
    totalStep: step(2),
    adjusted: fc.boolean(),
    rescaled: fc.boolean(),
    onRounded: fc.boolean(),
  })
  .map(({ leaves, ratioStep, leafStep, groupStep, totalStep, adjusted, rescaled, onRounded }) => {
    const criteria = leaves.map(
      ({ own, maxPoints, missing, rounding }, index): Criterion =>
        aCriterion({
          id: `leaf${index}`,
          // What is only watched is worth nothing.
          maxPoints: own.kind === 'monitor' ? '0' : maxPoints,
          rule: own,
          ...(missing === null ? {} : { states: { missing } }),
          ...(rounding === null ? {} : { rounding: { leaf: rounding } }),
        }),
    )
    const adjustments: readonly Adjustment[] = adjusted
      ? [
          {
            id: 'thuong',
            name: 'Thưởng',
            effect: 'bonus',
            ceiling: '2',
            rule: { kind: 'perUnit', metric: 'e', pointsPerUnit: '0.25' },
            provenance: stated,
          },
          {
            id: 'phat',
            name: 'Phạt',
            effect: 'penalty',
            ceiling: '1',
            rule: { kind: 'yesNo', metric: 'yes1' },
            provenance: stated,
          },
        ]
      : []
    const tree = criteria.length > 2 ? [aGroup('nhom', criteria.slice(0, 2)), ...criteria.slice(2)] : criteria
    const base = aRuleSet({
      criteria: tree,
      adjustments,
      calendars: [calendar],
      rounding: roundingAt({ ratio: ratioStep, leaf: leafStep, group: groupStep, total: totalStep }),
      bands: [aBand('tot', '80'), aBand('kha', '50'), aBand('yeu', '0')],
      ...(onRounded ? { grading: { on: 'rounded' as const } } : {}),
      ...(rescaled && criteria.length > 2
        ? { rescaling: { criterionIds: ['nhom'], to: '10', provenance: stated } }
        : {}),
    })
    return {
      ...base,
      metrics: base.metrics.map(each =>
        each.valueType === 'count' ? { ...each, valueType: 'number' as const } : each,
      ),
    }
  })

const amount = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 0, max: 120 }).map(String) },
  { weight: 2, arbitrary: fc.integer({ min: 0, max: 12_000 }).map(value => String(value / 100)) },
  fc.constantFrom(
    '0',
    '10',
    '25',
    '60',
    '100',
    '123456789012',
    '0.00000000001',
    '999999.999999',
    // What spreadsheets print, and numbers around and past 2^53.
    '0.3333333333333333',
    '9007199254740993',
    '1234567890123456',
    '30000000999997',
    '9999990333332',
  ),
)

function valueFor(valueType: RuleSet['metrics'][number]['valueType']): fc.Arbitrary<string> {
  if (valueType === 'flag') return fc.constantFrom('0', '1')
  if (valueType === 'option') return fc.constantFrom('1', '2', '3')
  if (valueType === 'date')
    return fc.constantFrom('2026-03-02', '2026-03-09', '2026-03-16', '2026-04-01', '2026-02-25', '2026-06-01')
  return amount
}

function submissionFor(set: RuleSet, agencyId: string, period: string): fc.Arbitrary<Submission> {
  const values = set.metrics.map(({ id, valueType }) =>
    fc.oneof(
      {
        weight: 12,
        arbitrary: valueFor(valueType).map(
          (value): MetricValue => ({ metricId: id, state: 'entered', value }),
        ),
      },
      fc
        .constantFrom('missing' as const, 'withheld' as const, 'notApplicable' as const)
        .map((state): MetricValue => ({ metricId: id, state })),
    ),
  )
  const reported = set.criteria
    .flatMap(criterion => [criterion, ...(criterion.subCriteria ?? [])])
    .filter(each => each.rule?.kind === 'reported')
  return fc
    .tuple(
      fc.tuple(...values),
      fc.constantFrom([], [], ['leaf0'], ['nhom']),
      fc.constantFrom('0.25', '0.5', '0.123', '0.66666666'),
      fc.boolean(),
    )
    .map(([list, exempt, given, isDecided]) =>
      aSubmission({
        id: `${agencyId}-${period}`,
        agencyId,
        period,
        values: list,
        notApplicable: exempt
          .filter(id =>
            set.criteria.some(each => each.id === id || each.subCriteria?.some(child => child.id === id)),
          )
          .map(criterionId => ({ criterionId, reason: 'không có' })),
        ...(isDecided
          ? {
              decisions: [
                { criterionId: 'leaf0', stage: 'firstReview', points: '0.1' },
                { criterionId: 'leaf0', stage: 'secondReview', points: given },
              ],
            }
          : {}),
        ...(reported.length > 0 && isDecided
          ? { points: Object.fromEntries(reported.map(each => [each.id, given])) }
          : {}),
      }),
    )
}

/** Up to four agencies over two years, so that growth has a period before and comparisons have peers. */
export const bulkScene: fc.Arbitrary<BulkScene> = ruleSet.chain(set =>
  fc
    .integer({ min: 1, max: 4 })
    .chain(agencies =>
      fc
        .tuple(
          ...Array.from({ length: agencies }, (_, index) => index).flatMap(index =>
            ['2025', '2026'].map(period => submissionFor(set, `don-vi-${index}`, period)),
          ),
        )
        .map(submissions => ({ ruleSet: set, submissions })),
    ),
)

/** Kinds a rule set uses, parts included, to see that a run met them all. */
export function kindsOf(set: RuleSet): readonly string[] {
  return set.criteria
    .flatMap(criterion => [criterion, ...(criterion.subCriteria ?? [])])
    .flatMap(({ rule: own }) => (own && kindOf(own) ? [own.kind] : []))
}
