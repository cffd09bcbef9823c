import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type LedgerEntry, type RoundStage, roundStages, type Verdict } from '../../../src/model/review.ts'
import { lintSubmission } from '../../../src/scoring/lint/lintSubmission.ts'
import { foldLedger } from '../../../src/scoring/review/foldLedger.ts'
import { scaled, scaledSum } from '../../data/scaled.ts'
import { agree, aPen, aRound, correction, figures, points, sha } from './ledgerBuilders.ts'
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

/** What somebody who writes lines by hand could make of a ledger: any clock, any name of a line, ids used twice. */
const forged: fc.Arbitrary<readonly LedgerEntry[]> = fc
  .array(
    fc.record({
      pen: fc.constantFrom('an', 'binh', 'chi', 'closing', '__proto__'),
      seq: fc.integer({ min: 1, max: 6 }),
      clock: fc.oneof(fc.integer({ min: 1, max: 6 }), fc.constant(Number.MAX_SAFE_INTEGER)),
      hour: fc.integer({ min: 0, max: 400 }),
      does: fc.constantFrom(
        ...(['decide', 'withdraw', 'close', 'reopen', 'deadline', 'survey'] as const),
        ...(['receive', 'use', 'setAside', 'receivedAt', 'assign', 'request', 'answer'] as const),
      ),
      names: fc.array(
        fc
          .tuple(fc.constantFrom('an', 'binh', 'chi', 'closing', '__proto__'), fc.integer({ min: 1, max: 7 }))
          .map(([pen, seq]) => `${pen}-${seq}`),
        { maxLength: 6 },
      ),
      stage: fc.constantFrom(...(['firstReview', 'secondReview'] as const)),
      closes: fc.constantFrom(...roundStages),
      agencyId: fc.constantFrom('so-mot', 'so-hai', '__proto__'),
      node: fc.constantFrom('a', 'b', 's', 'constructor'),
      file: fc.constantFrom('1', '2', '3'),
      pick: fc.nat({ max: 400 }),
      tells: fc.boolean(),
      verdict,
    }),
    { maxLength: 40 },
  )
  .map(lines => lines.map(lineOf))

type Forged = {
  readonly pen: string
  readonly seq: number
  readonly clock: number
  readonly hour: number
  readonly does: LedgerEntry['act']['kind']
  readonly names: readonly string[]
  readonly stage: 'firstReview' | 'secondReview'
  readonly closes: RoundStage
  readonly agencyId: string
  readonly node: string
  readonly file: string
  readonly pick: number
  readonly tells: boolean
  readonly verdict: Verdict
}

function lineOf(line: Forged): LedgerEntry {
  const { pen, seq, clock, hour, does, names, agencyId, node, file, pick, tells } = line
  const [named = 'an-1'] = names
  // Acts as the writing helpers make them; who, where and when are put in afterwards.
  const one = aPen(pen)
  const over = tells ? { over: names } : {}
  const write = () => {
    switch (does) {
      case 'withdraw':
        return one.withdraw(named)
      case 'close':
        return one.close(line.closes, names)
      case 'reopen':
        return one.reopen(named)
      case 'deadline':
        return one.write({
          kind: 'deadline',
          stage: line.stage,
          at: pick % 4 === 0 ? null : at(pick),
          reason: null,
          ...over,
        })
      case 'survey':
        return one.survey(String(pick % 4), names)
      case 'receive':
        return one.receive(agencyId, file)
      case 'use':
        return one.use(agencyId, file, names)
      case 'setAside':
        return one.write({ kind: 'setAside', sha256: sha(file), reason: 'Gửi nhầm', ...over })
      case 'receivedAt':
        return one.write({ kind: 'receivedAt', sha256: sha(file), at: at(pick), reason: 'Dấu', ...over })
      case 'assign':
        return one.write({ kind: 'assign', reviewer: node, criterionIds: [file], ...over })
      case 'request':
        return one.request(`phieu-${pick % 2}`, [node], agencyId)
      case 'answer':
        return one.answer(`phieu-${pick % 2}`, ['a', 'b'], '1', agencyId)
      default:
        return one.decide(node, line.verdict, { stage: line.stage, agencyId, over: names })
    }
  }
  return { ...write(), id: `${pen}-${seq}`, seq, clock, at: at(hour) }
}

describe('lines that somebody forged', () => {
  test('converge all the same: forged clocks, rings, two contents for one id, closings of anything', () => {
    fc.assert(
      fc.property(forged, fc.nat(), (lines, salt) => {
        const shuffled = [...lines, ...lines.slice(0, 5)]
          .map((entry, index) => ({ entry, key: ((index + 1) * 7919 + salt * 104_729) % 1009 }))
          .toSorted((a, b) => a.key - b.key)
          .map(({ entry }) => structuredClone(entry))
        const state = foldLedger(round, lines)
        expect(foldLedger(round, shuffled)).toEqual(state)
        expect(foldLedger(round, lines.toReversed())).toEqual(state)
        // Folding again what was folded changes nothing: of two lines under one id the same one is kept.
        expect(foldLedger(round, state.entries)).toEqual(state)
      }),
      { numRuns: 400, seed: 70 },
    )
  })

  test('change nothing of what an honest closing froze of an agency, while it is in force', () => {
    fc.assert(
      fc.property(forged, lines => {
        const pen = aPen('that')
        pen.receive('so-mot', '1')
        pen.decide('a', points('1'))
        const ids = pen.entries.map(each => each.id)
        const closing = pen.close('firstReview', ids)
        const others = lines.filter(
          ({ act }) =>
            // A forged closing makes what it names count, and the two are in conflict.
            act.kind !== 'close' && act.kind !== 'reopen',
        )
        const state = foldLedger(round, [...pen.entries, ...others])
        expect(state.stages.firstReview.closed).toEqual(closing)
        for (const id of ids) expect(state.notCounted.has(id)).toBe(false)
        const agency = state.agencies.get('so-mot')
        expect(agency?.choice).toEqual({ base: sha('1'), picks: [] })
        const decided = [...(agency?.items ?? [])].filter(([, item]) => item.firstReview.kind !== 'none')
        expect(decided.map(([id]) => id)).toEqual(['a'])
        expect(agency?.items.get('a')?.firstReview).toMatchObject({ kind: 'settled', entry: { id: ids[1] } })
      }),
      { numRuns: 400, seed: 71 },
    )
  })
})

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
