import { useState } from 'react'
import { useText } from '../../../ui/language.tsx'
import { AnnexFoot, AnnexHead } from './Annex.tsx'
import { entryWords } from './entryWords.ts'
import { FileButtons, fileName } from './FileButtons.tsx'
import { fileNotes } from './fileNotes.ts'
import { PublishedComparison } from './PublishedComparison.tsx'
import { PublishedEntry } from './PublishedEntry.tsx'
import type { GroupViewProps } from './summaryViews.ts'
import type { TableFile } from './tableFile.ts'
import { groupComparison, publishedSentence } from './viewSentence.ts'

/** What was published about the agencies of a group, entered apart and held against what is computed. */
export function PublishedView(props: GroupViewProps) {
  const { open, consolidation, group, names } = props
  const words = useText(entryWords)
  const members = new Set([...group.rows, ...group.apart].map(each => each.agencyId))
  const rows = groupComparison(consolidation, group, names)
  const waiting = [...members].some(id => open.state.agencies.get(id)?.published.kind === 'conflict')
  const [wantsEntry, setWantsEntry] = useState<boolean | null>(null)
  const isEntry = wantsEntry ?? (rows.length === 0 || waiting)
  const sentence = publishedSentence(rows, names)
  const file = (): TableFile => {
    const { notes, foot } = fileNotes(props, consolidation, names, group.name)
    return {
      language: names.language,
      title: words.annex,
      notes: [...notes, `${sentence}.`],
      foot,
      columns: [
        { name: words.agency, width: 44 },
        { name: words.total, width: 12, isNumber: true },
        { name: words.computedTotal, width: 12, isNumber: true },
        { name: words.difference, width: 12, isNumber: true },
        { name: words.rank, width: 10 },
        { name: words.computedRank, width: 10 },
        { name: words.band, width: 16 },
        { name: words.computedBand, width: 16 },
        { name: words.verdict, width: 28 },
        { name: words.source, width: 50 },
      ],
      rows: rows.map(row => [
        row.name,
        row.total,
        row.computedTotal,
        row.difference,
        row.rank,
        row.computedRank,
        row.band,
        row.computedBand,
        row.verdict,
        row.source,
      ]),
    }
  }
  return (
    <>
      <AnnexHead {...props} title={words.annex} group={group.name} message={sentence} />
      <div className="rvs-tools">
        <div className="rvs-switch">
          {([false, true] as const).map(each => (
            <button
              key={String(each)}
              type="button"
              aria-pressed={isEntry === each}
              onClick={() => setWantsEntry(each)}
            >
              {each ? words.edit : words.show}
            </button>
          ))}
        </div>
        <p className="rvs-quiet">{words.publishedSub}</p>
        {rows.length > 0 && (
          <FileButtons name={fileName(open.round, ['cong-bo', group.groupId])} file={file} />
        )}
      </div>
      {isEntry ? (
        <PublishedEntry key={group.groupId} {...props} agencyIds={[...members]} />
      ) : (
        rows.length > 0 && <PublishedComparison rows={rows} />
      )}
      <AnnexFoot {...props} engineVersion={consolidation.engineVersion} scope={group.name} />
    </>
  )
}
