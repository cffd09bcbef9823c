import { documentName } from '../../receipt/citation.ts'
import { periodName } from '../../receipt/periodName.ts'
import type { ScoredView } from '../../state/useScoredView.ts'
import { formatNumber } from '../../ui/formatNumber.ts'
import { pickName, useLanguage, useText } from '../../ui/language.tsx'
import { gradeText, rankOf } from './Standing.tsx'
import { criteriaWords } from './words.ts'

/** Head of the printed annex, as official tables are headed; paper only. */
export function AnnexHead({ view }: { view: ScoredView }) {
  const words = useText(criteriaWords)
  const language = useLanguage()
  const { ruleSet, sheet, agency, documents } = view
  const decision = documents.find(entry => entry.id === ruleSet.decisionId)
  const title = pickName(language, ruleSet.title, ruleSet.titleEn)
  const rests = decision && decision.number !== null ? ` (${documentName(decision, language)})` : ''
  return (
    <div className="annex-head" aria-hidden="true">
      <div className="annex-letterhead">
        <p>
          <b>{agency?.name ?? sheet.agencyId}</b>
        </p>
        <p>
          <b>{words.nation}</b>
          <span>{words.motto}</span>
        </p>
      </div>
      <p className="annex-title">
        {words.annexTitle(pickName(language, ruleSet.shortTitle, ruleSet.shortTitleEn))}
      </p>
      <p>
        {title}
        {rests}
      </p>
      <p className="annex-scope">
        {words.asOf(periodName(sheet.period, language), words.stageFull[sheet.stage])}
      </p>
    </div>
  )
}

/** Grade, places to sign and what the sheet is of; paper only. */
export function AnnexFoot({ view, rowsText }: { view: ScoredView; rowsText: string }) {
  const words = useText(criteriaWords)
  const language = useLanguage()
  const grade = gradeText(view, language)
  const rank = rankOf(view)
  return (
    <div className="annex-foot" aria-hidden="true">
      <p>
        {grade !== '' && (
          <>
            <b>
              {words.grade}: {grade}.
            </b>{' '}
          </>
        )}
        {rank &&
          `${sentence(
            words.rank(
              formatNumber(String(rank.rank), language),
              formatNumber(String(rank.of), language),
              pickName(language, rank.among, rank.amongEn),
            ),
          )} `}
        {rowsText}
      </p>
      <div className="annex-signatures">
        <p>
          <b>{words.writer}</b>
          <span>{words.signHere}</span>
        </p>
        <p>
          <span>{words.dateLine}</span>
          <b>{words.head}</b>
          <span>{words.signHere}</span>
        </p>
      </div>
    </div>
  )
}

const sentence = (text: string) => `${text.slice(0, 1).toLocaleUpperCase('vi')}${text.slice(1)}.`
