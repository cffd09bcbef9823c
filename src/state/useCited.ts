import { type UseQueryResult, useQueries } from '@tanstack/react-query'
import { useMemo } from 'react'
import {
  agenciesQuery,
  documentsQuery,
  figuresQuery,
  planQuery,
  problemsOf,
  ruleSetQuery,
} from '../io/queries.ts'
import type { AgencyDirectory } from '../model/agency.ts'
import type { Catalogue } from '../model/catalogue.ts'
import type { StatedFigure } from '../model/figure.ts'
import type { Plan } from '../model/plan.ts'
import type { Problem } from '../model/problem.ts'
import type { SourceDocument } from '../model/provenance.ts'
import type { RuleSet } from '../model/ruleSet.ts'

/** The registry of documents with everything that cites them. */
export type CitedFiles = {
  readonly documents: readonly SourceDocument[]
  readonly directory: AgencyDirectory
  readonly figures: readonly StatedFigure[]
  readonly plans: readonly Plan[]
  readonly ruleSets: readonly RuleSet[]
}

/** Loads every file that cites documents but the submissions; one broken file is said and nothing is hidden. */
export function useCited(catalogue: Catalogue): {
  readonly files: CitedFiles | null
  readonly problems: readonly Problem[]
  readonly retry: () => void
} {
  const documents = useQueries({ queries: [documentsQuery(catalogue.documents)], combine: gather })
  const directories = useQueries({ queries: [agenciesQuery(catalogue.agencies)], combine: gather })
  const figures = useQueries({ queries: [figuresQuery(catalogue.figures)], combine: gather })
  const plans = useQueries({ queries: catalogue.plans.map(entry => planQuery(entry.path)), combine: gather })
  const ruleSets = useQueries({
    queries: catalogue.ruleSets.map(entry => ruleSetQuery(entry.path)),
    combine: gather,
  })
  const all = [documents, directories, figures, plans, ruleSets]
  const isWaiting = all.some(each => each.isWaiting)
  const files = useMemo(() => {
    const [directory] = directories.values
    if (isWaiting || !directory || documents.values.length === 0) return null
    return {
      documents: documents.values.flat(),
      directory,
      figures: figures.values.flat(),
      plans: plans.values,
      ruleSets: ruleSets.values,
    }
  }, [isWaiting, documents, directories, figures, plans, ruleSets])
  return {
    files,
    problems: isWaiting ? [] : all.flatMap(each => each.errors.flatMap(problemsOf)),
    retry: () => {
      for (const { retry } of all) retry()
    },
  }
}

/** What came of several files of one kind; kept the same until one of them changes. */
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
