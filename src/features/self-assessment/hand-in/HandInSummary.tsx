import { evidenceFiles } from '../../../io/package/evidenceFiles.ts'
import { periodName } from '../../../receipt/periodName.ts'
import { pointsFormat } from '../../../receipt/pointsFormat.ts'
import type { Assessment } from '../../../state/assessment/assessment.ts'
import { hasUnfitAddress } from '../../../state/assessment/cleanParts.ts'
import { formatNumber } from '../../../ui/formatNumber.ts'
import { pickName, useLanguage, useText } from '../../../ui/language.tsx'
import { Mark } from '../../../ui/Mark.tsx'
import { progressOf } from '../asked/answerState.ts'
import { DueText } from '../asked/DueText.tsx'
import { askedWords } from '../asked/words.ts'
import { sizeText } from '../evidence/evidenceOf.ts'
import { Fact } from './Fact.tsx'
import { MadeUp } from './MadeUp.tsx'
import { totalText } from './totalText.ts'
import { useHandInWords } from './useHandInWords.ts'

/** What will be handed in, in six lines. */
export function HandInSummary({ assessment }: { assessment: Assessment }) {
  const words = useHandInWords(assessment.draft)
  const asked = useText(askedWords)
  const language = useLanguage()
  const { agency, draft, ruleSet, sheet, submission, completeness, awaited = [], answers } = assessment
  const answered = progressOf(answers ?? [])
  const { decisions = [], evidence = [], explanations = [], accepted = [] } = submission
  const count = (number: number) => formatNumber(String(number), language)
  const some = (number: number, say: (count: string) => string) => (number === 0 ? [] : [say(count(number))])
  const format = pointsFormat(ruleSet, language)
  const { points, maxPoints } = sheet.total
  const isOpen = points.kind === 'unknown' || points.from !== points.to
  const reasons = [
    ...(completeness.open > 0 ? [words.lacking(count(completeness.missing))] : []),
    ...some(awaited.length, words.awaited),
  ]
  const files = evidenceFiles(submission)
  const unfit = draft.evidence.filter(hasUnfitAddress)
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
        {draft.asked && answers && (
          <>
            <Fact name={asked.questions}>
              {answered.done === answered.of
                ? asked.all(count(answered.of))
                : asked.progress(count(answered.done), count(answered.of))}
            </Fact>
            <Fact name={asked.due}>
              <DueText dueAt={draft.asked.request.dueAt} />
            </Fact>
          </>
        )}
        <Fact name={words.points}>
          <b className="sa-hand-in-total">
            {totalText(points, format, words.atLeast)}
            <span>/{formatNumber(maxPoints, language)}</span>
          </b>
          {isOpen && (
            <small>{words.provisional(reasons.length > 0 ? reasons.join('; ') : words.stillOpen)}</small>
          )}
          <MadeUp provenance={submission.provenance} />
        </Fact>
        <Fact name={words.figures}>
          {[
            words.entered(count(completeness.entered)),
            ...some(completeness.missing, words.missing),
            ...some(completeness.notApplicable, words.notApplicable),
          ].join(', ')}
          {decisions.length > 0 && <small>{words.claims(count(decisions.length))}</small>}
        </Fact>
        <Fact name={words.evidence}>
          {[
            evidence.length === 0 ? words.noEvidence : words.documents(count(evidence.length)),
            ...some(files.length, files => words.files(files, sizeText(bytes, language))),
            ...some(explanations.length, words.explanations),
            ...some(accepted.length, words.acceptedDoubts),
          ].join('; ')}
          {unfit.length > 0 && (
            <small className="sa-hand-in-unfit">
              <Mark kind="warning" size={13} />
              {words.unfitAddress(unfit.map(({ title }) => `“${title}”`).join(', '))}
            </small>
          )}
        </Fact>
      </dl>
    </section>
  )
}
