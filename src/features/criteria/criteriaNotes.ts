import { citation } from '../../receipt/citation.ts'
import type { ScoredView } from '../../state/useScoredView.ts'
import type { Language } from '../../ui/formatNumber.ts'
import { pickName } from '../../ui/language.tsx'
import { criteriaWords } from './words.ts'

/** What is said before anything is read from the table. */
export type Remarks = {
  /** Rule set or figures are of our making. */
  readonly made: readonly string[]
  /** The grade does not follow the points. */
  readonly forced: string | null
  /** A stage that is not the last one. */
  readonly stage: string | null
}

export function remarksOf(
  { ruleSet, submission, documents, stages, sheet }: ScoredView,
  language: Language,
): Remarks {
  const words = criteriaWords[language]
  const rests = documents.find(document => document.id === ruleSet.decisionId)
  const { bandOverride } = sheet.total
  const metric = ruleSet.metrics.find(each => each.id === bandOverride?.metricId)
  return {
    made: [
      ...(rests?.kind === 'example' ? [words.exampleSet] : []),
      ...(submission.provenance.certainty === 'illustrative' ? [words.illustrative] : []),
    ],
    forced: bandOverride
      ? words.forcedBy(metric ? pickName(language, metric.name, metric.nameEn) : bandOverride.metricId)
      : null,
    stage: stages.at(-1) === sheet.stage ? null : words.stageShown(words.stageFull[sheet.stage]),
  }
}

/** Where the figures come from, and what scored them. */
export function sourceLine({ submission, documents, sheet }: ScoredView, language: Language): string {
  const words = criteriaWords[language]
  const { source } = submission.published?.provenance ?? submission.provenance
  const document = documents.find(entry => entry.id === source?.documentId)
  return words.sourceLine(
    [
      ...(document ? [citation(document, source?.place, language)] : []),
      words.engine(sheet.engineVersion),
    ].join(', '),
  )
}
