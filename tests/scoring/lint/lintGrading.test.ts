import { describe, expect, test } from 'vitest'
import type { Adjustment, Quota, RuleSet } from '../../../src/model/ruleSet.ts'
import { aBand, aRuleSet, stated } from '../builders.ts'
import { linted } from './findings.ts'

const bands = [aBand('tot', '80'), aBand('kha', '50'), aBand('yeu', '0')]
const graded = (parts: Partial<RuleSet>) => linted({ bands, bandsProvenance: stated, ...parts })

describe('grade bands', () => {
  test('begin at 0 with the lowest', () => {
    expect(graded({})).toEqual([])
    expect(graded({ bands: [aBand('tot', '80'), aBand('kha', '0.1')] })).toEqual([
      'warning bands[1].fromPercent lowest-band-not-zero',
    ])
    expect(graded({ bands: [aBand('tot', '80'), aBand('kha', '-0.1')] })).toEqual([
      'warning bands[1].fromPercent lowest-band-not-zero',
    ])
  })

  test('begin past 100% only where a bonus leads there', () => {
    const bonus: Adjustment = {
      id: 'thuong',
      name: 'Thưởng',
      effect: 'bonus',
      ceiling: '1',
      rule: { kind: 'perUnit', metric: 'x', pointsPerUnit: '1' },
      provenance: stated,
    }
    const from = (percent: string) => [aBand('xuat-sac', percent), ...bands]
    expect(graded({ bands: from('100') })).toEqual([])
    expect(graded({ bands: from('100.1') })).toEqual(['warning bands[0].fromPercent band-unreachable'])
    expect(graded({ bands: from('100.1'), adjustments: [bonus] })).toEqual([])
  })
})

describe('a condition that decides a band', () => {
  const { metrics } = aRuleSet()
  const flag = { id: 'x', name: 'Bị kỷ luật', unit: 'có/không', valueType: 'flag' } as const
  const override = (metric: string, bandId: string) =>
    graded({
      metrics: [...metrics, flag],
      grading: {
        overrides: [
          { metric: 'x', bandId: 'yeu', provenance: stated },
          { metric, bandId, provenance: stated },
        ],
      },
    })

  test('names a flag and a band of the set', () => {
    expect(override('x', 'kha')).toEqual([])
    expect(override('x', 'khac')).toEqual(['error grading.overrides[1].bandId unknown-band'])
    expect(override('khac', 'yeu')).toEqual(['error grading.overrides[1].metric unknown-metric'])
    expect(override('done', 'yeu')).toEqual(['error grading.overrides[1].metric wrong-value-type'])
  })
})

describe('a quota', () => {
  const quota = (parts: Partial<Quota>) =>
    graded({
      grading: {
        quotas: [
          {
            bandId: 'tot',
            maxPercent: '20',
            ofBandIds: ['tot', 'kha'],
            toBandId: 'kha',
            atTie: 'allFall',
            provenance: stated,
            ...parts,
          },
        ],
      },
    })

  test('names bands of the set', () => {
    expect(quota({})).toEqual([])
    expect(quota({ bandId: 'khac' })).toEqual(['error grading.quotas[0].bandId unknown-band'])
    expect(quota({ ofBandIds: ['tot', 'khac'] })).toEqual([
      'error grading.quotas[0].ofBandIds[1] unknown-band',
    ])
    expect(quota({ toBandId: 'khac' })).toEqual(['error grading.quotas[0].toBandId unknown-band'])
  })

  test('is a percentage from 0 to 100', () => {
    for (const maxPercent of ['0', '100']) expect(quota({ maxPercent })).toEqual([])
    for (const maxPercent of ['-0.1', '100.1'])
      expect(quota({ maxPercent })).toEqual(['error grading.quotas[0].maxPercent percent-outside'])
  })

  test('lets agencies fall, not rise or stay', () => {
    expect(quota({ bandId: 'kha', toBandId: 'yeu' })).toEqual([])
    for (const toBandId of ['tot', 'kha'])
      expect(quota({ bandId: 'kha', toBandId })).toEqual(['error grading.quotas[0].toBandId quota-upwards'])
  })
})
