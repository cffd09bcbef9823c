import { citation } from '../../../receipt/citation.ts'
import { periodName } from '../../../receipt/periodName.ts'
import type { Assessment } from '../../../state/assessment/assessment.ts'
import { pickName, useLanguage, useText } from '../../../ui/language.tsx'
import { letterheadName } from './signing.ts'
import { printWords } from './words.ts'

/** Who makes the form and under whom, what it is of. */
export function PrintedHead({
  assessment: { ruleSet, agency, superior = null, documents, draft, submission },
}: {
  assessment: Assessment
}) {
  const words = useText(printWords)
  const language = useLanguage()
  const decision = documents.find(({ id }) => id === ruleSet.decisionId)
  const rests = decision && decision.number !== null ? ` (${citation(decision, undefined, language)})` : ''
  const made = [
    ...(submission.provenance.certainty === 'illustrative' ? [words.illustrative] : []),
    ...(decision?.kind === 'example' ? [words.exampleSet] : []),
  ]
  return (
    <header>
      <div className="sa-printed-letterhead">
        <p>
          {superior && <span>{letterheadName(superior, null)}</span>}
          <b>{agency ? letterheadName(agency, superior) : draft.agencyId}</b>
        </p>
        <p>
          <b>{words.nation}</b>
          <i>{words.motto}</i>
        </p>
      </div>
      <h1>
        {words.title}
        <span>{pickName(language, ruleSet.shortTitle, ruleSet.shortTitleEn)}</span>
      </h1>
      <p>
        {pickName(language, ruleSet.title, ruleSet.titleEn)}
        {rests}
      </p>
      <p className="sa-printed-scope">{words.asOf(periodName(draft.period, language))}</p>
      {made.length > 0 && <p className="sa-printed-made">{made.join('. ')}.</p>}
    </header>
  )
}
