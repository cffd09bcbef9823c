import type { Phase } from '../../model/plan.ts'
import type { PhaseOverlap } from '../../model/taskStanding.ts'
import { phaseLanes } from '../../scoring/tasks/phaseLanes.ts'

export type PhasesView = {
  /** Earliest first. */
  readonly phases: readonly Phase[]
  readonly overlaps: readonly PhaseOverlap[]
  readonly gaps: readonly { readonly from: string; readonly to: string }[]
}

/** Phases of a plan with what runs at the same time, as the document has it. */
export function phasesOf(phases: readonly Phase[]): PhasesView {
  const { lanes, overlaps, gaps } = phaseLanes(phases)
  return { phases: lanes, overlaps, gaps }
}
