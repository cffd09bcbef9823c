import type { ExportCheck, FileCell } from '../../model/exportOrigin.ts'

/**
 * Holds the values of a file against those the page makes for the same view, place by place. A value that is not
 * there and an empty one are the same: spreadsheets drop empty cells when they save. Where a place comes again, each
 * is a value of its own; sheets whose names are not found are held against each other in their order.
 * @param found what stands in the file
 * @param expected what the page makes, in the order a reader meets it
 * @param isSame whether two texts say the same
 */
export function checkExport(
  found: readonly FileCell[],
  expected: readonly FileCell[],
  isSame: (one: string, other: string) => boolean = (one, other) => one === other,
): ExportCheck {
  const made = byPlace(expected)
  const inFile = byPlace(withNamesOf(found, expected))
  const places = [...made.keys(), ...[...inFile.keys()].filter(place => !made.has(place))]
  const differences = places.flatMap(place => {
    const [expectedText, foundText] = [made.get(place), inFile.get(place)]
    return isSame(expectedText ?? '', foundText ?? '')
      ? []
      : [{ place, expected: expectedText ?? null, found: foundText ?? null }]
  })
  return { compared: places.length, differences }
}

/** Places that come again are counted, as a reader would: "mục I, đoạn 2 (lần 2)" has no other name. */
function byPlace(cells: readonly FileCell[]): ReadonlyMap<string, string> {
  const texts = new Map<string, string>()
  const counts = new Map<string, number>()
  for (const { place, text } of cells) {
    let key = place
    while (texts.has(key)) {
      const count = (counts.get(place) ?? 1) + 1
      counts.set(place, count)
      key = `${place} (${count})`
    }
    texts.set(key, plain(text))
  }
  return texts
}

/** The cells of a file with the names its sheets should have; only the name itself then differs. */
function withNamesOf(found: readonly FileCell[], expected: readonly FileCell[]): readonly FileCell[] {
  const [were, are] = [sheetsOf(expected), sheetsOf(found)]
  const missing = [...were].filter(name => !are.has(name))
  const strange = [...are].filter(name => !were.has(name))
  const names = new Map(strange.slice(0, missing.length).map((name, at) => [name, missing[at] ?? name]))
  return found.map(cell => {
    const name = cell.sheet === undefined ? undefined : names.get(cell.sheet)
    return name === undefined
      ? cell
      : { ...cell, place: cell.place.replace(`“${cell.sheet}”`, () => `“${name}”`) }
  })
}

function sheetsOf(cells: readonly FileCell[]): ReadonlySet<string> {
  return new Set(cells.flatMap(({ sheet }) => (sheet === undefined ? [] : [sheet])))
}

/** Letters put together as they are written, line ends alike: what programs change when they only save a file. */
function plain(text: string): string {
  return text.normalize('NFC').replace(/\r\n?/g, '\n')
}
