import { evidenceFiles } from '../../../io/package/evidenceFiles.ts'
import { periodName } from '../../../receipt/periodName.ts'
import { pointsFormat } from '../../../receipt/pointsFormat.ts'
import type { Assessment } from '../../../state/assessment/assessment.ts'
import { formatNumber } from '../../../ui/formatNumber.ts'
import { pickName, useLanguage, useText } from '../../../ui/language.tsx'
import { sizeText } from '../evidence/evidenceOf.ts'
import { Fact } from './Fact.tsx'
import { MadeUp } from './MadeUp.tsx'
import { totalText } from './totalText.ts'
import { handInWords } from './words.ts'

/** What will be handed in, in six lines. */
export function HandInSummary({ assessment }: { assessment: Assessment }) {
  const words = useText(handInWords)
  const language = useLanguage()
  const { agency, draft, ruleSet, sheet, submission, completeness } = assessment
  const { decisions = [], evidence = [], explanations = [], accepted = [] } = submission
  const count = (number: number) => formatNumber(String(number), language)
  const some = (number: number, say: (count: string) => string) => (number === 0 ? [] : [say(count(number))])
  const format = pointsFormat(ruleSet, language)
  const { points, maxPoints } = sheet.total
  const isOpen = points.kind === 'unknown' || points.from !== points.to
  const files = evidenceFiles(submission)
  const bytes = files.reduce((total, file) => total + file.bytes, 0)
  return (
    <section aria-labelledby="sa-hand-in-what">
      <div className="section-head">
        <h3 id="sa-hand-in-what">{words.what}</h3>
      </div>
      <dl className="sa-hand-in-facts">
        <Fact name={words.agency}>{agency?.name ?? words.unknownAgency(draft.agencyId)}</Fact>
        <Fact name={words.ruleSet}>
          {pickName(language, ruleSet.shortTitle, ruleSet.shortTitleEn)}, {words.version(ruleSet.version)}
        </Fact>
        <Fact name={words.period}>{periodName(draft.period, language)}</Fact>
        <Fact name={words.points}>
          <b className="sa-hand-in-total">
            {totalText(points, format, words.atLeast)}
            <span>/{format(maxPoints)}</span>
          </b>
          {isOpen && (
            <small>
              {completeness.open > 0 ? words.provisional(count(completeness.missing)) : words.stillOpen}
            </small>
          )}
          <MadeUp provenance={submission.provenance} />
        </Fact>
        <Fact name={words.figures}>
          {[
            words.entered(count(completeness.entered)),
            ...some(completeness.missing, words.missing),
            ...some(completeness.notApplicable, words.notApplicable),
            ...some(decisions.length, words.claims),
          ].join(', ')}
        </Fact>
        <Fact name={words.evidence}>
          {[
            evidence.length === 0 ? words.noEvidence : words.documents(count(evidence.length)),
            ...some(files.length, files => words.files(files, sizeText(bytes, language))),
            ...some(explanations.length, words.explanations),
            ...some(accepted.length, words.acceptedDoubts),
          ].join('; ')}
        </Fact>
      </dl>
    </section>
  )
}
