import { useState } from 'react'
import { useText } from '../../../ui/language.tsx'
import { AllColumns } from './AllColumns.tsx'
import { AnnexFoot, AnnexHead } from './Annex.tsx'
import { ContributionTable } from './ContributionTable.tsx'
import { FileButtons, fileName } from './FileButtons.tsx'
import { fileNotes } from './fileNotes.ts'
import { LossTable, lossLines } from './LossTable.tsx'
import { provinceWords } from './provinceWords.ts'
import type { SummaryViewProps } from './summaryViews.ts'
import type { TableFile } from './tableFile.ts'
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
  const file = (): TableFile => {
    const { notes, foot } = fileNotes(props, consolidation, names, words.allGroups)
    const { number, name, agency, lost, share, agencies, most: mostName } = words.lossColumns
    return {
      language: names.language,
      title: words.annexLoss,
      notes: [...notes, `${title}. ${note}`],
      foot,
      columns: [
        { name: number, width: 6, isNumber: true },
        { name: by === 'criterion' ? name : agency, width: 48 },
        { name: lost, width: 12, isNumber: true },
        { name: share, width: 12, isNumber: true },
        ...(by === 'criterion' ? [{ name: agencies, width: 12, isNumber: true }] : []),
        { name: mostName, width: 90 },
      ],
      rows: lines.map((line, index) => [
        String(index + 1),
        line.name,
        line.lost,
        line.share,
        ...(by === 'criterion' ? [line.count] : []),
        line.parts.map(part => `${part.name}: ${part.lost}`).join('; '),
      ]),
    }
  }
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
        <FileButtons name={fileName(open.round, ['mat-diem', by])} file={file} />
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
