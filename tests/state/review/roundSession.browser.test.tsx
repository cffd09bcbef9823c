import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { closeDatabase, database } from '../../../src/io/drafts/database.ts'
import { nextEntry } from '../../../src/io/review/chain.ts'
import { readLedgerJournal, writeLedgerJournal } from '../../../src/io/review/ledgerJournal.ts'
import {
  keptLineIds,
  keptLines,
  keptRound,
  keptRoundFile,
  readLine,
  writeToRound,
} from '../../../src/io/review/roundStore.ts'
import type { LedgerEntry, ReviewRound } from '../../../src/model/review.ts'
import * as fold from '../../../src/scoring/review/foldLedger.ts'
import { type RoundSession, roundSession } from '../../../src/state/review/roundSession.ts'
import { aReceived, aRound, decides, everyAct, linesOf, writtenAt } from '../../io/review/reviewBuilders.ts'

vi.mock('../../../src/scoring/review/foldLedger.ts', { spy: true })

const me = 'Trần Thị Hòa'
const sessions: RoundSession[] = []

function aSession(start: ReviewRound | null = null, id = 'dot-1'): RoundSession {
  const session = roundSession(id, start && { round: start })
  sessions.push(session)
  return session
}

async function clearStore() {
  const connection = await database()
  const names = ['rounds', 'ledger', 'received', 'receivedFiles', 'rules'] as const
  await Promise.all(names.map(name => connection.clear(name)))
  localStorage.clear()
}

beforeEach(clearStore)
afterEach(async () => {
  for (const session of sessions.splice(0)) session.end()
  vi.restoreAllMocks()
  closeDatabase()
  await clearStore()
})

function viewOf(session: RoundSession) {
  const state = session.state()
  if (state.status !== 'ready') throw new Error(`the round is ${state.status}`)
  return state.view
}
const statusOf = (session: RoundSession) => {
  const state = session.state()
  return state.status === 'ready' ? state.view.saving.status : state.status
}
const savedOf = (session: RoundSession) => expect.poll(() => statusOf(session)).toBe('saved')
const idsOf = (session: RoundSession) => viewOf(session).state.entries.map(entry => entry.id)

/** What another tab does: writes and tells. */
async function writeElsewhere(entries: readonly LedgerEntry[]) {
  expect(await writeToRound('dot-1', { round: null, entries, received: [], files: [] })).toBe('saved')
  tell({ kind: 'lines', roundId: 'dot-1', ids: entries.map(({ id }) => id), received: [] })
}

function tell(news: unknown) {
  const channel = new BroadcastChannel('parboard-rounds')
  channel.postMessage(news)
  channel.close()
}

describe('saving', () => {
  test('lines are there at once, on the disk right after, and again when the round is opened', async () => {
    const session = aSession(aRound())
    const lines = session.append([decides(), decides({ criterionId: '2' })], me)
    expect(idsOf(session)).toEqual(lines.map(({ id }) => id))
    expect(lines.map(({ seq, clock, by }) => [seq, clock, by])).toEqual([
      [1, 1, me],
      [2, 2, me],
    ])
    await savedOf(session)
    const again = aSession()
    await savedOf(again)
    expect(viewOf(again).round).toEqual(aRound())
    expect(viewOf(again).state.entries).toEqual(viewOf(session).state.entries)
    expect(viewOf(again).broken).toEqual([])
  })

  test('a line lies in the journal before append returns, and leaves it once stored', async () => {
    const session = aSession(aRound())
    const [line] = session.append([decides()], me)
    expect(readLedgerJournal('dot-1').flatMap(page => page.entries)).toEqual([line])
    await savedOf(session)
    expect(readLedgerJournal('dot-1')).toEqual([])
    expect(await keptLineIds('dot-1')).toEqual([line?.id])
  })

  test('a thousand lines are folded once', async () => {
    const session = aSession(aRound())
    await savedOf(session)
    viewOf(session)
    const folds = vi.mocked(fold.foldLedger)
    folds.mockClear()
    session.subscribe(() => viewOf(session))
    session.append(
      Array.from({ length: 1_000 }, () => decides()),
      me,
    )
    session.append([decides()], me)
    await savedOf(session)
    expect(viewOf(session).state.entries).toHaveLength(1_001)
    expect(folds).toHaveBeenCalledOnce()
  })

  test('files go with the lines about them, and come back as they were', async () => {
    const session = aSession(aRound())
    const [act] = everyAct
    if (!act) throw new Error('an act')
    const submission = aReceived()
    const blob = new Blob(['tệp gốc'])
    session.append([act], me, [{ submission, sha256: submission.sha256, blob }])
    expect(viewOf(session).received.get(submission.sha256)).toEqual(submission)
    expect(await (await session.fileOf(submission.sha256))?.text()).toBe('tệp gốc')
    await savedOf(session)
    const again = aSession()
    await savedOf(again)
    expect(viewOf(again).received.get(submission.sha256)).toEqual(submission)
    expect(await (await again.fileOf(submission.sha256))?.text()).toBe('tệp gốc')
    expect(await again.fileOf('9'.repeat(64))).toBeNull()
  })

  test('a round that is not here, and one a later page wrote', async () => {
    const none = aSession(null, 'khong-co')
    await expect.poll(() => statusOf(none)).toBe('absent')
    await (await database()).put('rounds', { ...aRound({ id: 'moi' }), format: 9 }, 'moi')
    const newer = aSession(null, 'moi')
    await expect.poll(() => newer.state()).toMatchObject({ status: 'failed', why: 'newer' })
  })
})

describe('a tab that died', () => {
  test('what it had not stored is there when the round is opened again', async () => {
    await writeToRound('dot-1', { round: aRound(), entries: [], received: [], files: [] })
    const [line] = linesOf([decides()], { pen: 'chet' })
    if (!line) throw new Error('a line')
    writeLedgerJournal('dot-1', 'chet', [line])
    const session = aSession()
    await savedOf(session)
    expect(idsOf(session)).toEqual([line.id])
    await expect.poll(() => readLedgerJournal('dot-1')).toEqual([])
    expect((await keptLines('dot-1')).map(readLine)).toEqual([line])
  })

  test('what the store had taken after all is there once', async () => {
    const lines = linesOf([decides(), decides({ criterionId: '2' })], { pen: 'chet' })
    await writeToRound('dot-1', { round: aRound(), entries: lines.slice(0, 1), received: [], files: [] })
    writeLedgerJournal('dot-1', 'chet', lines)
    const session = aSession()
    await savedOf(session)
    expect(idsOf(session)).toEqual(['chet-1', 'chet-2'])
    expect(viewOf(session).broken).toEqual([])
  })

  test('lines about files that went with it leave no gap in a pen that goes on', async () => {
    const session = aSession(aRound())
    await savedOf(session)
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError')
    })
    const [act] = everyAct
    if (!act) throw new Error('an act')
    session.append([act], me, [{ submission: aReceived(), sha256: 'a'.repeat(64), blob: new Blob(['x']) }])
    session.append([decides()], me)
    await expect.poll(() => statusOf(session)).toBe('unsaved')
    // The tab dies: only the journal is left.
    session.end()
    put.mockRestore()
    const again = aSession()
    await savedOf(again)
    expect(viewOf(again).state.entries.map(({ act: { kind } }) => kind)).toEqual(['decide'])
    expect(viewOf(again).broken).toEqual([])
  })

  test('a journal that cannot be read stays where it is', async () => {
    await writeToRound('dot-1', { round: aRound(), entries: [], received: [], files: [] })
    localStorage.setItem('parboard-ledger:dot-1:moi', '[{"act":{"kind":"pay"}}]')
    await savedOf(aSession())
    expect(localStorage.getItem('parboard-ledger:dot-1:moi')).not.toBeNull()
  })
})

describe('two tabs', () => {
  test('each takes in what the other writes, with clocks that go on', async () => {
    const session = aSession(aRound())
    session.append([decides()], me)
    await savedOf(session)
    const other = linesOf([decides({ criterionId: '2' })], { pen: 'tabkhac', by: 'Lê Văn Bình', clock: 4 })
    await writeElsewhere(other)
    await expect.poll(() => idsOf(session)).toContain('tabkhac-1')
    const [next] = session.append([decides()], me)
    expect(next?.clock).toBe(6)
    expect(viewOf(session).broken).toEqual([])
  })

  test('lines of both on the same matter are kept as a conflict, and none is lost', async () => {
    const session = aSession(aRound())
    session.append([decides()], me)
    await savedOf(session)
    const other = linesOf([decides({ verdict: { kind: 'byRule' }, to: '6' })], {
      pen: 'tabkhac',
      by: 'Lê Văn Bình',
    })
    await writeElsewhere(other)
    await expect.poll(() => viewOf(session).state.conflicts.length).toBe(1)
    expect(await keptLineIds('dot-1')).toHaveLength(2)
  })

  test('who missed the news finds the lines when turning to the tab', async () => {
    const session = aSession(aRound())
    await savedOf(session)
    const [line] = linesOf(everyAct, { pen: 'tabkhac' })
    if (line?.act.kind !== 'receive') throw new Error('a line about a file')
    await writeToRound('dot-1', { round: null, entries: [line], received: [aReceived()], files: [] })
    session.lookAgain()
    await expect.poll(() => idsOf(session)).toEqual(['tabkhac-1'])
    await expect.poll(() => viewOf(session).received.size).toBe(1)
  })

  test('what was read of a file waits for the line about it, whichever is told first', async () => {
    const session = aSession(aRound())
    await savedOf(session)
    const received = aReceived()
    const [line] = linesOf(everyAct, { pen: 'tabkhac' })
    if (!line) throw new Error('a line about a file')
    await writeToRound('dot-1', { round: null, entries: [], received: [received], files: [] })
    tell({ kind: 'lines', roundId: 'dot-1', ids: [], received: [received.sha256] })
    await writeElsewhere([line])
    await expect.poll(() => viewOf(session).received.size).toBe(1)
    expect(viewOf(session).broken).toEqual([])
  })

  test('a round deleted elsewhere is gone here too', async () => {
    const session = aSession(aRound())
    await savedOf(session)
    tell({ kind: 'removed', roundId: 'dot-1' })
    await expect.poll(() => statusOf(session)).toBe('absent')
  })

  test('news nobody understands does no harm', async () => {
    const session = aSession(aRound())
    await savedOf(session)
    for (const news of [null, 'x', { kind: 'lines', roundId: 'dot-1' }, { kind: 'pay', roundId: 'dot-1' }])
      tell(news)
    session.append([decides()], me)
    await savedOf(session)
    expect(idsOf(session)).toHaveLength(1)
  })
})

describe('a store that does not take it', () => {
  const refuse = (name: string) =>
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('no', name)
    })

  test('full: said, kept on the page, stored when asked again', async () => {
    const session = aSession(aRound())
    await savedOf(session)
    const put = refuse('QuotaExceededError')
    session.append([decides()], me)
    await expect.poll(() => viewOf(session).saving).toMatchObject({ status: 'unsaved', why: 'full' })
    expect(session.isUnsaved()).toBe(true)
    expect(idsOf(session)).toHaveLength(1)
    put.mockRestore()
    const { saving } = viewOf(session)
    if (saving.status === 'unsaved') saving.retry()
    await savedOf(session)
    expect(await keptLineIds('dot-1')).toHaveLength(1)
    expect(session.isUnsaved()).toBe(false)
  })

  test('the next line tries again without being asked', async () => {
    const session = aSession(aRound())
    await savedOf(session)
    const put = refuse('UnknownError')
    session.append([decides()], me)
    await expect.poll(() => viewOf(session).saving).toMatchObject({ status: 'unsaved', why: 'failed' })
    put.mockRestore()
    session.append([decides({ criterionId: '2' })], me)
    await savedOf(session)
    expect(await keptLineIds('dot-1')).toHaveLength(2)
  })

  test('no room for a file still leaves room for a line', async () => {
    const session = aSession(aRound())
    await savedOf(session)
    const put = IDBObjectStore.prototype.put
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
      this: IDBObjectStore,
      value: unknown,
      key?: IDBValidKey,
    ) {
      if (this.name === 'receivedFiles') throw new DOMException('full', 'QuotaExceededError')
      return put.call(this, value, key)
    })
    const [act] = everyAct
    if (!act) throw new Error('an act')
    session.append([act], me, [{ submission: aReceived(), sha256: 'a'.repeat(64), blob: new Blob(['x']) }])
    await expect.poll(() => statusOf(session)).toBe('unsaved')
    const [line] = session.append([decides()], me)
    await expect.poll(() => keptLineIds('dot-1')).toEqual([line?.id])
    expect(viewOf(session).saving).toMatchObject({ status: 'unsaved', why: 'full' })
    vi.restoreAllMocks()
    const { saving } = viewOf(session)
    if (saving.status === 'unsaved') saving.retry()
    await savedOf(session)
    expect(await keptLineIds('dot-1')).toHaveLength(2)
    expect(await (await keptRoundFile('dot-1', 'a'.repeat(64)))?.text()).toBe('x')
  })

  test('a store that was thrown away is filled again from the page', async () => {
    const session = aSession(aRound())
    session.append([decides()], me)
    await savedOf(session)
    await clearStore()
    session.lookAgain()
    await expect.poll(() => keptLineIds('dot-1')).toHaveLength(1)
    expect(await keptRound('dot-1')).toMatchObject({ kind: 'round' })
  })
})

describe('chains', () => {
  const five = linesOf(
    ['1', '2', '1', '2', '1'].map(criterionId => decides({ criterionId })),
    { pen: 'but5', by: 'Lê Văn Bình' },
  )

  test('a line removed from the store is told, and nothing else is lost', async () => {
    const entries = five.filter(({ seq }) => seq !== 3)
    await writeToRound('dot-1', { round: aRound(), entries, received: [], files: [] })
    const session = aSession()
    await expect
      .poll(() => statusOf(session) === 'saved' && viewOf(session).broken)
      .toEqual([{ pen: 'but5', by: 'Lê Văn Bình', atSeq: 4, why: 'missing' }])
    expect(idsOf(session)).toHaveLength(4)
    // The line turns up: a colleague's file has it.
    session.merge(five, [])
    await expect.poll(() => viewOf(session).broken).toEqual([])
  })

  test('a line altered in the store is told', async () => {
    const entries = five.map(line => (line.seq === 2 ? { ...line, act: decides({ to: '10' }) } : line))
    await writeToRound('dot-1', { round: aRound(), entries, received: [], files: [] })
    const session = aSession()
    await expect
      .poll(() => statusOf(session) === 'saved' && viewOf(session).broken)
      .toMatchObject([{ atSeq: 3, why: 'altered' }])
  })

  test('a record that is no line stays in the store and shows as missing', async () => {
    await writeToRound('dot-1', { round: aRound(), entries: five, received: [], files: [] })
    await (await database()).put('ledger', { act: { kind: 'later' } }, ['dot-1', 'but5-2'])
    const session = aSession()
    await expect
      .poll(() => statusOf(session) === 'saved' && viewOf(session).broken)
      .toMatchObject([{ atSeq: 3, why: 'missing' }])
    expect(await keptLineIds('dot-1')).toHaveLength(5)
  })
})

test('merging is union: lines known already stay as they are, and it can be done twice', async () => {
  const session = aSession(aRound())
  await savedOf(session)
  const lines = linesOf([decides(), decides({ criterionId: '2' })], { pen: 'dongnghiep' })
  session.merge(lines, [aReceived()])
  session.merge(lines, [aReceived()])
  await savedOf(session)
  expect(idsOf(session)).toEqual(['dongnghiep-1', 'dongnghiep-2'])
  const altered = nextEntry(
    { pen: 'dongnghiep', last: null },
    { act: decides({ to: '99' }), by: me, at: writtenAt, clock: 0 },
  )
  session.merge([altered], [])
  expect(viewOf(session).state.entries[0]).toEqual(lines[0])
})
