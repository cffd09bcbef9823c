import { describe, expect, test } from 'vitest'
import type { SheetOutline } from '../../../src/model/sheetComparison.ts'
import { compareSheets } from '../../../src/scoring/change/compareSheets.ts'

type Node = SheetOutline['nodes'][number]

const known = (from: string, to = from) => ({ kind: 'known', from, to }) as const

const leaf = (
  id: string,
  parentId: string | null,
  points: Node['points'],
  maxPoints: string | null,
): Node => ({
  criterionId: id,
  code: id,
  name: `Tiêu chí ${id}`,
  parentId,
  isLeaf: true,
  maxPoints,
  points,
})

const area = (id: string, points: Node['points'], maxPoints: string): Node => ({
  ...leaf(id, null, points, maxPoints),
  isLeaf: false,
})

const penalty = (from: string, to = from) =>
  ({ adjustmentId: 'phat', name: 'Điểm trừ', effect: 'penalty', ceiling: '2', points: { from, to } }) as const

const older: SheetOutline = {
  total: { points: known('7.5'), maxPoints: '10' },
  nodes: [
    area('I', known('7.5'), '10'),
    leaf('I.1', 'I', known('4.5'), '6'),
    leaf('I.2', 'I', known('3'), '4'),
  ],
  adjustments: [penalty('0')],
}

describe('two score sheets', () => {
  test('that say the same', () => {
    const { isSame, changed, shared, total, areas } = compareSheets(older, structuredClone(older))
    expect([isSame, changed, shared]).toEqual([true, [], 3])
    expect(total.difference).toEqual({ from: '0', to: '0' })
    expect(areas.map(line => line.nodeId)).toEqual(['I', 'phat'])
  })

  test('differences are exact, at both ends of what is open', () => {
    const newer: SheetOutline = {
      total: { points: known('22/3', '31/3'), maxPoints: '12' },
      nodes: [
        area('I', known('22/3', '31/3'), '12'),
        leaf('I.1', 'I', known('13/3'), '6'),
        leaf('I.2', 'I', known('3', '6'), '6'),
      ],
      adjustments: [penalty('0')],
    }
    const { changed, total, isSame } = compareSheets(older, newer)
    expect(isSame).toBe(false)
    // 22/3 − 15/2 = 44/6 − 45/6; 31/3 − 15/2 = 62/6 − 45/6
    expect(total.difference).toEqual({ from: '-1/6', to: '17/6' })
    // 13/3 − 9/2 = 26/6 − 27/6
    expect(changed.map(line => [line.nodeId, line.difference])).toEqual([
      ['I.1', { from: '-1/6', to: '-1/6' }],
      ['I.2', { from: '0', to: '3' }],
    ])
  })

  test('what came, went, or has no points has no difference', () => {
    const newer: SheetOutline = {
      total: { points: { kind: 'unknown', atLeast: '3' }, maxPoints: '10' },
      nodes: [
        area('I', { kind: 'unknown', atLeast: '3' }, '10'),
        leaf('I.2', 'I', null, '4'),
        leaf('I.3', 'I', known('3'), null),
      ],
      adjustments: [],
    }
    const { changed, total, shared } = compareSheets(older, newer)
    expect([total.difference, total.after?.points, shared]).toEqual([null, null, 1])
    expect(
      changed.map(line => [line.nodeId, line.before?.points?.to, line.after?.points?.to, line.difference]),
    ).toEqual([
      ['I.2', '3', undefined, null],
      ['I.3', undefined, '3', null],
      ['I.1', '4.5', undefined, null],
      ['phat', '0', undefined, null],
    ])
  })

  test('a penalty takes away: more of it is less', () => {
    const { changed } = compareSheets(older, { ...older, adjustments: [penalty('0.5', '2')] })
    // from −0 to −2…−0.5
    expect(changed.map(line => [line.after?.points, line.difference])).toEqual([
      [
        { from: '-2', to: '-0.5' },
        { from: '-2', to: '-0.5' },
      ],
    ])
  })

  test('a leaf at the top is an area of its own', () => {
    const flat: SheetOutline = {
      total: { points: known('1'), maxPoints: '1' },
      nodes: [leaf('A', null, known('1'), '1')],
      adjustments: [],
    }
    const { areas, shared } = compareSheets(flat, flat)
    expect([areas.map(line => [line.nodeId, line.kind]), shared]).toEqual([[['A', 'leaf']], 1])
  })
})
