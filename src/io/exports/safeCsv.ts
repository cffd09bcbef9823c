/** Mark between fields: semicolons for Excel of Viet Nam, commas for everything that follows RFC 4180. */
export type CsvMark = ';' | ','

/** Signs a spreadsheet takes for the beginning of a formula; the real minus (U+2212) is none of them. */
const sign = '[=+\\-@\\uff1d\\uff0b\\uff0d\\uff20]'
const formula = new RegExp(`^('*)(?=[\\s\\u00a0]*${sign})`)
/** A file opened with the other mark would break here, and what follows would begin a cell of its own. */
const formulaWithin = new RegExp(
  `([;,\\t]["\\s\\u00a0]*)('*)(?=[=@\\uff1d\\uff20]|${sign}[\\s"']*[\\p{L}(_])`,
  'gu',
)
/** Nothing but a number with its sign stays as it reads. */
const signedNumber = /^[+-]\d[\d.,]*\u00a0?%?$/

/**
 * One line of delimited text, ended with CR LF. Nothing in it is ever run: an apostrophe goes before what a
 * spreadsheet would take for a formula; {@link fieldText} takes it off again.
 */
export function csvLine(record: readonly string[], mark: CsvMark): string {
  return `${record.map(text => quoted(safeText(text), mark)).join(mark)}\r\n`
}

function safeText(text: string): string {
  const inside = text.replace(formulaWithin, "$1$2'")
  return signedNumber.test(text) ? text : inside.replace(formula, "$1'")
}

function quoted(text: string, mark: CsvMark): string {
  // Excel also guesses at tabs and at fields that begin or end with blanks.
  const needs = text.includes(mark) || /["\r\n\t]|^\s|\s$/.test(text)
  return needs ? `"${text.replaceAll('"', '""')}"` : text
}

/** What a field says, without the apostrophes that keep it from being run. */
export function fieldText(field: string): string {
  return field
    .replace(new RegExp(`^'('*)(?=[\\s\\u00a0]*${sign})`), '$1')
    .replace(new RegExp(formulaWithin.source.replace("('*)", "'('*)"), 'gu'), '$1$2')
}
