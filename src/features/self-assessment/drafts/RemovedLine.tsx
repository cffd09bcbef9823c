import type { Agency } from '../../../model/agency.ts'
import type { Catalogue } from '../../../model/catalogue.ts'
import type { Draft } from '../../../model/draft.ts'
import { restoreDeleted } from '../../../state/assessment/draftLibrary.ts'
import { Icon } from '../../../ui/Icon.tsx'
import { useLanguage, useText } from '../../../ui/language.tsx'
import { draftNames } from './draftNames.ts'
import { draftsWords } from './words.ts'

/** Drafts deleted since the page was loaded, each with the way back. */
export function RemovedLine({
  removed,
  catalogue,
  agencies,
}: {
  removed: readonly Draft[]
  catalogue: Catalogue
  agencies: ReadonlyMap<string, Agency>
}) {
  const words = useText(draftsWords)
  const language = useLanguage()
  return (
    <ul className="sa-removed" role="status">
      {removed.toReversed().map(draft => {
        const { short } = draftNames(draft, { catalogue, agencies, words, language })
        return (
          <li key={draft.id}>
            <span>
              <b>{words.removed(short)}</b> {words.removedHint}
            </span>
            <button type="button" className="link-button" onClick={() => restoreDeleted(draft)}>
              <Icon name="undo" size={16} /> {words.undo}
              <span className="visually-hidden"> {short}</span>
            </button>
          </li>
        )
      })}
    </ul>
  )
}
