import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Quota, RuleSet } from '../../../src/model/ruleSet.ts'
import type { ScoreSheet } from '../../../src/model/scoreSheet.ts'
import { bandIdsOf } from '../../../src/scoring/bands.ts'
import { rankCohort } from '../../../src/scoring/standings/rankCohort.ts'
import { aBand, aReportedLeaf, aRuleSet, aSubmission, score, stated } from '../builders.ts'

const runs = { numRuns: 1000, seed: 766 }

const bands = [aBand('A', '80'), aBand('B', '60'), aBand('C', '40'), aBand('D', '0')]
const plain = aRuleSet({ criteria: [aReportedLeaf('leaf', '100')], bands })
const blank = score(plain, aSubmission({ points: { leaf: '0' } }))

/** Whole points of 100 from the lower to the upper end; percentages are the same numbers. */
type Ends = { readonly from: number; readonly to: number }

function sheetOf(agencyId: string, ends: Ends): ScoreSheet {
  const interval = { from: String(ends.from), to: String(ends.to) }
  const bandIds = bandIdsOf(bands, interval)
  const points = { kind: 'known', ...interval } as const
  return {
    ...blank,
    agencyId,
    total: { ...blank.total, points, unrounded: interval, percent: interval, bandIds },
  }
}

const settled = fc.integer({ min: 50, max: 100 }).map((value): Ends => ({ from: value, to: value }))
const open = fc
  .tuple(fc.integer({ min: 50, max: 100 }), fc.integer({ min: 1, max: 25 }))
  .map(([from, width]): Ends => ({ from, to: Math.min(100, from + width) }))

const quota: fc.Arbitrary<Quota> = fc
  .record({
    place: fc.integer({ min: 0, max: 2 }),
    maxPercent: fc.integer({ min: 0, max: 400 }).map(quarters => String(quarters / 4)),
    ofBandIds: fc.subarray(['A', 'B', 'C', 'D'], { minLength: 1 }),
    atTie: fc.constantFrom('allFall' as const, 'allStay' as const),
  })
  .map(({ place, ...parts }) => ({
    ...parts,
    bandId: bands[place]?.id ?? '',
    toBandId: bands[place + 1]?.id ?? '',
    provenance: stated,
  }))

const ties = fc.constantFrom('competition' as const, 'dense' as const)

function rulesWith(tieStyle: RuleSet['tieStyle'], quotas: readonly Quota[]): RuleSet {
  return { ...plain, tieStyle, grading: { quotas } }
}

const rankAmong = (scores: readonly number[], own: number, tieStyle: RuleSet['tieStyle']) => {
  const better = scores.filter(other => other > own)
  return 1 + (tieStyle === 'competition' ? better.length : new Set(better).size)
}

/** Grades of settled scores by the words of the rule: sort, cut, move whole groups of equals. */
function gradesByHand(scores: readonly number[], quotas: readonly Quota[]): readonly string[] {
  const before = scores.map(own => bandIdsOf(bands, { from: String(own), to: String(own) })[0] ?? '')
  const grades = [...before]
  for (const { bandId, toBandId, maxPercent, ofBandIds, atTie } of quotas) {
    const counted = before.filter(id => ofBandIds.includes(id)).length
    const limit = Math.floor((Number(maxPercent) * 4 * counted) / 400)
    const holders = grades.flatMap((id, index) => (id === bandId ? [index] : []))
    const values = [...new Set(holders.map(index => scores[index] ?? 0))].toSorted((a, b) => b - a)
    let kept = 0
    for (const value of values) {
      const group = holders.filter(index => scores[index] === value)
      const stays = atTie === 'allStay' ? kept < limit : kept + group.length <= limit
      // Once the cut is passed, nobody below it stays.
      if (!stays) kept = Number.POSITIVE_INFINITY
      else kept += group.length
      if (!stays) for (const index of group) grades[index] = toBandId
    }
  }
  return grades
}

const idOf = (index: number) => `don-vi-${String(index).padStart(2, '0')}`
const sheetsOf = (cohort: readonly Ends[]) => cohort.map((ends, index) => sheetOf(idOf(index), ends))

describe('settled scores', () => {
  const scores = fc.array(settled, { minLength: 1, maxLength: 14 })

  test('ranks are one more than the better agencies, or than the better scores, and shared by equals', () => {
    fc.assert(
      fc.property(scores, ties, (cohort, tieStyle) => {
        const { ranked } = rankCohort(rulesWith(tieStyle, []), sheetsOf(cohort), [])
        const own = cohort.map(({ from }) => from)
        const expected = new Map(own.map((value, index) => [idOf(index), rankAmong(own, value, tieStyle)]))
        expect(ranked.map(row => row.rank)).toEqual(
          ranked.map(row => ({ kind: 'settled', rank: expected.get(row.agencyId) })),
        )
        const places = ranked.map(row => (row.rank.kind === 'settled' ? row.rank.rank : 0))
        expect(places).toEqual(places.toSorted((a, b) => a - b))
        const last = places.at(-1) ?? 0
        // Dense ranks leave no gap: the last is the number of different scores.
        if (tieStyle === 'dense') expect(last).toBe(new Set(own).size)
        // Competition ranks jump over as many as share: last rank + its sharers − 1 = all agencies.
        else expect(last + places.filter(place => place === last).length - 1).toBe(cohort.length)
        for (const row of ranked)
          expect(row.tiedWith).toHaveLength(own.filter(value => String(value) === row.percent.to).length - 1)
      }),
      runs,
    )
  })

  test('grades after quotas are those worked out by hand, and a quota that drops ties is never exceeded', () => {
    fc.assert(
      fc.property(scores, fc.array(quota, { minLength: 1, maxLength: 3 }), (cohort, quotas) => {
        const { ranked, quotas: results } = rankCohort(rulesWith('competition', quotas), sheetsOf(cohort), [])
        const byHand = gradesByHand(
          cohort.map(({ from }) => from),
          quotas,
        )
        const grades = new Map(ranked.map(({ agencyId, grade }) => [agencyId, grade]))
        expect(cohort.map((_, index) => grades.get(idOf(index))?.bandIds)).toEqual(byHand.map(id => [id]))
        for (const { quota: place, limit, decided } of results) {
          const kept = [...grades.values()].filter(grade =>
            grade.verdicts.some(verdict => verdict.quota === place && verdict.outcome === 'keeps'),
          )
          expect(decided).toBe(true)
          if (quotas[place]?.atTie === 'allFall') expect(kept.length).toBeLessThanOrEqual(limit.to)
        }
      }),
      runs,
    )
  })
})

describe('open scores', () => {
  /** A cohort, and for each agency a place between its ends where the figures may come to lie. */
  const scene = fc.tuple(
    fc.array(fc.tuple(fc.oneof(settled, open), fc.integer({ min: 0, max: 100 })), {
      minLength: 1,
      maxLength: 9,
    }),
    ties,
    fc.array(quota, { maxLength: 2 }),
  )

  test('whatever comes in stays within the ranks and grades that were announced', () => {
    fc.assert(
      fc.property(scene, ([drawn, tieStyle, quotas]) => {
        const cohort = drawn.map(([ends]) => ends)
        const final = drawn.map(([{ from, to }, share]) => from + Math.round(((to - from) * share) / 100))
        const { ranked } = rankCohort(rulesWith(tieStyle, quotas), sheetsOf(cohort), [])
        const byHand = gradesByHand(final, quotas)
        for (const { agencyId, rank, grade } of ranked) {
          const index = cohort.findIndex((_, place) => idOf(place) === agencyId)
          const own = rankAmong(final, final[index] ?? 0, tieStyle)
          const { from, to } = rank.kind === 'settled' ? { from: rank.rank, to: rank.rank } : rank
          expect(from <= own && own <= to).toBe(true)
          expect(grade.bandIds).toContain(byHand[index])
        }
      }),
      { ...runs, numRuns: 3000 },
    )
  })

  test('both ends of a competition rank can be taken', () => {
    fc.assert(
      fc.property(scene, ([drawn]) => {
        const cohort = drawn.map(([ends]) => ends)
        const { ranked } = rankCohort(rulesWith('competition', []), sheetsOf(cohort), [])
        for (const { agencyId, rank } of ranked) {
          const isOwn = (index: number) => idOf(index) === agencyId
          const best = cohort.map(({ from, to }, index) => (isOwn(index) ? to : from))
          const worst = cohort.map(({ from, to }, index) => (isOwn(index) ? from : to))
          const rankIn = (scores: readonly number[]) =>
            rankAmong(scores, scores[cohort.findIndex((_, index) => isOwn(index))] ?? 0, 'competition')
          const ends = rank.kind === 'settled' ? { from: rank.rank, to: rank.rank } : rank
          expect([ends.from, ends.to]).toEqual([rankIn(best), rankIn(worst)])
        }
      }),
      runs,
    )
  })

  test('the order of sheets changes nothing, and nothing handed in is changed', () => {
    fc.assert(
      fc.property(scene, fc.infiniteStream(fc.nat()), ([drawn, tieStyle, quotas], keys) => {
        const sheets = sheetsOf(drawn.map(([ends]) => ends))
        const shuffled = sheets
          .map(sheet => ({ sheet, key: keys.next().value ?? 0 }))
          .toSorted((a, b) => a.key - b.key)
          .map(({ sheet }) => sheet)
        const rules = rulesWith(tieStyle, quotas)
        const before = JSON.stringify([rules, sheets])
        const first = rankCohort(rules, Object.freeze(sheets), Object.freeze(['x', 'w']))
        expect(rankCohort(rules, shuffled, ['w', 'x'])).toEqual(first)
        expect(JSON.stringify([rules, sheets])).toBe(before)
      }),
      runs,
    )
  })
})
