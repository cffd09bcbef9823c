import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Criterion, RuleSet } from '../../src/model/ruleSet.ts'
import type { FieldChange, RuleSetChange } from '../../src/model/ruleSetChange.ts'
import type { Rule } from '../../src/model/rules.ts'
import { compareRuleSets } from '../../src/scoring/compareRuleSets.ts'
import { loadData } from '../data/dataFiles.ts'
import {
  aBand,
  aCriterion,
  aGroup,
  aPool,
  aRatioRule,
  aReportedLeaf,
  aRuleSet,
  inferred,
  roundingAt,
  stated,
  toPlaces,
} from './builders.ts'
import { addsUpTo, deepFreeze } from './fractions.ts'
import { everyKind, plainRules } from './lint/everyKind.ts'

/** "targetPercent 100→80 −20" */
const told = (fields: readonly FieldChange[]) =>
  fields.map(
    ({ path, from, to, difference }) =>
      `${path.join('.')} ${from}→${to}${difference === null ? '' : ` ${difference}`}`,
  )

/** What changed at one leaf whose rule changed. */
function ruleChange(from: Rule, to: Rule): readonly string[] {
  const set = (rule: Rule) => aRuleSet({ metrics: [], criteria: [aCriterion({ rule })] })
  const [changed] = compareRuleSets(set(from), set(to)).changed
  return told(changed?.rule?.fields ?? [])
}

/** What changed at one leaf. */
function leafChange(from: Partial<Criterion>, to: Partial<Criterion>) {
  const [changed] = compareRuleSets(
    aRuleSet({ criteria: [aCriterion(from)] }),
    aRuleSet({ criteria: [aCriterion(to)] }),
  ).changed
  return changed
}

describe('criteria', () => {
  test('that came and went, groups with everything below them', () => {
    const change = compareRuleSets(
      aRuleSet({
        criteria: [aGroup('a', [aCriterion({ id: 'a1' })]), aGroup('b', [aCriterion({ id: 'b1' })])],
      }),
      aRuleSet({ criteria: [aGroup('a', [aCriterion({ id: 'a1' }), aCriterion({ id: 'a2' })])] }),
    )
    expect(change.added.map(place => [place.criterion.id, place.parentId, place.depth])).toEqual([
      ['a2', 'a', 1],
    ])
    expect(change.removed.map(place => place.criterion.id)).toEqual(['b', 'b1'])
    expect(change.shared).toBe(2)
    expect(change.changed.map(each => [each.id, each.isLeaf])).toEqual([['a', false]]) // 1 → 2 points
  })

  test('that moved under another one, to the top, or to another number', () => {
    const leaf = aCriterion({ id: 'x', code: '1.1' })
    const other = aCriterion({ id: 'y' })
    const moved = compareRuleSets(
      aRuleSet({ criteria: [aGroup('a', [leaf, other]), aGroup('b', [aCriterion({ id: 'z' })])] }),
      aRuleSet({
        criteria: [aGroup('a', [other]), aGroup('b', [aCriterion({ id: 'z' }), { ...leaf, code: '2.2' }])],
      }),
    ).changed.find(each => each.id === 'x')
    expect(moved).toMatchObject({
      parent: { from: 'a', to: 'b' },
      code: { from: '1.1', to: '2.2' },
      name: null,
    })
    const [top] = compareRuleSets(
      aRuleSet({ criteria: [aGroup('a', [leaf])] }),
      aRuleSet({ criteria: [leaf] }),
    ).changed
    expect(top?.parent).toEqual({ from: 'a', to: null })
  })

  test('that were renamed; a short name or a translation of ours is no change', () => {
    expect(leafChange({ name: 'Hồ sơ' }, { name: 'Hồ sơ trực tuyến' })?.name).toEqual({
      from: 'Hồ sơ',
      to: 'Hồ sơ trực tuyến',
    })
    expect(leafChange({ shortName: 'a', nameEn: 'x' }, { shortName: 'b', nameEn: 'y' })).toBeUndefined()
  })

  test.each([
    ['2', '1.5', '-0.5'],
    ['0.1', '0.3', '0.2'], // a float would say 0.19999999999999998
    ['13.5', '13.55', '0.05'],
    [null, '2', null],
    ['2', null, null],
  ])('worth %s, then %s: a difference of %s', (from, to, difference) => {
    const change = compareRuleSets(
      aRuleSet({ criteria: [aReportedLeaf('a', from)] }),
      aRuleSet({ criteria: [aReportedLeaf('a', to)] }),
    )
    expect(change.changed.map(each => each.maximum)).toEqual([{ from, to, difference }])
  })

  test('worth the same in other writing, from another source, with other readings and notes', () => {
    const change = compareRuleSets(
      aRuleSet({ criteria: [aReportedLeaf('a', '2', { note: 'cũ', provenance: stated })] }),
      aRuleSet({
        criteria: [aReportedLeaf('a', '2.0', { provenance: inferred, readings: [{ rule: aRatioRule() }] })],
      }),
    )
    expect(change.changed).toEqual([])
  })

  test('assessed by somebody else, rounded otherwise, with other policies', () => {
    const change = leafChange(
      { assessedBy: 'self', rounding: { ratio: toPlaces(2) } },
      { rounding: { ratio: toPlaces(1), leaf: null }, states: { missing: 'zero' } },
    )
    expect(told(change?.fields ?? [])).toEqual([
      'assessedBy self→null',
      'rounding.ratio.places 2→1 -1',
      'states.missing null→zero',
    ])
  })
})

describe('rules', () => {
  test('of another kind carry both rules and no fields', () => {
    const change = leafChange({ rule: aRatioRule() }, { rule: plainRules.yesNo })
    expect(change?.rule).toEqual({ kind: { from: 'ratio', to: 'yesNo' }, fields: [] })
    expect([change?.from.rule?.kind, change?.to.rule?.kind]).toEqual(['ratio', 'yesNo'])
  })

  test('of a leaf that became a group', () => {
    const change = compareRuleSets(
      aRuleSet({ criteria: [aCriterion({ id: 'a' })] }),
      aRuleSet({ criteria: [aGroup('a', [aCriterion({ id: 'a1' })])] }),
    )
    expect(change.changed[0]?.rule).toEqual({ kind: { from: 'ratio', to: null }, fields: [] })
    expect(change.points).toEqual({ removed: '0', added: '1', changed: '-1', unknown: '0' })
  })

  test.each<[string, Rule, Rule, readonly string[]]>([
    [
      'target and floor of a ratio',
      aRatioRule({ targetPercent: '80' }),
      aRatioRule({ targetPercent: '90', floorPercent: '50' }),
      ['targetPercent 80→90 10', 'floorPercent null→50'],
    ],
    [
      'what a ratio counts',
      aRatioRule(),
      aRatioRule({
        numerator: 'sent',
        complement: true,
        otherShares: [{ numerator: 'a', denominator: 'b' }],
      }),
      [
        'numerator done→sent',
        'complement null→true',
        'otherShares.0.numerator null→a',
        'otherShares.0.denominator null→b',
      ],
    ],
    [
      'edges and points of bands, place by place',
      plainRules.bands,
      {
        ...plainRules.bands,
        bands: [
          { from: '5', points: '2' },
          { from: '2', to: '5', points: '1.5' },
          { to: '2', points: '0' },
        ],
      },
      ['bands.0.from 4→5 1', 'bands.1.to 4→5 1', 'bands.1.points 1→1.5 0.5'],
    ],
    [
      'a band more, by its edges',
      plainRules.bands,
      {
        ...plainRules.bands,
        bands: [
          { from: '4', points: '2' },
          { from: '3', to: '4', points: '1.5' },
          { from: '2', to: '3', points: '1' },
          { to: '2', points: '0' },
        ],
      },
      [
        'bands.2–4.from 2→null',
        'bands.2–4.to 4→null',
        'bands.2–4.points 1→null',
        'bands.3–4.from null→3',
        'bands.3–4.to null→4',
        'bands.3–4.points null→1.5',
        'bands.2–3.from null→2',
        'bands.2–3.to null→3',
        'bands.2–3.points null→1',
      ],
    ],
    [
      'an edge that is taken in',
      plainRules.bands,
      {
        ...plainRules.bands,
        otherwise: '0',
        bands: [
          { from: '4', fromExclusive: true, points: '2' },
          { from: '2', to: '4', toInclusive: true, points: '1' },
          { to: '2', points: '0' },
        ],
      },
      ['bands.0.fromExclusive null→true', 'bands.1.toInclusive null→true', 'otherwise null→0'],
    ],
    [
      'options by their value, whatever their order',
      plainRules.choice,
      {
        ...plainRules.choice,
        options: [
          { value: '2', label: 'Chưa đủ', points: '0.5' },
          { value: '1', label: 'Đầy đủ', points: '2' },
        ],
      },
      [
        'options.1.label Đủ→Đầy đủ',
        'options.2.points 1→0.5 -0.5',
        'options.3.value 3→null',
        'options.3.label Không→null',
        'options.3.points 0→null',
      ],
    ],
    [
      'items by their metric',
      plainRules.checklist,
      { kind: 'checklist', items: [{ metric: 'report', points: '2' }] },
      ['items.plan.metric plan→null', 'items.plan.points 0.5→null', 'items.report.points 1.5→2 0.5'],
    ],
    [
      'a deduction in points instead of percent',
      plainRules.deduction,
      {
        ...plainRules.deduction,
        items: [
          { metric: 'warnings', each: { percentOfMax: '10' } },
          { metric: 'breaches', each: { percentOfMax: '50' } },
        ],
      },
      [
        'items.warnings.each.points 0.5→null',
        'items.warnings.each.percentOfMax null→10',
        'items.breaches.each.percentOfMax 25→50 25',
      ],
    ],
    [
      'parts by their label, rules inside them',
      { kind: 'sum', parts: [{ label: 'A', maxPoints: '1', rule: aRatioRule({ targetPercent: '80' }) }] },
      { kind: 'sum', parts: [{ label: 'A', maxPoints: '2', rule: aRatioRule({ targetPercent: '60' }) }] },
      ['parts.A.maxPoints 1→2 1', 'parts.A.rule.targetPercent 80→60 -20'],
    ],
    [
      'cases of a formula, whose numbers are no amounts',
      plainRules.formula,
      {
        ...plainRules.formula,
        cases: [{ when: 'done >= all', expression: '3' }, { expression: 'done / all * 3' }],
      },
      ['cases.0.expression 2→3', 'cases.1.expression done / all * 2→done / all * 3'],
    ],
    [
      'metrics of an item that must be in time',
      plainRules.everyOccurrence,
      { kind: 'everyOccurrence', items: [{ label: 'Báo cáo tháng', metrics: ['january', 'march'] }] },
      ['items.Báo cáo tháng.metrics.february february→null', 'items.Báo cáo tháng.metrics.march null→march'],
    ],
    [
      'bands over ranks instead of a line',
      {
        kind: 'rank',
        measure: { of: 'value', metric: 'a' },
        direction: 'higherIsBetter',
        ties: 'dense',
        points: 'linear',
      },
      {
        kind: 'rank',
        measure: { of: 'value', metric: 'a' },
        direction: 'higherIsBetter',
        ties: 'competition',
        points: { bands: [{ from: '1', points: '2' }] },
      },
      [
        'ties dense→competition',
        'points linear→null',
        'points.bands.1–.from null→1',
        'points.bands.1–.points null→2',
      ],
    ],
    [
      'days allowed and the day they are counted from',
      plainRules.lateness,
      { ...plainRules.lateness, since: { date: '2026-11-30' }, allowedDays: 5 },
      ['since.metric due→null', 'since.date null→2026-11-30', 'allowedDays 2→5 3'],
    ],
  ])('of one kind: %s', (_, from, to, fields) => {
    expect(ruleChange(from, to)).toEqual(fields)
  })
})

describe('the rest of a set', () => {
  const changeOf = (from: Partial<RuleSet>, to: Partial<RuleSet>) =>
    compareRuleSets(aRuleSet(from), aRuleSet(to))

  test('rounding, place by place', () => {
    expect(
      changeOf(
        { rounding: roundingAt({ leaf: toPlaces(2), total: toPlaces(2) }) },
        { rounding: roundingAt({ leaf: toPlaces(2, 'halfEven'), ratio: toPlaces(2), total: toPlaces(2) }) },
      ).rounding,
    ).toEqual([
      { place: 'ratio', from: null, to: toPlaces(2) },
      { place: 'leaf', from: toPlaces(2), to: toPlaces(2, 'halfEven') },
    ])
  })

  test('grade bands', () => {
    const { bands } = changeOf(
      { bands: [aBand('tot', '80'), aBand('kha', '65'), aBand('yeu', '0')] },
      { bands: [aBand('xuat-sac', '90'), aBand('tot', '80.0'), { ...aBand('yeu', '0'), name: 'Kém' }] },
    )
    expect(bands.added.map(band => band.id)).toEqual(['xuat-sac'])
    expect(bands.removed.map(band => band.id)).toEqual(['kha'])
    expect(bands.changed.map(each => [each.id, each.threshold, told(each.fields)])).toEqual([
      ['yeu', null, ['name Mức yeu→Kém']],
    ])
    const [lifted] = changeOf({ bands: [aBand('tot', '80')] }, { bands: [aBand('tot', '82.5')] }).bands
      .changed
    expect(lifted?.threshold).toEqual({ from: '80', to: '82.5', difference: '2.5' })
  })

  test('bonus and penalty points', () => {
    const bonus = {
      id: 'thuong',
      name: 'Điểm thưởng',
      effect: 'bonus',
      ceiling: '2',
      rule: plainRules.perUnit,
      provenance: stated,
    } as const
    const { adjustments } = changeOf(
      { adjustments: [bonus, { ...bonus, id: 'cu' }] },
      { adjustments: [{ ...bonus, ceiling: '5', rule: { ...plainRules.perUnit, pointsPerUnit: '1' } }] },
    )
    expect(adjustments.removed.map(each => each.id)).toEqual(['cu'])
    const [changed] = adjustments.changed
    expect(changed?.ceiling).toEqual({ from: '2', to: '5', difference: '3' })
    expect(told(changed?.rule?.fields ?? [])).toEqual(['pointsPerUnit 0.5→1 0.5'])
  })

  test('metrics', () => {
    const [done, all] = [
      { id: 'done', name: 'Đúng hạn', unit: 'hồ sơ', valueType: 'count' },
      { id: 'all', name: 'Tổng số', unit: 'hồ sơ', valueType: 'count' },
    ] as const
    const { metrics } = changeOf(
      { metrics: [done, all] },
      {
        metrics: [
          { ...done, unit: 'lượt', definition: 'Đếm theo lượt' },
          { ...all, id: 'total' },
        ],
      },
    )
    expect(metrics.added.map(each => each.id)).toEqual(['total'])
    expect(metrics.removed.map(each => each.id)).toEqual(['all'])
    expect(metrics.changed.map(each => [each.id, told(each.fields)])).toEqual([
      ['done', ['unit hồ sơ→lượt', 'definition null→Đếm theo lượt']],
    ])
  })

  test('calendars, day by day', () => {
    const [calendar] = everyKind().calendars ?? []
    if (!calendar) throw new Error('the set has a calendar')
    const next = { ...calendar, to: '2026-12-31', holidays: calendar.holidays.slice(1), workedDays: [] }
    const { calendars } = compareRuleSets(everyKind(), everyKind({ calendars: [next] }))
    expect(calendars.changed.map(each => told(each.fields))).toEqual([
      [
        'to 2026-06-30→2026-12-31',
        'holidays.2026-04-30.date 2026-04-30→null',
        'holidays.2026-04-30.name Ngày Chiến thắng→null',
        'workedDays.2026-05-09 2026-05-09→null',
      ],
    ])
    expect(compareRuleSets(everyKind(), everyKind({ calendars: [] })).calendars.removed).toEqual([calendar])
  })

  test('scale, ties, grading, absent figures, rescaling', () => {
    const change = compareRuleSets(
      everyKind(),
      everyKind({
        scale: '48',
        tieStyle: 'dense',
        grading: { on: 'rounded', overrides: [], quotas: [] },
        states: { missing: 'zero' },
        rescaling: { criterionIds: ['survey'], to: '50', provenance: stated },
      }),
    )
    expect(change.scale).toEqual({ from: '46', to: '48', difference: '2' })
    const said = told(change.fields)
    expect(said).toEqual(
      expect.arrayContaining([
        'tieStyle competition→dense',
        'grading.overrides.disciplined.bandId yeu→null',
        'grading.quotas.tot.maxPercent 20→null',
        'grading.on null→rounded',
        'states.missing null→zero',
        'rescaling.to 46→50 4',
      ]),
    )
  })

  test('joint maxima', () => {
    const leaves = [aReportedLeaf('a', null), aReportedLeaf('b', null)]
    const change = changeOf(
      { criteria: leaves, pools: [aPool('p', ['a', 'b'], '5')] },
      { criteria: leaves, pools: [aPool('p', ['a', 'b'], '6.5')] },
    )
    expect(change.pools.changed.map(each => each.maximum)).toEqual([
      { from: '5', to: '6.5', difference: '1.5' },
    ])
    // The scale went from 5 to 6.5 and no leaf says why.
    expect(change.points).toEqual({ removed: '0', added: '0', changed: '0', unknown: '1.5' })
  })

  test('titles, dates, versions, documents and examples are another set’s own', () => {
    const change = changeOf(
      { id: 'cu', title: 'Cũ', validTo: '2026-12-31', examples: [], note: 'a' },
      { version: '2', validFrom: '2027-01-01', supersedes: 'cu', decisionId: 'khac' },
    )
    expect(change.isSame).toBe(true)
  })
})

test('points: 10 − 3 that went + 4 that came + 1 more for one = 12', () => {
  const set = (leaves: Readonly<Record<string, string>>) =>
    aRuleSet({
      criteria: [
        aGroup(
          'g',
          Object.entries(leaves).map(([id, max]) => aCriterion({ id, maxPoints: max })),
        ),
      ],
    })
  const change = compareRuleSets(set({ a: '5', b: '3', c: '2' }), set({ a: '5', c: '3', d: '4' }))
  expect(change.scale).toEqual({ from: '10', to: '12', difference: '2' })
  expect(change.points).toEqual({ removed: '3', added: '4', changed: '1', unknown: '0' })
})

const empty: Pick<
  RuleSetChange,
  'added' | 'removed' | 'changed' | 'scale' | 'rounding' | 'fields' | 'points'
> = {
  added: [],
  removed: [],
  changed: [],
  scale: null,
  rounding: [],
  fields: [],
  points: { removed: '0', added: '0', changed: '0', unknown: '0' },
}

describe('what agencies are asked for', () => {
  const paper = (id: string, title: string) => ({ id, title, titleEn: title, provenance: stated })

  test('levels and documents that came, went and are called otherwise are told apart from the rule', () => {
    const changed = leafChange(
      { appliesTo: ['department'], requiredEvidence: [paper('a', 'Báo cáo'), paper('b', 'Danh sách')] },
      {
        appliesTo: ['department', 'commune'],
        requiredEvidence: [paper('b', 'Danh sách hồ sơ'), paper('c', 'Ảnh chụp')],
      },
    )
    expect(told(changed?.asked ?? [])).toEqual([
      'appliesTo.commune null→commune',
      'requiredEvidence.a.id a→null',
      'requiredEvidence.a.title Báo cáo→null',
      'requiredEvidence.b.title Danh sách→Danh sách hồ sơ',
      'requiredEvidence.c.id null→c',
      'requiredEvidence.c.title null→Ảnh chụp',
    ])
    expect(changed).toMatchObject({ rule: null, maximum: null, fields: [] })
  })

  test('their order, our translations and where they come from change nothing', () => {
    const from = { requiredEvidence: [paper('a', 'Báo cáo'), paper('b', 'Danh sách')] }
    const other = { ...paper('a', 'Báo cáo'), titleEn: 'Report', provenance: inferred }
    expect(leafChange(from, { requiredEvidence: [paper('b', 'Danh sách'), other] })).toBeUndefined()
  })

  test('they move no point, and neither does a running total', () => {
    const from = aRuleSet({ criteria: [aCriterion()] })
    const [first, ...rest] = from.metrics
    if (!first) throw new Error('the rule has metrics')
    const to = aRuleSet({
      criteria: [aCriterion({ appliesTo: ['commune'] })],
      metrics: [{ ...first, isCumulative: true }, ...rest],
    })
    const change = compareRuleSets(from, to)
    expect(change.isSame).toBe(false)
    expect(change.points).toEqual(empty.points)
    expect(change.metrics.changed.map(each => told(each.fields))).toEqual([['isCumulative null→true']])
  })
})

describe('nothing is reported where nothing changed', () => {
  const sets = [everyKind(), ...loadData().ruleSets]
  test.each(sets.map(set => [set.id, set] as const))('%s against its own copy', (_, ruleSet) => {
    const change = compareRuleSets(ruleSet, structuredClone(ruleSet))
    expect(change).toMatchObject({ ...empty, isSame: true })
    for (const list of [change.bands, change.adjustments, change.metrics, change.pools, change.calendars])
      expect(list).toEqual({ added: [], removed: [], changed: [] })
  })
})

/** Sets over the same few ids, so that things come, go, move and change. */
const ids = ['a', 'b', 'c', 'd', 'e', 'f']
const points = fc.constantFrom('0.5', '1', '1.0', '2', '2.25')
const rules = fc.constantFrom<Rule>(
  ...Object.values(plainRules),
  aRatioRule({ targetPercent: '80' }),
  { ...plainRules.bands, bands: [{ points: '1' }] },
  { ...plainRules.choice, options: [{ value: '2', label: 'Đủ', points: '2' }] },
  { kind: 'reported' },
)
const leaf = fc.record({
  code: fc.constantFrom('1', '2'),
  maxPoints: fc.option(points, { freq: 4 }),
  rule: rules,
})
const ruleSets = fc
  .record({
    chosen: fc.subarray(ids),
    leaves: fc.array(leaf, { minLength: ids.length, maxLength: ids.length }),
    inFirst: fc.array(fc.boolean(), { minLength: ids.length, maxLength: ids.length }),
    bands: fc.subarray(['x', 'y', 'z']),
    from: fc.constantFrom('50', '60', '80.0', '80'),
    leafRounding: fc.option(fc.constantFrom(toPlaces(1), toPlaces(2))),
  })
  .map(({ chosen, leaves, inFirst, bands, from, leafRounding }) => {
    const placed = ids.flatMap((id, index) => {
      const drawn = leaves[index]
      return drawn && chosen.includes(id)
        ? [{ isFirst: inFirst[index], leaf: aCriterion({ id, ...drawn }) }]
        : []
    })
    const group = (id: string, isFirst: boolean) =>
      aGroup(
        id,
        placed.filter(each => each.isFirst === isFirst).map(each => each.leaf),
      )
    return aRuleSet({
      criteria: [group('first', true), group('second', false)],
      bands: bands.map(id => aBand(id, from)),
      rounding: roundingAt({ leaf: leafRounding }),
    })
  })

/** Everything that is said, each entry as one text, in no order; turned round where `backwards`. */
function entries(change: RuleSetChange, backwards: boolean): readonly string[] {
  const turn = (difference: string | null) =>
    backwards && difference !== null
      ? difference.startsWith('-')
        ? difference.slice(1)
        : `-${difference}`
      : difference
  const pair = (name: string, shift: { from: unknown; to: unknown; difference?: string | null } | null) => {
    if (!shift) return []
    const [from, to] = backwards ? [shift.to, shift.from] : [shift.from, shift.to]
    return [`${name}: ${JSON.stringify(from)}→${JSON.stringify(to)} ${turn(shift.difference ?? null)}`]
  }
  const fields = (name: string, list: readonly FieldChange[]) =>
    list.flatMap(each => pair(`${name} ${each.path.join('.')}`, each))
  const list = (
    name: string,
    { added, removed }: { added: readonly { id: string }[]; removed: readonly { id: string }[] },
  ) => [
    ...(backwards ? removed : added).map(each => `${name} + ${each.id}`),
    ...(backwards ? added : removed).map(each => `${name} − ${each.id}`),
  ]
  const criteria = {
    added: change.added.map(place => place.criterion),
    removed: change.removed.map(place => place.criterion),
  }
  return [
    ...list('criterion', criteria),
    ...list('band', change.bands),
    ...list('metric', change.metrics),
    ...change.bands.changed.flatMap(each => pair(`band ${each.id}`, each.threshold)),
    ...change.rounding.flatMap(each => pair(each.place, each)),
    ...change.changed.flatMap(each => [
      ...pair(`${each.id} parent`, each.parent),
      ...pair(`${each.id} code`, each.code),
      ...pair(`${each.id} maximum`, each.maximum),
      ...pair(`${each.id} kind`, each.rule?.kind ?? null),
      ...fields(each.id, each.rule?.fields ?? []),
    ]),
    ...pair('scale', change.scale),
    ...fields('set', change.fields),
  ].toSorted()
}

test('from A to B is from B to A turned round, and the points add up', () => {
  fc.assert(
    fc.property(ruleSets, ruleSets, (a, b) => {
      deepFreeze(a)
      deepFreeze(b)
      const [forward, back] = [compareRuleSets(a, b), compareRuleSets(b, a)]
      expect(entries(forward, false)).toEqual(entries(back, true))
      expect(forward.isSame).toBe(back.isSame)
      expect(forward.shared).toBe(back.shared)
      const { added, changed, unknown, removed } = forward.points
      expect(addsUpTo([a.scale, added, changed, unknown, `-${removed}`], b.scale)).toBe(true)
    }),
    { numRuns: 300 },
  )
})
