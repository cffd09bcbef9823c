import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { lastBackup } from '../../src/io/drafts/backupNote.ts'
import { closeDatabase, database } from '../../src/io/drafts/database.ts'
import { keptDraft, saveDraft } from '../../src/io/drafts/draftStore.ts'
import { file, keptFiles, putFile, removeUnused } from '../../src/io/drafts/fileStore.ts'
import { readJournal, writeJournal } from '../../src/io/drafts/journal.ts'
import { hashBytes } from '../../src/io/hash/hashBytes.ts'
import type { Draft } from '../../src/model/draft.ts'
import { backUpEverything, planRestore, restore, usualAct } from '../../src/state/assessment/backup.ts'
import {
  addDraft,
  deleteDraft,
  draftWasKept,
  loadDrafts,
  renameDraft,
  restoreDeleted,
  useDraftLibrary,
} from '../../src/state/assessment/draftLibrary.ts'
import { endSession, sessionOf } from '../../src/state/assessment/openSessions.ts'
import { type Mounted, mount } from '../server/mount.ts'
import { aDraft, typed } from './draftBuilders.ts'

let drawn: Mounted | undefined
const ids = ['ban-nhap-1', 'ban-nhap-2']

beforeEach(async () => {
  const connection = await database()
  await Promise.all((['drafts', 'files', 'notes'] as const).map(name => connection.clear(name)))
  localStorage.clear()
  drawn = mount(<Listed />)
})
afterEach(() => {
  drawn?.unmount()
  expect(drawn?.errors).toEqual([])
  for (const id of ids) endSession(id)
  vi.restoreAllMocks()
})

let removedNow: readonly Draft[] = []
const lastRemoved = () => removedNow.at(-1)

function Listed() {
  const { status, drafts, unreadable, backup, removed } = useDraftLibrary()
  removedNow = removed
  const lines = drafts.map(({ draft, filled }) => `${draft.id} ${draft.name ?? ''} ${filled}`)
  return (
    <p>{[status, ...lines, `${unreadable.length} unreadable`, `${backup.changed} changed`].join(' | ')}</p>
  )
}

const shows = (text: string) => expect.poll(() => drawn?.box.textContent).toBe(text)
const stored = async (id = 'ban-nhap-1') => {
  const found = await keptDraft(id)
  return found?.kind === 'draft' ? found.draft : null
}
const withFile = (
  content: string,
): { readonly draft: Draft; readonly sha256: string; readonly blob: Blob } => {
  const bytes = new TextEncoder().encode(content)
  const sha256 = hashBytes(bytes)
  const item = {
    id: 'e',
    criterionIds: ['c'],
    title: 'Kế hoạch',
    file: { name: 'ke-hoach.pdf', bytes: bytes.length, sha256 },
  }
  return { draft: aDraft({ evidence: [item] }), sha256, blob: new Blob([bytes]) }
}

test('made, renamed, deleted and taken back', async () => {
  await shows('ready | 0 unreadable | 0 changed')
  addDraft(aDraft({ fields: typed({ a: '1', b: ' ' }) }))
  await shows('ready | ban-nhap-1  1 | 0 unreadable | 1 changed')
  await renameDraft('ban-nhap-1', '  Bản một ')
  await shows('ready | ban-nhap-1 Bản một 1 | 0 unreadable | 1 changed')
  expect(await stored()).toMatchObject({ name: 'Bản một', revision: 2 })
  const draft = await stored()
  if (!draft) throw new Error('not stored')
  writeJournal('tab-da-chet', { draft: { ...draft, revision: 3 }, basedOn: 2, through: [] })
  await deleteDraft(draft)
  await shows('ready | 0 unreadable | 0 changed')
  // What a dead tab left of it does not bring it back.
  expect(readJournal()).toEqual([])
  restoreDeleted(draft)
  await shows('ready | ban-nhap-1 Bản một 1 | 0 unreadable | 1 changed')
  expect(await stored()).toEqual(draft)
})

test('what a dead tab left behind is saved when the list is opened', async () => {
  writeJournal('tab-da-chet', { draft: aDraft({ fields: typed({ a: '7' }) }), basedOn: null, through: [] })
  await loadDrafts()
  await expect.poll(() => stored()).toMatchObject({ revision: 1 })
  expect(readJournal()).toEqual([])
})

test('a backup brings drafts and evidence back, and an open draft goes along', async () => {
  const { draft, sha256, blob } = withFile('nội dung')
  await putFile(sha256, blob)
  await saveDraft(draft, null)
  const backup = await backUpEverything()
  expect(backup.leftOut).toBe(0)
  await shows('ready | ban-nhap-1  0 | 0 unreadable | 0 changed')

  // Changed since, by hand in the store: an older state must not come over it.
  const later = { ...draft, revision: 2, updatedAt: '2026-11-09T00:00:00.000Z', fields: typed({ a: '2' }) }
  await saveDraft(later, 1)
  const plan = await planRestore(backup.blob)
  if ('fault' in plan) throw new Error(plan.fault)
  expect(plan.lines.map(line => [line.is, usualAct(line)])).toEqual([['older', 'skip']])
  expect(await restore(plan, usualAct)).toEqual({ restored: 0, failed: [], filesFailed: 0 })
  expect(await stored()).toEqual(later)

  // Its owner wants it back all the same, while it is open.
  const session = sessionOf('ban-nhap-1')
  await expect.poll(() => session.state().status).toBe('ready')
  await restore(plan, () => 'replace')
  expect(await stored()).toMatchObject({ revision: 3, fields: new Map() })
  await expect
    .poll(() => {
      const state = session.state()
      return state.status === 'ready' ? state.open.draft.revision : null
    })
    .toBe(3)

  // On a machine that has nothing of it.
  endSession('ban-nhap-1')
  const connection = await database()
  await Promise.all([connection.clear('drafts'), connection.clear('files')])
  const anew = await planRestore(backup.blob)
  if ('fault' in anew) throw new Error(anew.fault)
  expect(await restore(anew, usualAct)).toMatchObject({ restored: 1 })
  expect(await stored()).toEqual(draft)
  expect(await (await file(sha256))?.text()).toBe('nội dung')
})

test('evidence nobody names stays a week, then goes; what is named again stays', async () => {
  const { draft, sha256, blob } = withFile('một')
  const other = withFile('hai')
  await putFile(sha256, blob)
  await putFile(other.sha256, other.blob)
  const day = (number: number) => new Date(Date.parse('2026-11-01T00:00:00Z') + number * 86_400_000)
  expect(await removeUnused([draft], day(0))).toBe(0)
  expect(await removeUnused([], day(3))).toBe(0)
  // The second has been unnamed for 7 days, the first for 4.
  expect(await removeUnused([], day(7))).toBe(other.blob.size)
  expect([...(await keptFiles())]).toEqual([sha256])
  expect(await removeUnused([draft], day(30))).toBe(0)
  expect(await removeUnused([], day(30), 0)).toBe(blob.size)
})

test('a deleted draft comes back as it stood last, not as the list showed it', async () => {
  const listed = aDraft()
  await saveDraft(listed, null)
  await loadDrafts()
  // Another tab goes on; this one has not looked since.
  const later = { ...listed, revision: 2, fields: typed({ a: '8' }) }
  await saveDraft(later, 1)
  await deleteDraft(listed)
  expect(await stored()).toBeNull()
  expect(lastRemoved()).toEqual(later)
})

test('a deleted draft comes back with what only this page had', async () => {
  const listed = aDraft()
  await saveDraft(listed, null)
  const session = sessionOf('ban-nhap-1')
  await expect.poll(() => session.state().status).toBe('ready')
  const state = session.state()
  if (state.status !== 'ready') throw new Error(state.status)
  state.open.change([{ kind: 'note', note: 'vừa gõ' }])
  await deleteDraft(listed)
  expect(await stored()).toBeNull()
  expect(lastRemoved()).toMatchObject({ revision: 2, note: 'vừa gõ' })
})

test('a draft renamed while another tab saves keeps its name, and that is said', async () => {
  const draft = aDraft()
  await saveDraft(draft, null)
  const later = { ...draft, revision: 2, fields: typed({ a: '8' }) }
  const renaming = renameDraft('ban-nhap-1', 'Bản một')
  expect(await saveDraft(later, 1)).toEqual({ kind: 'saved' })
  expect(await renaming).toBe('conflict')
  expect(await stored()).toEqual(later)
  expect(await renameDraft('ban-nhap-1', 'Bản một')).toBe('renamed')
  expect(await stored()).toEqual({ ...later, name: 'Bản một', revision: 3, updatedAt: expect.anything() })
})

test('a draft kept without being opened is listed, and other tabs hear of it', async () => {
  const channel = new BroadcastChannel('parboard-drafts')
  const heard = new Promise(resolve => channel.addEventListener('message', ({ data }) => resolve(data)))
  await saveDraft(aDraft(), null)
  draftWasKept('ban-nhap-1')
  expect(await heard).toEqual({ kind: 'saved', draftId: 'ban-nhap-1' })
  await shows('ready | ban-nhap-1  0 | 0 unreadable | 1 changed')
  channel.close()
})

/** A store that answers the next question for every draft with a fault. */
const failOnce = () =>
  vi.spyOn(IDBObjectStore.prototype, 'getAllKeys').mockImplementationOnce(() => {
    throw new DOMException('no', 'UnknownError')
  })

test('a store that fails once makes no empty backup, and nothing that stands is called new', async () => {
  const draft = aDraft()
  await saveDraft(draft, null)
  failOnce()
  await expect(backUpEverything()).rejects.toThrow('no')
  expect(await lastBackup()).toBeNull()
  const backup = await backUpEverything()
  expect(backup.drafts).toBe(1)
  failOnce()
  expect(await planRestore(backup.blob)).toEqual({ fault: 'storeFailed' })
  const plan = await planRestore(backup.blob)
  expect('lines' in plan && plan.lines.map(line => line.is)).toEqual(['same'])
})

test('where the browser keeps nothing at all, what this page has is backed up and read', async () => {
  closeDatabase()
  vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(() => {
    throw new DOMException('no', 'SecurityError')
  })
  addDraft(aDraft())
  await shows('blocked | ban-nhap-1  0 | 0 unreadable | 1 changed')
  const backup = await backUpEverything()
  expect(backup.drafts).toBe(1)
  expect(await planRestore(backup.blob)).toMatchObject({ lines: [{ is: 'same' }] })
})
