import { beforeEach, describe, expect, test } from 'vitest'
import { database } from '../../../src/io/drafts/database.ts'
import { writeToRound } from '../../../src/io/review/roundStore.ts'
import type { LedgerAct, RemedyTask } from '../../../src/model/review.ts'
import { readRemedies } from '../../../src/state/exports/readRemedies.ts'
import { aRound, linesOf } from '../../io/review/reviewBuilders.ts'

const round = aRound()
const [agencyId = ''] = round.groups[0]?.agencyIds ?? []
const asked = { ruleSetId: round.ruleSet.id, period: round.period, agencyId }

const task = (name: string, whose: string | null): RemedyTask => ({
  name,
  criterionIds: ['a'],
  agencyId: whose,
  leadIds: [],
  lead: 'Văn phòng',
  product: null,
  due: '2026-12-15',
})
const remedy = (taskId: string, its: RemedyTask | null, over: readonly string[] = []): LedgerAct => ({
  kind: 'remedy',
  taskId,
  task: its,
  over,
})

beforeEach(async () => {
  const connection = await database()
  await Promise.all((['rounds', 'ledger'] as const).map(name => connection.clear(name)))
})

describe('remedial tasks kept on this machine', () => {
  test('those of the agency and of the whole round, with where they stand', async () => {
    const entries = linesOf([
      remedy('cua-minh', task('Của mình', agencyId)),
      remedy('ca-dot', task('Cả đợt', null)),
      remedy('cua-nguoi', task('Của đơn vị khác', 'don-vi-khac')),
      {
        kind: 'taskState',
        planId: null,
        taskId: 'cua-minh',
        state: 'doing',
        on: '2026-11-20',
        note: null,
        over: [],
      },
    ])
    await writeToRound(round.id, { round, entries, received: [], files: [] })
    const found = await readRemedies(asked)
    expect(found.map(each => [each.task.name, each.state])).toEqual([
      ['Của mình', 'doing'],
      ['Cả đợt', 'notStarted'],
    ])
  })

  test('rounds of other rules, periods and agencies have none for it', async () => {
    const entries = linesOf([remedy('ca-dot', task('Cả đợt', null))])
    await writeToRound(round.id, { round, entries, received: [], files: [] })
    expect(await readRemedies({ ...asked, period: '1999' })).toEqual([])
    expect(await readRemedies({ ...asked, ruleSetId: 'khac' })).toEqual([])
    expect(await readRemedies({ ...asked, agencyId: 'khac' })).toEqual([])
  })
})
