import type { Bilingual } from '../../model/provenance.ts'
import { isRealDay } from '../fields.ts'

/** A day as in our files, or why a text is none. */
export type DayReading =
  | { readonly kind: 'value'; readonly value: string; readonly isRead: false }
  | { readonly kind: 'wrong'; readonly code: string; readonly message: Bilingual }

const dayFirst = /^(?:ng\u00e0y )?(\d{1,2})(?: ?[/.-] ?| th\u00e1ng )(\d{1,2})(?: ?[/.-] ?| n\u0103m )(\d+)$/i
const yearFirst = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/
/** Sheets add the hour of midnight to a day. */
const midnight = /[ T]0?0:00(?::00(?:\.0+)?)?Z?$/

const [firstYear, lastYear] = [1900, 2100]

/** Reads a day: 5/3/2026, 05-03-2026, ngày 5 tháng 3 năm 2026 or 2026-03-05. The day comes before the month, always. */
export function readDay(typed: string): DayReading {
  const text = typed.replace(midnight, '')
  const [, year, month, day] = yearFirst.exec(text) ?? []
  const [, dayOf = day, monthOf = month, yearOf = year] = dayFirst.exec(text) ?? []
  if (dayOf === undefined || monthOf === undefined || yearOf === undefined)
    return wrong('not-a-date', {
      vi: `“${typed}” không phải ngày; viết ngày/tháng/năm, ví dụ 05/03/2026`,
      en: `"${typed}" is no day; write day/month/year, such as 05/03/2026`,
    })
  if (yearOf.length !== 4)
    return wrong('short-year', {
      vi: `“${typed}”: năm phải đủ bốn chữ số, ví dụ 05/03/2026`,
      en: `"${typed}": the year needs four digits, such as 05/03/2026`,
    })
  if (Number(monthOf) < 1 || Number(monthOf) > 12)
    return wrong('not-a-month', {
      vi: `“${typed}”: không có tháng ${Number(monthOf)}; viết ngày trước, tháng sau, ví dụ 05/03/2026`,
      en: `"${typed}": there is no month ${Number(monthOf)}; the day comes before the month, such as 05/03/2026`,
    })
  const iso = `${yearOf}-${monthOf.padStart(2, '0')}-${dayOf.padStart(2, '0')}`
  if (!isRealDay(iso))
    return wrong('no-such-day', {
      vi: `“${typed}”: tháng ${Number(monthOf)} năm ${yearOf} không có ngày ${Number(dayOf)}`,
      en: `"${typed}": month ${Number(monthOf)} of ${yearOf} has no day ${Number(dayOf)}`,
    })
  if (Number(yearOf) < firstYear || Number(yearOf) > lastYear)
    return wrong('unlikely-year', {
      vi: `“${typed}”: năm ${yearOf} không hợp lý`,
      en: `"${typed}": the year ${yearOf} cannot be meant`,
    })
  return { kind: 'value', value: iso, isRead: false }
}

function wrong(code: string, message: Bilingual): DayReading {
  return { kind: 'wrong', code, message }
}
