import type { Calendar } from '../../model/ruleSet.ts'
import { dayNumber, workedDays } from '../../scoring/workingDays.ts'

export type Month = {
  /** "2024-11". */
  readonly period: string
  /** 0 for the first month of the demonstration. */
  readonly index: number
  readonly month: number
  /** "2024-11-30". */
  readonly lastDay: string
  /** How busy the month is; the Tết month is quiet. */
  readonly season: number
}

/** Tết fell into January in 2025 and into February in 2026. */
const quiet: Readonly<Record<string, number>> = { '2025-01': 0.66, '2026-02': 0.6 }
const seasons = [0.98, 0.95, 1.12, 1.05, 0.97, 1.02, 0.94, 1.04, 1.1, 1.03, 1, 1.08]

/** The months of the demonstration: November 2024 to October 2026. */
export const months: readonly Month[] = Array.from({ length: 24 }, (_, index) => {
  const ordinal = 2024 * 12 + 10 + index
  const [year, month] = [Math.floor(ordinal / 12), (ordinal % 12) + 1]
  const period = `${year}-${String(month).padStart(2, '0')}`
  const lastDay = new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)
  return { period, index, month, lastDay, season: quiet[period] ?? seasons[month - 1] ?? 1 }
})

/** The day after so many working days. */
export function afterWorkingDays(from: string, days: number, calendar: Calendar): string {
  const isWorked = workedDays(calendar)
  let day = dayNumber(from)
  for (let left = days; left > 0; ) {
    day += 1
    if (isWorked(day)) left -= 1
  }
  return isoDay(day)
}

/** The day so many calendar days later, or earlier when negative. */
export function daysAfter(from: string, days: number): string {
  return isoDay(dayNumber(from) + days)
}

function isoDay(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10)
}
