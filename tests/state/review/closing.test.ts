import { QueryClient } from '@tanstack/react-query'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Catalogue } from '../../../src/model/catalogue.ts'
import type { LedgerEntry } from '../../../src/model/review.ts'
import type { EntryOf } from '../../../src/model/roundState.ts'
import { foldLedger } from '../../../src/scoring/review/foldLedger.ts'
import { closeAct, freezeStage, recheckClosing } from '../../../src/state/review/closing.ts'
import { closingRefusals, openAgencies, stageCounts } from '../../../src/state/review/closingObstacles.ts'
import { roundScorer } from '../../../src/state/review/roundScorer.ts'
import { aDecision, type DeskRound, deskRound, openDesk, reviewDesk, written } from './deskRound.ts'

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

const optionsOf = (desk: DeskRound) => ({
  score: roundScorer(
    openDesk(desk, 'Hoa'),
    catalogue,
    { agencies: desk.agencies, groups: [] },
    new QueryClient(),
  ),
})

const byHoa = (desk: DeskRound, ...acts: Parameters<typeof written>[1]) => written(desk, acts, 'Hoa').round

/** Closes a stage as the dialog does. */
async function closed(desk: DeskRound, stage: 'firstReview' | 'secondReview' | 'closed' = 'firstReview') {
  const act = closeAct(await freezeStage(openDesk(desk, 'Hoa'), stage, optionsOf(desk)))
  return byHoa(desk, act)
}

function closingIn(desk: DeskRound): EntryOf<'close'> {
  const { closed: entry } = openDesk(desk, 'Hoa').state.stages.firstReview
  if (!entry) throw new Error('the stage is not closed')
  return entry
}

const recheck = (desk: DeskRound) => {
  const open = openDesk(desk, 'Hoa')
  return recheckClosing(open, closingIn(desk), reviewDesk(open, desk.agencies), optionsOf(desk))
}

const changed = (desk: DeskRound, id: string, change: (entry: LedgerEntry) => LedgerEntry): DeskRound => ({
  ...desk,
  entries: desk.entries.map(entry => (entry.id === id ? change(entry) : entry)),
})

describe('hash of a closing', () => {
  test('is the same when it is made again, whatever was written later', async () => {
    const desk = await closed(byHoa(deskRound(), aDecision('I.1', { kind: 'byRule' })))
    const later = written(
      desk,
      [
        aDecision('I.2', { kind: 'agree' }),
        aDecision('I.1', { kind: 'agree' }, { stage: 'secondReview' }),
        { kind: 'withdraw', entryId: 'Hoa-1', reason: null },
        { kind: 'deadline', stage: 'firstReview', at: '2026-11-01T00:00:00+07:00', reason: null },
      ],
      'Lan',
    ).round
    expect(await recheck(desk)).toMatchObject({ agrees: true, missing: [] })
    expect(await recheck(later)).toMatchObject({ agrees: true, missing: [] })
  })

  test('does not depend on the order in which lines came together', async () => {
    const desk = await closed(
      byHoa(deskRound(), aDecision('I.1', { kind: 'byRule' }), aDecision('I.2', { kind: 'agree' })),
    )
    const { sha256 } = closingIn(desk).act
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray([...desk.entries], { minLength: desk.entries.length }),
        async entries => {
          const again = await recheck({ ...desk, entries: structuredClone(entries) })
          expect(again.sha256).toBe(sha256)
        },
      ),
      { numRuns: 8, seed: 7 },
    )
  })

  test('breaks where points of a counted line were altered, and names the agency', async () => {
    const desk = await closed(
      byHoa(deskRound(), aDecision('II.3', { kind: 'points', points: '2' }, { agencyId: 'co-quan-2' })),
    )
    const altered = changed(desk, 'Hoa-1', entry =>
      entry.act.kind === 'decide'
        ? { ...entry, act: { ...entry.act, verdict: { kind: 'notApplicable' } } }
        : entry,
    )
    const result = await recheck(altered)
    expect(result.agrees).toBe(false)
    expect(result.agencies?.changed).toEqual(['co-quan-2'])
  })

  test('breaks where only the reason of a counted line was altered: no agency has other points', async () => {
    const desk = await closed(byHoa(deskRound(), aDecision('I.1', { kind: 'byRule' })))
    const altered = changed(desk, 'Hoa-1', entry =>
      entry.act.kind === 'decide' ? { ...entry, act: { ...entry.act, reason: 'Lý do khác' } } : entry,
    )
    const result = await recheck(altered)
    expect(result.agrees).toBe(false)
    expect(result.agencies).toEqual({ changed: [], gone: [], fresh: [] })
    expect(result.missing).toEqual([])
  })

  test('names a counted line that is gone', async () => {
    const desk = await closed(byHoa(deskRound(), aDecision('I.1', { kind: 'byRule' })))
    const without = { ...desk, entries: desk.entries.filter(({ id }) => id !== 'Hoa-1') }
    expect(await recheck(without)).toMatchObject({ agrees: false, missing: ['Hoa-1'] })
  })

  test('does not know of agencies outside the round, whatever comes in of them later', async () => {
    const desk = await closed(byHoa(deskRound(), aDecision('I.1', { kind: 'byRule' })))
    const [received] = desk.entries.flatMap(({ act }) => (act.kind === 'receive' ? [act] : []))
    if (received?.file.outcome !== 'read') throw new Error('nothing was received')
    const stray = {
      ...received,
      file: { ...received.file, agencyId: 'ngoai-dot', sha256: 'e'.repeat(64) },
    }
    expect(await recheck(byHoa(desk, stray))).toMatchObject({
      agrees: true,
      agencies: { changed: [], gone: [], fresh: [] },
    })
  })

  test('does not depend on a pen named like the one that closes again', async () => {
    const desk = await closed(written(deskRound(), [aDecision('I.1', { kind: 'byRule' })], 'closing').round)
    expect(await recheck(desk)).toMatchObject({ agrees: true, shown: [] })
  })

  test('an agency that handed in nothing is in it without points, not with zero', async () => {
    const desk = deskRound()
    const { entries } = desk
    const silent = {
      ...desk,
      entries: entries.filter(({ act }) => act.kind !== 'receive' || act.file.agencyId !== 'co-quan-3'),
    }
    const result = await freezeStage(openDesk(silent, 'Hoa'), 'firstReview', optionsOf(silent))
    expect(result.agencies.find(({ agencyId }) => agencyId === 'co-quan-3')).toEqual({
      agencyId: 'co-quan-3',
      choice: null,
      leaves: [],
      total: 'unknown',
    })
  })
})

describe('what is shown now', () => {
  test('is what was frozen, also when later stages decided more', async () => {
    const desk = await closed(byHoa(deskRound(), aDecision('I.1', { kind: 'byRule' })))
    const later = byHoa(
      desk,
      aDecision('II.1', { kind: 'points', points: '2' }, { stage: 'secondReview', agencyId: 'co-quan-2' }),
    )
    expect((await recheck(desk)).shown).toEqual([])
    expect((await recheck(later)).shown).toEqual([])
  })

  test('is another result where something else is shown, although the hash is the same', async () => {
    const desk = await closed(
      byHoa(
        deskRound(),
        aDecision('I.1', { kind: 'byRule' }),
        aDecision('II.1', { kind: 'points', points: '2' }, { agencyId: 'co-quan-2' }),
      ),
    )
    const without = { ...desk, entries: desk.entries.filter(({ id }) => id !== 'Hoa-2') }
    const shown = reviewDesk(openDesk(without, 'Hoa'), desk.agencies)
    const result = await recheckClosing(openDesk(desk, 'Hoa'), closingIn(desk), shown, optionsOf(desk))
    expect(result).toMatchObject({ agrees: true, shown: ['co-quan-2'] })
  })

  test('is not said while agencies are still being scored', async () => {
    const desk = await closed(byHoa(deskRound(), aDecision('I.1', { kind: 'byRule' })))
    const open = openDesk(desk, 'Hoa')
    const { agencies } = reviewDesk(open, desk.agencies)
    const result = await recheckClosing(
      open,
      closingIn(desk),
      { agencies, scoring: { done: 2, of: 3 } },
      optionsOf(desk),
    )
    expect(result.shown).toBeNull()
  })
})

describe('what a closing freezes', () => {
  test('lines of its own stage that count, and no line of a later one', async () => {
    const desk = byHoa(
      deskRound(),
      aDecision('I.1', { kind: 'byRule' }),
      aDecision('I.2', { kind: 'agree' }),
      aDecision('I.3', { kind: 'agree' }, { stage: 'secondReview' }),
      { kind: 'withdraw', entryId: 'Hoa-2', reason: null },
    )
    const { entryIds } = closingIn(await closed(desk)).act
    expect(entryIds.filter(id => id.startsWith('Hoa'))).toEqual(['Hoa-1'])
  })

  test('later lines of the stage do not count until it is reopened, lines of other stages do', async () => {
    const desk = await closed(byHoa(deskRound(), aDecision('I.1', { kind: 'byRule' })))
    const late = written(desk, [aDecision('I.2', { kind: 'agree' })], 'Lan')
    const second = written(
      late.round,
      [aDecision('I.1', { kind: 'agree' }, { stage: 'secondReview' })],
      'Lan',
    )
    const state = foldLedger(second.round.round, second.round.entries)
    expect(state.notCounted.get('Lan-1')).toBe('afterClosing')
    expect(state.notCounted.has('Lan-2')).toBe(false)
    const reopened = byHoa(second.round, {
      kind: 'reopen',
      closeId: closingIn(desk).id,
      reason: 'Sở nộp lại',
    })
    expect(foldLedger(reopened.round, reopened.entries).notCounted.has('Lan-1')).toBe(false)
  })
})

describe('when a stage can be closed', () => {
  const two = (desk: DeskRound) => {
    const a = written(desk, [aDecision('I.1', { kind: 'agree' })], 'Hoa').round
    return written(a, [aDecision('I.1', { kind: 'byRule' })], 'Lan').round
  }
  const refusals = (desk: DeskRound, stage: Parameters<typeof closingRefusals>[1]) =>
    closingRefusals(openDesk(desk, 'Hoa').state, stage)

  test('not over a conflict; receiving and explanations close apart from it', () => {
    const desk = two(deskRound())
    expect(refusals(desk, 'firstReview')).toEqual(['conflicts'])
    expect(refusals(desk, 'secondReview')).toEqual(['conflicts'])
    expect(refusals(desk, 'selfAssessment')).toEqual([])
    expect(refusals(desk, 'explanation')).toEqual([])
  })

  test('once a line names both sides', () => {
    const desk = byHoa(two(deskRound()), aDecision('I.1', { kind: 'agree' }, { over: ['Hoa-1', 'Lan-1'] }))
    expect(refusals(desk, 'firstReview')).toEqual([])
  })

  test('the round: not before the first review', async () => {
    const desk = byHoa(deskRound(), aDecision('I.1', { kind: 'agree' }))
    expect(refusals(desk, 'closed')).toEqual(['firstReviewOpen'])
    expect(refusals(await closed(desk), 'closed')).toEqual([])
  })

  test('the round: not before the second review where anything was asked', async () => {
    const desk = await closed(byHoa(deskRound(), aDecision('I.1', { kind: 'ask', question: 'Vì sao?' })))
    expect(refusals(desk, 'closed')).toEqual(['secondReviewOpen'])
    expect(refusals(await closed(desk, 'secondReview'), 'closed')).toEqual([])
  })
})

describe('what is still open', () => {
  test('items without a decision, asked without an answer, by agency', () => {
    const desk = byHoa(
      deskRound(),
      aDecision('I.1', { kind: 'agree' }),
      aDecision('I.2', { kind: 'ask', question: 'Vì sao?' }),
    )
    const open = openDesk(desk, 'Hoa')
    const review = reviewDesk(open, desk.agencies)
    const counts = stageCounts(open.state, 'firstReview', review)
    const of = counts.of ?? 0
    expect(counts).toMatchObject({ done: 1, conflicts: 0, unanswered: 1 })
    const [first, second] = openAgencies(open.state, 'firstReview', review)
    // Three agencies with as many items each; one item of the first is decided, what is asked decides nothing.
    expect(first).toMatchObject({ agencyId: 'co-quan-1', undecided: of / 3 - 1, unanswered: 1, conflicts: 0 })
    expect(second).toMatchObject({ agencyId: 'co-quan-2', undecided: of / 3, unanswered: 0 })
  })
})
