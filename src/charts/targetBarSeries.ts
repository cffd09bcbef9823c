import { toPlotNumber } from '../model/exact.ts'
import type { Target } from '../model/plan.ts'
import type { TargetScore } from '../model/scoreSheet.ts'

/** A bullet bar on a percentage scale; shares are 0–1. */
export type TargetBar = {
  readonly actual: number | null
  readonly sure: boolean
  readonly target: number
}

/** For a nested target the mark stands at the threshold of each unit. */
export function buildTargetBar(target: Target, score: TargetScore | undefined): TargetBar {
  const wanted = target.actual.from === 'units' ? target.actual.unitPercent : target.percent
  const actual = score?.actual.kind === 'share' ? score.actual : null
  return {
    actual: actual ? Math.min(toPlotNumber(actual.percent) / 100, 1) : null,
    sure: actual?.certainty === 'stated',
    target: toPlotNumber(wanted) / 100,
  }
}
