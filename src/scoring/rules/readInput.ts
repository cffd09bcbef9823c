import type { ExplainedInput } from '../../model/explanation.ts'
import type { MetricValue, Submission } from '../../model/submission.ts'
import { parseExact, type Rational } from '../exact.ts'
import type { Inputs } from './ruleKind.ts'

/**
 * One metric as the receipt shows it. A metric the submission does not mention is missing.
 * @throws when the rule set has no such metric; the linter should have refused the file
 */
export function readInput(inputs: Inputs, metricId: string, role: ExplainedInput['role']): ExplainedInput {
  return read(inputs, metricId, role, inputs.values.get(metricId), inputs.submission)
}

/** The same metric in the period before; missing when there is no such period. */
export function readPrevious(inputs: Inputs, metricId: string, role: ExplainedInput['role']): ExplainedInput {
  const { previous } = inputs
  const value = previous?.values.get(metricId)
  return { ...read(inputs, metricId, role, value, previous?.submission ?? inputs.submission), previous: true }
}

function read(
  { metrics }: Inputs,
  metricId: string,
  role: ExplainedInput['role'],
  value: MetricValue | undefined,
  submission: Submission,
): ExplainedInput {
  const metric = metrics.get(metricId)
  if (!metric) throw new Error(`rule set has no metric "${metricId}"`)
  return {
    metricId,
    name: metric.name,
    nameEn: metric.nameEn,
    unit: metric.unit,
    unitEn: metric.unitEn,
    role,
    state: value?.state ?? 'missing',
    value: value?.state === 'entered' ? value.value : null,
    provenance: value?.provenance ?? submission.provenance,
  }
}

/**
 * The number behind an entered input.
 * @throws when it was not entered; rules ask only after looking at the state
 */
export function numberOf(input: ExplainedInput): Rational {
  if (input.value === null) throw new Error(`metric "${input.metricId}" has no value`)
  return parseExact(input.value)
}
