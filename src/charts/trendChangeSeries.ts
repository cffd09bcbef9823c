import type { ChangeCause, ChangeDecomposition } from '../model/change.ts'
import { type Interval, toPlotNumber } from '../model/exact.ts'
import type { NodeChange } from '../model/trend.ts'

/** A stretch of the common scale, 0–1, for drawing only. */
export type Stretch = { readonly from: number; readonly to: number }

export type ChangeStepBar = {
  readonly cause: ChangeCause
  /** From the level before to the level after; null while either is open. */
  readonly bar: (Stretch & { readonly direction: 'up' | 'down' | 'still' }) | null
  /** The total after it. */
  readonly level: Stretch
}

export type ChangeBars = {
  readonly before: Stretch
  readonly after: Stretch
  readonly steps: readonly ChangeStepBar[]
}

type Comparable = Extract<ChangeDecomposition, { kind: 'comparable' }>

/** Share of the scale left free at both ends. */
const air = 0.06

/**
 * The levels between two totals on one scale from the lowest to the highest of them. The scale does not begin at
 * zero, so only the steps are bars; the totals are marks at their place.
 */
export function buildChangeBars({ before, after, steps }: Comparable): ChangeBars {
  const levels = [before, ...steps.map(step => step.total), after]
  const numbers = levels.flatMap(({ from, to }) => [toPlotNumber(from), toPlotNumber(to)])
  const [least, most] = [Math.min(...numbers), Math.max(...numbers)]
  const place = (value: string) =>
    most === least ? 0.5 : air + ((toPlotNumber(value) - least) / (most - least)) * (1 - 2 * air)
  const stretch = ({ from, to }: Interval): Stretch => ({ from: place(from), to: place(to) })
  return {
    before: stretch(before),
    after: stretch(after),
    steps: steps.map(({ cause, total }, index) => {
      const earlier = levels[index] ?? before
      const isOpen = earlier.from !== earlier.to || total.from !== total.to
      const [from, to] = [place(earlier.to), place(total.to)]
      const direction = earlier.to === total.to ? 'still' : to > from ? 'up' : 'down'
      return {
        cause,
        bar: isOpen ? null : { from: Math.min(from, to), to: Math.max(from, to), direction },
        level: stretch(total),
      }
    }),
  }
}

/** Bars of criteria to both sides of zero on one scale; the shares are of half the width. */
export function buildMoverBars(
  rows: readonly Pick<NodeChange, 'difference'>[],
): readonly { readonly from: number; readonly to: number }[] {
  const ends = rows.map(({ difference }) => [toPlotNumber(difference.from), toPlotNumber(difference.to)])
  const most = Math.max(...ends.flat().map(Math.abs), 0)
  return ends.map(([from = 0, to = 0]) =>
    most === 0 ? { from: 0, to: 0 } : { from: from / most, to: to / most },
  )
}
