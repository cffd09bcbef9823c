import type { LeadTotals } from '../../model/taskStanding.ts'

export const leadSorts = ['overdue', 'total', 'name'] as const
export type LeadSort = (typeof leadSorts)[number]

/** Rows of the leads in the order asked for; names decide between equals. */
export function orderLeads(
  leads: readonly LeadTotals[],
  sort: LeadSort,
  nameOf: (lead: LeadTotals) => string,
): readonly LeadTotals[] {
  const collator = new Intl.Collator('vi')
  const byName = (a: LeadTotals, b: LeadTotals) => collator.compare(nameOf(a), nameOf(b))
  if (sort === 'name') return leads.toSorted(byName)
  return leads.toSorted(
    (a, b) => b.counts[sort] - a.counts[sort] || b.counts.total - a.counts.total || byName(a, b),
  )
}
