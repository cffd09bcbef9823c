import type { AgencyDirectory } from '../../../model/agency.ts'
import type { FormItem } from '../../../model/form.ts'
import type { AgencyExchange, Exchange, ExchangeRequest } from '../../../state/review/exchange.ts'
import type { ReviewView } from '../../../state/review/reviewView.ts'
import { foldText } from '../../../ui/foldText.ts'

export const questionFilters = ['toSend', 'waiting', 'overdue', 'answered', 'done'] as const
export type QuestionFilter = (typeof questionFilters)[number]

/** One agency as the list draws it. */
export type QuestionRow = AgencyExchange & {
  readonly name: string
  /** Answered questions nobody has decided since. */
  readonly toDecide: number
  /** Questions that were not withdrawn. */
  readonly count: number
  readonly kinds: ReadonlySet<QuestionFilter>
}

export function questionRows(
  { agencies }: Exchange,
  directory: Pick<AgencyDirectory, 'agencies'>,
): readonly QuestionRow[] {
  const names = new Map(directory.agencies.map(agency => [agency.id, agency.name]))
  return agencies.map(agency => {
    const sent = agency.requests.flatMap(each => each.questions)
    const toDecide = sent.filter(({ state }) => state === 'answered' || state === 'silent').length
    const has = (status: ExchangeRequest['status']) => agency.requests.some(each => each.status === status)
    const kinds = new Set<QuestionFilter>([
      ...(agency.toSend.length > 0 ? (['toSend'] as const) : []),
      ...(has('waiting') ? (['waiting'] as const) : []),
      ...(has('overdue') ? (['overdue'] as const) : []),
      ...(toDecide > 0 ? (['answered'] as const) : []),
    ])
    return {
      ...agency,
      name: names.get(agency.agencyId) ?? agency.agencyId,
      toDecide,
      count: agency.toSend.length + sent.filter(({ state }) => state !== 'withdrawn').length,
      kinds: kinds.size > 0 ? kinds : new Set<QuestionFilter>(['done']),
    }
  })
}

export function shownRows(
  rows: readonly QuestionRow[],
  { filter, q }: { filter: QuestionFilter | null; q: string },
): readonly QuestionRow[] {
  const wanted = foldText(q.trim())
  return rows.filter(
    row =>
      (filter === null || row.kinds.has(filter)) && (wanted === '' || foldText(row.name).includes(wanted)),
  )
}

/** Items of the form of an agency by criterion. */
export function itemsOf(review: Pick<ReviewView, 'formOf'>, agencyId: string): ReadonlyMap<string, FormItem> {
  return new Map(
    review
      .formOf(agencyId)
      .areas.flatMap(area => area.items)
      .map(item => [item.nodeId, item]),
  )
}

/** "2.3", or the short name of what has no number. */
export function codeOf(item: FormItem | undefined, criterionId: string): string {
  if (!item) return criterionId
  return item.code === '' ? item.shortName : item.code
}
