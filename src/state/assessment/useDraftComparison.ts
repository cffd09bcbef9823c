import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { readFigure } from '../../io/figures/readFigure.ts'
import { ruleSetQuery, submissionsQuery } from '../../io/queries.ts'
import type { Catalogue } from '../../model/catalogue.ts'
import type { Draft, FieldEntry } from '../../model/draft.ts'
import type { Metric, RuleSet } from '../../model/ruleSet.ts'
import type { MetricValue, Submission } from '../../model/submission.ts'
import { entryBefore } from './earlierPeriod.ts'

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
  /** Nothing was published for the agency before the draft's period. */
  | { readonly status: 'none' }
  | { readonly status: 'ready'; readonly period: string; readonly figures: readonly ComparedFigure[] }

/** The figures of a draft beside those published for the period before. */
export function useDraftComparison(draft: Draft, catalogue: Catalogue): DraftComparison {
  const path = catalogue.ruleSets.find(entry => entry.id === draft.ruleSet.id)?.path
  const entry = useMemo(
    () => entryBefore(catalogue, { ...draft, ruleSetId: draft.ruleSet.id }),
    [catalogue, draft],
  )
  const ruleSet = useQuery({ ...ruleSetQuery(path ?? ''), enabled: path !== undefined })
  const file = useQuery({ ...submissionsQuery(entry?.path ?? ''), enabled: entry !== undefined })
  const before = file.data?.find(each => each.agencyId === draft.agencyId && each.period === entry?.period)
  const figures = useMemo(
    () => (ruleSet.data && before ? comparedFigures(draft, ruleSet.data, before) : null),
    [draft, ruleSet.data, before],
  )
  if (path === undefined || entry === undefined || (file.data && !before)) return { status: 'none' }
  if (ruleSet.isError || file.isError) return { status: 'failed' }
  return figures ? { status: 'ready', period: entry.period, figures } : { status: 'loading' }
}

/** Figures that stand in either, in the order of the rule set. */
export function comparedFigures(
  draft: Pick<Draft, 'fields'>,
  ruleSet: Pick<RuleSet, 'metrics'>,
  before: Pick<Submission, 'values'>,
): readonly ComparedFigure[] {
  const values = new Map(before.values.map(value => [value.metricId, value]))
  return ruleSet.metrics.flatMap(metric => {
    const was = values.get(metric.id) ?? null
    const entry = draft.fields.get(metric.id) ?? null
    if (was === null && entry === null) return []
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
