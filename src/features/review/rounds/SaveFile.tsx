import { useState } from 'react'
import type { Catalogue } from '../../../model/catalogue.ts'
import type { ReviewRound } from '../../../model/review.ts'
import type { SavedRound } from '../../../state/review/saveRound.ts'
import { useSaveRound } from '../../../state/review/useSaveRound.ts'
import { download } from '../../../ui/download.ts'
import { useLanguage, useText } from '../../../ui/language.tsx'
import { sizeText } from './sizeText.ts'
import { roundsWords } from './words.ts'

/** The whole round as a file, with what went into it. */
export function SaveFile({
  round,
  catalogue,
  label,
}: {
  round: ReviewRound
  catalogue: Catalogue
  /** As a button with its own words; absent: a link among others. */
  label?: string
}) {
  const words = useText(roundsWords)
  const language = useLanguage()
  const save = useSaveRound(catalogue)
  const [state, setState] = useState<'idle' | 'making' | 'failed'>('idle')
  const [made, setMade] = useState<SavedRound | null>(null)
  const run = async () => {
    if (state === 'making') return
    setState('making')
    setMade(null)
    try {
      const saved = await save(round)
      download(saved.fileName, saved.blob)
      setMade(saved)
      setState('idle')
    } catch {
      setState('failed')
    }
  }
  return (
    <>
      <button
        type="button"
        className={label === undefined ? 'link-button' : 'button'}
        aria-disabled={state === 'making'}
        onClick={() => void run()}
      >
        {state === 'making' ? words.saving : (label ?? words.save)}
      </button>
      {(made || state === 'failed') && (
        <p className={made ? 'rvr-made' : 'rvr-made lost'} role={made ? 'status' : 'alert'}>
          {made ? words.saved(made.fileName, sizeText(made.blob.size, language)) : words.saveFailed}{' '}
          {made && !made.hasOriginals && words.savedNoOriginals}
        </p>
      )}
    </>
  )
}
