import { useState } from 'react'
import { TableButtons } from '../../../exports/TableButtons.tsx'
import { useText } from '../../../ui/language.tsx'
import { AllColumns } from './AllColumns.tsx'
import { AnnexFoot, AnnexHead } from './Annex.tsx'
import { ContributionTable } from './ContributionTable.tsx'
import { LossTable } from './LossTable.tsx'
import { lossLines } from './lossLines.ts'
import { projectLosses } from './projectLosses.ts'
import { provinceWords } from './provinceWords.ts'
import { summaryFileName } from './summaryFileName.ts'
import type { SummaryViewProps } from './summaryViews.ts'
import { lossSentence } from './viewSentence.ts'

/** Points lost over all agencies: by criterion, by agency, and who carries what the province lost. */
export function LossView(props: SummaryViewProps) {
  const { open, consolidation, names, address, change } = props
  const words = useText(provinceWords)
  const [showsAll, setShowsAll] = useState(false)
  const { losses } = consolidation
  const by = address.area === 'agencies' ? 'agency' : 'criterion'
  const lines = lossLines(losses, by, names)
  const [most] = losses.items
  const title = lossSentence(losses, names)
  const note = words.lossNote(
    names.points(losses.open),
    names.signed(losses.beside),
    names.points(losses.whole),
  )
  return (
    <>
      <AnnexHead {...props} title={words.annexLoss} group={words.allGroups} message={title} />
      <div className="rvs-tools">
        <div className="rvs-switch">
          {(['criterion', 'agency'] as const).map(each => (
            <button
              key={each}
              type="button"
              aria-pressed={by === each}
              onClick={() => change({ area: each === 'agency' ? 'agencies' : undefined }, 'replace')}
            >
              {each === 'criterion' ? words.byCriterion : words.byAgency}
            </button>
          ))}
        </div>
        <AllColumns isChecked={showsAll} check={setShowsAll} />
        <TableButtons
          className="rvs-files"
          id="losses"
          name={words.annexLoss}
          fileName={summaryFileName(open.round, ['mat-diem', by])}
          make={() => projectLosses(props, by)}
        />
      </div>
      {most && (
        <>
          <p className="rvs-quiet">
            {note}
            {losses.unknown.length > 0 && ` ${words.unknown(names.count(losses.unknown.length))}`}
          </p>
          <LossTable lines={lines} by={by} showsAll={showsAll} />
        </>
      )}
      <ContributionTable {...props} />
      <AnnexFoot {...props} engineVersion={consolidation.engineVersion} scope={words.allGroups} />
    </>
  )
}
