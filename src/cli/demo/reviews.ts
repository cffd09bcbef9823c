import type { Decimal, Exact } from '../../model/exact.ts'
import type { Criterion, RequiredEvidence, RuleSet } from '../../model/ruleSet.ts'
import type { Decision, Stage, Submission, TableRow } from '../../model/submission.ts'
import {
  add,
  divide,
  formatExact,
  hundred,
  larger,
  parseExact,
  smaller,
  whole,
  zero,
} from '../../scoring/exact.ts'
import { indexRuleSet } from '../../scoring/ruleSetIndex.ts'
import { scoreSubmission } from '../../scoring/scoreSubmission.ts'
import { evidenceOf } from './evidence.ts'
import type { Month } from './months.ts'
import type { Profile } from './profiles.ts'
import { happens, pick, type Random, wholeBetween } from './random.ts'
import { reasonsFor, type Saying } from './words.ts'

/** A written instant: nothing here depends on the day it is run. */
const scoredAt = '2000-01-01T00:00:00.000Z'

/** What can be decided: a leaf that was scored, or a bonus that was claimed. */
type Decidable = {
  readonly id: string
  readonly computed: Exact
  readonly max: Decimal
  /** Hundredths of a point a claim moves by: all, an item, a quarter; 0 for what is beyond dispute. */
  readonly step: number
  readonly isSelfScored: boolean
}

/**
 * The row with what its agency claimed and what two rounds of review made of it.
 *
 * What the figures make is the engine's own result. Most agencies claim just that, some more; a reviewer
 * takes it back, some explain themselves, and a second round settles it, up or down. Leaves that lack
 * figures, do not apply or are surveyed stay undecided.
 */
export function reviewed(
  row: TableRow,
  profile: Profile,
  month: Month,
  ruleSet: RuleSet,
  submission: Submission,
  previous: Submission | null,
): TableRow {
  const draw = profile.random(`${month.period} review`)
  const decidable = decidableOf(ruleSet, submission, previous)
  const decisions = decidable.flatMap(each => decisionsFor(each, draw))
  const claimed = new Set(decidable.map(({ id }) => id))
  const { note, ...rest } = row
  return {
    ...rest,
    decisions,
    evidence: evidenceOf(profile, month, submission, claimed, requiredBy(ruleSet)),
    ...(note === undefined ? {} : { note }),
  }
}

function requiredBy(ruleSet: RuleSet): ReadonlyMap<string, readonly RequiredEvidence[]> {
  return new Map(indexRuleSet(ruleSet).leaves.map(({ id, requiredEvidence = [] }) => [id, requiredEvidence]))
}

function decidableOf(
  ruleSet: RuleSet,
  submission: Submission,
  previous: Submission | null,
): readonly Decidable[] {
  const sheet = scoreSubmission(ruleSet, submission, scoredAt, { previous })
  const nodes = new Map(sheet.nodes.map(node => [node.criterionId, node]))
  const leaves = indexRuleSet(ruleSet).leaves.flatMap((leaf): Decidable[] => {
    const { id, maxPoints, assessedBy } = leaf
    const outcome = nodes.get(id)?.outcome
    if (outcome?.kind !== 'scored' || maxPoints === null || assessedBy === 'survey') return []
    const isSelfScored = assessedBy !== 'review'
    return [{ id, computed: outcome.points, max: maxPoints, step: stepOf(leaf), isSelfScored }]
  })
  const bonuses = sheet.adjustments.flatMap(({ adjustmentId, effect, outcome, ceiling }): Decidable[] =>
    effect === 'bonus' && outcome.kind === 'scored' && outcome.points !== '0'
      ? [{ id: adjustmentId, computed: outcome.points, max: ceiling, step: 100, isSelfScored: true }]
      : [],
  )
  return [...leaves, ...bonuses]
}

/** What a system records (reports, growth, dates) leaves nothing to argue about. */
function stepOf({ rule, maxPoints }: Criterion): number {
  switch (rule?.kind) {
    case 'everyOccurrence':
    case 'growth':
    case 'lateness':
      return 0
    case 'yesNo':
      return hundredths(maxPoints ?? '0')
    case 'checklist':
      return hundredths(rule.items[0]?.points ?? '0')
    case 'bands':
    case 'bestOf':
      return 100
    default:
      return 25
  }
}

function hundredths(points: Decimal): number {
  return Math.round(Number(points) * 100)
}

function decisionsFor(
  { id, computed, max, step, isSelfScored }: Decidable,
  draw: Random,
): readonly Decision[] {
  const decided = (stage: Stage, points: string, saying?: Saying): Decision => ({
    criterionId: id,
    stage,
    points,
    ...(saying ? { reason: pick(draw, reasonsFor(id, saying)) } : {}),
  })
  if (!isSelfScored) return [decided('firstReview', computed)]
  const distance = step * (step === 25 ? wholeBetween(draw, 1, 5) : 1)
  const kind = draw()
  const above = moved(computed, distance, max)
  const below = moved(computed, -distance, max)
  if (kind < 0.11 && above !== computed)
    return [
      decided('selfAssessment', above),
      decided('firstReview', computed, 'lowered'),
      ...(happens(draw, 0.5) ? secondRound(above, computed) : []),
    ]
  if (kind < 0.16 && below !== computed)
    return [
      decided('selfAssessment', computed),
      decided('firstReview', below, 'doubted'),
      ...(happens(draw, 0.65) ? secondRound(computed, below) : []),
    ]
  if (kind < 0.19 && below !== computed)
    return [decided('selfAssessment', below), decided('firstReview', computed, 'raised')]
  if (kind < 0.21 && below !== computed)
    return [
      decided('selfAssessment', computed),
      decided('firstReview', computed),
      decided('secondReview', below, 'cut'),
    ]
  return [decided('selfAssessment', computed), decided('firstReview', computed)]

  /** The agency explains its claim; the council takes it up, holds to the first round or goes below it. */
  function secondRound(claim: string, first: string): readonly Decision[] {
    const explanation = decided('explanation', claim, 'explained')
    const lower = moved(first, -step, max)
    const verdict = draw()
    if (verdict < 0.45) return [explanation, decided('secondReview', claim, 'accepted')]
    if (verdict < 0.78 || lower === first) return [explanation, decided('secondReview', first, 'held')]
    return [explanation, decided('secondReview', lower, 'cut')]
  }
}

/** Points so many hundredths higher or lower, between nothing and the maximum. */
function moved(points: Exact, distance: number, max: Decimal): Exact {
  const wanted = add(parseExact(points), divide(whole(distance), hundred))
  return formatExact(larger(smaller(wanted, parseExact(max)), zero))
}
