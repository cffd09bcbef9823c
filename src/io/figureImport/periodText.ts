import { parsePeriod } from '../../model/period.ts'
import { fold } from '../ruleSheet/fold.ts'

const quarters = new Map([
  ['i', '1'],
  ['ii', '2'],
  ['iii', '3'],
  ['iv', '4'],
])

/** Ways a period is written, over folded text: signs have become spaces. */
const ways: readonly { readonly pattern: RegExp; readonly period: (parts: readonly string[]) => string }[] = [
  {
    pattern: /(?:^| )(\d{1,2}) (?:thang )?(\d{1,2}) (?:nam )?(\d{4})(?: |$)/,
    period: ([day = '', month = '', year = '']) => `${year}-${two(month)}-${two(day)}`,
  },
  {
    pattern: /(?:^| )(\d{4}) (\d{2}) (\d{2})(?: |$)/,
    period: ([year = '', month = '', day = '']) => `${year}-${month}-${day}`,
  },
  {
    pattern: /(?:^| )(?:qui|quarter|q) ?(iv|i{1,3}|[1-4]) (?:nam )?(\d{4})(?: |$)/,
    period: ([quarter = '', year = '']) => `${year}-Q${quarters.get(quarter) ?? quarter}`,
  },
  { pattern: /(?:^| )(\d{4}) q([1-4])(?: |$)/, period: ([year = '', quarter = '']) => `${year}-Q${quarter}` },
  {
    pattern: /(?:^| )(?:thang |t ?)?(\d{1,2}) (?:nam )?(\d{4})(?: |$)/,
    period: ([month = '', year = '']) => `${year}-${two(month)}`,
  },
  { pattern: /(?:^| )(\d{4}) (\d{2})(?: |$)/, period: ([year = '', month = '']) => `${year}-${month}` },
  { pattern: /(?:^| )nam (\d{4})(?: |$)/, period: ([year = '']) => year },
  { pattern: /^(\d{4})$/, period: ([year = '']) => year },
]

const longestText = 300

/** The period a text names ("Tháng 11 năm 2026", "Quý III/2026", "2026-11"); null where it names none. */
export function periodOfText(text: string): string | null {
  if (text.length > longestText) return null
  const folded = fold(text)
  for (const { pattern, period } of ways) {
    const found = pattern.exec(folded)
    if (!found) continue
    const named = period(found.slice(1))
    if (parsePeriod(named)) return named
  }
  return null
}

/** The same for "Tháng 11", "T11" and "Quý III" beside figures of one year. */
export function periodBeside(text: string, period: string): string | null {
  const isBare = /^(?:(?:thang|t) ?\d{1,2}|(?:qui|q) ?(?:i{1,3}|iv|[1-4]))$/.test(
    fold(text.slice(0, longestText)),
  )
  return periodOfText(isBare ? `${text} ${period.slice(0, 4)}` : text)
}

/** Whether figures of one period are those of another: Excel makes the day 01/11/2026 of "11/2026". */
export function isWithin(found: string | null, period: string): boolean {
  return (
    found === period ||
    (found !== null && parsePeriod(period)?.kind === 'month' && found.startsWith(`${period}-`))
  )
}

function two(number: string): string {
  return number.padStart(2, '0')
}
