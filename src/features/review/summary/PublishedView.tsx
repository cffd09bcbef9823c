import { useState } from 'react'
import { TableButtons } from '../../../exports/TableButtons.tsx'
import { useText } from '../../../ui/language.tsx'
import { AnnexFoot, AnnexHead } from './Annex.tsx'
import { entryWords } from './entryWords.ts'
import { PublishedComparison } from './PublishedComparison.tsx'
import { PublishedEntry } from './PublishedEntry.tsx'
import { projectPublished } from './projectPublished.ts'
import { summaryFileName } from './summaryFileName.ts'
import type { GroupViewProps } from './summaryViews.ts'
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
          <TableButtons
            className="rvs-files"
            id="published"
            name={words.annex}
            fileName={summaryFileName(open.round, ['cong-bo', group.groupId])}
            make={() => projectPublished(props)}
          />
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
