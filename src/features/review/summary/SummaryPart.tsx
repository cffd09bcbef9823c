import { useConsolidation } from '../../../state/review/useConsolidation.ts'
import { useLanguage, useText } from '../../../ui/language.tsx'
import type { ReviewProps } from '../reviewProps.ts'
import { LossView } from './LossView.tsx'
import { ProvinceTable } from './ProvinceTable.tsx'
import { PublishedView } from './PublishedView.tsx'
import { RankingView } from './RankingView.tsx'
import { Standing } from './Standing.tsx'
import { SurveyView } from './SurveyView.tsx'
import { summaryNames } from './summaryNames.ts'
import { summarySentence } from './summarySentence.ts'
import { type SummaryViewId, summaryViews } from './summaryViews.ts'
import {
  groupComparison,
  lossSentence,
  provinceSentence,
  publishedSentence,
  surveySentence,
} from './viewSentence.ts'
import { summaryWords } from './words.ts'
import './summary.css'
import './summaryFigures.css'
import './summaryPrint.css'

/** What a round comes to: ranks and grades, the province as one, lost points, surveys, published results. */
export function SummaryPart(props: ReviewProps) {
  const { open, review, catalogue, directory, address, change } = props
  const words = useText(summaryWords)
  const language = useLanguage()
  const { consolidation, isOlder, failure } = useConsolidation(open, review, catalogue, directory)
  const names = summaryNames({ open, review }, language)
  const view: SummaryViewId = summaryViews.find(each => each === address.filter) ?? 'ranking'
  const group =
    consolidation?.groups.find(each => each.groupId === address.group) ?? consolidation?.groups[0] ?? null
  const compared = consolidation && group ? groupComparison(consolidation, group, names) : []
  const isScored = consolidation?.groups.some(each => each.rows.length > 0) ?? false
  const sentence =
    !consolidation || !group
      ? words.view[view]
      : {
          ranking: () => summarySentence(consolidation, group, props, names),
          province: () => provinceSentence(consolidation.province, names),
          losses: () => lossSentence(consolidation.losses, names),
          survey: () => surveySentence(props, group, names),
          published: () => publishedSentence(compared, names),
        }[view]()
  // Tables of the last result; survey results are fields over the ledger itself.
  const hasTable = {
    ranking: (group?.rows.length ?? 0) > 0,
    province: isScored,
    losses: (consolidation?.losses.items.length ?? 0) > 0,
    survey: false,
    published: compared.length > 0,
  }[view]
  return (
    <section className="rvs" aria-busy={isOlder}>
      <h1>{sentence}</h1>
      <Standing
        open={open}
        review={review}
        isOlder={isOlder && consolidation !== null}
        failure={failure}
        hasTable={hasTable}
      />
      <div className="rvs-bar">
        <nav className="rvs-views" aria-label={words.views}>
          {summaryViews.map(each => (
            <button
              key={each}
              type="button"
              {...(each === view ? { 'aria-current': 'page' as const } : {})}
              onClick={() =>
                change({ filter: each === 'ranking' ? undefined : each, sort: undefined, q: undefined })
              }
            >
              {words.view[each]}
            </button>
          ))}
        </nav>
        {view !== 'province' && view !== 'losses' && consolidation && consolidation.groups.length > 1 && (
          <label className="rvs-group">
            <span>{words.group}</span>
            <select
              value={group?.groupId ?? ''}
              onChange={event => change({ group: event.target.value }, 'replace')}
            >
              {consolidation.groups.map(each => (
                <option key={each.groupId} value={each.groupId}>
                  {each.name}
                </option>
              ))}
            </select>
          </label>
        )}
      </div>
      {!consolidation || !group ? (
        failure === null && <p role="status">{words.computing}</p>
      ) : view === 'ranking' ? (
        <RankingView {...props} group={group} consolidation={consolidation} names={names} />
      ) : view === 'province' ? (
        <ProvinceTable {...props} consolidation={consolidation} names={names} />
      ) : view === 'losses' ? (
        <LossView {...props} consolidation={consolidation} names={names} />
      ) : view === 'survey' ? (
        <SurveyView {...props} group={group} names={names} />
      ) : (
        <PublishedView {...props} group={group} consolidation={consolidation} names={names} />
      )}
      <p className="rvs-quiet">{words.cannotProve}</p>
    </section>
  )
}
