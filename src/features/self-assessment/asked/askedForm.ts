import { type AskedOfDraft, askedCriteria } from '../../../model/askedDraft.ts'
import type { Form, FormItem } from '../../../model/form.ts'

/** The form with what was asked about alone; areas nobody asked about are not in it. */
export function askedForm(form: Form, { request }: Pick<AskedOfDraft, 'request'>): Form {
  const asked = askedCriteria(request)
  const areas = form.areas.flatMap(area => {
    const items = area.items.filter(item => asked.has(item.nodeId))
    return items.length === 0 ? [] : [{ ...area, items }]
  })
  return { ...form, areas }
}

/** What was not asked about, in the order of the form. */
export function itemsNotAsked(
  { areas }: Form,
  { request }: Pick<AskedOfDraft, 'request'>,
): readonly FormItem[] {
  const asked = askedCriteria(request)
  return areas.flatMap(area => area.items).filter(item => !asked.has(item.nodeId))
}

/** Items that look at a figure and were not asked about, by metric. */
export function alsoUsedBy(form: Form, asked: AskedOfDraft): ReadonlyMap<string, readonly FormItem[]> {
  const figures = new Set(asked.metricIds)
  const found = new Map<string, FormItem[]>()
  for (const item of itemsNotAsked(form, asked))
    for (const { metric } of item.groups.flatMap(group => group.fields))
      if (figures.has(metric.id)) found.set(metric.id, [...(found.get(metric.id) ?? []), item])
  return found
}
