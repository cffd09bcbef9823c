import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { RuleSet } from '../../../src/model/ruleSet.ts'
import type { Submission } from '../../../src/model/submission.ts'
import { contributionsTo } from '../../../src/scoring/attribution/contributionsTo.ts'
import {
  aCriterion,
  aRatioRule,
  aReportedLeaf,
  aRuleSet,
  aSubmission,
  roundingAt,
  scoredAt,
  stated,
  toPlaces,
} from '../builders.ts'
import { addsUpTo, deepFreeze } from '../fractions.ts'
import { reports, tenPoints } from './attributionBuilders.ts'

const ask = (ruleSet: RuleSet, whole: Submission | null, parts: readonly Submission[]) =>
  contributionsTo({ ruleSet, stage: null, parentId: 'tinh', whole, parts, previous: null }, scoredAt)

describe('a whole that reports itself', () => {
  const province = reports('tinh', { done: '50', all: '100' })

  test('known and unallocated parts make up the loss; rows carry what follows them', () => {
    // 10 × 50/100: 5 lost, 50 short. a lacks 30 (3 points), b 10 (1 point); 10 are nobody's (1 point)
    const { origin, leaves, loss } = ask(tenPoints({}), province, [
      reports('b', { done: '20', all: '30' }),
      reports('a', { done: '10', all: '40' }),
    ])
    expect(origin).toEqual({ kind: 'submitted', stage: 'selfAssessment', certainty: 'stated' })
    expect(loss).toEqual({ whole: '5', notSplit: '0' })
    expect(leaves).toEqual([
      expect.objectContaining({
        criterionId: 'leaf',
        lost: '5',
        maxPoints: '10',
        shortfall: '50',
        rows: [
          {
            agencyId: 'a',
            shortfall: '30',
            contribution: '3',
            percentOfLoss: '60',
            remaining: { count: 1, shortfall: '10', contribution: '1', percentOfLoss: '20' },
          },
          { agencyId: 'b', shortfall: '10', contribution: '1', percentOfLoss: '20', remaining: null },
        ],
        known: { count: 2, shortfall: '40', contribution: '4', percentOfLoss: '80' },
        unallocated: { shortfall: '10', contribution: '1', percentOfLoss: '20' },
        leading: { agencyIds: ['a'], count: 1, shortfall: '30', contribution: '3', percentOfLoss: '60' },
      }),
    ])
  })

  // Of 100 each, so an agency lacks 100 − done.
  test.each([
    [[50, 50], ['a']], // 50 of 100 is half already
    [
      [60, 70, 70],
      ['a', 'b'],
    ], // 40 of 100 is not, 70 is
    [Array<number>(12).fill(91), ['a', 'b', 'c', 'd', 'e']], // five are 5/12; no more are named
  ])('the fewest that carry half are named, five at most: %j', (done, named) => {
    const parts = done.map((count, index) =>
      reports('abcdefghijkl'.charAt(index), { done: String(count), all: '100' }),
    )
    const total = String(done.reduce((sum, each) => sum + each, 0))
    const whole = reports('tinh', { done: total, all: String(done.length * 100) })
    expect(ask(tenPoints({}), whole, parts).leaves[0]?.leading?.agencyIds).toEqual(named)
  })

  test('whoever is past the target has a negative part and is never named as carrying the loss', () => {
    // target 80% of 100 is 80, short of 30: a 40 − 10 = 30, b 16 − 20 = −4, nobody's 24 − 20 = 4
    const { leaves } = ask(tenPoints({ targetPercent: '80' }), province, [
      reports('a', { done: '10', all: '50' }),
      reports('b', { done: '20', all: '20' }),
    ])
    expect(leaves[0]).toMatchObject({
      rows: [{ agencyId: 'a' }, { agencyId: 'b', shortfall: '-4', contribution: '-2/3' }],
      leading: { agencyIds: ['a'] },
    })
  })

  test('agencies that repeat the whole’s figures are not split, and it is said how many do', () => {
    const { leaves, unsplit, total, loss } = ask(tenPoints({}), province, [
      reports('a', { done: '50', all: '100' }),
      reports('b', { done: '50', all: '100' }),
      reports('c', { done: '1', all: '2' }),
    ])
    expect(leaves).toEqual([])
    expect(unsplit).toEqual([{ criterionId: 'leaf', lost: '5', reason: 'repeating', repeating: 2 }])
    expect(total).toBeNull()
    expect(loss).toEqual({ whole: '5', notSplit: '5' })
  })

  test('agencies that make more together than the whole has count something twice', () => {
    const parts = (all: string) => [
      reports('a', { done: '10', all }),
      reports('b', { done: '30', all: '60' }),
    ]
    // 41 + 60 = 101 of 100; at 40 + 60 everything is accounted for
    expect(ask(tenPoints({}), province, parts('41')).unsplit).toMatchObject([{ reason: 'exceedsWhole' }])
    expect(ask(tenPoints({}), province, parts('40')).leaves).toHaveLength(1)
  })

  test('at an earlier stage the whole has the points of then', () => {
    const decided = {
      ...province,
      stage: 'closed' as const,
      decisions: [
        { criterionId: 'leaf', stage: 'firstReview' as const, points: '6' },
        { criterionId: 'leaf', stage: 'closed' as const, points: '7' },
      ],
    }
    const at = (stage: 'closed' | 'firstReview') =>
      contributionsTo(
        { ruleSet: tenPoints({}), stage, parentId: 'tinh', whole: decided, parts: [], previous: null },
        scoredAt,
      ).unsplit
    expect(at('firstReview')).toMatchObject([{ reason: 'decided', lost: '4' }])
    expect(at('closed')).toMatchObject([{ reason: 'decided', lost: '3' }])
  })

  test('who sent nothing takes no part; the publisher’s own count says how many there are', () => {
    const ranked = (agencyId: string, of: number) =>
      reports(
        agencyId,
        { done: '1', all: '2' },
        {
          published: { provenance: stated, total: null, points: [], rank: { rank: 1, of, among: 'đơn vị' } },
        },
      )
    const silent = aSubmission({ agencyId: 'x', values: [{ metricId: 'done', state: 'missing' }] })
    expect(ask(tenPoints({}), province, [ranked('b', 9), ranked('a', 9)])).toMatchObject({
      agencyIds: ['a', 'b'],
      silent: [],
      expected: { count: 9, notLoaded: 7 },
    })
    expect(ask(tenPoints({}), province, [ranked('a', 9), ranked('b', 8)]).expected).toBeNull()
    expect(ask(tenPoints({}), province, [ranked('a', 9), silent])).toMatchObject({
      agencyIds: ['a'],
      silent: ['x'],
      expected: null,
    })
  })
})

describe('a whole that is gathered', () => {
  const two = aRuleSet({
    criteria: [
      aCriterion({ id: 'small', maxPoints: '2', rule: aRatioRule({ numerator: 'x', denominator: 'y' }) }),
      aCriterion({ id: 'large', maxPoints: '10' }),
      aReportedLeaf('survey', '3'),
    ],
  })

  test('is split without a rest, largest loss first; other leaves are not counted as lost', () => {
    // large: 30 of 60, 5 lost: a lacks 20 (10/3), b lacks 10 (5/3). small: 1 of 4, 1.5 lost, all b's
    const result = ask(two, null, [
      aSubmission({ agencyId: 'b', figures: { done: '20', all: '30', x: '1', y: '4' } }),
      aSubmission({ agencyId: 'a', figures: { done: '10', all: '30' } }),
    ])
    expect(result.origin).toEqual({ kind: 'gathered', certainty: 'inferred' })
    expect(result.loss).toBeNull()
    expect(result.leaves).toMatchObject([
      {
        criterionId: 'large',
        lost: '5',
        unallocated: null,
        absent: [],
        rows: [
          { agencyId: 'a', contribution: '10/3' },
          { agencyId: 'b', contribution: '5/3' },
        ],
      },
      {
        criterionId: 'small',
        lost: '1.5',
        unallocated: null,
        absent: [{ agencyId: 'a', because: 'missing', metricIds: ['x', 'y'] }],
        rows: [{ agencyId: 'b', contribution: '1.5' }],
      },
    ])
    expect(result.unsplit).toEqual([{ criterionId: 'survey', lost: null, reason: 'ruleKind', repeating: 0 }])
    // 5/3 + 1.5 = 19/6; of 6.5 in all
    expect(result.total).toMatchObject({
      lost: '6.5',
      maxPoints: '12',
      rows: [
        { agencyId: 'a', contribution: '10/3', shortfall: null },
        { agencyId: 'b', contribution: '19/6', shortfall: null },
      ],
    })
  })

  test('of made-up figures is made up too', () => {
    const invented = { certainty: 'illustrative', source: null } as const
    expect(
      ask(two, null, [aSubmission({ agencyId: 'a', figures: { done: '1', all: '2' }, provenance: invented })])
        .origin,
    ).toEqual({ kind: 'gathered', certainty: 'illustrative' })
  })

  test('of agencies that all sent nothing is nothing', () => {
    const result = ask(two, null, [aSubmission({ agencyId: 'a' })])
    expect(result).toMatchObject({ silent: ['a'], leaves: [], unsplit: [], total: null, loss: null })
  })

  test('any figures: parts add up to the loss exactly, in any order, and nothing given is written on', () => {
    const figure = fc.option(fc.integer({ min: 0, max: 40 }), { freq: 8 })
    const unit = fc
      .tuple(figure, fc.integer({ min: 0, max: 40 }), figure, fc.integer({ min: 0, max: 40 }))
      .map(([done, more, x, rest]) => ({
        done: done === null ? null : String(done),
        all: done === null ? String(more) : String(done + more),
        x: x === null ? null : String(x),
        y: x === null ? String(rest) : String(x + rest),
      }))
    let split = 0
    fc.assert(
      fc.property(
        fc.array(unit, { minLength: 1, maxLength: 7 }),
        fc.integer({ min: 1, max: 100 }),
        (units, target) => {
          const rules = deepFreeze({
            ...two,
            rounding: roundingAt({ leaf: toPlaces(2) }),
            criteria: two.criteria.map(criterion =>
              criterion.id === 'large'
                ? {
                    ...criterion,
                    rule: aRatioRule({ targetPercent: String(target), scaling: 'shareOfTarget' }),
                  }
                : criterion,
            ),
          })
          const parts = deepFreeze(
            units.map((figures, index) => aSubmission({ agencyId: `u${index}`, figures })),
          )
          const result = ask(rules, null, parts)
          expect(ask(rules, null, parts.toReversed())).toEqual(result)
          for (const each of [...result.leaves, ...(result.total ? [result.total] : [])]) {
            split += 1
            expect(each.unallocated).toBeNull()
            expect(
              addsUpTo(
                each.rows.map(row => row.contribution),
                each.lost,
              ),
            ).toBe(true)
            expect(
              addsUpTo(
                each.rows.map(row => row.percentOfLoss),
                '100',
              ),
            ).toBe(true)
            each.rows.forEach((row, index) => {
              const after = each.rows.slice(index + 1).map(next => next.contribution)
              if (row.remaining) expect(addsUpTo(after, row.remaining.contribution)).toBe(true)
              else expect(after).toEqual([])
            })
          }
          if (result.total)
            expect(
              addsUpTo(
                result.leaves.map(leaf => leaf.lost),
                result.total.lost,
              ),
            ).toBe(true)
        },
      ),
      { numRuns: 120 },
    )
    expect(split).toBeGreaterThan(80)
  })
})
