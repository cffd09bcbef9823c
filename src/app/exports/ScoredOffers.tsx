import { walkCriteria } from '../../model/criteria.ts'
import { ruleSentence } from '../../receipt/ruleSentence.ts'
import { ruleSpeechOf } from '../../receipt/ruleSpeech.ts'
import type { ScoreWorkbookParts } from '../../state/exports/exportJob.ts'
import { useOffer } from '../../state/exports/offers.ts'
import type { ScoredView } from '../../state/useScoredView.ts'
import type { Language } from '../../ui/formatNumber.ts'
import { useLanguage, useText } from '../../ui/language.tsx'
import { ReportOffer } from './ReportOffer.tsx'
import { originWords } from './words.ts'

/** What every screen of one agency's scores offers: the workbook that reckons them again, and the report. Draws nothing. */
export function ScoredOffers({ view }: { view: ScoredView }) {
  const words = useText(originWords)
  const language = useLanguage()
  useOffer({
    kind: 'workbook',
    id: 'score-workbook',
    name: words.workbook,
    make: () => workbookParts(view, language),
  })
  return <ReportOffer view={view} />
}

function workbookParts(
  { ruleSet, submission, sheet, agency, documents, parts }: ScoredView,
  language: Language,
): ScoreWorkbookParts {
  const say = ruleSpeechOf(ruleSet, language)
  return {
    language,
    ruleSet,
    submission,
    before: parts?.before ?? null,
    sheet,
    agency,
    documents,
    sentences: new Map(
      walkCriteria(ruleSet).flatMap(({ criterion: { id, rule } }) =>
        rule ? [[id, ruleSentence(rule, say)] as const] : [],
      ),
    ),
  }
}
