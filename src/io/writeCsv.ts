/** When a field stands in quotes: where it must, or also around what some program would trim or take off. */
const quoting = { needed: /[";\r\n]/, cautious: /[";\r\n\t']|^\s|\s$/ }

/**
 * Delimited text as Excel of Vietnam opens it: UTF-8 with a mark, semicolons, lines ended with CR LF.
 * Text that a spreadsheet would take for a formula gets an apostrophe before it, so that nothing is ever run.
 * @param quotes when a field stands in quotes
 * @param keepsSigned a text that is nothing but a number with its sign ("+2,5") stays one
 */
export function writeCsv(
  records: readonly (readonly (string | number)[])[],
  { quotes = 'cautious', keepsSigned = false }: { quotes?: keyof typeof quoting; keepsSigned?: boolean } = {},
): string {
  const field = (value: string | number): string => {
    if (typeof value === 'number') return String(value)
    const isFormula =
      /^[\s\u00a0]*[=+\-@\t\r]/.test(value) && !(keepsSigned && /^[+-]\d[\d.,]*%?$/.test(value))
    const text = isFormula ? `'${value}` : value
    return quoting[quotes].test(text) ? `"${text.replaceAll('"', '""')}"` : text
  }
  return `\uFEFF${records.map(record => `${record.map(field).join(';')}\r\n`).join('')}`
}
