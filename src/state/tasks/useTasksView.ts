import { type UseQueryResult, useQueries } from '@tanstack/react-query'
import { useMemo } from 'react'
import { planQuery, problemsOf, ruleSetQuery } from '../../io/queries.ts'
import type { AgencyDirectory } from '../../model/agency.ts'
import type { Catalogue } from '../../model/catalogue.ts'
import type { Plan } from '../../model/plan.ts'
import type { Problem } from '../../model/problem.ts'
import type { SourceDocument } from '../../model/provenance.ts'
import { agenciesOn } from './agenciesOf.ts'
import type { TaskBook } from './taskBooks.ts'
import { planRows, type RemedyPlan, type RowSetting, remedyRows } from './taskRows.ts'
import type { TaskPlan, TaskRow } from './tasksView.ts'

export type TasksState =
  | { readonly status: 'loading' }
  | {
      readonly status: 'ready'
      readonly rows: readonly TaskRow[]
      readonly plans: readonly TaskPlan[]
      /** Plans of documents as they stand in their files. */
      readonly files: readonly Plan[]
      /** Files that could not be read; the others are shown all the same. */
      readonly problems: readonly Problem[]
      readonly retry: () => void
    }

/** Tasks of every plan and remedial plan as they stand on a day. */
export function useTasksView(
  catalogue: Catalogue,
  directory: AgencyDirectory,
  documents: readonly SourceDocument[],
  on: string,
  ledger: TaskBook,
  rounds: readonly RemedyPlan[],
): TasksState {
  const plans = useQueries({ queries: catalogue.plans.map(entry => planQuery(entry.path)), combine: gather })
  const wanted = new Set([
    ...catalogue.plans.flatMap(({ ruleSetId }) => ruleSetId ?? []),
    ...rounds.map(({ round }) => round.ruleSet.id),
  ])
  // Only their names are needed; a rule set that cannot be read hides no task.
  const ruleSets = useQueries({
    queries: catalogue.ruleSets.filter(({ id }) => wanted.has(id)).map(entry => ruleSetQuery(entry.path)),
    combine: gather,
  })
  const setting = useMemo(
    (): RowSetting => ({ on, agencyOf: agenciesOn(directory, on), documents, ruleSets: ruleSets.values }),
    [directory, documents, on, ruleSets.values],
  )
  const ofPlans = useMemo(
    () => plans.values.map(plan => planRows(plan, ledger, setting)),
    [plans.values, ledger, setting],
  )
  const ofRounds = useMemo(() => rounds.map(round => remedyRows(round, setting)), [rounds, setting])
  return useMemo(() => {
    if (plans.isWaiting || ruleSets.isWaiting) return { status: 'loading' }
    const all = [...ofPlans, ...ofRounds].filter(rows => rows.length > 0)
    return {
      status: 'ready',
      rows: all.flat(),
      plans: all.flatMap(([first]) => (first ? [first.plan] : [])),
      files: plans.values,
      problems: plans.errors.flatMap(problemsOf),
      retry: plans.retry,
    }
  }, [plans, ruleSets.isWaiting, ofPlans, ofRounds])
}

function gather<T>(queries: readonly UseQueryResult<T>[]) {
  return {
    values: queries.flatMap((query): readonly T[] => (query.data === undefined ? [] : [query.data])),
    errors: queries.flatMap(query => (query.error === null ? [] : [query.error])),
    isWaiting: queries.some(query => query.isPending),
    retry: () => {
      for (const query of queries) if (query.error !== null) void query.refetch()
    },
  }
}
