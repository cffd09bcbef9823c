import { isLeaf } from '../model/criteria.ts'
import type { Criterion, CriterionPool, RoundingStep, RuleSet } from '../model/ruleSet.ts'
import type { AppliedRounding, NodePoints } from '../model/scoreSheet.ts'
import { add, compare, formatExact, parseExact, type Rational, round, subtract, sum, zero } from './exact.ts'
import type { LeafScore } from './scoreLeaf.ts'

/** Exact result of one node of the tree, before it is written into the score sheet. */
export type NodeTotal = {
  readonly from: Rational
  readonly to: Rational
  /** Leaves whose points are only known through a pool that reaches outside this node. */
  readonly hiddenLeafIds: readonly string[]
  /** Maximum of what applies; null when a part's maximum is stated nowhere. */
  readonly maxPoints: Rational | null
  /** Maximum that not-applicable leaves took away; null when unknown. */
  readonly exemptPoints: Rational | null
  readonly missingLeaves: number
  readonly notApplicableLeaves: number
  /** Sum before the rule set rounded it; null where it rounds no sum or the sum is open. */
  readonly rounding: AppliedRounding | null
}

export type PoolTotal = { readonly from: Rational; readonly to: Rational; readonly settled: boolean }

export type RollUp = { readonly nodes: ReadonlyMap<string, NodeTotal>; readonly total: NodeTotal }

/**
 * Adds leaves up to groups and the whole.
 *
 * Missing leaves make an interval from "none of it" to "all of it". Not-applicable leaves leave
 * numerator and denominator. Leaves hidden in a pool count only through the pool, in the first node
 * that holds all of them, whatever is known of single ones.
 */
export function rollUp(
  ruleSet: RuleSet,
  leaves: ReadonlyMap<string, LeafScore>,
  pools: ReadonlyMap<string, PoolTotal>,
): RollUp {
  const nodes = new Map<string, NodeTotal>()
  const pooledIds = new Set(ruleSet.pools.flatMap(pool => pool.criterionIds))
  const visit = (criterion: Criterion): NodeTotal => {
    const node = isLeaf(criterion)
      ? leafTotal(criterion, leaves, pooledIds)
      : groupTotal(
          (criterion.subCriteria ?? []).map(visit),
          criterion.maxPoints,
          { place: 'group', step: ruleSet.rounding.group },
          ruleSet.pools,
          pools,
        )
    nodes.set(criterion.id, node)
    return node
  }
  const top = ruleSet.criteria.map(visit)
  return {
    nodes,
    total: groupTotal(
      top,
      ruleSet.scale,
      { place: 'total', step: ruleSet.rounding.total },
      ruleSet.pools,
      pools,
    ),
  }
}

function leafTotal(
  criterion: Criterion,
  leaves: ReadonlyMap<string, LeafScore>,
  pooledIds: ReadonlySet<string>,
): NodeTotal {
  const outcome = leaves.get(criterion.id)?.outcome
  if (!outcome) throw new Error(`leaf "${criterion.id}" was not scored`)
  const maxPoints = criterion.maxPoints === null ? null : parseExact(criterion.maxPoints)
  const common = {
    hiddenLeafIds: [],
    maxPoints,
    exemptPoints: zero,
    missingLeaves: 0,
    notApplicableLeaves: 0,
    rounding: null,
  }
  if (pooledIds.has(criterion.id)) return { ...common, from: zero, to: zero, hiddenLeafIds: [criterion.id] }
  switch (outcome.kind) {
    case 'scored': {
      const points = parseExact(outcome.points)
      return { ...common, from: points, to: points }
    }
    case 'notApplicable':
      return {
        ...common,
        from: zero,
        to: zero,
        maxPoints: zero,
        exemptPoints: maxPoints,
        notApplicableLeaves: 1,
      }
    case 'missing':
    case 'pendingReview':
      return {
        ...common,
        from: parseExact(outcome.range.from),
        to: parseExact(outcome.range.to),
        missingLeaves: 1,
      }
  }
}

function groupTotal(
  parts: readonly NodeTotal[],
  declaredMax: string | null,
  { place, step }: { place: 'group' | 'total'; step: RoundingStep | null },
  pools: readonly CriterionPool[],
  poolTotals: ReadonlyMap<string, PoolTotal>,
): NodeTotal {
  const hidden = new Set(parts.flatMap(part => part.hiddenLeafIds))
  const resolved = pools.filter(pool => pool.criterionIds.every(id => hidden.has(id)))
  for (const pool of resolved) for (const id of pool.criterionIds) hidden.delete(id)
  const extra = resolved.flatMap(pool => poolTotals.get(pool.id) ?? [])
  const exemptPoints = sumKnown(parts.map(part => part.exemptPoints))
  const partsMax = sumKnown(parts.map(part => part.maxPoints))
  const declared =
    declaredMax === null || exemptPoints === null ? null : subtract(parseExact(declaredMax), exemptPoints)
  const from = sum([...parts, ...extra].map(part => part.from))
  const to = sum([...parts, ...extra].map(part => part.to))
  const settled = hidden.size === 0 && compare(from, to) === 0
  return {
    from: round(from, step),
    to: round(to, step),
    rounding:
      step !== null && settled
        ? { place, step, before: formatExact(to), after: formatExact(round(to, step)) }
        : null,
    hiddenLeafIds: [...hidden],
    maxPoints: declared ?? partsMax,
    exemptPoints,
    missingLeaves:
      parts.reduce((count, part) => count + part.missingLeaves, 0) +
      extra.filter(pool => !pool.settled).length,
    notApplicableLeaves: parts.reduce((count, part) => count + part.notApplicableLeaves, 0),
  }
}

function sumKnown(values: readonly (Rational | null)[]): Rational | null {
  return values.reduce<Rational | null>((total, value) => (total && value ? add(total, value) : null), zero)
}

/** The points of a node as the score sheet states them. */
export function nodePoints(node: NodeTotal): NodePoints {
  if (node.hiddenLeafIds.length > 0) return { kind: 'unknown', atLeast: formatExact(node.from) }
  return { kind: 'known', from: formatExact(node.from), to: formatExact(node.to) }
}

/** Whether a node has one value, neither open nor hidden. */
export function isSettledNode(node: NodeTotal): boolean {
  return node.hiddenLeafIds.length === 0 && compare(node.from, node.to) === 0
}
