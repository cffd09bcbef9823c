import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { closeDatabase, database } from '../../../src/io/drafts/database.ts'
import type { DeckSource } from '../../../src/state/deck/deckSource.ts'
import { freezeDeck, frozenDeck, thawDeck } from '../../../src/state/deck/freeze.ts'
import { views } from '../../gallery/samples.ts'

const aSource = (over: Partial<DeckSource> = {}): DeckSource => ({
  frozenAt: '2026-11-22T02:00:00.000Z',
  asked: { ruleSetId: 'mau', period: '2026', agencyId: 'so-a', stage: null, groupId: null },
  view: structuredClone(views.missing),
  next: [],
  cohort: null,
  contribution: null,
  trend: null,
  tasks: null,
  directory: { agencies: [], groups: [] },
  submissions: [],
  earlier: [],
  ...over,
})

let loads = 0

/** As another page load finds it: nothing in memory. A module under another address is another module. */
async function afterReload(): Promise<typeof import('../../../src/state/deck/freeze.ts')> {
  loads += 1
  const { pathname } = new URL('../../../src/state/deck/freeze.ts', import.meta.url)
  return import(/* @vite-ignore */ `${pathname}?load=${loads}`)
}

beforeEach(async () => {
  await (await database()).clear('decks')
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
  closeDatabase()
})

test('a frozen deck is there at once, leaves what it was made of untouched, and is the same after a reload', async () => {
  const source = aSource()
  const before = JSON.stringify(source)
  const id = await freezeDeck(source)
  const frozen = frozenDeck(id)
  expect(frozen?.notKept).toBeUndefined()
  expect(JSON.stringify(frozen)).toBe(before)
  // The same figures as on the page: slides made of them need not be made again.
  expect(frozen?.view).toBe(source.view)
  expect(Object.isFrozen(source.view.sheet)).toBe(false)
  const again = await afterReload()
  expect(again.frozenDeck(id)).toBeUndefined()
  expect(await again.thawDeck(id)).toEqual(source)
  // Read once, it answers at once.
  expect(again.frozenDeck(id)).toEqual(source)
})

test('what was said of one showing is not kept with the figures', async () => {
  const id = await freezeDeck(aSource({ isRemade: true, notKept: 'full' }))
  expect(frozenDeck(id)).not.toHaveProperty('isRemade')
  expect(frozenDeck(id)).not.toHaveProperty('notKept')
})

test('an id nobody froze, and records of another form, are no deck', async () => {
  expect(await thawDeck('khong-co')).toBeNull()
  expect(await thawDeck('__proto__')).toBeNull()
  const connection = await database()
  const source = aSource()
  await connection.put('decks', { format: 2, id: 'a', source }, 'a')
  await connection.put('decks', { format: 1, id: 'other', source }, 'b')
  await connection.put('decks', { format: 1, id: 'c', source: { ...source, view: null } }, 'c')
  await connection.put('decks', 'text', 'd')
  for (const id of ['a', 'b', 'c', 'd']) expect(await thawDeck(id)).toBeNull()
})

test('a full store keeps the deck in this page and says so', async () => {
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError')
  })
  const id = await freezeDeck(aSource())
  expect(frozenDeck(id)).toMatchObject({ frozenAt: '2026-11-22T02:00:00.000Z', notKept: 'full' })
  vi.restoreAllMocks()
  expect(await (await afterReload()).thawDeck(id)).toBeNull()
})

test('a browser that keeps nothing: in this page only, and reading asks for nothing', async () => {
  closeDatabase()
  vi.spyOn(indexedDB, 'open').mockImplementation(() => {
    throw new DOMException('no', 'SecurityError')
  })
  const id = await freezeDeck(aSource())
  expect(frozenDeck(id)?.notKept).toBe('blocked')
  expect(await thawDeck(id)).toMatchObject({ notKept: 'blocked' })
  expect(await thawDeck('khac')).toBeNull()
})
