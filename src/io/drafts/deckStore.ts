import { ask, failureOf, type StoreFailure, writing } from './database.ts'

/** Frozen decks that are kept; older ones go when another comes. */
export const mostDecks = 10

/** Many megabytes take longer than a line. */
const patience = 20_000

/**
 * Writes a frozen deck and takes away those that are older than the last ten, in one transaction. Never throws.
 * @param id sorts after those of decks that were frozen before
 */
export async function keepDeck(id: string, record: unknown): Promise<'saved' | StoreFailure> {
  try {
    return await ask(async (database, timeIsUp): Promise<'saved'> => {
      const transaction = writing(database, 'decks', timeIsUp)
      // Beside each other: waiting between them would let the transaction end.
      const [keys] = await Promise.all([transaction.store.getAllKeys(), transaction.store.put(record, id)])
      const others = keys.filter(key => key !== id).toSorted()
      const old = others.slice(0, Math.max(0, others.length - (mostDecks - 1)))
      await Promise.all(old.map(key => transaction.store.delete(key)))
      await transaction.done
      return 'saved'
    }, patience)
  } catch (error) {
    return failureOf(error)
  }
}

/** What was kept under an id; undefined where nothing is. @throws (rejects) when the store cannot be asked */
export async function keptDeck(id: string): Promise<unknown> {
  return ask(database => database.get('decks', id), patience)
}
