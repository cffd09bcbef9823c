import type { FormItem } from '../../../model/form.ts'
import { ruleSentence } from '../../../receipt/ruleSentence.ts'
import type { RuleSpeech } from '../../../receipt/ruleSpeech.ts'
import type { Language } from '../../../ui/formatNumber.ts'
import { formWords } from './words.ts'

/** How an item of the form is scored: points that are reported are those the agency claims here. */
export function itemSentence(
  { filledBy, rule }: Pick<FormItem, 'filledBy' | 'rule'>,
  say: RuleSpeech,
  language: Language,
): string {
  return filledBy === 'claim' && rule.kind === 'reported'
    ? formWords[language].claimRule
    : ruleSentence(rule, say)
}
