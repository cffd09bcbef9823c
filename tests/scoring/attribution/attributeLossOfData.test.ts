import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { RatioRule } from '../../../src/model/rules.ts'
import { attributeLoss } from '../../../src/scoring/attribution/attributeLoss.ts'
import { loadData } from '../../data/dataFiles.ts'
import { roundingAt, score, toPlaces } from '../builders.ts'
import { addsUpTo, deepFreeze, isProportion } from '../fractions.ts'
import { reports, tenPoints } from './attributionBuilders.ts'

describe('Đắk Lắk, 10/10/2026: the province and 14 units', () => {
  const { ruleSets, submissions } = loadData()
  const rules = ruleSets.find(entry => entry.id === 'qd766-2022')
  const province = submissions.find(
    ({ agencyId, period }) => agencyId === 'tinh-dak-lak' && period === '2026-10-10',
  )
  if (!rules || !province) throw new Error('the province is not shipped')
  const units = submissions.filter(entry => entry.period === '2026-10-10' && entry !== province)
  const result = attributeLoss(deepFreeze(rules), deepFreeze(score(rules, province)), deepFreeze(units))
  const leaf = (id: string) => {
    const found = result.leaves.find(entry => entry.criterionId === id)
    if (found?.kind !== 'attributed') throw new Error(`${id} is not attributed`)
    return found
  }

  test('34.51 lost: 31.48 split, 3.03 only published (100 − 65.49; 12 − 8.97)', () => {
    expect(result).toMatchObject({ lost: '34.51', attributed: '31.48', notAttributed: '3.03' })
    const other = result.leaves.filter(entry => entry.kind === 'notAttributable' && entry.reason !== 'noLoss')
    expect(other).toEqual([
      {
        kind: 'notAttributable',
        criterionId: 'ONLINE_SERVICE',
        ruleKind: 'reported',
        lost: '3.03',
        reason: 'ruleKind',
      },
    ])
  })

  test('rows add up to every loss and to the whole', () => {
    const split = result.leaves.flatMap(entry => (entry.kind === 'attributed' ? [entry] : []))
    expect(split).toHaveLength(15)
    for (const { shares, lost, shortfall } of split) {
      expect(shares).toHaveLength(15) // 14 units and the unallocated row
      expect(
        addsUpTo(
          shares.map(share => share.contribution),
          lost,
        ),
      ).toBe(true)
      expect(
        addsUpTo(
          shares.map(share => share.shortfall),
          shortfall,
        ),
      ).toBe(true)
    }
    expect(
      addsUpTo(
        result.agencies.map(agency => agency.contribution),
        '31.48',
      ),
    ).toBe(true)
  })

  test('2.1 by hand: unit H15.131 carries 216 of 50 478 late dossiers', () => {
    // 393 087 ÷ 443 565 × 20 = 17.7239… → 17.72, so 2.28 is lost; 443 565 − 393 087 = 50 478 are short.
    // H15.131: 7672 − 7456 = 216; 2.28 × 216 ÷ 50 478 = 492.48 ÷ 50 478 = 2052/210 325 (about 0.0098)
    const { lost, shortfall, shares } = leaf('ON_TIME')
    expect([lost, shortfall]).toEqual(['2.28', '50478'])
    expect(shares.find(share => share.agencyId === 'h15-131')).toMatchObject({
      numerator: '7456',
      denominator: '7672',
      shortfall: '216',
      contribution: '2052/210325',
    })
    // 102 units are not shipped: 50 478 − 1604 short
    expect(shares.at(-1)).toMatchObject({ agencyId: null, shortfall: '48874' })
  })

  test('1.1: every unit repeats the province’s 0 of 82, so the unallocated row takes 13 losses back', () => {
    const { lost, shares, repeating } = leaf('PUBLISH_ON_TIME')
    expect(lost).toBe('6')
    expect(repeating).toBe(14)
    expect(shares.at(-1)).toMatchObject({ agencyId: null, denominator: '-1066', contribution: '-78' }) // 6 − 14 × 6
  })

  test('5.4: a unit past the target of 90% offsets others', () => {
    // 0.9 × 7672 − 7453 = −548.2; short in all 0.9 × 443 565 − 392 869 = 6339.5; 0.1 × −548.2 ÷ 6339.5
    expect(
      leaf('DOSSIER_RECEIVING_SATISFACTION').shares.find(share => share.agencyId === 'h15-131'),
    ).toMatchObject({
      shortfall: '-548.2',
      contribution: '-2741/316975',
    })
  })
})

describe('any figures', () => {
  const figures = fc
    .integer({ min: 0, max: 400 })
    .chain(all => fc.tuple(fc.integer({ min: 0, max: all }), fc.constant(all)))
  const rule: fc.Arbitrary<Partial<RatioRule>> = fc
    .tuple(
      fc.integer({ min: 1, max: 999 }),
      fc.constantFrom('up' as const, 'down' as const, 'complement' as const),
    )
    .map(([tenths, way]) => {
      const targetPercent = String(tenths / 10)
      if (way === 'down')
        return { direction: 'lowerIsBetter', targetPercent, floorPercent: '100', scaling: 'fromFloor' }
      return {
        targetPercent,
        scaling: 'shareOfTarget',
        ...(way === 'complement' ? { complement: true as const } : {}),
      }
    })
  const step = fc.option(fc.integer({ min: 0, max: 3 }).map(places => toPlaces(places)))
  const unit = fc.record({ figures, state: fc.constantFrom('known', 'known', 'missing', 'exempt') })

  test('contributions add up to the loss exactly, each in proportion, in any order of units', () => {
    let attributed = 0
    fc.assert(
      fc.property(
        rule,
        figures,
        fc.array(unit, { maxLength: 6 }),
        step,
        step,
        (parts, [done, all], drawn, ratio, place) => {
          const rules = { ...tenPoints(parts), rounding: roundingAt({ ratio, leaf: place }) }
          const units = drawn.map(({ figures: [own, of], state }, index) =>
            reports(
              `don-vi-${index}`,
              { done: state === 'missing' ? null : String(own), all: String(of) },
              state === 'exempt' ? { notApplicable: [{ criterionId: 'leaf', reason: 'Không có' }] } : {},
            ),
          )
          const sheet = score(rules, reports('tinh', { done: String(done), all: String(all) }))
          const result = attributeLoss(deepFreeze(rules), deepFreeze(sheet), deepFreeze(units))
          expect(attributeLoss(rules, sheet, units.toReversed())).toEqual(result)
          const [leaf] = result.leaves
          if (leaf?.kind !== 'attributed') return
          attributed += 1
          expect(
            addsUpTo(
              leaf.shares.map(share => share.contribution),
              leaf.lost,
            ),
          ).toBe(true)
          expect(
            addsUpTo(
              leaf.shares.map(share => share.percentOfLoss),
              '100',
            ),
          ).toBe(true)
          expect(
            addsUpTo(
              result.agencies.map(agency => agency.contribution),
              result.attributed,
            ),
          ).toBe(true)
          for (const { shortfall, contribution } of leaf.shares)
            expect(isProportion(leaf.lost, shortfall, leaf.shortfall, contribution)).toBe(true)
          const [known, hidden] = ['known', 'other'].map(
            which => drawn.filter(({ state }) => (state === 'known') === (which === 'known')).length,
          )
          expect([leaf.shares.length - 1, leaf.absent.length]).toEqual([known, hidden])
        },
      ),
      { numRuns: 1500, seed: 766 },
    )
    expect(attributed).toBeGreaterThan(500)
  })
})
