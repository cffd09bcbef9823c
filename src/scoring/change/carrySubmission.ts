import { isLeaf } from '../../model/criteria.ts'
import type { Criterion, RuleSet } from '../../model/ruleSet.ts'
import type { Rule } from '../../model/rules.ts'
import type { MetricValue, Submission } from '../../model/submission.ts'
import { compare, parseExact } from '../exact.ts'
import { indexRuleSet } from '../ruleSetIndex.ts'

/**
 * A submission as far as it means something under another rule set; what does not is left out, so that it
 * counts as missing there.
 *
 * A figure is carried by the id of its metric, as long as the metric is of the same type and, for an
 * option, the answer can still be chosen. Points that somebody published or decided are carried for
 * criteria and pools whose maximum is the same: 12 of 12 says nothing about how many of 10.
 */
export function carrySubmission(submission: Submission, from: RuleSet, to: RuleSet): Submission {
  if (from.id === to.id && from.version === to.version) return submission
  const [before, now] = [indexRuleSet(from), indexRuleSet(to)]
  const options = optionsOf(to)
  const carriesFigure = ({ metricId, ...value }: MetricValue) => {
    const type = now.metrics.get(metricId)?.valueType
    if (type === undefined || type !== before.metrics.get(metricId)?.valueType) return false
    const choices = options.get(metricId) ?? []
    return value.state !== 'entered' || choices.every(choice => offers(choice, value.value))
  }
  const [maxBefore, maxNow] = [maximaOf(from), maximaOf(to)]
  const carriesPoints = (nodeId: string) => {
    const [one, other] = [maxBefore.get(nodeId), maxNow.get(nodeId)]
    if (one === undefined || other === undefined) return false
    return one === null || other === null ? one === other : compare(parseExact(one), parseExact(other)) === 0
  }
  const { published, decisions } = submission
  return {
    ...submission,
    values: submission.values.filter(carriesFigure),
    ...(decisions && { decisions: decisions.filter(entry => carriesPoints(entry.criterionId)) }),
    ...(published && {
      published: { ...published, points: published.points.filter(entry => carriesPoints(entry.nodeId)) },
    }),
  }
}

/** Maximum by id of a criterion or pool; null where none is stated. */
function maximaOf(ruleSet: RuleSet): ReadonlyMap<string, string | null> {
  return new Map([
    ...indexRuleSet(ruleSet).places.map(({ criterion }) => [criterion.id, criterion.maxPoints] as const),
    ...ruleSet.pools.map(pool => [pool.id, pool.maxPoints] as const),
  ])
}

type Choice = readonly { readonly value: string }[]

function offers(choice: Choice, value: string): boolean {
  return choice.some(option => compare(parseExact(option.value), parseExact(value)) === 0)
}

/** Every choice that asks for a metric, wherever it stands. */
function optionsOf(ruleSet: RuleSet): ReadonlyMap<string, readonly Choice[]> {
  const found = new Map<string, Choice[]>()
  const visit = (rule: Rule): void => {
    if (rule.kind === 'choice') found.set(rule.metric, [...(found.get(rule.metric) ?? []), rule.options])
    if (rule.kind === 'sum') for (const part of rule.parts) visit(part.rule)
    if (rule.kind === 'bestOf') for (const part of rule.cases) visit(part.rule)
  }
  for (const { rule, readings = [] } of indexRuleSet(ruleSet).leaves) {
    if (rule) visit(rule)
    for (const reading of readings) visit(reading.rule)
  }
  for (const adjustment of ruleSet.adjustments ?? []) visit(adjustment.rule)
  return found
}

/** Leaves whose published points are a reviewer's word and not a figure. */
export function reviewedLeafIds(ruleSet: RuleSet): ReadonlySet<string> {
  const isReviewed = (criterion: Criterion) => isLeaf(criterion) && criterion.assessedBy === 'review'
  return new Set(
    indexRuleSet(ruleSet)
      .leaves.filter(isReviewed)
      .map(leaf => leaf.id),
  )
}
