import { claimText } from '../../../io/figures/claimText.ts'
import { writeFigure } from '../../../io/figures/writeFigure.ts'
import type { FormItem } from '../../../model/form.ts'
import type { FigureCorrection, FigureState, LedgerAct } from '../../../model/review.ts'
import type { EntryOf, Standing } from '../../../model/roundState.ts'
import type { Metric } from '../../../model/ruleSet.ts'
import type { Rule } from '../../../model/rules.ts'
import type { ReviewProps } from '../reviewProps.ts'
import { type EntryReading, readEntry } from './readEntry.ts'
import type { SummaryNames } from './summaryNames.ts'

type SurveyAct = Extract<LedgerAct, { readonly kind: 'survey' }>
export type SurveyStanding = Standing<EntryOf<'survey'>>

/** Column of points beside those of metrics. */
export const pointsColumn = ' points'

/** One column of a survey table: a figure, or the points. */
export type SurveyColumn = {
  readonly id: string
  readonly metric: Pick<Metric, 'valueType' | 'unit'>
  readonly name: string | null
  readonly bounds: { readonly least: string; readonly most: string } | null
}

/** Figures the rule of a survey leaf asks for, each once. */
export function surveyColumns(item: FormItem): readonly SurveyColumn[] {
  const metrics = new Map(
    item.groups.flatMap(group => group.fields.map(({ metric }) => [metric.id, metric] as const)),
  )
  return [...metrics.values()].map(metric => ({
    id: metric.id,
    metric,
    name: metric.name,
    bounds: boundsOf(item.rule, metric),
  }))
}

export function pointsColumns(item: FormItem): readonly SurveyColumn[] {
  return [
    {
      id: pointsColumn,
      metric: { valueType: 'number', unit: 'điểm' },
      name: null,
      bounds: item.maxPoints === null ? null : { least: '0', most: item.maxPoints },
    },
  ]
}

/** Ends of the scale the rule measures on; counts have none. */
function boundsOf(rule: Rule, { valueType }: Metric): SurveyColumn['bounds'] {
  if (rule.kind === 'surveyMean') return { least: rule.scaleFrom, most: rule.scaleTo }
  if (rule.kind === 'weightedMean') return { least: '0', most: rule.scaleTo }
  return valueType === 'percent' ? { least: '0', most: '100' } : null
}

/** What is recorded of an agency in a column, as somebody would type it. */
export function recordedText(standing: SurveyStanding, { id, metric }: SurveyColumn): string {
  if (standing.kind !== 'settled') return ''
  return givenText(standing.entry.act.given, id, metric)
}

export function givenText(given: SurveyAct['given'], id: string, metric: SurveyColumn['metric']): string {
  if (given.kind === 'points') return id === pointsColumn ? claimText(given.points) : ''
  const to = given.figures.find(each => each.metricId === id)?.to
  return to?.state === 'entered' ? writeFigure(to.value, metric).text : ''
}

/** The readings of one row, and the act they make; null while a field is empty or wrong. */
export function readSurveyRow(
  columns: readonly SurveyColumn[],
  textOf: (column: SurveyColumn) => string,
  names: SummaryNames,
  { review, agencyId, criterionId, source, over }: SurveyLine,
): { readonly readings: readonly EntryReading[]; readonly act: SurveyAct | null } {
  const readings = columns.map(column => readEntry(textOf(column), column.metric, column.bounds, names))
  const values = readings.flatMap(each => (each.kind === 'value' ? [each.value] : []))
  if (values.length < columns.length) return { readings, act: null }
  const [first] = columns
  const given: SurveyAct['given'] =
    first?.id === pointsColumn
      ? { kind: 'points', points: values[0] ?? '0' }
      : {
          kind: 'figures',
          figures: columns.map(
            ({ id }, index): FigureCorrection => ({
              metricId: id,
              was: stateBefore(review, agencyId, id),
              to: { state: 'entered', value: values[index] ?? '0' },
            }),
          ),
        }
  return { readings, act: { kind: 'survey', agencyId, criterionId, given, source, over } }
}

type SurveyLine = Pick<ReviewProps, 'review'> &
  Pick<SurveyAct, 'agencyId' | 'criterionId' | 'source' | 'over'>

/** As the agency handed it in; whoever handed in nothing said nothing. */
function stateBefore(review: ReviewProps['review'], agencyId: string, metricId: string): FigureState {
  const value = review.agencies.get(agencyId)?.received.values.find(each => each.metricId === metricId)
  if (!value) return { state: 'missing' }
  return value.state === 'entered' ? { state: 'entered', value: value.value } : { state: value.state }
}

/** Lines a new one replaces. */
export function headsOf(standing: Standing<{ readonly id: string }>): readonly string[] {
  if (standing.kind === 'none') return []
  return standing.kind === 'settled' ? [standing.entry.id] : standing.entries.map(each => each.id)
}
