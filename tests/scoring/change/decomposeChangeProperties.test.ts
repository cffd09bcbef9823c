import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { RuleSet } from '../../../src/model/ruleSet.ts'
import type { MetricValue, Submission } from '../../../src/model/submission.ts'
import { decomposeChange } from '../../../src/scoring/change/decomposeChange.ts'
import {
  aGroup,
  aRatioRule,
  aReportedLeaf,
  aRuleSet,
  aSubmission,
  roundingAt,
  score,
  toPlaces,
} from '../builders.ts'
import { addsUpTo, deepFreeze } from '../fractions.ts'
import { ratioLeaf } from './changeBuilders.ts'

const ids = ['a', 'b', 'c', 'd', 'e']
const leaf = fc.record({
  max: fc.integer({ min: 1, max: 20 }),
  target: fc.integer({ min: 1, max: 100 }),
  kind: fc.constantFrom('ratio' as const, 'ratio' as const, 'reported' as const, 'reviewed' as const),
})
const leaves = fc
  .tuple(fc.subarray(ids, { minLength: 2 }), fc.array(leaf, { minLength: 5, maxLength: 5 }))
  .map(([chosen, drawn]) =>
    ids.flatMap((id, index) => (chosen.includes(id) && drawn[index] ? [{ id, ...drawn[index] }] : [])),
  )
const rounding = fc
  .tuple(fc.option(fc.integer({ min: 0, max: 2 })), fc.option(fc.integer({ min: 0, max: 2 })))
  .map(([ofLeaf, total]) =>
    roundingAt({
      leaf: ofLeaf === null ? null : toPlaces(ofLeaf),
      total: total === null ? null : toPlaces(total),
    }),
  )
const ruleSetOf = (version: string) =>
  fc.tuple(leaves, rounding).map(([drawn, policy]) => {
    const criteria = drawn.map(({ id, max, target, kind }) =>
      kind === 'ratio'
        ? ratioLeaf(id, String(max), {
            rule: aRatioRule({
              numerator: `${id}.n`,
              denominator: `${id}.d`,
              targetPercent: String(target),
              scaling: 'shareOfTarget',
            }),
          })
        : aReportedLeaf(id, String(max), kind === 'reviewed' ? { assessedBy: 'review' } : {}),
    )
    return aRuleSet({ version, criteria: [aGroup('nhom', criteria)], rounding: policy })
  })
const answer = fc.record({
  figures: fc
    .integer({ min: 1, max: 50 })
    .chain(all => fc.tuple(fc.integer({ min: 0, max: all }), fc.constant(all))),
  state: fc.constantFrom('entered', 'entered', 'entered', 'missing', 'notApplicable'),
  isExempt: fc.integer({ min: 0, max: 6 }).map(draw => draw === 0),
  decided: fc.option(fc.integer({ min: 0, max: 20 }), { freq: 4 }),
  points: fc.option(fc.integer({ min: 0, max: 20 })),
})
const submission = fc
  .array(answer, { minLength: 5, maxLength: 5 })
  .map(answers => (ruleSet: RuleSet): Submission => {
    const group = ruleSet.criteria[0]?.subCriteria ?? []
    const entries = group.flatMap(criterion => {
      const given = answers[ids.indexOf(criterion.id)]
      return given
        ? [{ ...given, id: criterion.id, max: Number(criterion.maxPoints), rule: criterion.rule }]
        : []
    })
    return aSubmission({
      ruleSetVersion: ruleSet.version,
      values: entries.flatMap(({ id, figures: [n, d], state }): readonly MetricValue[] =>
        state === 'entered'
          ? [
              { metricId: `${id}.n`, state, value: String(n) },
              { metricId: `${id}.d`, state, value: String(d) },
            ]
          : [{ metricId: `${id}.n`, state: state === 'missing' ? 'missing' : 'notApplicable' }],
      ),
      notApplicable: entries.flatMap(({ id, isExempt }) =>
        isExempt ? [{ criterionId: id, reason: 'Không có' }] : [],
      ),
      decisions: entries.flatMap(({ id, decided, max }) =>
        decided === null
          ? []
          : [{ criterionId: id, stage: 'firstReview' as const, points: String(Math.min(decided, max)) }],
      ),
      points: Object.fromEntries(
        entries.flatMap(({ id, points, max, rule }) =>
          points === null || rule?.kind !== 'reported' ? [] : [[id, String(Math.min(points, max))]],
        ),
      ),
    })
  })
const change = fc.tuple(ruleSetOf('1'), ruleSetOf('2'), fc.boolean(), submission, submission)

test('steps add up to the change at both ends, from what the one sheet says to what the other does', () => {
  let compared = 0
  fc.assert(
    fc.property(change, ([old, now, sameRules, first, second]) => {
      const newRules = sameRules ? old : now
      const sides = [
        { ruleSet: old, submission: first(old) },
        { ruleSet: newRules, submission: second(newRules) },
      ] as const
      const result = decomposeChange(deepFreeze(sides[0]), deepFreeze(sides[1]))
      if (result.kind === 'incomparable') return
      compared += 1
      for (const end of ['from', 'to'] as const) {
        const steps = result.steps.map(step => step.difference[end])
        expect(addsUpTo(steps, result.difference[end])).toBe(true)
        expect(addsUpTo([result.before[end], ...steps], result.after[end])).toBe(true)
      }
      const [one, other] = sides.map(({ ruleSet, submission: given }) => {
        const { points, percent } = score(ruleSet, given).total
        return result.unit === 'percent' ? percent : points
      })
      expect(one).toMatchObject(result.before)
      expect(other).toMatchObject(result.after)
      if (sameRules) expect(result.steps[0]?.difference).toEqual({ from: '0', to: '0' })
      expect(result.steps.map(step => step.cause)).toEqual(['rules', 'applicability', 'data', 'review'])
    }),
    { numRuns: 1000, seed: 766 },
  )
  expect(compared).toBeGreaterThan(500)
})
