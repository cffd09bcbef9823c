import type { ExportCheck, FileCell } from '../../model/exportOrigin.ts'

/**
 * Holds the values of a file against those the page makes for the same view, place by place. A value that is not
 * there and an empty one are the same: spreadsheets drop empty cells when they save.
 * @param found what stands in the file
 * @param expected what the page makes, in the order a reader meets it
 */
export function checkExport(found: readonly FileCell[], expected: readonly FileCell[]): ExportCheck {
  const inFile = new Map(found.map(cell => [cell.place, plain(cell.text)]))
  const made = new Map(expected.map(cell => [cell.place, plain(cell.text)]))
  const places = [...made.keys(), ...[...inFile.keys()].filter(place => !made.has(place))]
  const differences = places.flatMap(place => {
    const [expectedText, foundText] = [made.get(place), inFile.get(place)]
    return (expectedText ?? '') === (foundText ?? '')
      ? []
      : [{ place, expected: expectedText ?? null, found: foundText ?? null }]
  })
  return { compared: places.length, differences }
}

/** Letters put together as they are written, line ends alike: what programs change when they only save a file. */
function plain(text: string): string {
  return text.normalize('NFC').replace(/\r\n?/g, '\n')
}
