import { describe, expect, test } from 'vitest'
import { submissionsOf } from '../../../src/model/submission.ts'
import { contributionsTo } from '../../../src/scoring/attribution/contributionsTo.ts'
import { loadData } from '../../data/dataFiles.ts'
import { scoredAt } from '../builders.ts'
import { addsUpTo, deepFreeze } from '../fractions.ts'

const data = loadData()
const ruleSetOf = (id: string) => {
  const found = data.ruleSets.find(entry => entry.id === id)
  if (!found) throw new Error(`${id} is not shipped`)
  return deepFreeze(found)
}

describe('Đắk Lắk, 10/10/2026: the province’s own figures over 14 of its 116 units', () => {
  const period = data.submissions.filter(entry => entry.period === '2026-10-10')
  const whole = period.find(entry => entry.agencyId === 'tinh-dak-lak')
  if (!whole) throw new Error('the province is not shipped')
  const result = contributionsTo(
    {
      ruleSet: ruleSetOf('qd766-2022'),
      stage: null,
      parentId: 'tinh-dak-lak',
      whole,
      previous: null,
      parts: deepFreeze(period.filter(entry => entry !== whole)),
    },
    scoredAt,
  )

  test('116 units by the publisher’s ranks, 102 of them not loaded', () => {
    expect(result.agencyIds).toHaveLength(14)
    expect(result.expected).toEqual({ count: 116, notLoaded: 102 })
  })

  test('2.1: 14 units lack 1604 of 50 478 dossiers, the others 48 874', () => {
    // 2.28 × 1604 ÷ 50 478 and 2.28 × 48 874 ÷ 50 478 make 2.28
    expect(result.leaves.find(leaf => leaf.criterionId === 'ON_TIME')).toMatchObject({
      lost: '2.28',
      maxPoints: '20',
      shortfall: '50478',
      known: { count: 14, shortfall: '1604' },
      unallocated: { shortfall: '48874' },
    })
  })

  test('1.1 and 1.2 repeat the province, 3.5 and 4.5a count procedures twice: none of them is split', () => {
    const faults = result.unsplit.filter(each => ['repeating', 'exceedsWhole'].includes(each.reason))
    expect(faults).toEqual([
      { criterionId: 'PUBLISH_ON_TIME', lost: '6', reason: 'repeating', repeating: 14 },
      { criterionId: 'PUBLIC_UPDATE_ON_TIME', lost: '0.15', reason: 'repeating', repeating: 14 },
      { criterionId: 'PAY_FEE_TTHC', lost: '1.63', reason: 'exceedsWhole', repeating: 0 },
      { criterionId: 'CITIZEN_DATA_CONNECTED_FORMALITY', lost: '1.44', reason: 'exceedsWhole', repeating: 0 },
    ])
    // 6 + 0.15 + 1.63 + 1.44 + 3.03 that is only published = 12.25
    expect(result.loss).toEqual({ whole: '34.51', notSplit: '12.25' })
    expect(result.total?.lost).toBe('22.26') // 34.51 − 12.25
  })
})

describe('the demonstration province, which reports nothing itself', () => {
  const gather = (period: string) => {
    const table = data.tables.find(entry => entry.ruleSetId === 'mau-tinh-cqs' && entry.period === period)
    if (!table) throw new Error(`${period} is not shipped`)
    const parts = submissionsOf(table)
    return {
      parts,
      result: contributionsTo(
        {
          ruleSet: ruleSetOf('mau-tinh-cqs'),
          stage: null,
          parentId: 'tinh-minh-hoa',
          whole: null,
          previous: null,
          parts,
        },
        scoredAt,
      ),
    }
  }

  test('late dossiers of both kinds of agencies add up to the loss', () => {
    const { parts, result } = gather('2026-06')
    const late = result.leaves.find(leaf => leaf.criterionId === 'ho-so-dung-han')
    const figures = parts.flatMap(({ agencyId, values }) => {
      if (late?.absent.some(each => each.agencyId === agencyId)) return []
      const value = values.find(each => each.metricId === 'hs-qua-han')
      return value?.state === 'entered' ? [value.value] : []
    })
    expect(result.origin).toEqual({ kind: 'gathered', certainty: 'illustrative' })
    expect(late?.rows.some(row => row.agencyId.startsWith('mh-so-'))).toBe(true)
    expect(late?.rows.some(row => row.agencyId.startsWith('mh-xa-'))).toBe(true)
    // The target is 100%, so an agency is short by its late dossiers.
    expect(addsUpTo(figures, late?.shortfall ?? '')).toBe(true)
    for (const leaf of result.leaves) {
      expect(leaf.unallocated).toBeNull()
      expect(
        addsUpTo(
          leaf.rows.map(row => row.contribution),
          leaf.lost,
        ),
      ).toBe(true)
    }
  })

  test('who sent nothing in 07/2026 is named and counted nowhere', () => {
    const { result } = gather('2026-07')
    expect(result.silent).toContain('mh-xa-huong-tinh')
    expect(result.agencyIds).toHaveLength(140 - result.silent.length)
    expect(result.leaves.every(leaf => leaf.rows.every(row => !result.silent.includes(row.agencyId)))).toBe(
      true,
    )
  })
})
