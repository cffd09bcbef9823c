import { afterEach, beforeEach, expect, test } from 'vitest'
import { closeDatabase, database } from '../../../src/io/drafts/database.ts'
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

test('what version 1 kept is there after the store was brought to version 2, beside rounds', async () => {
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
  expect(connection.version).toBe(2)
  expect([...connection.objectStoreNames].toSorted()).toEqual(
    ['drafts', 'files', 'ledger', 'notes', 'received', 'receivedFiles', 'rounds', 'rules'].toSorted(),
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
  expect((await database()).version).toBe(2)
})
