import type { RuleSet } from '../../src/model/ruleSet.ts'
import type { BulkTable } from '../../src/scoring/bulk/table.ts'
import { dayNumber, workingDaysBetween } from '../../src/scoring/workingDays.ts'
import { type BenchKind, calendar, mix } from './scene.ts'

/**
 * The limit: what a programmer would write by hand for exactly this rule set, floats and Math.round, one
 * loop a leaf over typed arrays. No exactness, no intervals, no policies but the ones of the scene.
 * @returns points × 100 by leaf, and the sum of what is known by row
 */
export function scoreByHand(
  ruleSet: RuleSet,
  table: BulkTable,
): { leaves: Float64Array[]; totals: Float64Array } {
  const { rows, previousRow, cohort } = table
  const totals = new Float64Array(rows)
  const column = (id: string) => {
    const found = table.columns.get(id)
    if (!found) throw new Error(`no column ${id}`)
    return found.values
  }
  const kinds = (Object.keys(mix) as BenchKind[]).flatMap(kind =>
    Array.from({ length: mix[kind] }, (_, index) => [kind, `${kind}${index}`] as const),
  )
  const late = workingDaysTable()
  const leaves = kinds.map(([kind, id]) => {
    const out = new Float64Array(rows)
    const score = loops[kind]
    score(id, rows, out, column, { previousRow, cohort, late })
    for (let row = 0; row < rows; row += 1) {
      const points = out[row] as number
      if (!Number.isNaN(points)) totals[row] = (totals[row] as number) + points
    }
    return out
  })
  if (leaves.length !== ruleSet.criteria.length * 10) throw new Error('one loop a leaf')
  return { leaves, totals }
}

type Loop = (
  id: string,
  rows: number,
  out: Float64Array,
  column: (id: string) => Float64Array,
  rest: { previousRow: Int32Array; cohort: Int32Array; late: (day: number) => number },
) => void

const loops: Record<BenchKind, Loop> = {
  share: (id, rows, out, column) => {
    const [top, bottom] = [column(`${id}-1`), column(`${id}-2`)]
    for (let row = 0; row < rows; row += 1) {
      const d = bottom[row] as number
      const share = (top[row] as number) / d
      out[row] = d === 0 ? 0 : share >= 1 ? 200 : Math.round(share * 200)
    }
  },
  roundedShare: (id, rows, out, column) => {
    const [top, bottom] = [column(`${id}-1`), column(`${id}-2`)]
    for (let row = 0; row < rows; row += 1) {
      const d = bottom[row] as number
      const percent = Math.round(((top[row] as number) / d) * 10_000) / 100
      out[row] = d === 0 ? 0 : percent >= 100 ? 200 : Math.round(percent * 2)
    }
  },
  shareOfTarget: (id, rows, out, column) => {
    const [top, bottom] = [column(`${id}-1`), column(`${id}-2`)]
    for (let row = 0; row < rows; row += 1) {
      const d = bottom[row] as number
      const share = (top[row] as number) / d
      out[row] = d === 0 ? 0 : share >= 0.8 ? 200 : Math.round((share / 0.8) * 200)
    }
  },
  fromFloor: (id, rows, out, column) => {
    const [top, bottom] = [column(`${id}-1`), column(`${id}-2`)]
    for (let row = 0; row < rows; row += 1) {
      const d = bottom[row] as number
      const share = (top[row] as number) / d
      out[row] = d === 0 || share <= 0.3 ? 0 : share >= 0.9 ? 200 : Math.round(((share - 0.3) / 0.6) * 200)
    }
  },
  yesNo: (id, rows, out, column) => {
    const flag = column(`${id}-1-flag`)
    for (let row = 0; row < rows; row += 1) out[row] = (flag[row] as number) * 200
  },
  choice: (id, rows, out, column) => {
    const option = column(`${id}-1-option`)
    for (let row = 0; row < rows; row += 1) {
      const chosen = option[row] as number
      out[row] = chosen === 1 ? 0 : chosen === 2 ? 50 : chosen === 3 ? 125 : chosen === 4 ? 200 : Number.NaN
    }
  },
  checklist: (id, rows, out, column) => {
    const [a, b, c] = [column(`${id}-1-flag`), column(`${id}-2-flag`), column(`${id}-3-flag`)]
    for (let row = 0; row < rows; row += 1)
      out[row] = (a[row] as number) * 50 + (b[row] as number) * 50 + (c[row] as number) * 100
  },
  valueBands: (id, rows, out, column) => {
    const value = column(`${id}-1`)
    for (let row = 0; row < rows; row += 1) {
      const v = value[row] as number
      out[row] = v >= 600 ? 200 : v >= 200 ? 100 : v >= 50 ? 50 : v >= 0 ? 0 : Number.NaN
    }
  },
  percentBands: (id, rows, out, column) => {
    const [top, bottom] = [column(`${id}-1`), column(`${id}-2`)]
    for (let row = 0; row < rows; row += 1) {
      const d = bottom[row] as number
      const v = (top[row] as number) / d
      out[row] = d === 0 ? 0 : v >= 0.9 ? 200 : v >= 0.7 ? 100 : v >= 0.5 ? 50 : v >= 0 ? 0 : Number.NaN
    }
  },
  perUnit: (id, rows, out, column) => {
    const count = column(`${id}-1`)
    for (let row = 0; row < rows; row += 1) out[row] = Math.min(Math.round(count[row] as number), 200)
  },
  deduction: (id, rows, out, column) => {
    const count = column(`${id}-1`)
    for (let row = 0; row < rows; row += 1)
      out[row] = Math.max(Math.round(200 - (count[row] as number) * 0.5), 0)
  },
  bonusPenalty: (id, rows, out, column) => {
    const [up, down] = [column(`${id}-1`), column(`${id}-2`)]
    for (let row = 0; row < rows; row += 1)
      out[row] = Math.round(
        Math.max(Math.min((up[row] as number) * 0.5 - (down[row] as number) * 0.2, 200), -100),
      )
  },
  surveyMean: (id, rows, out, column) => {
    const mean = column(`${id}-1-percent`)
    for (let row = 0; row < rows; row += 1) out[row] = Math.round(((mean[row] as number) / 10_000) * 200)
  },
  sum: (id, rows, out, column) => {
    const [top, bottom, flag] = [column(`${id}-1`), column(`${id}-2`), column(`${id}-3-flag`)]
    for (let row = 0; row < rows; row += 1) {
      const d = bottom[row] as number
      const share = d === 0 ? 0 : Math.min((top[row] as number) / d, 1)
      out[row] = Math.round((flag[row] as number) * 50 + share * 150)
    }
  },
  growth: (id, rows, out, column, { previousRow }) => {
    const value = column(`${id}-1`)
    for (let row = 0; row < rows; row += 1) {
      const before = previousRow[row] as number
      const base = before < 0 ? Number.NaN : (value[before] as number)
      const growth = ((value[row] as number) - base) / base
      out[row] =
        base === 0 && !Number.isNaN(value[row] as number)
          ? 0
          : growth >= 0.1
            ? 200
            : growth >= 0
              ? 100
              : growth >= -0.1
                ? 50
                : growth < 0
                  ? 0
                  : Number.NaN
    }
  },
  lateness: (id, rows, out, column, { late }) => {
    const done = column(`${id}-1-date`)
    for (let row = 0; row < rows; row += 1) {
      const days = late(done[row] as number)
      out[row] = days >= 6 ? 0 : days >= 3 ? 50 : days >= 1 ? 100 : days >= 0 ? 200 : Number.NaN
    }
  },
  formula: (id, rows, out, column) => {
    const [a, b] = [column(`${id}-1`), column(`${id}-2`)]
    for (let row = 0; row < rows; row += 1) {
      const [x, y] = [a[row] as number, b[row] as number]
      out[row] = Math.round(Math.min(x >= y ? 2 : (x * 2 + 10) / (y + 10), 2) * 100)
    }
  },
  shareOfBest: (id, rows, out, column, { cohort }) => {
    const value = column(`${id}-1`)
    const best = new Float64Array(16)
    for (let row = 0; row < rows; row += 1) {
      const v = value[row] as number
      const group = cohort[row] as number
      if (v > (best[group] as number)) best[group] = v
    }
    for (let row = 0; row < rows; row += 1)
      out[row] = Math.round(((value[row] as number) / (best[cohort[row] as number] as number)) * 200)
  },
  rank: (id, rows, out, column, { cohort }) => {
    const value = column(`${id}-1`)
    out.fill(Number.NaN)
    for (let group = 0, start = 0; start < rows; group += 1) {
      let end = start
      while (end < rows && cohort[end] === group) end += 1
      const order = Array.from({ length: end - start }, (_, index) => start + index)
        .filter(row => !Number.isNaN(value[row] as number))
        .sort((x, y) => (value[y] as number) - (value[x] as number))
      let rank = 0
      order.forEach((row, index) => {
        if (index === 0 || value[row] !== value[order[index - 1] as number]) rank = index + 1
        out[row] = Math.round(((order.length - rank) / (order.length - 1)) * 200)
      })
      start = end
    }
  },
}

/** Working days late by day, once for the whole run. */
function workingDaysTable(): (day: number) => number {
  const since = dayNumber('2026-03-05')
  const days = new Float64Array(40)
  for (let ahead = 0; ahead < days.length; ahead += 1) {
    const done = new Date((since + ahead) * 86_400_000).toISOString().slice(0, 10)
    days[ahead] = Math.max(0, workingDaysBetween('2026-03-05', done, calendar) - 5)
  }
  return day => (Number.isNaN(day) ? Number.NaN : (days[day - since] as number))
}
