import { useNavigate, useRouterState, useSearch } from '@tanstack/react-router'
import type { Catalogue } from '../model/catalogue.ts'
import { periodName } from '../receipt/periodName.ts'
import type { Selection } from '../state/useScoredView.ts'
import { pickName, useLanguage, useText } from '../ui/language.tsx'
import { screenAt } from './screens.ts'
import type { Search } from './search.ts'
import { choose, selectionOf } from './selection.ts'
import { useTitle } from './useTitle.ts'
import { appWords } from './words.ts'

/** What the address selects on a screen of rule set, period, agency and stage, and how to change it. */
export function useSelection(catalogue: Catalogue) {
  const search = useSearch({ from: '__root__' })
  const navigate = useNavigate()
  const selection = selectionOf(catalogue, search)
  /** Lays something over the address; `replace` leaves no step to go back to. */
  const change = (next: Search, how: 'push' | 'replace' = 'push') =>
    void navigate({
      to: '.',
      search: (previous: Search) => ({ ...previous, ...next }),
      replace: how === 'replace',
      // What the step was taken with belongs to it still.
      ...(how === 'replace' ? { state: true as const } : {}),
    })
  const go = (next: Selection) =>
    void navigate({
      to: '.',
      search: (previous: Search) => ({
        ...previous,
        ruleSet: next.ruleSetId,
        period: next.period,
        agency: next.agencyId,
        stage: next.stage,
        // Another rule set has other criteria; a closed panel stays closed.
        criterion:
          next.ruleSetId === selection.ruleSetId || previous.criterion === 'none'
            ? previous.criterion
            : undefined,
      }),
    })
  return {
    search,
    selection,
    change,
    go,
    choose: (wish: Partial<Selection>) => go(choose(catalogue, selection, wish)),
  }
}

/** Names the browser's tab after what is shown. */
export function useSelectionTitle(catalogue: Catalogue, selection: Selection, subject: string | undefined) {
  const language = useLanguage()
  const words = useText(appWords)
  const screen = screenAt(useRouterState({ select: state => state.location.pathname }))
  // Tổng quan is what the others are seen from: its name would say nothing more.
  const screenName = screen && screen.to !== '/' ? words[screen.word] : undefined
  const ruleSet = catalogue.ruleSets.find(entry => entry.id === selection.ruleSetId)
  const shortTitle = ruleSet ? pickName(language, ruleSet.shortTitle, ruleSet.shortTitleEn) : ''
  useTitle(screenName, subject, shortTitle, periodName(selection.period, language))
}
