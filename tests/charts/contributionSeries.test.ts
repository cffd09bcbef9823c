import { describe, expect, test } from 'vitest'
import { buildContributionBars } from '../../src/charts/contributionSeries.ts'
import type { ContributionRow, ContributionSplit } from '../../src/model/attribution.ts'

const row = (agencyId: string, contribution: string): ContributionRow => ({
  agencyId,
  contribution,
  percentOfLoss: '10',
  shortfall: null,
  remaining: null,
})

const split = (
  contributions: readonly string[],
  rest: string | null = null,
  percents: readonly [string, string] = ['40', '60'],
): Pick<ContributionSplit, 'rows' | 'known' | 'unallocated'> => ({
  rows: contributions.map((each, index) => row(`u${index}`, each)),
  known: { count: contributions.length, shortfall: null, contribution: '1', percentOfLoss: percents[0] },
  unallocated: rest === null ? null : { shortfall: null, contribution: rest, percentOfLoss: percents[1] },
})

const ends = (bars: ReturnType<typeof buildContributionBars>, id: string) => {
  const bar = bars.rows.get(id)
  return bar && [bar.from, bar.to, bar.offsets, bar.shortened]
}

describe('bars of who carries a loss', () => {
  test('the largest fills the width, others are in proportion', () => {
    const bars = buildContributionBars(split(['2', '1/2', '0']))
    expect(bars.zero).toBe(0)
    expect(ends(bars, 'u0')).toEqual([0, 1, false, false])
    expect(ends(bars, 'u1')).toEqual([0, 0.25, false, false])
    expect(ends(bars, 'u2')).toEqual([0, 0, false, false])
    expect(bars).toMatchObject({ unallocated: null, parts: null })
  })

  test('who offsets others lies left of the zero', () => {
    // 3 to the right and 1 to the left: the zero at a quarter
    const bars = buildContributionBars(split(['3', '-1']))
    expect(bars.zero).toBe(0.25)
    expect(ends(bars, 'u0')).toEqual([0.25, 1, false, false])
    expect(ends(bars, 'u1')).toEqual([0, 0.25, true, false])
  })

  test('what nobody explains is cut where it is longer than the agencies’ scale', () => {
    expect(buildContributionBars(split(['2', '1'], '2')).unallocated).toMatchObject({
      to: 1,
      shortened: false,
    })
    expect(buildContributionBars(split(['2', '1'], '2.01')).unallocated).toMatchObject({
      to: 1,
      shortened: true,
    })
    expect(buildContributionBars(split(['2', '1'], '-0.5')).unallocated).toMatchObject({
      from: 0,
      to: 0,
      offsets: true,
      shortened: true,
    })
  })

  test('without a single agency it makes the scale itself', () => {
    expect(buildContributionBars(split([], '5')).unallocated).toMatchObject({
      from: 0,
      to: 1,
      shortened: false,
    })
    expect(buildContributionBars(split(['0', '0'], '5')).unallocated).toMatchObject({
      to: 1,
      shortened: false,
    })
  })

  test('parts of the whole, unless one of them is less than nothing', () => {
    expect(buildContributionBars(split(['1'], '1')).parts).toEqual({ known: 0.4, rest: 0.6 })
    expect(buildContributionBars(split(['1'], '-1', ['110', '-10'])).parts).toBeNull()
    expect(buildContributionBars(split(['1'], '1', ['-9', '109'])).parts).toBeNull()
  })
})
