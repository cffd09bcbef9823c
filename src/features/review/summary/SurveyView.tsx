import { useState } from 'react'
import type { ConsolidatedGroup } from '../../../model/consolidation.ts'
import { useText } from '../../../ui/language.tsx'
import type { ReviewProps } from '../reviewProps.ts'
import { AnnexHead } from './Annex.tsx'
import { entryWords } from './entryWords.ts'
import { SurveyTable } from './SurveyTable.tsx'
import type { SummaryNames } from './summaryNames.ts'
import { pointsColumns, surveyColumns } from './surveyLeaf.ts'
import { surveyLeaves, surveySentence } from './viewSentence.ts'

/** Survey results, one criterion at a time: figures or points of every agency, with the document they stand in. */
export function SurveyView(props: ReviewProps & { group: ConsolidatedGroup; names: SummaryNames }) {
  const { review, group, names, change } = props
  const words = useText(entryWords)
  const [wantsPoints, setWantsPoints] = useState(false)
  const { leaves, leaf } = surveyLeaves(props)
  if (!leaf) return null
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
      <AnnexHead
        {...props}
        title={words.surveyTitle}
        group={group.name}
        message={surveySentence(props, group, names)}
      />
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
        <p className="rvs-quiet">
          {words.surveySub} {words.pasteHint}
        </p>
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
