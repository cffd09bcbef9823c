import { textOf } from './codecs.ts'
import { fold } from './fold.ts'
import type { Row } from './readTable.ts'

/** Which rule a row of bands, items or parts belongs to. */
export type Address = {
  /** Criterion or adjustment. */
  readonly owner: string
  /** From 1, when the rule is a reading of the owner's points. */
  readonly reading?: number | undefined
  /** From 1, when the rule is that of a part. */
  readonly part?: number | undefined
}

const readingWord = 'cách hiểu'
const partWord = 'phần'

/** "ma-tieu-chi, cách hiểu 1, phần 2". */
export function writeAddress({ owner, reading, part }: Address): string {
  return [
    owner,
    ...(reading === undefined ? [] : [`${readingWord} ${reading}`]),
    ...(part === undefined ? [] : [`${partWord} ${part}`]),
  ].join(', ')
}

/** @returns null when something behind the owner is not understood */
export function readAddress(text: string): Address | null {
  const [owner = '', ...tails] = text.split(',').map(part => part.trim())
  const numbers: { reading?: number; part?: number } = {}
  for (const tail of tails) {
    const [, word = '', number = ''] = /^(\D+?)\s*(\d{1,4})$/.exec(tail) ?? []
    const name = fold(word) === fold(readingWord) ? 'reading' : fold(word) === fold(partWord) ? 'part' : null
    if (name === null || numbers[name] !== undefined) return null
    numbers[name] = Number(number)
  }
  return { owner, ...numbers }
}

/** Rows that say where they belong, by that. */
export type OwnedRows = {
  readonly of: (address: Address) => readonly Row[]
  /** Gives up on the rows of an owner whose rule cannot be read. */
  readonly skip: (owner: string) => void
  /** Rows nobody has asked for. */
  readonly left: () => readonly Row[]
}

/**
 * @param ownerId id behind what a row calls its owner; null when there is no such criterion or adjustment
 * @param onUnknown told of rows that cannot be placed
 */
export function ownRows(
  rows: readonly Row[],
  ownerId: (text: string) => string | null,
  onUnknown: (row: Row) => void,
): OwnedRows {
  const byAddress = new Map<string, Row[]>()
  for (const row of rows) {
    const cell = row.cells.get('#owner')
    const text = cell && textOf(cell)
    const address = text ? readAddress(text) : null
    const owner = address && ownerId(address.owner)
    if (!address || !owner) {
      onUnknown(row)
      continue
    }
    const key = writeAddress({ ...address, owner })
    const own = byAddress.get(key)
    if (own) own.push(row)
    else byAddress.set(key, [row])
  }
  const taken = new Set<string>()
  return {
    of: address => {
      const key = writeAddress(address)
      taken.add(key)
      return byAddress.get(key) ?? []
    },
    skip: owner => {
      for (const key of byAddress.keys()) if (readAddress(key)?.owner === owner) taken.add(key)
    },
    left: () => [...byAddress].flatMap(([key, own]) => (taken.has(key) ? [] : own)),
  }
}
