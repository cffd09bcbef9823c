import type { EndChange } from '../../model/change.ts'
import type { Interval } from '../../model/exact.ts'
import type { ScoreSheet } from '../../model/scoreSheet.ts'
import type { ChangeByNode, NodeChange, NodeEnd } from '../../model/trend.ts'
import { factorOf } from '../attribution/attributeLoss.ts'
import {
  compare,
  divide,
  formatExact,
  hundred,
  isZero,
  larger,
  multiply,
  negate,
  one,
  parseExact,
  type Rational,
  subtract,
  sum,
  zero,
} from '../exact.ts'

/** A leaf, pool or adjustment of one sheet. */
type Part = Omit<NodeChange, 'before' | 'after' | 'difference' | 'remaining'> & { readonly end: NodeEnd }

type Moved = Omit<NodeChange, 'remaining'>

type Ends = { readonly from: Rational; readonly to: Rational }

/**
 * How much every criterion moved a total, matched by id, so that the rows and the rest add up to the whole
 * change exactly, at the lower and at the upper end.
 *
 * Where the maximum stayed the same, a row is simply its points now − its points then. Where it changed,
 * percentages are compared, and a criterion that came or went must not look like a gain or a loss of its whole
 * worth: with r the earlier percentage, a row moves the total by (points − r × maximum) now − the same then,
 * over the maximum now. A criterion that leaves while it stood below the rest lifts the total by that much.
 *
 * @returns null where either total has no points or nothing applies
 */
export function attributeChange(before: ScoreSheet, after: ScoreSheet): ChangeByNode | null {
  const [then, now] = [before.total, after.total]
  if (then.points.kind === 'unknown' || now.points.kind === 'unknown') return null
  const [maxThen, maxNow] = [parseExact(then.maxPoints), parseExact(now.maxPoints)]
  if (isZero(maxThen) || isZero(maxNow) || !then.percent || !now.percent) return null
  const inPoints = compare(maxThen, maxNow) === 0
  const rate = inPoints ? { from: zero, to: zero } : ratioOf(then.points, maxThen)
  const unit = inPoints ? one : divide(hundred, maxNow)
  const [old, current] = [partsOf(before), partsOf(after)]
  const rows = [...new Set([...current.keys(), ...old.keys()])].flatMap((key): Moved[] => {
    const [was, is] = [old.get(key), current.get(key)]
    const part = is ?? was
    if (!part) return []
    const standing = (end: NodeEnd | undefined, sheet: ScoreSheet, side: 'from' | 'to') => {
      if (!end) return zero
      const points = end.points ? parseExact(end.points[side]) : zero
      const worth = multiply(rate[side], parseExact(end.maxPoints))
      // Bonuses and penalties are added after a block that was not run was spread over the rest.
      return multiply(subtract(points, worth), part.kind === 'adjustment' ? one : factorOf(sheet))
    }
    const at = (side: 'from' | 'to') =>
      multiply(subtract(standing(is?.end, after, side), standing(was?.end, before, side)), unit)
    const { end: _, ...named } = part
    return [
      {
        ...named,
        before: was?.end ?? null,
        after: is?.end ?? null,
        difference: { from: formatExact(at('from')), to: formatExact(at('to')) },
      },
    ]
  })
  const level = (side: 'from' | 'to', { points, percent }: typeof then) =>
    parseExact(inPoints && points.kind === 'known' ? points[side] : (percent?.[side] ?? '0'))
  const whole = {
    from: subtract(level('from', now), level('from', then)),
    to: subtract(level('to', now), level('to', then)),
  }
  const explained = (side: 'from' | 'to') => sum(rows.map(row => parseExact(row.difference[side])))
  const moved = rows
    .filter(row => row.difference.from !== '0' || row.difference.to !== '0')
    .toSorted((a, b) => compare(weight(b.difference), weight(a.difference)))
  return {
    unit: inPoints ? 'points' : 'percent',
    rows: withRemaining(moved, whole),
    unmoved: rows.length - moved.length,
    rest: written({
      from: subtract(whole.from, explained('from')),
      to: subtract(whole.to, explained('to')),
    }),
    difference: written(whole),
  }
}

function partsOf({ nodes, pools, adjustments }: ScoreSheet): ReadonlyMap<string, Part> {
  const leaves = nodes.flatMap(({ criterionId, isLeaf, points, maxPoints, outcome, ...node }): Part[] => {
    // What is hidden in a pool counts only through the pool.
    if (!isLeaf || maxPoints === null || points?.kind === 'unknown') return []
    const { code, name, nameEn, shortName, shortNameEn } = node
    return [
      {
        nodeId: criterionId,
        kind: 'criterion',
        code,
        name,
        nameEn,
        shortName,
        shortNameEn,
        end: {
          points: points && outcome?.kind !== 'notApplicable' ? { from: points.from, to: points.to } : null,
          maxPoints,
        },
      },
    ]
  })
  const shared = pools.map(
    ({ poolId, name, nameEn, shortName, shortNameEn, points, maxPoints }): Part => ({
      nodeId: poolId,
      kind: 'pool',
      code: '',
      name,
      nameEn,
      shortName,
      shortNameEn,
      end: { points, maxPoints },
    }),
  )
  const outside = adjustments.map(
    ({ adjustmentId, name, nameEn, shortName, shortNameEn, effect, points }): Part => ({
      nodeId: adjustmentId,
      kind: 'adjustment',
      code: '',
      name,
      nameEn,
      shortName,
      shortNameEn,
      // Worth nothing in the maximum: what a bonus adds comes on top.
      end: { points: effect === 'bonus' ? points : signed(points), maxPoints: '0' },
    }),
  )
  return new Map([...leaves, ...shared, ...outside].map(part => [`${part.kind} ${part.nodeId}`, part]))
}

/** What a penalty takes away: the most it can take is its lower end. */
function signed({ from, to }: Interval): Interval {
  return { from: formatExact(negate(parseExact(to))), to: formatExact(negate(parseExact(from))) }
}

function ratioOf({ from, to }: Interval, max: Rational): Ends {
  return { from: divide(parseExact(from), max), to: divide(parseExact(to), max) }
}

function written({ from, to }: Ends): EndChange {
  return { from: formatExact(from), to: formatExact(to) }
}

/** The larger of the two ends, whatever its sign. */
function weight({ from, to }: EndChange): Rational {
  const size = (value: Rational) => (compare(value, zero) < 0 ? negate(value) : value)
  return larger(size(parseExact(from)), size(parseExact(to)))
}

/** Every row with what the rows after it and the rest move together. */
function withRemaining(rows: readonly Moved[], whole: Ends): readonly NodeChange[] {
  let left = whole
  return rows.map(row => {
    left = {
      from: subtract(left.from, parseExact(row.difference.from)),
      to: subtract(left.to, parseExact(row.difference.to)),
    }
    return { ...row, remaining: written(left) }
  })
}
