import { useEffect, useRef, useState } from 'react'
import { type OpenedReview, openReviewFile, takeReviewFile } from '../../../state/review/openReviewFile.ts'
import type { OpenRound } from '../../../state/review/openRound.ts'
import { DropZone } from '../../../ui/DropZone.tsx'
import { useText } from '../../../ui/language.tsx'
import type { EntryNames } from './entryNames.ts'
import { MergeLook } from './MergeLook.tsx'
import { MergeOutcome, type MergeResult } from './MergeOutcome.tsx'
import { reviewerWords } from './reviewerWords.ts'

type Merging =
  | { readonly status: 'idle' | 'reading' }
  | { readonly status: 'shown'; readonly opened: OpenedReview }

/** Files that came back: what each would add is shown first, and nothing changes before somebody says so. */
export function MergeSection({ open, names }: { open: OpenRound; names: EntryNames }) {
  const words = useText(reviewerWords)
  const [merging, setMerging] = useState<Merging>({ status: 'idle' })
  const [results, setResults] = useState<readonly MergeResult[]>([])
  const running = useRef<AbortController | null>(null)
  /** Files that were given together are looked at one after the other, whatever becomes of each. */
  const waiting = useRef<readonly File[]>([])
  useEffect(() => () => running.current?.abort(), [])
  const readNext = () => {
    const [file, ...rest] = waiting.current
    waiting.current = rest
    if (file) read(file)
    else setMerging({ status: 'idle' })
  }
  const done = (result: MergeResult) => {
    setResults(before => [...before, result])
    readNext()
  }
  const read = (file: File) => {
    const control = new AbortController()
    running.current = control
    setMerging({ status: 'reading' })
    openReviewFile(file, control.signal).then(
      opening => {
        if (control.signal.aborted) return
        if (!opening.ok) return done({ file: file.name, outcome: 'refused', problems: opening.problems })
        const { round } = opening.opened.read
        if (round.id === open.round.id) setMerging({ status: 'shown', opened: opening.opened })
        else done({ file: file.name, outcome: 'other', name: round.name })
      },
      () => {
        if (!control.signal.aborted) done({ file: file.name, outcome: 'failed' })
      },
    )
  }
  const begin = (files: readonly File[]) => {
    if (files.length === 0) return
    if (merging.status === 'reading') {
      waiting.current = [...waiting.current, ...files]
      return
    }
    setResults([])
    waiting.current = files
    readNext()
  }
  const take = (opened: OpenedReview) => {
    takeReviewFile(opened)
    const { fresh, conflicts } = opened.preview
    done({ file: opened.read.file, outcome: 'merged', lines: fresh.length, conflicts })
  }
  return (
    <div className="rvl-merge">
      <h3>{words.merge}</h3>
      {merging.status !== 'shown' && (
        <DropZone
          invitation={words.drop}
          pick={words.pick}
          accept=".parboard-review"
          hint={words.dropHint}
          take={begin}
        />
      )}
      <div role="status">{merging.status === 'reading' && <p>{words.reading}</p>}</div>
      <MergeOutcome results={results} />
      {merging.status === 'shown' && (
        <MergeLook
          opened={merging.opened}
          names={names}
          takeOver={() => take(merging.opened)}
          leave={() => done({ file: merging.opened.read.file, outcome: 'left' })}
        />
      )}
    </div>
  )
}
