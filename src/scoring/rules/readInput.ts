import type { Metric } from '../../model/ruleSet.ts'
import type { ExplainedInput } from '../../model/scoreSheet.ts'
import type { MetricValue, Submission } from '../../model/submission.ts'

/** Figures a rule may look at, by metric id. */
export type Inputs = {
  readonly metrics: ReadonlyMap<string, Metric>
  readonly values: ReadonlyMap<string, MetricValue>
  readonly submission: Submission
}

/**
 * One metric as the receipt shows it. A metric the submission does not mention is missing.
 * @throws when the rule set has no such metric; the linter should have refused the file
 */
export function readInput(inputs: Inputs, metricId: string, role: ExplainedInput['role']): ExplainedInput {
  const metric = inputs.metrics.get(metricId)
  if (!metric) throw new Error(`rule set has no metric "${metricId}"`)
  const value = inputs.values.get(metricId)
  return {
    metricId,
    name: metric.name,
    nameEn: metric.nameEn,
    unit: metric.unit,
    unitEn: metric.unitEn,
    role,
    state: value?.state ?? 'missing',
    value: value?.state === 'entered' ? value.value : null,
    provenance: value?.provenance ?? inputs.submission.provenance,
  }
}
