import { writtenDay } from '../../model/period.ts'
import { isoDate } from '../fields.ts'
import type { Fault } from './portalFigures.ts'

/** Real days written yyyy-mm-dd in a file name, each once. */
export function daysInName(fileName: string): readonly string[] {
  const base = fileName.split(/[\\/]/).at(-1) ?? fileName
  const written = base.match(/(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)/g) ?? []
  return [...new Set(written)].filter(isDay)
}

/** Whether a text is a real day written yyyy-mm-dd. */
export function isDay(text: string): boolean {
  return isoDate.safeParse(text).success
}

/**
 * The day a file's figures are of, which the portal's JSON does not say.
 * @param chosen day somebody chose for all files, if any
 */
export function periodOf(
  fileName: string,
  chosen: string | null,
): { readonly period: string } | { readonly fault: Fault } {
  const days = daysInName(fileName)
  const [day, other] = days
  if (other !== undefined && chosen === null)
    return fault('two-dates', {
      vi: `tên tệp có hai ngày (${days.map(writtenDay).join(', ')}); chọn ngày của số liệu hoặc đổi tên tệp`,
      en: `the file name holds two dates (${days.join(', ')}); choose the date of the figures or rename the file`,
    })
  if (chosen !== null && days.length > 0 && !days.includes(chosen))
    return fault('other-date', {
      vi: `tên tệp ghi ngày ${days.map(writtenDay).join(', ')}, khác ngày đã chọn ${writtenDay(chosen)}; nạp riêng từng ngày`,
      en: `the file name says ${days.join(', ')}, not the chosen date ${chosen}; import each date on its own`,
    })
  const period = chosen ?? day
  return period === undefined
    ? fault('no-date', {
        vi: 'chưa biết số liệu của ngày nào: tệp của Cổng không ghi ngày; chọn ngày, hoặc đặt tên tệp có ngày như 2026-10-10',
        en: 'the date of the figures is not known: the portal does not write it; choose it, or name the file with it, such as 2026-10-10',
      })
    : { period }
}

const fault = (code: string, message: Fault['message']) => ({ fault: { code, message } })
