import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { documentsQuery } from '../../io/queries.ts'
import type { AgencyDirectory } from '../../model/agency.ts'
import type { Catalogue } from '../../model/catalogue.ts'
import { useAllRemedies, useTaskLedger } from '../review/useTaskLedger.ts'
import { agenciesOn } from '../tasks/agenciesOf.ts'
import { useTasksView } from '../tasks/useTasksView.ts'
import { cohortQuery, comparedGroups } from '../useCohortView.ts'
import { contributionQuery, parentOf } from '../useContribution.ts'
import { type ScoredView, type Selection, useScoredView } from '../useScoredView.ts'
import { type DeckFiles, deckFiles } from './deckFiles.ts'
import { questionOf } from './deckQuestion.ts'
import type { DeckState } from './deckSource.ts'
import { deckTasks } from './deckTasks.ts'
import { useDeckTrend } from './useDeckTrend.ts'

const vietnam = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh' })

const noDocuments: readonly never[] = []
const nothing: DeckFiles = { submissions: [], earlier: [], parts: [] }

/**
 * What a deck of a selection is made of as the page stands now. It waits until everything is there, for slides that
 * come in one by one would be frozen half.
 * @param enabled false: nothing is loaded or scored
 */
export function useLiveSource(
  catalogue: Catalogue,
  directory: AgencyDirectory,
  selection: Selection,
  groupId: string | undefined,
  enabled: boolean,
): DeckState {
  // An empty catalogue is answered at once, whatever is asked of it.
  const asked = useMemo(
    () => (enabled ? catalogue : { ...catalogue, ruleSets: [], submissions: [], plans: [] }),
    [catalogue, enabled],
  )
  const scored = useScoredView(asked, selection)
  const view = scored.status === 'ready' ? scored.view : null
  const next = useNext(view)
  const cohort = useGroup(asked, directory, selection, groupId, view)
  const trend = useDeckTrend(asked, selection, view !== null)
  const tasks = useTasks(asked, directory, selection.agencyId)
  const files = useFiles(asked, directory, selection, view !== null)
  const isReady =
    !next.isWaiting && !cohort.isWaiting && !trend.isWaiting && !tasks.isWaiting && !files.isWaiting
  const { ruleSetId, period, agencyId, stage } = selection
  const source = useMemo(
    () =>
      view && isReady
        ? {
            frozenAt: new Date().toISOString(),
            asked: questionOf({ ruleSetId, period, agencyId, stage }, groupId),
            view,
            next: next.value,
            cohort: cohort.value,
            contribution: cohort.contribution,
            trend: trend.value,
            tasks: tasks.value,
            directory,
            ...files.value,
          }
        : null,
    [
      view,
      isReady,
      ruleSetId,
      period,
      agencyId,
      stage,
      groupId,
      next.value,
      cohort.value,
      cohort.contribution,
      trend.value,
      tasks.value,
      directory,
      files.value,
    ],
  )
  if (scored.status === 'ready') return source ? { status: 'ready', source } : { status: 'loading' }
  return scored
}

const none: readonly never[] = []

/** What to do next; nothing where the solver cannot be loaded. */
function useNext(view: ScoredView | null) {
  const engine = useQuery({
    queryKey: ['engine', 'next'],
    queryFn: () => import('../nextActions.ts'),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
    enabled: view !== null,
  })
  const value = useMemo(
    () => (engine.data && view ? engine.data.nextActionsOf(view) : none),
    [engine.data, view],
  )
  return { value, isWaiting: engine.isLoading }
}

/** The group that is asked for, the subject's own, or that of the agencies below it; and what these cost above. */
function useGroup(
  catalogue: Catalogue,
  directory: AgencyDirectory,
  selection: Selection,
  groupId: string | undefined,
  view: ScoredView | null,
) {
  const { ruleSetId, period, agencyId, stage } = selection
  const groups = comparedGroups(catalogue, directory, ruleSetId)
  const below = (ids: readonly string[]) =>
    directory.agencies.some(agency => ids.includes(agency.id) && agency.parentId === agencyId)
  const chosen =
    groups.find(each => each.groupId === groupId) ??
    groups.find(each => each.agencyIds.includes(agencyId)) ??
    groups.find(each => below(each.agencyIds))
  const cohort = useQuery({
    ...cohortQuery(catalogue, directory, { ruleSetId, period, stage: stage ?? null }),
    enabled: view !== null && chosen !== undefined,
  })
  const group = cohort.data?.groups.find(each => each.groupId === chosen?.groupId)
  const isUsable = group !== undefined && group.rows.length + group.notSubmitted.length > 1
  const parentId = isUsable ? parentOf(directory, group) : null
  const contribution = useQuery({
    queryKey: ['deck', 'contribution', ruleSetId, period, stage ?? null, parentId],
    queryFn: ({ client }) =>
      view && cohort.data && parentId !== null
        ? client.ensureQueryData(
            contributionQuery({ catalogue, directory, ruleSet: view.ruleSet, view: cohort.data, parentId }),
          )
        : null,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
    enabled: view !== null && parentId !== null,
  })
  const value = useMemo(
    () => (isUsable && cohort.data ? { view: cohort.data, groupId: group.groupId } : null),
    [isUsable, cohort.data, group],
  )
  return {
    value,
    contribution: contribution.data ?? null,
    isWaiting: cohort.isLoading || contribution.isLoading,
  }
}

/** Tasks as they stand today by the clock of this machine. */
function useTasks(catalogue: Catalogue, directory: AgencyDirectory, agencyId: string) {
  const [on] = useState(() => vietnam.format(new Date()))
  const documents = useQuery(documentsQuery(catalogue.documents))
  const ledger = useTaskLedger()
  const remedies = useAllRemedies()
  const state = useTasksView(catalogue, directory, documents.data ?? noDocuments, on, ledger, remedies.rounds)
  const rows = state.status === 'ready' ? state.rows : none
  const value = useMemo(
    () => deckTasks(rows, agencyId, on, agenciesOn(directory, on)),
    [rows, agencyId, on, directory],
  )
  return {
    value,
    isWaiting: state.status === 'loading' || remedies.status === 'loading' || documents.isLoading,
  }
}

/** Files everything rests on, read once a selection. */
function useFiles(
  catalogue: Catalogue,
  directory: AgencyDirectory,
  { ruleSetId, period, agencyId, stage }: Selection,
  enabled: boolean,
) {
  const files = useQuery({
    queryKey: ['deck', 'files', ruleSetId, period, agencyId, stage ?? null],
    queryFn: ({ client }) => deckFiles(client, catalogue, directory, { ruleSetId, period, agencyId, stage }),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
    enabled,
  })
  return { value: files.data ?? nothing, isWaiting: files.isLoading }
}
