/** Mark between fields: semicolons for Excel of Viet Nam, commas for everything that follows RFC 4180. */
export type CsvMark = ';' | ','

/** Signs a spreadsheet takes for the beginning of a formula; the real minus (U+2212) is none of them. */
const sign = '[=+\\-@\\uff1d\\uff0b\\uff0d\\uff20]'
/**
 * What would begin a cell: the text itself, and what follows a mark of any dialect, also where the program that opens
 * the file splits at another mark or does not honour quotes.
 */
const blank = '[^\\S\\t\\r\\n]'
const begins = `(^|[;,\\t\\r\\n])((?:"|${blank})*)`
const formula = new RegExp(`${begins}('*)(?=${blank}*${sign})`, 'g')
const guarded = new RegExp(`${begins}'('*)(?=${blank}*${sign})`, 'g')
/** Nothing but a number with its sign stays as it reads. */
const signedNumber = /^[+-]\d[\d.,]*\u00a0?%?$/

/**
 * One line of delimited text, ended with CR LF. Nothing in it is ever run: an apostrophe goes before what a
 * spreadsheet would take for a formula; {@link fieldText} takes it off again.
 */
export function csvLine(record: readonly string[], mark: CsvMark): string {
  return `${record.map(text => quoted(safeText(text))).join(mark)}\r\n`
}

function safeText(text: string): string {
  return text.replace(formula, (found, mark: string, lead: string, apostrophes: string, at: number) =>
    apostrophes === '' && signedNumber.test(text.slice(at + found.length).trim())
      ? found
      : `${mark}${lead}${apostrophes}'`,
  )
}

/** Every mark of either dialect is quoted in both; Excel also guesses at fields that begin or end with blanks. */
function quoted(text: string): string {
  return /[";,\r\n\t]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** What a field says, without the apostrophes that keep it from being run. */
export function fieldText(field: string): string {
  return field.replace(guarded, '$1$2$3')
}
