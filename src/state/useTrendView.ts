import { useQueries, useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { documentsQuery, figuresQuery, planQuery, problemsOf, ruleSetQuery } from '../io/queries.ts'
import type { Catalogue, SubmissionEntry } from '../model/catalogue.ts'
import { walkCriteria } from '../model/criteria.ts'
import type { StatedFigure } from '../model/figure.ts'
import { parsePeriod } from '../model/period.ts'
import type { Plan } from '../model/plan.ts'
import type { Problem } from '../model/problem.ts'
import type { SourceDocument } from '../model/provenance.ts'
import type { RuleSet } from '../model/ruleSet.ts'
import { stageOrder } from '../model/stages.ts'
import type { Stage } from '../model/submission.ts'
import {
  entrySince,
  lineageOf,
  stepsOf,
  type Trend,
  type TrendComparison,
  type TrendPeriod,
  type TrendStep,
  type TrendSubject,
  trendEntries,
} from '../model/trend.ts'
import { trendPeriodQuery } from './trendQuery.ts'
import type { ScoredPeriod } from './trendView.ts'
import type { Selection } from './useScoredView.ts'

/** What the address asks of a trend besides the selection. */
export type TrendWish = {
  readonly step?: TrendStep | undefined
  readonly since?: string | undefined
  readonly criterion?: string | undefined
  readonly measure?: 'points' | 'share' | undefined
}

/** A file that could not be read costs its own period only. */
export type FailedPeriod = { readonly entry: SubmissionEntry; readonly problems: readonly Problem[] }

/** Everything the screen needs to draw one agency through its periods. */
export type TrendView = {
  /** Those that follow each other, the earliest first. */
  readonly ruleSets: readonly RuleSet[]
  /** Kinds of period there are files of, and the one shown. */
  readonly steps: readonly TrendStep[]
  readonly step: TrendStep
  /** Every period of that kind, the earliest first, loaded or not. */
  readonly entries: readonly SubmissionEntry[]
  readonly periods: readonly TrendPeriod[]
  readonly trend: Trend
  /** The total, whatever the subject is: the comparison below speaks of it. */
  readonly totals: Trend
  /** The period that is read, and its rule set. */
  readonly selected: SubmissionEntry
  readonly ruleSet: RuleSet
  /** The earlier period it is compared with; null while there is none. */
  readonly since: SubmissionEntry | null
  readonly comparison: TrendComparison | null
  /** Stages any of the periods can be read at, earliest first. */
  readonly stages: readonly Stage[]
  readonly pending: readonly SubmissionEntry[]
  readonly failed: readonly FailedPeriod[]
  readonly retry: () => void
  readonly documents: readonly SourceDocument[]
  readonly plans: readonly Plan[]
  /** Figures stated for the agency in series. */
  readonly figures: readonly StatedFigure[]
}

export type TrendViewState =
  | { readonly status: 'loading' }
  | { readonly status: 'failed'; readonly problems: readonly Problem[]; readonly retry: () => void }
  /** Nothing was published for the agency under this rule set. */
  | { readonly status: 'empty' }
  | { readonly status: 'ready'; readonly view: TrendView }

type Result<T> = { readonly data: T | undefined; readonly error: Error | null; readonly isPending: boolean }

/** Outside the hook, so that results that did not change keep their identity. */
const results = <T>(queries: readonly Result<T>[]): readonly Result<T>[] =>
  queries.map(({ data, error, isPending }) => ({ data, error, isPending }))

const none: readonly never[] = []

/**
 * Loads and scores an agency's periods, the one that is read first and the others as they come in, and sets them
 * beside each other. Screens draw the result and compute nothing.
 */
export function useTrendView(catalogue: Catalogue, selection: Selection, wish: TrendWish): TrendViewState {
  const stage = selection.stage ?? null
  // Which rule set follows which is written in the rule sets themselves.
  const rules = useQueries({
    queries: catalogue.ruleSets.map(entry => ruleSetQuery(entry.path)),
    combine: results<RuleSet>,
  })
  const own = rules[catalogue.ruleSets.findIndex(entry => entry.id === selection.ruleSetId)]
  const isListed = own !== undefined
  const waitsForRules = rules.some(query => query.isPending)
  const ruleSets = useMemo(
    () =>
      waitsForRules
        ? none
        : lineageOf(
            rules.flatMap(query => query.data ?? []),
            selection.ruleSetId,
          ),
    [waitsForRules, rules, selection.ruleSetId],
  )
  const all = useMemo(
    () =>
      trendEntries(
        catalogue,
        ruleSets.map(set => set.id),
        selection.agencyId,
      ),
    [catalogue, ruleSets, selection.agencyId],
  )
  const steps = stepsOf(all)
  const step =
    steps.find(each => each === (wish.step ?? parsePeriod(selection.period)?.kind)) ?? steps[0] ?? 'month'
  const entries = useMemo(() => all.filter(entry => parsePeriod(entry.period)?.kind === step), [all, step])
  const selected =
    entries.find(
      ({ ruleSetId, period }) => ruleSetId === selection.ruleSetId && period === selection.period,
    ) ??
    entries.findLast(entry => entry.ruleSetId === selection.ruleSetId) ??
    entries.at(-1)

  const order = useMemo(() => nearestFirst(entries, selected), [entries, selected])
  const engine = useQuery({
    queryKey: ['engine', 'trend'],
    queryFn: () => import('./trendView.ts').then(module => module.trendEngine),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  })
  const loaded = useQueries({
    queries: order.map((entry, rank) => trendPeriodQuery(catalogue, entry, stage, engine.data ?? null, rank)),
    combine: results<ScoredPeriod>,
  })
  const documents = useQuery(documentsQuery(catalogue.documents))
  const figures = useQuery(figuresQuery(catalogue.figures))
  const planEntries = catalogue.plans.filter(plan => plan.agencyId === selection.agencyId)
  const plans = useQueries({ queries: planEntries.map(plan => planQuery(plan.path)), combine: results<Plan> })
  const resultOf = useMemo(() => {
    const found = new Map(order.map((entry, index) => [entry, loaded[index]]))
    return (entry: SubmissionEntry | undefined | null) => (entry ? found.get(entry) : undefined)
  }, [order, loaded])
  const periods = useMemo(
    () => entries.flatMap(entry => resultOf(entry)?.data?.period ?? []),
    [entries, resultOf],
  )
  const targets = useMemo(() => plans.flatMap(query => query.data ?? []), [plans])
  const { criterion, measure = 'points' } = wish
  const subject = useMemo(
    (): TrendSubject => subjectOf(ruleSets, criterion, measure),
    [ruleSets, criterion, measure],
  )
  const trends = useMemo(() => {
    if (!engine.data) return null
    const totals = engine.data.follow(periods, ruleSets, { criterionId: null, measure: 'points' })
    const isTotal = subject.criterionId === null && subject.measure === 'points'
    return { totals, trend: isTotal ? totals : engine.data.follow(periods, ruleSets, subject, targets) }
  }, [engine.data, periods, ruleSets, subject, targets])
  const since = useMemo(
    () => earlierThan(selected, entries, wish.since, entry => resultOf(entry)),
    [selected, entries, wish.since, resultOf],
  )
  const comparison = useMemo(() => {
    const sideOf = (entry: SubmissionEntry | null | undefined) => {
      const data = resultOf(entry)?.data
      const ruleSet = ruleSets.find(set => set.id === entry?.ruleSetId)
      return data && ruleSet ? { ...data, ruleSet } : null
    }
    const [before, after] = [sideOf(since), sideOf(selected)]
    return engine.data && before && after ? engine.data.compare(before, after) : null
  }, [engine.data, since, selected, ruleSets, resultOf])

  const client = useQueryClient()
  /** Asks again for whatever did not come; what stands is kept. */
  const retry = () => void client.refetchQueries({ predicate: ({ state }) => state.status === 'error' })
  if (!isListed) return { status: 'empty' }
  const error = own.error ?? documents.error ?? engine.error
  if (error) return { status: 'failed', problems: problemsOf(error), retry }
  if (waitsForRules) return { status: 'loading' }
  const ruleSet = ruleSets.find(set => set.id === selected?.ruleSetId)
  if (!selected || !ruleSet) return { status: 'empty' }
  if (resultOf(selected)?.isPending !== false || !trends || !documents.data) return { status: 'loading' }
  return {
    status: 'ready',
    view: {
      ruleSets,
      steps,
      step,
      entries,
      periods,
      ...trends,
      selected,
      ruleSet,
      since,
      comparison,
      stages: stageOrder.filter(each => periods.some(({ stages }) => stages.includes(each))),
      pending: entries.filter(entry => resultOf(entry)?.isPending),
      failed: entries.flatMap(entry => {
        const fault = resultOf(entry)?.error
        return fault ? [{ entry, problems: problemsOf(fault) }] : []
      }),
      retry,
      documents: documents.data,
      plans: targets,
      figures: (figures.data ?? none).filter(
        figure => figure.agencyId === selection.agencyId && figure.seriesId !== undefined,
      ),
    },
  }
}

/** A criterion none of the rule sets has is not followed, and a total rests on no share. */
function subjectOf(
  ruleSets: readonly RuleSet[],
  criterion: string | undefined,
  measure: TrendSubject['measure'],
): TrendSubject {
  const isKnown = ruleSets.some(set => walkCriteria(set).some(place => place.criterion.id === criterion))
  if (criterion === undefined || !isKnown) return { criterionId: null, measure: 'points' }
  return { criterionId: criterion, measure }
}

/** What is read comes first, then what lies around it. */
function nearestFirst(
  entries: readonly SubmissionEntry[],
  selected: SubmissionEntry | undefined,
): readonly SubmissionEntry[] {
  const middle = selected ? entries.indexOf(selected) : entries.length
  const distance = (entry: SubmissionEntry) => Math.abs(entries.indexOf(entry) - middle)
  return entries.toSorted((a, b) => distance(a) - distance(b))
}

/**
 * The period asked for, or the latest before that has a score. While one between is still loading there is
 * none, so that the comparison does not jump.
 */
function earlierThan(
  selected: SubmissionEntry | undefined,
  entries: readonly SubmissionEntry[],
  wish: string | undefined,
  resultOf: (entry: SubmissionEntry) => Result<ScoredPeriod> | undefined,
): SubmissionEntry | null {
  const earlier = entries.filter(entry => selected && entry.period < selected.period).toReversed()
  const asked = selected && entrySince(earlier, wish, selected.ruleSetId)
  if (asked) return asked
  const next = earlier.find(entry => {
    const result = resultOf(entry)
    return result?.isPending || (result?.data && result.data.period.sheet !== null)
  })
  return next && resultOf(next)?.data ? next : null
}
