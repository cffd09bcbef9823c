import { toPlotNumber } from '../model/exact.ts'

/** Where two versions of one number lie on a common scale from 0, as shares (0–1) for drawing only. */
export type ShiftPlaces = { readonly from: number | null; readonly to: number | null }

export type ShiftScale = {
  /** The number at the end of the scale; null when there is none. */
  readonly end: string | null
  readonly places: readonly ShiftPlaces[]
}

type Pair = { readonly from: string | null; readonly to: string | null }

/** The largest number of all pairs ends the scale; a number that is not known has no place. */
export function shiftScale(pairs: readonly Pair[]): ShiftScale {
  const numbers = pairs.flatMap(({ from, to }) => [from ?? [], to ?? []].flat())
  const end = numbers.toSorted((a, b) => toPlotNumber(b) - toPlotNumber(a))[0] ?? null
  const length = end === null ? 0 : toPlotNumber(end)
  const place = (text: string | null) => (text === null || length <= 0 ? null : toPlotNumber(text) / length)
  return { end, places: pairs.map(({ from, to }) => ({ from: place(from), to: place(to) })) }
}
