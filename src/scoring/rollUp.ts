import { isLeaf } from '../model/criteria.ts'
import type { AppliedRounding } from '../model/explanation.ts'
import type { Criterion, CriterionPool, RoundingStep, RuleSet } from '../model/ruleSet.ts'
import type { NodePoints } from '../model/scoreSheet.ts'
import {
  add,
  compare,
  divide,
  formatExact,
  isZero,
  multiply,
  one,
  parseExact,
  type Rational,
  round,
  subtract,
  sum,
  zero,
} from './exact.ts'
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
  /** The sum at both ends before its own rounding. */
  readonly unrounded: { readonly from: Rational; readonly to: Rational }
}

export type PoolTotal = { readonly from: Rational; readonly to: Rational; readonly settled: boolean }

export type RollUp = {
  readonly nodes: ReadonlyMap<string, NodeTotal>
  readonly total: NodeTotal
  /** What every point of the tree counts in the total: above one when a block was not run. */
  readonly factor: Rational
  /** The tree before it was brought back to another maximum; null when it was not. */
  readonly beforeRescaling: NodeTotal | null
}

/** What is added up, and what may be taken over from an earlier roll-up. */
export type RollUpParts = {
  readonly leaves: ReadonlyMap<string, LeafScore>
  readonly pools: ReadonlyMap<string, PoolTotal>
  /** Signed ends of everything outside the tree. */
  readonly adjustments: readonly { readonly from: Rational; readonly to: Rational }[]
  /** Nodes of an earlier roll-up in which nothing changed. */
  readonly kept?: ReadonlyMap<string, NodeTotal> | undefined
}

/**
 * Adds leaves up to groups and the whole.
 *
 * Missing leaves make an interval from "none of it" to "all of it". Not-applicable leaves leave
 * numerator and denominator. Leaves hidden in a pool count only through the pool, in the first node
 * that holds all of them, whatever is known of single ones. A block that was not run brings the rest
 * back to the rule set's scale; bonuses and penalties come last, before the total is rounded.
 */
export function rollUp(ruleSet: RuleSet, parts: RollUpParts): RollUp {
  const { leaves, pools, kept } = parts
  const nodes = new Map<string, NodeTotal>()
  const pooledIds = new Set(ruleSet.pools.flatMap(pool => pool.criterionIds))
  const visit = (criterion: Criterion): NodeTotal => {
    const children = (criterion.subCriteria ?? []).map(visit)
    const node =
      kept?.get(criterion.id) ??
      (isLeaf(criterion)
        ? leafTotal(criterion, leaves, pooledIds)
        : rounded(
            groupTotal(children, criterion.maxPoints, ruleSet.pools, pools),
            'group',
            ruleSet.rounding.group,
          ))
    nodes.set(criterion.id, node)
    return node
  }
  const tree = groupTotal(ruleSet.criteria.map(visit), ruleSet.scale, ruleSet.pools, pools)
  const factor = rescalingFactor(ruleSet, nodes)
  const rescaled = factor === null ? tree : scaled(tree, factor)
  const total = {
    ...rescaled,
    from: sum([rescaled.from, ...parts.adjustments.map(each => each.from)]),
    to: sum([rescaled.to, ...parts.adjustments.map(each => each.to)]),
  }
  return {
    nodes,
    total: rounded(total, 'total', ruleSet.rounding.total),
    factor: factor ?? one,
    beforeRescaling: factor === null ? null : tree,
  }
}

/**
 * Whole scale ÷ what the blocks that were not run leave of it (100 ÷ 70); null while any of them was run.
 * One factor for every agency, so that a single exempt leaf does not change what the others weigh.
 */
function rescalingFactor(
  { rescaling, scale }: RuleSet,
  nodes: ReadonlyMap<string, NodeTotal>,
): Rational | null {
  if (!rescaling) return null
  const blocks = rescaling.criterionIds.flatMap(id => nodes.get(id) ?? [])
  const allExempt = blocks.every(
    block => block.maxPoints !== null && isZero(block.maxPoints) && block.notApplicableLeaves > 0,
  )
  const exempt = sumKnown(blocks.map(block => block.exemptPoints))
  if (!allExempt || !exempt) return null
  const left = subtract(parseExact(scale), exempt)
  return isZero(left) ? null : divide(parseExact(rescaling.to), left)
}

function scaled(tree: NodeTotal, factor: Rational): NodeTotal {
  return {
    ...tree,
    from: multiply(tree.from, factor),
    to: multiply(tree.to, factor),
    maxPoints: tree.maxPoints && multiply(tree.maxPoints, factor),
  }
}

function leafTotal(
  criterion: Criterion,
  leaves: ReadonlyMap<string, LeafScore>,
  pooledIds: ReadonlySet<string>,
): NodeTotal {
  const leaf = leaves.get(criterion.id)
  if (!leaf) throw new Error(`leaf "${criterion.id}" was not scored`)
  const { outcome, from, to, max } = leaf
  const total = (low: Rational, high: Rational, rest: Partial<NodeTotal> = {}): NodeTotal => ({
    from: low,
    to: high,
    unrounded: { from: low, to: high },
    hiddenLeafIds: rest.hiddenLeafIds ?? [],
    maxPoints: rest.maxPoints ?? max,
    exemptPoints: rest.exemptPoints === undefined ? zero : rest.exemptPoints,
    missingLeaves: rest.missingLeaves ?? 0,
    notApplicableLeaves: rest.notApplicableLeaves ?? 0,
    rounding: null,
  })
  if (pooledIds.has(criterion.id)) return total(zero, zero, { hiddenLeafIds: [criterion.id] })
  switch (outcome.kind) {
    case 'scored':
      return total(from, to)
    case 'notApplicable':
      return total(zero, zero, { maxPoints: zero, exemptPoints: max, notApplicableLeaves: 1 })
    case 'missing':
    case 'pendingReview':
      return total(from, to, { missingLeaves: 1 })
  }
}

/** The sum of parts, not yet rounded. */
function groupTotal(
  parts: readonly NodeTotal[],
  declaredMax: string | null,
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
  return {
    from,
    to,
    unrounded: { from, to },
    rounding: null,
    hiddenLeafIds: [...hidden],
    maxPoints: declared ?? partsMax,
    exemptPoints,
    missingLeaves:
      parts.reduce((count, part) => count + part.missingLeaves, 0) +
      extra.filter(pool => !pool.settled).length,
    notApplicableLeaves: parts.reduce((count, part) => count + part.notApplicableLeaves, 0),
  }
}

function rounded(node: NodeTotal, place: 'group' | 'total', step: RoundingStep | null): NodeTotal {
  const { from, to } = node
  const ends = { from: round(from, step), to: round(to, step) }
  const settled = node.hiddenLeafIds.length === 0 && compare(from, to) === 0
  return {
    ...node,
    ...ends,
    unrounded: { from, to },
    rounding:
      step !== null && settled ? { place, step, before: formatExact(to), after: formatExact(ends.to) } : null,
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
