import type { Catalogue } from '../../../model/catalogue.ts'
import type { ReviewRound } from '../../../model/review.ts'
import { periodName } from '../../../receipt/periodName.ts'
import type { Language } from '../../../ui/formatNumber.ts'
import { pickName } from '../../../ui/language.tsx'
import type { RoundsWords } from './words.ts'

/** Short title of a rule set as the catalogue has it; its id where the page does not publish it. */
export function ruleSetName(catalogue: Catalogue, id: string, language: Language): string {
  const entry = catalogue.ruleSets.find(each => each.id === id)
  return entry ? pickName(language, entry.shortTitle, entry.shortTitleEn) : id
}

/** What a round is called: its own name, or its rule set and period. */
export function roundName(
  { name, ruleSet, period }: Pick<ReviewRound, 'name' | 'ruleSet' | 'period'>,
  catalogue: Catalogue,
  words: RoundsWords,
  language: Language,
): string {
  return name ?? words.nameOf(ruleSetName(catalogue, ruleSet.id, language), periodName(period, language))
}
