import { expect, test } from 'vitest'
import { submissionsOf } from '../../../src/model/submission.ts'
import { compareTotals } from '../../../src/scoring/change/compareTotals.ts'
import { comparePeriods, scorePeriod, trendOf } from '../../../src/scoring/change/scoreTrend.ts'
import { formatExact, parseExact, sum } from '../../../src/scoring/exact.ts'
import { loadData } from '../../data/dataFiles.ts'
import { scoredAt } from '../builders.ts'

const { ruleSets, tables } = loadData()
const line = ruleSets.filter(set => set.id.startsWith('mau-tinh-cqs'))
const agencies = ['mh-so-xay-dung', 'mh-xa-thach-minh', 'mh-phuong-ngan-minh', 'mh-xa-huong-tinh']

/** The agency's 24 months as the screen has them. */
function sidesOf(agencyId: string) {
  return tables
    .flatMap(submissionsOf)
    .filter(submission => submission.agencyId === agencyId)
    .toSorted((a, b) => (a.period < b.period ? -1 : 1))
    .flatMap(submission => {
      const ruleSet = line.find(set => set.id === submission.ruleSetId)
      return ruleSet
        ? [{ ruleSet, previous: null, period: scorePeriod(ruleSet, submission, null, null, scoredAt) }]
        : []
    })
}

const addUp = (values: readonly string[]) => formatExact(sum(values.map(parseExact)))

test.each(agencies)('%s: every change of the 24 months adds up by cause and by criterion', agencyId => {
  const sides = sidesOf(agencyId)
  expect(sides).toHaveLength(24)
  const trend = trendOf(
    sides.map(side => side.period),
    line,
    { criterionId: null, measure: 'points' },
  )
  let compared = 0
  for (const [index, after] of sides.entries()) {
    const before = sides[index - 1]
    if (!before) continue
    const result = comparePeriods(before, after)
    if (result.kind === 'refused') continue
    const { decomposition, byNode, change } = result
    if (decomposition.kind === 'incomparable' || !byNode) throw new Error(after.period.period)
    compared += 1
    for (const end of ['from', 'to'] as const) {
      expect(addUp(decomposition.steps.map(step => step.difference[end]))).toBe(decomposition.difference[end])
      expect(addUp([...byNode.rows.map(row => row.difference[end]), byNode.rest[end]])).toBe(
        byNode.difference[end],
      )
      expect(byNode.rows.at(-1)?.remaining[end] ?? byNode.difference[end]).toBe(byNode.rest[end])
    }
    const [then, now] = [before.period.sheet, after.period.sheet]
    expect(change).toEqual(now && then ? compareTotals(now, then) : null)
    // What the overview says is what the chart, the facts and the waterfall say.
    expect(trend.points[index]?.change?.difference).toBe(change?.difference)
    if (change && decomposition.unit === 'points')
      expect(decomposition.difference).toEqual({ from: change.difference, to: change.difference })
    if (change) expect(byNode.difference).toEqual({ from: change.difference, to: change.difference })
  }
  expect(compared).toBeGreaterThan(15)
})

test('the month without figures has no score; the forced grade names its flag', () => {
  const huongTinh = sidesOf('mh-xa-huong-tinh').find(({ period }) => period.period === '2026-07')
  expect(huongTinh?.period.sheet).toBeNull()
  const nganMinh = trendOf(
    sidesOf('mh-phuong-ngan-minh').map(side => side.period),
    line,
    { criterionId: null, measure: 'points' },
  )
  const forced = nganMinh.points.find(point => point.forcedBy !== null)
  expect(forced).toMatchObject({ period: '2026-05', bandIds: ['yeu'] })
})
