import { useId, useState } from 'react'
import type { Draft } from '../../../model/draft.ts'
import { type Renaming, renameDraft } from '../../../state/assessment/draftLibrary.ts'
import { useText } from '../../../ui/language.tsx'
import { Mark } from '../../../ui/Mark.tsx'
import { draftsWords } from './words.ts'

/** Longest name a list still shows in two lines. */
const longestName = 120

/** A name of its own for a draft, or none. */
export function RenameForm({ draft, done }: { draft: Draft; done: () => void }) {
  const words = useText(draftsWords)
  const id = useId()
  const [name, setName] = useState(draft.name ?? '')
  const [problem, setProblem] = useState<Exclude<Renaming, 'renamed'> | null>(null)
  const rename = async () => {
    const answer = await renameDraft(draft.id, name)
    if (answer === 'renamed') done()
    else setProblem(answer)
  }
  return (
    <form
      className="sa-row-form"
      onSubmit={event => {
        event.preventDefault()
        setProblem(null)
        void rename()
      }}
      onKeyDown={event => {
        if (event.key === 'Escape') done()
      }}
    >
      <label htmlFor={id}>{words.newName}</label>
      <input
        id={id}
        type="text"
        value={name}
        maxLength={longestName}
        autoComplete="off"
        aria-describedby={`${id}-hint`}
        // biome-ignore lint/a11y/noAutofocus: its owner has just asked for it
        autoFocus
        onChange={event => setName(event.target.value)}
      />
      <small id={`${id}-hint`}>{words.newNameHint}</small>
      {problem && (
        <p role="alert" className="sa-draft-warning">
          <Mark kind="warning" size={14} />
          {words.renameProblem[problem]}
        </p>
      )}
      <div className="sa-row-buttons">
        <button type="submit" className="button primary">
          {words.save}
        </button>
        <button type="button" className="button" onClick={done}>
          {words.cancel}
        </button>
      </div>
    </form>
  )
}
