import type { AbsentShare } from '../../model/attribution.ts'
import type { Provenance } from '../../model/provenance.ts'
import type { RuleSet } from '../../model/ruleSet.ts'
import { stageOrder } from '../../model/stages.ts'
import type { MetricValue, Submission } from '../../model/submission.ts'
import { formatExact, parseExact, sum } from '../exact.ts'
import { indexRuleSet } from '../ruleSetIndex.ts'
import { kindOf } from '../rules/ruleKinds.ts'
import { exemptionsOf } from '../scoreLeaves.ts'
import { addsUp } from './addsUp.ts'

/** Sums standing in for the report of an agency above, and what they were made of. */
export type GatheredWhole = {
  readonly submission: Submission
  /** The agencies' own, without the figures that are in no sum. */
  readonly parts: readonly Submission[]
  /** By leaf: agencies whose figures are not in its sums, and why. */
  readonly leftOut: ReadonlyMap<string, readonly AbsentShare[]>
}

/**
 * What an agency above would have reported, had it been asked: the sums of its agencies' figures. It is our
 * deduction, and says so ("suy ra").
 *
 * Only figures that add up are summed, and only those that shares are made of: a point for every late
 * dossier or for ten news items means nothing for a whole province, so everything else stays missing.
 *
 * Missing is not zero. A share is only right when both its figures are summed over the same agencies; a
 * figure that stands in two shares ties them together. So figures are summed in bundles that are connected
 * through leaves, and an agency that lacks one figure of a bundle, or is exempt from one of its leaves, is
 * left out of the whole bundle and named. The price is that a known figure is sometimes not counted; the
 * other choices are to invent one, or to give one figure two values.
 *
 * @param agencyId the agency above
 * @param submissions one an agency, all of one rule set and period, in any order
 * @throws when there is none
 */
export function gatherWhole(
  ruleSet: RuleSet,
  agencyId: string,
  submissions: readonly Submission[],
): GatheredWhole {
  const parts = submissions.toSorted((a, b) => (a.agencyId < b.agencyId ? -1 : 1))
  const [first] = parts
  if (!first) throw new Error(`no agency reports below "${agencyId}"`)
  const bundles = bundlesOf(ruleSet)
  const known = parts.map(part => ({
    part,
    values: new Map(part.values.map(value => [value.metricId, value])),
    exempt: exemptionsOf(ruleSet.criteria, part),
  }))
  const gathered = bundles.map(bundle => {
    const read = known.map(({ part, values, exempt }) => ({
      agencyId: part.agencyId,
      values,
      because: whyLeftOut(bundle, values, exempt),
    }))
    const whole = read.filter(each => each.because === null)
    return {
      bundle,
      leftOut: read.flatMap(each => (each.because ? [{ agencyId: each.agencyId, ...each.because }] : [])),
      values: whole.length === 0 ? [] : bundle.metricIds.map(id => summed(id, whole)),
    }
  })
  const dropped = new Map(
    parts.map(part => [
      part.agencyId,
      new Set(
        gathered.flatMap(({ bundle, leftOut }) =>
          leftOut.some(each => each.agencyId === part.agencyId) ? bundle.metricIds : [],
        ),
      ),
    ]),
  )
  const stages = parts.map(part => stageOrder.indexOf(part.stage))
  return {
    submission: {
      id: `${first.ruleSetId}.${first.period}.${agencyId}`,
      ruleSetId: first.ruleSetId,
      ruleSetVersion: first.ruleSetVersion,
      agencyId,
      period: first.period,
      // No further than the least advanced of those it is made of.
      stage: stageOrder[Math.min(...stages)] ?? first.stage,
      provenance: summedFrom(parts.length),
      values: gathered.flatMap(each => each.values),
    },
    parts: parts.map(part => ({
      ...part,
      values: part.values.filter(value => !dropped.get(part.agencyId)?.has(value.metricId)),
    })),
    leftOut: new Map(
      gathered.flatMap(({ bundle, leftOut }) => bundle.criterionIds.map(id => [id, leftOut] as const)),
    ),
  }
}

/** Figures that shares tie together, and the leaves with those shares. */
type Bundle = { readonly metricIds: readonly string[]; readonly criterionIds: readonly string[] }

function bundlesOf(ruleSet: RuleSet): readonly Bundle[] {
  const { leaves, metrics } = indexRuleSet(ruleSet)
  return leaves.reduce<readonly Bundle[]>((bundles, { id, rule }) => {
    if (rule?.kind !== 'ratio') return bundles
    const figures = kindOf(rule)
      .figures(rule)
      .map(figure => figure.metricId)
    if (!figures.every(metricId => addsUp(metrics.get(metricId)))) return bundles
    const isTied = (bundle: Bundle) => bundle.metricIds.some(metricId => figures.includes(metricId))
    const tied = bundles.filter(isTied)
    return [
      ...bundles.filter(bundle => !isTied(bundle)),
      {
        metricIds: [...new Set([...tied.flatMap(bundle => bundle.metricIds), ...figures])],
        criterionIds: [...tied.flatMap(bundle => bundle.criterionIds), id],
      },
    ]
  }, [])
}

type Values = ReadonlyMap<string, MetricValue>

/** What keeps an agency out of a bundle; null when all its figures are there. */
function whyLeftOut(
  { metricIds, criterionIds }: Bundle,
  values: Values,
  exempt: ReadonlyMap<string, string>,
): Omit<AbsentShare, 'agencyId'> | null {
  if (criterionIds.some(id => exempt.has(id))) return { because: 'exempt', metricIds: [] }
  const absent = metricIds.flatMap(metricId => {
    const { state } = values.get(metricId) ?? { state: 'missing' }
    return state === 'entered' ? [] : [{ metricId, state }]
  })
  const because = (['notApplicable', 'missing', 'withheld'] as const).find(state =>
    absent.some(each => each.state === state),
  )
  return because ? { because, metricIds: absent.map(each => each.metricId) } : null
}

function summed(metricId: string, agencies: readonly { readonly values: Values }[]): MetricValue {
  const figures = agencies.flatMap(({ values }) => {
    const value = values.get(metricId)
    return value?.state === 'entered' ? [parseExact(value.value)] : []
  })
  return {
    metricId,
    state: 'entered',
    value: formatExact(sum(figures)),
    provenance: summedFrom(agencies.length),
  }
}

function summedFrom(count: number): Provenance {
  return { certainty: 'inferred', source: null, note: `Suy ra: cộng từ ${count} đơn vị đã nộp.` }
}
