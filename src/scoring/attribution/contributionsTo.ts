import type {
  AbsentShare,
  Contribution,
  ContributionLeaf,
  LeafAttribution,
  LossAttribution,
  Unsplit,
} from '../../model/attribution.ts'
import type { Certainty } from '../../model/provenance.ts'
import type { RuleSet } from '../../model/ruleSet.ts'
import type { ScoreSheet } from '../../model/scoreSheet.ts'
import { atStage, sentNothing } from '../../model/stages.ts'
import type { Stage, Submission } from '../../model/submission.ts'
import { compare, formatExact, multiply, parseExact, type Rational, subtract, sum } from '../exact.ts'
import { indexRuleSet } from '../ruleSetIndex.ts'
import { kindOf } from '../rules/ruleKinds.ts'
import { scoreSubmission } from '../scoreSubmission.ts'
import { addsUp } from './addsUp.ts'
import { attributeLoss, factorOf } from './attributeLoss.ts'
import { gatherWhole } from './gatherWhole.ts'
import { splitOf } from './splitOf.ts'

/** What a screen of agencies asks about the agency above them. */
export type ContributionRequest = {
  readonly ruleSet: RuleSet
  /** null: the last decided stage. Figures do not change with it; the whole's points may. */
  readonly stage: Stage | null
  readonly parentId: string
  /** The agency above as it reported itself; null: sums of its agencies stand in for it. */
  readonly whole: Submission | null
  /** Every agency below it that the period has a file of, in any order. */
  readonly parts: readonly Submission[]
  /** The agency's submission for the period before, for growth. */
  readonly previous: Submission | null
}

type AttributedLeaf = Extract<LeafAttribution, { kind: 'attributed' }>

/**
 * Splits what an agency above lost over the agencies below it; where it reported nothing itself, what their
 * figures make together (see {@link gatherWhole}).
 *
 * Figures that the agencies merely repeat from the whole, or that make more together than the whole has, are
 * not split: the shares would add up and mean nothing.
 * @param scoredAt ISO instant for the sheet; the engine reads no clock
 */
export function contributionsTo(request: ContributionRequest, scoredAt: string): Contribution {
  const { ruleSet, stage, parentId, previous } = request
  // A table may list the whole and have nothing from it.
  const whole = request.whole && !sentNothing(request.whole) ? request.whole : null
  const silent = request.parts.filter(sentNothing).map(part => part.agencyId)
  const sent = request.parts.filter(part => !sentNothing(part))
  const gathered = whole === null && sent.length > 0 ? gatherWhole(ruleSet, parentId, sent) : null
  const asked = whole ? atStage(whole, stage) : gathered?.submission
  const [some] = request.parts
  const base = {
    parentId,
    period: asked?.period ?? some?.period ?? '',
    origin:
      asked && whole
        ? ({ kind: 'submitted', stage: asked.stage, certainty: whole.provenance.certainty } as const)
        : ({ kind: 'gathered', certainty: leastSure(sent) } as const),
    agencyIds: sent.map(part => part.agencyId).toSorted(),
    silent: silent.toSorted(),
    expected: expectedOf(request.parts),
  }
  if (!asked) return { ...base, leaves: [], unsplit: [], total: null, loss: null }
  const sheet = scoreSubmission(ruleSet, asked, scoredAt, { previous })
  const attribution = attributeLoss(ruleSet, sheet, gathered?.parts ?? sent)
  const sound = attribution.leaves.flatMap(leaf =>
    leaf.kind === 'attributed' && faultOf(leaf) === null ? [leaf] : [],
  )
  const leaves = sound
    .map(leaf => writeLeaf(leaf, sheet, gathered?.leftOut.get(leaf.criterionId) ?? leaf.absent))
    .toSorted((a, b) => compare(parseExact(b.lost), parseExact(a.lost)))
  return {
    ...base,
    leaves,
    unsplit: attribution.leaves.flatMap(leaf => unsplitOf(leaf, ruleSet, gathered !== null)),
    total: totalOf(leaves, sound),
    loss: gathered ? null : lossOf(attribution, sound),
  }
}

/** Why an attribution that adds up says nothing all the same. */
function faultOf({ repeating, shares }: AttributedLeaf): 'repeating' | 'exceedsWhole' | null {
  // One agency may be all there is to the whole; two cannot.
  if (repeating > 1) return 'repeating'
  const rest = shares.find(share => share.agencyId === null)
  const below = [rest?.numerator, rest?.denominator].some(figure => figure?.startsWith('-'))
  return below ? 'exceedsWhole' : null
}

function writeLeaf(
  leaf: AttributedLeaf,
  sheet: ScoreSheet,
  absent: readonly AbsentShare[],
): ContributionLeaf {
  const { criterionId, direction, targetPercent, shortfall, unit, unitEn } = leaf
  const max = sheet.nodes.find(node => node.criterionId === criterionId)?.maxPoints
  if (max == null) throw new Error(`"${criterionId}" lost points of an unknown maximum`)
  return {
    criterionId,
    direction,
    targetPercent,
    shortfall,
    unit,
    unitEn,
    absent,
    maxPoints: formatExact(multiply(parseExact(max), factorOf(sheet))),
    ...splitOf(
      parseExact(leaf.lost),
      leaf.shares.map(({ agencyId, contribution, shortfall: units }) => ({
        agencyId,
        contribution: parseExact(contribution),
        shortfall: parseExact(units),
      })),
    ),
  }
}

function unsplitOf(leaf: LeafAttribution, ruleSet: RuleSet, isGathered: boolean): readonly Unsplit[] {
  const { criterionId } = leaf
  if (leaf.kind === 'attributed') {
    const fault = faultOf(leaf)
    return fault === null ? [] : [{ criterionId, lost: leaf.lost, reason: fault, repeating: leaf.repeating }]
  }
  if (!isGathered) return [{ criterionId, lost: leaf.lost, reason: leaf.reason, repeating: 0 }]
  // Figures that were not gathered are missing by our own choice: what cannot be split for is the rule.
  const { leafById, metrics } = indexRuleSet(ruleSet)
  const rule = leafById.get(criterionId)?.rule
  const reason = ((): Unsplit['reason'] => {
    if (leaf.reason === 'pooled' || !rule) return leaf.reason
    if (rule.kind !== 'ratio') return 'ruleKind'
    const together = kindOf(rule)
      .figures(rule)
      .every(({ metricId }) => addsUp(metrics.get(metricId)))
    return together ? leaf.reason : 'notAdditive'
  })()
  return [{ criterionId, lost: null, reason, repeating: 0 }]
}

/** Points of all split leaves by agency; their units differ, so only points are summed. */
function totalOf(
  leaves: readonly ContributionLeaf[],
  sound: readonly AttributedLeaf[],
): Contribution['total'] {
  if (leaves.length === 0) return null
  const byAgency = new Map<string | null, Rational[]>()
  for (const { agencyId, contribution } of sound.flatMap(leaf => leaf.shares))
    byAgency.set(agencyId, [...(byAgency.get(agencyId) ?? []), parseExact(contribution)])
  return {
    maxPoints: formatExact(sum(leaves.map(leaf => parseExact(leaf.maxPoints)))),
    ...splitOf(
      sum(leaves.map(leaf => parseExact(leaf.lost))),
      [...byAgency].map(([agencyId, contributions]) => ({
        agencyId,
        contribution: sum(contributions),
        shortfall: null,
      })),
    ),
  }
}

function lossOf({ lost }: LossAttribution, sound: readonly AttributedLeaf[]): Contribution['loss'] {
  if (lost === null) return null
  const split = sum(sound.map(leaf => parseExact(leaf.lost)))
  return { whole: lost, notSplit: formatExact(subtract(parseExact(lost), split)) }
}

/** Sums are deduced, and made-up figures make made-up sums. */
function leastSure(parts: readonly Submission[]): Certainty {
  return parts.some(part => part.provenance.certainty === 'illustrative') ? 'illustrative' : 'inferred'
}

/** A publisher that ranks the agencies among each other says how many there are. */
function expectedOf(parts: readonly Submission[]): Contribution['expected'] {
  const counts = new Set(parts.map(part => part.published?.rank?.of ?? null))
  const [count] = counts
  if (counts.size !== 1 || count == null || count < parts.length) return null
  return { count, notLoaded: count - parts.length }
}
