import type { CohortGroup, CohortRow } from '../../model/cohort.ts'
import type { AgencyComparison, ComparedCell, ComparedRow, Distance } from '../../model/comparison.ts'
import type { Exact } from '../../model/exact.ts'
import { compare, formatExact, larger, parseExact, type Rational, smaller, subtract } from '../exact.ts'
import { hollowCriteria } from './hollow.ts'

type Known = Omit<ComparedCell, 'behind' | 'restsOnNothing'>

/**
 * Puts a few agencies of one group beside each other at every criterion and in all. Only settled figures
 * are compared: an interval neither leads nor trails, and what does not apply is no zero. Nor is full
 * points for 0/0 an achievement: it is shown, and neither leads nor trails, and so is everything of an
 * agency where nothing came in.
 *
 * @param agencyIds in the order they were chosen; whoever has no row in the group has nothing to compare
 */
export function compareAgencies(group: CohortGroup, agencyIds: readonly string[]): AgencyComparison {
  const rows = agencyIds.flatMap(id => group.rows.find(row => row.agencyId === id) ?? [])
  const ids = rows.map(row => row.agencyId)
  const hollowAt = new Map(rows.map(row => [row.agencyId, hollowAtRow(group, row)]))
  const criteria = group.columns.map(({ criterionId, parentId }, column) =>
    compareAt(
      { criterionId, parentId },
      ids,
      rows.map(({ agencyId, cells }) => {
        const cell = cells[column]
        if (!cell) throw new Error(`"${agencyId}" has no cell at "${criterionId}"`)
        return cell
      }),
      id => hollowAt.get(id)?.has(criterionId) ?? false,
    ),
  )
  return {
    agencyIds: ids,
    total: compareAt(
      { criterionId: null, parentId: null },
      ids,
      rows.map(row => totalOf(group, row)),
      id => rows.some(row => row.agencyId === id && row.place === 'idle'),
    ),
    rows: criteria,
    widest: criteria
      .filter(row => row.parentId === null)
      .reduce<ComparedRow | null>((found, row) => (isWider(row, found) ? row : found), null),
  }
}

/** Criteria of which every leaf that applies rests on 0/0; all of them where nothing came in at all. */
function hollowAtRow({ columns }: CohortGroup, { place, cells }: CohortRow): ReadonlySet<string> {
  if (place === 'idle') return new Set(columns.map(column => column.criterionId))
  return hollowCriteria(
    columns.map((column, index) => ({
      ...column,
      applies: cells[index] !== undefined && cells[index].state !== 'notApplicable',
      notIncurred: cells[index]?.notIncurred === true,
    })),
  )
}

function compareAt(
  place: Pick<ComparedRow, 'criterionId' | 'parentId'>,
  ids: readonly string[],
  cells: readonly Known[],
  hollow: (agencyId: string) => boolean,
): ComparedRow {
  const settled = cells.flatMap((cell, index) => {
    const id = ids[index]
    const isComparable = cell.state === 'settled'
    return isComparable && cell.percent && id !== undefined && !hollow(id)
      ? [{ id, cell, percent: parseExact(cell.percent.to) }]
      : []
  })
  const open = cells.flatMap((cell, index) =>
    cell.state !== 'settled' && cell.percent && !hollow(ids[index] ?? '')
      ? [{ from: parseExact(cell.percent.from), to: parseExact(cell.percent.to) }]
      : [],
  )
  const best = settled.map(each => each.percent).reduce<Rational | null>(orFirst(larger), null)
  const behinds = ids.map(id => {
    const own = settled.find(each => each.id === id)
    return own && best ? formatExact(subtract(best, own.percent)) : null
  })
  const ends = cells.flatMap(({ percent }) => percent ?? [])
  const from = ends.map(each => parseExact(each.from)).reduce<Rational | null>(orFirst(smaller), null)
  const to = ends.map(each => parseExact(each.to)).reduce<Rational | null>(orFirst(larger), null)
  return {
    ...place,
    cells: cells.map(({ state, points, maxPoints, percent, isInferred, notIncurred }, index) => ({
      state,
      points,
      maxPoints,
      percent,
      isInferred,
      notIncurred,
      restsOnNothing: hollow(ids[index] ?? ''),
      behind: behinds[index] ?? null,
    })),
    distance: settled.length < 2 ? null : distanceOf(settled, open),
    span: from && to && { from: formatExact(from), to: formatExact(to) },
  }
}

const orFirst =
  (pick: (a: Rational, b: Rational) => Rational) =>
  (found: Rational | null, value: Rational): Rational =>
    found === null ? value : pick(found, value)

function distanceOf(
  settled: readonly { readonly id: string; readonly cell: Known; readonly percent: Rational }[],
  /** Intervals of the others: one that reaches past an end leaves open who leads or trails. */
  open: readonly { readonly from: Rational; readonly to: Rational }[],
): Distance | null {
  const sorted = settled.toSorted((a, b) => compare(b.percent, a.percent))
  const [best, last] = [sorted[0], sorted.at(-1)]
  if (!best || !last) return null
  const isOpen = open.some(each => compare(each.to, best.percent) > 0 || compare(each.from, last.percent) < 0)
  if (isOpen) return null
  const at = (percent: Rational) =>
    settled.filter(each => compare(each.percent, percent) === 0).map(each => each.id)
  return {
    ahead: at(best.percent),
    last: at(last.percent),
    percentPoints: formatExact(subtract(best.percent, last.percent)),
    points: pointsBetween(best.cell, last.cell),
  }
}

function pointsBetween(best: Known, last: Known): Exact | null {
  if (best.maxPoints === null || last.maxPoints === null || !best.points || !last.points) return null
  if (compare(parseExact(best.maxPoints), parseExact(last.maxPoints)) !== 0) return null
  return formatExact(subtract(parseExact(best.points.to), parseExact(last.points.to)))
}

function isWider({ distance }: ComparedRow, found: ComparedRow | null): boolean {
  if (!distance) return false
  return compare(parseExact(distance.percentPoints), parseExact(found?.distance?.percentPoints ?? '0')) > 0
}

/** The percentage that ranks: before the total's own rounding, unless the rule set grades on it. */
function totalOf({ standings }: CohortGroup, { agencyId, total, certainty, place }: CohortRow): Known {
  const ranked = standings.ranked.find(each => each.agencyId === agencyId)
  const known = total.points.kind === 'known' ? total.points : null
  return {
    state:
      total.percent === null
        ? known
          ? 'notApplicable'
          : 'unknown'
        : known && known.from === known.to
          ? 'settled'
          : 'open',
    points: known && { from: known.from, to: known.to },
    maxPoints: total.maxPoints,
    percent: ranked?.percent ?? total.percent,
    isInferred: certainty === 'inferred',
    // One leaf on 0/0 among many says little of the total; an idle agency's rests on nothing else.
    notIncurred: place === 'idle',
  }
}
