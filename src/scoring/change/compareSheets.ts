import type { Interval } from '../../model/exact.ts'
import type { NodePoints } from '../../model/scoreSheet.ts'
import type { SheetComparison, SheetEnd, SheetLine, SheetOutline } from '../../model/sheetComparison.ts'
import { formatExact, negate, parseExact, subtract } from '../exact.ts'

/** A line of one sheet. */
type Part = Pick<SheetLine, 'nodeId' | 'kind' | 'code' | 'name' | 'nameEn'> & { readonly end: SheetEnd }

/**
 * Sets two score sheets beside each other, line by line, matched by id: the same submission scored twice, by
 * another version of the rules or on another machine. Nothing is explained by it; see decomposeChange.ts for
 * what moves a score between periods.
 */
export function compareSheets(before: SheetOutline, after: SheetOutline): SheetComparison {
  const [old, now] = [partsOf(before), partsOf(after)]
  const lines = [...new Set([...now.keys(), ...old.keys()])].flatMap(id => {
    const [was, is] = [old.get(id), now.get(id)]
    const part = is ?? was
    return part ? [lineOf(part, was?.end ?? null, is?.end ?? null)] : []
  })
  const total = lineOf(
    { nodeId: 'total', kind: 'total', code: '', name: '' },
    { points: intervalOf(before.total.points), maxPoints: before.total.maxPoints },
    { points: intervalOf(after.total.points), maxPoints: after.total.maxPoints },
  )
  const scored = lines.filter(line => line.kind === 'leaf' || line.kind === 'adjustment')
  const topLeaves = topLevelIds(before, after)
  return {
    isSame: total.isSame && lines.every(line => line.isSame),
    total,
    areas: lines.filter(
      line => line.kind === 'area' || line.kind === 'adjustment' || topLeaves.has(line.nodeId),
    ),
    changed: scored.filter(line => !line.isSame),
    shared: scored.filter(line => line.before && line.after).length,
  }
}

/** A criterion at the top that carries its own rule is a leaf and an area at once. */
function topLevelIds(...sheets: readonly SheetOutline[]): ReadonlySet<string> {
  return new Set(
    sheets.flatMap(({ nodes }) => nodes.filter(node => node.parentId === null).map(node => node.criterionId)),
  )
}

function partsOf({ nodes, adjustments }: SheetOutline): ReadonlyMap<string, Part> {
  const criteria = nodes.map(
    ({ criterionId, code, name, nameEn, parentId, isLeaf, points, maxPoints }): Part => ({
      nodeId: criterionId,
      kind: isLeaf ? 'leaf' : parentId === null ? 'area' : 'group',
      code,
      name,
      nameEn,
      end: { points: points && intervalOf(points), maxPoints },
    }),
  )
  const outside = adjustments.map(
    ({ adjustmentId, name, nameEn, effect, ceiling, points }): Part => ({
      nodeId: adjustmentId,
      kind: 'adjustment',
      code: '',
      name,
      nameEn,
      end: { points: effect === 'bonus' ? plain(points) : takenAway(points), maxPoints: ceiling },
    }),
  )
  return new Map([...criteria, ...outside].map(part => [part.nodeId, part]))
}

/** A total with a part that is nowhere stated has no points to compare. */
function intervalOf(points: NodePoints): Interval | null {
  return points.kind === 'known' ? plain(points) : null
}

function plain({ from, to }: Interval): Interval {
  return { from, to }
}

/** What a penalty takes away: the most it can take is its lower end. */
function takenAway({ from, to }: Interval): Interval {
  return { from: formatExact(negate(parseExact(to))), to: formatExact(negate(parseExact(from))) }
}

function lineOf(
  { nodeId, kind, code, name, nameEn }: Omit<Part, 'end'>,
  before: SheetEnd | null,
  after: SheetEnd | null,
): SheetLine {
  const between = (side: 'from' | 'to') => {
    const [was, is] = [before?.points?.[side], after?.points?.[side]]
    return was === undefined || is === undefined
      ? null
      : formatExact(subtract(parseExact(is), parseExact(was)))
  }
  const [from, to] = [between('from'), between('to')]
  return {
    nodeId,
    kind,
    code,
    name,
    nameEn,
    before,
    after,
    difference: from === null || to === null ? null : { from, to },
    isSame: sameEnd(before, after),
  }
}

function sameEnd(one: SheetEnd | null, other: SheetEnd | null): boolean {
  if (one === null || other === null) return one === other
  return (
    one.maxPoints === other.maxPoints &&
    one.points?.from === other.points?.from &&
    one.points?.to === other.points?.to
  )
}
