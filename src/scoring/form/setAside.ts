import type { ScoreSheet } from '../../model/scoreSheet.ts'

/**
 * Leaves and adjustments that do not apply by what was entered: a figure said not to apply, or nothing to count.
 * Where the rule set merely leaves out what was not entered, the figures are still to come.
 */
export function setAside({ nodes, adjustments }: Pick<ScoreSheet, 'nodes' | 'adjustments'>) {
  const scores = [
    ...nodes.map(({ criterionId, outcome, explanation }) => ({ id: criterionId, outcome, explanation })),
    ...adjustments.map(({ adjustmentId, outcome, explanation }) => ({
      id: adjustmentId,
      outcome,
      explanation,
    })),
  ]
  const found = scores.flatMap(({ id, outcome, explanation }) => {
    if (outcome?.kind !== 'notApplicable') return []
    const empty = explanation?.rule.empty
    if (empty?.because === 'state' && empty.state !== 'notApplicable') return []
    return [{ id, byFigure: empty?.because === 'state' }]
  })
  return {
    all: new Set(found.map(each => each.id)),
    /** Those a figure that was said not to apply took away. */
    byFigure: new Set(found.flatMap(({ id, byFigure }) => (byFigure ? [id] : []))),
  }
}
