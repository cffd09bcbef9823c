import { type Form, isFilledByAgency } from '../../model/form.ts'
import type { Completeness } from '../../model/nextActions.ts'
import type { ScoreSheet } from '../../model/scoreSheet.ts'
import type { Progress } from './progressOf.ts'

/**
 * How complete a form is: what the agency itself is asked for, so that its areas add up to the whole. Answers of
 * surveys and reviewers are left out; points that are asked for instead of figures count like figures.
 * @param all of the whole submission, as everybody else counts it
 */
export function askedCompleteness(
  form: Form,
  all: Completeness,
  progress: ReadonlyMap<string, Progress>,
  { nodes, adjustments }: Pick<ScoreSheet, 'nodes' | 'adjustments'>,
): Completeness {
  const asked = new Set(form.metricIds)
  const areas = [...progress.values()]
  const open = new Set(
    [...nodes, ...adjustments].flatMap(({ outcome }) =>
      outcome?.kind === 'missing' ? outcome.metricIds : [],
    ),
  )
  const missingFigures = all.missingFigures.filter(figure => asked.has(figure.metricId))
  const missing = areas.reduce((count, area) => count + area.missing, 0)
  return {
    ...all,
    entered: areas.reduce((count, area) => count + area.entered - area.notApplicable, 0),
    missing,
    notApplicable: areas.reduce((count, area) => count + area.notApplicable, 0),
    // Every claim that is missing leaves points open.
    open:
      missingFigures.filter(figure => open.has(figure.metricId)).length +
      areas.reduce((count, area) => count + area.unclaimed, 0),
    missingFigures,
  }
}

/** Leaves that wait for a survey or a reviewer, in the order of the form. */
export function awaitedOf(form: Form, { nodes }: Pick<ScoreSheet, 'nodes'>): readonly string[] {
  const open = new Set(
    nodes.flatMap(({ criterionId, outcome }) =>
      outcome?.kind === 'missing' || outcome?.kind === 'pendingReview' ? [criterionId] : [],
    ),
  )
  return form.areas.flatMap(area =>
    area.items.flatMap(item => (!isFilledByAgency(item) && open.has(item.nodeId) ? [item.nodeId] : [])),
  )
}
