import type { AgencyLevel } from '../../model/agency.ts'
import { levelNames } from '../../model/levelNames.ts'
import type { Bilingual } from '../../model/provenance.ts'

/**
 * Why agencies of a level are exempt from a leaf; null where it is for them.
 * @param levels levels the leaf and every group above it are for; the first list without the level tells why
 * @param level null: unknown
 */
export function notForLevel(
  levels: readonly (readonly AgencyLevel[])[],
  level: AgencyLevel | null,
): Bilingual | null {
  if (level === null) return null
  const others = levels.find(each => !each.includes(level))
  if (!others) return null
  const joined = (language: 'vi' | 'en') => others.map(each => levelNames[each][language]).join('; ')
  return { vi: `Chỉ áp dụng cho ${joined('vi')}`, en: `Only for ${joined('en')}` }
}
