import { compareEntries, type VersionChoice } from '../../../model/review.ts'
import type { FileState } from '../../../model/roundState.ts'
import type { filesWords } from './filesWords.ts'

/** A letter for each file of an agency, the first that came A, so that a letter never moves to another file. */
export function lettersOf(files: readonly FileState[]): ReadonlyMap<string, string> {
  const inOrder = files.toSorted(
    (a, b) => Date.parse(a.entry.at) - Date.parse(b.entry.at) || compareEntries(a.entry, b.entry),
  )
  return new Map(inOrder.map(({ file }, place) => [file.sha256, letterAt(place)]))
}

/** A … Z, then A2 … */
function letterAt(place: number): string {
  const letter = String.fromCharCode(65 + (place % 26))
  return place < 26 ? letter : `${letter}${Math.floor(place / 26) + 1}`
}

/** What somebody chose, in words. */
export function choiceName(
  { base, picks }: VersionChoice,
  letters: ReadonlyMap<string, string>,
  words: (typeof filesWords)['vi'],
): string {
  const letter = letters.get(base)
  if (letter === undefined) return words.unknownVersion
  const name = words.version(letter)
  return picks.length === 0 ? name : words.merged(name, picks.length)
}
