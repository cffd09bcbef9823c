import './saving.css'
import { useEffect, useState } from 'react'
import { backUpDraft } from '../../../state/assessment/backup.ts'
import type { OpenDraft } from '../../../state/assessment/openDraft.ts'
import { download } from '../../../ui/download.ts'
import { formatNumber } from '../../../ui/formatNumber.ts'
import { Icon } from '../../../ui/Icon.tsx'
import { useLanguage, useText } from '../../../ui/language.tsx'
import { Mark } from '../../../ui/Mark.tsx'
import { savingWords } from './savingWords.ts'

/** Writing takes a few milliseconds; only one that takes longer is worth a word. */
const quietMilliseconds = 800

/** Where the open draft stands: saved on this machine, or what is in the way and how to save it as a file. */
export function SavingLine({ open: { draft, saving } }: { open: Pick<OpenDraft, 'draft' | 'saving'> }) {
  const words = useText(savingWords)
  const isSlow = useIsSlow(saving.status === 'saving')
  const isUnsaved = saving.status === 'unsaved'
  // On a narrow screen the warning comes up over the form: not over the field that is typed into.
  useEffect(() => {
    if (isUnsaved) document.activeElement?.scrollIntoView({ block: 'nearest' })
  }, [isUnsaved])
  if (saving.status === 'unsaved')
    return (
      <div className="sa-unsaved" role="alert">
        <p>
          <Mark kind="error" size={16} />
          <span>
            <b>{words.unsaved[saving.why]}</b>{' '}
            {saving.why === 'full' && <span className="sa-unsaved-more">{words.fullHint} </span>}
            {words.unsavedHint}
          </span>
        </p>
        <div>
          <DownloadDraft draft={draft} />
          <button type="button" className="button" onClick={saving.retry}>
            {words.retry}
          </button>
        </div>
      </div>
    )
  if (saving.status === 'elsewhere')
    return (
      <p className="sa-saving sa-saving-warned">
        <Mark kind="warning" size={14} />
        {words.elsewhere}
      </p>
    )
  const isFollowing = saving.status === 'saved' && saving.followed === true
  return (
    <p className="sa-saving">
      <Icon name="tick" size={14} />
      {/* Spoken when it changes for good, not at each key. */}
      <span role="status">{isSlow ? words.saving : isFollowing ? words.followed : words.saved}</span>
    </p>
  )
}

/** Hands the draft to its owner as a file that can be restored from. */
function DownloadDraft({ draft }: Pick<OpenDraft, 'draft'>) {
  const words = useText(savingWords)
  const language = useLanguage()
  const [state, setState] = useState<'idle' | 'making' | 'failed'>('idle')
  const [leftOut, setLeftOut] = useState(0)
  const run = async () => {
    setState('making')
    try {
      const backup = await backUpDraft(draft)
      download(backup.fileName, backup.blob)
      setLeftOut(backup.leftOut)
      setState('idle')
    } catch {
      setState('failed')
    }
  }
  return (
    <>
      <button
        type="button"
        className="button primary"
        aria-disabled={state === 'making'}
        onClick={() => {
          if (state !== 'making') void run()
        }}
      >
        <Icon name="download" />
        {state === 'making' ? words.downloading : words.download}
      </button>
      {state === 'failed' && <small className="lost">{words.downloadFailed}</small>}
      {leftOut > 0 && <small>{words.leftOut(formatNumber(String(leftOut), language))}</small>}
    </>
  )
}

function useIsSlow(isRunning: boolean): boolean {
  const [isSlow, setSlow] = useState(false)
  useEffect(() => {
    if (!isRunning) return setSlow(false)
    const timer = setTimeout(() => setSlow(true), quietMilliseconds)
    return () => clearTimeout(timer)
  }, [isRunning])
  return isSlow
}
