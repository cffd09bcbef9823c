import * as z from 'zod'
import { decimal, id, isoDate, text } from './fields.ts'

/** Schemas of every rule kind; `model/rules.ts` says what each means. */

const natural = z.int().nonnegative()
const emptyPolicy = z.enum(['zero', 'full', 'notApplicable', 'missing'])
const direction = z.enum(['higherIsBetter', 'lowerIsBetter'])
const labelled = { label: text, labelEn: text.optional() }

export const tieStyle = z.enum(['competition', 'dense'])

export const statePolicies = z.strictObject({
  missing: emptyPolicy.optional(),
  withheld: emptyPolicy.optional(),
  notApplicable: emptyPolicy.optional(),
})

const measure = z.discriminatedUnion('of', [
  z.strictObject({ of: z.literal('value'), metric: id }),
  z.strictObject({
    of: z.literal('percent'),
    numerator: id,
    denominator: id,
    whenDenominatorZero: emptyPolicy,
  }),
])

const bandTable = {
  bands: z
    .array(
      z.strictObject({
        from: decimal.optional(),
        fromExclusive: z.literal(true).optional(),
        to: decimal.optional(),
        toInclusive: z.literal(true).optional(),
        points: decimal,
      }),
    )
    .min(1),
  otherwise: decimal.optional(),
}

const ratioRule = z.strictObject({
  kind: z.literal('ratio'),
  numerator: id,
  denominator: id,
  orDenominator: id.optional(),
  fallbackDenominator: z
    .strictObject({
      metric: id,
      divideBy: z.strictObject({
        year: decimal.optional(),
        quarter: decimal.optional(),
        month: decimal.optional(),
        date: decimal.optional(),
      }),
    })
    .optional(),
  complement: z.literal(true).optional(),
  otherShares: z.array(z.strictObject({ numerator: id, denominator: id })).optional(),
  coefficient: id.optional(),
  direction,
  targetPercent: decimal,
  floorPercent: decimal.optional(),
  scaling: z.enum(['share', 'shareOfTarget', 'fromFloor']),
  whenDenominatorZero: emptyPolicy,
  whenMissing: emptyPolicy,
})

const plainRules = [
  ratioRule,
  z.strictObject({ kind: z.literal('yesNo'), metric: id }),
  z.strictObject({
    kind: z.literal('choice'),
    metric: id,
    options: z.array(z.strictObject({ ...labelled, value: decimal, points: decimal })).min(1),
  }),
  z.strictObject({
    kind: z.literal('checklist'),
    items: z.array(z.strictObject({ metric: id, points: decimal })).min(1),
  }),
  z.strictObject({ kind: z.literal('bands'), measure, ...bandTable }),
  z.strictObject({ kind: z.literal('perUnit'), metric: id, pointsPerUnit: decimal, cap: decimal.optional() }),
  z.strictObject({
    kind: z.literal('deduction'),
    items: z
      .array(
        z.strictObject({
          metric: id,
          each: z.union([z.strictObject({ points: decimal }), z.strictObject({ percentOfMax: decimal })]),
        }),
      )
      .min(1),
    floor: decimal.optional(),
  }),
  z.strictObject({
    kind: z.literal('bonusPenalty'),
    base: decimal.optional(),
    items: z
      .array(z.strictObject({ metric: id, effect: z.enum(['bonus', 'penalty']), points: decimal }))
      .min(1),
    least: decimal,
    most: decimal,
  }),
  z.strictObject({
    kind: z.literal('lateness'),
    since: z.union([z.strictObject({ date: isoDate }), z.strictObject({ metric: id })]),
    done: id,
    allowedDays: natural,
    calendar: id,
    ...bandTable,
  }),
  z.strictObject({ kind: z.literal('surveyMean'), metric: id, scaleFrom: decimal, scaleTo: decimal }),
  z.strictObject({
    kind: z.literal('surveyOptions'),
    options: z.array(z.strictObject({ metric: id, weightPercent: decimal })).min(1),
    whenNoAnswers: emptyPolicy,
  }),
  z.strictObject({
    kind: z.literal('weightedMean'),
    terms: z.array(z.strictObject({ metric: id, weight: decimal })).min(1),
    scaleTo: decimal,
  }),
  z.strictObject({
    kind: z.literal('everyOccurrence'),
    items: z.array(z.strictObject({ ...labelled, metrics: z.array(id).min(1) })).min(1),
  }),
  z.strictObject({ kind: z.literal('growth'), metric: id, whenPreviousZero: emptyPolicy, ...bandTable }),
  z.strictObject({
    kind: z.literal('formula'),
    variables: z
      .array(z.strictObject({ name: z.string().regex(/^[A-Za-z][A-Za-z0-9_]*$/, 'id'), metric: id }))
      .min(1),
    cases: z
      .array(
        z.strictObject({
          label: text.optional(),
          labelEn: text.optional(),
          when: text.optional(),
          expression: text,
        }),
      )
      .min(1),
    aboveMaximum: z.enum(['cap', 'refuse']),
    whenUndefined: emptyPolicy,
  }),
] as const

export const plainRule = z.discriminatedUnion('kind', plainRules)

const part = z.strictObject({ ...labelled, maxPoints: decimal, rule: plainRule })
const sumRule = z.strictObject({ kind: z.literal('sum'), parts: z.array(part).min(1) })

export const rule = z.discriminatedUnion('kind', [
  ...plainRules,
  sumRule,
  z.strictObject({ kind: z.literal('bestOf'), cases: z.array(part).min(1) }),
  z.strictObject({ kind: z.literal('shareOfBest'), measure, whenAllZero: emptyPolicy }),
  z.strictObject({ kind: z.literal('leader'), measure, target: decimal, percentAtTarget: decimal }),
  z.strictObject({
    kind: z.literal('minMax'),
    measure,
    direction,
    percentAtWorst: decimal,
    whenAllEqual: emptyPolicy,
  }),
  z.strictObject({
    kind: z.literal('rank'),
    measure,
    direction,
    ties: tieStyle,
    points: z.union([z.literal('linear'), z.strictObject(bandTable)]),
  }),
  z.strictObject({ kind: z.literal('reported') }),
  z.strictObject({ kind: z.literal('monitor'), numerator: id, denominator: id }),
])

/** A reading is one way to explain points that were only published. */
export const readingRule = z.discriminatedUnion('kind', [ratioRule, sumRule])
