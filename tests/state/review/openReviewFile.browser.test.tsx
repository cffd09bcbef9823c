import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '../../../src/io/drafts/database.ts'
import { writeReviewFile } from '../../../src/io/review/reviewFile.ts'
import type { ReviewFileContent } from '../../../src/io/review/reviewFileFormat.ts'
import { openReviewFile, takeReviewFile } from '../../../src/state/review/openReviewFile.ts'
import { endRoundSession, openSession, roundSessionOf } from '../../../src/state/review/roundSessions.ts'
import { aContent, aReceived, aRound, decides, everyAct, linesOf } from '../../io/review/reviewBuilders.ts'

async function clearStore() {
  const connection = await database()
  const names = ['rounds', 'ledger', 'received', 'receivedFiles', 'rules'] as const
  await Promise.all(names.map(name => connection.clear(name)))
  localStorage.clear()
}
beforeEach(clearStore)
afterEach(async () => {
  endRoundSession('dot-1')
  closeDatabase()
  await clearStore()
})

const open = (parts: Partial<ReviewFileContent> = {}) =>
  openReviewFile(new File([new Uint8Array(writeReviewFile(aContent(parts)))], 'tep.parboard-review'))
const opened = async (parts: Partial<ReviewFileContent> = {}) => {
  const answer = await open(parts)
  if (!answer.ok) throw new Error(JSON.stringify(answer.problems))
  return answer.opened
}
const refusal = async (parts: Partial<ReviewFileContent>) => {
  const answer = await open(parts)
  return answer.ok ? null : answer.problems.map(({ code }) => code)
}
const viewOf = () => {
  const state = openSession('dot-1')?.state()
  return state?.status === 'ready' ? state.view : null
}

describe('is refused', () => {
  test('with the id of a round that every machine has', async () => {
    expect(await refusal({ round: aRound({ id: 'nhiem-vu' }) })).toEqual(['built-in-round'])
  })

  test('with a clock beyond what its lines account for', async () => {
    // One line in the file and none here.
    expect(await refusal({ entries: linesOf([decides()], { clock: 100_000 }), received: [] })).toBeNull()
    expect(await refusal({ entries: linesOf([decides()], { clock: 100_001 }), received: [] })).toEqual([
      'impossible-clock',
    ])
  })
})

describe('figures that came along', () => {
  const [receive] = everyAct
  if (receive?.kind !== 'receive') throw new Error('a line about a file')

  test('are used where they are those of their line', async () => {
    const file = await opened({ entries: linesOf([receive]) })
    expect(file.unfit).toEqual([])
    takeReviewFile(file)
    await expect.poll(() => viewOf()?.received.size).toBe(1)
    expect(viewOf()?.broken).toEqual([])
  })

  test('are not used, and that is told by file, where they are of another agency', async () => {
    const { submission, ...rest } = aReceived()
    const received = [{ ...rest, submission: { ...submission, agencyId: 'so-tu-phap' } }]
    const file = await opened({ entries: linesOf([receive]), received })
    expect(file).toMatchObject({ newFiles: 0, unfit: [{ why: 'otherFile' }] })
    takeReviewFile(file)
    await expect.poll(() => viewOf()?.saving.status).toBe('saved')
    expect(viewOf()?.received.size).toBe(0)
    expect(viewOf()?.broken).toMatchObject([{ why: 'otherReading', fileName: 'tu-cham.parboard' }])
  })

  test('are ignored and told where no line names them', async () => {
    const file = await opened({ entries: linesOf([decides()]), received: [aReceived()] })
    expect(file).toMatchObject({ newFiles: 0, unfit: [{ why: 'unnamed', line: null }] })
    takeReviewFile(file)
    await expect.poll(() => viewOf()?.saving.status).toBe('saved')
    expect(viewOf()?.received.size).toBe(0)
  })

  test('put into the store under a line by somebody else are not used when the round is opened', async () => {
    takeReviewFile(await opened({ entries: linesOf([receive]) }))
    await expect.poll(() => viewOf()?.saving.status).toBe('saved')
    endRoundSession('dot-1')
    const { submission, ...rest } = aReceived()
    const connection = await database()
    await connection.put('received', { ...rest, submission: { ...submission, period: '2026-09' } }, [
      'dot-1',
      rest.sha256,
    ])
    roundSessionOf('dot-1')
    await expect.poll(() => viewOf()?.broken.map(({ why }) => why)).toEqual(['otherReading'])
    expect(viewOf()?.received.size).toBe(0)
  })
})

test('two lines of one id are told again whenever the round is opened', async () => {
  takeReviewFile(await opened({ entries: linesOf([decides()]), received: [] }))
  await expect.poll(() => viewOf()?.saving.status).toBe('saved')
  takeReviewFile(await opened({ entries: linesOf([decides({ to: '2' })]), received: [] }))
  const twins = () => viewOf()?.broken.map(({ why }) => why)
  expect(twins()).toEqual(['twins'])
  const stands = viewOf()?.state.entries
  await expect.poll(async () => (await (await database()).getAllKeys('ledger')).length).toBe(3)
  endRoundSession('dot-1')
  roundSessionOf('dot-1')
  await expect.poll(twins).toEqual(['twins'])
  expect(viewOf()?.state.entries).toEqual(stands)
})

test('a file taken into a round that cannot be opened is held, said, and merged once it can', async () => {
  const file = await opened({ entries: linesOf([decides()]), received: [] })
  const connection = await database()
  await connection.put('rounds', { ...aRound(), format: 0 } as never, 'dot-1')
  const session = roundSessionOf('dot-1')
  takeReviewFile({ ...file, how: 'merge' })
  await expect.poll(() => session.state()).toMatchObject({ status: 'failed', isHolding: true })
  expect(session.isUnsaved()).toBe(true)
  await connection.put('rounds', aRound(), 'dot-1')
  const state = session.state()
  if (state.status === 'failed') state.retry()
  await expect.poll(() => viewOf()?.state.entries.length).toBe(1)
})
