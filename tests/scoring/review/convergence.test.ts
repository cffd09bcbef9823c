import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { LedgerEntry, Verdict } from '../../../src/model/review.ts'
import { lintSubmission } from '../../../src/scoring/lint/lintSubmission.ts'
import { foldLedger } from '../../../src/scoring/review/foldLedger.ts'
import { scaled, scaledSum } from '../../data/scaled.ts'
import { agree, aRound, correction, figures, points } from './ledgerBuilders.ts'
import { review, rules } from './reviewBuilders.ts'

/** What one of three reviewers does next, or whose lines they take in. */
type Step = {
  readonly who: number
  readonly does: 'decide' | 'withdraw' | 'merge' | 'close' | 'reopen' | 'deadline' | 'survey'
  readonly node: string
  readonly stage: 'firstReview' | 'secondReview'
  readonly verdict: Verdict
  readonly pick: number
  /** Hours after the beginning. */
  readonly hour: number
  /** Whether they look at what stands, or write without. */
  readonly knows: boolean
}

const verdict: fc.Arbitrary<Verdict> = fc.oneof(
  fc.constant(agree),
  fc.constant<Verdict>({ kind: 'byRule' }),
  fc.constant<Verdict>({ kind: 'notApplicable' }),
  fc.constant<Verdict>({ kind: 'ask', question: 'Vì sao?' }),
  fc.integer({ min: 0, max: 9 }).map(half => points(String(half / 2))),
  fc.integer({ min: 0, max: 45 }).map(done => figures(correction('done', '30', String(done)))),
  fc.integer({ min: 0, max: 4 }).map(ideas => figures(correction('ideas', '2', String(ideas)))),
)

const step: fc.Arbitrary<Step> = fc.record({
  who: fc.integer({ min: 0, max: 2 }),
  does: fc.constantFrom(
    'decide',
    'decide',
    'decide',
    'withdraw',
    'merge',
    'close',
    'reopen',
    'deadline',
    'survey',
  ),
  node: fc.constantFrom('a', 'b', 'c', 'd', 'k', 's'),
  stage: fc.constantFrom('firstReview', 'secondReview'),
  verdict,
  pick: fc.nat(),
  hour: fc.integer({ min: 0, max: 400 }),
  knows: fc.boolean(),
})

const at = (hour: number) => new Date(Date.UTC(2026, 10, 1) + hour * 3_600_000).toISOString()
const round = aRound()

/** Three machines, each with what it knows; lines are written with the clock and the `over` of what is known. */
function play(steps: readonly Step[]): readonly (readonly LedgerEntry[])[] {
  const known: LedgerEntry[][] = [[], [], []]
  const seqs = [0, 0, 0]
  for (const { who, does, node, stage, verdict: said, pick, hour, knows } of steps) {
    const own = known[who] ?? []
    const pen = `may-${who + 1}`
    const write = (act: LedgerEntry['act']) => {
      const seq = (seqs[who] ?? 0) + 1
      seqs[who] = seq
      const clock = own.reduce((largest, entry) => Math.max(largest, entry.clock), 0) + 1
      own.push({ id: `${pen}-${seq}`, pen, seq, previous: null, clock, by: pen, at: at(hour), act })
    }
    const some = own[pick % Math.max(own.length, 1)]
    const over = (kind: 'decide' | 'survey') =>
      knows
        ? own.flatMap(({ id, act }) =>
            act.kind === kind &&
            'criterionId' in act &&
            act.criterionId === node &&
            (act.kind !== 'decide' || act.stage === stage)
              ? [id]
              : [],
          )
        : []
    if (does === 'merge') {
      const other = known[(who + 1 + (pick % 2)) % 3] ?? []
      const ids = new Set(own.map(entry => entry.id))
      own.push(...other.filter(entry => !ids.has(entry.id)))
    } else if (does === 'withdraw' && some) write({ kind: 'withdraw', entryId: some.id, reason: null })
    else if (does === 'close')
      write({
        kind: 'close',
        stage,
        entryIds: own.filter((_, index) => (index + pick) % 3 > 0).map(entry => entry.id),
        sha256: 'f'.repeat(64),
      })
    else if (does === 'reopen' && some) write({ kind: 'reopen', closeId: some.id, reason: 'Khiếu nại' })
    else if (does === 'deadline')
      write({ kind: 'deadline', stage, at: pick % 4 === 0 ? null : at(pick % 400), reason: null })
    else if (does === 'survey')
      write({
        kind: 'survey',
        agencyId: 'so-mot',
        criterionId: node,
        given: { kind: 'points', points: String(pick % 8) },
        source: 'Báo cáo',
        over: over('survey'),
      })
    else
      write({
        kind: 'decide',
        stage,
        agencyId: 'so-mot',
        criterionId: node,
        verdict: said,
        from: null,
        to: null,
        reason: 'Theo hồ sơ',
        evidenceIds: [],
        over: over('decide'),
      })
  }
  return known
}

const steps = fc.array(step, { minLength: 1, maxLength: 40 })

describe('any interleaving of three reviewers', () => {
  test('converges: whatever order lines come together in, the round is the same', () => {
    fc.assert(
      fc.property(steps, fc.nat(), (each, salt) => {
        const machines = play(each)
        const all = machines.flat()
        const shuffled = all
          .map((entry, index) => ({ entry, key: ((index + 1) * 7919 + salt * 104_729) % 1009 }))
          .toSorted((a, b) => a.key - b.key)
          .map(({ entry }) => structuredClone(entry))
        const [first, second, third] = machines
        const states = [
          foldLedger(round, all),
          foldLedger(round, shuffled),
          foldLedger(round, [...(third ?? []), ...(first ?? []), ...(second ?? [])]),
        ]
        expect(states[1]).toEqual(states[0])
        expect(states[2]).toEqual(states[0])
      }),
      { numRuns: 250, seed: 7 },
    )
  })

  test('loses nothing: every line is in the ledger, and every decision in the history of its leaf', () => {
    fc.assert(
      fc.property(steps, each => {
        const all = play(each).flat()
        const state = foldLedger(round, all)
        const ids = new Set(all.map(entry => entry.id))
        expect(new Set(state.entries.map(entry => entry.id))).toEqual(ids)
        for (const entry of state.entries) {
          const { act } = entry
          if (act.kind !== 'decide' && act.kind !== 'survey') continue
          const item = state.agencies.get(act.agencyId)?.items.get(act.criterionId)
          expect(item?.history).toContain(entry)
        }
        for (const id of state.notCounted.keys()) expect(ids.has(id)).toBe(true)
      }),
      { numRuns: 250, seed: 77 },
    )
  })

  test('what counts stands, is replaced or is in conflict; nothing else decides', () => {
    fc.assert(
      fc.property(steps, each => {
        const state = foldLedger(round, play(each).flat())
        const items = [...(state.agencies.get('so-mot')?.items.values() ?? [])]
        for (const item of items)
          for (const stage of ['firstReview', 'secondReview'] as const) {
            const standing = item[stage]
            const live = item.history.filter(
              ({ id, act }) => act.kind === 'decide' && act.stage === stage && !state.notCounted.has(id),
            )
            expect(standing.kind === 'none').toBe(live.length === 0)
            if (standing.kind === 'settled') expect(live).toContain(standing.entry)
            if (standing.kind === 'conflict') expect(standing.entries.length).toBeGreaterThan(1)
          }
      }),
      { numRuns: 250, seed: 777 },
    )
  })

  test('totals always equal the sum of leaves, and what comes out is a sound submission', () => {
    fc.assert(
      fc.property(steps, each => {
        const { sheet, selfSheet, firstSheet, submission } = review({ entries: play(each).flat() })
        for (const one of [sheet, selfSheet, firstSheet ?? sheet]) {
          const ends = (end: 'from' | 'to') => [
            ...one.nodes.flatMap(({ isLeaf, points: own }) =>
              isLeaf && own?.kind === 'known' ? [own[end]] : [],
            ),
            ...one.adjustments.map(adjustment => adjustment.points[end]),
          ]
          const { points: total } = one.total
          if (total.kind !== 'known') throw new Error('a total is not known')
          expect(scaled(total.from)).toBe(scaledSum(ends('from')))
          expect(scaled(total.to)).toBe(scaledSum(ends('to')))
        }
        expect(
          lintSubmission(submission, rules, 'ho-so.json').filter(found => found.severity === 'error'),
        ).toEqual([])
      }),
      { numRuns: 120, seed: 7777 },
    )
  })
})
