import { afterEach, beforeEach, expect, test } from 'vitest'
import { closeDatabase, database } from '../../../src/io/drafts/database.ts'
import { keepDeck, keptDeck } from '../../../src/io/drafts/deckStore.ts'
import { keptDrafts } from '../../../src/io/drafts/draftStore.ts'
import { file } from '../../../src/io/drafts/fileStore.ts'
import { storeDraft } from '../../../src/io/drafts/storedDraft.ts'
import { keptRounds, writeToRound } from '../../../src/io/review/roundStore.ts'
import { aDraft, typed } from '../../state/draftBuilders.ts'
import { aRound } from '../review/reviewBuilders.ts'

const remove = () =>
  new Promise<void>((resolve, reject) => {
    const request = indexedDB.deleteDatabase('parboard')
    request.onsuccess = () => resolve()
    request.onerror = () => reject(request.error)
  })

/** The store as the page before rounds made it. */
const firstVersion = () =>
  new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('parboard', 1)
    request.onupgradeneeded = () => {
      for (const name of ['drafts', 'files', 'notes']) request.result.createObjectStore(name)
    }
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })

beforeEach(async () => {
  closeDatabase()
  await remove()
})
afterEach(async () => {
  closeDatabase()
  await remove()
})

test('what version 1 kept is there after the store was brought to version 3, beside rounds', async () => {
  const draft = aDraft({ fields: typed({ 'hs-tiep-nhan': '1464' }) })
  const old = await firstVersion()
  await new Promise<void>((resolve, reject) => {
    const transaction = old.transaction(['drafts', 'files', 'notes'], 'readwrite')
    transaction.objectStore('drafts').put(storeDraft(draft), draft.id)
    const stored = { sha256: 'a'.repeat(64), blob: new Blob(['tệp']), unusedSince: null }
    transaction.objectStore('files').put(stored, stored.sha256)
    transaction.objectStore('notes').put({ any: 'note' }, 'ghi-chu')
    transaction.oncomplete = () => resolve()
    transaction.onerror = () => reject(transaction.error)
  })
  old.close()

  const connection = await database()
  expect(connection.version).toBe(3)
  expect([...connection.objectStoreNames].toSorted()).toEqual(
    [
      'decks',
      'drafts',
      'files',
      'ledger',
      'notes',
      'received',
      'receivedFiles',
      'rounds',
      'rules',
    ].toSorted(),
  )
  expect(await keptDrafts()).toEqual([{ kind: 'draft', id: draft.id, draft }])
  expect(await (await file('a'.repeat(64)))?.text()).toBe('tệp')
  expect(await connection.get('notes', 'ghi-chu')).toEqual({ any: 'note' })
  expect(await writeToRound('dot-1', { round: aRound(), entries: [], received: [], files: [] })).toBe('saved')
  expect(await keptRounds()).toMatchObject([{ kind: 'round', id: 'dot-1' }])
})

test('a page of version 1 in another tab lets go, so that nobody waits for it', async () => {
  const old = await firstVersion()
  old.onversionchange = () => old.close()
  expect((await database()).version).toBe(3)
})

test('what version 2 kept is there beside frozen decks', async () => {
  const old = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('parboard', 2)
    const names = ['drafts', 'files', 'notes', 'rounds', 'ledger', 'received', 'receivedFiles', 'rules']
    request.onupgradeneeded = () => {
      for (const name of names) request.result.createObjectStore(name)
    }
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
  await new Promise<void>((resolve, reject) => {
    const transaction = old.transaction(['rules', 'notes'], 'readwrite')
    transaction.objectStore('rules').put('{}', 'a'.repeat(64))
    transaction.objectStore('notes').put({ any: 'note' }, 'ghi-chu')
    transaction.oncomplete = () => resolve()
    transaction.onerror = () => reject(transaction.error)
  })
  old.close()

  expect(await keepDeck('000000001-a', { figures: 1 })).toBe('saved')
  expect(await keptDeck('000000001-a')).toEqual({ figures: 1 })
  const connection = await database()
  expect(connection.version).toBe(3)
  expect(await connection.get('rules', 'a'.repeat(64))).toBe('{}')
  expect(await connection.get('notes', 'ghi-chu')).toEqual({ any: 'note' })
})

test('the last ten frozen decks are kept, whatever order they came in', async () => {
  const ids = Array.from({ length: 12 }, (_, place) => `00000000${place.toString(36)}-a`)
  for (const id of ids) expect(await keepDeck(id, { id })).toBe('saved')
  expect(await (await database()).getAllKeys('decks')).toEqual(ids.slice(2))
  // The clock of the machine went back: what was just frozen stays all the same.
  expect(await keepDeck('000000000-b', {})).toBe('saved')
  expect(await keptDeck('000000000-b')).toEqual({})
  expect(await (await database()).count('decks')).toBe(10)
})
