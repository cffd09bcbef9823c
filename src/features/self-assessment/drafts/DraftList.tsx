import { lazy, Suspense, useState } from 'react'
import type { Agency } from '../../../model/agency.ts'
import type { Catalogue } from '../../../model/catalogue.ts'
import type { Draft } from '../../../model/draft.ts'
import type { DraftSummary } from '../../../state/assessment/draftLibrary.ts'
import { useLanguage, useText } from '../../../ui/language.tsx'
import { DraftRow } from './DraftRow.tsx'
import { draftNames } from './draftNames.ts'
import { draftsWords } from './words.ts'

const CompareDialog = lazy(async () => ({ default: (await import('./CompareDialog.tsx')).CompareDialog }))

/** Every draft of this machine with what can be done with it. */
export function DraftList({
  drafts,
  ...rest
}: {
  drafts: readonly DraftSummary[]
  catalogue: Catalogue
  agencies: ReadonlyMap<string, Agency>
  openDraft: (id: string) => void
}) {
  const words = useText(draftsWords)
  const language = useLanguage()
  const { column } = words
  const [compared, setCompared] = useState<Draft | null>(null)
  return (
    <section aria-labelledby="sa-draft-list">
      <div className="section-head">
        <h2 id="sa-draft-list">{words.list}</h2>
        <p className="sub">{words.listSub}</p>
      </div>
      <table className="figures sa-draft-table" aria-labelledby="sa-draft-list">
        <thead>
          <tr>
            <th scope="col">{column.draft}</th>
            <th scope="col">{column.filled}</th>
            <th scope="col">{column.changed}</th>
            <th scope="col">{column.handedIn}</th>
          </tr>
        </thead>
        <tbody>
          {drafts.map(summary => (
            <DraftRow key={summary.draft.id} summary={summary} compare={setCompared} {...rest} />
          ))}
        </tbody>
      </table>
      {compared && (
        <Suspense fallback={null}>
          <CompareDialog
            draft={compared}
            title={draftNames(compared, { ...rest, words, language }).short}
            catalogue={rest.catalogue}
            close={() => setCompared(null)}
          />
        </Suspense>
      )}
    </section>
  )
}
