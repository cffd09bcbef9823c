import { isSettled } from '../../model/exact.ts'
import type { AreaShares, LossStep, LossView, NodeScore, ScoreSheet } from '../../model/scoreSheet.ts'
import { compare, formatExact, one, parseExact, type Rational, subtract, sum, zero } from '../exact.ts'
import { lossLadder } from '../gaps.ts'

/** What stands at the top of the tree, where it can be told apart from its own criteria. */
function areasOf({ nodes }: Pick<ScoreSheet, 'nodes'>): readonly NodeScore[] {
  return nodes.filter(node => node.parentId === null)
}

/** Whether losses can be told by area: several areas, all with a known maximum, not all of them leaves. */
function hasAreas(areas: readonly NodeScore[]): boolean {
  return areas.length > 1 && areas.some(area => !area.isLeaf) && areas.every(area => area.maxPoints !== null)
}

const order = { lost: 0, unexplained: 1, adjusted: 2, rounding: 3, missing: 4 } as const

/**
 * The ladder of a sheet with the steps of each area's leaves added up: largest loss first, and from the same
 * maximum to the same score. Pools, adjustments and rounding stay steps of their own.
 * @returns null where the rule set has no areas to speak of
 */
export function lossesByArea(sheet: ScoreSheet): LossView | null {
  const areas = areasOf(sheet)
  if (!hasAreas(areas)) return null
  const areaOf = areaByNode(sheet.nodes)
  const groups = new Map<string, LossStep[]>()
  for (const step of sheet.losses) {
    const joins = step.kind === 'lost' || step.kind === 'missing'
    const key = `${step.kind} ${(joins && areaOf.get(step.nodeId)) || step.nodeId}`
    groups.set(key, [...(groups.get(key) ?? []), step])
  }
  const joined = [...groups.values()].flatMap(steps => {
    const [first] = steps
    const area = first && areas.find(each => each.criterionId === areaOf.get(first.nodeId))
    const lost = sum(steps.map(step => parseExact(step.lost)))
    return first ? [{ lost, step: area && first.kind !== 'unexplained' ? ofArea(steps, area) : first }] : []
  })
  const sorted = joined.toSorted((a, b) => order[a.step.kind] - order[b.step.kind] || compare(b.lost, a.lost))
  const { maxPoints, points, gapToMax } = sheet.total
  return { nodeId: null, maxPoints, points, gapToMax, losses: levelled(sorted, parseExact(maxPoints)) }
}

/** Each area with the ladder of its own leaves, from its maximum to its score. */
export function lossesInAreas(sheet: ScoreSheet): readonly LossView[] {
  const areas = areasOf(sheet)
  if (!hasAreas(areas)) return []
  const areaOf = areaByNode(sheet.nodes)
  return areas.flatMap(area => {
    if (area.isLeaf || area.maxPoints === null || area.points === null) return []
    const nodes = sheet.nodes.filter(node => areaOf.get(node.criterionId) === area.criterionId)
    const pools = sheet.pools.filter(pool =>
      pool.criterionIds.every(id => areaOf.get(id) === area.criterionId),
    )
    const maxPoints = parseExact(area.maxPoints)
    // A part nobody stated leaves no score to end at: then only what is named is shown.
    const known = area.points.kind === 'known' ? area.points : { from: area.maxPoints, to: area.maxPoints }
    const ends = { from: parseExact(known.from), to: parseExact(known.to), maxPoints }
    const losses = lossLadder(nodes, pools, [], ends, one)
    return [
      {
        nodeId: area.criterionId,
        maxPoints: area.maxPoints,
        points: area.points,
        gapToMax: area.gapToMax,
        losses: area.points.kind === 'known' ? losses : losses.filter(step => step.kind !== 'rounding'),
      },
    ]
  })
}

/** How far each area is towards its maximum; null for a sheet of one area or none. */
export function areaShares(sheet: ScoreSheet): AreaShares | null {
  const areas = areasOf(sheet)
  if (areas.length < 2) return null
  const settled = areas
    .flatMap(area =>
      area.percent && isSettled(area.percent)
        ? [{ id: area.criterionId, percent: parseExact(area.percent.to) }]
        : [],
    )
    .toSorted((a, b) => compare(b.percent, a.percent))
  const [best, worst] = [settled[0], settled.at(-1)]
  if (!best || !worst || compare(best.percent, worst.percent) === 0) return { areas, best: [], worst: [] }
  const like = (end: typeof best) =>
    settled.filter(each => compare(each.percent, end.percent) === 0).map(each => each.id)
  return { areas, best: like(best), worst: like(worst) }
}

/** The area each node stands in; parents stand before children. */
function areaByNode(nodes: readonly NodeScore[]): ReadonlyMap<string, string> {
  const areaOf = new Map<string, string>()
  for (const { criterionId, parentId } of nodes)
    areaOf.set(criterionId, parentId === null ? criterionId : (areaOf.get(parentId) ?? parentId))
  return areaOf
}

type Unlevelled = { readonly lost: Rational; readonly step: LossStep }

function ofArea(steps: readonly LossStep[], area: NodeScore): LossStep {
  const [first] = steps
  if (!first) throw new Error(`area "${area.criterionId}" without steps`)
  const settled = area.points?.kind === 'known' && area.points.from === area.points.to
  return {
    ...first,
    nodeId: area.criterionId,
    certainty: weakest(steps.map(step => step.certainty)),
    lost: formatExact(sum(steps.map(step => parseExact(step.lost)))),
    points: settled && area.points?.kind === 'known' ? area.points.to : null,
    maxPoints: area.maxPoints ?? first.maxPoints,
    notIncurred: steps.every(step => step.notIncurred),
  }
}

function weakest(all: readonly LossStep['certainty'][]): LossStep['certainty'] {
  return all.includes('illustrative') ? 'illustrative' : all.includes('inferred') ? 'inferred' : 'stated'
}

/** Gives steps their running level and what remains after them. */
function levelled(steps: readonly Unlevelled[], maxPoints: Rational): readonly LossStep[] {
  let level = maxPoints
  let left = sum(steps.map(({ lost }) => lost))
  let sure = sum(steps.flatMap(({ lost, step }) => (step.kind === 'missing' ? [] : [lost])))
  return steps.map(({ lost, step }, index) => {
    const from = level
    level = subtract(level, lost)
    left = subtract(left, lost)
    sure = subtract(sure, step.kind === 'missing' ? zero : lost)
    return {
      ...step,
      from: formatExact(from),
      to: formatExact(level),
      remaining: {
        count: steps.length - index - 1,
        lost: formatExact(left),
        sure: formatExact(sure),
      },
    }
  })
}
