import type { Exact } from '../../model/exact.ts'
import type { Certainty } from '../../model/provenance.ts'
import type { NodeScore, ScoreSheet } from '../../model/scoreSheet.ts'
import type { TrendPeriod, TrendPoint } from '../../model/trend.ts'

/** What one period says about a subject, before it is set beside other periods. */
export type TrendValue = Pick<
  TrendPoint,
  | 'state'
  | 'points'
  | 'maxPoints'
  | 'percent'
  | 'share'
  | 'shareInferred'
  | 'meetsTarget'
  | 'missing'
  | 'bandIds'
  | 'forcedBy'
  | 'certainty'
  | 'notIncurred'
>

const nothing = {
  points: null,
  maxPoints: null,
  percent: null,
  share: null,
  meetsTarget: null,
  shareInferred: false,
  missing: 0,
  bandIds: [],
  forcedBy: null,
  notIncurred: false,
} as const

/** The total of a period, or one criterion of it. */
export function subjectValue({ sheet, submission }: TrendPeriod, criterionId: string | null): TrendValue {
  const { certainty } = submission.provenance
  if (!sheet) return { ...nothing, state: 'notSent', certainty }
  if (criterionId === null) return totalValue(sheet, certainty)
  const node = sheet.nodes.find(each => each.criterionId === criterionId)
  return node ? nodeValue(node, certainty) : { ...nothing, state: 'absent', certainty }
}

function totalValue({ total }: ScoreSheet, certainty: Certainty): TrendValue {
  const { points, maxPoints, percent, missingLeaves, bandIds, bandOverride } = total
  const known = points.kind === 'known' && percent !== null
  const settled = known && points.from === points.to
  return {
    ...nothing,
    state: settled
      ? 'settled'
      : known
        ? 'open'
        : percent === null && points.kind === 'known'
          ? 'notApplicable'
          : 'unknown',
    points: known ? { from: points.from, to: points.to } : null,
    maxPoints,
    percent,
    missing: missingLeaves,
    bandIds,
    forcedBy: bandOverride?.metricId ?? null,
    certainty: leastSure(certainty, total.provenance?.certainty ?? 'stated'),
  }
}

function nodeValue(node: NodeScore, certainty: Certainty): TrendValue {
  const { points, maxPoints, percent, missingLeaves, notIncurred, outcome } = node
  const rest = {
    ...nothing,
    maxPoints,
    ...shareOf(node),
    missing: missingLeaves,
    notIncurred,
    certainty: leastSure(certainty, outcome?.kind === 'scored' ? outcome.certainty : 'stated'),
  }
  if (node.ruleKind === 'monitor') return { ...rest, state: 'watched' }
  // A group whose every leaf is exempt has nothing to reach.
  if (points === null || outcome?.kind === 'notApplicable' || maxPoints === '0')
    return { ...rest, state: 'notApplicable' }
  if (points.kind === 'unknown') return { ...rest, state: 'unknown' }
  const state = outcome?.kind === 'pendingReview' ? 'pending' : points.from === points.to ? 'settled' : 'open'
  return { ...rest, state, points: { from: points.from, to: points.to }, percent }
}

/** The one percentage a leaf's points rest on; a sum of several shares has none. */
function shareOf({
  explanation,
  outcome,
}: NodeScore): Pick<TrendValue, 'share' | 'meetsTarget' | 'shareInferred'> {
  const found = (share: Exact | null, rest: Partial<TrendValue> = {}) => ({
    share,
    meetsTarget: rest.meetsTarget ?? null,
    shareInferred: rest.shareInferred ?? false,
  })
  const rule = explanation?.rule
  if (!rule || outcome?.kind === 'notApplicable') return found(null)
  if (rule.kind === 'ratio') {
    const share = rule.roundedPercent ?? rule.percent
    return found(share, { meetsTarget: share === null ? null : rule.atTarget })
  }
  if (rule.kind === 'monitor') return found(rule.percent)
  const inferred = explanation.readings.find(reading => reading.backward !== null)?.backward
  if (inferred) return found(inferred.percent, { shareInferred: true })
  const shares = rule.steps.filter(step => step.of === 'share' && step.percent)
  const [only] = shares
  return found(shares.length === 1 && only ? only.result : null)
}

const order: readonly Certainty[] = ['stated', 'inferred', 'illustrative']

function leastSure(one: Certainty, other: Certainty): Certainty {
  return order.indexOf(one) >= order.indexOf(other) ? one : other
}
