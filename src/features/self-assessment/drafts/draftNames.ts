import type { Agency } from '../../../model/agency.ts'
import type { Catalogue } from '../../../model/catalogue.ts'
import type { Draft } from '../../../model/draft.ts'
import { periodName } from '../../../receipt/periodName.ts'
import type { Language } from '../../../ui/formatNumber.ts'
import { pickName } from '../../../ui/language.tsx'
import type { DraftsWords } from './words.ts'

export type DraftNames = {
  /** What its owner called it, or the agency. */
  readonly title: string
  /** Rule set, period, and the agency where the title is a name of its own. */
  readonly about: string
  /** One line for messages: "Phường Ngân Minh, tháng 11/2026". */
  readonly short: string
}

/** How a draft is called in lists and messages. */
export function draftNames(
  draft: Draft,
  {
    catalogue,
    agencies,
    words,
    language,
  }: {
    catalogue: Catalogue
    agencies: ReadonlyMap<string, Agency>
    words: DraftsWords
    language: Language
  },
): DraftNames {
  const agency = agencies.get(draft.agencyId)
  const agencyName =
    agency?.name ?? (agencies.size === 0 ? draft.agencyId : words.unknownAgency(draft.agencyId))
  const entry = catalogue.ruleSets.find(each => each.id === draft.ruleSet.id)
  const ruleSet = entry ? pickName(language, entry.shortTitle, entry.shortTitleEn) : draft.ruleSet.id
  const period = periodName(draft.period, language)
  const about = [...(draft.name === null ? [] : [agencyName]), ruleSet, period].join(' · ')
  const shortAgency = agency?.shortName ?? agencyName
  return {
    title: draft.name ?? agencyName,
    about,
    short: `${draft.name ?? shortAgency}, ${period}`,
  }
}
