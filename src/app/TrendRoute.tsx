import { TrendScreen } from '../features/trend/TrendScreen.tsx'
import { useTrendView } from '../state/useTrendView.ts'
import { hrefTo } from './hrefTo.ts'
import { linkToDocument } from './OverviewRoute.tsx'
import { SelectionFrame } from './SelectionFrame.tsx'
import { useSelection, useSelectionTitle } from './useSelection.ts'
import { type LoadedCatalogue, WithCatalogue } from './WithCatalogue.tsx'

/** Xu hướng: one agency through its periods. */
export function TrendRoute() {
  return <WithCatalogue>{loaded => <Loaded {...loaded} />}</WithCatalogue>
}

function Loaded({ catalogue, agencies }: LoadedCatalogue) {
  const selected = useSelection(catalogue)
  const { search, selection, change } = selected
  const state = useTrendView(catalogue, selection, search)
  const view = state.status === 'ready' ? state.view : null
  const agency = agencies.find(each => each.id === selection.agencyId)
  useSelectionTitle(catalogue, selection, agency?.shortName ?? agency?.name)
  const read = view?.totals.points.find(
    point => point.ruleSetId === view.selected.ruleSetId && point.period === view.selected.period,
  )
  return (
    <SelectionFrame
      catalogue={catalogue}
      agencies={agencies}
      selected={selected}
      stages={view?.stages ?? []}
      stage={selection.stage ?? read?.stage ?? null}
      state={state}
    >
      {view && (
        <TrendScreen
          view={view}
          agencyName={agency?.name ?? selection.agencyId}
          state={search}
          change={change}
          hrefOf={({ ruleSetId, period, agencyId }) =>
            hrefTo('/', {
              ruleSet: ruleSetId,
              period,
              agency: agencyId,
              stage: selection.stage,
              lang: search.lang,
            })
          }
          linkToDocument={linkToDocument}
        />
      )}
    </SelectionFrame>
  )
}
