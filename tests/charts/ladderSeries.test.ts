import { describe, expect, test } from 'vitest'
import { buildLadder, soloBar, targetMarks } from '../../src/charts/ladderSeries.ts'
import type { SumRule } from '../../src/model/rules.ts'
import type { ScoreSheet, TargetScore } from '../../src/model/scoreSheet.ts'
import {
  aCriterion,
  aGroup,
  aPlan,
  aPool,
  aRatioRule,
  aReportedLeaf,
  aRuleSet,
  aSubmission,
  aTarget,
  roundingAt,
  score,
  stated,
  toPlaces,
} from '../scoring/builders.ts'

/** Reported leaves a, b, c … each [points or null for missing, maximum]. */
function sheetOf(leaves: readonly (readonly [string | null, string])[]): ScoreSheet {
  const named = leaves.map(([points, max], index) => ({ id: 'abcdefgh'.charAt(index), points, max }))
  const criteria = named.map(({ id, max }) => aReportedLeaf(id, max))
  const points = Object.fromEntries(
    named.flatMap(({ id, points }) => (points === null ? [] : [[id, points]])),
  )
  return score(aRuleSet({ criteria }), aSubmission({ points }))
}

describe('rows', () => {
  // 10 − (6 − 4) − (4 − 3.5) = 7.5
  const sheet = sheetOf([
    ['3.5', '4'],
    ['4', '6'],
  ])

  test('one a loss, largest first, with levels as shares of the maximum', () => {
    const rows = buildLadder(sheet, 8).rows
    expect(rows.map(row => [row.nodeId, row.kind, row.lost, row.level])).toEqual([
      ['b', 'lost', '2', '8'],
      ['a', 'lost', '0.5', '7.5'],
    ])
    expect(rows.map(row => [row.from, row.to])).toEqual([
      [1, 0.8],
      [0.8, 0.75],
    ])
  })

  test('gap bars share one scale: the largest maximum among them', () => {
    const ladder = buildLadder(sheet, 8)
    expect(ladder.scaleMax).toBe('6')
    const [b, a] = ladder.rows.map(row => row.bar)
    expect(b?.actual).toBeCloseTo(4 / 6, 12)
    expect(b?.lost).toBeCloseTo(2 / 6, 12)
    expect(a?.actual).toBeCloseTo(3.5 / 6, 12)
    expect(a?.lost).toBeCloseTo(0.5 / 6, 12)
    expect([b, a]).toMatchObject([
      { missing: 0, shortened: false, actualSure: true, lostSure: true },
      { missing: 0, shortened: false, actualSure: true, lostSure: true },
    ])
  })

  test('nothing lost, no rows', () => {
    expect(buildLadder(sheetOf([['4', '4']]), 8)).toMatchObject({ rows: [], scoreFrom: 1, scoreTo: 1 })
  })
})

describe('the rest row', () => {
  // losses 4, 3, 2, 1 of 5 each
  const sheet = sheetOf([
    ['1', '5'],
    ['2', '5'],
    ['3', '5'],
    ['4', '5'],
  ])

  test('as many rows as losses need none', () => {
    expect(buildLadder(sheet, 4).rows.map(row => row.kind)).toEqual(['lost', 'lost', 'lost', 'lost'])
  })

  test('one row too few: the last row stands for what is left', () => {
    const rows = buildLadder(sheet, 3).rows
    expect(rows.map(row => [row.nodeId, row.lost, row.count])).toEqual([
      ['a', '4', 1],
      ['b', '3', 1],
      ['rest', '3', 2], // 2 + 1
    ])
    expect(rows.at(-1)).toMatchObject({ kind: 'rest', bar: null, points: null, maxPoints: null, level: '10' })
    expect(rows.at(-1)?.from).toBeCloseTo(13 / 20, 12)
    expect(rows.at(-1)?.to).toBeCloseTo(10 / 20, 12)
  })

  test('rows never lose points on the way: each begins where the one before ends', () => {
    for (const limit of [2, 3, 4, 9]) {
      const { rows, scoreFrom } = buildLadder(sheet, limit)
      expect(rows.map(row => row.from)).toEqual([1, ...rows.slice(0, -1).map(row => row.to)])
      expect(rows.at(-1)?.to).toBeCloseTo(scoreFrom, 12)
    }
  })

  test('room for a single row: everything is rest', () => {
    expect(buildLadder(sheet, 1).rows).toMatchObject([
      { kind: 'rest', lost: '10', count: 4, from: 1, to: 0.5 },
    ])
  })
})

describe('what is not plainly lost', () => {
  test('a missing figure is a hollow bar, never a lost one', () => {
    const { rows, scoreFrom, scoreTo } = buildLadder(
      sheetOf([
        ['3', '4'],
        [null, '6'],
      ]),
      8,
    )
    // points between 3 and 9 of 10
    expect([scoreFrom, scoreTo]).toEqual([0.3, 0.9])
    expect(rows.map(row => row.kind)).toEqual(['lost', 'missing'])
    expect(rows[1]?.bar).toMatchObject({ actual: 0, lost: 0, missing: 1 })
    expect(rows[1]).toMatchObject({ points: null, sure: false })
  })

  test('of a leaf that is open in part, only what is surely earned is drawn as scored', () => {
    const rule: SumRule = {
      kind: 'sum',
      parts: [
        { label: 'Vận hành', maxPoints: '1', rule: { kind: 'yesNo', metric: 'runs' } },
        { label: 'Kết nối', maxPoints: '3', rule: aRatioRule() },
      ],
    }
    const ruleSet = aRuleSet({ criteria: [aCriterion({ maxPoints: '4', rule })] })
    const barsWith = (runs: string) =>
      buildLadder(score(ruleSet, aSubmission({ figures: { runs } })), 8).rows.map(({ kind, bar }) => ({
        kind,
        bar,
      }))
    // 1 earned, 3 open
    expect(barsWith('1')).toMatchObject([{ kind: 'missing', bar: { actual: 0.25, lost: 0, missing: 0.75 } }])
    // nothing earned: 1 lost, 3 open
    expect(barsWith('0')).toMatchObject([
      { kind: 'lost', bar: { actual: 0, lost: 0.25 } },
      { kind: 'missing', bar: { actual: 0, missing: 0.75 } },
    ])
  })

  test('a pool longer than the scale is cut, its lost part stays in scale', () => {
    const criteria = [aReportedLeaf('a', '2'), aReportedLeaf('p', null), aReportedLeaf('q', null)]
    const ruleSet = aRuleSet({ criteria, pools: [aPool('pq', ['p', 'q'], '8')] })
    const { rows, scaleMax } = buildLadder(score(ruleSet, aSubmission({ points: { a: '1', pq: '7' } })), 8)
    expect(scaleMax).toBe('2')
    expect(rows.map(row => [row.nodeId, row.kind])).toEqual([
      ['a', 'lost'],
      ['pq', 'unexplained'],
    ])
    // lost 1 of the scale's 2; the bar fills the scale, the other half stands for 7 of 8
    expect(rows[1]?.bar).toMatchObject({ shortened: true, lost: 0.5, actual: 0.5, lostSure: false })
    expect(rows[1]?.sure).toBe(false)
  })

  test('what rounding took has no bar and no maximum', () => {
    const criteria = [aGroup('g', [aReportedLeaf('a', '2'), aReportedLeaf('b', '2')])]
    const ruleSet = aRuleSet({ criteria, rounding: roundingAt({ total: toPlaces(0, 'truncate') }) })
    const { rows } = buildLadder(score(ruleSet, aSubmission({ points: { a: '1.5', b: '2' } })), 8)
    // 4 − 0.5 = 3.5, cut to 3
    expect(rows.map(row => [row.kind, row.lost, row.bar === null, row.maxPoints])).toEqual([
      ['lost', '0.5', false, '2'],
      ['rounding', '0.5', true, null],
    ])
  })

  test('nothing incurred is marked and has no bar', () => {
    const criteria = [aCriterion({ maxPoints: '5', rule: aRatioRule({ whenDenominatorZero: 'zero' }) })]
    const sheet = score(aRuleSet({ criteria }), aSubmission({ figures: { done: '0', all: '0' } }))
    expect(buildLadder(sheet, 8).rows).toMatchObject([{ kind: 'lost', notIncurred: true, bar: null }])
  })

  test('inferred points are not drawn as sure', () => {
    const criteria = [aCriterion({ maxPoints: '2' })]
    const value = (metricId: string, amount: string) => ({
      metricId,
      state: 'entered' as const,
      value: amount,
      provenance: { ...stated, certainty: 'inferred' as const },
    })
    const sheet = score(
      aRuleSet({ criteria }),
      aSubmission({ values: [value('done', '1'), value('all', '2')] }),
    )
    expect(buildLadder(sheet, 8).rows).toMatchObject([
      { sure: false, bar: { actualSure: false, lostSure: false } },
    ])
  })
})

describe('targets', () => {
  const answer = (parts: Partial<TargetScore>): TargetScore => ({
    targetId: 'target',
    actual: { kind: 'share', percent: '18', certainty: 'stated', source: stated },
    status: 'short',
    percentPoints: '32',
    count: null,
    pointsAtTarget: { points: '3', certainty: 'stated' },
    ...parts,
  })

  test('stand on the bar of their criterion, in points', () => {
    const marks = targetMarks(aPlan({ targets: [aTarget()] }), [answer({})])
    expect(marks).toEqual([{ criterionId: 'leaf', points: '3', sure: true }])
    const sheet = sheetOf([['1', '4']])
    const [row] = buildLadder(sheet, 8, [{ criterionId: 'a', points: '3', sure: false }]).rows
    expect(row?.bar).toMatchObject({ target: 0.75, targetSure: false }) // 3 of 4
    expect(buildLadder(sheet, 8).rows[0]?.bar?.target).toBeNull()
  })

  test('a mark that rests on a reading is not sure', () => {
    const inferred = answer({ pointsAtTarget: { points: '0.75', certainty: 'inferred' } })
    expect(targetMarks(aPlan({ targets: [aTarget()] }), [inferred])).toMatchObject([{ sure: false }])
  })

  test('without points, or not measured on a criterion, they have no place there', () => {
    const metric = aTarget({ actual: { from: 'metric', metricId: 'm' } })
    expect(targetMarks(aPlan({ targets: [aTarget()] }), [answer({ pointsAtTarget: null })])).toEqual([])
    expect(targetMarks(aPlan({ targets: [metric] }), [answer({})])).toEqual([])
    expect(targetMarks(aPlan({ targets: [aTarget()] }), [])).toEqual([])
  })
})

test('a bar of its own: scored, missing, without a maximum', () => {
  expect(soloBar('3', '4', true)).toMatchObject({ actual: 0.75, lost: 0.25, missing: 0, actualSure: true })
  expect(soloBar('4223/5625', '1', false).actual).toBeCloseTo(4223 / 5625, 12)
  expect(soloBar(null, '4', false)).toMatchObject({ actual: 0, lost: 0, missing: 1 })
  expect(soloBar('0', '0', true)).toMatchObject({ actual: 0, missing: 0 })
})
