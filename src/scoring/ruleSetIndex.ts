import { type CriterionPlace, isLeaf, walkCriteria } from '../model/criteria.ts'
import type { Calendar, Criterion, Metric, RuleSet } from '../model/ruleSet.ts'
import type { Rule } from '../model/rules.ts'
import { kindOf } from './rules/ruleKinds.ts'

/** What the engine looks up in a rule set again and again. */
export type RuleSetIndex = {
  readonly places: readonly CriterionPlace[]
  readonly leaves: readonly Criterion[]
  readonly leafById: ReadonlyMap<string, Criterion>
  readonly parentOf: ReadonlyMap<string, string | null>
  readonly metrics: ReadonlyMap<string, Metric>
  readonly calendars: ReadonlyMap<string, Calendar>
  readonly poolOf: ReadonlyMap<string, string>
  /** Leaves and adjustments whose points may change with a metric, coefficients followed. */
  readonly dependents: ReadonlyMap<string, ReadonlySet<string>>
}

const indexes = new WeakMap<RuleSet, RuleSetIndex>()

/** The index of a rule set, made once for each object. */
export function indexRuleSet(ruleSet: RuleSet): RuleSetIndex {
  const known = indexes.get(ruleSet)
  if (known) return known
  const places = walkCriteria(ruleSet)
  const leaves = places.map(place => place.criterion).filter(isLeaf)
  const index: RuleSetIndex = {
    places,
    leaves,
    leafById: new Map(leaves.map(leaf => [leaf.id, leaf])),
    parentOf: new Map(places.map(place => [place.criterion.id, place.parentId])),
    metrics: new Map(ruleSet.metrics.map(metric => [metric.id, metric])),
    calendars: new Map((ruleSet.calendars ?? []).map(calendar => [calendar.id, calendar])),
    poolOf: new Map(ruleSet.pools.flatMap(pool => pool.criterionIds.map(id => [id, pool.id] as const))),
    dependents: dependentsOf(ruleSet, leaves),
  }
  indexes.set(ruleSet, index)
  return index
}

function dependentsOf(
  ruleSet: RuleSet,
  leaves: readonly Criterion[],
): ReadonlyMap<string, ReadonlySet<string>> {
  const dependents = new Map<string, Set<string>>()
  const add = (metricId: string, nodeId: string) => {
    const nodes = dependents.get(metricId) ?? new Set()
    dependents.set(metricId, nodes.add(nodeId))
  }
  // Readings explain a leaf with figures its rule does not look at.
  const scorables = [
    ...leaves.map(({ id, rule, readings = [] }) => ({
      id,
      rules: [...(rule ? [rule] : []), ...readings.map(reading => reading.rule)],
    })),
    ...(ruleSet.adjustments ?? []).map(({ id, rule }) => ({ id, rules: [rule] })),
  ]
  for (const { id, rules } of scorables)
    for (const rule of rules) for (const figure of kindOf(rule).figures(rule)) add(figure.metricId, id)
  // A coefficient hands its figures on; chains are as long as there are leaves at most.
  const handedOn = scorables.flatMap(({ id, rules }) =>
    rules.flatMap(coefficientsOf).map(coefficient => ({ id, coefficient })),
  )
  for (let changed = true; changed; ) {
    changed = false
    for (const nodes of dependents.values())
      for (const { id, coefficient } of handedOn)
        if (nodes.has(coefficient) && !nodes.has(id)) {
          nodes.add(id)
          changed = true
        }
  }
  return dependents
}

/** Leaves whose percentage a rule multiplies with, its parts and cases included. */
function coefficientsOf(rule: Rule): readonly string[] {
  if (rule.kind === 'sum') return rule.parts.flatMap(part => coefficientsOf(part.rule))
  if (rule.kind === 'bestOf') return rule.cases.flatMap(each => coefficientsOf(each.rule))
  return rule.kind === 'ratio' && rule.coefficient !== undefined ? [rule.coefficient] : []
}
