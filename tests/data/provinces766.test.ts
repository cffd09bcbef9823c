import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { agenciesSchema } from '../../src/io/directorySchema.ts'
import { ruleSetSchema } from '../../src/io/ruleSetSchema.ts'
import { submissionTableSchema } from '../../src/io/submissionSchema.ts'
import { readJson } from './dataFiles.ts'
import { scaled, scaledSum } from './scaled.ts'

const table = submissionTableSchema.parse(readJson('submissions/qd766-nhom-2022/2026-10-05.json'))
const ruleSet = ruleSetSchema.parse(readJson('rule-sets/qd766-nhom-2022.json'))
const whole = ruleSetSchema.parse(readJson('rule-sets/qd766-2022.json'))
const { agencies } = agenciesSchema.parse(readJson('agencies.json'))

const rows = table.rows.map(({ agencyId, published }) => {
  if (!published?.total || !published.rank || !published.change) throw new Error(`${agencyId} is not whole`)
  const points = new Map(published.points.map(entry => [entry.nodeId, entry.points]))
  return { agencyId, points, total: published.total, rank: published.rank, change: published.change }
})

describe('34 provinces of 05/10/2026', () => {
  test('are 34, each once, all of them provinces of today', () => {
    expect(rows).toHaveLength(34)
    expect(new Set(rows.map(row => row.agencyId)).size).toBe(34)
    const known = agencies.filter(agency => agency.level === 'province' && agency.validTo === undefined)
    expect(rows.map(row => row.agencyId).filter(id => !known.some(agency => agency.id === id))).toEqual([])
  })

  test.each(rows)('$agencyId: six groups within their maxima make the total', ({ points, total }) => {
    expect([...points.keys()]).toEqual(ruleSet.criteria.map(group => group.id))
    expect(scaledSum([...points.values()])).toBe(scaled(total))
    for (const { id, maxPoints } of ruleSet.criteria)
      expect(scaled(points.get(id) ?? '')).toBeLessThanOrEqual(scaled(maxPoints ?? ''))
  })

  test('are ranked 1, 2, 3, 4, 5, 5, 7: one more than there are better ones', () => {
    for (const { total, rank } of rows) {
      const better = rows.filter(other => scaled(other.total) > scaled(total))
      expect(rank).toMatchObject({ rank: better.length + 1, of: 34 })
    }
    expect(rows.slice(0, 7).map(row => row.rank.rank)).toEqual([1, 2, 3, 4, 5, 5, 7])
  })

  test('have a change since the year before that leaves a total of that year from 0 to 100', () => {
    for (const { total, change } of rows) {
      const before = scaled(total) - scaled(change.points)
      expect(before >= 0n && before <= scaled('100')).toBe(true)
      expect(change.since).toBe('năm trước (theo Cổng)')
    }
  })
})

test('the rule set of group scores has the groups, maxima and bands of the whole one', () => {
  const outline = ({ criteria, bands, scale, decisionId }: typeof whole) => ({
    groups: criteria.map(({ id, name, maxPoints }) => [id, name, maxPoints]),
    bands,
    scale,
    decisionId,
  })
  expect(outline(ruleSet)).toEqual(outline(whole))
  expect(ruleSet.criteria.map(group => group.maxPoints)).toEqual(['18', '20', '12', '10', '22', '18'])
  expect(new Set(ruleSet.criteria.map(group => group.rule?.kind))).toEqual(new Set(['reported']))
})

const factsFolder = join(import.meta.dirname, '../../../shared/facts')
const present = existsSync(factsFolder)
const title = present
  ? 'provinces equal ../shared/facts'
  : 'SKIPPED: ../shared/facts is not there to compare with'

describe.skipIf(!present)(title, () => {
  const read = (name: string) => (present ? readFileSync(join(factsFolder, name), 'utf8').trim() : '')
  const [head = '', ...lines] = read('dvcqg-766-provinces-2026-10-05.csv').split('\n')
  const columns = head.split(',')
  const stated = lines.map(
    line => new Map(line.split(',').map((cell, index) => [columns[index] ?? '', cell])),
  )

  test.each(stated.map(province => [province.get('name'), province] as const))('%s', (_, province) => {
    const agency = agencies.find(each => each.code === province.get('code'))
    const row = rows.find(each => each.agencyId === agency?.id)
    expect(row).toMatchObject({
      total: province.get('totalScore'),
      change: { points: province.get('scoreDelta') },
      rank: { rank: Number(province.get('rank')) },
    })
    for (const { id } of ruleSet.criteria) expect(row?.points.get(id)).toBe(province.get(id))
  })

  test('Đắk Lắk has the group scores of its own history', () => {
    const history = z.object({
      date: z.string(),
      total: z.number(),
      groups: z.record(z.string(), z.number()),
    })
    const own = read('dvcqg-766-dak-lak-history.jsonl')
      .split('\n')
      .map(line => history.parse(JSON.parse(line)))
      .find(line => line.date === table.period)
    const row = rows.find(each => each.agencyId === 'tinh-dak-lak')
    expect(row?.total).toBe(String(own?.total))
    const { transparency, progress, onlineService, digitized, payment, satisfaction } = own?.groups ?? {}
    const groups = [transparency, progress, onlineService, payment, digitized, satisfaction]
    expect([...(row?.points.values() ?? [])]).toEqual(groups.map(String))
  })
})
