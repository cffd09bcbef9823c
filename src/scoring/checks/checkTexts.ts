import type { Decimal, Exact } from '../../model/exact.ts'
import { parsePeriod, writtenDay } from '../../model/period.ts'
import type { Bilingual } from '../../model/provenance.ts'
import type { Metric } from '../../model/ruleSet.ts'
import { compare, formatExact, parseExact, type Rational, round, whole } from '../exact.ts'

const space = '\u00a0'
const minus = '\u2212'

/** Decimals a fraction that never ends is told with. */
const endless = { places: 4, mode: 'halfUp' } as const

/** A number as officials write it, every digit it has: "15.290" and "0,25" in Vietnamese. */
export function numberText(value: Exact): Bilingual {
  if (value.includes('/')) return numberText(formatExact(round(parseExact(value), endless)))
  const [, sign = '', digits = '', decimals = ''] = /^(-?)(\d+)\.?(\d*)$/.exec(value) ?? []
  const written = (group: string, point: string) =>
    `${sign && minus}${digits.replace(/\B(?=(\d{3})+$)/g, group)}${decimals && point + decimals}`
  return digits === '' ? { vi: value, en: value } : { vi: written('.', ','), en: written(',', '.') }
}

/** A figure with its unit: "1.464 hồ sơ", "45,5%", "05/03/2026". */
export function figureText(value: Decimal, metric: Metric): Bilingual {
  if (metric.valueType === 'date') return dayText(value)
  const number = numberText(value)
  const unit = unitText(metric)
  if (unit.vi === '%') return { vi: `${number.vi}%`, en: `${number.en}%` }
  return { vi: `${number.vi}${space}${unit.vi}`, en: `${number.en}${space}${unit.en}` }
}

export function unitText({ unit, unitEn }: Metric): Bilingual {
  return { vi: unit.trim(), en: (unitEn ?? unit).trim() }
}

export function nameText({ name, nameEn }: Pick<Metric, 'name' | 'nameEn'>): Bilingual {
  return { vi: `“${name}”`, en: `“${nameEn ?? name}”` }
}

/** An ISO day as it is written. */
export function dayText(day: string): Bilingual {
  const text = writtenDay(day)
  return { vi: text, en: text }
}

/** "tháng 10/2026", "quý 3/2026", "năm 2022", "10/10/2026". */
export function periodText(id: string): Bilingual {
  const period = parsePeriod(id)
  switch (period?.kind) {
    case 'month':
      return { vi: `tháng ${period.month}/${period.year}`, en: `${period.month}/${period.year}` }
    case 'quarter':
      return { vi: `quý ${period.quarter}/${period.year}`, en: `Q${period.quarter}/${period.year}` }
    case 'year':
      return { vi: `năm ${id}`, en: id }
    case 'date':
      return dayText(id)
    default:
      return { vi: id, en: id }
  }
}

/** Beyond it how many times is no help, only that it is far too many. */
const manyTimes = whole(1000)

/** How many times as much, to one decimal: "12,3"; "trên 1.000" beyond a thousand. */
export function timesText(ratio: Rational): Bilingual {
  if (compare(ratio, manyTimes) > 0) return { vi: 'trên 1.000', en: 'over 1,000' }
  return numberText(formatExact(round(ratio, { places: 1, mode: 'truncate' })))
}

/** "0 điểm" with the unit of points. */
export function pointsText(points: Exact): Bilingual {
  const { vi, en } = numberText(points)
  return { vi: `${vi}${space}điểm`, en: `${en}${space}points` }
}
