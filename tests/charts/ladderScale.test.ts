import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { buildLadder, fallColumnStart, ticksBetween } from '../../src/charts/ladderSeries.ts'
import { aReportedLeaf, aRuleSet, aSubmission, score } from '../scoring/builders.ts'

/** Ladder of reported leaves, each [points or null for missing, maximum]. */
function ladderOf(...leaves: readonly (readonly [string | null, string])[]) {
  const criteria = leaves.map(([, max], index) => aReportedLeaf(`leaf-${index}`, max))
  const points = Object.fromEntries(
    leaves.flatMap(([earned], index) => (earned === null ? [] : [[`leaf-${index}`, earned]])),
  )
  return buildLadder(score(aRuleSet({ criteria }), aSubmission({ points })), 8)
}

describe('one scale or a column of its own', () => {
  const ladderAt = (points: string) => ladderOf([points, '1000'])

  test(`a score at ${fallColumnStart} of the maximum and above hangs its falls under the bar`, () => {
    expect(ladderAt('742').mode).toBe('shared')
    expect(ladderAt('741').mode).toBe('column')
  })

  test('shared ticks stand where the falls can be, column ticks run from 0', () => {
    // 742 … 1000: span 258, a quarter is 64.5, so every 100
    expect(ladderAt('742').ticks.map(tick => tick.value)).toEqual(['800', '900'])
    // 0 … 1000: a quarter is 250, so every 500
    expect(ladderAt('741').ticks.map(tick => tick.value)).toEqual(['500'])
  })

  test('missing figures count as not earned', () => {
    expect(ladderOf(['7', '7'], [null, '3'])).toMatchObject({ mode: 'column', scoreFrom: 0.7, scoreTo: 1 })
  })
})

describe('ticks', () => {
  test('13.5 points in shared mode: 11, 12 and 13', () => {
    const ticks = ticksBetween(fallColumnStart * 13.5, 13.5) // 10.017 … 13.5
    expect(ticks.map(tick => tick.value)).toEqual(['11', '12', '13'])
    expect(ticks.map(tick => tick.at)).toEqual([11 / 13.5, 12 / 13.5, 13 / 13.5])
  })

  test('small spans have decimals without a float tail', () => {
    expect(ticksBetween(0, 0.4).map(tick => tick.value)).toEqual(['0.1', '0.2', '0.3'])
    expect(ticksBetween(0, 0).map(tick => tick.value)).toEqual([])
  })

  test('property: at most four, strictly inside, rising, on either scale of any maximum', () => {
    const hundredths = fc.integer({ min: 100, max: 100_000 })
    fc.assert(
      fc.property(hundredths, fc.constantFrom(0, fallColumnStart), (max, start) => {
        const [from, to] = [(start * max) / 100, max / 100]
        const ticks = ticksBetween(from, to).map(tick => Number(tick.value))
        expect(ticks.length).toBeLessThanOrEqual(4)
        for (const tick of ticks) expect(from < tick && tick < to).toBe(true)
        expect(ticks).toEqual([...new Set(ticks)].toSorted((a, b) => a - b))
      }),
      { numRuns: 2000, seed: 766 },
    )
  })
})
