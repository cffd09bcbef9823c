import './newRound.css'
import { useEffect, useState } from 'react'
import type { AgencyDirectory } from '../../../model/agency.ts'
import type { Catalogue } from '../../../model/catalogue.ts'
import type { Problem } from '../../../model/problem.ts'
import { type OpenedReview, openReviewFile, takeReviewFile } from '../../../state/review/openReviewFile.ts'
import { Dialog } from '../../../ui/Dialog.tsx'
import { Icon } from '../../../ui/Icon.tsx'
import { useLanguage, useText } from '../../../ui/language.tsx'
import { Problems } from '../../../ui/Problems.tsx'
import { OpenedFacts } from './OpenedFacts.tsx'
import { openedWords } from './openedWords.ts'
import { roundsWords } from './words.ts'

type Opening =
  | { readonly status: 'reading' }
  | { readonly status: 'refused'; readonly problems: readonly Problem[] }
  | { readonly status: 'unreachable' }
  | { readonly status: 'ready'; readonly opened: OpenedReview }

/** A review file that was chosen: what it is and what it brings, and only then taking it over. */
export function OpenedFileDialog({
  file,
  catalogue,
  directory,
  openRound,
  close,
}: {
  file: File
  catalogue: Catalogue
  directory: AgencyDirectory
  openRound: (id: string) => void
  close: () => void
}) {
  const words = useText(openedWords)
  const common = useText(roundsWords)
  const language = useLanguage()
  const [state, setState] = useState<Opening>({ status: 'reading' })
  useEffect(() => {
    const control = new AbortController()
    setState({ status: 'reading' })
    openReviewFile(file, control.signal).then(
      answer => {
        if (control.signal.aborted) return
        setState(
          answer.ok
            ? { status: 'ready', opened: answer.opened }
            : { status: 'refused', problems: answer.problems },
        )
      },
      () => {
        if (!control.signal.aborted) setState({ status: 'unreachable' })
      },
    )
    return () => control.abort()
  }, [file])
  return (
    <Dialog label={words.title} className="rvr-dialog" close={close}>
      <div className="rvr-dialog-top">
        <button type="button" className="icon-button" aria-label={common.close} onClick={close}>
          <Icon name="close" />
        </button>
        <h2>{words.title}</h2>
      </div>
      <div className="rvr-form">
        {state.status === 'reading' && <p role="status">{words.reading}</p>}
        {state.status === 'unreachable' && (
          <p role="alert" className="lost">
            {words.unreachable}
          </p>
        )}
        {state.status === 'refused' && (
          <Problems
            title={words.failed}
            hint={words.failedHint}
            problems={state.problems.map(({ message, ...each }) => ({ ...each, text: message[language] }))}
          />
        )}
        {state.status === 'ready' && (
          <>
            <OpenedFacts opened={state.opened} catalogue={catalogue} directory={directory} />
            <Choice opened={state.opened} openRound={openRound} close={close} />
          </>
        )}
      </div>
    </Dialog>
  )
}

function Choice({
  opened,
  openRound,
  close,
}: {
  opened: OpenedReview
  openRound: (id: string) => void
  close: () => void
}) {
  const words = useText(openedWords)
  const { how, preview, newFiles, read } = opened
  const isNothing = how === 'merge' && preview.fresh.length + newFiles === 0
  return (
    <div className="rvr-form-foot">
      <button type="button" className="button" onClick={close}>
        {words.cancel}
      </button>
      {isNothing ? (
        <button type="button" className="button primary" onClick={() => openRound(read.round.id)}>
          {words.open}
        </button>
      ) : (
        <button type="button" className="button primary" onClick={() => openRound(takeReviewFile(opened))}>
          {how === 'new' ? words.make : words.merge}
        </button>
      )}
    </div>
  )
}
