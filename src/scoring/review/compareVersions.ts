import { walkCriteria } from '../../model/criteria.ts'
import type { RuleSet } from '../../model/ruleSet.ts'
import { isClaimed } from '../../model/stages.ts'
import type { EvidenceItem, MetricValue, Submission } from '../../model/submission.ts'
import type { ClaimVersion, VersionDifference } from '../../model/versions.ts'
import { compare, parseExact } from '../exact.ts'
import { evidenceText } from './chosenSubmission.ts'

/**
 * Versions of one agency's submission side by side: every field that is not the same in all of them, figures in the
 * order of the rule set, then what is said of criteria in the order of the tree.
 */
export function compareVersions(
  versions: readonly Submission[],
  ruleSet: RuleSet,
): readonly VersionDifference[] {
  const metricIds = ordered(
    ruleSet.metrics.map(metric => metric.id),
    versions.flatMap(version => version.values.map(value => value.metricId)),
  )
  const criterionIds = ordered(
    [
      ...walkCriteria(ruleSet).map(({ criterion }) => criterion.id),
      ...(ruleSet.adjustments ?? []).map(adjustment => adjustment.id),
    ],
    versions.flatMap(criteriaNamed),
  )
  const values = versions.map(version => new Map(version.values.map(value => [value.metricId, value])))
  const claims = versions.map(claimsOf)
  const exempt = versions.map(
    ({ notApplicable = [] }) => new Map(notApplicable.map(each => [each.criterionId, each.reason])),
  )
  const texts = versions.map(
    ({ explanations = [] }) => new Map(explanations.map(each => [each.criterionId, each.text])),
  )
  const ofAll = <Value>(maps: readonly ReadonlyMap<string, Value>[], id: string) =>
    maps.map(each => each.get(id) ?? null)
  return [
    ...metricIds.flatMap((id): VersionDifference[] => {
      const each = ofAll(values, id)
      return areSame(each, isSameValue) ? [] : [{ part: 'value', id, values: each }]
    }),
    ...criterionIds.flatMap((id): VersionDifference[] => {
      const [claimed, exempted, said] = [ofAll(claims, id), ofAll(exempt, id), ofAll(texts, id)]
      const evidence = versions.map(version => evidenceOf(version, id))
      return [
        ...(areSame(claimed, isSameClaim) ? [] : [{ part: 'claim', id, values: claimed } as const]),
        ...(areSame(exempted, isSameText) ? [] : [{ part: 'notApplicable', id, values: exempted } as const]),
        ...(areSame(said, isSameText) ? [] : [{ part: 'explanation', id, values: said } as const]),
        ...(areSame(evidence, isSameEvidence) ? [] : [{ part: 'evidence', id, values: evidence } as const]),
      ]
    }),
  ]
}

/** Known ids first, in their order; others as they come. */
function ordered(known: readonly string[], found: readonly string[]): readonly string[] {
  const all = new Set(found)
  return [...known.filter(id => all.has(id)), ...[...all].filter(id => !known.includes(id))]
}

function criteriaNamed({
  decisions = [],
  notApplicable = [],
  explanations = [],
  evidence = [],
}: Submission): readonly string[] {
  return [
    ...[...decisions, ...notApplicable, ...explanations].map(each => each.criterionId),
    ...evidence.flatMap(item => item.criterionIds),
  ]
}

/** The last claim of a criterion stands. */
function claimsOf({ decisions = [] }: Submission): ReadonlyMap<string, ClaimVersion> {
  return new Map(
    decisions.flatMap(({ criterionId, stage, points, reason }) =>
      isClaimed(stage) ? [[criterionId, { points, reason: reason ?? null }] as const] : [],
    ),
  )
}

function evidenceOf({ evidence = [] }: Submission, criterionId: string): readonly EvidenceItem[] {
  return evidence.filter(item => item.criterionIds.includes(criterionId))
}

function areSame<Value>(values: readonly Value[], isSame: (a: Value, b: Value) => boolean): boolean {
  const [first, ...others] = values
  return first === undefined || others.every(each => isSame(first, each))
}

/** A figure nobody wrote down is missing, which is what a file says that leaves it out. */
function isSameValue(a: MetricValue | null, b: MetricValue | null): boolean {
  if (a?.state === 'entered' && b?.state === 'entered') return isSameNumber(a.value, b.value)
  const [one, other] = [a ?? missing, b ?? missing]
  if (one.state === 'entered' || other.state === 'entered') return false
  return one.state === other.state && (one.note ?? '') === (other.note ?? '')
}

const missing = { state: 'missing', note: undefined } as const

const number = /^-?\d+(\.\d+)?$/

/** "2" and "2.0" are the same number; days are compared as they are written. */
function isSameNumber(a: string, b: string): boolean {
  if (a === b || !number.test(a) || !number.test(b)) return a === b
  return compare(parseExact(a), parseExact(b)) === 0
}

function isSameClaim(a: ClaimVersion | null, b: ClaimVersion | null): boolean {
  if (a === null || b === null) return a === b
  return isSameNumber(a.points, b.points) && a.reason === b.reason
}

function isSameText(a: string | null, b: string | null): boolean {
  return a === b
}

/** The same documents, in whatever order. */
function isSameEvidence(a: readonly EvidenceItem[], b: readonly EvidenceItem[]): boolean {
  const text = (items: readonly EvidenceItem[]) => items.map(evidenceText).toSorted().join('\n')
  return a.length === b.length && text(a) === text(b)
}
