import type { SlideBody } from '../../../model/deck.ts'

/** What a press on a slide opens: a receipt, or the slides of an agency. */
export type SlideTarget =
  | { readonly kind: 'receipt'; readonly nodeId: string }
  | { readonly kind: 'agency'; readonly agencyId: string }

export type OpenTarget = (target: SlideTarget) => void

/** What a row leads to; a receipt comes before an agency. */
export function targetOf(row: {
  readonly receiptId?: string | undefined
  readonly agencyId?: string | undefined
}): SlideTarget | null {
  if (row.receiptId !== undefined) return { kind: 'receipt', nodeId: row.receiptId }
  return row.agencyId === undefined ? null : { kind: 'agency', agencyId: row.agencyId }
}

/** What the rows of a slide lead to, by their ids: the table behind it has rows of the same ids. */
export function rowTargetsOf(body: SlideBody): ReadonlyMap<string, SlideTarget> {
  const rows = body.kind === 'bars' || body.kind === 'heat' || body.kind === 'list' ? body.rows : []
  return new Map(
    rows.flatMap(row => {
      const target = targetOf(row)
      return target ? [[row.id, target] as const] : []
    }),
  )
}
