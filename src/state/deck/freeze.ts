import { keepDeck, keptDeck } from '../../io/drafts/deckStore.ts'
import { randomId } from '../../io/drafts/randomId.ts'
import { dataHash } from '../exports/dataHash.ts'
import { taskBooks } from '../exports/taskBooks.ts'
import type { DeckSource } from './deckSource.ts'

/** Shape of what is kept; another number is another page's, which this one does not read. */
const deckFormat = 1

/** Decks that were frozen or read in this page: an address with one of them answers at once. */
const frozen = new Map<string, DeckSource>()

/**
 * Freezes what a deck is made of, in this page and, where the browser lets it, on this machine.
 * @returns id that stands in the address; {@link frozenDeck} has it at once. Where the browser kept nothing, its
 *   `notKept` says why.
 */
export async function freezeDeck(source: DeckSource): Promise<string> {
  const { isRemade: _, notKept: __, parts, ...rest } = source
  // What is frozen again keeps the hash of its data.
  const plain = parts ? { ...rest, dataHash: await dataHash([...parts, ...(await taskBooks())]) } : rest
  const id = newId(source.frozenAt)
  const answer = await keepDeck(id, { format: deckFormat, id, source: plain })
  // Values are readonly throughout; walking all of them to freeze each would hold up the first slide.
  frozen.set(id, answer === 'saved' ? plain : { ...plain, notKept: answer })
  return id
}

/** A deck of this page; undefined where it was frozen in another one, or never. */
export function frozenDeck(id: string): DeckSource | undefined {
  return frozen.get(id)
}

/** A deck as it was frozen, from this page or this machine; null where neither has it. Never throws. */
export async function thawDeck(id: string): Promise<DeckSource | null> {
  const here = frozen.get(id)
  if (here) return here
  const record = await keptDeck(id).catch(() => undefined)
  const source = sourceIn(record, id)
  if (source) frozen.set(id, source)
  return source
}

/** Sorts by the instant, so that the oldest are found without being read. */
function newId(frozenAt: string): string {
  const at = Date.parse(frozenAt)
  return `${(Number.isNaN(at) ? Date.now() : at).toString(36).padStart(9, '0')}-${randomId().slice(0, 10)}`
}

/** Records are our own and large: that they are of this page's form is checked, not every figure in them. */
function sourceIn(record: unknown, id: string): DeckSource | null {
  if (!isRecord(record) || record['format'] !== deckFormat || record['id'] !== id) return null
  const { source } = record
  return isSource(source) ? source : null
}

function isSource(value: unknown): value is DeckSource {
  if (!isRecord(value)) return false
  const { frozenAt, asked, view, next, directory, submissions, earlier } = value
  return (
    typeof frozenAt === 'string' &&
    isRecord(asked) &&
    isRecord(view) &&
    isRecord(view['sheet']) &&
    isRecord(view['ruleSet']) &&
    isRecord(directory) &&
    [next, submissions, earlier].every(Array.isArray) &&
    'cohort' in value &&
    'contribution' in value &&
    'trend' in value &&
    'tasks' in value
  )
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
