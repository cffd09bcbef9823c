import type { FormItem } from '../../../model/form.ts'
import type { AdjustmentScore } from '../../../model/scoreSheet.ts'
import type { Assessment } from '../../../state/assessment/assessment.ts'

/** A bonus without figures that the rule set gives nothing: nobody asks for it, so nothing is missing. */
export function isNotProposed(
  { effect, outcome }: Pick<AdjustmentScore, 'effect' | 'outcome'>,
  { groups }: Pick<FormItem, 'groups'>,
  { values }: Pick<Assessment['submission'], 'values'>,
): boolean {
  if (effect !== 'bonus' || outcome.kind !== 'scored') return false
  const asked = new Set(groups.flatMap(group => group.fields.map(field => field.metric.id)))
  return !values.some(value => value.state === 'entered' && asked.has(value.metricId))
}
