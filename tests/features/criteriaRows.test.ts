import { describe, expect, test } from 'vitest'
import {
  criteriaRows,
  type RowFilter,
  surenessOf,
  visibleRows,
} from '../../src/features/rule-set/criteriaRows.ts'
import type { Adjustment } from '../../src/model/ruleSet.ts'
import { aCriterion, aGroup, aPool, aReportedLeaf, aRuleSet, inferred, stated } from '../scoring/builders.ts'
import { plainRules } from '../scoring/lint/everyKind.ts'

const bonus: Adjustment = {
  id: 'thuong',
  name: 'Điểm thưởng',
  effect: 'bonus',
  ceiling: '3',
  rule: plainRules.perUnit,
  provenance: { certainty: 'illustrative', source: null },
}

const rows = criteriaRows(
  aRuleSet({
    criteria: [
      aGroup('mdsh', [
        aCriterion({ id: 'so-hoa', code: '4.2', name: 'Tỷ lệ hồ sơ thực hiện số hóa', provenance: inferred }),
        aGroup('muc', [aCriterion({ id: 'dung-lai', name: 'Sử dụng lại dữ liệu', nameEn: 'Reused data' })]),
      ]),
      aGroup('khac', [
        aReportedLeaf('x', null, {
          provenance: { ...stated, source: { documentId: 'a', place: 'mục III.8' } },
        }),
      ]),
    ],
    pools: [aPool('chung', ['x'], '5')],
    adjustments: [bonus],
  }),
)

const nothing: RowFilter = { search: '', only: undefined, kind: undefined, closed: new Set() }
const shown = (filter: Partial<RowFilter>) =>
  visibleRows(rows, { ...nothing, ...filter }, id => (id === 'so-hoa' ? ['Hồ sơ phải đồng bộ'] : [])).map(
    row => row.id,
  )

test('the official order: the tree, joint maxima, then bonus and penalty', () => {
  expect(rows.map(row => [row.kind, row.id, row.depth, row.maxPoints])).toEqual([
    ['group', 'mdsh', 0, '2'],
    ['leaf', 'so-hoa', 1, '1'],
    ['group', 'muc', 1, '1'],
    ['leaf', 'dung-lai', 2, '1'],
    ['group', 'khac', 0, null],
    ['leaf', 'x', 1, null],
    ['pool', 'chung', 0, '5'],
    ['adjustment', 'thuong', 0, '3'],
  ])
})

test('what cites nothing is that before anything else', () => {
  expect(rows.map(surenessOf).filter(each => each !== 'stated')).toEqual(['inferred', 'inferred', 'noSource'])
})

describe('a search', () => {
  test.each([
    ['so hoa', ['mdsh', 'so-hoa']],
    ['SỐ HÓA', ['mdsh', 'so-hoa']],
    ['  ho   so ', ['mdsh', 'so-hoa']],
    ['phai dong bo', ['mdsh', 'so-hoa']], // a figure it needs
    ['4.2', ['mdsh', 'so-hoa']],
    ['reused', ['mdsh', 'muc', 'dung-lai']], // with every group it stands in
    ['iii.8', ['khac', 'x']], // where it stands in the document
    ['diem thuong', ['thuong']],
    ['không có', []],
  ])('for “%s”', (search, ids) => {
    expect(shown({ search })).toEqual(ids)
  })
})

describe('a filter', () => {
  test('by how sure a line is, by rule kind, or both', () => {
    expect(shown({ only: 'inferred' })).toEqual(['mdsh', 'so-hoa', 'chung'])
    expect(shown({ only: 'noSource' })).toEqual(['thuong'])
    expect(shown({ kind: 'perUnit' })).toEqual(['thuong'])
    expect(shown({ kind: 'ratio', only: 'inferred' })).toEqual(['mdsh', 'so-hoa'])
  })
})

describe('folded groups', () => {
  test('hide what is below them at any depth', () => {
    expect(shown({ closed: new Set(['mdsh']) })).toEqual(['mdsh', 'khac', 'x', 'chung', 'thuong'])
    expect(shown({ closed: new Set(['muc', 'khac']) })).toEqual([
      'mdsh',
      'so-hoa',
      'muc',
      'khac',
      'chung',
      'thuong',
    ])
  })

  test('open for what is searched for', () => {
    expect(shown({ closed: new Set(['mdsh']), search: 'su dung lai' })).toEqual(['mdsh', 'muc', 'dung-lai'])
  })
})
