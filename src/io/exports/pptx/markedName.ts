import type { BarRow } from '../../../model/deck.ts'
import type { DeckWords } from './deckWords.ts'

/** The name of a row with the word of its mark, unless its texts say it already: nobody has to know the sign. */
export function markedName({ name, numbers, tail, mark }: BarRow, { marks }: DeckWords): string {
  if (mark === undefined) return name
  const said = [name, tail, ...numbers].join(' ').toLowerCase()
  return said.includes(marks[mark].toLowerCase()) ? name : `${name} (${marks[mark]})`
}
