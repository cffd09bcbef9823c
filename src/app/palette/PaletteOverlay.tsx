import { useQuery } from '@tanstack/react-query'
import { useNavigate, useRouterState, useSearch } from '@tanstack/react-router'
import { useMemo } from 'react'
import { Palette } from '../../features/palette/Palette.tsx'
import { documentsQuery, ruleSetQuery, submissionsQuery } from '../../io/queries.ts'
import type { Catalogue } from '../../model/catalogue.ts'
import { stagesOf } from '../../model/stages.ts'
import { usePreferences } from '../../state/preferences.ts'
import { useCatalogue } from '../../state/useScoredView.ts'
import { useLanguage, useText } from '../../ui/language.tsx'
import { useOverlay } from '../overlay.ts'
import { screenAt, toAnotherScreen } from '../screens.ts'
import { selectionOf } from '../selection.ts'
import { useSetLanguage } from '../useSetLanguage.ts'
import { paletteEntries } from './paletteEntries.ts'
import type { Action, AppEntry } from './targets.ts'
import { targetWords } from './words.ts'

const none: readonly never[] = []

/** The palette over whatever screen is open. What it lists is read while it is already there to be typed in. */
export function PaletteOverlay() {
  const { catalogue, agencies, problems, directoryProblems } = useCatalogue()
  const lists = useLists(catalogue)
  const language = useLanguage()
  const search = useSearch({ from: '__root__' })
  const pathname = useRouterState({ select: state => state.location.pathname })
  const theme = usePreferences(state => state.theme)
  const recent = usePreferences(state => state.recent)
  const remember = usePreferences(state => state.rememberChoice)
  const show = useOverlay(state => state.show)
  const navigate = useNavigate()
  const act = useAction()
  const { ruleSet, documents, stages } = lists
  const screen = screenAt(pathname)?.to ?? '/'
  const entries = useMemo(() => {
    if (!catalogue) return none
    const selection = selectionOf(catalogue, search)
    return paletteEntries({
      screen,
      search,
      selection,
      catalogue,
      agencies,
      ruleSet,
      documents,
      stages,
      theme,
      language,
    })
  }, [screen, search, catalogue, agencies, ruleSet, documents, stages, theme, language])

  const choose = ({ id, kind, target: find }: AppEntry) => {
    const target = find()
    show(null)
    remember(id)
    if (target.is === 'action') {
      // The page has to be itself again before it is printed or covered by the help.
      setTimeout(() => act(target.action))
      return
    }
    void navigate({ to: target.to, search: () => target.search })
    // A receipt takes care of itself; whatever else changed the whole screen begins at its heading.
    if (target.to === screen && kind !== 'criterion') setTimeout(focusHeading)
  }
  const failed = problems.length > 0 || directoryProblems.length > 0 || lists.failed
  const isWaiting = !catalogue || agencies.length === 0 || lists.isWaiting
  return (
    <Palette
      entries={entries}
      recent={recent}
      typedBefore={() => useOverlay.getState().typed}
      status={failed ? 'incomplete' : isWaiting ? 'loading' : 'ready'}
      choose={choose}
      close={() => show(null)}
    />
  )
}

/** Criteria, documents and stages of what is shown. */
function useLists(catalogue: Catalogue | null) {
  const search = useSearch({ from: '__root__' })
  const selection = catalogue && selectionOf(catalogue, search)
  const ruleSetPath = catalogue?.ruleSets.find(entry => entry.id === selection?.ruleSetId)?.path
  const submissionPath = catalogue?.submissions.find(
    entry =>
      entry.ruleSetId === selection?.ruleSetId &&
      entry.period === selection.period &&
      entry.agencyId === selection.agencyId,
  )?.path
  const ruleSet = useQuery({ ...ruleSetQuery(ruleSetPath ?? ''), enabled: ruleSetPath !== undefined })
  const documents = useQuery({
    ...documentsQuery(catalogue?.documents ?? ''),
    enabled: catalogue !== null,
  })
  const submissions = useQuery({
    ...submissionsQuery(submissionPath ?? ''),
    enabled: submissionPath !== undefined,
  })
  const submission = submissions.data?.find(each => each.agencyId === selection?.agencyId)
  const stages = useMemo(() => (submission ? stagesOf(submission) : none), [submission])
  return {
    ruleSet: ruleSet.data ?? null,
    documents: documents.data ?? none,
    stages,
    failed: ruleSet.isError || documents.isError || submissions.isError,
    isWaiting: ruleSet.isLoading || documents.isLoading || submissions.isLoading,
  }
}

function useAction() {
  const navigate = useNavigate()
  const words = useText(targetWords)
  const setTheme = usePreferences(state => state.setTheme)
  const setLanguage = useSetLanguage()
  const { show, say } = useOverlay.getState()
  return (action: Action) => {
    switch (action.is) {
      case 'theme':
        return setTheme(action.theme)
      case 'language':
        return setLanguage(action.language)
      case 'print':
        return window.print()
      case 'help':
        return show('help')
      case 'takeAway':
        return show('export')
      case 'checkFile':
        return void navigate({ to: '/exchange', search: toAnotherScreen }).then(() =>
          focusLater('check-file'),
        )
      case 'copy':
        // Away from https a browser has no clipboard at all.
        return void (navigator.clipboard?.writeText(window.location.href) ?? Promise.reject()).then(
          () => say(words.copied),
          () => say(words.notCopied),
        )
    }
  }
}

function focusHeading() {
  const heading = document.querySelector<HTMLElement>('.view h1')
  if (!heading) return
  heading.tabIndex = -1
  heading.focus({ preventScroll: true })
}

/** The part with an id, once its screen is loaded; not for longer than somebody would wait. */
function focusLater(id: string, tries = 60) {
  const element = document.getElementById(id)
  if (element) element.focus()
  else if (tries > 0) setTimeout(() => focusLater(id, tries - 1), 50)
}
