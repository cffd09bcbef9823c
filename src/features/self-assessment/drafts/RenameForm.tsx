import { useId, useState } from 'react'
import type { Draft } from '../../../model/draft.ts'
import { renameDraft } from '../../../state/assessment/draftLibrary.ts'
import { useText } from '../../../ui/language.tsx'
import { draftsWords } from './words.ts'

/** Longest name a list still shows in two lines. */
const longestName = 120

/** A name of its own for a draft, or none. */
export function RenameForm({ draft, done }: { draft: Draft; done: () => void }) {
  const words = useText(draftsWords)
  const id = useId()
  const [name, setName] = useState(draft.name ?? '')
  return (
    <form
      className="sa-row-form"
      onSubmit={event => {
        event.preventDefault()
        void renameDraft(draft.id, name)
        done()
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
