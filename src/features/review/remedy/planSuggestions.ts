import { useQueries } from '@tanstack/react-query'
import { planQuery } from '../../../io/queries.ts'
import type { Catalogue } from '../../../model/catalogue.ts'
import { walkCriteria } from '../../../model/criteria.ts'
import type { Plan, PlanTask } from '../../../model/plan.ts'
import type { RemedyTask } from '../../../model/review.ts'
import type { RuleSet } from '../../../model/ruleSet.ts'

export type Suggestion = { readonly plan: Plan; readonly task: PlanTask }

/** Plans written for the rules of the round; those that cannot be read are simply no suggestion. */
export function usePlans(catalogue: Catalogue, ruleSetId: string): readonly Plan[] {
  return useQueries({
    queries: catalogue.plans
      .filter(each => each.ruleSetId === ruleSetId)
      .map(each => ({ ...planQuery(each.path), retry: false })),
    combine: plansOf,
  })
}

const plansOf = (results: readonly { readonly data: Plan | undefined }[]) =>
  results.flatMap(({ data }) => data ?? [])

/** Tasks of the plans that serve a criterion or a group above it. */
export function suggestionsFor(
  plans: readonly Plan[],
  { criteria }: RuleSet,
  nodeId: string,
): readonly Suggestion[] {
  const parents = new Map(walkCriteria({ criteria }).map(place => [place.criterion.id, place.parentId]))
  const line = new Set<string>()
  for (let id: string | null = nodeId; id !== null && !line.has(id); id = parents.get(id) ?? null)
    line.add(id)
  return plans.flatMap(plan =>
    plan.tasks.filter(task => task.criterionIds.some(id => line.has(id))).map(task => ({ plan, task })),
  )
}

/** The task a suggestion would become; its day only where the plan names one that is not past anyway. */
export function fromSuggestion({ task }: Suggestion, nodeId: string, agencyId: string | null): RemedyTask {
  return {
    name: task.name,
    criterionIds: [nodeId],
    agencyId,
    leadIds: task.leadIds,
    lead: task.lead,
    product: task.product ?? null,
    due: null,
  }
}
