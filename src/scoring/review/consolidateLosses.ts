import type { AgencyLosses, LostItem, RoundLosses } from '../../model/consolidation.ts'
import type { LossStep, ScoreSheet } from '../../model/scoreSheet.ts'
import {
  add,
  compare,
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
} from '../exact.ts'

/**
 * What agencies lost, added up from the ladder of each: steps that took points, by node and by agency.
 * Bonuses and rounding stand beside, what is missing is only possible; with them everything adds up to the
 * maxima less the (lowest) scores.
 * @param agencies in any order
 */
export function roundLosses(
  agencies: readonly { readonly groupId: string; readonly sheet: ScoreSheet }[],
): RoundLosses {
  const ordered = agencies.toSorted((a, b) => (a.sheet.agencyId < b.sheet.agencyId ? -1 : 1))
  const known = ordered.filter(({ sheet }) => sheet.total.points.kind === 'known')
  const steps = known.flatMap(({ sheet }) =>
    sheet.losses.map(step => ({ agencyId: sheet.agencyId, step, lost: parseExact(step.lost) })),
  )
  const taken = steps.flatMap(({ agencyId, step, lost }): readonly Taken[] => {
    const { kind, nodeId } = step
    if (!takes(kind) || compare(lost, zero) <= 0) return []
    return [{ agencyId, nodeId, kind, lost, maxPoints: parseExact(step.maxPoints) }]
  })
  const lost = lostBy(taken)
  const open = sum(steps.flatMap(({ step, lost: each }) => (step.kind === 'missing' ? [each] : [])))
  const all = sum(steps.map(each => each.lost))
  return {
    lost: formatExact(lost),
    items: itemsOf(taken, lost),
    agencies: agencyLosses(known, taken, lost),
    open: formatExact(open),
    beside: formatExact(subtract(all, add(lost, open))),
    whole: formatExact(all),
    unknown: ordered.flatMap(({ sheet }) => (sheet.total.points.kind === 'known' ? [] : [sheet.agencyId])),
  }
}

type Taken = {
  readonly agencyId: string
  readonly nodeId: string
  readonly kind: LostItem['kind']
  readonly lost: Rational
  readonly maxPoints: Rational
}

function takes(kind: LossStep['kind']): kind is LostItem['kind'] {
  return kind === 'lost' || kind === 'unexplained' || kind === 'adjusted'
}

const lostBy = (taken: readonly Taken[]) => sum(taken.map(each => each.lost))

const percentOf = (part: Rational, whole: Rational) => formatExact(multiply(divide(part, whole), hundred))

/** Groups keep the order in which they first came. */
function grouped(taken: readonly Taken[], keyOf: (each: Taken) => string): readonly (readonly Taken[])[] {
  const groups = new Map<string, Taken[]>()
  for (const each of taken) {
    const key = keyOf(each)
    const group = groups.get(key)
    if (group) group.push(each)
    else groups.set(key, [each])
  }
  return [...groups.values()]
}

function largestFirst(taken: readonly Taken[]): readonly Taken[] {
  return taken.toSorted((a, b) => compare(b.lost, a.lost) || (a.agencyId < b.agencyId ? -1 : 1))
}

function itemsOf(taken: readonly Taken[], all: Rational): readonly LostItem[] {
  return grouped(taken, ({ kind, nodeId }) => `${kind} ${nodeId}`)
    .map(group => ({ group, lost: lostBy(group) }))
    .toSorted(
      (a, b) => compare(b.lost, a.lost) || ((a.group[0]?.nodeId ?? '') < (b.group[0]?.nodeId ?? '') ? -1 : 1),
    )
    .flatMap(({ group, lost }): readonly LostItem[] => {
      const [first] = group
      if (!first) return []
      return [
        {
          nodeId: first.nodeId,
          kind: first.kind,
          lost: formatExact(lost),
          percentOfAll: percentOf(lost, all),
          maxPoints: formatExact(sum(group.map(each => each.maxPoints))),
          by: largestFirst(group).map(each => ({
            agencyId: each.agencyId,
            lost: formatExact(each.lost),
            maxPoints: formatExact(each.maxPoints),
            percentOfLoss: percentOf(each.lost, lost),
          })),
        },
      ]
    })
}

function agencyLosses(
  known: readonly { readonly groupId: string; readonly sheet: ScoreSheet }[],
  taken: readonly Taken[],
  all: Rational,
): readonly AgencyLosses[] {
  const own = new Map(
    grouped(taken, each => each.agencyId).flatMap(group => (group[0] ? [[group[0].agencyId, group]] : [])),
  )
  return known
    .map(({ groupId, sheet: { agencyId, losses } }) => {
      const items = own.get(agencyId) ?? []
      const open = sum(losses.flatMap(({ kind, lost }) => (kind === 'missing' ? [parseExact(lost)] : [])))
      return { groupId, agencyId, items, lost: lostBy(items), open }
    })
    .toSorted((a, b) => compare(b.lost, a.lost) || (a.agencyId < b.agencyId ? -1 : 1))
    .map(({ groupId, agencyId, items, lost, open }) => ({
      agencyId,
      groupId,
      lost: formatExact(lost),
      percentOfLoss: isZero(all) ? null : percentOf(lost, all),
      open: formatExact(open),
      items: items
        .toSorted((a, b) => compare(b.lost, a.lost) || (a.nodeId < b.nodeId ? -1 : 1))
        .map(({ nodeId, kind, lost: each, maxPoints }) => ({
          nodeId,
          kind,
          lost: formatExact(each),
          maxPoints: formatExact(maxPoints),
        })),
    }))
}
