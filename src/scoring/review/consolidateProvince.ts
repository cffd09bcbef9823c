import type { GatheredFigure, NotGathered, ProvinceLeaf, ProvinceView } from '../../model/consolidation.ts'
import { isSettled } from '../../model/exact.ts'
import type { ExplainedInput } from '../../model/explanation.ts'
import type { Criterion, RuleSet } from '../../model/ruleSet.ts'
import type { Rule } from '../../model/rules.ts'
import type { NodeScore, ScoreSheet } from '../../model/scoreSheet.ts'
import type { Submission } from '../../model/submission.ts'
import { contributionsTo } from '../attribution/contributionsTo.ts'
import { type GatheredWhole, gatherWhole } from '../attribution/gatherWhole.ts'
import {
  compare,
  divide,
  formatExact,
  hundred,
  isZero,
  multiply,
  parseExact,
  subtract,
  sum,
  whole,
} from '../exact.ts'
import { indexRuleSet } from '../ruleSetIndex.ts'
import { scoreSubmission } from '../scoreSubmission.ts'
import { gatheringOf, gatherLeaf } from './gatherLeaf.ts'

/** One agency of the round, scored. */
type Scored = { readonly submission: Submission; readonly sheet: ScoreSheet }

/**
 * All agencies of a round seen as one.
 *
 * Shares of two figures are gathered in bundles as everywhere else (see {@link gatherWhole}), so that a figure has
 * one value; other rules that look at shares, and means, are gathered leaf by leaf. Points of the whole come from
 * those figures by rule alone: what reviewers decided for single agencies is in their own points.
 * @param wholeId what the whole is called
 * @param scored in the order of agency ids
 */
export function provinceView(
  ruleSet: RuleSet,
  wholeId: string,
  scored: readonly Scored[],
  scoredAt: string,
): ProvinceView {
  const submissions = scored.map(each => each.submission)
  const together = submissions.length === 0 ? null : gatherWhole(ruleSet, wholeId, submissions)
  const sheet = together && scoreSubmission(ruleSet, together.submission, scoredAt)
  const nodes = scored.map(each => ({
    agencyId: each.sheet.agencyId,
    byId: new Map(each.sheet.nodes.map(node => [node.criterionId, node])),
  }))
  const { leaves: criteria } = indexRuleSet(ruleSet)
  const leaves = criteria.map((leaf): ProvinceLeaf => {
    const own = nodes.flatMap(({ agencyId, byId }) => {
      const node = byId.get(leaf.id)
      return node ? [{ agencyId, node }] : []
    })
    return {
      criterionId: leaf.id,
      maxPoints: leaf.maxPoints === null ? null : formatExact(parseExact(leaf.maxPoints)),
      whole: wholeAt(ruleSet, leaf, { wholeId, submissions, together, sheet, scoredAt }),
      ...unitsAt(own),
    }
  })
  return {
    certainty: submissions.some(each => each.provenance.certainty === 'illustrative')
      ? 'illustrative'
      : 'inferred',
    agencies: scored.length,
    leaves,
    total: totalOf(leaves),
    contribution:
      submissions.length === 0
        ? null
        : contributionsTo(
            { ruleSet, stage: null, parentId: wholeId, whole: null, parts: submissions, previous: null },
            scoredAt,
          ),
  }
}

type Gathered = {
  readonly wholeId: string
  readonly submissions: readonly Submission[]
  readonly together: GatheredWhole | null
  readonly sheet: ScoreSheet | null
  readonly scoredAt: string
}

function wholeAt(
  ruleSet: RuleSet,
  leaf: Criterion,
  { submissions, together, sheet, scoredAt, wholeId }: Gathered,
): ProvinceLeaf['whole'] {
  const { rule } = leaf
  const { metrics, poolOf } = indexRuleSet(ruleSet)
  const not = (why: NotGathered, leftOut: ProvinceLeaf['whole']['leftOut'] = []) =>
    ({ kind: 'notGathered', why, leftOut }) as const
  if (!rule || !together || !sheet) return not('nobody')
  if (poolOf.has(leaf.id) || leaf.maxPoints === null) return not('pooled')
  const gathering = gatheringOf(rule, metrics)
  if ('why' in gathering) return not(gathering.why)
  if (rule.kind === 'ratio') {
    const leftOut = together.leftOut.get(leaf.id) ?? []
    const of = together.parts.length - leftOut.length
    if (of === 0) return not('nobody', leftOut)
    return { kind: 'gathered', how: gathering.how, of, leftOut, ...resultAt(sheet, leaf.id) }
  }
  const { values, agencyIds, leftOut } = gatherLeaf(ruleSet, { ...leaf, rule }, gathering.how, submissions)
  if (agencyIds.length === 0) return not('nobody', leftOut)
  const alone = {
    ...together.submission,
    id: `${together.submission.id}.${leaf.id}`,
    agencyId: wholeId,
    values,
  }
  return {
    kind: 'gathered',
    how: gathering.how,
    of: agencyIds.length,
    leftOut,
    ...resultAt(scoreSubmission(ruleSet, alone, scoredAt), leaf.id),
    percent: shareOf(rule, values),
  }
}

type Result = Pick<
  Extract<ProvinceLeaf['whole'], { kind: 'gathered' }>,
  'figures' | 'percent' | 'points' | 'lost'
>

function resultAt(sheet: ScoreSheet, leafId: string): Result {
  const node = sheet.nodes.find(each => each.criterionId === leafId)
  const { explanation, outcome, maxPoints } = node ?? {}
  const points = outcome?.kind === 'scored' ? outcome.points : null
  const detail = explanation?.rule
  return {
    figures: figuresOf(explanation?.inputs ?? []),
    percent: detail?.kind === 'ratio' ? detail.percent : null,
    points,
    lost:
      points === null || maxPoints == null
        ? null
        : formatExact(subtract(parseExact(maxPoints), parseExact(points))),
  }
}

function figuresOf(inputs: readonly ExplainedInput[]): readonly GatheredFigure[] {
  const seen = new Map(inputs.map(input => [input.metricId, input]))
  return [...seen.values()].flatMap(({ metricId, name, nameEn, unit, unitEn, value }) =>
    value === null ? [] : [{ metricId, name, nameEn, unit, unitEn, value }],
  )
}

/** The percentage that bands look at; null where it is another rule, or there is nothing to divide by. */
function shareOf(rule: Rule, values: Submission['values']): string | null {
  if (rule.kind !== 'bands' || rule.measure.of !== 'percent') return null
  const figure = (metricId: string) => {
    const value = values.find(each => each.metricId === metricId)
    return value?.state === 'entered' ? parseExact(value.value) : null
  }
  const [numerator, denominator] = [figure(rule.measure.numerator), figure(rule.measure.denominator)]
  if (!numerator || !denominator || isZero(denominator)) return null
  return formatExact(multiply(divide(numerator, denominator), hundred))
}

type AtAgency = { readonly agencyId: string; readonly node: NodeScore }

/** How single agencies do at a leaf. */
function unitsAt(
  agencies: readonly AtAgency[],
): Pick<ProvinceLeaf, 'full' | 'target' | 'mean' | 'decidedOtherwise' | 'open' | 'exempt'> {
  const applying = agencies.filter(({ node }) => node.outcome?.kind !== 'notApplicable')
  const settled = applying.flatMap(({ agencyId, node }) =>
    node.points?.kind === 'known' && isSettled(node.points)
      ? [{ agencyId, node, points: parseExact(node.points.from) }]
      : [],
  )
  const bounded = settled.flatMap(each =>
    each.node.maxPoints === null ? [] : [{ ...each, max: parseExact(each.node.maxPoints) }],
  )
  const settledIds = new Set(settled.map(each => each.agencyId))
  const idsOf = (some: readonly { readonly agencyId: string }[]) => some.map(each => each.agencyId)
  return {
    full: {
      agencyIds: idsOf(bounded.filter(({ points, max }) => compare(points, max) >= 0)),
      of: bounded.length,
    },
    target: targetAt(applying),
    mean: meanOf(bounded),
    decidedOtherwise: idsOf(
      applying.filter(({ node }) => {
        const decision = node.explanation?.decision
        return decision != null && decision.points !== decision.computed
      }),
    ),
    open: idsOf(applying.filter(({ agencyId }) => !settledIds.has(agencyId))),
    exempt: idsOf(agencies.filter(({ node }) => node.outcome?.kind === 'notApplicable')),
  }
}

function targetAt(agencies: readonly AtAgency[]): ProvinceLeaf['target'] {
  const measured = agencies.flatMap(({ agencyId, node: { gapToTarget } }) =>
    gapToTarget ? [{ agencyId, gapToTarget }] : [],
  )
  const [first] = measured
  if (!first) return null
  return {
    percent: first.gapToTarget.targetPercent,
    agencyIds: measured.flatMap(({ agencyId, gapToTarget }) =>
      isZero(parseExact(gapToTarget.percentPoints)) ? [agencyId] : [],
    ),
    of: measured.length,
  }
}

function meanOf(
  agencies: readonly {
    readonly points: ReturnType<typeof parseExact>
    readonly max: ReturnType<typeof parseExact>
  }[],
): ProvinceLeaf['mean'] {
  const [first] = agencies
  if (!first || agencies.some(({ max }) => compare(max, first.max) !== 0)) return null
  const points = divide(sum(agencies.map(each => each.points)), whole(agencies.length))
  return {
    points: formatExact(points),
    percent: isZero(first.max) ? null : formatExact(multiply(divide(points, first.max), hundred)),
    of: agencies.length,
  }
}

function totalOf(leaves: readonly ProvinceLeaf[]): ProvinceView['total'] {
  const scored = leaves.flatMap(({ whole: each, maxPoints }) =>
    each.kind === 'gathered' && each.points !== null && maxPoints !== null
      ? [{ points: parseExact(each.points), max: parseExact(maxPoints) }]
      : [],
  )
  const max = sum(scored.map(each => each.max))
  if (isZero(max)) return null
  const points = sum(scored.map(each => each.points))
  return {
    leaves: scored.length,
    ofLeaves: leaves.length,
    points: formatExact(points),
    maxPoints: formatExact(max),
    percent: formatExact(multiply(divide(points, max), hundred)),
    lost: formatExact(subtract(max, points)),
  }
}
