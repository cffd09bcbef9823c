import { useCallback, useMemo } from 'react'
import { AgenciesScreen } from '../features/agencies/AgenciesScreen.tsx'
import type { AgencyTarget } from '../features/agencies/agenciesState.ts'
import type { AgencyDirectory } from '../model/agency.ts'
import type { Catalogue } from '../model/catalogue.ts'
import { useCohortChanges } from '../state/useCohortChanges.ts'
import { comparedGroups, earlierPeriods, useCohortHistory, useCohortView } from '../state/useCohortView.ts'
import { pickName, useLanguage, useText } from '../ui/language.tsx'
import { hrefTo } from './hrefTo.ts'
import { NothingToCompare } from './NothingToCompare.tsx'
import { Failed, Loading } from './ScreenStates.tsx'
import { Picker, TopBar } from './TopBar.tsx'
import { useSelection, useSelectionTitle } from './useSelection.ts'
import { WithCatalogue } from './WithCatalogue.tsx'
import { appWords } from './words.ts'

/** Đơn vị: agencies of one kind beside each other. */
export function AgenciesRoute() {
  return (
    <WithCatalogue>
      {({ catalogue, directory }) =>
        directory ? <Loaded catalogue={catalogue} directory={directory} /> : <Loading />
      }
    </WithCatalogue>
  )
}

function Loaded({ catalogue, directory }: { catalogue: Catalogue; directory: AgencyDirectory }) {
  const words = useText(appWords)
  const language = useLanguage()
  const { search, selection, change, choose } = useSelection(catalogue)
  const key = {
    ruleSetId: selection.ruleSetId,
    period: selection.period,
    stage: selection.stage ?? null,
  }
  const state = useCohortView(catalogue, directory, key)
  const groups = comparedGroups(catalogue, directory, selection.ruleSetId)
  const asked = groups.find(each => each.groupId === search.group)
  // Without a wish, the group of the agency that was being read.
  const shown = asked ?? groups.find(each => each.agencyIds.includes(selection.agencyId)) ?? groups[0]
  const { ruleSetId, period, stage } = selection
  const groupId = shown?.groupId
  const periods = useMemo(() => {
    const own = comparedGroups(catalogue, directory, ruleSetId).find(each => each.groupId === groupId)
    return earlierPeriods(catalogue, own?.agencyIds ?? [], { ruleSetId, period })
  }, [catalogue, directory, groupId, ruleSetId, period])
  // The latest first: the change since then is read before the line through all of them.
  const history = useCohortHistory(catalogue, directory, key, state.status === 'ready' ? periods : [])
  const changes = useCohortChanges(state.status === 'ready' ? state.view : null, history, periods[0])
  const earlier = useMemo(
    () => ({ history, periods: periods.toReversed(), changes }),
    [history, periods, changes],
  )
  const { lang } = search
  const hrefOf = useCallback(
    ({ screen, agencyId, criterionId }: AgencyTarget) =>
      hrefTo(screen, { ruleSet: ruleSetId, period, agency: agencyId, stage, criterion: criterionId, lang }),
    [ruleSetId, period, stage, lang],
  )
  const nameOf = (id: string) => {
    const group = directory.groups.find(each => each.id === id)
    return group ? pickName(language, group.name, group.nameEn) : id
  }
  const view = state.status === 'ready' ? state.view : null
  useSelectionTitle(catalogue, selection, shown && nameOf(shown.groupId))
  return (
    <>
      <TopBar
        catalogue={catalogue}
        agencies={directory.agencies}
        selection={selection}
        stages={view?.stages ?? []}
        stage={view && (view.stages.find(each => each === view.stage) ?? view.stages.at(-1) ?? null)}
        choose={choose}
      >
        {shown && (
          <Picker
            label={words.group}
            width={2}
            value={shown.groupId}
            change={group => change({ group, with: undefined })}
          >
            {groups.map(each => (
              <option key={each.groupId} value={each.groupId}>
                {nameOf(each.groupId)}
              </option>
            ))}
          </Picker>
        )}
      </TopBar>
      {state.status === 'loading' && <Loading />}
      {state.status === 'failed' && <Failed problems={state.problems} retry={state.retry} />}
      {state.status === 'empty' && (
        <NothingToCompare catalogue={catalogue} directory={directory} selection={selection} choose={choose} />
      )}
      {state.status === 'ready' && shown && (
        <AgenciesScreen
          view={state.view}
          ruleSet={state.ruleSet}
          groupId={shown.groupId}
          earlier={earlier}
          catalogue={catalogue}
          directory={directory}
          state={search}
          change={change}
          hrefOf={hrefOf}
        />
      )}
    </>
  )
}
