import { describe, expect, test } from 'vitest'
import {
  answers,
  type CriteriaLine,
  countLines,
  criteriaLines,
  flatten,
  groupsAbove,
  idleKind,
  type LineWish,
  partsAround,
  wishedLines,
} from '../../src/features/criteria/criteriaLines.ts'
import { idsText, readState } from '../../src/features/criteria/criteriaState.ts'
import { figuresOf } from '../../src/features/criteria/figuresOf.ts'
import { percentBar } from '../../src/features/criteria/percentBar.ts'
import { type KeyRow, treeKey } from '../../src/features/criteria/treeKeys.ts'
import type { RuleSet } from '../../src/model/ruleSet.ts'
import type { Submission } from '../../src/model/submission.ts'
import { scoreSubmission } from '../../src/scoring/scoreSubmission.ts'
import { criteriaSentence } from '../../src/sentences/criteriaSentence.ts'
import { criteriaTable } from '../../src/state/criteriaView.ts'
import {
  aCriterion,
  aGroup,
  aRatioRule,
  aReportedLeaf,
  aRuleSet,
  aSubmission,
  scoredAt,
} from '../scoring/builders.ts'

const ratio = aRatioRule({ whenDenominatorZero: 'full' })

/** Groups g (a: loses 0.5, b: missing) and h (c: full, d: loses 2); idle counts nothing. */
const ruleSet = aRuleSet({
  criteria: [
    aGroup('g', [
      aCriterion({ id: 'a', maxPoints: '2', name: 'Tỷ lệ hồ sơ số hóa' }),
      aCriterion({ id: 'b', maxPoints: '1', rule: { kind: 'yesNo', metric: 'flag' } }),
    ]),
    aGroup('h', [aReportedLeaf('c', '3'), aReportedLeaf('d', '4', { name: 'Đường dây nóng' })]),
    aCriterion({
      id: 'idle',
      maxPoints: '1',
      rule: { ...ratio, numerator: 'answered', denominator: 'asked' },
    }),
  ],
})
const submission = aSubmission({
  figures: { done: '3', all: '4', flag: null, answered: '0', asked: '0' },
  points: { c: '3', d: '2' },
  stage: 'closed',
})

function linesOf(rules: RuleSet, sent: Submission): readonly CriteriaLine[] {
  const sheet = scoreSubmission(rules, sent, scoredAt)
  return criteriaLines(sheet, rules, criteriaTable({ ruleSet: rules, submission: sent, sheet }))
}

const lines = linesOf(ruleSet, submission)
const idsOf = (shown: readonly CriteriaLine[]) => flatten(shown).map(line => line.id)
const wish = (parts: Partial<LineWish>) =>
  wishedLines(lines, { search: '', filter: undefined, order: 'official', ...parts })

describe('rows', () => {
  test('stand in official order, groups before what stands in them', () => {
    expect(idsOf(lines)).toEqual(['g', 'a', 'b', 'h', 'c', 'd', 'idle'])
    expect(groupsAbove(lines, 'd')).toEqual(['h'])
    expect(groupsAbove(lines, 'idle')).toEqual([])
  })

  test('a search without accents keeps the groups of what it finds', () => {
    expect(idsOf(wish({ search: ' so  HOA ' }))).toEqual(['g', 'a'])
    expect(idsOf(wish({ search: 'duong day' }))).toEqual(['h', 'd'])
    expect(idsOf(wish({ search: 'không có' }))).toEqual([])
    expect(flatten(wish({ search: 'so hoa' })).map(line => line.hit)).toEqual(['', 'so hoa'])
  })

  test('what was found is marked in the name, accents and all', () => {
    expect(partsAround('Tỷ lệ hồ sơ số hóa', 'so hoa')).toEqual(['Tỷ lệ hồ sơ ', 'số hóa', ''])
    expect(partsAround('Đường dây nóng', 'duong')).toEqual(['', 'Đường', ' dây nóng'])
    expect(partsAround('Đường dây nóng', 'so hoa')).toBeNull()
    expect(partsAround('Đường dây nóng', '')).toBeNull()
  })

  test('filters: lost, missing, idle; a missing figure is not a loss', () => {
    expect(idsOf(wish({ filter: 'lost' }))).toEqual(['g', 'a', 'h', 'd'])
    expect(idsOf(wish({ filter: 'missing' }))).toEqual(['g', 'b'])
    expect(idsOf(wish({ filter: 'idle' }))).toEqual(['idle'])
    expect(countLines(lines)).toEqual({ all: 5, lost: 2, missing: 1, different: 0, idle: 1 })
    expect(idleKind(lines)).toBe('notIncurred')
    expect(idsOf(wish({ filter: 'lost', search: 'so hoa' }))).toEqual(['g', 'a'])
  })

  test('a group answers no filter itself', () => {
    expect(flatten(lines).filter(line => line.kind === 'group' && answers(line, 'lost'))).toEqual([])
  })

  test('most lost first, within groups or without them', () => {
    // h loses 2, g loses 0.5 to 1.5, idle nothing; d loses 2, a 0.5, b perhaps 1
    expect(idsOf(wish({ order: 'within' }))).toEqual(['h', 'd', 'c', 'g', 'a', 'b', 'idle'])
    expect(idsOf(wish({ order: 'flat' }))).toEqual(['d', 'a', 'b', 'c', 'idle'])
    expect(wish({ order: 'flat' }).every(line => line.depth === 0)).toBe(true)
  })

  test('what claim and review disagree on', () => {
    const reviewed: Submission = {
      ...submission,
      decisions: [
        { criterionId: 'a', stage: 'selfAssessment', points: '2' },
        { criterionId: 'a', stage: 'firstReview', points: '1.5' },
        { criterionId: 'd', stage: 'firstReview', points: '2' },
      ],
    }
    const own = linesOf(ruleSet, reviewed)
    expect(idsOf(wishedLines(own, { search: '', filter: 'different', order: 'official' }))).toEqual([
      'g',
      'a',
    ])
  })
})

describe('keys of the tree', () => {
  const rows: readonly KeyRow[] = [
    { id: 'g', parentId: null, isExpanded: true },
    { id: 'a', parentId: 'g', isExpanded: null },
    { id: 'h', parentId: null, isExpanded: false },
  ]
  const go = (index: number) => ({ kind: 'go', index })

  test.each([
    ['ArrowDown', 0, go(1)],
    ['ArrowDown', 2, go(2)], // stays on the last row
    ['ArrowUp', 0, go(0)],
    ['End', 0, go(2)],
    ['Home', 2, go(0)],
    ['PageDown', 0, go(2)],
    ['ArrowRight', 0, go(1)], // an open group is entered
    ['ArrowRight', 1, null],
    ['ArrowRight', 2, { kind: 'fold', id: 'h' }],
    ['ArrowLeft', 0, { kind: 'fold', id: 'g' }],
    ['ArrowLeft', 1, go(0)], // to the parent
    ['ArrowLeft', 2, null],
    ['Enter', 1, { kind: 'open', id: 'a' }],
    ['x', 1, null],
  ])('%s on row %i', (key, index, move) => {
    expect(treeKey(key, rows, index, true)).toEqual(move)
  })

  test('where a filter holds groups open, arrows only move', () => {
    expect(treeKey('ArrowLeft', rows, 0, false)).toBeNull()
    expect(treeKey('ArrowRight', rows, 2, false)).toBeNull()
  })
})

describe('figures of a row', () => {
  const figures = (id: string, sent: Submission = submission) => {
    const sheet = scoreSubmission(ruleSet, sent, scoredAt)
    const rule = sheet.nodes.find(node => node.criterionId === id)?.explanation?.rule
    return rule ? figuresOf(rule, 'vi') : null
  }

  test('a ratio as both its numbers', () => {
    expect(figures('a')?.text).toBe('3/4')
    expect(figures('idle')?.text).toBe('0/0')
    const large = aSubmission({ ...{ figures: { done: '1464', all: '15290' } } })
    expect(figures('a', large)?.text).toBe('1.464/15.290')
  })

  test('what did not come in is said, never a nought', () => {
    expect(figures('b')).toMatchObject({ text: '', absent: 'missing' })
    expect(figures('a', aSubmission({ figures: { done: '3', all: null } }))).toMatchObject({
      text: '3/?',
      absent: 'missing',
    })
  })

  test('several occurrences of a list are one item, as in the receipt', () => {
    const items = [
      { label: 'Báo cáo tuần', metrics: ['t1', 't2', 't3'] },
      { label: 'Báo cáo tháng', metrics: ['m'] },
    ]
    const rules = aRuleSet({ criteria: [aCriterion({ id: 'x', rule: { kind: 'everyOccurrence', items } })] })
    const sent = aSubmission({ figures: { t1: '1', t2: '0', t3: '1', m: '1' } })
    const rule = scoreSubmission(rules, sent, scoredAt).nodes[0]?.explanation?.rule
    // One late week makes the weeks late: 1 of 2, not 3 of 4.
    expect(rule && figuresOf(rule, 'vi')?.text).toBe('1/2 mục')
  })

  test('points taken as published rest on no figures', () => {
    expect(figures('c')).toBeNull()
  })
})

test('a bar is parted into reached, open and lost', () => {
  expect(percentBar({ from: '25', to: '25' })).toEqual({ reached: 0.25, open: 0, lost: 0.75 })
  expect(percentBar({ from: '25', to: '75' })).toEqual({ reached: 0.25, open: 0.5, lost: 0.25 })
  // below nothing and past the maximum the bar ends, the number does not
  expect(percentBar({ from: '-5', to: '-5' })).toEqual({ reached: 0, open: 0, lost: 1 })
  expect(percentBar({ from: '110', to: '110' })).toEqual({ reached: 1, open: 0, lost: 0 })
})

describe('the sentence', () => {
  const sentence = (sent: Submission) =>
    criteriaSentence(scoreSubmission(ruleSet, sent, scoredAt), 'vi', points => points.replace('.', ','))

  test('says what was reached and where most was lost', () => {
    const settled = aSubmission({
      figures: { done: '3', all: '4', flag: '1', answered: '0', asked: '0' },
      points: { c: '3', d: '2' },
    })
    // 1.5 + 1 + 3 + 2 + 1 = 8.5 of 11
    expect(sentence(settled)).toBe('Đạt 8,5/11 điểm, mất nhiều nhất ở đường dây nóng: 2 điểm')
  })

  test('is an interval while figures are missing', () => {
    expect(sentence(submission)).toBe('Đạt từ 7,5 đến 8,5/11 điểm, còn 1 tiêu chí thiếu số liệu')
  })
})

test('the address is read with care and written without empty words', () => {
  expect(readState({ filter: 'lost', sort: '-lost.flat', closed: 'g,h', q: 'so' })).toMatchObject({
    filter: 'lost',
    order: 'flat',
    search: 'so',
  })
  expect(readState({ filter: 'whatever', sort: 'name' })).toMatchObject({
    filter: undefined,
    order: 'official',
    search: '',
  })
  expect(readState({}).closed.size).toBe(0)
  expect([idsText([]), idsText(['a', 'b'])]).toEqual([undefined, 'a,b'])
})
