import { describe, expect, test } from 'vitest'
import type { RuleSet } from '../../../src/model/ruleSet.ts'
import type { StageCell, StageRow, StageTable } from '../../../src/model/stageColumns.ts'
import { atStage } from '../../../src/model/stages.ts'
import { type Decision, type Stage, type Submission, submissionsOf } from '../../../src/model/submission.ts'
import { add, formatExact, parseExact, zero } from '../../../src/scoring/exact.ts'
import { scoreSubmission } from '../../../src/scoring/scoreSubmission.ts'
import { compareStages } from '../../../src/scoring/stages/compareStages.ts'
import { loadData } from '../../data/dataFiles.ts'
import {
  aCriterion,
  aGroup,
  aPool,
  aReportedLeaf,
  aRuleSet,
  aSubmission,
  roundingAt,
  scoredAt,
  stated,
  toPlaces,
} from '../builders.ts'

function tableOf(ruleSet: RuleSet, submission: Submission): StageTable {
  return compareStages(ruleSet, submission, scoreSubmission(ruleSet, submission, scoredAt))
}

function rowOf(table: StageTable, id: string): StageRow {
  const row = id === 'total' ? table.total : table.rows.find(each => each.nodeId === id)
  if (!row) throw new Error(`no row "${id}"`)
  return row
}

const pointsOf = (row: StageRow) =>
  row.cells.map(cell => ('points' in cell ? `${cell.points.from}..${cell.points.to}` : cell.state))

const decided = (criterionId: string, stage: Stage, points: string): Decision => ({
  criterionId,
  stage,
  points,
})

/** Group g: ratio leaf a (of 2, computes 3/4 × 2 = 1.5) and leaf b (of 4, computes 1 of 2 × 4 = 2). */
const ratio = (id: string, maxPoints: string, numerator: string, denominator: string) =>
  aCriterion({
    id,
    maxPoints,
    rule: {
      kind: 'ratio',
      numerator,
      denominator,
      direction: 'higherIsBetter',
      targetPercent: '100',
      scaling: 'share',
      whenDenominatorZero: 'full',
      whenMissing: 'missing',
    },
  })
const twoLeaves = aRuleSet({
  criteria: [aGroup('g', [ratio('a', '2', 'done', 'all'), ratio('b', '4', 'done2', 'all2')])],
})
const figures = { done: '3', all: '4', done2: '1', all2: '2' }

describe('claims beside the latest decided stage', () => {
  const decisions = [
    decided('a', 'selfAssessment', '2'),
    decided('a', 'firstReview', '1.75'),
    decided('a', 'explanation', '2'),
    decided('a', 'secondReview', '1.2'),
  ]
  const submission = aSubmission({ figures, decisions, stage: 'closed' })
  const table = tableOf(twoLeaves, submission)

  test('a column for each stage that decided; an explanation decides nothing', () => {
    expect(table.columns).toEqual([
      { by: 'stage', stage: 'selfAssessment', standing: 'selfAssessment' },
      { by: 'stage', stage: 'firstReview', standing: 'firstReview' },
      { by: 'stage', stage: 'secondReview', standing: 'closed' },
    ])
    expect(pointsOf(rowOf(table, 'a'))).toEqual(['2..2', '1.75..1.75', '1.2..1.2'])
  })

  test('what nobody decided rests on the rule and says so', () => {
    expect(rowOf(table, 'b').cells).toEqual(
      [0, 1, 2].map(() => ({ state: 'settled', points: { from: '2', to: '2' }, basis: 'rule' })),
    )
    const bases = rowOf(table, 'a').cells.map(cell => 'basis' in cell && cell.basis)
    expect(bases).toEqual(['claim', 'decision', 'decision'])
  })

  test('differences are exact: latest − claim, also of groups and the total', () => {
    // 1.2 − 2 = −0.8; group and total: (1.2 + 2) − (2 + 2) = −0.8
    expect(rowOf(table, 'a').difference).toEqual({ kind: 'known', points: '-0.8' })
    expect(rowOf(table, 'b').difference).toEqual({ kind: 'known', points: '0' })
    expect(rowOf(table, 'g').difference).toEqual({ kind: 'known', points: '-0.8' })
    expect(rowOf(table, 'total').difference).toEqual({ kind: 'known', points: '-0.8' })
    expect(pointsOf(table.total)).toEqual(['4..4', '3.75..3.75', '3.2..3.2'])
  })

  test('read at an earlier stage the later ones do not exist yet', () => {
    const first = tableOf(twoLeaves, atStage(submission, 'firstReview'))
    expect(first.columns.map(each => each.by === 'stage' && each.stage)).toEqual([
      'selfAssessment',
      'firstReview',
    ])
    expect(rowOf(first, 'a').difference).toEqual({ kind: 'known', points: '-0.25' }) // 1.75 − 2
    const claims = tableOf(twoLeaves, atStage(submission, 'selfAssessment'))
    expect(claims.columns).toHaveLength(1)
    expect(rowOf(claims, 'a').difference).toEqual({ kind: 'none' })
  })

  test('a side that is still open is not compared, and never counts as nought', () => {
    const open = tableOf(
      twoLeaves,
      aSubmission({
        figures: { ...figures, done2: null },
        decisions: [decided('a', 'selfAssessment', '2'), decided('b', 'firstReview', '0')],
        stage: 'firstReview',
      }),
    )
    // b: missing (0 to 4) when claimed, decided 0 at review
    expect(rowOf(open, 'b').cells[0]).toEqual({ state: 'missing', range: { from: '0', to: '4' } })
    expect(rowOf(open, 'b').difference).toEqual({ kind: 'open' })
    expect(pointsOf(rowOf(open, 'g'))).toEqual(['2..6', '2..2'])
    expect(rowOf(open, 'total').difference).toEqual({ kind: 'open' })
  })
})

test('reviews without claims are held against the rules, not against an invented claim', () => {
  const table = tableOf(
    twoLeaves,
    aSubmission({ figures, decisions: [decided('a', 'firstReview', '1')], stage: 'firstReview' }),
  )
  expect(table.columns.map(each => each.by)).toEqual(['rules', 'stage'])
  expect(pointsOf(rowOf(table, 'a'))).toEqual(['1.5..1.5', '1..1'])
  expect(rowOf(table, 'a').difference).toEqual({ kind: 'known', points: '-0.5' }) // 1 − 1.5
})

test('nothing claimed, decided or published: one column', () => {
  const table = tableOf(twoLeaves, aSubmission({ figures, stage: 'closed' }))
  expect(table.columns).toEqual([{ by: 'stage', stage: 'closed', standing: 'closed' }])
  expect(table.rows.every(row => row.difference.kind === 'none')).toBe(true)
})

describe('computed beside published', () => {
  const ruleSet = aRuleSet({
    criteria: [
      aGroup('g', [ratio('a', '2', 'done', 'all'), ratio('b', '4', 'done2', 'all2')]),
      aGroup('h', [aReportedLeaf('c', '3')]),
    ],
  })
  const table = tableOf(
    ruleSet,
    aSubmission({
      figures,
      points: { a: '1.6', g: '3.5', c: '3', h: '3' },
      total: '6.6',
      stage: 'published',
    }),
  )

  test('differences are published − computed', () => {
    expect(table.columns.map(each => each.by)).toEqual(['rules', 'published'])
    expect(rowOf(table, 'a').difference).toEqual({ kind: 'known', points: '0.1' }) // 1.6 − 1.5
    expect(rowOf(table, 'g').difference).toEqual({ kind: 'known', points: '0' }) // 3.5 − (1.5 + 2)
    expect(rowOf(table, 'total').difference).toEqual({ kind: 'known', points: '0.1' }) // 6.6 − 6.5
  })

  test('points nobody stated are not made up, and figures taken as published do not agree with themselves', () => {
    expect(rowOf(table, 'b').cells[1]).toEqual({ state: 'notStated' })
    expect(rowOf(table, 'b').difference).toEqual({ kind: 'open' })
    expect([rowOf(table, 'c').difference, rowOf(table, 'h').difference]).toEqual([
      { kind: 'taken' },
      { kind: 'taken' },
    ])
  })

  test('where everything is taken as published there is one column', () => {
    const taken = aRuleSet({ criteria: [aReportedLeaf('c', '3')] })
    expect(tableOf(taken, aSubmission({ points: { c: '2' }, stage: 'published' })).columns).toHaveLength(1)
  })
})

describe('rows beside the tree', () => {
  test('a pool stands where its points count: under the group that holds it, or after the tree', () => {
    const inside = aRuleSet({
      criteria: [
        aGroup('g', [aReportedLeaf('a', null), aReportedLeaf('b', null)], { maxPoints: '3' }),
        aReportedLeaf('c', '1'),
      ],
      pools: [aPool('p', ['a', 'b'], '3')],
    })
    const rows = tableOf(inside, aSubmission({ points: { p: '2', c: '1' } })).rows
    expect(rows.map(row => [row.nodeId, row.parentId])).toEqual([
      ['g', null],
      ['a', 'g'],
      ['b', 'g'],
      ['p', 'g'],
      ['c', null],
    ])
    expect(rows[3]).toMatchObject({ kind: 'pool', lost: { from: '1', to: '1' }, percent: { to: '200/3' } })
    const across = aRuleSet({
      criteria: [aGroup('g', [aReportedLeaf('a', null)]), aGroup('h', [aReportedLeaf('b', null)])],
      pools: [aPool('p', ['a', 'b'], '3')],
      scale: '3',
    })
    expect(tableOf(across, aSubmission({ points: { p: '2' } })).rows.at(-1)).toMatchObject({
      nodeId: 'p',
      parentId: null,
    })
  })

  test('bonus and penalty carry their sign, rounding what it gave or took', () => {
    const ruleSet = aRuleSet({
      criteria: [ratio('a', '2', 'done', 'all')],
      rounding: roundingAt({ total: toPlaces(0) }),
      adjustments: [
        {
          id: 'thuong',
          name: 'Thưởng',
          effect: 'bonus',
          ceiling: '1',
          rule: { kind: 'perUnit', metric: 'ideas', pointsPerUnit: '0.5' },
          provenance: stated,
        },
        {
          id: 'tru',
          name: 'Trừ',
          effect: 'penalty',
          ceiling: '1',
          rule: { kind: 'perUnit', metric: 'faults', pointsPerUnit: '0.25' },
          provenance: stated,
        },
      ],
    })
    const table = tableOf(ruleSet, aSubmission({ figures: { ...figures, ideas: '1', faults: '1' } }))
    // 1.5 + 0.5 − 0.25 = 1.75, rounded to 2: rounding gave 0.25
    expect(table.rows.map(row => [row.nodeId, row.kind, pointsOf(row)[0]])).toEqual([
      ['a', 'leaf', '1.5..1.5'],
      ['thuong', 'adjustment', '0.5..0.5'],
      ['tru', 'adjustment', '-0.25..-0.25'],
      ['rounding', 'rounding', '0.25..0.25'],
    ])
    expect(pointsOf(table.total)).toEqual(['2..2'])
    expect(rowOf(table, 'tru').lost).toEqual({ from: '0.25', to: '0.25' })
    expect(rowOf(table, 'thuong').lost).toBeNull()
  })

  test('most lost first, equal for equals, full points without a place', () => {
    const ruleSet = aRuleSet({
      criteria: [
        aReportedLeaf('full', '1'),
        aReportedLeaf('half', '1'),
        aReportedLeaf('all', '2'),
        aReportedLeaf('same', '1'),
      ],
    })
    const points = { full: '1', half: '0.5', all: '0', same: '0.5' }
    const orders = tableOf(ruleSet, aSubmission({ points })).rows.map(row => row.lossOrder)
    expect(orders).toEqual([null, 1, 0, 1])
  })
})

describe('shipped data', () => {
  const { ruleSets, submissions, tables } = loadData()
  const months = tables.filter(each => ['2026-06', '2026-07', '2025-12'].includes(each.period))
  const all = [...submissions, ...months.flatMap(each => submissionsOf(each).slice(0, 40))]

  test('in every column of every submission the top rows add up to the total', () => {
    for (const submission of all) {
      const ruleSet = ruleSets.find(each => each.id === submission.ruleSetId)
      if (!ruleSet) throw new Error(`no rule set "${submission.ruleSetId}"`)
      const table = tableOf(ruleSet, submission)
      table.columns.forEach((column, index) => {
        if (column.by === 'published') return
        const top = table.rows.filter(row => row.parentId === null)
        for (const end of ['from', 'to'] as const) {
          const sum = top.reduce((total, row) => add(total, endOf(row.cells[index], end)), zero)
          const cell = table.total.cells[index]
          expect(cell && 'points' in cell ? cell.points[end] : cell?.state, submission.id).toBe(
            formatExact(sum),
          )
        }
      })
    }
  })

  function endOf(cell: StageCell | undefined, end: 'from' | 'to') {
    if (!cell) throw new Error('no cell')
    if ('points' in cell) return parseExact(cell.points[end])
    if ('range' in cell) return parseExact(cell.range[end])
    return 'atLeast' in cell ? parseExact(cell.atLeast) : zero
  }
})
