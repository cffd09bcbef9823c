import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { readFigure } from '../../io/figures/readFigure.ts'
import { agenciesQuery, ruleSetQuery } from '../../io/queries.ts'
import type { Catalogue } from '../../model/catalogue.ts'
import type { Draft, FieldEntry } from '../../model/draft.ts'
import type { Metric, RuleSet } from '../../model/ruleSet.ts'
import type { MetricValue, Submission } from '../../model/submission.ts'
import { useBefore } from './useBefore.ts'

/** One figure in the period before and in a draft. */
export type ComparedFigure = {
  readonly metric: Metric
  readonly was: MetricValue | null
  readonly entry: FieldEntry | null
  /** The figure read from what was typed; null where nothing, or nothing clear, was. */
  readonly value: string | null
  readonly change: 'same' | 'other' | 'new' | 'gone'
}

export type DraftComparison =
  | { readonly status: 'loading' | 'failed' }
  /** Neither published nor drafted here is anything of the agency before the draft's period. */
  | { readonly status: 'none' }
  | {
      readonly status: 'ready'
      readonly period: string
      /** The period before is a draft of this machine. */
      readonly isDraft: boolean
      readonly figures: readonly ComparedFigure[]
    }

/** The figures asked of the agency, in a draft and in the period before. */
export function useDraftComparison(draft: Draft, catalogue: Catalogue): DraftComparison {
  const path = catalogue.ruleSets.find(entry => entry.id === draft.ruleSet.id)?.path
  const ruleSet = useQuery({ ...ruleSetQuery(path ?? ''), enabled: path !== undefined })
  const agencies = useQuery(agenciesQuery(catalogue.agencies))
  const engine = useQuery({
    queryKey: ['engine', 'assess'],
    queryFn: () => import('./assess.ts'),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  })
  const { previous, isPending, failed } = useBefore(catalogue, ruleSet.data, engine.data, draft)
  const figures = useMemo(() => {
    if (!ruleSet.data || !agencies.data || !engine.data || !previous) return null
    const level = agencies.data.agencies.find(each => each.id === draft.agencyId)?.level ?? null
    const asked = engine.data.askedFigures(ruleSet.data, level)
    const metrics = ruleSet.data.metrics.filter(metric => asked.has(metric.id))
    return comparedFigures(draft, { metrics }, previous.submission)
  }, [draft, ruleSet.data, agencies.data, engine.data, previous])
  if (path === undefined) return { status: 'none' }
  if (ruleSet.isError || agencies.isError || engine.isError || failed) return { status: 'failed' }
  if (figures && previous && !isPending)
    return {
      status: 'ready',
      period: previous.submission.period,
      isDraft: previous.isDraft === true,
      figures,
    }
  const isLoaded = ruleSet.data && agencies.data && engine.data && !isPending
  return { status: isLoaded ? 'none' : 'loading' }
}

/** Figures that stand in either, in the order of the rule set; what did not apply and is left alone is no figure. */
export function comparedFigures(
  draft: Pick<Draft, 'fields'>,
  ruleSet: Pick<RuleSet, 'metrics'>,
  before: Pick<Submission, 'values'>,
): readonly ComparedFigure[] {
  const values = new Map(before.values.map(value => [value.metricId, value]))
  return ruleSet.metrics.flatMap(metric => {
    const was = values.get(metric.id) ?? null
    const entry = draft.fields.get(metric.id) ?? null
    if (entry === null && (was === null || was.state === 'notApplicable')) return []
    const value = typedValue(entry, metric)
    return [{ metric, was, entry, value, change: changeOf(was, entry, value) }]
  })
}

function typedValue(entry: FieldEntry | null, metric: Metric): string | null {
  if (entry?.state !== 'typed') return null
  const reading = readFigure(entry.text, metric, [], entry.meant)
  return reading.kind === 'value' ? reading.value : null
}

function changeOf(
  was: MetricValue | null,
  entry: FieldEntry | null,
  value: string | null,
): ComparedFigure['change'] {
  if (was === null) return 'new'
  if (entry === null || (entry.state === 'typed' && entry.text.trim() === ''))
    return was.state === 'missing' ? 'same' : 'gone'
  if (was.state !== 'entered') return was.state === entry.state ? 'same' : 'new'
  return value !== null && plain(value) === plain(was.value) ? 'same' : 'other'
}

/** "45.50" and "45.5" are one figure. */
function plain(value: string): string {
  return value.includes('.') ? value.replace(/\.?0+$/, '') : value
}
