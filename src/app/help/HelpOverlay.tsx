import { useSearch } from '@tanstack/react-router'
import { engineVersion } from '../../scoring/writeSheet.ts'
import { useCatalogue } from '../../state/useScoredView.ts'
import { pickName, useLanguage } from '../../ui/language.tsx'
import { useOverlay } from '../overlay.ts'
import { selectionOf } from '../selection.ts'
import { Help } from './Help.tsx'

/** The help with what it says of the open view. */
export function HelpOverlay() {
  const { catalogue } = useCatalogue()
  const language = useLanguage()
  const search = useSearch({ from: '__root__' })
  const show = useOverlay(state => state.show)
  const id = catalogue && selectionOf(catalogue, search).ruleSetId
  const ruleSet = catalogue?.ruleSets.find(entry => entry.id === id)
  return (
    <Help
      engineVersion={engineVersion}
      ruleSet={
        ruleSet
          ? {
              title: pickName(language, ruleSet.shortTitle, ruleSet.shortTitleEn),
              version: ruleSet.version,
            }
          : null
      }
      close={() => show(null)}
    />
  )
}
