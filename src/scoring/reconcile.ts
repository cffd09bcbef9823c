import { isLeaf, walkCriteria } from '../model/criteria.ts'
import type { Criterion, RuleSet } from '../model/ruleSet.ts'
import type { Reconciliation, ReconciliationCheck } from '../model/scoreSheet.ts'
import type { PublishedResult } from '../model/submission.ts'
import { compare, formatExact, parseExact, type Rational, subtract, sum, zero } from './exact.ts'
import { isSettledNode, type RollUp } from './rollUp.ts'

/**
 * Compares what we compute with what somebody else published, figure by figure.
 *
 * Figures the engine takes as published are counted apart: they agree by construction.
 * Where pools hide leaves, the losses that are named one by one are also held against the
 * published total; that check is the one which shows PAR Index 2022, area 7, not adding up.
 *
 * @param decidedIds leaves whose points a stage of the assessment decided
 */
export function reconcile(
  ruleSet: RuleSet,
  rolled: RollUp,
  published: PublishedResult,
  decidedIds: ReadonlySet<string> = new Set(),
): Reconciliation {
  const checks: ReconciliationCheck[] = []
  let takenAsPublished = 0
  let notComparable = 0

  const places = new Map(walkCriteria(ruleSet).map(place => [place.criterion.id, place.criterion]))
  for (const entry of published.points) {
    const criterion = places.get(entry.nodeId)
    const node = rolled.nodes.get(entry.nodeId)
    if (!criterion || !node || standsForItself(criterion, decidedIds)) takenAsPublished += 1
    else if (!isSettledNode(node)) notComparable += 1
    else
      checks.push(
        check(isLeaf(criterion) ? 'leaf' : 'group', entry.nodeId, criterion, node.from, entry.points),
      )
  }

  const totalNames = { name: ruleSet.shortTitle, nameEn: ruleSet.shortTitleEn }
  const named = ruleSet.pools.length > 0 ? namedLosses(ruleSet, rolled) : null
  if (published.total !== null) {
    if (restsOnTotal(ruleSet, published)) takenAsPublished += 1
    else if (isSettledNode(rolled.total))
      checks.push(check('total', 'total', totalNames, rolled.total.from, published.total))
    else notComparable += 1
    if (named && rolled.total.maxPoints)
      checks.push(
        check('namedLosses', 'total', totalNames, subtract(rolled.total.maxPoints, named), published.total),
      )
  }
  return {
    checks,
    agreeing: checks.filter(entry => entry.agrees).length,
    takenAsPublished,
    notComparable,
    readings: published.readings ?? [],
    namedLosses: named ? formatExact(named) : null,
  }
}

/** A reported leaf, or a group whose only leaf is one: its figure is the published one by construction. */
function standsForItself(criterion: Criterion, decidedIds: ReadonlySet<string>): boolean {
  const leaves = walkCriteria({ criteria: [criterion] }).filter(place => isLeaf(place.criterion))
  const [only] = leaves
  // A decision puts other points in their place, which may disagree.
  return (
    leaves.length === 1 && only?.criterion.rule?.kind === 'reported' && !decidedIds.has(only.criterion.id)
  )
}

/** Whether a pool was given what the published total leaves over, so that the sum cannot differ from it. */
function restsOnTotal(ruleSet: RuleSet, published: PublishedResult): boolean {
  return ruleSet.pools.some(pool =>
    published.points.some(entry => entry.nodeId === pool.id && entry.provenance?.certainty === 'inferred'),
  )
}

/**
 * Sum of maximum − points over the leaves that have points of their own, pools aside.
 * @returns null while one of them is missing: missing is not full
 */
function namedLosses(ruleSet: RuleSet, rolled: RollUp): Rational | null {
  const pooled = new Set(ruleSet.pools.flatMap(pool => pool.criterionIds))
  const nodes = walkCriteria(ruleSet)
    .filter(({ criterion }) => isLeaf(criterion) && !pooled.has(criterion.id))
    .flatMap(({ criterion }) => rolled.nodes.get(criterion.id) ?? [])
  if (!nodes.every(isSettledNode)) return null
  return sum(nodes.flatMap(node => (node.maxPoints ? [subtract(node.maxPoints, node.from)] : [])))
}

function check(
  kind: ReconciliationCheck['kind'],
  nodeId: string,
  names: { readonly name?: string; readonly nameEn?: string | undefined },
  computed: Rational,
  published: string,
): ReconciliationCheck {
  const difference = subtract(computed, parseExact(published))
  return {
    kind,
    nodeId,
    name: names.name ?? nodeId,
    nameEn: names.nameEn,
    computed: formatExact(computed),
    published,
    difference: formatExact(difference),
    agrees: compare(difference, zero) === 0,
  }
}
