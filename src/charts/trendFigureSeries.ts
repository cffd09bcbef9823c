import { toPlotNumber } from '../model/exact.ts'
import type { StatedFigure } from '../model/figure.ts'
import { precedes } from '../model/period.ts'
import { placesOf } from './trendSeries.ts'

export type FigurePoint = {
  readonly figure: StatedFigure
  readonly x: number
  readonly y: number
  readonly isKey: boolean
  readonly labelBelow: boolean
}

export type FigureSeries = {
  readonly id: string
  readonly figures: readonly StatedFigure[]
  readonly points: readonly FigurePoint[]
  readonly lines: readonly {
    readonly x1: number
    readonly y1: number
    readonly x2: number
    readonly y2: number
  }[]
  /** Number at the top of the scale, which begins at 0; null where it is only a little above the largest figure. */
  readonly end: string | null
}

/** Figures stated again and again, a small picture for each thing that is stated, the earliest first. */
export function buildFigureSeries(figures: readonly StatedFigure[]): readonly FigureSeries[] {
  const ids = [...new Set(figures.flatMap(figure => figure.seriesId ?? []))]
  return ids.map(id => {
    const own = figures
      .filter(figure => figure.seriesId === id)
      .toSorted((a, b) => (a.period < b.period ? -1 : a.period > b.period ? 1 : 0))
    const values = own.map(figure => toPlotNumber(figure.value))
    const largest = Math.max(...values, 0)
    const isShare = own.every(figure => figure.unit === '%') && largest <= 100
    // A share is drawn on the whole of it; anything else as high as it reaches, with air for its number.
    const top = isShare ? 100 : largest > 0 ? largest * 1.15 : 1
    const places = placesOf(own.map(figure => figure.period))
    const least = values.indexOf(Math.min(...values))
    const most = values.indexOf(largest)
    const keys = apart([own.length - 1, most, least], places)
    const points = own.map((figure, index): FigurePoint => {
      const value = toPlotNumber(figure.value)
      const [left, right] = [values[index - 1], values[index + 1]]
      return {
        figure,
        x: places[index]?.x ?? 0.5,
        y: value / top,
        isKey: keys.has(index),
        labelBelow:
          (left !== undefined || right !== undefined) &&
          (left === undefined || left > value) &&
          (right === undefined || right > value) &&
          value / top > 0.22,
      }
    })
    return {
      id,
      figures: own,
      points,
      lines: points.flatMap((point, index) => {
        const before = points[index - 1]
        return before && precedes(before.figure.period, point.figure.period)
          ? [{ x1: before.x, y1: before.y, x2: point.x, y2: point.y }]
          : []
      }),
      end: isShare ? '100' : null,
    }
  })
}

/** Places whose numbers do not touch, the first ones wanted most. */
function apart(wanted: readonly number[], places: readonly { readonly x: number }[]): ReadonlySet<number> {
  const kept: number[] = []
  for (const index of wanted) {
    const x = places[index]?.x ?? 0
    if (kept.every(other => Math.abs((places[other]?.x ?? 0) - x) >= 0.2)) kept.push(index)
  }
  return new Set(kept)
}
