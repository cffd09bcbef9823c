import { toPlotNumber } from '../model/exact.ts'
import { parsePeriod } from '../model/period.ts'
import type { Trend, TrendLevel, TrendPoint } from '../model/trend.ts'

/** A period of the catalogue, whether it is loaded or not. */
export type TrendSlotKey = { readonly ruleSetId: string; readonly period: string }

export type TrendSlot = TrendSlotKey & {
  readonly key: string
  /** Middle and width as shares of the plot. */
  readonly x: number
  readonly width: number
  /** null while its file is not there. */
  readonly point: TrendPoint | null
  /** Heights as shares of the plot, lower and upper end; null where nothing is drawn. */
  readonly low: number | null
  readonly high: number | null
  /** The number stands under its point where lines come from above. */
  readonly labelBelow: boolean
  /** First, last, highest, lowest and the selected one keep their numbers where room is short. */
  readonly isKey: boolean
  readonly isSelected: boolean
}

export type TrendTick = {
  readonly period: string
  readonly x: number
  /** 0 always stands; 1 where there is room. */
  readonly rank: 0 | 1
}

export type TrendDrawing = {
  readonly slots: readonly TrendSlot[]
  readonly lines: readonly {
    readonly x1: number
    readonly y1: number
    readonly x2: number
    readonly y2: number
  }[]
  /** A rule set from its first to its last period. */
  readonly segments: readonly { readonly ruleSetId: string; readonly from: number; readonly to: number }[]
  /** `clearX`: where no point stands near the level, for its name. */
  readonly levels: readonly (TrendLevel & {
    readonly clearX: number
    readonly y: number
    readonly from: number
    readonly to: number
  })[]
  readonly ticks: readonly TrendTick[]
  /** Where 0 lies. */
  readonly zero: number
  readonly density: 'roomy' | 'middle' | 'dense'
}

export const slotKey = ({ ruleSetId, period }: TrendSlotKey) => `${ruleSetId} ${period}`

/**
 * Where every period lies on a common time axis. Months, quarters and years take one place each, also those
 * nobody published; single days lie as far from each other as they are.
 */
export function buildTrend(
  trend: Trend,
  entries: readonly TrendSlotKey[],
  selected: TrendSlotKey | null,
): TrendDrawing {
  const places = placesOf(entries.map(entry => entry.period))
  const points = new Map(trend.points.map(point => [slotKey(point), point]))
  const [bottom, top] = [toPlotNumber(trend.start), toPlotNumber(trend.end)]
  const height = (value: string) => (toPlotNumber(value) - bottom) / (top - bottom)
  const bare = entries.map((entry, index) => {
    const point = points.get(slotKey(entry)) ?? null
    const place = places[index] ?? { x: 0.5, width: 1 }
    const drawn = point?.drawn ?? null
    return {
      ...entry,
      ...place,
      key: slotKey(entry),
      point,
      low: drawn ? height(drawn.from) : null,
      high: drawn ? height(drawn.to) : null,
      isSelected: selected !== null && slotKey(entry) === slotKey(selected),
    }
  })
  const keys = keyPlaces(bare)
  const slots = bare.map(
    (slot, index): TrendSlot => ({
      ...slot,
      labelBelow: isValley(bare[index - 1], slot, bare[index + 1]),
      isKey: keys.has(index),
    }),
  )
  const segments = segmentsOf(slots)
  return {
    slots,
    lines: slots.flatMap((slot, index) => {
      const before = slots[index - 1]
      return slot.point?.joined && before && before.high !== null && slot.high !== null
        ? [{ x1: before.x, y1: before.high, x2: slot.x, y2: slot.high }]
        : []
    }),
    segments,
    levels: trend.levels.flatMap(level => {
      const segment = segments.find(each => each.ruleSetId === level.ruleSetId)
      const y = height(level.at)
      return segment && y > 0 && y <= 1
        ? [{ ...level, y, from: segment.from, to: segment.to, clearX: clearPlace(slots, level.ruleSetId, y) }]
        : []
    }),
    ticks: ticksOf(entries, slots),
    zero: height('0'),
    density: slots.length > 16 ? 'dense' : slots.length > 8 ? 'middle' : 'roomy',
  }
}

/** A number for each period, one more for the next; days since 1970 for single days. */
function ordinal(id: string): number {
  const period = parsePeriod(id)
  if (!period) return 0
  const year = Number(period.year)
  switch (period.kind) {
    case 'year':
      return year
    case 'quarter':
      return year * 4 + Number(period.quarter) - 1
    case 'month':
      return year * 12 + Number(period.month) - 1
    case 'date':
      return Date.UTC(year, Number(period.month) - 1, Number(period.day)) / 86_400_000
  }
}

/** Middle and width of each period's place, as shares of the whole. */
export function placesOf(
  periods: readonly string[],
): readonly { readonly x: number; readonly width: number }[] {
  const ordinals = periods.map(ordinal)
  const [first = 0, last = 0] = [ordinals[0], ordinals.at(-1)]
  const byDay = parsePeriod(periods[0] ?? '')?.kind === 'date'
  if (!byDay) {
    const count = last - first + 1
    return ordinals.map(each => ({ x: (each - first + 0.5) / count, width: 1 / count }))
  }
  // Half a place of air at both ends, so that the first and the last number have room.
  const air = 0.5 / Math.max(periods.length, 1)
  const x = ordinals.map(each =>
    last === first ? 0.5 : air + ((each - first) / (last - first)) * (1 - 2 * air),
  )
  return x.map((here, index) => {
    const left = here - (x[index - 1] ?? here - 2 * Math.min(here, 0.12))
    const right = (x[index + 1] ?? here + 2 * Math.min(1 - here, 0.12)) - here
    return { x: here, width: Math.min(left, right, 0.24) }
  })
}

type Bare = {
  readonly x: number
  readonly high: number | null
  readonly isSelected: boolean
  readonly point: TrendPoint | null
}

/** Shares of the height below which a line counts as level. */
const flat = 0.03

/** Lines come down to the point and none goes further down: above it the number would stand on them. */
function isValley(before: Bare | undefined, here: Bare, after: Bare | undefined): boolean {
  const rises = [here.point?.joined ? before : undefined, after?.point?.joined ? after : undefined].flatMap(
    other => (other?.high == null || here.high === null ? [] : [other.high - here.high]),
  )
  return rises.some(rise => rise > flat) && rises.every(rise => rise > -flat)
}

/** Numbers that stay where there is no room for all; none so near the selected one that they would touch. */
function keyPlaces(slots: readonly Bare[]): ReadonlySet<number> {
  const drawn = slots.flatMap((slot, index) => (slot.high === null ? [] : [{ index, high: slot.high }]))
  const ascending = drawn.toSorted((a, b) => a.high - b.high)
  const wanted = [
    slots.findIndex(slot => slot.isSelected && slot.high !== null),
    ascending[0]?.index ?? -1,
    ascending.at(-1)?.index ?? -1,
    drawn.at(-1)?.index ?? -1,
    drawn[0]?.index ?? -1,
  ]
  const kept: number[] = []
  for (const index of wanted) {
    const here = slots[index]
    const touches = kept.some(other => Math.abs((slots[other]?.x ?? 0) - (here?.x ?? 0)) < 0.14)
    if (here && !touches) kept.push(index)
  }
  return new Set(kept)
}

function segmentsOf(slots: readonly TrendSlot[]): TrendDrawing['segments'] {
  const ids = [...new Set(slots.map(slot => slot.ruleSetId))]
  const spans = ids.map(ruleSetId => {
    const own = slots.filter(slot => slot.ruleSetId === ruleSetId)
    const [first, last] = [own[0], own.at(-1)]
    return { ruleSetId, from: first?.x ?? 0, to: last?.x ?? 1 }
  })
  // A rule set reaches half way to the next one, the first and the last to the edge.
  return spans.map(({ ruleSetId, from, to }, index) => {
    const [before, after] = [spans[index - 1], spans[index + 1]]
    return {
      ruleSetId,
      from: before ? (before.to + from) / 2 : 0,
      to: after ? (to + after.from) / 2 : 1,
    }
  })
}

/** Names under the axis: every period while there are few, then every half year with quarters between. */
function ticksOf(entries: readonly TrendSlotKey[], slots: readonly TrendSlot[]): readonly TrendTick[] {
  const seen = new Set<string>()
  return entries.flatMap(({ period }, index): TrendTick[] => {
    const slot = slots[index]
    if (!slot || seen.has(period)) return []
    seen.add(period)
    const rank = rankOf(period, index, entries.length)
    return rank === null ? [] : [{ period, x: slot.x, rank }]
  })
}

function rankOf(id: string, index: number, count: number): 0 | 1 | null {
  if (count <= 4) return 0
  const period = parsePeriod(id)
  if (count <= 12) return index % 2 === 0 ? 0 : 1
  if (period?.kind === 'month') {
    const month = Number(period.month) - 1
    return month % 6 === 0 ? 0 : month % 3 === 0 ? 1 : null
  }
  const step = Math.ceil(count / 6)
  return index % step === 0 ? 0 : null
}

/** Among the periods of a rule set the one whose point and neighbours lie farthest from a height. */
function clearPlace(slots: readonly TrendSlot[], ruleSetId: string, y: number): number {
  const own = slots.filter(slot => slot.ruleSetId === ruleSetId)
  const away = (slot: TrendSlot | undefined) => (slot?.high == null ? 1 : Math.abs(slot.high - y))
  const inner = own.length > 3 ? own.slice(1, -1) : own
  const room = inner.map(slot => {
    const index = own.indexOf(slot)
    return { x: slot.x, away: Math.min(away(own[index - 1]), away(slot), away(own[index + 1])) }
  })
  return room.toSorted((a, b) => b.away - a.away)[0]?.x ?? 0.5
}
