import type { Assessment } from '../../state/assessment/assessment.ts'
import { formatNumber } from '../../ui/formatNumber.ts'
import { useLanguage, useText } from '../../ui/language.tsx'
import { Mark } from '../../ui/Mark.tsx'
import { progressOf } from './asked/answerState.ts'
import { askedWords } from './asked/words.ts'
import { totalText } from './form/TotalPanel.tsx'
import { screenWords } from './words.ts'

/** On a narrow screen always in sight: what it comes to, and what is to be checked. */
export function PhoneFoot({
  assessment,
  openChecks,
  openTotal,
}: {
  assessment: Pick<Assessment, 'sheet' | 'ruleSet' | 'completeness' | 'checks' | 'answers'>
  openChecks: () => void
  openTotal: () => void
}) {
  const words = useText(screenWords)
  const language = useLanguage()
  const { sheet, completeness, checks, answers } = assessment
  const asked = useText(askedWords)
  const count = (number: number) => formatNumber(String(number), language)
  const answered = answers && progressOf(answers)
  const { blocks, doubts } = checks.open
  const left = blocks + doubts
  return (
    <footer className="sa-foot">
      {answered ? (
        <p className="sa-foot-total">
          <small>
            <Mark kind={answered.done === answered.of ? 'reached' : 'missing'} />
            {answered.done === answered.of
              ? asked.all(count(answered.of))
              : asked.progress(count(answered.done), count(answered.of))}
          </small>
        </p>
      ) : (
        <button type="button" className="sa-foot-total" onClick={openTotal}>
          <span>
            <b>{totalText(assessment, language, words)}</b>/{formatNumber(sheet.total.maxPoints, language)}
          </span>
          {completeness.missing > 0 && (
            <small>
              <Mark kind="missing" />
              {words.missing(completeness.missing)}
            </small>
          )}
        </button>
      )}
      <button type="button" className="button primary" title={words.checkTitle} onClick={openChecks}>
        {words.check}
        {/* Read out as two words. */}
        {left > 0 && ' '}
        {left > 0 && <b>{formatNumber(String(left), language)}</b>}
      </button>
    </footer>
  )
}
