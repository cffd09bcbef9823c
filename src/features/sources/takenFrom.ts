import type { Agency, AgencyDirectory, AgencyGroup } from '../../model/agency.ts'
import type { Catalogue } from '../../model/catalogue.ts'
import { walkCriteria } from '../../model/criteria.ts'
import type { StatedFigure } from '../../model/figure.ts'
import type { Commitment, Phase, Plan, PlanTask, Target } from '../../model/plan.ts'
import type { Certainty, Provenance, Source } from '../../model/provenance.ts'
import type { RuleSet } from '../../model/ruleSet.ts'

/** Everything the product holds that cites documents. */
export type Cited = {
  readonly catalogue: Catalogue
  readonly ruleSets: readonly RuleSet[]
  readonly plans: readonly Plan[]
  readonly figures: readonly StatedFigure[]
  readonly directory: AgencyDirectory
}

/** A part of a rule set that cites the document. */
export type RulePart = {
  readonly id: string
  readonly part:
    | 'criterion'
    | 'pool'
    | 'adjustment'
    | 'bands'
    | 'rounding'
    | 'calendar'
    | 'rescaling'
    | 'override'
    | 'quota'
    | 'example'
  readonly code: string
  readonly name: string
  readonly nameEn?: string | undefined
  readonly maxPoints: string | null
  readonly certainty: Certainty
  readonly source: Source
}

/** Figures of agencies in one period of one rule set. */
export type Published = {
  readonly ruleSetId: string
  readonly period: string
  readonly agencyIds: readonly string[]
}

/** What was taken from one document. */
export type Taken = {
  readonly ruleSets: readonly { readonly ruleSet: RuleSet; readonly parts: readonly RulePart[] }[]
  readonly targets: readonly { readonly target: Target; readonly plan: Plan }[]
  readonly commitments: readonly Commitment[]
  readonly phases: readonly Phase[]
  readonly tasks: readonly { readonly task: PlanTask; readonly plan: Plan }[]
  readonly figures: readonly StatedFigure[]
  /** Names, codes, mergers and groups of the directory. */
  readonly agencies: readonly (Agency | AgencyGroup)[]
  readonly published: readonly Published[]
}

/** Collects what cites a document, in the order of the files; nothing that cites it only in words. */
export function takenFrom(
  documentId: string,
  { catalogue, ruleSets, plans, figures, directory }: Cited,
): Taken {
  const cites = (provenance: Provenance) => provenance.source?.documentId === documentId
  return {
    ruleSets: ruleSets.flatMap(ruleSet => {
      const parts = partsOf(ruleSet).filter(part => part.source.documentId === documentId)
      return parts.length > 0 ? [{ ruleSet, parts }] : []
    }),
    targets: plans.flatMap(plan =>
      plan.targets.filter(target => cites(target.provenance)).map(target => ({ target, plan })),
    ),
    commitments: plans.flatMap(plan => (plan.commitments ?? []).filter(each => cites(each.provenance))),
    phases: plans.flatMap(plan => (plan.phases ?? []).filter(each => cites(each.provenance))),
    tasks: plans.flatMap(plan =>
      plan.tasks.filter(task => cites(task.provenance)).map(task => ({ task, plan })),
    ),
    figures: figures.filter(
      figure => cites(figure.provenance) || (figure.conflicts ?? []).some(each => cites(each.provenance)),
    ),
    agencies: [...directory.agencies, ...directory.groups].filter(
      ({ provenance }) => provenance !== undefined && cites(provenance),
    ),
    published: publishedBy(documentId, catalogue),
  }
}

/** Whether nothing is taken: the document is only mentioned. */
export function isEmpty(taken: Taken): boolean {
  return Object.values(taken).every(list => list.length === 0)
}

function partsOf(ruleSet: RuleSet): readonly RulePart[] {
  const part = (
    kind: RulePart['part'],
    provenance: Provenance | null,
    { id, code = '', name = '', nameEn, maxPoints = null }: Partial<RulePart> & { readonly id: string },
  ): readonly RulePart[] =>
    provenance?.source
      ? [
          {
            id,
            part: kind,
            code,
            name,
            nameEn,
            maxPoints,
            certainty: provenance.certainty,
            source: provenance.source,
          },
        ]
      : []
  return [
    ...walkCriteria(ruleSet).flatMap(({ criterion }) => part('criterion', criterion.provenance, criterion)),
    ...ruleSet.pools.flatMap(pool => part('pool', pool.provenance, pool)),
    ...(ruleSet.adjustments ?? []).flatMap(({ ceiling, ...each }) =>
      part('adjustment', each.provenance, { ...each, maxPoints: ceiling }),
    ),
    ...part('bands', ruleSet.bandsProvenance, { id: 'bands' }),
    ...part('rounding', ruleSet.roundingProvenance, { id: 'rounding' }),
    ...part('rescaling', ruleSet.rescaling?.provenance ?? null, { id: 'rescaling' }),
    ...(ruleSet.grading?.overrides ?? []).flatMap(({ bandId, provenance }) =>
      part('override', provenance, { id: `override ${bandId}`, name: bandName(bandId, ruleSet) }),
    ),
    ...(ruleSet.grading?.quotas ?? []).flatMap(({ bandId, maxPercent, provenance }) =>
      part('quota', provenance, {
        id: `quota ${bandId}`,
        name: `${bandName(bandId, ruleSet)} ${maxPercent}%`,
      }),
    ),
    ...(ruleSet.calendars ?? []).flatMap(({ id, name, provenance }) =>
      part('calendar', provenance, { id, name }),
    ),
    ...(ruleSet.examples ?? []).flatMap(({ id, name, provenance }) =>
      part('example', provenance, { id, name }),
    ),
  ]
}

function bandName(bandId: string, { bands }: RuleSet): string {
  return bands.find(band => band.id === bandId)?.name ?? bandId
}

function publishedBy(documentId: string, { submissions }: Catalogue): readonly Published[] {
  const groups = new Map<string, Published>()
  for (const { ruleSetId, period, agencyId, documentId: cited } of submissions) {
    if (cited !== documentId) continue
    const key = `${ruleSetId} ${period}`
    const agencyIds = groups.get(key)?.agencyIds ?? []
    groups.set(key, { ruleSetId, period, agencyIds: [...agencyIds, agencyId] })
  }
  return [...groups.values()]
}
