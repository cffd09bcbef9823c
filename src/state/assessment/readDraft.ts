import { type FigureReading, readFigure } from '../../io/figures/readFigure.ts'
import type { Draft, FieldEntry } from '../../model/draft.ts'
import type { Form } from '../../model/form.ts'
import type { Metric, RuleSet } from '../../model/ruleSet.ts'
import type { ChoiceRule } from '../../model/rules.ts'

const empty: FigureReading = { kind: 'empty' }

/** Texts do not change, so neither do their readings: one a metric and entry, kept while both are in use. */
const known = new WeakMap<Metric, WeakMap<FieldEntry, FigureReading>>()

/** What the texts of a draft say, by metric of the rule set; of fields without a text `empty`. */
export function readingsOf(
  draft: Pick<Draft, 'fields'>,
  ruleSet: RuleSet,
  form: Form,
): ReadonlyMap<string, FigureReading> {
  const options = optionsOf(form)
  return new Map(
    ruleSet.metrics.map(metric => [
      metric.id,
      readingOf(draft.fields.get(metric.id), metric, options.get(metric.id)),
    ]),
  )
}

function readingOf(
  entry: FieldEntry | undefined,
  metric: Metric,
  options: ChoiceRule['options'] | undefined,
): FigureReading {
  if (entry?.state !== 'typed') return empty
  const ofMetric = known.get(metric) ?? new WeakMap<FieldEntry, FigureReading>()
  known.set(metric, ofMetric)
  const found = ofMetric.get(entry)
  if (found) return found
  const reading = readFigure(entry.text, metric, options, entry.meant)
  ofMetric.set(entry, reading)
  return reading
}

/** Answers of choices, by metric. */
function optionsOf(form: Form): ReadonlyMap<string, ChoiceRule['options']> {
  return new Map(
    form.areas.flatMap(area =>
      area.items.flatMap(item =>
        item.groups.flatMap(group =>
          group.fields.flatMap(({ metric, options }) => (options ? [[metric.id, options] as const] : [])),
        ),
      ),
    ),
  )
}
