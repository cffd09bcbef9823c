import type { Metric } from '../../model/ruleSet.ts'

/** Whether agencies' figures of a metric make up the whole's; counts do unless the rule set says otherwise. */
export function addsUp(metric: Metric | undefined): boolean {
  return (
    metric !== undefined && (metric.aggregation ?? (metric.valueType === 'count' ? 'sum' : 'none')) === 'sum'
  )
}
