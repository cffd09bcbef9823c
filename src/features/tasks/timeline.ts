import type { PhasesView } from '../../state/tasks/phasesOf.ts'

/** A stretch of the timeline in percent of its width. */
export type Stretch = { readonly left: number; readonly width: number }

export type TimelineRow = {
  readonly id: string
  readonly bar: Stretch
  /** Where another phase runs too. */
  readonly overlaps: readonly Stretch[]
}

export type Timeline = {
  readonly rows: readonly TimelineRow[]
  readonly years: readonly { readonly year: number; readonly at: Stretch }[]
  /** The chosen day; null where it lies more than a year outside and the scale would suffer. */
  readonly on: number | null
}

const dayLength = 86_400_000
const start = (isoDay: string) => Date.parse(`${isoDay}T00:00:00Z`)

/** Lengths of a timeline of whole years that holds every phase, and the chosen day where it is near. */
export function timelineOf({ phases, overlaps }: PhasesView, on: string): Timeline {
  const years = phases.flatMap(({ from, to }) => [yearOf(from), yearOf(to)])
  const [first, last] = [Math.min(...years), Math.max(...years)]
  const isNear = yearOf(on) >= first - 1 && yearOf(on) <= last + 1
  const from = isNear ? Math.min(first, yearOf(on)) : first
  const to = isNear ? Math.max(last, yearOf(on)) : last
  const origin = start(`${from}-01-01`)
  const whole = start(`${to + 1}-01-01`) - origin
  const percent = (time: number) => (time / whole) * 100
  const stretch = (begins: string, ends: string): Stretch => ({
    left: percent(start(begins) - origin),
    // The last day counts whole.
    width: percent(start(ends) + dayLength - start(begins)),
  })
  return {
    rows: phases.map(phase => ({
      id: phase.id,
      bar: stretch(phase.from, phase.to),
      overlaps: overlaps
        .filter(({ firstId, secondId }) => firstId === phase.id || secondId === phase.id)
        .map(overlap => stretch(overlap.from, overlap.to)),
    })),
    years: Array.from({ length: to - from + 1 }, (_, index) => ({
      year: from + index,
      at: stretch(`${from + index}-01-01`, `${from + index}-12-31`),
    })),
    on: isNear ? percent(start(on) - origin) : null,
  }
}

const yearOf = (isoDay: string) => Number(isoDay.slice(0, 4))
