import { appVersion } from '../../../model/appVersion.ts'
import type { Consolidation } from '../../../model/consolidation.ts'
import { periodName } from '../../../receipt/periodName.ts'
import { instantText } from '../../../ui/instants.ts'
import { pickName } from '../../../ui/language.tsx'
import type { ReviewProps } from '../reviewProps.ts'
import { standingLine } from './Standing.tsx'
import type { SummaryNames } from './summaryNames.ts'
import { summaryWords } from './words.ts'

/** What a table of a round is of and worth: above it the round, its rules and its standing, below when and by what. */
export function fileNotes(
  { open, review }: Pick<ReviewProps, 'open' | 'review'>,
  { engineVersion }: Pick<Consolidation, 'engineVersion'>,
  { language }: SummaryNames,
  scope: string,
): { readonly notes: readonly string[]; readonly foot: readonly string[] } {
  const words = summaryWords[language]
  const { round, ruleSet } = open
  return {
    notes: [
      ...(round.name === null ? [] : [words.roundLine(round.name)]),
      words.scopeLine(scope),
      words.ruleSetLine(
        pickName(language, ruleSet.shortTitle, ruleSet.shortTitleEn),
        round.ruleSet.version,
        round.ruleSet.sha256.slice(0, 12),
      ),
      words.periodLine(periodName(round.period, language)),
      standingLine({ open, review }, language),
      ...(round.provenance.certainty === 'illustrative' ? [words.illustrative] : []),
    ],
    foot: [words.madeAt(instantText(new Date().toISOString()), appVersion, engineVersion), words.cannotProve],
  }
}
