import type { Agency } from '../../model/agency.ts'
import { fold } from '../ruleSheet/fold.ts'
import type { ImportTarget } from './importTarget.ts'

/** Finds the agency a text names; null where it names none, or several and none of them is near. */
export type FindAgency = (text: string) => Agency | null

/**
 * Agencies by id, code, name, short name and aliases, without accents, case and the words officials leave out.
 * Of several with one name ("Sở Nội vụ" of two provinces) the draft's own comes first, then one beside it.
 */
export function agencyFinder({
  agencies,
  agencyId,
}: Pick<ImportTarget, 'agencies' | 'agencyId'>): FindAgency {
  const own = agencies.find(agency => agency.id === agencyId)
  const byName = new Map<string, Set<Agency>>()
  for (const agency of agencies)
    for (const name of namesOf(agency)) {
      const same = byName.get(name) ?? new Set<Agency>()
      byName.set(name, same.add(agency))
    }
  return text => {
    const key = agencyKey(text)
    const found = [...(byName.get(key) ?? byName.get(key.replace(/^ubnd /, '')) ?? [])]
    if (own && found.includes(own)) return own
    const near = found.filter(({ parentId }) => parentId !== undefined && parentId === own?.parentId)
    const [only, other] = near.length > 0 ? near : found
    return only && !other ? only : null
  }
}

function namesOf({ id, code, name, shortName, aliases = [] }: Agency): readonly string[] {
  const [beforeComma = ''] = name.split(',')
  const written = [name, beforeComma, ...(shortName === undefined ? [] : [shortName]), ...aliases]
  const keys = written.map(agencyKey)
  const without = keys.map(key => key.replace(/^ubnd /, ''))
  return [...new Set([...keys, ...without, fold(id), ...(code === null ? [] : [fold(code)])])].filter(
    key => key !== '',
  )
}

function agencyKey(text: string): string {
  return fold(text.slice(0, 300))
    .replace(/\bui ban nhan dan\b/g, 'ubnd')
    .replace(/\bui ban\b/g, 'ubnd')
    .replace(/\bp (?=\S)/g, 'phuong ')
    .replace(/\btp\b/g, 'thanh pho')
}
