import type { AgencyDirectory } from '../../model/agency.ts'
import type { Catalogue } from '../../model/catalogue.ts'
import type { ApartReason, StageTotal } from '../../model/consolidation.ts'
import type { AgencyState } from '../../model/roundState.ts'
import type { ScoreSheet } from '../../model/scoreSheet.ts'
import type { ConsolidationRequest } from '../../scoring/review/consolidate.ts'
import type { PublishedClaim } from '../../scoring/review/consolidatePublished.ts'
import type { OpenRound } from './openRound.ts'
import type { ReviewView } from './reviewView.ts'

/** What the engine is asked to take together: the reviewed submissions, who is apart, what was published. */
export function consolidationQuestion(
  { round, ruleSet, state }: Pick<OpenRound, 'round' | 'ruleSet' | 'state'>,
  review: ReviewView,
  catalogue: Catalogue,
  directory: AgencyDirectory,
): ConsolidationRequest {
  const members = round.groups.flatMap(group => group.agencyIds)
  const entry = catalogue.ruleSets.find(each => each.id === round.ruleSet.id)
  return {
    ruleSet,
    period: round.period,
    groups: round.groups,
    agencies: members.flatMap(agencyId => {
      const agency = review.agencies.get(agencyId)
      // Read before it was decided which of several versions counts: nothing of it stands yet.
      if (agency?.state.state !== 'chosen') return []
      return [
        {
          agencyId,
          submission: agency.submission,
          previous: agency.previous ?? null,
          self: stageTotal(agency.selfSheet),
          first: agency.firstSheet && stageTotal(agency.firstSheet),
        },
      ]
    }),
    apart: members.flatMap(agencyId => {
      const agency = state.agencies.get(agencyId)
      return agency ? [{ agencyId, why: whyApart(agency) }] : []
    }),
    published: members.flatMap(agencyId => publishedOf(state.agencies.get(agencyId))),
    workloadMetricId: entry?.workloadMetricId ?? null,
    wholeId: parentOf(directory, members) ?? `round ${round.id}`,
  }
}

function stageTotal({ total: { points, maxPoints, percent } }: ScoreSheet): StageTotal {
  return { points, maxPoints, percent }
}

function whyApart({ state }: AgencyState): ApartReason {
  // Chosen and without a row: the engine finds that it answers other rules, or says nothing.
  return state === 'chosen' ? 'refused' : state
}

/** Two lines that say different things say nothing until somebody chooses. */
function publishedOf(agency: AgencyState | undefined): readonly PublishedClaim[] {
  if (agency?.published.kind !== 'settled') return []
  const { agencyId, total, rank, band, source } = agency.published.entry.act
  return [{ agencyId, total, rank, band, source }]
}

/** The one agency above all members; null when there is none or they differ. */
function parentOf({ agencies }: AgencyDirectory, members: readonly string[]): string | null {
  const ids = new Set(members)
  const parents = new Set(agencies.flatMap(({ id, parentId }) => (ids.has(id) ? [parentId ?? null] : [])))
  const [parent] = parents
  return parents.size === 1 && parent != null && !ids.has(parent) ? parent : null
}
