import './drafts.css'
import './keeping.css'
import { useMemo } from 'react'
import type { Agency, AgencyDirectory } from '../../../model/agency.ts'
import type { Catalogue } from '../../../model/catalogue.ts'
import { useDraftLibrary } from '../../../state/assessment/draftLibrary.ts'
import { formatNumber } from '../../../ui/formatNumber.ts'
import { useLanguage, useText } from '../../../ui/language.tsx'
import { Blocked } from './Blocked.tsx'
import { DraftList } from './DraftList.tsx'
import { Keeping } from './Keeping.tsx'
import { NewDraftForm } from './NewDraftForm.tsx'
import { OpenFileButton } from './OpenFileButton.tsx'
import { RemovedLine } from './RemovedLine.tsx'
import { UnreadableList } from './UnreadableList.tsx'
import { draftsWords } from './words.ts'

/** The drafts of this machine: what there is, a new one, and what keeps them. */
export function DraftsScreen({
  catalogue,
  agencies,
  directory,
  openDraft,
  openFile,
  suggested,
}: {
  catalogue: Catalogue
  agencies: readonly Agency[]
  /** null while it is being loaded: names follow. */
  directory: AgencyDirectory | null
  openDraft: (id: string) => void
  /** Is given a submission file that was chosen. */
  openFile: (file: File) => void
  /** What the reader looked at before; the form begins with it. */
  suggested?: { readonly ruleSetId?: string | undefined; readonly agencyId?: string | undefined } | undefined
}) {
  const words = useText(draftsWords)
  const language = useLanguage()
  const library = useDraftLibrary()
  const byId = useMemo(() => new Map(agencies.map(agency => [agency.id, agency])), [agencies])
  const { status, drafts } = library
  const open = drafts.filter(({ draft }) => draft.handedIn.length === 0).length
  const count = formatNumber(String(drafts.length), language)
  const title =
    status === 'loading'
      ? words.titleLoading
      : drafts.length === 0
        ? words.titleEmpty
        : open === 0
          ? words.title(count)
          : open === drafts.length
            ? words.titleNone(count)
            : words.titleOpen(count, formatNumber(String(open), language))
  const isEmpty = status !== 'loading' && drafts.length === 0 && library.unreadable.length === 0
  return (
    <div className="view">
      <main
        className={isEmpty ? 'content sa-drafts sa-drafts-none' : 'content sa-drafts'}
        id="content"
        tabIndex={-1}
      >
        <h1>{title}</h1>
        {status === 'blocked' && <Blocked />}
        <RemovedLine removed={library.removed} catalogue={catalogue} agencies={byId} />
        <div className="sa-drafts-layout">
          <div className="sa-drafts-list">
            {isEmpty && <Steps isKept={status !== 'blocked'} />}
            {drafts.length > 0 && (
              <DraftList drafts={drafts} catalogue={catalogue} agencies={byId} openDraft={openDraft} />
            )}
            <UnreadableList records={library.unreadable} />
          </div>
          <div className="sa-drafts-new">
            <NewDraftForm
              catalogue={catalogue}
              agencies={agencies}
              isLoading={directory === null}
              drafts={drafts}
              suggested={suggested}
              openDraft={openDraft}
            />
            <OpenFileButton openFile={openFile} />
          </div>
          <Keeping library={library} catalogue={catalogue} agencies={byId} />
        </div>
      </main>
    </div>
  )
}

/** What the first minute is for. */
function Steps({ isKept }: { isKept: boolean }) {
  const { steps } = useText(draftsWords)
  return (
    <section className="sa-steps" aria-labelledby="sa-steps">
      <div className="section-head">
        <h2 id="sa-steps">{steps.title}</h2>
      </div>
      <ol>
        <li>{steps.choose}</li>
        <li>{steps.enter}</li>
        <li>{steps.check}</li>
      </ol>
      {isKept && <p>{steps.keep}</p>}
    </section>
  )
}
