import { isLeaf, walkCriteria } from '../../src/model/criteria.ts'
import type { Plan, PlanTask, Target } from '../../src/model/plan.ts'
import type { Provenance } from '../../src/model/provenance.ts'
import type {
  Adjustment,
  Band,
  Criterion,
  CriterionPool,
  Metric,
  RoundingMode,
  RoundingPolicy,
  RoundingStep,
  RuleSet,
} from '../../src/model/ruleSet.ts'
import type { RatioRule, Rule } from '../../src/model/rules.ts'
import type { NodeScore, ScoreSheet } from '../../src/model/scoreSheet.ts'
import type { MetricValue, Submission } from '../../src/model/submission.ts'
import { kindOf } from '../../src/scoring/rules/ruleKinds.ts'
import type { ScoringContext } from '../../src/scoring/scoreLeaves.ts'
import { scoreSubmission } from '../../src/scoring/scoreSubmission.ts'
import { scaledSum } from '../data/scaled.ts'

/** The instant every test scores at. */
export const scoredAt = '2026-10-10T03:00:00.000Z'

export const stated: Provenance = {
  certainty: 'stated',
  source: { documentId: 'quyet-dinh-thu', place: 'mục 1' },
}
export const inferred: Provenance = { ...stated, certainty: 'inferred' }

/** Figures "done" of "all", share × maximum, full from 100%, missing stays missing. */
export function aRatioRule(parts: Partial<RatioRule> = {}): RatioRule {
  return {
    kind: 'ratio',
    numerator: 'done',
    denominator: 'all',
    direction: 'higherIsBetter',
    targetPercent: '100',
    scaling: 'share',
    whenDenominatorZero: 'missing',
    whenMissing: 'missing',
    ...parts,
  }
}

/** A leaf worth one point, scored by a ratio. */
export function aCriterion(parts: Partial<Criterion> = {}): Criterion {
  const id = parts.id ?? 'leaf'
  return {
    id,
    code: id.toUpperCase(),
    name: `Tiêu chí ${id}`,
    maxPoints: '1',
    provenance: stated,
    rule: aRatioRule(),
    ...parts,
  }
}

/** A leaf whose points are taken from `points` of the submission: the shortest way to known points. */
export function aReportedLeaf(id: string, maxPoints: string | null, parts: Partial<Criterion> = {}) {
  return aCriterion({ id, maxPoints, rule: { kind: 'reported' }, ...parts })
}

/** A group; its maximum is the sum of its parts unless said otherwise, unknown when one of them is. */
export function aGroup(
  id: string,
  subCriteria: readonly Criterion[],
  parts: Partial<Criterion> = {},
): Criterion {
  const { rule: _, ...group } = aCriterion({ id, maxPoints: sumOrNull(subCriteria), ...parts })
  return { ...group, subCriteria }
}

export function aPool(
  id: string,
  criterionIds: readonly string[],
  maxPoints: string,
  parts: Partial<CriterionPool> = {},
): CriterionPool {
  return { id, name: `Nhóm ${id}`, criterionIds, maxPoints, provenance: inferred, ...parts }
}

/** Rounds nowhere unless a place is named. */
export function roundingAt(places: Partial<RoundingPolicy> = {}): RoundingPolicy {
  return { ratio: null, leaf: null, group: null, total: null, ...places }
}

export function toPlaces(places: number, mode: RoundingMode = 'halfUp'): RoundingStep {
  return { places, mode }
}

export function aBand(id: string, fromPercent: string): Band {
  return { id, name: `Mức ${id}`, fromPercent }
}

/** Holds one ratio leaf; scale and metrics follow from the criteria, nothing is rounded. */
export function aRuleSet(parts: Partial<RuleSet> = {}): RuleSet {
  const criteria = parts.criteria ?? [aCriterion()]
  const pools = parts.pools ?? []
  return {
    id: 'bo-thu',
    version: '1',
    title: 'Bộ chỉ số thử',
    shortTitle: 'Bộ thử',
    decisionId: 'quyet-dinh-thu',
    validFrom: '2026-01-01',
    scale: scaleOf(criteria, pools),
    itemWord: 'tiêu chí',
    itemDepth: 0,
    rounding: roundingAt(),
    roundingProvenance: stated,
    bands: [],
    bandsProvenance: null,
    tieStyle: 'competition',
    metrics: metricsFor(criteria, parts.adjustments),
    criteria,
    pools,
    ...parts,
  }
}

type SubmissionParts = Partial<Submission> & {
  /** Entered figures by metric id; null is reported as missing. */
  readonly figures?: Readonly<Record<string, string | null>>
  /** Published points by criterion or pool id. */
  readonly points?: Readonly<Record<string, string>>
  /** Published total. */
  readonly total?: string
}

/** Says nothing until it is given figures or published points. */
export function aSubmission({ figures = {}, points, total, ...parts }: SubmissionParts = {}): Submission {
  const published = points !== undefined || total !== undefined
  return {
    id: 'bo-thu.2026.don-vi',
    ruleSetId: 'bo-thu',
    ruleSetVersion: '1',
    agencyId: 'don-vi',
    period: '2026',
    stage: 'selfAssessment',
    provenance: stated,
    values: Object.entries(figures).map(
      ([metricId, value]): MetricValue =>
        value === null ? { metricId, state: 'missing' } : { metricId, state: 'entered', value },
    ),
    ...(published
      ? {
          published: {
            provenance: stated,
            total: total ?? null,
            points: Object.entries(points ?? {}).map(([nodeId, value]) => ({ nodeId, points: value })),
          },
        }
      : {}),
    ...parts,
  }
}

/** At least 50% of the share behind criterion "leaf" unless said otherwise. */
export function aTarget(parts: Partial<Target> = {}): Target {
  return {
    id: 'target',
    name: 'Mục tiêu thử',
    shortName: 'Mục tiêu thử',
    comparison: 'atLeast',
    percent: '50',
    by: '2026-12-31',
    actual: { from: 'criterion', criterionId: 'leaf' },
    unit: 'hồ sơ',
    provenance: stated,
    ...parts,
  }
}

export function aTask(id: string, criterionIds: readonly string[]): PlanTask {
  return {
    id,
    kind: 'task',
    name: id,
    shortName: id,
    criterionIds,
    lead: 'Sở thử',
    leadIds: [],
    deadline: { kind: 'continuous', written: 'Thường xuyên' },
    provenance: stated,
  }
}

export function aPlan(parts: Partial<Plan> = {}): Plan {
  return {
    id: 'ke-hoach-thu',
    title: 'Kế hoạch thử',
    documentId: 'quyet-dinh-thu',
    year: 2026,
    agencyId: 'don-vi',
    ruleSetId: 'bo-thu',
    linksCertainty: 'stated',
    targets: [],
    tasks: [],
    ...parts,
  }
}

export function score(ruleSet: RuleSet, submission: Submission, context: ScoringContext = {}): ScoreSheet {
  return scoreSubmission(ruleSet, submission, scoredAt, context)
}

/** @throws when the sheet has no such criterion */
export function nodeOf(sheet: ScoreSheet, criterionId: string): NodeScore {
  const node = sheet.nodes.find(entry => entry.criterionId === criterionId)
  if (!node) throw new Error(`no criterion "${criterionId}" in the sheet`)
  return node
}

/** Whole number of 10⁻¹² as decimal text without trailing zeros. */
export function unscaled(value: bigint): string {
  const digits = String(value < 0n ? -value : value).padStart(13, '0')
  const decimals = digits.slice(-12).replace(/0+$/, '')
  return `${value < 0n ? '-' : ''}${digits.slice(0, -12)}${decimals === '' ? '' : `.${decimals}`}`
}

function sumOrNull(criteria: readonly Criterion[]): string | null {
  const maxima = criteria.flatMap(criterion => criterion.maxPoints ?? [])
  return maxima.length === criteria.length ? unscaled(scaledSum(maxima)) : null
}

function scaleOf(criteria: readonly Criterion[], pools: readonly CriterionPool[]): string {
  const leaves = walkCriteria({ criteria }).filter(place => isLeaf(place.criterion))
  const maxima = leaves.flatMap(place => place.criterion.maxPoints ?? [])
  return unscaled(scaledSum([...maxima, ...pools.map(pool => pool.maxPoints)]))
}

/** Every figure the rules and readings look at, of the type the rule wants; amounts are counts. */
function metricsFor(
  criteria: readonly Criterion[],
  adjustments: readonly Adjustment[] = [],
): readonly Metric[] {
  const rules = [
    ...walkCriteria({ criteria }).flatMap(({ criterion }): readonly Rule[] => [
      ...(criterion.rule ? [criterion.rule] : []),
      ...(criterion.readings ?? []).map(reading => reading.rule),
    ]),
    ...adjustments.map(adjustment => adjustment.rule),
  ]
  const wanted = new Map(
    rules.flatMap(rule => kindOf(rule).figures(rule)).map(each => [each.metricId, each.wants]),
  )
  return [...wanted].map(([id, wants]) => ({
    id,
    name: `Số liệu ${id}`,
    unit: wants === 'flag' ? 'có/không' : wants === 'date' ? 'ngày' : 'hồ sơ',
    valueType: wants === 'amount' || wants === 'numeric' ? 'count' : wants,
  }))
}
