import type { AbsentShare } from '../../model/attribution.ts'
import type { Gathering, NotGathered } from '../../model/consolidation.ts'
import type { Criterion, Metric, RuleSet } from '../../model/ruleSet.ts'
import type { Rule } from '../../model/rules.ts'
import type { MetricValue, Submission } from '../../model/submission.ts'
import { addsUp } from '../attribution/addsUp.ts'
import { divide, formatExact, parseExact, sum, whole } from '../exact.ts'
import { kindOf } from '../rules/ruleKinds.ts'
import { exemptionsOf } from '../scoreLeaves.ts'

/**
 * How figures of agencies make a figure that the rule of a leaf can score for the whole, or why they make none.
 *
 * Counts are summed where the rule looks at shares of them and nothing else: ten news items or three late days
 * mean nothing for a province. Means and percentages that are not made of counts are averaged plainly, and said
 * to be.
 */
export function gatheringOf(
  rule: Rule,
  metrics: ReadonlyMap<string, Metric>,
): { readonly how: Gathering } | { readonly why: NotGathered } {
  if (rule.kind === 'reported') return { why: 'reported' }
  if ('measure' in rule && rule.kind !== 'bands') return { why: 'compares' }
  const how = asksFor(rule, metrics)
  if (how === null) return { why: 'rule' }
  const figures = kindOf(rule).figures(rule)
  const fits = figures.every(({ metricId }) => {
    const metric = metrics.get(metricId)
    return how === 'sum' ? addsUp(metric) : metric?.valueType === 'percent' || metric?.valueType === 'number'
  })
  return fits ? { how } : { why: 'notAdditive' }
}

/** What a rule has to be given; null where no figure of the whole means anything to it. */
function asksFor(rule: Rule, metrics: ReadonlyMap<string, Metric>): Gathering | null {
  switch (rule.kind) {
    case 'ratio':
    case 'surveyOptions':
      return 'sum'
    case 'surveyMean':
    case 'weightedMean':
      return 'mean'
    case 'bands': {
      if (rule.measure.of === 'percent') return 'sum'
      return metrics.get(rule.measure.metric)?.valueType === 'percent' ? 'mean' : null
    }
    case 'sum': {
      const parts = new Set(rule.parts.map(part => asksFor(part.rule, metrics)))
      const [only = null] = parts
      return parts.size === 1 ? only : null
    }
    default:
      return null
  }
}

export type GatheredLeaf = {
  readonly values: readonly MetricValue[]
  /** Agencies whose figures are in it, in the order of their ids. */
  readonly agencyIds: readonly string[]
  readonly leftOut: readonly AbsentShare[]
}

/** Figures of one leaf over all agencies that have every one of them; the others are named. */
export function gatherLeaf(
  ruleSet: RuleSet,
  leaf: Criterion & { readonly rule: Rule },
  how: Gathering,
  submissions: readonly Submission[],
): GatheredLeaf {
  const metricIds = [
    ...new Set(
      kindOf(leaf.rule)
        .figures(leaf.rule)
        .map(each => each.metricId),
    ),
  ]
  const read = submissions
    .toSorted((a, b) => (a.agencyId < b.agencyId ? -1 : 1))
    .map(submission => {
      const values = new Map(submission.values.map(value => [value.metricId, value]))
      const isExempt = exemptionsOf(ruleSet.criteria, submission).has(leaf.id)
      return { agencyId: submission.agencyId, values, absent: absentOf(metricIds, values, isExempt) }
    })
  const known = read.filter(each => each.absent === null)
  const values = known.length === 0 ? [] : metricIds.map(id => joined(id, how, known))
  return {
    values,
    agencyIds: known.map(each => each.agencyId),
    leftOut: read.flatMap(({ agencyId, absent }) => (absent ? [{ agencyId, ...absent }] : [])),
  }
}

function absentOf(
  metricIds: readonly string[],
  values: ReadonlyMap<string, MetricValue>,
  isExempt: boolean,
): Omit<AbsentShare, 'agencyId'> | null {
  if (isExempt) return { because: 'exempt', metricIds: [] }
  const absent = metricIds.flatMap(metricId => {
    const state = values.get(metricId)?.state ?? 'missing'
    return state === 'entered' ? [] : [{ metricId, state }]
  })
  const because = (['notApplicable', 'missing', 'withheld'] as const).find(state =>
    absent.some(each => each.state === state),
  )
  return because ? { because, metricIds: absent.map(each => each.metricId) } : null
}

function joined(
  metricId: string,
  how: Gathering,
  agencies: readonly { readonly values: ReadonlyMap<string, MetricValue> }[],
): MetricValue {
  const figures = agencies.flatMap(({ values }) => {
    const value = values.get(metricId)
    return value?.state === 'entered' ? [parseExact(value.value)] : []
  })
  const total = sum(figures)
  const value = formatExact(how === 'sum' ? total : divide(total, whole(figures.length)))
  return { metricId, state: 'entered', value, provenance: { certainty: 'inferred', source: null } }
}
