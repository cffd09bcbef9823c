import { expect, test } from 'vitest'
import { loadData } from './dataFiles.ts'
import { scaled, scaledSum } from './scaled.ts'

const { ruleSets, submissions } = loadData()

// Whether groups and indicators add up is checked wherever both are published.
test.each(submissions.filter(one => one.ruleSetId === 'qd766-2022'))(
  '$id: the portal publishes the total and its six groups',
  ({ published }) => {
    const groups = ruleSets.find(one => one.id === 'qd766-2022')?.criteria.map(group => group.id) ?? []
    const given = published?.points.map(entry => entry.nodeId) ?? []
    expect(groups).toHaveLength(6)
    expect(groups.filter(id => !given.includes(id))).toEqual([])
    expect(published?.total).toBeTruthy()
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
