import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { closeDatabase, database } from '../../src/io/drafts/database.ts'
import { keptDraft, keptDrafts, saveDraft } from '../../src/io/drafts/draftStore.ts'
import { markOf, readJournal, writeJournal } from '../../src/io/drafts/journal.ts'
import type { Draft, DraftEdit } from '../../src/model/draft.ts'
import { type DraftSession, draftSession } from '../../src/state/assessment/draftSession.ts'
import type { OpenDraft } from '../../src/state/assessment/openDraft.ts'
import { endSession, sessionOf, startDraft } from '../../src/state/assessment/openSessions.ts'
import { useOpenDraft } from '../../src/state/assessment/useOpenDraft.ts'
import { type Mounted, mount } from '../server/mount.ts'
import { aDraft, typed } from './draftBuilders.ts'

const sessions: DraftSession[] = []
const opened = vi.fn<(id: string) => void>()

/** A session of its own, as another tab would have it. */
function aSession(start: Draft | null = null, id = 'ban-nhap-1'): DraftSession {
  const session = draftSession(id, start, opened)
  sessions.push(session)
  return session
}

async function clearStore() {
  const connection = await database()
  await Promise.all((['drafts', 'files', 'notes'] as const).map(name => connection.clear(name)))
  localStorage.clear()
}

beforeEach(clearStore)
afterEach(async () => {
  for (const session of sessions.splice(0)) session.end()
  vi.useRealTimers()
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
  opened.mockReset()
  closeDatabase()
  await clearStore()
})

function openOf(session: DraftSession): OpenDraft {
  const state = session.state()
  if (state.status !== 'ready') throw new Error(`the draft is ${state.status}`)
  return state.open
}

const statusOf = (session: DraftSession) => {
  const state = session.state()
  return state.status === 'ready' ? state.open.saving.status : state.status
}

const type = (session: DraftSession, text: string, metricId = 'hs-tiep-nhan') =>
  openOf(session).change([{ kind: 'field', metricId, entry: { state: 'typed', text } }], metricId)

const textOf = (draft: Draft | undefined, metricId = 'hs-tiep-nhan') => {
  const entry = draft?.fields.get(metricId)
  return entry?.state === 'typed' ? entry.text : undefined
}

const stored = async (id = 'ban-nhap-1') => {
  const found = await keptDraft(id)
  return found?.kind === 'draft' ? found.draft : undefined
}

const savedOf = (session: DraftSession) => expect.poll(() => statusOf(session)).toBe('saved')

/** What another tab does: saves and tells. */
async function saveElsewhere(draft: Draft, basedOn: number) {
  expect(await saveDraft(draft, basedOn)).toEqual({ kind: 'saved' })
  const channel = new BroadcastChannel('parboard-drafts')
  channel.postMessage({ kind: 'saved', draftId: draft.id })
  channel.close()
}

describe('saving', () => {
  test('a new draft goes to the store and opens again as it was left', async () => {
    const session = aSession(aDraft())
    type(session, '1')
    type(session, '14')
    type(session, '1464')
    await savedOf(session)
    expect(textOf(await stored())).toBe('1464')
    const again = aSession()
    await savedOf(again)
    expect(openOf(again).draft).toEqual(openOf(session).draft)
  })

  test('while one write is on its way the latest follows, and none between', async () => {
    const put = vi.spyOn(IDBObjectStore.prototype, 'put')
    const session = aSession(aDraft())
    for (let digit = 0; digit < 50; digit++) type(session, String(digit))
    await savedOf(session)
    expect(textOf(await stored())).toBe('49')
    expect(put.mock.calls.length).toBeLessThanOrEqual(2)
  })

  test('what is typed lies in the journal before the change returns, and leaves it once stored', async () => {
    const session = aSession(aDraft())
    type(session, '7')
    expect(textOf(readJournal()[0]?.draft)).toBe('7')
    await savedOf(session)
    expect(readJournal()).toEqual([])
  })

  test('typing in one field is one step of undo, and saving between does not part it', async () => {
    const session = aSession(aDraft())
    type(session, '1')
    await savedOf(session)
    type(session, '12')
    await savedOf(session)
    type(session, '5', 'hs-truc-tuyen')
    openOf(session).undo?.()
    expect(textOf(openOf(session).draft)).toBe('12')
    openOf(session).undo?.()
    expect(openOf(session).draft.fields.size).toBe(0)
    expect(openOf(session).undo).toBeNull()
    openOf(session).redo?.()
    await savedOf(session)
    expect(textOf(await stored())).toBe('12')
  })

  test('nothing under an id, or something that cannot be read', async () => {
    const none = aSession(null, 'khong-co')
    await expect.poll(() => none.state()).toMatchObject({ status: 'none', why: 'absent' })
    const connection = await database()
    await connection.put('drafts', { format: 9, id: 'moi-hon', anything: 1 }, 'moi-hon')
    await connection.put('drafts', { format: 1, id: 'hong', fields: 'không' }, 'hong')
    const newer = aSession(null, 'moi-hon')
    await expect.poll(() => newer.state()).toMatchObject({ status: 'unreadable', why: 'newer' })
    const damaged = aSession(null, 'hong')
    await expect.poll(() => damaged.state()).toMatchObject({ status: 'unreadable', why: 'damaged' })
    // Neither is touched, also by somebody who would write under the same id.
    expect(await saveDraft(aDraft({ id: 'moi-hon' }), null)).toEqual({ kind: 'failed' })
    expect((await keptDrafts()).map(each => each.kind)).toEqual(['unreadable', 'unreadable'])
  })
})

describe('a tab that died', () => {
  test('what it had not stored is there when the draft is opened again', async () => {
    const draft = aDraft()
    await saveDraft(draft, null)
    const left = { ...draft, revision: 2, fields: typed({ 'hs-tiep-nhan': '88' }) }
    writeJournal('tab-da-chet', { draft: left, basedOn: 1, through: [] })
    const session = aSession()
    await savedOf(session)
    expect(textOf(await stored())).toBe('88')
    expect(readJournal()).toEqual([])
  })

  test('what was stored after all is not taken for news', async () => {
    const draft = aDraft({ revision: 2, fields: typed({ 'hs-tiep-nhan': '88' }) })
    await saveDraft(draft, null)
    writeJournal('tab-da-chet', { draft, basedOn: 1, through: [] })
    const session = aSession()
    await savedOf(session)
    expect(openOf(session).draft).toEqual(draft)
    expect(readJournal()).toEqual([])
  })

  test('what another tab overtook is offered beside it', async () => {
    const draft = aDraft()
    await saveDraft({ ...draft, revision: 5, fields: typed({ 'hs-tiep-nhan': '5' }) }, null)
    const left = { ...draft, revision: 3, fields: typed({ 'hs-tiep-nhan': '3' }) }
    writeJournal('tab-da-chet', { draft: left, basedOn: 2, through: [] })
    const session = aSession()
    await expect.poll(() => statusOf(session)).toBe('elsewhere')
    expect(textOf(openOf(session).draft)).toBe('3')
    expect(textOf(await stored())).toBe('5')
  })
})

describe('a tab that died while a write was on its way', () => {
  const at = (second: number) => `2026-11-01T08:00:0${second}.000Z`
  const state = (revision: number, text = String(revision)): Draft =>
    aDraft({ revision, updatedAt: at(revision), fields: typed({ 'hs-tiep-nhan': text }) })

  test('the journal names every state the store may have taken', async () => {
    const session = aSession(aDraft())
    await savedOf(session)
    type(session, '1')
    type(session, '12')
    type(session, '123')
    expect(readJournal()).toMatchObject([
      { basedOn: 1, through: [{ revision: 1 }, { revision: 2 }, { revision: 3 }], draft: { revision: 4 } },
    ])
    await savedOf(session)
    type(session, '1234')
    expect(readJournal()).toMatchObject([{ basedOn: 4, draft: { revision: 5 } }])
  })

  test.each([2, 3, 4])(
    'the store has revision %i of its own: gone on with, without a question',
    async revision => {
      await saveDraft(state(revision), null)
      writeJournal('tab-da-chet', { draft: state(5), basedOn: 2, through: [state(3), state(4)].map(markOf) })
      const session = aSession()
      const seen = new Set<string>()
      session.subscribe(() => seen.add(statusOf(session)))
      await savedOf(session)
      expect([...seen]).not.toContain('elsewhere')
      expect(textOf(await stored())).toBe('5')
      expect(readJournal()).toEqual([])
    },
  )

  test("a revision of another tab with the same number is another's: asked", async () => {
    await saveDraft({ ...state(4, '44'), updatedAt: at(9) }, null)
    writeJournal('tab-da-chet', { draft: state(5), basedOn: 2, through: [state(3), state(4)].map(markOf) })
    const session = aSession()
    await expect.poll(() => statusOf(session)).toBe('elsewhere')
    expect(textOf(await stored())).toBe('44')
  })

  test('both say the same under another revision: nothing to ask', async () => {
    await saveDraft({ ...state(9, '5'), updatedAt: at(9) }, null)
    writeJournal('tab-da-chet', { draft: state(5), basedOn: 2, through: [] })
    const session = aSession()
    await savedOf(session)
    expect(await stored()).toMatchObject({ revision: 9 })
    expect(readJournal()).toEqual([])
  })

  test('who goes on from it and dies as well leaves one thing behind, not two', async () => {
    await saveDraft(state(2), null)
    writeJournal('tab-da-chet', { draft: state(3), basedOn: 2, through: [] })
    const session = aSession()
    await expect.poll(() => session.state().status).toBe('ready')
    type(session, '36')
    expect(readJournal().map(entry => textOf(entry.draft))).toEqual(['36'])
    await savedOf(session)
  })

  test('an entry of an earlier form of the journal is read', async () => {
    await saveDraft(state(2), null)
    writeJournal('tab-da-chet', { draft: state(3), basedOn: 2, through: [] })
    const [key] = Object.keys(localStorage)
    if (key === undefined) throw new Error('no journal')
    const { through: _, ...before } = JSON.parse(localStorage.getItem(key) ?? '')
    localStorage.setItem(key, JSON.stringify(before))
    const session = aSession()
    await savedOf(session)
    expect(textOf(await stored())).toBe('3')
  })
})

describe('two tabs', () => {
  async function twoTabs() {
    const session = aSession(aDraft())
    await savedOf(session)
    const other = { ...openOf(session).draft, fields: typed({ 'hs-tiep-nhan': '22' }), revision: 2 }
    return { session, other }
  }

  /** Both changed the same revision. */
  async function inConflict() {
    const { session, other } = await twoTabs()
    expect(await saveDraft(other, 1)).toEqual({ kind: 'saved' })
    type(session, '11')
    await expect.poll(() => statusOf(session)).toBe('elsewhere')
    const { saving } = openOf(session)
    if (saving.status !== 'elsewhere') throw new Error('no conflict')
    return { session, other, saving }
  }

  test('one without changes of its own goes along and says so', async () => {
    const { session, other } = await twoTabs()
    await saveElsewhere(other, 1)
    await expect.poll(() => openOf(session).saving).toMatchObject({ status: 'saved', followed: true })
    expect(openOf(session).draft).toEqual(other)
    openOf(session).undo?.()
    expect(openOf(session).draft.fields.size).toBe(0)
  })

  test('one with changes of its own loses none of either', async () => {
    const { session, other, saving } = await inConflict()
    expect(saving.other).toEqual(other)
    expect(textOf(openOf(session).draft)).toBe('11')
    type(session, '112')
    expect(textOf(await stored())).toBe('22')
    expect(textOf(readJournal()[0]?.draft)).toBe('112')
  })

  test('keeps its own', async () => {
    const { session, saving } = await inConflict()
    saving.keepMine()
    await savedOf(session)
    expect(await stored()).toMatchObject({ revision: 3 })
    expect(textOf(await stored())).toBe('11')
  })

  test("takes the other's, and one undo leads back", async () => {
    const { session, other, saving } = await inConflict()
    saving.takeOther()
    expect(openOf(session).draft).toEqual(other)
    openOf(session).undo?.()
    await savedOf(session)
    expect(textOf(await stored())).toBe('11')
  })

  test('once both say the same there is nothing to choose', async () => {
    const { session, other } = await inConflict()
    const same = { ...openOf(session).draft, revision: 9, updatedAt: '2026-11-02T00:00:00.000Z' }
    await saveElsewhere(same, other.revision)
    await savedOf(session)
    expect(openOf(session).draft).toEqual(same)
    expect(textOf(await stored())).toBe('11')
  })

  test('while they differ it stays to be chosen', async () => {
    const { session, other } = await inConflict()
    await saveElsewhere({ ...other, revision: 9, fields: typed({ 'hs-tiep-nhan': '99' }) }, other.revision)
    await expect.poll(() => openOf(session).saving).toMatchObject({ other: { revision: 9 } })
    expect(statusOf(session)).toBe('elsewhere')
    expect(textOf(openOf(session).draft)).toBe('11')
  })

  test('an earlier state of this tab, saved for it by another, is no conflict', async () => {
    const session = aSession(aDraft())
    await savedOf(session)
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('no', 'UnknownError')
    })
    type(session, '1')
    await expect.poll(() => statusOf(session)).toBe('unsaved')
    put.mockRestore()
    // The other tab took what was left in the journal for that of a dead one.
    const [left] = readJournal()
    if (!left) throw new Error('no journal')
    expect(await saveDraft(left.draft, left.basedOn)).toEqual({ kind: 'saved' })
    const seen = new Set<string>()
    session.subscribe(() => seen.add(statusOf(session)))
    type(session, '12')
    await savedOf(session)
    expect([...seen]).not.toContain('elsewhere')
    expect(textOf(await stored())).toBe('12')
  })

  test('keeps both', async () => {
    const { session, other, saving } = await inConflict()
    saving.keepBoth()
    await savedOf(session)
    expect(openOf(session).draft).toEqual(other)
    const [copyId] = opened.mock.calls[0] ?? []
    expect(textOf(await stored(copyId))).toBe('11')
    expect(await stored(copyId)).toMatchObject({ origin: { from: 'copy', draftId: 'ban-nhap-1' } })
  })

  test('a draft deleted elsewhere is gone here too, unless something was typed here', async () => {
    const { session } = await twoTabs()
    const channel = new BroadcastChannel('parboard-drafts')
    channel.postMessage({ kind: 'removed', draftId: 'ban-nhap-1' })
    await expect.poll(() => statusOf(session)).toBe('none')
    channel.close()
  })
})

/** Keeps everybody else from writing until the answer is called. */
async function hold(name: 'drafts'): Promise<() => Promise<void>> {
  const transaction = (await database()).transaction(name, 'readwrite')
  let isHeld = true
  const turn = (): void => void transaction.store.get('giu').then(() => (isHeld ? turn() : undefined))
  turn()
  return () => {
    isHeld = false
    return transaction.done
  }
}

describe('a store that does not take it', () => {
  const quota = () =>
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError')
    })

  test('full: said, kept on the page, tried again when asked', async () => {
    const session = aSession(aDraft())
    await savedOf(session)
    const put = quota()
    type(session, '1')
    await expect.poll(() => openOf(session).saving).toMatchObject({ status: 'unsaved', why: 'full' })
    expect(session.isUnsaved()).toBe(true)
    expect(textOf(openOf(session).draft)).toBe('1')
    put.mockRestore()
    const { saving } = openOf(session)
    if (saving.status === 'unsaved') saving.retry()
    await savedOf(session)
    expect(textOf(await stored())).toBe('1')
  })

  test('full at the end of the transaction', async () => {
    const session = aSession(aDraft())
    await savedOf(session)
    const whole = IDBObjectStore.prototype.put
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...args) {
      const request = whole.apply(this, args)
      this.transaction.abort()
      return request
    })
    type(session, '1')
    await expect.poll(() => statusOf(session)).toBe('unsaved')
  })

  test.each([
    ['no indexedDB at all', () => vi.stubGlobal('indexedDB', undefined)],
    [
      'one that throws',
      () =>
        vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(() => {
          throw new DOMException('no', 'SecurityError')
        }),
    ],
  ])('blocked: %s', async (_, breakIt) => {
    closeDatabase()
    breakIt()
    const session = aSession(aDraft())
    type(session, '9')
    await expect.poll(() => openOf(session).saving).toMatchObject({ status: 'unsaved', why: 'blocked' })
    type(session, '99')
    expect(textOf(openOf(session).draft)).toBe('99')
    // The journal alone is enough to open it again.
    const again = aSession()
    await expect.poll(() => statusOf(again)).toBe('unsaved')
    expect(textOf(openOf(again).draft)).toBe('99')
    const other = aSession(null, 'khac')
    await expect.poll(() => other.state()).toMatchObject({ status: 'none', why: 'blocked' })
  })

  test('one that does not answer in time is called off: it writes nothing afterwards', async () => {
    const session = aSession(aDraft())
    await savedOf(session)
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const release = await hold('drafts')
    type(session, '1')
    await expect.poll(() => statusOf(session)).toBe('saving')
    await vi.advanceTimersByTimeAsync(10_001)
    await vi.waitFor(() => expect(openOf(session).saving).toMatchObject({ status: 'unsaved', why: 'failed' }))
    await release()
    vi.useRealTimers()
    expect(await stored()).toMatchObject({ revision: 1 })
    type(session, '12')
    await savedOf(session)
    expect(textOf(await stored())).toBe('12')
  })

  test('a write that came to the disk after it was given up is no conflict', async () => {
    const session = aSession(aDraft())
    await savedOf(session)
    // On its way to the disk it cannot be called off.
    vi.spyOn(IDBTransaction.prototype, 'abort').mockImplementation(() => {
      throw new DOMException('committing', 'InvalidStateError')
    })
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const release = await hold('drafts')
    type(session, '1')
    await vi.advanceTimersByTimeAsync(10_001)
    await vi.waitFor(() => expect(statusOf(session)).toBe('unsaved'))
    await release()
    vi.useRealTimers()
    await expect.poll(async () => textOf(await stored())).toBe('1')
    type(session, '12')
    await savedOf(session)
    expect(textOf(await stored())).toBe('12')
  })

  test('a store the browser threw away is written anew', async () => {
    const session = aSession(aDraft())
    type(session, '3')
    await savedOf(session)
    await (await database()).clear('drafts')
    session.lookAgain()
    await expect.poll(async () => textOf(await stored())).toBe('3')
  })

  test('another connection, closed by the browser, is opened again', async () => {
    const session = aSession(aDraft())
    await savedOf(session)
    ;(await database()).close()
    type(session, '4')
    await savedOf(session)
    expect(textOf(await stored())).toBe('4')
  })
})

describe('the hook', () => {
  let drawn: Mounted | undefined
  afterEach(() => {
    drawn?.unmount()
    endSession('ban-nhap-1')
  })

  function Field() {
    const state = useOpenDraft('ban-nhap-1')
    if (state.status !== 'ready') return <p>{state.status}</p>
    const { draft, saving, change } = state.open
    const edit: DraftEdit = { kind: 'field', metricId: 'm', entry: { state: 'typed', text: '6' } }
    return (
      <button type="button" onClick={() => change([edit])}>
        {textOf(draft, 'm') ?? 'trống'} {saving.status}
      </button>
    )
  }

  test('draws what stands and what is changed, in every part that uses it', async () => {
    startDraft(aDraft())
    drawn = mount(
      <>
        <Field />
        <Field />
      </>,
    )
    await expect.poll(() => drawn?.box.textContent).toBe('trống savedtrống saved')
    drawn.box.querySelector('button')?.click()
    await expect.poll(() => drawn?.box.textContent).toBe('6 saved6 saved')
    expect(sessionOf('ban-nhap-1').isUnsaved()).toBe(false)
  })
})
