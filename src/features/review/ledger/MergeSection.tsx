import { useEffect, useRef, useState } from 'react'
import type { Problem } from '../../../model/problem.ts'
import { type OpenedReview, openReviewFile, takeReviewFile } from '../../../state/review/openReviewFile.ts'
import type { OpenRound } from '../../../state/review/openRound.ts'
import { DropZone } from '../../../ui/DropZone.tsx'
import { formatNumber } from '../../../ui/formatNumber.ts'
import { useLanguage, useText } from '../../../ui/language.tsx'
import { Mark } from '../../../ui/Mark.tsx'
import type { EntryNames } from './entryNames.ts'
import { MergeLook } from './MergeLook.tsx'
import { reviewerWords } from './reviewerWords.ts'

type Merging =
  | { readonly status: 'idle' | 'reading' | 'failed' }
  | { readonly status: 'refused'; readonly problems: readonly Problem[] }
  /** A file of another round. */
  | { readonly status: 'other'; readonly name: string | null }
  | { readonly status: 'shown'; readonly opened: OpenedReview }
  | { readonly status: 'merged'; readonly lines: number }

/** A file that came back: what it would add is shown first, and nothing changes before somebody says so. */
export function MergeSection({ open, names }: { open: OpenRound; names: EntryNames }) {
  const words = useText(reviewerWords)
  const language = useLanguage()
  const [merging, setMerging] = useState<Merging>({ status: 'idle' })
  const running = useRef<AbortController | null>(null)
  /** Files that were given together are looked at one after the other. */
  const waiting = useRef<readonly File[]>([])
  useEffect(() => () => running.current?.abort(), [])
  const count = (number: number) => formatNumber(String(number), language)
  const readAll = ([file, ...rest]: readonly File[]) => {
    waiting.current = rest
    if (file) read(file)
  }
  const read = (file: File) => {
    running.current?.abort()
    const control = new AbortController()
    running.current = control
    setMerging({ status: 'reading' })
    openReviewFile(file, control.signal).then(
      opening => {
        if (control.signal.aborted) return
        if (!opening.ok) return setMerging({ status: 'refused', problems: opening.problems })
        const { round } = opening.opened.read
        setMerging(
          round.id === open.round.id
            ? { status: 'shown', opened: opening.opened }
            : { status: 'other', name: round.name },
        )
      },
      () => {
        if (!control.signal.aborted) setMerging({ status: 'failed' })
      },
    )
  }
  const take = (opened: OpenedReview) => {
    takeReviewFile(opened)
    setMerging({ status: 'merged', lines: opened.preview.fresh.length })
    readAll(waiting.current)
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
          take={readAll}
        />
      )}
      <div role="status">
        {merging.status === 'reading' && <p>{words.reading}</p>}
        {merging.status === 'other' && (
          <p className="lost">
            <Mark kind="error" size={13} />
            {words.otherRound(merging.name)}
          </p>
        )}
        {merging.status === 'failed' && <p className="lost">{words.readFailed}</p>}
        {merging.status === 'merged' && (
          <p>
            <Mark kind="reached" size={13} />
            {words.merged(count(merging.lines))}
          </p>
        )}
      </div>
      {merging.status === 'refused' && (
        <div role="alert">
          <ul className="rvl-refused">
            {merging.problems.map(({ path, code, message }) => (
              <li key={`${path} ${code}`}>
                <Mark kind="error" size={13} />
                {message[language]} {path !== '' && <code>{path}</code>}
              </li>
            ))}
          </ul>
        </div>
      )}
      {merging.status === 'shown' && (
        <MergeLook
          opened={merging.opened}
          names={names}
          takeOver={() => take(merging.opened)}
          leave={() => {
            setMerging({ status: 'idle' })
            readAll(waiting.current)
          }}
        />
      )}
    </div>
  )
}
