import type { DisplayedCell } from '../../model/displayedTable.ts'
import { cellText } from './cellText.ts'

/** One number alone, as it is displayed. */
const numberAlone = /^[+\u2212]?\d[\d.,]*%?$/
/** A day with its year is meant as one. */
const day = /^\d{2}\/\d{2}\/\d{4}$/

/**
 * A cell as delimited text holds it: numbers with the minus that spreadsheets can reckon with, and a blank that does
 * not break before texts such as "1.1" and "8/11", which would otherwise become numbers and days.
 */
export function csvCell({ text, number }: DisplayedCell): string {
  const clean = cellText(text)
  if (number && numberAlone.test(clean)) return clean.replace('\u2212', '-')
  return isGuessed(clean) ? `\u00a0${clean}` : clean
}

/** What a field of such a file says, as displayed. */
export function shownCell(field: string): string {
  if (field.startsWith('\u00a0') && isGuessed(field.slice(1))) return field.slice(1)
  return /^-\d[\d.,]*%?$/.test(field) ? field.replace('-', '\u2212') : field
}

/** Whether a spreadsheet reads a text as another number, a day, a time or a fraction; digits alone stay as they are. */
function isGuessed(text: string): boolean {
  const bare = text.replace(/^\u00a0+/, '')
  if (!/\d/.test(bare) || day.test(text)) return false
  return (/^[\d.,:/-]+$/.test(bare) && /[.,:/-]|^0\d|^\d{16}/.test(bare)) || /^-\d[\d.,]*%$/.test(bare)
}
