import { describe, expect, test } from 'vitest'
import type { RuleSet } from '../../../src/model/ruleSet.ts'
import type { CohortStandings, Rank } from '../../../src/model/standings.ts'
import { rankCohort } from '../../../src/scoring/standings/rankCohort.ts'
import { loadData } from '../../data/dataFiles.ts'
import { aRuleSet, roundingAt, score, toPlaces } from '../builders.ts'
import { at, bands, criteria, ruleSet, settled, sheetOf } from './cohortBuilders.ts'

function ranksIn({ ranked }: CohortStandings): readonly (readonly [string, Rank])[] {
  return ranked.map(({ agencyId, rank }) => [agencyId, rank])
}

const between = (from: number, to: number): Rank => ({ kind: 'open', from, to })

describe('ranks', () => {
  const sheets = [settled('d', 70), settled('c', 80), settled('b', 80), settled('a', 90)]

  test('equal scores share a rank: 1, 2, 2, 4 or 1, 2, 2, 3', () => {
    expect(ranksIn(rankCohort(ruleSet, sheets, []))).toEqual([
      ['a', at(1)],
      ['b', at(2)],
      ['c', at(2)],
      ['d', at(4)],
    ])
    const dense: RuleSet = { ...ruleSet, tieStyle: 'dense' }
    expect(ranksIn(rankCohort(dense, sheets, [])).map(([, rank]) => rank)).toEqual([
      at(1),
      at(2),
      at(2),
      at(3),
    ])
  })

  test('tied agencies name each other, in the order of their ids', () => {
    const { ranked } = rankCohort(ruleSet, sheets, [])
    expect(ranked.map(({ agencyId, tiedWith }) => [agencyId, tiedWith])).toEqual([
      ['a', []],
      ['b', ['c']],
      ['c', ['b']],
      ['d', []],
    ])
  })

  test('who sent nothing stands apart, in order, and ranks nowhere', () => {
    const standings = rankCohort(ruleSet, [settled('a', 0)], ['z', 'm'])
    expect(standings.notSubmitted).toEqual(['m', 'z'])
    expect(ranksIn(standings)).toEqual([['a', at(1)]])
  })

  test('what does not apply leaves both sides: 63 of 70 stands above 85 of 100', () => {
    const exempt = sheetOf('it-viec', { a: '56', c: '7' }, ruleSet, {
      notApplicable: [{ criterionId: 'b', reason: 'Không có thủ tục' }],
    })
    const { ranked } = rankCohort(ruleSet, [settled('du-viec', 85), exempt], [])
    expect(ranked.map(({ agencyId, percent, rank }) => [agencyId, percent.to, rank])).toEqual([
      ['it-viec', '90', at(1)], // 63 ÷ 70
      ['du-viec', '85', at(2)],
    ])
  })

  test('nothing applies: not considered, whatever the others have', () => {
    const none = sheetOf('khong', {}, ruleSet, {
      notApplicable: criteria.map(({ id }) => ({ criterionId: id, reason: 'Không có' })),
    })
    const standings = rankCohort(ruleSet, [none, settled('a', 10)], [])
    expect(standings.unranked).toEqual([
      { agencyId: 'khong', submissionId: 'thu.khong', reason: 'nothingApplies', bandIds: [] },
    ])
    expect(ranksIn(standings)).toEqual([['a', at(1)]])
  })

  test('ranked before the total is rounded, unless the rule set says otherwise', () => {
    const rounding = roundingAt({ total: toPlaces(0) })
    const rules = aRuleSet({ criteria, bands, rounding })
    const ofBoth = (which: RuleSet) =>
      ranksIn(
        rankCohort(
          which,
          [
            sheetOf('thap', { a: '50.1', b: '30', c: '0' }, which),
            sheetOf('cao', { a: '50.4', b: '30', c: '0' }, which),
          ],
          [],
        ),
      )
    expect(ofBoth(rules)).toEqual([
      ['cao', at(1)], // 80.4
      ['thap', at(2)], // 80.1
    ])
    // both round to 80
    expect(ofBoth({ ...rules, grading: { on: 'rounded' } })).toEqual([
      ['cao', at(1)],
      ['thap', at(1)],
    ])
  })
})

describe('open totals', () => {
  // 50 + "c" between 0 and 10
  const open = (agencyId: string, a: string) => sheetOf(agencyId, { a, b: '0' })

  test.each([
    // one open total from 50 to 60 among settled ones
    [49, at(2), at(1)],
    [50, between(1, 2), at(1)], // equal at the lower end: shares rank 1 or is second
    [51, between(1, 2), between(1, 2)],
    [60, at(1), between(1, 2)],
    [61, at(1), at(2)],
  ])('a settled %s beside 50 to 60', (total, ofSettled, ofOpen) => {
    const rows = new Map(ranksIn(rankCohort(ruleSet, [settled('yen', total), open('mo', '50')], [])))
    expect(rows.get('yen')).toEqual(ofSettled)
    expect(rows.get('mo')).toEqual(ofOpen)
  })

  test('each may take its best and worst place against all others', () => {
    // x 50–60, y 55–65, z 58 settled, w 40 settled
    const standings = rankCohort(
      ruleSet,
      [open('x', '50'), open('y', '55'), settled('z', 58), settled('w', 40)],
      [],
    )
    expect(ranksIn(standings)).toEqual([
      ['x', between(1, 3)], // at best 60 over y's 55 and 58
      ['y', between(1, 3)], // at worst 55 below 58 and x's 60
      ['z', between(1, 3)],
      ['w', at(4)],
    ])
  })

  test('dense: three open totals may share one value or take three', () => {
    const dense: RuleSet = { ...ruleSet, tieStyle: 'dense' }
    // p 50–60, q 55–65, r 58–68 can all be 59; 30 is below them for sure
    const sheets = [open('p', '50'), open('q', '55'), open('r', '58'), settled('s', 30)]
    expect(new Map(ranksIn(rankCohort(dense, sheets, []))).get('s')).toEqual(between(2, 4))
    // 20–30 cannot meet the others: two values at least above 10
    const further = [...sheets.slice(0, 3), open('t', '20'), settled('u', 10)]
    expect(new Map(ranksIn(rankCohort(dense, further, []))).get('u')).toEqual(between(3, 5))
  })

  test('touching ends can still be equal', () => {
    const dense: RuleSet = { ...ruleSet, tieStyle: 'dense' }
    // 20–30 and 30–40 meet at 30
    const rows = ranksIn(rankCohort(dense, [open('p', '20'), open('q', '30'), settled('s', 10)], []))
    expect(new Map(rows).get('s')).toEqual(between(2, 3))
  })
})

describe('refuses a cohort that is none', () => {
  test('an agency twice, submitted or not', () => {
    expect(() => rankCohort(ruleSet, [settled('a', 1), settled('a', 2)], [])).toThrow(
      '"a" stands in the cohort twice',
    )
    expect(() => rankCohort(ruleSet, [settled('a', 1)], ['a'])).toThrow('"a" stands in the cohort twice')
  })

  test('another rule set or period', () => {
    const other = { ...settled('a', 1), ruleSetVersion: '2' }
    expect(() => rankCohort(ruleSet, [other], [])).toThrow('"thu.a" was scored by "bo-thu" version 2')
    const earlier = sheetOf('b', {}, ruleSet, { period: '2025' })
    expect(() => rankCohort(ruleSet, [settled('a', 1), earlier], [])).toThrow('"thu.b" is of 2025')
  })
})

test('QĐ 766, 10/10/2026: 14 units by their published totals', () => {
  const { ruleSets, submissions } = loadData()
  const rules = ruleSets.find(entry => entry.id === 'qd766-2022')
  if (!rules) throw new Error('no rule set qd766-2022')
  const units = submissions.filter(
    entry => entry.period === '2026-10-10' && entry.agencyId !== 'tinh-dak-lak',
  )
  const { ranked } = rankCohort(
    rules,
    units.map(unit => score(rules, unit)),
    ['h15-02'],
  )
  expect(ranked.map(({ agencyId, percent, rank }) => [rank, agencyId, percent.to])).toEqual(
    [
      ['h15-15', '76.37'],
      ['h15-16', '74.13'],
      ['h15-198', '73.41'],
      ['h15-131', '73.35'],
      ['h15-157', '73.24'],
      ['h15-14', '70.55'],
      ['h15-03', '68.16'],
      ['h15-18', '61.73'],
      ['h15-07', '55.43'],
      ['h15-01', '55.42'],
      ['h15-120', '54.86'],
      ['h15-04', '44.97'],
      ['h15-52', '19.85'],
      ['h15-39', '7.85'],
    ].map(([id, total], index) => [at(index + 1), id, total]),
  )
})
