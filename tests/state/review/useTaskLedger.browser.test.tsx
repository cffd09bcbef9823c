import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '../../../src/io/drafts/database.ts'
import { keptLines, putRules, readLine, writeToRound } from '../../../src/io/review/roundStore.ts'
import { canonicalJson } from '../../../src/model/canonicalJson.ts'
import type { Catalogue } from '../../../src/model/catalogue.ts'
import type { LedgerAct } from '../../../src/model/review.ts'
import { usePreferences } from '../../../src/state/preferences.ts'
import { endRoundSession, openRoundSessions } from '../../../src/state/review/roundSessions.ts'
import { type OpenRoundState, useOpenRound } from '../../../src/state/review/useOpenRound.ts'
import {
  type AllRemedies,
  type TaskLedger,
  useAllRemedies,
  useTaskLedger,
} from '../../../src/state/review/useTaskLedger.ts'
import { aRound, decides, everyAct, linesOf, rules } from '../../io/review/reviewBuilders.ts'
import { type Mounted, mount } from '../../server/mount.ts'

const catalogue: Catalogue = {
  documents: '',
  agencies: '',
  figures: '',
  ruleSets: [],
  submissions: [],
  tables: [],
  plans: [],
  opening: { ruleSetId: '', period: '', agencyId: '' },
}

const drawn: Mounted[] = []

/** Runs a hook and keeps what it answered last. */
function watch<Value>(use: () => Value): { readonly value: () => Value } {
  let last: { readonly value: Value } | undefined
  function Watched() {
    last = { value: use() }
    return null
  }
  drawn.push(
    mount(
      <QueryClientProvider client={new QueryClient()}>
        <Watched />
      </QueryClientProvider>,
    ),
  )
  return {
    value: () => {
      if (!last) throw new Error('not drawn yet')
      return last.value
    },
  }
}

async function clearAll() {
  for (const id of [...openRoundSessions().keys()]) endRoundSession(id)
  const connection = await database()
  const names = ['rounds', 'ledger', 'received', 'receivedFiles', 'rules'] as const
  await Promise.all(names.map(name => connection.clear(name)))
  localStorage.clear()
  usePreferences.getState().setReviewer('')
}

beforeEach(clearAll)
afterEach(async () => {
  for (const each of drawn.splice(0)) {
    each.unmount()
    expect(each.errors).toEqual([])
  }
  await clearAll()
  closeDatabase()
})

const doing = (taskId: string, over: readonly string[] = []): LedgerAct => ({
  kind: 'taskState',
  planId: 'ke-hoach-37-2023',
  taskId,
  state: 'doing',
  on: '2026-11-21',
  note: null,
  over,
})

describe('tasks of plans', () => {
  test('are noted under a name, kept, and read again', async () => {
    const ledger = watch<TaskLedger>(useTaskLedger)
    await expect.poll(() => ledger.value().saving.status).toBe('saved')
    expect(ledger.value().append([doing('nv-1')])).toEqual([])
    ledger.value().setMe('  Trần Thị   Hòa ')
    await expect.poll(() => ledger.value().me).toBe('Trần Thị Hòa')
    expect(ledger.value().append([doing('nv-1')])).toHaveLength(1)
    await expect
      .poll(() => [...ledger.value().taskStates].map(([key, { state }]) => [key, state]))
      .toEqual([['ke-hoach-37-2023/nv-1', 'doing']])
    await expect
      .poll(async () => (await keptLines('nhiem-vu')).map(readLine))
      .toMatchObject([{ by: 'Trần Thị Hòa', act: { taskId: 'nv-1' } }])
    // Every machine has this ledger: it is no round of the list.
    expect(await (await database()).getAllKeys('rounds')).toEqual([])
  })
})

describe('remedial tasks of every round', () => {
  test('stand with their round, and a note goes into its ledger', async () => {
    const remedy = everyAct.filter(({ kind }) => kind === 'remedy')
    const entries = linesOf([decides(), ...remedy])
    await writeToRound('dot-1', { round: aRound(), entries, received: [], files: [] })
    await writeToRound('dot-2', { round: aRound({ id: 'dot-2' }), entries: [], received: [], files: [] })
    usePreferences.getState().setReviewer('Trần Thị Hòa')
    const all = watch<AllRemedies>(useAllRemedies)
    await expect.poll(() => all.value().rounds.map(({ round }) => round.id)).toEqual(['dot-1'])
    expect(all.value().rounds[0]?.remedies.get('kp-1')?.task?.name).toBe('Số hóa hồ sơ')
    const state: LedgerAct = {
      kind: 'taskState',
      planId: null,
      taskId: 'kp-1',
      state: 'done',
      on: '2026-11-21',
      note: null,
      over: [],
    }
    const lines = await all.value().append('dot-1', [state])
    // After the two lines that were there.
    expect(lines).toMatchObject([{ clock: 3 }])
    await expect
      .poll(() => [...(all.value().rounds[0]?.taskStates.values() ?? [])].map(each => each.state))
      .toEqual(['done'])
    await expect.poll(async () => (await keptLines('dot-1')).length).toBe(3)
    expect(await all.value().append('khong-co', [state])).toEqual([])
  })
})

describe('opening a round', () => {
  const open = () => watch<OpenRoundState>(() => useOpenRound('dot-1', catalogue))

  test('under the very rules it was made with, also when the page publishes them no more', async () => {
    await writeToRound('dot-1', { round: aRound(), entries: [], received: [], files: [] })
    await putRules(aRound().ruleSet.sha256, canonicalJson(rules))
    const round = open()
    await expect.poll(() => round.value().status).toBe('ready')
    const state = round.value()
    if (state.status !== 'ready') throw new Error('not open')
    expect(canonicalJson(state.open.ruleSet)).toBe(canonicalJson(rules))
    // Nobody typed a name: nothing can be written.
    expect(state.open.me).toBe('')
    expect(state.open.append([decides()])).toEqual([])
    state.open.setMe('Trần Thị Hòa')
    expect(state.open.append([decides()])).toHaveLength(1)
  })

  test('without its rules it says what to do', async () => {
    await writeToRound('dot-1', { round: aRound(), entries: [], received: [], files: [] })
    const round = open()
    await expect
      .poll(() => round.value())
      .toMatchObject({ status: 'failed', problems: [{ code: 'round-rules-gone' }] })
  })

  test('that is not here', async () => {
    const round = open()
    await expect.poll(() => round.value().status).toBe('absent')
  })
})
