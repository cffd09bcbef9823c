import { isSettled } from '../../../model/exact.ts'
import { capitalised } from '../../../receipt/ruleSentence.ts'
import type { Language } from '../../../ui/formatNumber.ts'
import { pickName } from '../../../ui/language.tsx'
import { claimDiffers, type DeskLine } from './deskLines.ts'
import { editWords } from './editWords.ts'

/** What the checks say of an item, as sentences that can go into a reason. */
export function reasonSuggestions({ item }: DeskLine, language: Language): readonly string[] {
  const texts = item.findings
    .filter(({ severity }) => severity !== 'notice')
    .map(({ text }) => `${capitalised(text[language])}.`)
  return [...new Set(texts)].slice(0, 4)
}

/** Questions that follow from the findings, missing documents and a claim that the figures do not make. */
export function questionSuggestions(
  line: DeskLine,
  points: (value: string) => string,
  language: Language,
): readonly string[] {
  const words = editWords[language]
  const { item, form, evidence } = line
  const ofChecks = item.findings
    .filter(({ severity, code }) => severity !== 'notice' && code !== 'missing-evidence')
    .map(({ text }) => words.askFinding(text[language]))
  const absent = form.requiredEvidence
    .filter(({ id }) => !evidence.some(({ requiredId }) => requiredId === id))
    .map(({ title, titleEn }) => words.askEvidence(pickName(language, title, titleEn)))
  const claim =
    claimDiffers(item) && item.claimed !== null && item.computed !== null && isSettled(item.computed)
      ? [words.askClaim(points(item.claimed), points(item.computed.to))]
      : []
  return [...new Set([...claim, ...ofChecks, ...(item.exempt === null ? absent : [])])].slice(0, 5)
}
