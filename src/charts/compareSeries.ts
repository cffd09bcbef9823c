import type { ComparedCell, ComparedRow } from '../model/comparison.ts'
import { type Exact, toPlotNumber } from '../model/exact.ts'

/** Where one agency stands on the scale from 0 to its full points. */
export type CompareDisc = {
  /** Place of the agency among those chosen: 0 is A. */
  readonly index: number
  /**
   * Share (0–1) of the scale the disc is drawn at: its value, or the middle of what is open (at its lower end
   * a missing figure would look like a low one), moved aside where discs would cover each other.
   */
  readonly at: number
  /** The value itself; the lower end while figures are missing. */
  readonly value: number
  /** The upper end of what missing figures leave open; null when nothing is. */
  readonly openTo: number | null
}

export type CompareSpan = {
  readonly discs: readonly CompareDisc[]
  /** Ends of the line that joins the discs; null with fewer than two. */
  readonly line: { readonly from: number; readonly to: number } | null
}

const share = (percent: Exact) => Math.min(Math.max(toPlotNumber(percent) / 100, 0), 1)

/**
 * Discs of one row on the scale 0–100% of the maximum. Agencies without a percentage (not applicable,
 * unknown) have none: they are never drawn at 0.
 *
 * @param room width of a disc as a share of the scale
 */
export function buildCompareSpan({ cells }: Pick<ComparedRow, 'cells'>, room: number): CompareSpan {
  const known = cells.flatMap((cell, index) => {
    const place = placeOf(cell)
    return place ? [{ index, ...place }] : []
  })
  const wanted = ({ value, openTo }: (typeof known)[number]) => (value + (openTo ?? value)) / 2
  const sorted = known.toSorted((a, b) => wanted(a) - wanted(b) || a.index - b.index)
  const places = spread(sorted.map(wanted), room)
  const values = known.map(each => each.openTo ?? each.value)
  return {
    discs: sorted.map((each, order) => ({ ...each, at: places[order] ?? each.value })),
    line:
      known.length < 2 ? null : { from: Math.min(...known.map(each => each.value)), to: Math.max(...values) },
  }
}

function placeOf({ percent }: ComparedCell): Pick<CompareDisc, 'value' | 'openTo'> | null {
  if (percent === null) return null
  const value = share(percent.from)
  const end = share(percent.to)
  return { value, openTo: end > value ? end : null }
}

/**
 * Moves ascending places apart until none is closer to the next than `room`, each bunch around its own
 * middle and all within the scale.
 */
export function spread(ascending: readonly number[], room: number): readonly number[] {
  type Bunch = { readonly wanted: readonly number[]; readonly start: number }
  const bunchOf = (wanted: readonly number[]): Bunch => {
    const width = room * (wanted.length - 1)
    const middle = wanted.reduce((total, value) => total + value, 0) / wanted.length
    return { wanted, start: Math.min(Math.max(middle - width / 2, 0), Math.max(1 - width, 0)) }
  }
  const endOf = ({ wanted, start }: Bunch) => start + room * (wanted.length - 1)
  const bunches = ascending.reduce<readonly Bunch[]>((found, value) => {
    let next = bunchOf([value])
    let before = found
    for (let last = before.at(-1); last && next.start - endOf(last) < room - 1e-9; last = before.at(-1)) {
      next = bunchOf([...last.wanted, ...next.wanted])
      before = before.slice(0, -1)
    }
    return [...before, next]
  }, [])
  return bunches.flatMap(({ wanted, start }) => wanted.map((_, index) => start + room * index))
}
