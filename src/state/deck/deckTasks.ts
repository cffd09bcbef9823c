import type { SourceDocument } from '../../model/provenance.ts'
import { phaseLanes } from '../../scoring/tasks/phaseLanes.ts'
import type { agenciesOn } from '../tasks/agenciesOf.ts'
import type { TaskRow } from '../tasks/tasksView.ts'
import { totalsOf } from '../tasks/totalsOf.ts'
import type { DeckTasks } from './deckSource.ts'

/**
 * Tasks of the subject's plans, and those it leads or takes part in, reduced to plain values.
 * @returns null where there are none
 */
export function deckTasks(
  rows: readonly TaskRow[],
  agencyId: string,
  on: string,
  agencyOf: ReturnType<typeof agenciesOn>,
): DeckTasks | null {
  const own = rows.filter(
    ({ plan, leads }) => plan.agency?.id === agencyId || leads.some(lead => lead.id === agencyId),
  )
  if (own.length === 0) return null
  const { leads, total } = totalsOf(own)
  const plans = [...new Map(own.map(({ plan }) => [plan.id, plan])).values()]
  const phases = plans.flatMap(plan => plan.phases)
  const documents = plans.flatMap(({ document }): readonly SourceDocument[] => (document ? [document] : []))
  return {
    on,
    rows: own.map(({ key, task, leads: led, standing, criteria }) => ({
      key,
      number: task.number ?? null,
      name: task.shortName,
      nameEn: task.shortNameEn,
      lead: led.length > 0 ? led.map(each => each.shortName).join(', ') : task.lead,
      due: standing.due,
      written: task.deadline?.written ?? '',
      standing,
      criterionIds: criteria.map(({ id }) => id),
      certainty: task.provenance.certainty,
    })),
    total,
    leads: leads.map(each => ({
      ...each,
      name: each.leadId === null ? (each.lead ?? '') : (agencyOf(each.leadId)?.shortName ?? each.leadId),
    })),
    phases: phases.map(({ id, name, from, to, written, covers }) => ({
      id,
      name,
      from,
      to,
      written,
      covers,
    })),
    overlaps: phaseLanes(phases).overlaps,
    documentIds: [...new Set(documents.map(({ id }) => id))],
  }
}
