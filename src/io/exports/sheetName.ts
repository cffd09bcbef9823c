/** Excel takes no longer names. */
const longest = 31

/** A name that a sheet may have, and that no other sheet of the workbook has yet. */
export function sheetNameOf(wanted: string, taken: ReadonlySet<string> = new Set()): string {
  const clean = wanted
    .normalize('NFC')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: no sheet is named with them
    .replace(/[\u0000-\u001f\ufffe\uffff[\]:*?/\\]+/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^['\s]+|['\s]+$/g, '')
  const base = cut(clean === '' || /^history$/i.test(clean) ? `${clean} 1`.trim() : clean, longest)
  const isFree = (name: string) => ![...taken].some(other => fold(other) === fold(name))
  for (let number = 1; ; number++) {
    const name = number === 1 ? base : `${cut(base, longest - 1 - String(number).length)} ${number}`
    if (isFree(name)) return name
  }
}

const fold = (name: string) => name.toLocaleUpperCase('vi')

/** Letters of two halves are not cut apart. */
function cut(name: string, length: number): string {
  const short = name.slice(0, length).replace(/[\ud800-\udbff]$/, '')
  return short.replace(/['\s]+$/, '')
}
