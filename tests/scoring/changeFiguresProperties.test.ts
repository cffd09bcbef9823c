import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { walkCriteria } from '../../src/model/criteria.ts'
import type { Adjustment, Criterion, RuleSet } from '../../src/model/ruleSet.ts'
import type { PlainRule, Rule } from '../../src/model/rules.ts'
import type { ScoreSheet } from '../../src/model/scoreSheet.ts'
import type { Submission } from '../../src/model/submission.ts'
import { changeFigures, type Scored, scoreForChanges } from '../../src/scoring/scoreSubmission.ts'
import {
  aBand,
  aCriterion,
  aGroup,
  aPool,
  aRatioRule,
  aReportedLeaf,
  aRuleSet,
  aSubmission,
  roundingAt,
  scoredAt,
  stated,
  toPlaces,
} from './builders.ts'
import { deepFreeze } from './fractions.ts'
import { type Figures, valuesOf } from './rules/leafScenes.ts'

const later = '2026-10-11T03:00:00.000Z'

/** Scores frozen files, so that writing anywhere throws. */
const start = (ruleSet: RuleSet, submission: Submission): Scored =>
  scoreForChanges(deepFreeze(ruleSet), deepFreeze(submission), scoredAt)

/** Written apart from the engine: the same values with some replaced, new ones behind them. */
function withFigures(submission: Submission, figures: Figures): Submission {
  const values = valuesOf(figures)
  const kept = submission.values.filter(value => !values.some(each => each.metricId === value.metricId))
  return { ...submission, values: [...kept, ...values] }
}

/** As text first: comparing two thousand sheets field by field takes long. */
function expectSame(sheet: ScoreSheet, other: ScoreSheet): void {
  if (JSON.stringify(sheet) !== JSON.stringify(other)) expect(sheet).toEqual(other)
}

describe('any rule set and any changes', () => {
  const amounts = ['n0', 'n1', 'n2', 'n3', 'n4', 'n5']
  const flags = ['f0', 'f1', 'f2']
  const amount = fc.constantFrom(...amounts)
  const flag = fc.constantFrom(...flags)
  const ratio = fc
    .tuple(
      amount,
      amount,
      fc.constantFrom('zero' as const, 'full' as const, 'notApplicable' as const, 'missing' as const),
    )
    .map(([numerator, denominator, policy]) =>
      aRatioRule({ numerator, denominator, whenDenominatorZero: policy, whenMissing: policy }),
    )
  const plain: fc.Arbitrary<PlainRule> = fc.oneof(
    ratio,
    flag.map((metric): PlainRule => ({ kind: 'yesNo', metric })),
    fc.tuple(flag, flag).map(
      ([a, b]): PlainRule => ({
        kind: 'checklist',
        items: [
          { metric: a, points: '0.5' },
          { metric: b, points: '1.5' },
        ],
      }),
    ),
    fc.tuple(amount, amount).map(
      ([a, b]): PlainRule => ({
        kind: 'surveyOptions',
        options: [
          { metric: a, weightPercent: '100' },
          { metric: b, weightPercent: '20' },
        ],
        whenNoAnswers: 'zero',
      }),
    ),
    fc.tuple(amount, amount).map(
      ([a, b]): PlainRule => ({
        kind: 'formula',
        variables: [
          { name: 'a', metric: a },
          { name: 'b', metric: b },
        ],
        cases: [{ when: 'a > b', expression: 'b / a * 2' }, { expression: 'a / b' }],
        aboveMaximum: 'cap',
        whenUndefined: 'missing',
      }),
    ),
    fc.tuple(flag, flag).map(
      ([a, b]): PlainRule => ({
        kind: 'everyOccurrence',
        items: [
          { label: '1', metrics: [a, b] },
          { label: '2', metrics: [b] },
        ],
      }),
    ),
  )
  const composite: fc.Arbitrary<Rule> = fc
    .tuple(fc.constantFrom('sum', 'bestOf'), plain, plain)
    .map(([kind, first, second]) => {
      const parts = [first, second].map((rule, index) => ({ label: `${index}`, maxPoints: '1', rule }))
      return kind === 'sum' ? { kind: 'sum', parts } : { kind: 'bestOf', cases: parts }
    })
  const drawnLeaf = fc.record({
    rule: fc.oneof({ weight: 3, arbitrary: plain }, { weight: 1, arbitrary: composite }),
    /** How many leaves back its coefficient stands, where both are ratios. */
    coefficient: fc.integer({ min: 0, max: 3 }),
    isReported: fc.integer({ min: 0, max: 5 }).map(n => n === 0),
  })
  const step = fc.option(fc.integer({ min: 0, max: 2 }).map(places => toPlaces(places)))

  const ruleSets: fc.Arbitrary<RuleSet> = fc
    .record({
      groups: fc.array(fc.array(drawnLeaf, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 }),
      bonus: plain,
      penalty: ratio,
      leaf: step,
      group: step,
      total: step,
      isRescaled: fc.boolean(),
      isPooled: fc.boolean(),
    })
    .map(({ groups, bonus, penalty, leaf, group, total, isRescaled, isPooled }) => {
      const leaves: Criterion[] = []
      const criteria = groups.map((drawn, index) =>
        aGroup(
          `g${index}`,
          drawn.map(({ rule, coefficient, isReported }) => {
            const id = `l${leaves.length}`
            const back = leaves[leaves.length - coefficient]
            const linked =
              rule.kind === 'ratio' && back?.rule?.kind === 'ratio' ? { ...rule, coefficient: back.id } : rule
            const made = isReported
              ? aReportedLeaf(id, '2', {
                  readings: [{ rule: aRatioRule({ numerator: 'n0', denominator: 'n1' }) }],
                })
              : aCriterion({ id, maxPoints: '2', rule: linked })
            leaves.push(made)
            return made
          }),
        ),
      )
      const ratioLeaf = leaves.find(each => each.rule?.kind === 'ratio')
      const adjustments: Adjustment[] = [
        { id: 'thuong', name: 'Thưởng', effect: 'bonus', ceiling: '2', rule: bonus, provenance: stated },
        {
          id: 'phat',
          name: 'Phạt',
          effect: 'penalty',
          ceiling: '1',
          rule: ratioLeaf ? { ...penalty, coefficient: ratioLeaf.id } : penalty,
          provenance: stated,
        },
      ]
      const ids = leaves.slice(0, 2).map(each => each.id)
      const pools = isPooled && ids.length === 2 ? [aPool('pool', ids, '4')] : []
      return aRuleSet({
        criteria,
        adjustments,
        // A pool's leaves count through the pool, whose points the scale of the builder would count twice.
        scale: String(leaves.length * 2),
        pools,
        rounding: roundingAt({ leaf, group, total }),
        rescaling: isRescaled ? { criterionIds: ['g0'], to: '10', provenance: stated } : undefined,
        bands: [aBand('thap', '0'), aBand('cao', '60')],
        grading: { overrides: [{ metric: 'f0', bandId: 'thap', provenance: stated }] },
        metrics: [
          ...amounts.map(id => ({ id, name: id, unit: 'hồ sơ', valueType: 'count' as const })),
          ...flags.map(id => ({ id, name: id, unit: 'có/không', valueType: 'flag' as const })),
        ],
      })
    })
  const state = fc.constantFrom('missing', 'withheld', 'notApplicable')
  const amountFigure = fc.oneof(
    { weight: 5, arbitrary: fc.integer({ min: 0, max: 6 }).map(String) },
    { weight: 1, arbitrary: state },
  )
  const flagFigure = fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom('0', '1') },
    { weight: 1, arbitrary: state },
  )
  const figure = fc.oneof(
    amount.chain(id => amountFigure.map(value => [id, value] as const)),
    flag.chain(id => flagFigure.map(value => [id, value] as const)),
  )
  const someFigures: fc.Arbitrary<Figures> = fc.array(figure, { maxLength: 4 }).map(Object.fromEntries)
  const allFigures: fc.Arbitrary<Figures> = fc
    .tuple(
      fc.array(amountFigure, { minLength: 6, maxLength: 6 }),
      fc.array(flagFigure, { minLength: 3, maxLength: 3 }),
    )
    .map(drawn =>
      Object.fromEntries([...amounts, ...flags].map((id, index) => [id, drawn.flat()[index] ?? '0'])),
    )
  const submissions = fc
    .record({
      figures: allFigures,
      exempt: fc.constantFrom([], [], ['l0'], ['g0']),
      decided: fc.boolean(),
    })
    .map(({ figures, exempt, decided }) =>
      aSubmission({
        values: valuesOf(figures),
        points: { l1: '1.25' },
        notApplicable: exempt.map(criterionId => ({ criterionId, reason: 'Không có' })),
        decisions: decided ? [{ criterionId: 'l0', stage: 'firstReview', points: '0.75' }] : [],
      }),
    )

  test('changing figures is scoring afresh, twice in a row', () => {
    fc.assert(
      fc.property(ruleSets, submissions, someFigures, someFigures, (ruleSet, submission, first, second) => {
        const before = start(ruleSet, submission)
        deepFreeze(before.sheet)
        const once = changeFigures(before, valuesOf(first), later)
        const afresh = scoreForChanges(ruleSet, withFigures(submission, first), later)
        expectSame(once.sheet, afresh.sheet)
        const twice = changeFigures(once, valuesOf(second), later)
        const again = scoreForChanges(ruleSet, withFigures(afresh.submission, second), later)
        expectSame(twice.sheet, again.sheet)
      }),
      { numRuns: 1000, seed: 335 },
    )
  })

  test('what did not change is the very same object', () => {
    fc.assert(
      fc.property(ruleSets, submissions, someFigures, (ruleSet, submission, figures) => {
        const before = start(ruleSet, submission)
        const after = changeFigures(before, valuesOf(figures), later)
        const places = walkCriteria(ruleSet).map(place => place.criterion)
        /** Whether a criterion, one below it or one whose percentage it takes names a metric. */
        const names = (criterion: Criterion, metric: string): boolean => {
          const text = JSON.stringify(criterion)
          const takes = (other: Criterion) => text.includes(`"coefficient":"${other.id}"`)
          return text.includes(`"${metric}"`) || places.some(other => takes(other) && names(other, metric))
        }
        const untouched = before.sheet.nodes.filter((_, index) => {
          const criterion = places[index]
          return criterion && !Object.keys(figures).some(metric => names(criterion, metric))
        })
        for (const node of untouched) expect(after.sheet.nodes.includes(node)).toBe(true)
        if (Object.keys(figures).length === 0) expect(untouched).toHaveLength(before.sheet.nodes.length)
      }),
      { numRuns: 1000, seed: 335 },
    )
  })
})
