import { describe, expect, test } from 'vitest'
import { isLeaf, walkCriteria } from '../../../src/model/criteria.ts'
import type { FormItem } from '../../../src/model/form.ts'
import type { Criterion, RuleSet } from '../../../src/model/ruleSet.ts'
import type { Rule } from '../../../src/model/rules.ts'
import { formOf } from '../../../src/scoring/form/formOf.ts'
import { loadData } from '../../data/dataFiles.ts'
import { aCriterion, aGroup, aPool, aRatioRule, aReportedLeaf, aRuleSet, stated } from '../builders.ts'

const { ruleSets } = loadData()

function itemsOf(ruleSet: RuleSet): readonly FormItem[] {
  return formOf(ruleSet, null).areas.flatMap(area => area.items)
}

/** Groups of the one leaf of a rule, as layout, label and figures. */
function groupsOf(rule: Rule, parts: Partial<Criterion> = {}) {
  const [item] = itemsOf(aRuleSet({ criteria: [aCriterion({ rule, ...parts })] }))
  return item?.groups.map(({ layout, label, fields }) => [
    layout,
    label ?? null,
    fields.map(field => field.metric.id),
  ])
}

describe('what each kind of rule asks for', () => {
  test('a share is two boxes with a stroke; what else counts says what it is', () => {
    expect(groupsOf(aRatioRule())).toEqual([['fraction', null, ['done', 'all']]])
    expect(groupsOf({ kind: 'monitor', numerator: 'done', denominator: 'all' })).toEqual([
      ['fraction', null, ['done', 'all']],
    ])
    expect(
      groupsOf(
        aRatioRule({
          orDenominator: 'sent',
          fallbackDenominator: { metric: 'lastYear', divideBy: { month: '12' } },
          otherShares: [{ numerator: 'late', denominator: 'due' }],
        }),
      ),
    ).toEqual([
      ['fraction', null, ['done', 'all']],
      ['list', 'Lấy làm mẫu số nếu lớn hơn mẫu số trên', ['sent']],
      ['list', 'Chỉ dùng khi chưa có mẫu số', ['lastYear']],
      ['fraction', 'Tỷ lệ cộng vào tỷ lệ trên', ['late', 'due']],
    ])
  })

  test('parts and cases are a group each under their names', () => {
    const part = (label: string, rule: Extract<Rule, { kind: 'ratio' | 'yesNo' }>) => ({
      label,
      maxPoints: '0.5',
      rule,
    })
    const parts = [
      part('Vận hành', { kind: 'yesNo', metric: 'runs' }),
      part('Kết nối', aRatioRule({ orDenominator: 'sent' })),
    ]
    const expected = [
      ['ticks', 'Vận hành', ['runs']],
      ['fraction', 'Kết nối', ['done', 'all']],
      ['list', 'Kết nối: Lấy làm mẫu số nếu lớn hơn mẫu số trên', ['sent']],
    ]
    expect(groupsOf({ kind: 'sum', parts })).toEqual(expected)
    expect(groupsOf({ kind: 'bestOf', cases: parts })).toEqual(expected)
  })

  test('ticks, answers, days and lists', () => {
    expect(
      groupsOf({
        kind: 'checklist',
        items: [
          { metric: 'a', points: '0.5' },
          { metric: 'b', points: '0.5' },
        ],
      }),
    ).toEqual([['ticks', null, ['a', 'b']]])
    expect(
      groupsOf({ kind: 'everyOccurrence', items: [{ label: 'Báo cáo tuần', metrics: ['t1', 't2'] }] }),
    ).toEqual([['ticks', 'Báo cáo tuần', ['t1', 't2']]])
    expect(
      groupsOf({
        kind: 'lateness',
        since: { metric: 'from' },
        done: 'sent',
        allowedDays: 3,
        calendar: 'lich',
        bands: [],
      }),
    ).toEqual([['list', null, ['from', 'sent']]])
    expect(
      groupsOf({
        kind: 'formula',
        variables: [
          { name: 'a', metric: 'x' },
          { name: 'b', metric: 'x' },
          { name: 'c', metric: 'y' },
        ],
        cases: [{ expression: 'a + b + c' }],
        aboveMaximum: 'cap',
        whenUndefined: 'zero',
      }),
    ).toEqual([['list', null, ['x', 'y']]])
    expect(
      groupsOf({
        kind: 'bands',
        measure: { of: 'percent', numerator: 'n', denominator: 'd', whenDenominatorZero: 'zero' },
        bands: [{ points: '1' }],
      }),
    ).toEqual([['fraction', null, ['n', 'd']]])
  })

  test('a choice carries its answers', () => {
    const options = [{ value: '1', label: 'Đầy đủ', points: '1' }]
    const [item] = itemsOf(
      aRuleSet({ criteria: [aCriterion({ rule: { kind: 'choice', metric: 'level', options } })] }),
    )
    expect(item?.groups[0]?.fields[0]?.options).toEqual(options)
  })

  test('claimed points come with the figures that explain them, each once', () => {
    const readings = [{ rule: aRatioRule() }, { rule: aRatioRule({ numerator: 'paid' }) }]
    expect(groupsOf({ kind: 'reported' }, { readings })).toEqual([
      ['fraction', 'Số liệu giải thích điểm tự chấm', ['done', 'all']],
      ['list', null, ['paid']],
    ])
    const parts = [{ label: 'Vận hành', maxPoints: '1', rule: { kind: 'yesNo', metric: 'runs' } }] as const
    expect(groupsOf({ kind: 'reported' }, { readings: [{ rule: { kind: 'sum', parts } }] })).toEqual([
      ['ticks', 'Số liệu giải thích điểm tự chấm: Vận hành', ['runs']],
    ])
  })
})

test('who fills in what, and who may claim', () => {
  const items = itemsOf(
    aRuleSet({
      criteria: [
        aCriterion({ id: 'figures' }),
        aReportedLeaf('claim', '1', { assessedBy: 'self' }),
        aReportedLeaf('survey', '1', { assessedBy: 'survey' }),
        aCriterion({ id: 'review', assessedBy: 'review' }),
        aCriterion({
          id: 'watched',
          maxPoints: '0',
          rule: { kind: 'monitor', numerator: 'done', denominator: 'all' },
        }),
      ],
      adjustments: (['bonus', 'penalty'] as const).map(effect => ({
        id: effect,
        name: effect,
        effect,
        ceiling: '2',
        rule: { kind: 'perUnit', metric: `${effect}-count`, pointsPerUnit: '1' },
        provenance: stated,
      })),
    }),
  )
  expect(items.map(({ nodeId, filledBy, canClaim }) => [nodeId, filledBy, canClaim])).toEqual([
    ['figures', 'figures', true],
    ['claim', 'claim', true],
    ['survey', 'survey', false],
    ['review', 'review', false],
    ['watched', 'watched', false],
    ['bonus', 'figures', true],
    ['penalty', 'figures', false],
  ])
})

test('a figure two leaves look at is asked for once, and the second names the first', () => {
  const ruleSet = aRuleSet({
    criteria: [
      aGroup('area', [
        aCriterion({ id: 'a' }),
        aGroup('inner', [aCriterion({ id: 'b', rule: aRatioRule({ numerator: 'late' }) })]),
      ]),
    ],
  })
  const form = formOf(ruleSet, null)
  expect(form.metricIds).toEqual(['done', 'all', 'late'])
  const [a, b] = form.areas[0]?.items ?? []
  expect(a?.groups[0]?.fields.map(field => field.sameAs)).toEqual([null, null])
  expect(b?.groups[0]?.fields.map(field => field.sameAs)).toEqual([null, 'a'])
  expect(a?.above).toEqual([])
  expect(b?.above.map(group => group.code)).toEqual(['INNER'])
})

describe('levels', () => {
  const ruleSet = aRuleSet({
    criteria: [
      aGroup('area', [aCriterion({ id: 'a', rule: aRatioRule({ numerator: 'x' }) })], {
        appliesTo: ['department', 'province'],
      }),
      aCriterion({ id: 'b' }),
    ],
  })
  const exemptFor = (level: Parameters<typeof formOf>[1]) =>
    formOf(ruleSet, level).areas.flatMap(area => area.items.map(item => item.notForLevel?.vi ?? null))

  test('a group that is for others exempts the leaves below it, with the reason', () => {
    expect(exemptFor('commune')).toEqual(['Chỉ áp dụng cho sở, ban, ngành; cấp tỉnh', null])
    expect(exemptFor('department')).toEqual([null, null])
    expect(exemptFor(null)).toEqual([null, null])
  })

  test('figures of exempt leaves and of surveys are not asked', () => {
    // Leaf a looks at x and all, leaf b at done and all.
    expect(formOf(ruleSet, 'commune').metricIds).toEqual(['done', 'all'])
    expect(formOf(ruleSet, 'department').metricIds).toEqual(['x', 'all', 'done'])
    const surveyed = aRuleSet({ criteria: [aCriterion({ assessedBy: 'survey' })] })
    expect(formOf(surveyed, null).metricIds).toEqual([])
  })
})

test('a leaf of a pool says what it has together with others', () => {
  const [item] = itemsOf(
    aRuleSet({ criteria: [aReportedLeaf('a', null)], pools: [aPool('chung', ['a'], '6.5')] }),
  )
  expect(item?.maxPoints).toBeNull()
  expect(item?.pool).toMatchObject({ id: 'chung', maxPoints: '6.5' })
  expect(item?.canClaim).toBe(true)
})

test.each(ruleSets.map(ruleSet => [ruleSet.id, ruleSet] as const))(
  '%s: every leaf and adjustment once, in the order of the document',
  (_, ruleSet) => {
    const form = formOf(ruleSet, null)
    const leaves = walkCriteria(ruleSet).flatMap(({ criterion }) => (isLeaf(criterion) ? [criterion.id] : []))
    const adjustments = (ruleSet.adjustments ?? []).map(each => each.id)
    expect(form.areas.flatMap(area => area.items.map(item => item.nodeId))).toEqual([
      ...leaves,
      ...adjustments,
    ])
    expect(new Set(form.metricIds).size).toBe(form.metricIds.length)
    expect(form.areas.at(-1)?.id === 'adjustments').toBe(adjustments.length > 0)
  },
)
