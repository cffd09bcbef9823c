import type { Consolidation } from '../../../model/consolidation.ts'
import type { ReviewProps } from '../reviewProps.ts'
import { standingLine } from './Standing.tsx'
import type { SummaryNames } from './summaryNames.ts'
import { summaryWords } from './words.ts'

/** What a table of a round is worth: the round, how far it is, what it was computed by and what it cannot prove. */
export function tableNotes(
  { open, review }: Pick<ReviewProps, 'open' | 'review'>,
  { engineVersion }: Pick<Consolidation, 'engineVersion'>,
  { language }: SummaryNames,
): readonly string[] {
  const words = summaryWords[language]
  const { round } = open
  return [
    ...(round.name === null ? [] : [words.roundLine(round.name)]),
    standingLine({ open, review }, language),
    ...(round.provenance.certainty === 'illustrative' ? [words.illustrative] : []),
    words.engineLine(engineVersion),
    words.cannotProve,
  ]
}
