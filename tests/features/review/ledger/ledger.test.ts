import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { entryNames } from '../../../../src/features/review/ledger/entryNames.ts'
import { wordsOfEntry } from '../../../../src/features/review/ledger/entryWords.ts'
import {
  isFiltered,
  type LedgerFilter,
  nameMark,
  noFilter,
  readLedgerAddress,
  writeLedgerAddress,
} from '../../../../src/features/review/ledger/ledgerAddress.ts'
import { filterRows, ledgerRows, searchTexts } from '../../../../src/features/review/ledger/ledgerRows.ts'
import { openTotals } from '../../../../src/features/review/ledger/openTotals.ts'
import { projectLedger } from '../../../../src/features/review/ledger/projectLedger.ts'
import { conflictBar, takeSide } from '../../../../src/features/review/ledger/resolveConflict.ts'
import { currentStage, waitsForFirst } from '../../../../src/features/review/ledger/stagePlace.ts'
import { stageStanding } from '../../../../src/features/review/ledger/stageStanding.ts'
import { stageWords } from '../../../../src/features/review/ledger/stageWords.ts'
import type { DisplayedTable } from '../../../../src/model/displayedTable.ts'
import { type LedgerAct, type RoundStage, roundStages, type Verdict } from '../../../../src/model/review.ts'
import { foldLedger } from '../../../../src/scoring/review/foldLedger.ts'
import type { OpenAgency } from '../../../../src/state/review/closingObstacles.ts'
import { mergePreview } from '../../../../src/state/review/mergePreview.ts'
import { reviewerProgress } from '../../../../src/state/review/reviewerProgress.ts'
import { linesOf } from '../../../../src/state/review/shareReview.ts'
import { stageNow } from '../../../../src/state/review/stageNow.ts'
import { instantFields, instantText, readInstant } from '../../../../src/ui/instants.ts'
import {
  aDecision,
  type DeskRound,
  deskRound,
  merged,
  openDesk,
  reviewDesk,
  written,
} from '../../../state/review/deskRound.ts'

const stateOf = (desk: DeskRound) => foldLedger(desk.round, desk.entries)
const namesOf = (desk: DeskRound, language: 'vi' | 'en' = 'vi') =>
  entryNames({
    ruleSet: desk.ruleSet,
    directory: { agencies: desk.agencies, groups: [] },
    byId: new Map(desk.entries.map(entry => [entry.id, entry])),
    language,
  })
const byLan = (desk: DeskRound, ...acts: Parameters<typeof written>[1]) => written(desk, acts, 'Lan').round
const lastWords = (desk: DeskRound) => {
  const entry = desk.entries.at(-1)
  if (!entry) throw new Error('the ledger is empty')
  return wordsOfEntry(entry, namesOf(desk))
}

describe('instants', () => {
  test.each([
    ['25/11/2026', '17:00', '2026-11-25T17:00:00+07:00'],
    ['5/3/2026', '9h30', '2026-03-05T09:30:00+07:00'],
    ['29/02/2028', '0:00', '2028-02-29T00:00:00+07:00'],
    ['29/02/2026', '17:00', null],
    ['31/11/2026', '17:00', null],
    ['25/11/2026', '24:00', null],
    ['25/11/2026', '', null],
  ])('%s %s is %s', (day, time, instant) => expect(readInstant(day, time)).toBe(instant))

  test('are shown in Viet Nam time wherever the page is', () => {
    // 23:30 UTC is 06:30 of the next day at +07:00.
    expect(instantText('2026-11-21T23:30:00.000Z')).toBe('22/11/2026 06:30')
    expect(instantText('2026-11-25T17:00:00+07:00')).toBe('25/11/2026 17:00')
    expect(instantText('chưa rõ')).toBe('chưa rõ')
  })

  test('what is shown in the fields reads as the same instant', () => {
    const { day, time } = instantFields('2026-11-25T17:00:00+07:00')
    expect(readInstant(day, time)).toBe('2026-11-25T17:00:00+07:00')
  })
})

describe('a stage and its deadline', () => {
  const at = '2026-11-25T17:00:00+07:00'
  test.each([
    ['2026-11-25T09:59:59.999Z', 'before'],
    ['2026-11-25T10:00:00.000Z', 'before'],
    ['2026-11-25T10:00:00.001Z', 'past'],
  ])('%s is %s it', (now, standing) =>
    expect(stageStanding({ deadline: at, closed: null }, new Date(now))).toBe(standing),
  )

  test('one that passed touches no other stage', () => {
    const desk = byLan(
      deskRound(),
      { kind: 'deadline', stage: 'explanation', at: '2020-01-01T00:00:00+07:00', reason: null },
      { kind: 'deadline', stage: 'selfAssessment', at: '2020-01-01T00:00:00+07:00', reason: null },
      aDecision('I.1', { kind: 'agree' }),
      aDecision('I.2', { kind: 'agree' }, { stage: 'secondReview' }),
    )
    const state = stateOf(desk)
    expect(state.notCounted.size).toBe(0)
    expect(stageStanding(state.stages.firstReview, new Date())).toBe('none')
    expect(stageStanding(state.stages.explanation, new Date())).toBe('past')
  })
})

describe('the stage the round stands at', () => {
  const close = (stage: RoundStage): LedgerAct => ({
    kind: 'close',
    stage,
    entryIds: [],
    sha256: 'f'.repeat(64),
  })
  const at = (...stages: readonly RoundStage[]) => {
    const state = stateOf(byLan(deskRound(), ...stages.map(close)))
    return currentStage(state, stageNow(state, '2026-11-21T00:00:00.000Z').stage)
  }
  test('is the review that decides, then closing the result, then none', () => {
    expect(at()).toBe('firstReview')
    expect(at('firstReview')).toBe('secondReview')
    expect(at('firstReview', 'secondReview')).toBe('closed')
    expect(at('firstReview', 'secondReview', 'closed')).toBeNull()
    // Closed out of order: the first is what the result waits for.
    expect(at('secondReview')).toBe('firstReview')
  })

  test('what the second review looks at waits until the first is closed', () => {
    const waits = (...stages: readonly RoundStage[]) => {
      const state = stateOf(byLan(deskRound(), ...stages.map(close)))
      return roundStages.filter(stage => waitsForFirst(state, stage))
    }
    expect(waits()).toEqual(['secondReview'])
    expect(waits('firstReview')).toEqual([])
    expect(waits('secondReview')).toEqual([])
  })
})

describe('what is still open in all', () => {
  const open = (rest: Partial<OpenAgency>): OpenAgency => ({
    agencyId: 'a',
    state: 'chosen',
    undecided: 0,
    unanswered: 0,
    conflicts: 0,
    ...rest,
  })
  const said = (matters: readonly OpenAgency[], isScored = true) =>
    openTotals(matters, 'firstReview', { words: stageWords.vi, count: String, isScored })?.replaceAll(
      '\u00a0',
      ' ',
    )
  test('is summed over the agencies, without what is none', () => {
    expect(said([])).toBeUndefined()
    expect(said([open({ undecided: 30 }), open({ undecided: 4, unanswered: 1 })])).toBe(
      'Còn mở ở 2 đơn vị: 34 mục chưa quyết định, 1 câu chưa trả lời',
    )
    // Nothing came: no items, and no zero of them.
    expect(said([open({ state: 'notReceived', undecided: null })])).toBe(
      'Còn mở ở 1 đơn vị: 1 đơn vị chưa có hồ sơ để chấm',
    )
  })
  test('says that it is not all while agencies are being scored', () => {
    expect(said([open({ undecided: 3 })], false)).toBe(
      'Còn mở ở 1 đơn vị: 3 mục chưa quyết định, đang chấm để đếm đủ',
    )
  })
})

describe('address', () => {
  test('says what is shown and nothing else', () => {
    const address = {
      view: 'history' as const,
      newestFirst: false,
      filter: {
        ...noFilter,
        agencyId: 'co-quan-1',
        kind: 'decide' as const,
        stage: 'secondReview' as const,
        by: nameMark('Nguyễn Thị Lan'),
        day: '2026-11-21',
        isOut: true,
        query: 'hồ sơ',
      },
    }
    const written_ = writeLedgerAddress(address)
    expect(readLedgerAddress(written_)).toEqual(address)
    // As app/search.ts lets it through.
    expect(written_.filter).toMatch(/^[A-Za-z0-9._-]{1,120}$/)
  })

  test('words nobody knows are passed over', () => {
    const { view, filter } = readLedgerAddress({ filter: 'xyz_kind-__proto___stage-nothing_day-1' })
    expect(view).toBe('stages')
    expect(isFiltered(filter)).toBe(false)
  })

  test('a trail without agency and criterion is the history', () => {
    expect(readLedgerAddress({ filter: 'trail', agency: 'a' }).view).toBe('history')
  })
})

describe('words of a line', () => {
  test('a decision: what, from, to, maximum, reason', () => {
    const desk = byLan(
      deskRound(),
      aDecision('II.3', { kind: 'points', points: '1.5' }, { from: '2', to: '1.5' }),
    )
    expect(lastWords(desk)).toMatchObject({
      title: 'Cho điểm',
      change: { max: '3' },
      reason: 'Đối chiếu với sổ tiếp nhận',
    })
  })

  test('what is no points has no maximum', () => {
    const isPoints = (...[verdict, rest]: readonly [Verdict, { from: string | null; to: string | null }]) =>
      lastWords(byLan(deskRound(), aDecision('I.1', verdict, rest))).change?.isPoints
    expect(isPoints({ kind: 'byRule' }, { from: '6', to: '0' })).toEqual({ from: true, to: true })
    expect(isPoints({ kind: 'byRule' }, { from: '6', to: null })).toEqual({ from: true, to: false })
    expect(isPoints({ kind: 'notApplicable' }, { from: '6', to: '0' })).toEqual({ from: true, to: false })
  })

  test('open points are said to be open, never zero', () => {
    const desk = byLan(deskRound(), aDecision('I.1', { kind: 'agree' }, { from: null, to: null }))
    expect(lastWords(desk).change).toMatchObject({ from: 'chưa có điểm', to: 'chưa có điểm' })
  })

  test('undoing says what it takes back, also through another undoing', () => {
    const desk = byLan(
      deskRound(),
      aDecision('I.1', { kind: 'byRule' }),
      { kind: 'withdraw', entryId: 'Lan-1', reason: null },
      { kind: 'withdraw', entryId: 'Lan-2', reason: null },
    )
    expect(lastWords(desk).title).toBe('Hoàn tác: Hoàn tác: Lấy điểm theo cách tính, không lấy điểm đề nghị')
  })

  test('a line that names itself or nothing is said and does no harm', () => {
    const desk = byLan(
      deskRound(),
      { kind: 'withdraw', entryId: 'Lan-1', reason: null },
      { kind: 'reopen', closeId: '__proto__', reason: 'Thử' },
    )
    expect(() => ledgerRows(stateOf(desk), namesOf(desk))).not.toThrow()
    expect(lastWords(desk).title).toBe('Mở lại một bước chốt không có trong sổ này')
  })

  test('ids of objects are ids like others', () => {
    const desk = byLan(deskRound(), aDecision('constructor', { kind: 'agree' }, { agencyId: '__proto__' }))
    const rows = ledgerRows(stateOf(desk), namesOf(desk))
    const found = filterRows(
      rows,
      { ...noFilter, agencyId: '__proto__', criterionId: 'constructor' },
      namesOf(desk),
      searchTexts(),
    )
    expect(found.map(row => row.entry.id)).toEqual(['Lan-1'])
  })
})

describe('finding lines', () => {
  const desk = byLan(
    deskRound(),
    aDecision('I.1', { kind: 'byRule' }, { reason: 'Báo cáo số 24 không nêu' }),
    aDecision('I.2', { kind: 'agree' }),
    { kind: 'withdraw', entryId: 'Lan-2', reason: null },
  )
  const found = (filter: Partial<typeof noFilter>) =>
    filterRows(
      ledgerRows(stateOf(desk), namesOf(desk)),
      { ...noFilter, ...filter },
      namesOf(desk),
      searchTexts(),
    ).map(row => row.entry.id)
  test('without accents and in any order of words', () =>
    expect(found({ query: '24 bao cao' })).toEqual(['Lan-1']))
  test('that do not count', () => expect(found({ isOut: true })).toEqual(['Lan-2']))
  test('undoing belongs to what it takes back', () =>
    expect(found({ agencyId: 'co-quan-1', criterionId: 'I.2' })).toEqual(['Lan-2', 'Lan-3']))
  test('by whom', () => expect(found({ by: nameMark('Lan') })).toHaveLength(3))
})

describe('files', () => {
  const desk = byLan(
    deskRound(),
    aDecision('I.1', { kind: 'byRule' }, { from: '6', to: '5.4' }),
    aDecision('I.2', { kind: 'agree' }, { from: '2', to: '2' }),
  )
  const tableOf = (filter: LedgerFilter = noFilter, language: 'vi' | 'en' = 'vi') => {
    const state = stateOf(desk)
    const names = namesOf(desk, language)
    const all = ledgerRows(state, names)
    const shown = filterRows(all, filter, names, searchTexts())
    const open = { round: desk.round, ruleSet: desk.ruleSet, state }
    return projectLedger({ open, names, filter, newestFirst: false, shown, all: all.length })
  }
  const column = (table: DisplayedTable, id: string) => {
    const place = table.columns.findIndex(each => each.id === id)
    return table.rows.map(({ cells }) => cells[place])
  }

  test('hold a row a line, with its id and what it moved as numbers', async () => {
    const table = await tableOf()
    expect(column(table, 'id').map(cell => cell?.text)).toEqual(stateOf(desk).entries.map(({ id }) => id))
    expect(column(table, 'order').map(cell => cell?.number?.value)).toEqual(
      table.rows.map((_, index) => String(index + 1)),
    )
    const changed = table.rows.findIndex(({ cells }) => cells.some(({ text }) => text === '5,40'))
    expect(column(table, 'to')[changed]?.number).toMatchObject({ value: '5.4', places: 2 })
    for (const { cells } of table.rows) expect(cells).toHaveLength(table.columns.length)
  })

  test('say what they are of, and that names and clocks prove nothing', async () => {
    const table = await tableOf()
    expect(table.notes.join(' ')).toContain(desk.round.id)
    expect(table.notes.join(' ')).toContain(desk.round.ruleSet.sha256.slice(0, 12))
    expect(table.notes.at(-1)).toContain('không chứng minh được ai đã ghi')
    const count = stateOf(desk).entries.length
    expect(table.narrowed[0]).toBe(`Phạm vi: toàn bộ sổ; ${count}/${count}\u00a0dòng`)
  })

  test('a filter without any line leaves a sentence', async () => {
    const table = await tableOf({ ...noFilter, query: 'không ở đâu có' })
    expect(table.rows).toEqual([])
    expect(table.empty).toBe('Không có dòng nào khớp với bộ lọc.')
    expect(table.narrowed[0]).toContain('tìm “không ở đâu có”')
  })
})

describe('several reviewers', () => {
  const opening = byLan(deskRound(), aDecision('I.1', { kind: 'agree' }, { from: '6', to: '6' }))
  const other = written(
    deskRound(),
    [
      aDecision('I.1', { kind: 'byRule' }, { from: '6', to: '5.4' }),
      aDecision('I.2', { kind: 'agree' }, { agencyId: 'co-quan-2' }),
    ],
    'Hòa',
  ).round
  const theirs = other.entries.filter(entry => entry.pen === 'Hòa')

  test('a preview says who, which agencies and what will contradict', () => {
    const preview = mergePreview(stateOf(opening), theirs)
    expect(preview.people).toEqual([{ name: 'Hòa', lines: 2, decisions: 2 }])
    expect(preview.agencyIds).toEqual(['co-quan-1', 'co-quan-2'])
    expect(preview.conflicts.map(each => each.criterionId)).toEqual(['I.1'])
    expect(preview.notCounted).toEqual([])
  })

  test('a preview is what merging comes to, and a second time it is nothing', () => {
    const together = foldLedger(opening.round, [...opening.entries, ...theirs])
    expect(mergePreview(stateOf(opening), theirs).conflicts).toEqual(together.conflicts)
    expect(mergePreview(together, theirs)).toMatchObject({ fresh: [], conflicts: [], notCounted: [] })
  })

  test('a preview says which lines will not count and why', () => {
    const closed = byLan(opening, {
      kind: 'close',
      stage: 'firstReview',
      entryIds: ['Lan-1'],
      sha256: 'f'.repeat(64),
    })
    const whys = mergePreview(stateOf(closed), theirs).notCounted.map(each => each.why)
    expect(whys).toEqual(['afterClosing', 'afterClosing'])
  })

  test('either side that is taken names both and stands alone', () => {
    const together = { ...opening, entries: [...opening.entries, ...theirs] }
    const [conflict] = stateOf(together).conflicts
    if (!conflict) throw new Error('there is no conflict')
    fc.assert(
      fc.property(fc.constantFrom(...conflict.entries), side => {
        const act = takeSide(conflict, side, 'Đã đối chiếu')
        if (!act) throw new Error('no line was made')
        const after = stateOf(written(together, [act], 'Đức').round)
        expect(after.conflicts).toEqual([])
        const item = after.agencies.get('co-quan-1')?.items.get('I.1')
        expect(item?.firstReview).toMatchObject({ kind: 'settled', entry: { by: 'Đức' } })
      }),
    )
  })

  test('nobody can choose where the line would not count', () => {
    const together = { ...opening, entries: [...opening.entries, ...theirs] }
    const open = openDesk(together, 'Đức')
    const [conflict] = open.state.conflicts
    if (!conflict) throw new Error('there is no conflict')
    const review = reviewDesk(open, together.agencies)
    expect(conflictBar(conflict, open.state, review)).toBeNull()
    expect(conflictBar(conflict, open.state, { ...review, stage: 'secondReview' })).toBe('late')
    const closed = byLan(together, {
      kind: 'close',
      stage: 'firstReview',
      entryIds: [],
      sha256: 'f'.repeat(64),
    })
    expect(conflictBar(conflict, stateOf(closed), review)).toBe('closed')
  })

  test('progress counts what stands, and points up and down to the last digit', () => {
    const desk = byLan(
      deskRound(),
      aDecision('I.1', { kind: 'byRule' }, { from: '6', to: '5.4' }),
      aDecision('I.2', { kind: 'byRule' }, { from: '1/3', to: '2/3' }),
      aDecision('I.3', { kind: 'ask', question: 'Vì sao?' }),
      aDecision('II.1', { kind: 'agree' }, { from: '2', to: '2' }),
      aDecision('II.2', { kind: 'byRule' }, { from: '2', to: '1' }),
      { kind: 'withdraw', entryId: 'Lan-5', reason: null },
    )
    const lan = reviewerProgress(stateOf(desk)).find(each => each.name === 'Lan')
    // 6 − 5.4 = 0.6 down; 2/3 − 1/3 = 1/3 up; what was taken back is neither.
    expect(lan).toMatchObject({
      decided: 3,
      agreed: 1,
      changed: 2,
      asked: 1,
      up: { count: 1, points: '1/3' },
      down: { count: 1, points: '0.6' },
      notCounted: 1,
      lines: 6,
    })
  })

  test('who says the same as a colleague keeps the decision after merging; what contradicts is counted apart', () => {
    const lan = byLan(
      deskRound(),
      aDecision('I.1', { kind: 'agree' }, { from: '6', to: '6' }),
      aDecision('I.2', { kind: 'byRule' }, { from: '6', to: '5.4' }),
      aDecision('I.3', { kind: 'agree' }, { from: '3', to: '3' }),
    )
    const hoa = written(
      deskRound(),
      [
        aDecision('I.1', { kind: 'agree' }, { from: '6', to: '6' }),
        aDecision('I.2', { kind: 'agree' }, { from: '6', to: '6' }),
      ],
      'Hòa',
    ).round
    const of = (desk: DeskRound, name: string) =>
      reviewerProgress(stateOf(desk)).find(each => each.name === name)
    expect(of(lan, 'Lan')).toMatchObject({ decided: 3, agreed: 2, changed: 1, inConflict: 0 })
    const together = merged(lan, hoa)
    // I.1 is decided by both, I.2 by nobody yet.
    expect(of(together, 'Lan')).toMatchObject({
      decided: 2,
      agreed: 2,
      changed: 0,
      inConflict: 1,
      down: { count: 0 },
    })
    expect(of(together, 'Hòa')).toMatchObject({ decided: 1, agreed: 1, inConflict: 1 })
    // Once somebody chose, nothing contradicts and the choice is the decision of whoever made it.
    const [conflict] = stateOf(together).conflicts
    const side = conflict?.entries.find(each => each.by === 'Lan')
    const act = conflict && side && takeSide(conflict, side, 'Đã đối chiếu')
    if (!act) throw new Error('no line was made')
    const settled = written(together, [act], 'Đức').round
    expect(of(settled, 'Lan')).toMatchObject({ decided: 2, inConflict: 0 })
    expect(of(settled, 'Hòa')).toMatchObject({ decided: 1, inConflict: 0 })
    expect(of(settled, 'Đức')).toMatchObject({ decided: 1, inConflict: 0 })
  })

  test('one who wrote the same on two machines decided it once', () => {
    const here = byLan(deskRound(), aDecision('I.1', { kind: 'agree' }))
    const there = written(deskRound(), [aDecision('I.1', { kind: 'agree' })], 'Lan', 'Lan ở nhà').round
    const lan = reviewerProgress(stateOf(merged(here, there))).find(each => each.name === 'Lan')
    expect(lan).toMatchObject({ lines: 2, decided: 1, agreed: 1, inConflict: 0 })
  })

  test('a part of a ledger takes whole pens, so that no chain breaks', () => {
    const desk = written(opening, [aDecision('I.2', { kind: 'agree' })], 'Hòa', 'Lan').round
    expect(linesOf(desk.entries, 'Hòa').map(entry => entry.id)).toEqual(['Lan-1', 'Lan-2'])
    expect(linesOf(desk.entries, null)).toBe(desk.entries)
  })
})
