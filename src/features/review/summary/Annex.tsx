import { periodName } from '../../../receipt/periodName.ts'
import { pickName, useLanguage, useText } from '../../../ui/language.tsx'
import type { ReviewProps } from '../reviewProps.ts'
import { paperStanding } from './Standing.tsx'
import type { SummaryNames } from './summaryNames.ts'
import { tableNotes } from './tableNotes.ts'
import { summaryWords } from './words.ts'

/** Head of the printed annex, as official tables are headed; paper only. */
export function AnnexHead({
  open,
  review,
  directory,
  title,
  group,
  message,
}: Pick<ReviewProps, 'open' | 'review' | 'directory'> & {
  title: string
  group: string
  /** What the screen says above the table, where paper says it too. */
  message?: string
}) {
  const words = useText(summaryWords)
  const language = useLanguage()
  const { ruleSet, round } = open
  const [member] = round.groups.flatMap(each => each.agencyIds)
  const parentId = directory.agencies.find(each => each.id === member)?.parentId
  const above = directory.agencies.find(each => each.id === parentId)
  const standing = paperStanding({ open, review }, language)
  return (
    <div className="rvs-annex-head" aria-hidden="true">
      <div className="rvs-letterhead">
        <p>
          <b>{above?.name ?? ''}</b>
        </p>
        <p>
          <b>{words.nation}</b>
          <span>{words.motto}</span>
        </p>
      </div>
      <p className="rvs-annex-title">{title}</p>
      {standing !== null && <p className="rvs-annex-standing">{standing}</p>}
      <p>{pickName(language, ruleSet.title, ruleSet.titleEn)}</p>
      <p className="rvs-annex-scope">{words.annexScope(group, periodName(round.period, language))}</p>
      {message !== undefined && <p className="rvs-annex-message">{message}</p>}
    </div>
  )
}

/** Places to sign once the round is closed, and what the sheet is of and cannot prove; paper only. */
export function AnnexFoot({
  open,
  review,
  engineVersion,
  names,
  scope,
}: Pick<ReviewProps, 'open' | 'review'> & { engineVersion: string; names: SummaryNames; scope: string }) {
  const words = useText(summaryWords)
  const notes = [`${scope}.`, ...tableNotes({ open, review }, { engineVersion }, names)]
  return (
    <div className="rvs-annex-foot" aria-hidden="true">
      {open.state.stages.closed.closed && (
        <div className="rvs-signatures">
          {[words.writer, words.reviewHead, words.head].map((who, index, all) => (
            <p key={who}>
              <span>{index === all.length - 1 ? words.dateLine : '\u00a0'}</span>
              <b>{who}</b>
              <span>{words.signHere}</span>
            </p>
          ))}
        </div>
      )}
      <p className="rvs-annex-line">{notes.join(' ')}</p>
    </div>
  )
}
