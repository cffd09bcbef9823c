import { CriteriaScreen } from '../features/criteria/CriteriaScreen.tsx'
import { useCriteriaView } from '../state/useCriteriaView.ts'
import { useScoredView } from '../state/useScoredView.ts'
import { LazyScoredOffers } from './exports/LazyScoredOffers.tsx'
import { linkToDocument } from './OverviewRoute.tsx'
import { SelectionFrame } from './SelectionFrame.tsx'
import { useIsWide } from './useIsWide.ts'
import { useSelection, useSelectionTitle } from './useSelection.ts'
import { type LoadedCatalogue, WithCatalogue } from './WithCatalogue.tsx'

/** Tiêu chí: the whole criteria tree of one submission. */
export function CriteriaRoute() {
  return <WithCatalogue>{loaded => <Loaded {...loaded} />}</WithCatalogue>
}

function Loaded({ catalogue, agencies }: LoadedCatalogue) {
  const selected = useSelection(catalogue)
  const { search, selection, change } = selected
  const isWide = useIsWide()
  const state = useScoredView(catalogue, selection)
  const view = state.status === 'ready' ? state.view : null
  const table = useCriteriaView(view)
  useSelectionTitle(catalogue, selection, view?.agency?.shortName ?? view?.agency?.name)
  return (
    <SelectionFrame
      catalogue={catalogue}
      agencies={agencies}
      selected={selected}
      stages={view?.stages ?? []}
      stage={view?.sheet.stage ?? null}
      state={view && !table ? { status: 'loading' } : state}
    >
      <LazyScoredOffers view={view} />
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
    </SelectionFrame>
  )
}
