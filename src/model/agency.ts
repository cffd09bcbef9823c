import type { Provenance } from './provenance.ts'

/** District level ended in 2025; `organisation` is whoever is no public authority (press, enterprises, associations). */
export type AgencyLevel = 'ministry' | 'province' | 'department' | 'district' | 'commune' | 'organisation'

export type Agency = {
  readonly id: string
  /** Official identifier such as "H15.157"; null where the sources give none. */
  readonly code: string | null
  readonly name: string
  readonly shortName?: string | undefined
  readonly level: AgencyLevel
  readonly parentId?: string | undefined
  readonly aliases?: readonly string[] | undefined
  readonly validFrom?: string | undefined
  readonly validTo?: string | undefined
  /** Who took over after `validTo`. */
  readonly successorId?: string | undefined
  readonly provenance?: Provenance | undefined
  readonly note?: string | undefined
}

/**
 * Several agencies under one name: compared with each other, or addressed together ("các sở, ban, ngành").
 * Members are listed, or are all agencies of a level under a parent.
 */
export type AgencyGroup = {
  readonly id: string
  readonly name: string
  readonly nameEn?: string | undefined
  readonly use: 'comparison' | 'addressees'
  readonly members:
    | { readonly ids: readonly string[] }
    | { readonly level: AgencyLevel; readonly parentId?: string | undefined }
  readonly provenance?: Provenance | undefined
  readonly note?: string | undefined
}

/** `data/agencies.json`. Ids of agencies and groups never coincide. */
export type AgencyDirectory = {
  readonly agencies: readonly Agency[]
  readonly groups: readonly AgencyGroup[]
}

/** Agencies an agency or group id stands for; none when the directory does not know it. */
export function membersOf({ agencies, groups }: AgencyDirectory, id: string): readonly Agency[] {
  const group = groups.find(each => each.id === id)
  if (!group) return agencies.filter(agency => agency.id === id)
  const { members } = group
  if ('ids' in members) {
    const ids = new Set(members.ids)
    return agencies.filter(agency => ids.has(agency.id))
  }
  return agencies.filter(
    agency =>
      agency.level === members.level &&
      (members.parentId === undefined || agency.parentId === members.parentId),
  )
}
