import type { BarBody, BarRow } from '../../../model/deck.ts'

/** A waterfall leaves this much of the width to names and numbers before its bars may stand behind them. */
const wordsShare = 0.72

/** Between the numbers and the first bar. */
const breath = 0.014

/** Whether the rows hang between a maximum and a score. */
export function isWaterfall({ rows }: BarBody): boolean {
  return rows[0]?.kind === 'max' && rows.some(row => row.kind === 'score')
}

/** Where the leftmost loss of a waterfall begins, if that leaves room for the words; null: bars need their column. */
export function lossesFrom(body: BarBody): number | null {
  if (!isWaterfall(body)) return null
  const starts = body.rows
    .filter(row => row.kind !== 'max' && row.kind !== 'score')
    .flatMap(row => row.segments.map(segment => segment.from))
  const score = body.rows.find(row => row.kind === 'score')?.segments.map(segment => segment.to) ?? []
  const first = Math.min(...starts, ...score)
  return Number.isFinite(first) && first >= wordsShare ? first - breath : null
}

/** Places of the thin lines that join the steps of a waterfall: where one comes from above and goes on below. */
export type Joint = { readonly above: number | null; readonly below: number | null }

/** The joints of every row; rows without a bar of their own hand the line on. */
export function joints(rows: readonly BarRow[]): readonly Joint[] {
  if (rows[0]?.kind !== 'max' || !rows.some(row => row.kind === 'score')) return rows.map(() => noJoint)
  let last: number | null = null
  return rows.map(row => {
    if (row.kind === 'max') return noJoint
    const above = last
    if (row.kind === 'score') {
      last = null
      return { above: null, below: null }
    }
    const froms = row.segments.map(segment => segment.from)
    if (froms.length > 0) last = Math.min(...froms)
    return { above, below: last }
  })
}

const noJoint: Joint = { above: null, below: null }

/** Decimals of the longest number of each column, so that shorter ones stand on their comma. */
export function paddings({ heads, rows }: BarBody, mark: string): readonly number[] {
  return heads.numbers.map((_, at) => {
    const texts = rows.map(row => row.numbers[at] ?? '')
    // "0,2734/1,5" stands on the comma of its maximum; a number alone beside it has no such place.
    const pairs = texts.filter(text => text.includes('/'))
    return Math.max(0, ...(pairs.length > 0 ? pairs : texts).map(text => decimalsAtEnd(text, mark)))
  })
}

/** Decimals that a text ends with: 4 of "0,2734", 1 of "0,29/0,5", 0 of "0,5333/1" and of "thiếu". */
export function decimalsAtEnd(text: string, mark: string): number {
  const [, decimals] = text.slice(text.lastIndexOf('/') + 1).split(mark)
  return decimals !== undefined && /^\d+$/.test(decimals) ? decimals.length : 0
}
