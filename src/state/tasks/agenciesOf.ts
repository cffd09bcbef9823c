import type { Agency, AgencyDirectory } from '../../model/agency.ts'

/** An agency or group that leads or takes part, as the directory knows it on a day. */
export type TaskAgency = {
  readonly id: string
  readonly name: string
  readonly shortName: string
  /** Several agencies addressed together ("các sở, ban, ngành"). */
  readonly isGroup: boolean
  /** Who has its work since it ended; null while it stands, or where nobody is named. */
  readonly successor: { readonly id: string; readonly name: string } | null
  /** Last day it stood, where that has passed. */
  readonly endedOn: string | null
}

/** Agencies and groups by id, with who took over from those that had ended by a day. */
export function agenciesOn(
  { agencies, groups }: AgencyDirectory,
  on: string,
): (id: string) => TaskAgency | null {
  const agencyBy = new Map(agencies.map(agency => [agency.id, agency]))
  const groupBy = new Map(groups.map(group => [group.id, group]))
  const known = new Map<string, TaskAgency | null>()
  const find = (id: string): TaskAgency | null => {
    const agency = agencyBy.get(id)
    if (agency) return { ...namesOf(agency), isGroup: false, ...endOf(agency, agencyBy, on) }
    const group = groupBy.get(id)
    if (!group) return null
    const { name } = group
    return { id, name, shortName: name, isGroup: true, successor: null, endedOn: null }
  }
  return id => {
    const found = known.has(id) ? known.get(id) : find(id)
    known.set(id, found ?? null)
    return found ?? null
  }
}

function namesOf({ id, name, shortName }: Agency) {
  return { id, name, shortName: shortName ?? name }
}

function endOf(agency: Agency, agencyBy: ReadonlyMap<string, Agency>, on: string) {
  const { validTo } = agency
  if (validTo === undefined || validTo >= on) return { successor: null, endedOn: null }
  const last = successorOf(agency, agencyBy, on)
  return { successor: last && { id: last.id, name: last.name }, endedOn: validTo }
}

/** Follows successors until one that still stands; the directory may end before. */
function successorOf(agency: Agency, agencyBy: ReadonlyMap<string, Agency>, on: string): Agency | null {
  const seen = new Set([agency.id])
  let last: Agency | null = null
  let next = agencyBy.get(agency.successorId ?? '')
  while (next && !seen.has(next.id)) {
    seen.add(next.id)
    last = next
    const hasEnded = next.validTo !== undefined && next.validTo < on
    next = hasEnded ? agencyBy.get(next.successorId ?? '') : undefined
  }
  return last
}
