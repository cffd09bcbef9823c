/**
 * Delimited text as Excel of Vietnam opens it: UTF-8 with a mark, semicolons, lines ended with CR LF.
 * Text that a spreadsheet would take for a formula gets an apostrophe before it, so that nothing is ever run.
 */
export function writeCsv(records: readonly (readonly (string | number)[])[]): string {
  return `\uFEFF${records.map(record => `${record.map(field).join(';')}\r\n`).join('')}`
}

function field(value: string | number): string {
  if (typeof value === 'number') return String(value)
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[";\r\n\t']/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text
}
