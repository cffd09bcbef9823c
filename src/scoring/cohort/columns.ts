import type { CohortCell, CohortColumn, CohortRow } from '../../model/cohort.ts'
import { isLeaf, namesOf } from '../../model/criteria.ts'
import type { Exact, Interval } from '../../model/exact.ts'
import type { RuleSet } from '../../model/ruleSet.ts'
import type { NodeScore, ScoreSheet } from '../../model/scoreSheet.ts'
import {
  compare,
  divide,
  formatExact,
  hundred,
  multiply,
  parseExact,
  type Rational,
  subtract,
  zero,
} from '../exact.ts'
import { indexRuleSet } from '../ruleSetIndex.ts'
import { hollowCriteria } from './hollow.ts'

/**
 * Every criterion as a column, with who stands out at it.
 * Points on 0/0 are no achievement: nobody leads or is at the maximum by them.
 * @param sheets agencies that are compared; idle ones left out
 */
export function columnsOf(ruleSet: RuleSet, sheets: readonly ScoreSheet[]): readonly CohortColumn[] {
  const hollow = new Map(sheets.map(({ agencyId, nodes }) => [agencyId, hollowNodes(nodes)]))
  return indexRuleSet(ruleSet).places.map(({ criterion, parentId, depth }, index) => {
    const settled = sheets.flatMap(({ agencyId, nodes }) => {
      const node = nodes[index]
      if (node?.criterionId !== criterion.id) throw new Error(`"${criterion.id}" is not where it should be`)
      const percent = settledPercent(node)
      return percent === null || node.gapToMax === null || hollow.get(agencyId)?.has(criterion.id)
        ? []
        : [{ agencyId, percent, gap: parseExact(node.gapToMax.to) }]
    })
    const full = settled.filter(each => compare(each.gap, zero) <= 0)
    const gap = extreme(
      settled.flatMap(each => (compare(each.gap, zero) > 0 ? [each.gap] : [])),
      -1,
    )
    const best = extreme(
      settled.map(each => each.percent),
      1,
    )
    return {
      criterionId: criterion.id,
      code: criterion.code,
      ...namesOf(criterion),
      parentId,
      depth,
      isLeaf: isLeaf(criterion),
      maxPoints: criterion.maxPoints,
      atMax: { agencyIds: full.map(each => each.agencyId), of: settled.length },
      nearest: gap && {
        agencyIds: settled.flatMap(each => (compare(each.gap, gap) === 0 ? [each.agencyId] : [])),
        gap: formatExact(gap),
      },
      leader: best && {
        agencyIds: settled.flatMap(each => (compare(each.percent, best) === 0 ? [each.agencyId] : [])),
        percent: formatExact(best),
      },
    }
  })
}

/** Cells of every sheet in the order of the columns. */
export function cellsOf(
  columns: readonly CohortColumn[],
  sheets: readonly ScoreSheet[],
): readonly (readonly CohortCell[])[] {
  const orders = columns.map((_, column) =>
    ordersOf(sheets.map(sheet => sheet.nodes[column]?.percent ?? null)),
  )
  const leaders = columns.map(({ leader }) => leader && parseExact(leader.percent))
  return sheets.map((sheet, row) => {
    const restOnNothing = notIncurredNodes(sheet.nodes)
    const hollow = hollowNodes(sheet.nodes)
    return sheet.nodes.map((node, column): CohortCell => {
      const percent = settledPercent(node)
      const leader = leaders[column]
      // An idle agency may stand above the best one that had something to count.
      const isMeasured = !hollow.has(node.criterionId) && leader && percent && compare(percent, leader) <= 0
      const behind = isMeasured ? subtract(leader, percent) : null
      const state = stateOf(node)
      // A leaf that does not apply carries 0 of 0 points in the sheet; a reader would take that for a zero.
      const points = state !== 'notApplicable' && node.points?.kind === 'known' ? node.points : null
      return {
        state,
        points: points && { from: points.from, to: points.to },
        maxPoints: node.maxPoints,
        percent: node.percent,
        lost: points && node.gapToMax,
        isInferred: node.outcome?.kind === 'scored' && node.outcome.certainty === 'inferred',
        notIncurred: restOnNothing.has(node.criterionId),
        behindLeader: behind && formatExact(behind),
        behindLeaderPoints:
          behind && node.maxPoints !== null
            ? formatExact(divide(multiply(behind, parseExact(node.maxPoints)), hundred))
            : null,
        order: orders[column]?.[row] ?? null,
      }
    })
  })
}

function hollowNodes(nodes: readonly NodeScore[]): ReadonlySet<string> {
  return hollowCriteria(nodes.map(node => ({ ...node, applies: stateOf(node) !== 'notApplicable' })))
}

/** Leaves on 0/0 and every group above one. */
function notIncurredNodes(nodes: readonly NodeScore[]): ReadonlySet<string> {
  const found = new Set<string>()
  // From the last to the first, a group comes after everything in it.
  for (const { criterionId, parentId, notIncurred } of nodes.toReversed()) {
    if (notIncurred) found.add(criterionId)
    if (parentId !== null && found.has(criterionId)) found.add(parentId)
  }
  return found
}

/** Areas, and leaves, that lost the most points no missing figure can win back; nobody marks a loss of nothing. */
export function mostLostOf(nodes: readonly NodeScore[]): CohortRow['mostLost'] {
  const worst = (among: readonly NodeScore[]) => {
    const losses = among.flatMap(({ criterionId, gapToMax }) => {
      const lost = gapToMax && parseExact(gapToMax.from)
      return lost && compare(lost, zero) > 0 ? [{ criterionId, lost }] : []
    })
    const most = extreme(
      losses.map(each => each.lost),
      1,
    )
    return losses.flatMap(({ criterionId, lost }) => (most && compare(lost, most) === 0 ? [criterionId] : []))
  }
  return {
    areas: worst(nodes.filter(node => node.depth === 0)),
    leaves: worst(nodes.filter(node => node.isLeaf)),
  }
}

function stateOf({ points, percent, outcome }: NodeScore): CohortCell['state'] {
  if (outcome?.kind === 'notApplicable') return 'notApplicable'
  if (outcome?.kind === 'pendingReview') return 'pending'
  if (points?.kind === 'unknown') return 'unknown'
  if (points === null || percent === null) return 'notApplicable'
  return points.from === points.to ? 'settled' : 'open'
}

function settledPercent({ percent, points }: NodeScore): Rational | null {
  return percent && points?.kind === 'known' && points.from === points.to ? parseExact(percent.to) : null
}

/** Largest (1) or smallest (−1); null of none. */
function extreme(values: readonly Rational[], sign: 1 | -1): Rational | null {
  return values.reduce<Rational | null>(
    (found, value) => (found === null || compare(value, found) * sign > 0 ? value : found),
    null,
  )
}

/** Place of each interval from the lowest up, by the lower end and then the upper; equal for equals, null for none. */
export function ordersOf(percents: readonly (Interval | null)[]): readonly (number | null)[] {
  const known = new Map<string, { readonly from: Rational; readonly to: Rational }>()
  const keyOf = ({ from, to }: { readonly from: Exact; readonly to: Exact }) => `${from} ${to}`
  for (const percent of percents)
    if (percent && !known.has(keyOf(percent)))
      known.set(keyOf(percent), { from: parseExact(percent.from), to: parseExact(percent.to) })
  const sorted = [...known].toSorted(([, a], [, b]) => compare(a.from, b.from) || compare(a.to, b.to))
  const places = new Map(sorted.map(([key], place) => [key, place]))
  return percents.map(percent => (percent ? (places.get(keyOf(percent)) ?? null) : null))
}
