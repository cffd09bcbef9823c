import type { Phase } from '../../model/plan.ts'
import type { PhaseOverlap } from '../../model/taskStanding.ts'
import { dayNumber } from '../workingDays.ts'

/**
 * Phases of a plan, earliest first, each on a lane of its own, with every pair that runs at the same time.
 * Both ends of a phase belong to it. Overlaps and gaps stand as the document has them; nothing is moved.
 */
export function phaseLanes<Each extends Pick<Phase, 'id' | 'from' | 'to'>>(
  phases: readonly Each[],
): {
  readonly lanes: readonly Each[]
  readonly overlaps: readonly PhaseOverlap[]
  /** Days no phase covers between the first and the last. */
  readonly gaps: readonly { readonly from: string; readonly to: string }[]
} {
  const lanes = phases.toSorted((a, b) => compare(a.from, b.from) || compare(a.to, b.to))
  return { lanes, overlaps: overlapsOf(lanes), gaps: gapsOf(lanes) }
}

function overlapsOf(lanes: readonly Pick<Phase, 'id' | 'from' | 'to'>[]): readonly PhaseOverlap[] {
  return lanes.flatMap((first, index) =>
    lanes.slice(index + 1).flatMap(second => {
      const to = first.to < second.to ? first.to : second.to
      if (second.from > to) return []
      const days = dayNumber(to) - dayNumber(second.from) + 1
      return [{ firstId: first.id, secondId: second.id, from: second.from, to, days }]
    }),
  )
}

function gapsOf(lanes: readonly Pick<Phase, 'from' | 'to'>[]) {
  const gaps: { readonly from: string; readonly to: string }[] = []
  let covered: string | null = null
  for (const { from, to } of lanes) {
    if (covered !== null && dayNumber(from) > dayNumber(covered) + 1)
      gaps.push({ from: addDays(covered, 1), to: addDays(from, -1) })
    if (covered === null || to > covered) covered = to
  }
  return gaps
}

function addDays(isoDay: string, days: number): string {
  return new Date((dayNumber(isoDay) + days) * 86_400_000).toISOString().slice(0, 10)
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
