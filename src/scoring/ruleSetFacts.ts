import { isLeaf, walkCriteria } from '../model/criteria.ts'
import type { Provenance } from '../model/provenance.ts'
import type { Criterion, RuleSet } from '../model/ruleSet.ts'
import type { AreaPoints, RuleSetFacts } from '../model/ruleSetReport.ts'
import type { Rule } from '../model/rules.ts'
import {
  add,
  divide,
  formatExact,
  hundred,
  isZero,
  multiply,
  parseExact,
  type Rational,
  subtract,
  sum,
  zero,
} from './exact.ts'
import { kindOf } from './rules/ruleKinds.ts'

/** Counts what a rule set is made of; nothing is scored. */
export function ruleSetFacts(ruleSet: RuleSet): RuleSetFacts {
  const places = walkCriteria(ruleSet)
  const leaves = places.map(place => place.criterion).filter(isLeaf)
  const items = places.filter(
    ({ criterion, depth }) => depth === ruleSet.itemDepth || (depth < ruleSet.itemDepth && isLeaf(criterion)),
  )
  const areas = ruleSet.criteria.map(criterion => areaOf(criterion, parseExact(ruleSet.scale)))
  return {
    groups: ruleSet.criteria.filter(criterion => !isLeaf(criterion)).length,
    items: items.length,
    watched: items.filter(({ criterion }) => criterion.rule?.kind === 'monitor').length,
    criteria: places.length,
    leaves: leaves.length,
    kinds: kindsOf(leaves),
    areas,
    sharedPoints: sharedOf(areas, parseExact(ruleSet.scale)),
    sources: sourcesOf(ruleSet),
    figures: [...leaves, ...(ruleSet.adjustments ?? [])].map(({ id, rule }) => ({
      nodeId: id,
      metricIds: rule
        ? [
            ...new Set(
              kindOf(rule)
                .figures(rule)
                .map(figure => figure.metricId),
            ),
          ]
        : [],
    })),
  }
}

function kindsOf(leaves: readonly Criterion[]): RuleSetFacts['kinds'] {
  const counts = new Map<Rule['kind'], number>()
  for (const { rule } of leaves) if (rule) counts.set(rule.kind, (counts.get(rule.kind) ?? 0) + 1)
  return [...counts].map(([kind, count]) => ({ kind, count })).toSorted((a, b) => b.count - a.count)
}

function areaOf(criterion: Criterion, scale: Rational): AreaPoints {
  const points = knownPoints(criterion)
  return {
    criterionId: criterion.id,
    maxPoints: criterion.maxPoints,
    points: formatExact(points),
    percent: percentOf(points, scale),
  }
}

/** The stated maximum, or what is known below where none is stated. */
function knownPoints({ maxPoints, subCriteria = [] }: Criterion): Rational {
  return maxPoints === null ? sum(subCriteria.map(knownPoints)) : parseExact(maxPoints)
}

function sharedOf(areas: readonly AreaPoints[], scale: Rational): RuleSetFacts['sharedPoints'] {
  const points = subtract(
    scale,
    areas.reduce((total, area) => add(total, parseExact(area.points)), zero),
  )
  return isZero(points) ? null : { points: formatExact(points), percent: percentOf(points, scale) }
}

function percentOf(points: Rational, scale: Rational): string {
  return formatExact(isZero(scale) ? zero : divide(multiply(points, hundred), scale))
}

function sourcesOf(ruleSet: RuleSet): RuleSetFacts['sources'] {
  const all = provenancesOf(ruleSet)
  const count = (holds: (provenance: Provenance) => boolean) => all.filter(holds).length
  return {
    stated: count(each => each.source !== null && each.certainty === 'stated'),
    inferred: count(each => each.source !== null && each.certainty === 'inferred'),
    illustrative: count(each => each.source !== null && each.certainty === 'illustrative'),
    none: count(each => each.source === null),
    total: all.length,
  }
}

/** Everything that must say where it comes from, as the linter asks. */
export function provenancesOf(ruleSet: RuleSet): readonly Provenance[] {
  const { grading } = ruleSet
  const unsaid: Provenance = { certainty: 'inferred', source: null }
  return [
    ruleSet.roundingProvenance,
    ...(ruleSet.bands.length > 0 ? [ruleSet.bandsProvenance ?? unsaid] : []),
    ...(ruleSet.rescaling ? [ruleSet.rescaling.provenance] : []),
    ...[
      ...(grading?.overrides ?? []),
      ...(grading?.quotas ?? []),
      ...(ruleSet.adjustments ?? []),
      ...(ruleSet.calendars ?? []),
      ...walkCriteria(ruleSet).flatMap(({ criterion }) => [criterion, ...(criterion.requiredEvidence ?? [])]),
      ...ruleSet.pools,
      ...(ruleSet.examples ?? []),
    ].map(each => each.provenance),
  ]
}
