import { useId } from 'react'
import { useText } from '../../../ui/language.tsx'
import { entryWords } from './entryWords.ts'

/** Source and the button under a table of entries: writes one line an agency, or says what is in the way. */
export function EntryFoot({
  source,
  setSource,
  changed,
  problem,
  said,
  write,
  discard,
}: {
  source: string
  setSource: (text: string) => void
  /** Rows that would be written, as a number in words. */
  changed: string | null
  problem: string | null
  said: string | null
  write: () => void
  discard: () => void
}) {
  const words = useText(entryWords)
  const id = useId()
  return (
    <div className="rvs-entry-foot">
      <label htmlFor={id}>{words.source}</label>
      <input
        id={id}
        value={source}
        maxLength={300}
        placeholder={words.sourceHint}
        aria-describedby={`${id}-hint ${id}-problem`}
        onChange={event => setSource(event.target.value)}
      />
      <small id={`${id}-hint`} className="visually-hidden">
        {words.sourceHint}
      </small>
      <div>
        <button type="button" className="button primary" disabled={changed === null} onClick={write}>
          {changed === null ? words.nothing : words.write(changed)}
        </button>
        {changed !== null && (
          <button type="button" className="link-button" onClick={discard}>
            {words.discard}
          </button>
        )}
      </div>
      <p id={`${id}-problem`} className="rvs-failed" role="alert">
        {problem}
      </p>
      <p role="status" className="rvs-written">
        {said}
      </p>
    </div>
  )
}
