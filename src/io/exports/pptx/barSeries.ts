import type { BarBody, BarRow, BarSegment } from '../../../model/deck.ts'

/** `frame`: the empty rest of the scale in a row that rests on nothing. */
export type SeriesPaint = BarSegment['paint'] | 'frame'

/** One run of a stacked chart: `paint` null is the invisible part before a bar that does not begin at 0. */
export type BarSeries = {
  readonly paint: SeriesPaint | null
  /** Of points that were earned or lost; other parts have one look. */
  readonly isSure: boolean
  /** Lengths from 0 to 1, one a row; null where the row has no such part. */
  readonly lengths: readonly (number | null)[]
}

type Piece = Omit<BarSeries, 'lengths'> & { readonly length: number }

/** Of parts that lie over each other the one further left here is seen. */
const onTop: readonly SeriesPaint[] = ['actual', 'lost', 'open', 'idle', 'max', 'frame']

/** Shorter than a thousandth of a pixel on any wall. */
const least = 1e-7

/**
 * Bars of any parts as series of one stacked chart: each row's parts from 0 to the right, the places between them as
 * invisible parts, in one order that holds for every row.
 */
export function barSeries({ rows }: Pick<BarBody, 'rows'>): readonly BarSeries[] {
  const pieces = rows.map(piecesOf)
  const order = pieces.reduce<readonly Piece[]>((known, row) => merge(known, row), [])
  const taken = pieces.map(row => {
    let next = 0
    return order.map(slot => {
      const piece = row[next]
      if (!piece || !isSame(piece, slot)) return null
      next += 1
      return piece.length
    })
  })
  return order.map(({ paint, isSure }, at) => ({ paint, isSure, lengths: taken.map(row => row[at] ?? null) }))
}

function isSame(a: Omit<Piece, 'length'>, b: Omit<Piece, 'length'>): boolean {
  return a.paint === b.paint && a.isSure === b.isSure
}

/** Parts of a row that do not overlap, from 0 on. */
function piecesOf({ kind, segments }: Pick<BarRow, 'kind' | 'segments'>): readonly Piece[] {
  const rest = { from: 0, to: 1, paint: 'frame' as const, isSure: true }
  const clamped = [...segments, ...(kind === 'idle' ? [rest] : [])]
    .map(segment => ({
      paint: segment.paint,
      isSure: segment.isSure || (segment.paint !== 'actual' && segment.paint !== 'lost'),
      from: clamp(segment.from),
      to: clamp(segment.to),
    }))
    .filter(({ from, to }) => to - from > least)
  const edges = [...new Set([0, ...clamped.flatMap(({ from, to }) => [from, to])])].toSorted((a, b) => a - b)
  const pieces: Piece[] = []
  edges.slice(1).forEach((to, index) => {
    const from = edges[index] ?? 0
    if (to - from <= least) return
    const seen = clamped
      .filter(segment => segment.from <= from + least && segment.to >= to - least)
      .toSorted((a, b) => onTop.indexOf(a.paint) - onTop.indexOf(b.paint))[0]
    const piece = { paint: seen?.paint ?? null, isSure: seen?.isSure ?? true, length: to - from }
    const last = pieces.at(-1)
    if (last && isSame(last, piece))
      pieces[pieces.length - 1] = { ...piece, length: last.length + piece.length }
    else pieces.push(piece)
  })
  return pieces
}

function clamp(share: number): number {
  return Number.isFinite(share) ? Math.min(1, Math.max(0, share)) : 0
}

/** The shortest order that holds both orders, as a list that both can be read off from left to right. */
function merge(known: readonly Piece[], row: readonly Piece[]): readonly Piece[] {
  const size = row.length + 1
  // longest[i * size + j]: parts that known from i on and row from j on share.
  const longest = new Array<number>((known.length + 1) * size).fill(0)
  const at = (i: number, j: number) => longest[i * size + j] ?? 0
  for (let i = known.length - 1; i >= 0; i--)
    for (let j = row.length - 1; j >= 0; j--) {
      const [a, b] = [known[i], row[j]]
      longest[i * size + j] =
        a && b && isSame(a, b) ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
    }
  const merged: Piece[] = []
  let [i, j] = [0, 0]
  while (i < known.length || j < row.length) {
    const [a, b] = [known[i], row[j]]
    if (a && b && isSame(a, b)) {
      merged.push(a)
      i += 1
      j += 1
    } else if (a && (!b || at(i + 1, j) >= at(i, j + 1))) {
      merged.push(a)
      i += 1
    } else if (b) {
      merged.push(b)
      j += 1
    }
  }
  return merged
}
