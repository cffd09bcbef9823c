import { describe, expect, test } from 'vitest'
import { entrySince, lineageOf, sinceKey, stepsOf, trendEntries } from '../../src/model/trend.ts'

const sets = [
  { id: 'nam-2026', validFrom: '2026-01-01', supersedes: 'nam-2025' },
  { id: 'khac', validFrom: '2020-01-01' },
  { id: 'nam-2024', validFrom: '2024-01-01' },
  { id: 'nam-2025', validFrom: '2025-01-01', supersedes: 'nam-2024' },
  { id: 'nhanh-khac', validFrom: '2025-06-01', supersedes: 'nam-2024' },
]
const idsFrom = (id: string) => lineageOf(sets, id).map(set => set.id)

describe('rule sets that follow each other', () => {
  test.each(['nam-2024', 'nam-2025', 'nam-2026'])('are found from %s in both directions', id => {
    expect(idsFrom(id)).toEqual(['nam-2024', 'nam-2025', 'nhanh-khac', 'nam-2026'])
  })

  test('one that stands alone is its own line', () => {
    expect(idsFrom('khac')).toEqual(['khac'])
  })

  test('a predecessor nobody published is no part of it', () => {
    expect(lineageOf([{ id: 'a', validFrom: '2026-01-01', supersedes: 'mat' }], 'a')).toHaveLength(1)
  })
})

describe('what was published for an agency', () => {
  const entry = (ruleSetId: string, period: string, agencyId = 'so-a') => ({
    ruleSetId,
    period,
    agencyId,
    path: `${period}.json`,
  })
  const catalogue = {
    submissions: [
      entry('moi', '2026-02'),
      entry('moi', '2026-01'),
      entry('moi', '2026'),
      entry('cu', '2025-12'),
      entry('khac', '2026-01'),
      entry('moi', '2026-01', 'so-b'),
    ],
  }
  const entries = trendEntries(catalogue, ['cu', 'moi'], 'so-a')

  test('stands in the order of time, whatever the rule set', () => {
    expect(entries.map(({ period }) => period)).toEqual(['2025-12', '2026', '2026-01', '2026-02'])
  })

  test('offers only the kinds of period there are files of', () => {
    expect(stepsOf(entries)).toEqual(['month', 'year'])
    expect(stepsOf([])).toEqual([])
  })
})

describe('the earlier period of an address', () => {
  const entry = (ruleSetId: string, period: string) => ({ ruleSetId, period, agencyId: 'so-a', path: '' })
  const [old, own, last] = [entry('cu', '2025-12'), entry('moi', '2025-12'), entry('cu', '2025-11')]
  const entries = [last, old, own]

  test('two rule sets may share a period: each is found under its own name', () => {
    const keys = entries.map(each => sinceKey(each, 'moi'))
    expect(keys).toEqual(['2025-11.cu', '2025-12.cu', '2025-12'])
    expect(keys.map(key => entrySince(entries, key, 'moi'))).toEqual(entries)
  })

  test('a period alone is that of the rule set that is read, or else whoever has it', () => {
    expect(entrySince(entries, '2025-12', 'moi')).toBe(own)
    expect(entrySince(entries, '2025-11', 'moi')).toBe(last)
    expect(entrySince(entries, '2024-01', 'moi')).toBeUndefined()
    expect(entrySince(entries, undefined, 'moi')).toBeUndefined()
  })
})
