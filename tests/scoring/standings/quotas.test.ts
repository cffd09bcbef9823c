import { describe, expect, test } from 'vitest'
import type { Quota, RuleSet } from '../../../src/model/ruleSet.ts'
import type { ScoreSheet } from '../../../src/model/scoreSheet.ts'
import type { CohortStandings } from '../../../src/model/standings.ts'
import { rankCohort } from '../../../src/scoring/standings/rankCohort.ts'
import { stated } from '../builders.ts'
import { at, bands, ruleSet, settled, sheetOf } from './cohortBuilders.ts'

function aQuota(parts: Partial<Quota> = {}): Quota {
  return {
    bandId: 'xuat-sac',
    maxPercent: '20',
    ofBandIds: ['xuat-sac', 'tot'],
    toBandId: 'tot',
    atTie: 'allFall',
    provenance: stated,
    ...parts,
  }
}

const withQuotas = (...quotas: readonly Quota[]): RuleSet => ({ ...ruleSet, grading: { quotas } })

/** Ids in the band after quotas; those whose grade is still open are not in it. */
function inBand({ ranked }: CohortStandings, bandId: string): readonly string[] {
  return ranked.filter(({ grade }) => grade.bandIds.join() === bandId).map(({ agencyId }) => agencyId)
}

/** Agencies a, b, c … with these totals, and further ones of 75 points up to a number. */
function cohortOf(totals: readonly number[], size: number): readonly ScoreSheet[] {
  const rest = Array.from({ length: size - totals.length }, () => 75)
  return [...totals, ...rest].map((total, index) => settled(String.fromCharCode(97 + index), total))
}

describe('quotas', () => {
  test.each([
    [20, 4], // 20% of 20
    [19, 3], // 20% of 19 is 3.8
    [15, 3], // 20% of 15
    [14, 2], // 2.8
  ])('20%% of %s good agencies: %s stay excellent', (size, limit) => {
    const standings = rankCohort(withQuotas(aQuota()), cohortOf([99, 98, 97, 96, 95, 94], size), [])
    expect(inBand(standings, 'xuat-sac')).toEqual(['a', 'b', 'c', 'd'].slice(0, limit))
    expect(standings.quotas).toMatchObject([
      {
        quota: 0,
        count: { from: size, to: size },
        limit: { from: limit, to: limit },
        holders: { from: 6, to: 6 },
        decided: true,
      },
    ])
  })

  test('agencies outside the counted bands do not raise the limit', () => {
    // 10 of 25 are weak: 20% of 15 is 3
    const weak = Array.from({ length: 10 }, (_, index) => settled(`yeu-${index}`, 40))
    const standings = rankCohort(withQuotas(aQuota()), [...cohortOf([99, 98, 97, 96], 15), ...weak], ['vang'])
    expect(inBand(standings, 'xuat-sac')).toEqual(['a', 'b', 'c'])
  })

  test.each([
    // 20 agencies, so four may stay
    [[99, 98, 97, 96, 96, 95], 'allFall', ['a', 'b', 'c']],
    [[99, 98, 97, 96, 96, 95], 'allStay', ['a', 'b', 'c', 'd', 'e']],
    // equal just above the cut: nothing to decide
    [[99, 98, 97, 97, 96, 95], 'allFall', ['a', 'b', 'c', 'd']],
    [[99, 98, 97, 97, 96, 95], 'allStay', ['a', 'b', 'c', 'd']],
    // equal just below it
    [[99, 98, 97, 96, 95, 95], 'allFall', ['a', 'b', 'c', 'd']],
    [[99, 98, 97, 96, 95, 95], 'allStay', ['a', 'b', 'c', 'd']],
    [[95, 95, 95, 95, 95], 'allFall', []],
    [[95, 95, 95, 95, 95], 'allStay', ['a', 'b', 'c', 'd', 'e']],
  ] as const)('%j, %s: %j', (totals, atTie, kept) => {
    expect(inBand(rankCohort(withQuotas(aQuota({ atTie })), cohortOf(totals, 20), []), 'xuat-sac')).toEqual(
      kept,
    )
  })

  test('a limit of none lets nobody stay, ties or not', () => {
    // 20% of 4 is 0.8
    const quota = aQuota({ atTie: 'allStay' })
    expect(inBand(rankCohort(withQuotas(quota), cohortOf([99, 99], 4), []), 'xuat-sac')).toEqual([])
  })

  test('each row says what it was, what it is and why', () => {
    const { ranked } = rankCohort(withQuotas(aQuota()), cohortOf([99, 95], 5), [])
    const range = { count: { from: 5, to: 5 }, limit: { from: 1, to: 1 } }
    expect(ranked.slice(0, 3).map(({ grade }) => grade)).toEqual([
      {
        beforeQuotas: ['xuat-sac'],
        bandIds: ['xuat-sac'],
        verdicts: [{ quota: 0, outcome: 'keeps', ...range }],
        override: null,
      },
      {
        beforeQuotas: ['xuat-sac'],
        bandIds: ['tot'],
        verdicts: [{ quota: 0, outcome: 'falls', ...range }],
        override: null,
      },
      { beforeQuotas: ['tot'], bandIds: ['tot'], verdicts: [], override: null },
    ])
  })

  test('in order: who fell by the first is held by the second', () => {
    // ten agencies: 1 excellent; of the two that fall and eight good ones, 30% of ten stay good
    const second = aQuota({ bandId: 'tot', maxPercent: '30', toBandId: 'yeu' })
    const standings = rankCohort(
      withQuotas(aQuota({ maxPercent: '10' }), second),
      cohortOf([99, 98, 97, 80], 10),
      [],
    )
    expect(inBand(standings, 'xuat-sac')).toEqual(['a'])
    expect(inBand(standings, 'tot')).toEqual(['b', 'c', 'd'])
    expect(standings.ranked[1]?.grade.verdicts.map(({ quota, outcome }) => [quota, outcome])).toEqual([
      [0, 'falls'],
      [1, 'keeps'],
    ])
  })

  test('a band that a flag forced is neither a holder nor taken away', () => {
    const rules: RuleSet = {
      ...ruleSet,
      grading: {
        overrides: [
          { metric: 'ky-luat', bandId: 'yeu', provenance: stated },
          { metric: 'anh-hung', bandId: 'xuat-sac', provenance: stated },
        ],
        quotas: [aQuota()],
      },
    }
    const flag = (metricId: string, value: string) => ({ metricId, state: 'entered' as const, value })
    const of = (agencyId: string, c: string, raised: string | null) =>
      sheetOf(agencyId, { a: '60', b: '30', c }, rules, {
        values: ['ky-luat', 'anh-hung'].map(id => flag(id, id === raised ? '1' : '0')),
      })
    // 11 agencies rated good or better, the disciplined one not among them: 20% of 11 is 2.2
    const plain = Array.from({ length: 7 }, (_, index) =>
      sheetOf(`thuong-${index}`, { a: '50', b: '25', c: '0' }, rules, {
        values: [flag('ky-luat', '0'), flag('anh-hung', '0')],
      }),
    )
    const standings = rankCohort(
      rules,
      [
        ...plain,
        of('a', '9', 'ky-luat'),
        of('b', '8', null),
        of('c', '7', null),
        of('d', '6', null),
        of('e', '1', 'anh-hung'),
      ],
      [],
    )
    expect(inBand(standings, 'yeu')).toEqual(['a'])
    expect(inBand(standings, 'xuat-sac')).toEqual(['b', 'c', 'e'])
    expect(standings.quotas[0]).toMatchObject({ count: { from: 11, to: 11 }, holders: { from: 3, to: 3 } })
    expect(standings.ranked[0]).toMatchObject({
      agencyId: 'a',
      rank: at(1),
      grade: { override: { bandId: 'yeu' } },
    })
  })

  test('open totals: sure at the top, open around the cut', () => {
    // 10 agencies, two may stay; "mo" lies between 90 and 100 and may pass 95 and 94, not 100
    const sheets = [
      settled('dau', 100),
      settled('hai', 95),
      settled('ba', 94),
      sheetOf('mo', { a: '60', b: '30' }),
    ]
    const rest = Array.from({ length: 6 }, (_, index) => settled(`tot-${index}`, 75))
    const standings = rankCohort(withQuotas(aQuota()), [...sheets, ...rest], [])
    const grades = new Map(standings.ranked.map(({ agencyId, grade }) => [agencyId, grade.bandIds]))
    expect(grades.get('dau')).toEqual(['xuat-sac']) // even a tie at 100 leaves two
    expect(grades.get('hai')).toEqual(['tot', 'xuat-sac']) // second, or third after "mo"
    expect(grades.get('ba')).toEqual(['tot']) // two better ones whatever happens
    expect(grades.get('mo')).toEqual(['tot', 'xuat-sac'])
    expect(standings.quotas[0]?.decided).toBe(false)
  })

  test('an open total that cannot reach the cut falls for sure', () => {
    // two may stay: 100 and 99 do; "mo" stays excellent between 90 and 98 and is third at best
    const mo = sheetOf('mo', { a: '60', b: '30' })
    const open = { ...mo, total: { ...mo.total, unrounded: { from: '90', to: '98' } } }
    const rest = Array.from({ length: 7 }, (_, index) => settled(`tot-${index}`, 75))
    const standings = rankCohort(
      withQuotas(aQuota()),
      [settled('x', 100), settled('y', 99), open, ...rest],
      [],
    )
    expect(standings.ranked[2]?.grade).toMatchObject({ beforeQuotas: ['xuat-sac'], bandIds: ['tot'] })
    expect(standings.quotas[0]?.decided).toBe(true)
  })

  test('who may still lie below every band is not surely counted', () => {
    // bands from 70; "mo" between 65 and 75 is good or nothing at all
    const rules: RuleSet = { ...withQuotas(aQuota()), bands: bands.slice(0, 2) }
    const mo = sheetOf('mo', { a: '60', b: '5' }, rules)
    expect(mo.total.bandIds).toEqual(['tot'])
    const { quotas } = rankCohort(rules, [settled('x', 99, rules), mo], [])
    expect(quotas[0]).toMatchObject({ count: { from: 1, to: 2 } })
  })

  test('an open number of counted agencies opens the limit', () => {
    // "mo" is between 65 and 75: weak or good, so 4 or 5 count, and 20% is none or one
    const sheets = [
      settled('dau', 99),
      settled('b', 75),
      settled('c', 75),
      settled('d', 75),
      sheetOf('mo', { a: '60', b: '5' }),
    ]
    const standings = rankCohort(withQuotas(aQuota()), sheets, [])
    expect(standings.quotas[0]).toMatchObject({ count: { from: 4, to: 5 }, limit: { from: 0, to: 1 } })
    expect(standings.ranked[0]?.grade.bandIds).toEqual(['tot', 'xuat-sac'])
  })
})
