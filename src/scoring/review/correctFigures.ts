import type { Provenance } from '../../model/provenance.ts'
import type { MetricValue } from '../../model/submission.ts'
import { correctionsIn } from './figureClashes.ts'
import { dayInVietnam } from './instants.ts'
import type { Said } from './said.ts'
import { isSameFigure } from './whatItSays.ts'

/** Figures with the corrections of a line: what a figure was stays with it, as do when and why it changed. */
export function correctFigures(
  values: ReadonlyMap<string, MetricValue>,
  { entry, reason }: Said,
  provenance: Provenance,
): ReadonlyMap<string, MetricValue> {
  const corrected = new Map(values)
  const why = reason ?? ''
  for (const { metricId, to } of correctionsIn(entry)) {
    const was: MetricValue = values.get(metricId) ?? { metricId, state: 'missing' }
    if (isSameFigure(was, to)) continue
    if (to.state !== 'entered') {
      corrected.set(metricId, { metricId, state: to.state, ...(why !== '' && { note: why }), provenance })
      continue
    }
    const on = dayInVietnam(entry.at)
    const before = was.state === 'entered' ? (was.corrections ?? []) : []
    const corrections =
      was.state === 'entered' && on !== null
        ? [...before, { was: was.value, on, reason: why === '' ? entry.by : why }]
        : before
    corrected.set(metricId, {
      metricId,
      state: 'entered',
      value: to.value,
      ...(corrections.length > 0 && { corrections }),
      provenance,
    })
  }
  return corrected
}
