import { foldText } from '../../ui/foldText.ts'
import { type EntryKind, entryKinds, type PaletteEntry } from './entry.ts'

type Indexed<Entry> = {
  readonly entry: Entry
  /** Place among all entries: those given first win a tie. */
  readonly place: number
  readonly code: string
  readonly name: string
  readonly nameWords: readonly string[]
  readonly names: readonly string[]
  readonly initials: readonly string[]
  readonly words: readonly string[]
  /** Everything it is found by, for a part of a word. */
  readonly all: string
}

export type PaletteIndex<Entry> = readonly Indexed<Entry>[]

export type PaletteGroup<Entry> = {
  readonly kind: EntryKind
  /** Best match first. */
  readonly entries: readonly Entry[]
}

const wordBreak = /[^\p{L}\p{N}]+/u
const plain = (text: string) => foldText(text).trim().replace(/\s+/g, ' ')
const wordsOf = (text: string) => text.split(wordBreak).filter(word => word !== '')

/** Folds every name once, so that a key press only compares. */
export function indexEntries<Entry extends PaletteEntry>(entries: readonly Entry[]): PaletteIndex<Entry> {
  return entries.map((entry, place) => {
    const names = [entry.name, ...(entry.aliases ?? [])].map(plain)
    const code = plain(entry.code ?? '')
    const all = [code, ...names, plain(entry.detail ?? '')].join(' ')
    return {
      entry,
      place,
      code,
      name: names[0] ?? '',
      nameWords: wordsOf(names[0] ?? ''),
      names,
      initials: [...new Set([entry.name, ...(entry.aliases ?? [])].map(initialsOf))],
      words: [...new Set(wordsOf(all))],
      all,
    }
  })
}

/**
 * First letters as an official abbreviates: "Sở Xây dựng" sxd, "UBND xã Liên Sơn Lắk" ubndxlsl.
 * A word written in capitals is an abbreviation already and stays whole.
 */
function initialsOf(name: string): string {
  return name
    .normalize('NFC')
    .split(wordBreak)
    .map(word => (/^\p{Lu}{2,}$/u.test(word) ? foldText(word) : foldText(word).slice(0, 1)))
    .join('')
}

/** How well an entry answers; smaller is better, null is not at all. */
function rankOf(indexed: Indexed<unknown>, query: string, tokens: readonly string[]): number | null {
  const { code, name, nameWords, names, initials, words, all } = indexed
  if (query === code) return 0
  if (names.includes(query)) return query === name ? 1 : 2
  if (code !== '' && code.startsWith(query)) return 3
  if (name.startsWith(query)) return 4
  const solid = query.replaceAll(' ', '')
  if (initials.includes(solid)) return 5
  const begins = (token: string) => words.some(word => word.startsWith(token))
  if (tokens.every(begins)) {
    const inName = tokens.every(token => nameWords.some(word => word.startsWith(token)))
    return inName ? 6 : 8
  }
  if (solid.length > 1 && initials.some(letters => letters.startsWith(solid))) return 7
  const found = (token: string) =>
    all.includes(token) || (token.length > 1 && initials.some(letters => letters.includes(token)))
  return tokens.every(found) ? 9 : null
}

/**
 * Everything that answers, by kind: the kind of the best answer first. Accents, case and the order of words do
 * not matter, and initials do ("sxd"). Nothing that answers is left out; how much is shown is the list's choice.
 */
export function searchPalette<Entry extends PaletteEntry>(
  index: PaletteIndex<Entry>,
  text: string,
): readonly PaletteGroup<Entry>[] {
  const query = plain(text)
  const tokens = query.split(' ').flatMap(token => (wordsOf(token).length > 0 ? [token] : []))
  if (tokens.length === 0) return groupsOf(index.map(indexed => ({ indexed, rank: 0 })))
  return groupsOf(
    index.flatMap(indexed => {
      const rank = rankOf(indexed, query, tokens)
      return rank === null ? [] : [{ indexed, rank }]
    }),
  )
}

type Ranked<Entry> = { readonly indexed: Indexed<Entry>; readonly rank: number }

function groupsOf<Entry extends PaletteEntry>(
  found: readonly Ranked<Entry>[],
): readonly PaletteGroup<Entry>[] {
  const sorted = found.toSorted((a, b) => a.rank - b.rank || a.indexed.place - b.indexed.place)
  const ofKind = (kind: EntryKind) => sorted.filter(({ indexed }) => indexed.entry.kind === kind)
  return entryKinds
    .map(kind => ({ kind, ranked: ofKind(kind) }))
    .filter(({ ranked }) => ranked.length > 0)
    .toSorted((a, b) => (a.ranked[0]?.rank ?? 0) - (b.ranked[0]?.rank ?? 0))
    .map(({ kind, ranked }) => ({ kind, entries: ranked.map(({ indexed }) => indexed.entry) }))
}
