import { type Interval, isSettled, toPlotNumber } from '../model/exact.ts'
import { parsePeriod, precedes } from '../model/period.ts'
import { isClaimed } from '../model/stages.ts'
import type { Stage } from '../model/submission.ts'

/** Score of one agency in one period, in percent of its maximum; null: none. */
export type SparkPoint = {
  readonly period: string
  readonly percent: Interval | null
  /** Where it was read at; null: there is no result. */
  readonly stage: Stage | null
}

/** Lowest and highest percentage that is drawn, the same for every line of a table. */
export type SparkScale = { readonly from: number; readonly to: number }

/** Positions from 0 to 1, left to right and bottom to top. */
export type Sparkline = {
  readonly dots: readonly {
    readonly period: string
    readonly x: number
    readonly y: number
    /** Upper end, where missing figures leave the score open. */
    readonly top: number | null
  }[]
  /** Lines between periods right after each other, both claimed or both decided; a gap stays a gap. */
  readonly lines: readonly {
    readonly x1: number
    readonly y1: number
    readonly x2: number
    readonly y2: number
  }[]
}

/** Least height of the scale, so that a tenth of a percent does not look like a leap. */
const leastSpan = 10

/** One scale for every line, so that heights can be read against each other. */
export function sparkScale(lines: readonly (readonly SparkPoint[])[]): SparkScale {
  const values = lines
    .flat()
    .flatMap(({ percent }) => (percent ? [percent.from, percent.to].map(toPlotNumber) : []))
  const [low, high] = values.reduce(
    ([least, most], value) => [Math.min(least, value), Math.max(most, value)],
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  )
  if (low > high) return { from: 0, to: 100 }
  const spare = Math.max(leastSpan - (high - low), 0) / 2
  return { from: low - spare, to: high + spare }
}

/**
 * A line through the periods of one agency. Periods stand where the calendar puts them; one date draws one
 * dot, and a period without a score draws nothing.
 * @param points oldest first
 */
export function buildSparkline(points: readonly SparkPoint[], scale: SparkScale): Sparkline {
  const times = points.map(point => timeOf(point.period))
  const [start = 0, end = 0] = [times[0], times.at(-1)]
  const heightOf = (percent: string) => (toPlotNumber(percent) - scale.from) / (scale.to - scale.from)
  const claimed = new Map(points.map(({ period, stage }) => [period, stage !== null && isClaimed(stage)]))
  const dots = points.flatMap(({ period, percent }, index) => {
    if (!percent) return []
    const x = end === start ? 1 : ((times[index] ?? start) - start) / (end - start)
    return [{ period, x, y: heightOf(percent.from), top: isSettled(percent) ? null : heightOf(percent.to) }]
  })
  return {
    dots,
    lines: dots.flatMap((dot, index) => {
      const before = dots[index - 1]
      const joined =
        before &&
        before.top === null &&
        dot.top === null &&
        claimed.get(before.period) === claimed.get(dot.period) &&
        follows(points, before.period, dot.period)
      return joined ? [{ x1: before.x, y1: before.y, x2: dot.x, y2: dot.y }] : []
    }),
  }
}

/** Right after each other by the calendar; single days, in the list of those that were published. */
function follows(points: readonly SparkPoint[], earlier: string, later: string): boolean {
  if (!precedes(earlier, later)) return false
  if (parsePeriod(later)?.kind !== 'date') return true
  const place = points.findIndex(point => point.period === earlier)
  return points[place + 1]?.period === later
}

/** A place on the calendar; only distances matter. */
function timeOf(id: string): number {
  const period = parsePeriod(id)
  switch (period?.kind) {
    case 'date':
      return Date.UTC(Number(period.year), Number(period.month) - 1, Number(period.day)) / 86_400_000
    case 'month':
      return Number(period.year) * 12 + Number(period.month)
    case 'quarter':
      return Number(period.year) * 4 + Number(period.quarter)
    case 'year':
      return Number(period.year)
    default:
      return 0
  }
}
