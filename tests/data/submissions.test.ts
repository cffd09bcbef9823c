import { describe, expect, test } from 'vitest'
import { isLeaf } from '../../src/model/criteria.ts'
import type { PublishedResult } from '../../src/model/submission.ts'
import { criteriaOf, loadData, metricsNeeded } from './dataFiles.ts'
import { scaled, scaledSum } from './scaled.ts'

const { ruleSets, submissions } = loadData()

function ruleSetOf(id: string) {
  const ruleSet = ruleSets.find(one => one.id === id)
  if (!ruleSet) throw new Error(`no rule set "${id}"`)
  return ruleSet
}

/** Published points of the named nodes; those without points of their own are left out. */
function pointsOf(published: PublishedResult, ids: readonly string[]): readonly string[] {
  return ids.flatMap(id => published.points.find(entry => entry.nodeId === id)?.points ?? [])
}

describe.each(submissions)('$id', submission => {
  const ruleSet = ruleSetOf(submission.ruleSetId)
  const { published } = submission

  test('has a value or a stated absence for every metric its rule set looks at', () => {
    const given = new Set(submission.values.map(value => value.metricId))
    expect([...metricsNeeded(ruleSet)].filter(id => !given.has(id))).toEqual([])
  })

  test('says of every absent figure why it is absent', () => {
    const silent = submission.values.filter(value => value.state !== 'entered' && !value.note)
    expect(silent).toEqual([])
  })

  test('counts are whole, flags are 1 or 0, and no numerator exceeds its denominator', () => {
    const types = new Map(ruleSet.metrics.map(metric => [metric.id, metric.valueType]))
    const entered = submission.values.flatMap(value => (value.state === 'entered' ? [value] : []))
    const wrong = entered.filter(({ metricId, value }) => {
      const type = types.get(metricId)
      return (type === 'count' && !/^\d+$/.test(value)) || (type === 'flag' && !/^[01]$/.test(value))
    })
    expect(wrong).toEqual([])
    const counts = new Map(entered.map(value => [value.metricId, scaled(value.value)]))
    const ratios = criteriaOf(ruleSet).flatMap(({ rule }) =>
      rule?.kind === 'ratio' || rule?.kind === 'monitor' ? [rule] : [],
    )
    const over = ratios.filter(
      rule => (counts.get(rule.numerator) ?? 0n) > (counts.get(rule.denominator) ?? 0n),
    )
    expect(over).toEqual([])
  })

  test('no published points exceed their maximum', () => {
    const maxima = [...criteriaOf(ruleSet), ...ruleSet.pools].flatMap(({ id, maxPoints }) => {
      const points = published?.points.find(entry => entry.nodeId === id)?.points
      return points !== undefined && maxPoints !== null
        ? [{ id, over: scaled(points) > scaled(maxPoints) }]
        : []
    })
    expect(maxima.filter(entry => entry.over)).toEqual([])
  })

  test('the published grade is the one its published total reaches', () => {
    if (published?.band === undefined || published.total === null) return
    const percent = (scaled(published.total) * scaled('100')) / scaled(ruleSet.scale)
    const band = ruleSet.bands.find(one => percent >= scaled(one.fromPercent))
    expect([band?.name, ...(band?.aliases ?? [])]).toContain(published.band)
  })
})

describe.each(submissions.filter(one => one.ruleSetId === 'qd766-2022'))(
  'portal figures of $id',
  submission => {
    const ruleSet = ruleSetOf('qd766-2022')
    const published = submission.published
    if (!published) throw new Error(`${submission.id} publishes nothing`)

    test('six groups add up to the total', () => {
      const groups = pointsOf(
        published,
        ruleSet.criteria.map(group => group.id),
      )
      expect(groups).toHaveLength(6)
      expect(scaledSum(groups)).toBe(scaled(published.total ?? ''))
    })

    // The three payment indicators have no points of their own, only their group has.
    test.each(ruleSet.criteria.filter(group => group.id !== 'TTTT'))(
      'indicators add up to group $id',
      group => {
        const leaves = (group.subCriteria ?? []).filter(isLeaf).map(leaf => leaf.id)
        expect(scaledSum(pointsOf(published, leaves))).toBe(scaledSum(pointsOf(published, [group.id])))
      },
    )
  },
)

test('Trà Vinh 2022: seven named scores and the pool make the published total, the named losses do not', () => {
  const published = submissions.find(one => one.agencyId === 'tinh-tra-vinh')?.published
  if (!published) throw new Error('Trà Vinh 2022 is not published')
  // 0.5 + 0.5333 + 1.4 + 0.7981 + 0.2734 + 0.29 + 0.34 = 4.1348; 4.1348 + 6.0004 = 10.1352
  expect(scaledSum(published.points.map(entry => entry.points))).toBe(scaled('10.1352'))
  expect(published.total).toBe('10.1352')
  const named = published.points.filter(entry => entry.nodeId !== 'khong-neu-diem-rieng')
  expect(scaledSum(named.map(entry => entry.points))).toBe(scaled('4.1348'))
  expect(named.filter(entry => !entry.cause)).toEqual([])
  // 7 − 4.1348 = 2.8652 lost by name; 13.5 − 2.8652 = 10.6348, which is 0.4996 more than published
  expect(scaled('13.5') - (scaled('7') - scaled('4.1348')) - scaled('10.1352')).toBe(scaled('0.4996'))
  expect(published.readings?.map(reading => reading.id)).toEqual(['namedLosses', 'publishedTotal'])
})
