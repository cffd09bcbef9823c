import { toPlotNumber } from '../model/exact.ts'
import type { Certainty } from '../model/provenance.ts'
import type { RuleSet } from '../model/ruleSet.ts'
import type { RuleSetFacts } from '../model/ruleSetReport.ts'

/** One area of a scale, or what several leaves only share. */
export type PointsSegment = {
  /** null: the shared rest. */
  readonly criterionId: string | null
  readonly points: string
  readonly percent: string
  /** Share of the scale, 0–1, for drawing only. */
  readonly length: number
  /** `partial`: nobody states the maximum of the area; this much of it is known. */
  readonly state: Certainty | 'partial' | 'shared'
}

/** Maxima of the top criteria along the scale, in the order of the rule set. */
export function pointsSegments(
  { criteria }: Pick<RuleSet, 'criteria'>,
  { areas, sharedPoints }: Pick<RuleSetFacts, 'areas' | 'sharedPoints'>,
): readonly PointsSegment[] {
  const own = areas.flatMap(({ criterionId, maxPoints, points, percent }): readonly PointsSegment[] => {
    const criterion = criteria.find(each => each.id === criterionId)
    const length = toPlotNumber(percent) / 100
    if (!criterion || length <= 0) return []
    const state = maxPoints === null ? 'partial' : criterion.provenance.certainty
    return [{ criterionId, points, percent, length, state }]
  })
  if (sharedPoints === null || toPlotNumber(sharedPoints.percent) <= 0) return own
  const { points, percent } = sharedPoints
  return [
    ...own,
    { criterionId: null, points, percent, length: toPlotNumber(percent) / 100, state: 'shared' },
  ]
}
