import { Link } from '@tanstack/react-router'
import { OverviewScreen } from '../features/overview/OverviewScreen.tsx'
import { useScoredView } from '../state/useScoredView.ts'
import { LazyScoredOffers } from './exports/LazyScoredOffers.tsx'
import { hrefTo } from './hrefTo.ts'
import { SelectionFrame } from './SelectionFrame.tsx'
import type { Search } from './search.ts'
import { useIsWide } from './useIsWide.ts'
import { useSelection, useSelectionTitle } from './useSelection.ts'
import { type LoadedCatalogue, WithCatalogue } from './WithCatalogue.tsx'

/** Loads what the address names and hands it to the overview; says what is wrong when it cannot. */
export function OverviewRoute() {
  return <WithCatalogue>{loaded => <Loaded {...loaded} />}</WithCatalogue>
}

function Loaded({ catalogue, agencies, directory }: LoadedCatalogue) {
  const selected = useSelection(catalogue)
  const { search, selection, change } = selected
  const isWide = useIsWide()
  const state = useScoredView(catalogue, selection)
  const view = state.status === 'ready' ? state.view : null
  useSelectionTitle(catalogue, selection, view?.agency?.shortName ?? view?.agency?.name)
  return (
    <SelectionFrame
      catalogue={catalogue}
      agencies={agencies}
      selected={selected}
      stages={view?.stages ?? []}
      stage={view?.sheet.stage ?? null}
      state={state}
    >
      <LazyScoredOffers view={view} />
      {state.status === 'ready' && (
        <OverviewScreen
          view={state.view}
          state={{
            criterion: search.criterion,
            table: search.table,
            rows: search.rows,
            readings: search.readings,
            area: search.area,
            filter: search.filter,
          }}
          change={change}
          isWide={isWide}
          linkToDocument={linkToDocument}
          rankSource={
            directory && {
              catalogue,
              directory,
              selection,
              hrefOfGroup: group =>
                hrefTo('/agencies', {
                  ruleSet: selection.ruleSetId,
                  period: selection.period,
                  agency: selection.agencyId,
                  stage: selection.stage,
                  group,
                  lang: search.lang,
                }),
            }
          }
        />
      )}
    </SelectionFrame>
  )
}

/** Opens the document a figure comes from, with the view kept for the way back. */
export const linkToDocument = (document: string, label: string) => (
  <Link to="/sources" search={(previous: Search) => ({ ...previous, document })}>
    {label}
  </Link>
)
