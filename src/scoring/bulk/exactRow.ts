import type { RuleSet } from '../../model/ruleSet.ts'
import type { MetricValue, Submission } from '../../model/submission.ts'
import type { CohortFigures } from '../rules/cohortFigures.ts'
import { cohortOf } from '../scoreCohort.ts'
import type { LeafScore } from '../scoreLeaf.ts'
import { inputsOf, scoreLeaves } from '../scoreLeaves.ts'
import { type Scored, scoreForChanges } from '../scoreSubmission.ts'
import { type BulkTable, states, textAt } from './table.ts'

/** The explaining path for single rows of a table: what plain numbers cannot hold, and rules without a kernel. */
export type ExactRows = {
  readonly leaf: (row: number, id: string) => LeafScore
  readonly whole: (row: number) => Scored
}

export function exactRows(ruleSet: RuleSet, table: BulkTable): ExactRows {
  const cohorts = new Map<number, (criterionId: string) => CohortFigures>()
  const cohortAt = (row: number) => (criterionId: string) => {
    const cohort = table.cohort[row] ?? 0
    const known = cohorts.get(cohort) ?? cohortOf(ruleSet, membersOf(cohort))
    cohorts.set(cohort, known)
    return known(criterionId)
  }
  const membersOf = (cohort: number) =>
    table.agencyIds.flatMap((_, row) =>
      table.cohort[row] === cohort ? [submissionAt(ruleSet, table, row)] : [],
    )
  const contextOf = (row: number) => {
    const before = table.previousRow[row] ?? -1
    return {
      previous: before < 0 ? null : submissionAt(ruleSet, table, before),
      cohortAt: cohortAt(row),
    }
  }
  return {
    leaf: (row, id) => {
      const submission = submissionAt(ruleSet, table, row)
      const inputs = inputsOf(ruleSet, submission, contextOf(row))
      const scored = scoreLeaves(ruleSet, inputs, new Set([id])).get(id)
      if (!scored) throw new Error(`there is no leaf "${id}"`)
      return scored
    },
    whole: row => scoreForChanges(ruleSet, submissionAt(ruleSet, table, row), '', contextOf(row)),
  }
}

/** One row as the submission it came from, as far as scoring is concerned. */
export function submissionAt(ruleSet: RuleSet, table: BulkTable, row: number): Submission {
  const values = ruleSet.metrics.map((metric): MetricValue => {
    const column = table.columns.get(metric.id)
    const text = column ? textAt(column, row, metric.valueType === 'date') : null
    if (text !== null) return { metricId: metric.id, state: 'entered', value: text }
    const state = states[column?.states[row] ?? 1] ?? 'missing'
    return { metricId: metric.id, state: state === 'entered' ? 'missing' : state }
  })
  const points = [...table.published].flatMap(([nodeId, column]) => {
    const text = textAt(column, row, false)
    return text === null ? [] : [{ nodeId, points: text }]
  })
  return {
    id: `row-${row}`,
    ruleSetId: ruleSet.id,
    ruleSetVersion: ruleSet.version,
    agencyId: table.agencyIds[row] ?? '',
    period: table.periods[row] ?? '',
    stage: 'selfAssessment',
    provenance: { certainty: 'stated', source: null },
    values,
    notApplicable: [...table.exempt].flatMap(([criterionId, rows]) =>
      rows.has(row) ? [{ criterionId, reason: '' }] : [],
    ),
    decisions: [...table.decided].flatMap(([criterionId, rows]) => {
      const decided = rows.get(row)
      return decided === undefined ? [] : [{ criterionId, stage: 'closed' as const, points: decided }]
    }),
    ...(points.length > 0
      ? { published: { provenance: { certainty: 'stated', source: null }, total: null, points } }
      : {}),
  }
}
