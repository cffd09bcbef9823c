import { type FigureReading, readFigure } from '../../../io/figures/readFigure.ts'
import { writeFigure } from '../../../io/figures/writeFigure.ts'
import type { Decimal } from '../../../model/exact.ts'
import type { FormField, FormItem } from '../../../model/form.ts'
import type { FigureCorrection, FigureState } from '../../../model/review.ts'
import type { MetricValue } from '../../../model/submission.ts'

/** One figure as the form of a change holds it. */
export type FigureEdit = {
  readonly state: FigureState['state']
  readonly text: string
  /** Which reading of a doubtful text was chosen. */
  readonly meant?: Decimal | undefined
}

export type FigureEdits = ReadonlyMap<string, FigureEdit>

export function fieldsOf({ groups }: FormItem): readonly FormField[] {
  const seen = new Set<string>()
  return groups.flatMap(group => group.fields).filter(({ metric: { id } }) => !seen.has(id) && seen.add(id))
}

/** A figure as it stands; what nobody sent is missing. */
export function stateOf(value: MetricValue | undefined): FigureState {
  if (value?.state === 'entered') return { state: 'entered', value: value.value }
  return { state: value?.state ?? 'missing' }
}

/** Figures of an item as they stand, ready to be corrected; `proposed` overwrites some. */
export function startEdits(
  item: FormItem,
  values: ReadonlyMap<string, MetricValue>,
  proposed: readonly FigureCorrection[] = [],
): FigureEdits {
  const wanted = new Map(proposed.map(({ metricId, to }) => [metricId, to]))
  return new Map(
    fieldsOf(item).map(field => {
      const { id } = field.metric
      return [id, editOf(wanted.get(id) ?? stateOf(values.get(id)), field)] as const
    }),
  )
}

function editOf(state: FigureState, { metric, options }: FormField): FigureEdit {
  if (state.state !== 'entered') return { state: state.state, text: '' }
  // Answers are chosen from a list by their value; numbers and days are typed.
  if (metric.valueType === 'flag' || metric.valueType === 'option')
    return { state: 'entered', text: state.value }
  const { text, meant } = writeFigure(state.value, metric, options)
  return { state: 'entered', text, ...(meant === undefined ? {} : { meant }) }
}

/** What the form says: figures that are others now, and what cannot be read, by metric. */
export type ReadEdits = {
  readonly figures: readonly FigureCorrection[]
  readonly readings: ReadonlyMap<string, FigureReading>
  readonly isReadable: boolean
}

export function readEdits(
  item: FormItem,
  values: ReadonlyMap<string, MetricValue>,
  edits: FigureEdits,
): ReadEdits {
  const readings = new Map<string, FigureReading>()
  const figures: FigureCorrection[] = []
  for (const field of fieldsOf(item)) {
    const { id } = field.metric
    const edit = edits.get(id)
    if (!edit) continue
    const was = stateOf(values.get(id))
    if (edit.state !== 'entered') {
      if (was.state !== edit.state) figures.push({ metricId: id, was, to: { state: edit.state } })
      continue
    }
    const reading = readEdit(edit, field)
    readings.set(id, reading)
    if (reading.kind !== 'value') continue
    const isSame = was.state === 'entered' && was.value === reading.value
    if (!isSame) figures.push({ metricId: id, was, to: { state: 'entered', value: reading.value } })
  }
  return {
    figures,
    readings,
    isReadable: [...readings.values()].every(({ kind }) => kind === 'value'),
  }
}

function readEdit({ text, meant }: FigureEdit, { metric, options }: FormField): FigureReading {
  if (metric.valueType === 'flag' || metric.valueType === 'option')
    return text === '' ? { kind: 'empty' } : { kind: 'value', value: text, isRead: false }
  return readFigure(text, metric, options, meant)
}
