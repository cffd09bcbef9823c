import { useRouter } from '@tanstack/react-router'
import { PresentScreen } from '../features/present/PresentScreen.tsx'
import type { AgencyDirectory } from '../model/agency.ts'
import type { Catalogue } from '../model/catalogue.ts'
import { useDeckSource } from '../state/deck/useDeckSource.ts'
import { linkToDocument } from './OverviewRoute.tsx'
import { useOverlay } from './overlay.ts'
import { Loading } from './ScreenStates.tsx'
import { SelectionFrame } from './SelectionFrame.tsx'
import { useSelection, useSelectionTitle } from './useSelection.ts'
import { WithCatalogue } from './WithCatalogue.tsx'

/** Trình chiếu: slides of what the address selects. */
export function PresentRoute() {
  return (
    <WithCatalogue>
      {({ catalogue, directory }) =>
        directory ? <Loaded catalogue={catalogue} directory={directory} /> : <Loading />
      }
    </WithCatalogue>
  )
}

function Loaded({ catalogue, directory }: { catalogue: Catalogue; directory: AgencyDirectory }) {
  const selected = useSelection(catalogue)
  const { search, selection, change } = selected
  const router = useRouter()
  const show = useOverlay(each => each.show)
  const state = useDeckSource(catalogue, directory, selection, search.group, search.deck)
  const view = state.status === 'ready' ? state.source.view : null
  useSelectionTitle(catalogue, selection, view?.agency?.shortName ?? view?.agency?.name)
  const isStartedElsewhere = router.history.location.state.startedElsewhere === true
  return (
    <SelectionFrame
      catalogue={catalogue}
      agencies={directory.agencies}
      selected={selected}
      stages={view?.stages ?? []}
      stage={view?.sheet.stage ?? null}
      state={state}
    >
      {state.status === 'ready' && (
        <PresentScreen
          source={state.source}
          address={search}
          change={change}
          leave={isStartedElsewhere ? () => router.history.back() : null}
          linkToDocument={linkToDocument}
          takeAway={() => show('export')}
        />
      )}
    </SelectionFrame>
  )
}
