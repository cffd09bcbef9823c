import { useState } from 'react'
import type { ConsolidatedGroup } from '../../../model/consolidation.ts'
import { isLeaf, walkCriteria } from '../../../model/criteria.ts'
import { useText } from '../../../ui/language.tsx'
import type { ReviewProps } from '../reviewProps.ts'
import { entryWords } from './entryWords.ts'
import { SurveyTable } from './SurveyTable.tsx'
import type { SummaryNames } from './summaryNames.ts'
import { pointsColumns, surveyColumns } from './surveyLeaf.ts'

/** Survey results, one criterion at a time: figures or points of every agency, with the document they stand in. */
export function SurveyView(props: ReviewProps & { group: ConsolidatedGroup; names: SummaryNames }) {
  const { open, review, group, names, address, change } = props
  const words = useText(entryWords)
  const [wantsPoints, setWantsPoints] = useState(false)
  const leaves = walkCriteria(open.ruleSet)
    .map(each => each.criterion)
    .filter(criterion => isLeaf(criterion) && criterion.assessedBy === 'survey')
  const leaf = leaves.find(each => each.id === address.criterion) ?? leaves[0]
  if (!leaf)
    return (
      <section className="empty">
        <p>{words.noSurvey}</p>
      </section>
    )
  const agencyIds = [...group.rows, ...group.apart].map(each => each.agencyId)
  const items = new Map(
    agencyIds.flatMap(id => {
      const item = review
        .formOf(id)
        .areas.flatMap(area => area.items)
        .find(each => each.nodeId === leaf.id)
      return item ? [[id, item] as const] : []
    }),
  )
  const item = [...items.values()].find(each => each.notForLevel === null)
  const figures = item ? surveyColumns(item) : []
  const asPoints = wantsPoints || figures.length === 0
  return (
    <>
      <div className="section-head rvs-section">
        <h2>{words.surveyTitle}</h2>
        <span className="sub">{words.surveySub}</span>
      </div>
      <div className="rvs-tools">
        <label className="rvs-group">
          <span>{words.leaf}</span>
          <select value={leaf.id} onChange={event => change({ criterion: event.target.value }, 'replace')}>
            {leaves.map(each => (
              <option key={each.id} value={each.id}>
                {names.node(each.id)}
              </option>
            ))}
          </select>
        </label>
        {figures.length > 0 && (
          <fieldset className="rvs-choice">
            <legend>{words.mode}</legend>
            {([false, true] as const).map(each => (
              <label key={String(each)}>
                <input
                  type="radio"
                  name="rvs-survey-mode"
                  checked={asPoints === each}
                  onChange={() => setWantsPoints(each)}
                />
                {each ? words.points : words.figures}
              </label>
            ))}
          </fieldset>
        )}
        <p className="rvs-quiet">{words.pasteHint}</p>
      </div>
      {item && (
        <SurveyTable
          key={`${group.groupId} ${leaf.id} ${asPoints}`}
          {...props}
          item={item}
          columns={asPoints ? pointsColumns(item) : figures}
          agencyIds={agencyIds.filter(id => items.get(id)?.notForLevel === null)}
          skipped={agencyIds.filter(id => items.get(id)?.notForLevel !== null)}
        />
      )}
    </>
  )
}
