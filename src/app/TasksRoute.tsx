import { useSearch } from '@tanstack/react-router'
import { TasksScreen } from '../features/tasks/TasksScreen.tsx'
import { useDocuments } from '../state/useScoredView.ts'
import { useText } from '../ui/language.tsx'
import { linkToDocument } from './OverviewRoute.tsx'
import { ScreenBar } from './ScreenBar.tsx'
import { Failed, Loading } from './ScreenStates.tsx'
import { useChangeAddress } from './useChangeAddress.ts'
import { useTitle } from './useTitle.ts'
import { type LoadedCatalogue, WithCatalogue } from './WithCatalogue.tsx'
import { appWords } from './words.ts'

/** Nhiệm vụ: what plans and remedial plans give to whom, by when. */
export function TasksRoute() {
  const { tasks } = useText(appWords)
  useTitle(tasks)
  return (
    <>
      <ScreenBar>
        <p className="screen-name">{tasks}</p>
      </ScreenBar>
      <WithCatalogue>{loaded => <Loaded {...loaded} />}</WithCatalogue>
    </>
  )
}

function Loaded({ catalogue, directory }: LoadedCatalogue) {
  const search = useSearch({ from: '__root__' })
  const change = useChangeAddress()
  const { documents, problems, retry } = useDocuments(catalogue)
  if (problems.length > 0) return <Failed problems={problems} retry={retry} />
  if (!directory || !documents) return <Loading />
  return (
    <TasksScreen
      catalogue={catalogue}
      directory={directory}
      documents={documents}
      address={search}
      change={change}
      linkToDocument={linkToDocument}
    />
  )
}
