import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { RoundingStep } from '../../../src/model/ruleSet.ts'
import type { PlainRule } from '../../../src/model/rules.ts'
import { formatExact, parseExact } from '../../../src/scoring/exact.ts'
import { kindOf } from '../../../src/scoring/rules/ruleKinds.ts'
import { aCriterion, aGroup, aRuleSet, aSubmission, nodeOf, roundingAt, score } from '../builders.ts'
import { type Figures, leafOf, valuesOf } from '../rules/leafScenes.ts'
import {
  anyRule,
  enteredFigures,
  everything,
  maximum,
  measured,
  positiveFigures,
  rounding,
  someFigures,
} from './arbitraries.ts'
import { type Fraction, isBelow, readFraction, total, writeFraction } from './bigRational.ts'
import type { KnownRule } from './oracle.ts'

const runs = { numRuns: 1000, seed: 876 }

/** Points of a leaf that has all its figures. */
function earned(rule: KnownRule, maxPoints: string, figures: Figures, ratio: RoundingStep | null = null) {
  const { outcome } = leafOf({ rule, maxPoints, figures, rounding: { ratio } })
  if (outcome?.kind !== 'scored') throw new Error(`not scored but ${outcome?.kind}`)
  return readFraction(outcome.points)
}
function isWithin(value: Fraction, least: string, most: string) {
  return !isBelow(value, readFraction(least)) && !isBelow(readFraction(most), value)
}

function boundsOf(rule: KnownRule, maxPoints: string) {
  const { least, most } = kindOf(rule).bounds(rule, parseExact(maxPoints))
  return { least: formatExact(least), most: formatExact(most) }
}

test('points lie within the bounds of their rule', () => {
  fc.assert(
    fc.property(anyRule(measured), maximum, positiveFigures, rounding, (rule, maxPoints, figures, step) => {
      const { least, most } = boundsOf(rule, maxPoints)
      expect(isWithin(earned(rule, maxPoints, figures, step), least, most)).toBe(true)
    }),
    runs,
  )
})

test('where a trend rises or falls, a figure that grows alone moves the points that way or not at all', () => {
  let directed = 0
  fc.assert(
    fc.property(
      anyRule(measured),
      maximum,
      positiveFigures,
      positiveFigures,
      fc.nat(),
      rounding,
      (rule, maxPoints, figures, others, pick, step) => {
        const looked = kindOf(rule).figures(rule)
        const { metricId } = looked[pick % looked.length] ?? { metricId: 'm0' }
        const trend = kindOf(rule).trend(rule, metricId)
        if (trend === 'mixed') return
        const [one, other] = [figures[metricId] ?? '0', others[metricId] ?? '0']
        const [low, high] = isBelow(readFraction(one), readFraction(other)) ? [one, other] : [other, one]
        const at = (value: string) => earned(rule, maxPoints, { ...figures, [metricId]: value }, step)
        const [before, after] = [at(low), at(high)]
        expect(trend === 'rising' ? isBelow(after, before) : isBelow(before, after)).toBe(false)
        if (isBelow(before, after) || isBelow(after, before)) directed += 1
      },
    ),
    { ...runs, numRuns: 2000 },
  )
  // A property that never sees points move would prove nothing.
  expect(directed).toBeGreaterThan(300)
})

test('without rounding a group and the whole are the sum of their leaves', () => {
  const leaves = fc.array(fc.record({ rule: anyRule(measured), maxPoints: maximum }), {
    minLength: 1,
    maxLength: 4,
  })
  fc.assert(
    fc.property(leaves, leaves, positiveFigures, (first, second, figures) => {
      const groups = [first, second].map((group, place) =>
        group.map((leaf, index) => aCriterion({ ...leaf, id: `leaf-${place}-${index}` })),
      )
      const ruleSet = aRuleSet({ criteria: groups.map((group, place) => aGroup(`group-${place}`, group)) })
      const sheet = score(ruleSet, aSubmission({ values: valuesOf(figures) }))
      const pointsAt = (id: string) => {
        const { points } = nodeOf(sheet, id)
        if (points?.kind !== 'known') throw new Error(`points of ${id} are not known`)
        expect(points.from).toBe(points.to)
        return readFraction(points.from)
      }
      const sums = groups.map(group => total(group.map(leaf => pointsAt(leaf.id))))
      expect(sums.map(writeFraction)).toEqual(
        groups.map((_, place) => writeFraction(pointsAt(`group-${place}`))),
      )
      expect(sheet.total.points).toMatchObject({ kind: 'known', from: writeFraction(total(sums)) })
    }),
    runs,
  )
})

/** The same rule with every list in it the other way round. */
function turned(rule: KnownRule): KnownRule {
  switch (rule.kind) {
    case 'ratio':
      return { ...rule, otherShares: rule.otherShares?.toReversed() }
    case 'choice':
      return { ...rule, options: rule.options.toReversed() }
    case 'bands':
      return { ...rule, bands: rule.bands.toReversed() }
    case 'checklist':
      return { ...rule, items: rule.items.toReversed() }
    case 'deduction':
      return { ...rule, items: rule.items.toReversed() }
    case 'bonusPenalty':
      return { ...rule, items: rule.items.toReversed() }
    case 'sum':
      return { ...rule, parts: rule.parts.map(turnedPart).toReversed() }
    case 'bestOf':
      return { ...rule, cases: rule.cases.map(turnedPart).toReversed() }
    default:
      return rule
  }
}

function turnedPart<Part extends { readonly rule: PlainRule }>(part: Part): Part {
  return { ...part, rule: turned(part.rule as KnownRule) as PlainRule }
}

test('neither the order of items and bands in a rule nor that of the values changes the points', () => {
  const allowed = { ...everything, coefficient: false }
  fc.assert(
    fc.property(anyRule(allowed), maximum, someFigures, rounding, (rule, maxPoints, figures, leaf) => {
      const backwards = Object.fromEntries(Object.entries(figures).toReversed())
      const scene = { maxPoints, rounding: { leaf, ratio: leaf } }
      const [one, other] = [
        leafOf({ ...scene, rule, figures }),
        leafOf({ ...scene, rule: turned(rule), figures: backwards }),
      ]
      expect(other.points).toEqual(one.points)
      expect(other.outcome?.kind).toBe(one.outcome?.kind)
    }),
    runs,
  )
})

test('what is open while figures are missing holds whatever comes in, and lies within the bounds', () => {
  let open = 0
  fc.assert(
    fc.property(
      anyRule(measured),
      maximum,
      positiveFigures,
      fc.infiniteStream(fc.boolean()),
      (rule, maxPoints, figures, hide) => {
        const hidden = Object.fromEntries(
          Object.entries(figures).map(([id, value]) => [id, hide.next().value ? 'missing' : value]),
        )
        const { outcome } = leafOf({ rule, maxPoints, figures: hidden })
        if (outcome?.kind === 'notApplicable' || outcome?.kind === 'pendingReview')
          throw new Error('not open')
        const { from, to } =
          outcome?.kind === 'missing' ? outcome.range : { from: outcome?.points, to: outcome?.points }
        if (from === undefined || to === undefined) throw new Error('a leaf has an outcome')
        expect(isWithin(earned(rule, maxPoints, figures), from, to)).toBe(true)
        const { least, most } = boundsOf(rule, maxPoints)
        expect([from, to].map(end => isWithin(readFraction(end), least, most))).toEqual([true, true])
        if (outcome?.kind === 'missing') open += 1
      },
    ),
    runs,
  )
  expect(open).toBeGreaterThan(300)
})

/** Freezes an object and everything in it, so that writing anywhere throws. */
function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value)
    for (const inner of Object.values(value)) deepFreeze(inner)
  }
  return value
}

test('nothing handed in is changed, and the same comes out twice', () => {
  fc.assert(
    fc.property(
      anyRule({ ...everything, coefficient: false }),
      maximum,
      fc.oneof(enteredFigures, someFigures),
      rounding,
      (rule, maxPoints, figures, step) => {
        const ruleSet = aRuleSet({
          criteria: [aCriterion({ rule, maxPoints })],
          rounding: roundingAt({ leaf: step, ratio: step }),
        })
        const submission = aSubmission({ values: valuesOf(figures) })
        const text = JSON.stringify([ruleSet, submission])
        const sheet = score(deepFreeze(ruleSet), deepFreeze(submission))
        expect(score(ruleSet, submission)).toEqual(sheet)
        expect(JSON.stringify([ruleSet, submission])).toBe(text)
      },
    ),
    runs,
  )
})
