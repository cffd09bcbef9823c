import { walkCriteria } from '../../model/criteria.ts'
import type { ReceivedSubmission } from '../../model/review.ts'
import type { RuleSet } from '../../model/ruleSet.ts'
import type { Submission } from '../../model/submission.ts'
import { carrySubmission } from '../change/carrySubmission.ts'

/**
 * A file that answers another version of the rules, as far as it means something under those of the round.
 * @param from the rules that came with it
 */
export function carryToRound(
  submission: Submission,
  previous: Submission | null,
  from: RuleSet,
  to: RuleSet,
): NonNullable<ReceivedSubmission['carried']> {
  return { submission: carryOne(submission, from, to), previous: previous && carryOne(previous, from, to) }
}

function carryOne(submission: Submission, from: RuleSet, to: RuleSet): Submission {
  // Rules that differ under one version number are two versions all the same.
  const before = from.version === to.version ? { ...from, version: `${from.version} ≠` } : from
  const { notApplicable, explanations, evidence, ...carried } = carrySubmission(submission, before, to)
  const known = new Set([
    ...walkCriteria(to).map(({ criterion }) => criterion.id),
    ...(to.adjustments ?? []).map(each => each.id),
  ])
  const ofKnown = <Entry extends { readonly criterionId: string }>(entries: readonly Entry[]) =>
    entries.filter(each => known.has(each.criterionId))
  return {
    ...carried,
    ruleSetVersion: to.version,
    ...(notApplicable && { notApplicable: ofKnown(notApplicable) }),
    ...(explanations && { explanations: ofKnown(explanations) }),
    ...(evidence && {
      evidence: evidence.flatMap(item => {
        const criterionIds = item.criterionIds.filter(id => known.has(id))
        return criterionIds.length > 0 ? [{ ...item, criterionIds }] : []
      }),
    }),
  }
}
