import { CriteriaScreen } from '../features/criteria/CriteriaScreen.tsx'
import { useCriteriaView } from '../state/useCriteriaView.ts'
import { useScoredView } from '../state/useScoredView.ts'
import { linkToDocument } from './OverviewRoute.tsx'
import { EmptySelection, Failed, Loading } from './ScreenStates.tsx'
import { TopBar } from './TopBar.tsx'
import { useIsWide } from './useIsWide.ts'
import { useSelection, useSelectionTitle } from './useSelection.ts'
import { type LoadedCatalogue, WithCatalogue } from './WithCatalogue.tsx'

/** Tiêu chí: the whole criteria tree of one submission. */
export function CriteriaRoute() {
  return <WithCatalogue>{loaded => <Loaded {...loaded} />}</WithCatalogue>
}

function Loaded({ catalogue, agencies }: LoadedCatalogue) {
  const { search, selection, change, go, choose } = useSelection(catalogue)
  const isWide = useIsWide()
  const state = useScoredView(catalogue, selection)
  const view = state.status === 'ready' ? state.view : null
  const table = useCriteriaView(view)
  useSelectionTitle(catalogue, selection, view?.agency?.shortName ?? view?.agency?.name)
  return (
    <>
      <TopBar
        catalogue={catalogue}
        agencies={agencies}
        selection={selection}
        stages={view?.stages ?? []}
        stage={view?.sheet.stage ?? null}
        choose={choose}
      />
      {(state.status === 'loading' || (view && !table)) && <Loading />}
      {state.status === 'failed' && <Failed problems={state.problems} retry={state.retry} />}
      {state.status === 'empty' && (
        <EmptySelection catalogue={catalogue} agencies={agencies} selection={selection} go={go} />
      )}
      {view && table && (
        <CriteriaScreen
          view={view}
          table={table}
          state={search}
          change={change}
          isWide={isWide}
          linkToDocument={linkToDocument}
        />
      )}
    </>
  )
}
