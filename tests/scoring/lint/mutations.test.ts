import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ruleSetSchema } from '../../../src/io/ruleSetSchema.ts'
import { refuses } from '../../../src/model/problem.ts'
import type { Metric, RuleSet } from '../../../src/model/ruleSet.ts'
import type { MetricValue } from '../../../src/model/submission.ts'
import { lintRuleSet } from '../../../src/scoring/lint/lintRuleSet.ts'
import { lintSubmission } from '../../../src/scoring/lint/lintSubmission.ts'
import { scoreCohort } from '../../../src/scoring/scoreCohort.ts'
import { loadData } from '../../data/dataFiles.ts'
import { aSubmission, scoredAt } from '../builders.ts'
import { everyKind } from './everyKind.ts'

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }
type Path = readonly (string | number)[]

/** Rule sets as their files hold them; fields that are not given are not there. */
const originals: readonly Json[] = [everyKind(), everyKind(), ...loadData().ruleSets].map(ruleSet =>
  JSON.parse(JSON.stringify(ruleSet)),
)

const isList = (value: Json): value is readonly Json[] => Array.isArray(value)
const isBlock = (value: Json): value is { readonly [key: string]: Json } =>
  typeof value === 'object' && value !== null && !isList(value)

/** Every place in a file with what stands there. */
function placesIn(value: Json, path: Path = []): readonly { path: Path; value: Json }[] {
  const inside: readonly (readonly [string | number, Json])[] = isList(value)
    ? value.map((each, index) => [index, each] as const)
    : isBlock(value)
      ? Object.entries(value)
      : []
  return [{ path, value }, ...inside.flatMap(([key, each]) => placesIn(each, [...path, key]))]
}

/** A copy with another value at a place; undefined removes the field or entry. */
function withAt(value: Json, [key, ...rest]: Path, change: (old: Json) => Json | undefined): Json {
  if (isList(value))
    return value.flatMap((each, index) => {
      if (index !== key) return [each]
      const next = rest.length === 0 ? change(each) : withAt(each, rest, change)
      return next === undefined ? [] : [next]
    })
  if (!isBlock(value) || typeof key !== 'string') return value
  const old = value[key]
  if (old === undefined) return value
  const next = rest.length === 0 ? change(old) : withAt(old, rest, change)
  const { [key]: _, ...others } = value
  return next === undefined ? others : { ...value, [key]: next }
}

const decimals = [
  '0',
  '-1',
  '1',
  '0.5',
  '2',
  '3',
  '50',
  '100',
  '100.5',
  '1000',
  '0.333',
  '99999999999999999999',
]
const words = [
  ...['zero', 'full', 'notApplicable', 'missing', 'share', 'shareOfTarget', 'fromFloor', 'rounded'],
  ...['higherIsBetter', 'lowerIsBetter', 'count', 'percent', 'number', 'flag', 'date', 'option', 'total'],
  ...[
    'bonus',
    'penalty',
    'allStay',
    'dense',
    'linear',
    'refuse',
    'cap',
    '2026-04-29',
    '2030-01-01',
    '2026-Q2',
  ],
  ...['done / 0', 'done +', 'x * 2', 'max(done, all, 1000)', 'done > 1 and (all', '1 / (done - all)', '7'],
]

/** Text that means nothing to a rule. */
const spoken =
  /^(name|nameEn|shortName|shortNameEn|label|labelEn|unit|unitEn|note|quote|place|title|definition)$/

type Mutation = { readonly at: number; readonly how: number; readonly with: number }

/** Removes a field or entry, doubles or turns a list, or puts there what stands in such a field elsewhere. */
function mutate(original: Json, mutation: Mutation): Json {
  const places = placesIn(original)
    .slice(1)
    .filter(({ path }) => !spoken.test(String(path.at(-1))))
  const { path } = places[mutation.at % places.length] ?? { path: [] }
  const pick = <T>(list: readonly T[]): T | undefined => list[mutation.with % list.length]
  return withAt(original, path, old => {
    if (mutation.how === 0) return undefined
    if (isList(old) && mutation.how < 3)
      return mutation.how === 1 ? [...old, ...old.slice(0, 1)] : old.toReversed()
    if (typeof old === 'string' && mutation.how < 3)
      return pick(/^-?\d+(\.\d+)?$/.test(old) ? decimals : words)
    if (typeof old === 'number') return pick([0, 1, 2, 7, 12])
    if (old === null) return pick(decimals)
    return pick(places.filter(place => place.path.at(-1) === path.at(-1)))?.value
  })
}

const mutated: fc.Arbitrary<RuleSet> = fc
  .tuple(
    fc.constantFrom(...originals),
    fc.array(fc.record({ at: fc.nat(5000), how: fc.nat(5), with: fc.nat(500) }), {
      minLength: 1,
      maxLength: 3,
    }),
  )
  .map(([original, mutations]) => ruleSetSchema.safeParse(mutations.reduce(mutate, original)))
  .filter(parsed => parsed.success)
  .map(parsed => parsed.data as RuleSet)

function valueFor(metric: Metric, drawn: number, ruleSet: RuleSet): string {
  switch (metric.valueType) {
    case 'flag':
      return String(drawn % 2)
    case 'percent':
      return String(drawn % 101)
    case 'date':
      return `2026-0${4 + (drawn % 3)}-1${drawn % 10}`
    case 'option': {
      const rules = ruleSet.criteria.flatMap(group => [group, ...(group.subCriteria ?? [])])
      const choices = rules.flatMap(({ rule }) => (rule?.kind === 'choice' ? rule.options : []))
      return choices[drawn % Math.max(choices.length, 1)]?.value ?? '1'
    }
    case 'count':
    case 'number':
      return String(drawn)
  }
}

describe('a rule set with some fields changed, whatever they are', () => {
  test('is linted without a throw, every problem said in two languages', () => {
    fc.assert(
      fc.property(mutated, ruleSet => {
        for (const { message, path, code } of lintRuleSet(ruleSet, 'tep.json')) {
          expect(`${path} ${code}`).toMatch(/^[\w.[\]]* [a-z0-9-]+$/)
          expect([message.vi, message.en].join('')).not.toMatch(/undefined|NaN|\[object/)
        }
      }),
      { numRuns: 1500, seed: 766 },
    )
  })

  test('is scored without a throw when it has no error and its figures have none', () => {
    let scored = 0
    fc.assert(
      fc.property(mutated, fc.array(fc.nat(40), { minLength: 60, maxLength: 60 }), (ruleSet, drawn) => {
        if (refuses(lintRuleSet(ruleSet, ''))) return
        const submissions = ['mot', 'hai'].map((agencyId, agency) =>
          aSubmission({
            agencyId,
            ruleSetId: ruleSet.id,
            ruleSetVersion: ruleSet.version,
            values: ruleSet.metrics.map((metric, index): MetricValue => {
              const value = drawn[(index + agency * 7) % drawn.length] ?? 0
              return value % 9 === 0
                ? { metricId: metric.id, state: value % 2 === 0 ? 'missing' : 'notApplicable' }
                : { metricId: metric.id, state: 'entered', value: valueFor(metric, value, ruleSet) }
            }),
          }),
        )
        if (submissions.some(submission => refuses(lintSubmission(submission, ruleSet, '')))) return
        scored += 1
        expect(scoreCohort(ruleSet, submissions, scoredAt)).toHaveLength(2)
      }),
      { numRuns: 1000, seed: 766 },
    )
    expect(scored).toBeGreaterThan(150)
  })
})
