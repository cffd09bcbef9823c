import { useState } from 'react'
import type { AgencyDirectory } from '../../../model/agency.ts'
import type { Catalogue } from '../../../model/catalogue.ts'
import type { PackageOpening } from '../../../state/assessment/packageVerdict.ts'
import { toDraft } from '../../../state/assessment/toDraft.ts'
import { type OpenedPackageState, useOpenedPackage } from '../../../state/assessment/useOpenedPackage.ts'
import { Dialog } from '../../../ui/Dialog.tsx'
import { formatNumber } from '../../../ui/formatNumber.ts'
import { Icon } from '../../../ui/Icon.tsx'
import { useLanguage, useText } from '../../../ui/language.tsx'
import { Problems } from '../../../ui/Problems.tsx'
import { AnswerRequest, OpenedRequest } from '../asked/OpenedRequest.tsx'
import { askedWords } from '../asked/words.ts'
import { OpenedBody } from './OpenedBody.tsx'
import { openedWords } from './openedWords.ts'
import { useOneRun } from './useOneRun.ts'
import './opened.css'

/** A submission file, checked and scored again, or the questions of a reviewer; nothing of it is taken over yet. */
export function OpenedPackage({
  file,
  catalogue,
  agencies,
  openDraft,
  close,
}: {
  file: File
  catalogue: Catalogue
  agencies: Pick<AgencyDirectory, 'agencies'>
  openDraft: (id: string) => void
  close: () => void
}) {
  const state = useOpenedPackage(file, catalogue, agencies)
  return <OpenedDialog file={file.name} state={state} openDraft={openDraft} close={close} />
}

/** The dialog without the reading. */
export function OpenedDialog({
  file,
  state,
  openDraft,
  close,
}: {
  file: string
  state: OpenedPackageState
  openDraft: (id: string) => void
  close: () => void
}) {
  const words = useText(openedWords)
  const asked = useText(askedWords)
  const language = useLanguage()
  const isRequest = state.status === 'read' && state.opening.kind === 'request'
  const title = isRequest ? asked.title : words.title
  return (
    <Dialog label={`${title}: ${file}`} className="sa-opened" close={close}>
      <header>
        <div>
          <p>{title}</p>
          <h2>{file}</h2>
        </div>
        <button type="button" className="icon-button" aria-label={words.close} onClick={close}>
          <Icon name="close" />
        </button>
      </header>
      <div className="sa-opened-body">
        <p role="status" className={state.status === 'reading' ? undefined : 'visually-hidden'}>
          {state.status === 'reading' ? words.reading(file) : ''}
        </p>
        {state.status === 'failed' && (
          <p role="alert" className="lost">
            {words.failed}
          </p>
        )}
        {state.status === 'read' && state.opening.kind === 'refused' && (
          <Problems
            title={words.refused}
            hint={words.refusedHint}
            problems={state.opening.problems.map(({ file, path, code, message }) => ({
              file,
              path,
              code,
              text: message[language],
            }))}
          />
        )}
        {state.status === 'read' && state.opening.kind === 'open' && <OpenedBody opening={state.opening} />}
        {state.status === 'read' && state.opening.kind === 'request' && (
          <OpenedRequest opening={state.opening} />
        )}
      </div>
      {state.status === 'read' && state.opening.kind === 'open' && (
        <TakeOver opening={state.opening} openDraft={openDraft} />
      )}
      {state.status === 'read' && state.opening.kind === 'request' && (
        <AnswerRequest opening={state.opening} openDraft={openDraft} />
      )}
    </Dialog>
  )
}

type Taking =
  | { readonly status: 'idle' | 'taking' | 'notSaved' }
  | { readonly status: 'partly'; readonly id: string; readonly unkept: number }

/** Makes a draft of the file, where this page can work on it. */
function TakeOver({
  opening: { pack, agency, here, verdict },
  openDraft,
}: {
  opening: Extract<PackageOpening, { kind: 'open' }>
  openDraft: (id: string) => void
}) {
  const words = useText(openedWords)
  const language = useLanguage()
  const [taking, setTaking] = useState<Taking>({ status: 'idle' })
  const { run } = useOneRun()
  const refusal =
    verdict.again.kind === 'cannot'
      ? words.noDraftBroken
      : here === null
        ? words.noDraftRules
        : agency === null
          ? words.noDraftAgency
          : null
  if (refusal !== null || agency === null)
    return (
      <footer>
        <p>{refusal}</p>
      </footer>
    )
  const take = () => {
    setTaking({ status: 'taking' })
    run(
      signal => toDraft(pack, agency, new Date(), signal),
      ({ draft, isSaved, unkept }) => {
        if (!isSaved) setTaking({ status: 'notSaved' })
        else if (unkept > 0) setTaking({ status: 'partly', id: draft.id, unkept })
        else openDraft(draft.id)
      },
      () => setTaking({ status: 'notSaved' }),
    )
  }
  return (
    <footer>
      <p role={taking.status === 'idle' ? undefined : 'alert'}>
        {taking.status === 'notSaved'
          ? words.notSaved
          : taking.status === 'partly'
            ? words.unkept(formatNumber(String(taking.unkept), language))
            : taking.status === 'taking'
              ? words.taking
              : words.toDraftHint}
      </p>
      <button
        type="button"
        className="button primary"
        aria-disabled={taking.status === 'taking'}
        onClick={() => {
          if (taking.status === 'partly') openDraft(taking.id)
          else take()
        }}
      >
        {taking.status === 'partly' ? words.openAnyway : words.toDraft}
      </button>
    </footer>
  )
}
