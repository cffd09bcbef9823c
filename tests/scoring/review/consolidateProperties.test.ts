import fc from 'fast-check'
import { expect, test } from 'vitest'
import { add, formatExact, parseExact, subtract, sum } from '../../../src/scoring/exact.ts'
import { consolidate } from '../../../src/scoring/review/consolidate.ts'
import { scoreSubmission } from '../../../src/scoring/scoreSubmission.ts'
import { aCriterion, aRatioRule, aRuleSet, aSubmission, scoredAt } from '../builders.ts'

const ruleSet = aRuleSet({
  criteria: ['a', 'b'].map(id =>
    aCriterion({
      id,
      maxPoints: '5',
      rule: aRatioRule({ numerator: `${id}.done`, denominator: 'all', targetPercent: '70' }),
    }),
  ),
})

const figure = fc.option(fc.nat({ max: 50 }).map(String), { freq: 6 })
const agency = fc.record({
  'a.done': figure,
  'b.done': figure,
  all: fc.integer({ min: 50, max: 90 }).map(String),
})
const agencies = fc
  .array(agency, { minLength: 1, maxLength: 7 })
  .map(all => all.map((figures, index) => ({ agencyId: `x${index}`, figures })))

type Agencies = readonly {
  readonly agencyId: string
  readonly figures: Readonly<Record<string, string | null>>
}[]

function taken(all: Agencies) {
  return consolidate(
    {
      ruleSet,
      period: '2026',
      groups: [
        {
          groupId: 'chan',
          name: 'Chẵn',
          agencyIds: all
            .map(each => each.agencyId)
            .toSorted()
            .filter((_, at) => at % 2 === 0),
        },
        {
          groupId: 'le',
          name: 'Lẻ',
          agencyIds: all
            .map(each => each.agencyId)
            .toSorted()
            .filter((_, at) => at % 2 === 1),
        },
      ],
      agencies: all.map(({ agencyId, figures }) => {
        const submission = aSubmission({ id: agencyId, agencyId, figures })
        const { points, maxPoints, percent } = scoreSubmission(ruleSet, submission, scoredAt).total
        return { agencyId, submission, previous: null, self: { points, maxPoints, percent }, first: null }
      }),
      apart: [],
      published: [],
      workloadMetricId: null,
      wholeId: 'tinh',
    },
    scoredAt,
  )
}

test('the order in which agencies come changes nothing', () => {
  const shuffled = agencies.chain(all =>
    fc.tuple(fc.constant(all), fc.shuffledSubarray([...all], { minLength: all.length })),
  )
  fc.assert(
    fc.property(shuffled, ([all, other]) => {
      expect(taken(other)).toEqual(taken(all))
    }),
    { numRuns: 60 },
  )
})

const exactSum = (values: readonly string[]) => formatExact(sum(values.map(parseExact)))

test('losses add up by criterion and by agency, and with what is open to the maxima less the lowest scores', () => {
  fc.assert(
    fc.property(agencies, all => {
      const { losses, groups } = taken(all)
      expect(exactSum(losses.items.map(each => each.lost))).toBe(losses.lost)
      expect(exactSum(losses.agencies.map(each => each.lost))).toBe(losses.lost)
      for (const item of losses.items) expect(exactSum(item.by.map(each => each.lost))).toBe(item.lost)
      for (const each of losses.agencies) expect(exactSum(each.items.map(item => item.lost))).toBe(each.lost)
      const rows = groups.flatMap(group => group.rows)
      const short = rows.map(({ row: { total } }) =>
        subtract(
          parseExact(total.maxPoints),
          parseExact(total.points.kind === 'known' ? total.points.from : '0'),
        ),
      )
      expect(formatExact(sum(short))).toBe(losses.whole)
    }),
    { numRuns: 60 },
  )
})

test('contributions to the whole add up to what it lost', () => {
  fc.assert(
    fc.property(agencies, all => {
      for (const { lost, known, unallocated } of taken(all).province.contribution?.leaves ?? [])
        expect(
          formatExact(add(parseExact(known.contribution), parseExact(unallocated?.contribution ?? '0'))),
        ).toBe(lost)
    }),
    { numRuns: 60 },
  )
})
