import type { AgencyLoss, LeafAttribution, LossAttribution } from '../../model/attribution.ts'
import type { RuleSet } from '../../model/ruleSet.ts'
import type { ScoreSheet } from '../../model/scoreSheet.ts'
import type { Submission } from '../../model/submission.ts'
import {
  compare,
  divide,
  formatExact,
  hundred,
  isZero,
  multiply,
  one,
  parseExact,
  type Rational,
  subtract,
  sum,
  zero,
} from '../exact.ts'
import { exemptionsOf } from '../scoreLeaves.ts'
import { attributeLeaf, type Part } from './attributeLeaf.ts'

/**
 * How much each agency contributes to the points that the agency above them (a province) lost, leaf by leaf
 * and in all.
 *
 * Split are leaves whose share is one numerator over one denominator that add up from agencies to the
 * whole: an agency short of the target by s of the whole's shortfall S carries s ÷ S of the loss, so that
 * an agency past the target carries less than nothing. The loss is the one the sheet's ladder shows, after
 * leaf rounding and after the points of a block that was not run were spread over the rest.
 *
 * What the agencies given do not explain is a row of its own, without agency: agencies not given, missing
 * figures, figures that every agency repeats from the whole (then it is negative). With it the rows add up
 * to the loss exactly. Leaves that cannot be split say why; losses beside the leaves (pools, adjustments,
 * rounding of groups and the total, what is missing) are part of `notAttributed`.
 *
 * @param whole the score sheet of the agency above; its receipts hold the figures
 * @param parts submissions of agencies below it, in any order
 * @throws when a part answers another rule set or period, stands there twice, or is the whole itself
 */
export function attributeLoss(
  ruleSet: RuleSet,
  whole: ScoreSheet,
  parts: readonly Submission[],
): LossAttribution {
  checkParts(ruleSet, whole, parts)
  const known = parts
    .toSorted((a, b) => (a.agencyId < b.agencyId ? -1 : 1))
    .map(
      (submission): Part => ({
        agencyId: submission.agencyId,
        values: new Map(submission.values.map(value => [value.metricId, value])),
        exempt: exemptionsOf(ruleSet.criteria, submission),
      }),
    )
  const factor = factorOf(whole)
  const leaves = whole.nodes
    .filter(node => node.isLeaf)
    .map(node => attributeLeaf(ruleSet, node, factor, known))
  const attributed = sum(leaves.flatMap(leaf => (leaf.kind === 'attributed' ? [parseExact(leaf.lost)] : [])))
  const lost = whole.total.gapToMax && parseExact(whole.total.gapToMax.to)
  return {
    agencyId: whole.agencyId,
    leaves,
    agencies: agencyLosses(leaves, known, attributed),
    lost: lost && formatExact(lost),
    attributed: formatExact(attributed),
    notAttributed: lost && formatExact(subtract(lost, attributed)),
  }
}

function checkParts(ruleSet: RuleSet, whole: ScoreSheet, parts: readonly Submission[]): void {
  for (const { id, ruleSetId, ruleSetVersion, period } of [{ ...whole, id: whole.submissionId }, ...parts]) {
    if (ruleSetId !== ruleSet.id || ruleSetVersion !== ruleSet.version)
      throw new Error(
        `"${id}" answers "${ruleSetId}" version ${ruleSetVersion}, not "${ruleSet.id}" version ${ruleSet.version}`,
      )
    if (period !== whole.period) throw new Error(`"${id}" is of ${period}, the whole is of ${whole.period}`)
  }
  const seen = new Set([whole.agencyId])
  for (const { agencyId } of parts)
    if (seen.size === seen.add(agencyId).size) throw new Error(`agency "${agencyId}" is counted twice`)
}

/** What a point of the tree counts in the total. */
export function factorOf({ total }: ScoreSheet): Rational {
  const fromMax = total.rescaled ? parseExact(total.rescaled.fromMax) : zero
  return isZero(fromMax) ? one : divide(parseExact(total.maxPoints), fromMax)
}

function agencyLosses(
  leaves: readonly LeafAttribution[],
  parts: readonly Part[],
  attributed: Rational,
): readonly AgencyLoss[] {
  const split = leaves.flatMap(leaf => (leaf.kind === 'attributed' ? [leaf.shares] : []))
  const byAgency = new Map<string | null, Rational[]>()
  for (const share of split.flat())
    byAgency.set(share.agencyId, [...(byAgency.get(share.agencyId) ?? []), parseExact(share.contribution)])
  return [...parts.map(part => part.agencyId), null]
    .map(agencyId => {
      const own = byAgency.get(agencyId) ?? []
      return { agencyId, contribution: sum(own), knownLeaves: own.length }
    })
    .toSorted(
      (a, b) =>
        Number(a.agencyId === null) - Number(b.agencyId === null) || compare(b.contribution, a.contribution),
    )
    .map(({ agencyId, contribution, knownLeaves }) => ({
      agencyId,
      contribution: formatExact(contribution),
      percentOfAttributed: isZero(attributed)
        ? null
        : formatExact(multiply(divide(contribution, attributed), hundred)),
      knownLeaves,
      absentLeaves: split.length - knownLeaves,
    }))
}
