import { type Interval, isSettled, toPlotNumber } from '../model/exact.ts'
import type { Band } from '../model/ruleSet.ts'

/** One agency on the scale of percentages. */
export type DistributionPoint = {
  readonly agencyId: string
  readonly percent: Interval
  /** Nothing came in that could be counted: stands apart. */
  readonly isIdle: boolean
}

/** Positions and lengths from 0 to 1 along the scale from 0 to 100 percent. */
export type Distribution = {
  /** `dots`: one mark an agency; `bars`: one a step of the scale, as high as it has agencies. */
  readonly mode: 'dots' | 'bars'
  readonly steps: readonly {
    readonly at: number
    readonly width: number
    readonly agencyIds: readonly string[]
  }[]
  /** Agencies on the fullest step. */
  readonly tallest: number
  /** Missing figures leave these open, widest last. */
  readonly open: readonly { readonly agencyId: string; readonly from: number; readonly to: number }[]
  readonly idle: readonly { readonly agencyId: string; readonly at: number }[]
  /** Bands from the lowest: where each begins and ends. */
  readonly bands: readonly { readonly bandId: string; readonly from: number; readonly to: number }[]
}

/** Steps of two percent are as wide as a dot. */
const stepCount = 50
const mostDots = 60

/** Stacks agencies on steps of the scale; the drawing of many agencies has at most as many marks as steps. */
export function buildDistribution(
  points: readonly DistributionPoint[],
  bands: readonly Pick<Band, 'id' | 'fromPercent'>[],
): Distribution {
  const counted = points.filter(point => !point.isIdle)
  const settled = counted.filter(point => isSettled(point.percent))
  const steps = groupSteps(settled)
  const limits = bands
    .map(({ id, fromPercent }) => ({ bandId: id, from: shareOf(fromPercent) }))
    .toSorted((a, b) => a.from - b.from)
  const stacked = [...steps]
    .toSorted(([a], [b]) => a - b)
    .map(([step, members]) => ({
      at: (step + 0.5) / stepCount,
      width: 1 / stepCount,
      agencyIds: members.map(each => each.agencyId),
    }))
  return {
    mode: settled.length > mostDots ? 'bars' : 'dots',
    steps: stacked,
    tallest: Math.max(0, ...stacked.map(step => step.agencyIds.length)),
    open: counted
      .filter(point => !isSettled(point.percent))
      .map(({ agencyId, percent }) => ({ agencyId, from: shareOf(percent.from), to: shareOf(percent.to) }))
      .toSorted((a, b) => a.from - b.from || a.to - b.to),
    idle: points
      .filter(point => point.isIdle)
      .map(({ agencyId, percent }) => ({ agencyId, at: shareOf(percent.from) })),
    bands: limits.map((band, index) => ({ ...band, to: limits[index + 1]?.from ?? 1 })),
  }
}

function groupSteps(points: readonly DistributionPoint[]): ReadonlyMap<number, readonly DistributionPoint[]> {
  const steps = new Map<number, DistributionPoint[]>()
  for (const point of points) {
    // Full marks belong to the last step, not to one beyond the scale.
    const step = Math.max(0, Math.min(stepCount - 1, Math.floor(shareOf(point.percent.from) * stepCount)))
    const members = steps.get(step)
    if (members) members.push(point)
    else steps.set(step, [point])
  }
  return steps
}

/** Bonus points may pass the scale, penalties fall below it: marks stay on it. */
function shareOf(percent: string): number {
  return Math.max(0, Math.min(1, toPlotNumber(percent) / 100))
}
