import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeAgencies } from '../../src/io/decode.ts'
import { ruleSetHash } from '../../src/io/hash/ruleSetHash.ts'
import { readPackage } from '../../src/io/package/readPackage.ts'
import type { Agency } from '../../src/model/agency.ts'
import { canonicalJson } from '../../src/model/canonicalJson.ts'
import { type Draft, type DraftEdit, editDraft } from '../../src/model/draft.ts'
import type { RuleSet } from '../../src/model/ruleSet.ts'
import type { Submission } from '../../src/model/submission.ts'
import { assessDraft } from '../../src/state/assessment/assess.ts'
import { makePackage } from '../../src/state/assessment/makePackage.ts'
import { newDraft } from '../../src/state/assessment/newDraft.ts'
import { versionChange } from '../../src/state/assessment/otherVersion.ts'
import { draftOfPackage } from '../../src/state/assessment/toDraft.ts'
import { weighPackage } from '../../src/state/assessment/weighPackage.ts'
import { aMonthBefore, aWard, files, growing, shippedRuleSet, unwrap } from '../io/package/samplePackage.ts'

const now = '2026-11-21T09:30:00.000Z'
const { agencies } = unwrap(decodeAgencies(readFileSync('data/agencies.json', 'utf8'), 'agencies.json'))
const agencyOf = (id: string): Agency => {
  const found = agencies.find(each => each.id === id)
  if (!found) throw new Error(`no agency ${id}`)
  return found
}

const ward = agencyOf('mh-phuong-ngan-minh')
const sets: readonly (readonly [RuleSet, Agency, string])[] = [
  [shippedRuleSet('mau-tinh-cqs'), ward, '2026-11'],
  [shippedRuleSet('mau-tinh-cqs'), agencyOf('mh-so-xay-dung'), '2026-11'],
  [shippedRuleSet('qd766-2022'), agencyOf('h15-157'), '2026-11-11'],
  [shippedRuleSet('par-index-2022'), ward, '2026'],
  [shippedRuleSet('papi-8'), ward, '2026'],
]

function blank(ruleSet: RuleSet, agency: Agency, period: string): Draft {
  return newDraft({
    ruleSet,
    sha256: ruleSetHash(ruleSet),
    agency,
    period,
    now,
    id: 'nhap',
    origin: { from: 'blank' },
  })
}

function assess(draft: Draft, ruleSet: RuleSet, agency: Agency) {
  return assessDraft({
    draft,
    ruleSet,
    ruleSetSha256: ruleSetHash(ruleSet),
    agency,
    documents: [],
    previous: null,
    peers: [],
  })
}

/** What people leave in fields: figures, doubtful and unreadable texts, states, nothing. */
const entry = fc.oneof(
  { weight: 6, arbitrary: fc.nat(2_000).map(value => ({ state: 'typed' as const, text: String(value) })) },
  {
    weight: 3,
    arbitrary: fc
      .constantFrom(
        '1.464',
        '45,5 %',
        '1 234',
        '05/03/2026',
        'có',
        '0',
        '１２３',
        'chưa rõ',
        '',
        '=1+1',
        '__proto__',
      )
      .map(text => ({ state: 'typed' as const, text })),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      state: fc.constantFrom('missing' as const, 'notApplicable' as const, 'withheld' as const),
      // Accents apart, as a Mac types them.
      note: fc.constantFrom('Chưa có số liệu', 'Chưa có số liệu'.normalize('NFD'), ''),
    }),
  },
)

function anyDraft(ruleSet: RuleSet, agency: Agency, period: string): fc.Arbitrary<Draft> {
  const leaves = ruleSet.criteria.flatMap(area => [area, ...(area.subCriteria ?? [])]).map(each => each.id)
  const criterionId = fc.constantFrom(...leaves)
  const fields = ruleSet.metrics.map(metric =>
    fc.record({ kind: fc.constant('field' as const), metricId: fc.constant(metric.id), entry }),
  )
  const words = fc.constantFrom(
    'Đang chờ số liệu của Sở',
    'Vì quy định mới <b>&"\'',
    ' ',
    'ê'.normalize('NFD'),
  )
  const edit: fc.Arbitrary<DraftEdit> = fc.oneof(
    ...(fields.length > 0 ? [{ weight: 8, arbitrary: fc.oneof(...fields) }] : []),
    fc.record({
      kind: fc.constant('claim' as const),
      criterionId,
      claim: fc.record({ text: fc.constantFrom('0', '0,5', '1', '2,125', '99') }),
    }),
    fc.record({ kind: fc.constant('explanation' as const), criterionId, text: words }),
    fc.record({ kind: fc.constant('exempt' as const), criterionId, reason: words }),
    fc.record({
      kind: fc.constant('evidence' as const),
      item: fc.record({
        id: fc.constantFrom('e1', 'e2', 'e3'),
        criterionIds: criterionId.map(id => [id]),
        title: words,
        file: fc.record({
          name: words,
          bytes: fc.nat(10_000),
          sha256: fc.constantFrom('a'.repeat(64), 'b'.repeat(64)),
        }),
      }),
    }),
    fc.constant({
      kind: 'approval' as const,
      approval: { name: 'Nguyễn Thị Minh Họa', title: 'Chủ tịch', on: '2026-11-20' },
    }),
  )
  return fc.array(edit, { maxLength: 60 }).map(edits => editDraft(blank(ruleSet, agency, period), edits, now))
}

function fileOf(draft: Draft, ruleSet: RuleSet, agency: Agency) {
  const { submission, sheet } = assess(draft, ruleSet, agency)
  const made = unwrap(
    makePackage(
      {
        submission: { ...submission, submittedOn: '2026-11-21' },
        ruleSet,
        previous: null,
        agencyName: agency.name,
        appVersion: '0.1.0',
        createdAt: now,
        files: new Map(),
      },
      'a.parboard',
    ),
  )
  return { submission, sheet, pack: unwrap(readPackage(made.bytes, 'a.parboard')), bytes: made.bytes }
}

/** As it stands in a file: in NFC and without what JSON leaves out. */
const settled = (value: unknown) => JSON.parse(canonicalJson(value).normalize('NFC'))

describe.each(sets)('any draft of $id', (ruleSet, agency, period) => {
  test('comes back from its file: the same submission, the same score sheet, the same draft', () => {
    fc.assert(
      fc.property(anyDraft(ruleSet, agency, period), draft => {
        const { submission, sheet, pack } = fileOf(draft, ruleSet, agency)
        expect(pack.submission).toEqual(settled({ ...submission, submittedOn: '2026-11-21' }))
        // Word for word what the screen showed.
        expect(settled({ ...pack.scoreSheet, scoredAt: '' })).toEqual(settled({ ...sheet, scoredAt: '' }))
        const verdict = weighPackage(pack, ruleSet)
        expect(verdict.again.kind).toBe('identical')
        expect(verdict.rules).toEqual({ kind: 'same' })
        const again = draftOfPackage(pack, { agency, id: 'moi', now })
        const { submission: second, sheet: secondSheet } = assess(again, ruleSet, agency)
        const { approval: _, submittedOn: __, accepted: ___, ...figures } = pack.submission
        const { accepted: ____, ...rest } = second
        expect(settled(rest)).toEqual(settled(figures))
        expect(settled({ ...secondSheet, scoredAt: '' })).toEqual(settled({ ...sheet, scoredAt: '' }))
        expect(again.ruleSet.sha256).toBe(ruleSetHash(ruleSet))
        expect(again.approval).toBeNull()
        expect(again.handedIn).toEqual([])
      }),
      { numRuns: 12, seed: 20261121 },
    )
  })

  test('makes the same bytes twice', () => {
    fc.assert(
      fc.property(anyDraft(ruleSet, agency, period), draft => {
        expect(fileOf(draft, ruleSet, agency).bytes).toEqual(fileOf(draft, ruleSet, agency).bytes)
      }),
      { numRuns: 2, seed: 7 },
    )
  })
})

describe('figures of the period before', () => {
  const submission = aWard()
  const order = { submission, ruleSet: growing, agencyName: null, appVersion: '0.1.0', createdAt: now, files }
  const withFirst = (value: string): Submission => ({
    ...aMonthBefore(),
    values: aMonthBefore().values.map(each =>
      each.metricId === 'vb-xu-ly-mang' ? { metricId: each.metricId, state: 'entered', value } : each,
    ),
  })

  test('decide points: from 1 up to what there is now is growth', () => {
    const made = unwrap(makePackage({ ...order, previous: withFirst('1') }, 'a.parboard'))
    const pack = unwrap(readPackage(made.bytes, 'a.parboard'))
    const { again } = weighPackage(pack, growing)
    expect(again.kind === 'identical' && again.sheet.nodes.find(isGrowing)?.points).toEqual({
      kind: 'known',
      from: '6',
      to: '6',
    })
  })

  test.each(['2026-01-01', '-1', '1.5'])(
    'that hold %s for a count are refused, and nothing throws',
    value => {
      const made = unwrap(makePackage({ ...order, previous: withFirst('1') }, 'a.parboard'))
      const pack = unwrap(readPackage(made.bytes, 'a.parboard'))
      const { again } = weighPackage({ ...pack, previous: withFirst(value) }, { ...growing, version: '99' })
      expect(again.kind === 'cannot' && [...new Set(again.problems.map(each => each.file))]).toEqual([
        'a.parboard › previous.json',
      ])
      expect(makePackage({ ...order, previous: withFirst(value) }, 'a.parboard').ok).toBe(false)
    },
  )

  const isGrowing = ({ criterionId }: { readonly criterionId: string }) => criterionId === 'van-ban-mang'
})

test('evidence whose bytes are not as many as it says does not go along', () => {
  const submission = aWard()
  const order = {
    submission,
    ruleSet: growing,
    previous: null,
    agencyName: null,
    appVersion: '1',
    createdAt: now,
  }
  const packed = (evidence: Submission['evidence']) =>
    unwrap(makePackage({ ...order, submission: { ...submission, evidence }, files }, 'a.parboard')).packed
  expect(packed(submission.evidence).size).toBe(2)
  const [first, ...others] = submission.evidence ?? []
  if (!first?.file) throw new Error('the sample has no evidence')
  const longer = { ...first, file: { ...first.file, bytes: first.file.bytes + 1 } }
  expect([...packed([longer, ...others])]).toEqual([...files.keys()].slice(1))
})

describe('the same file where the rules are others', () => {
  const ruleSet = shippedRuleSet('mau-tinh-cqs')
  const values = ruleSet.metrics
    .filter(metric => metric.valueType === 'count')
    .map(
      (metric): DraftEdit => ({ kind: 'field', metricId: metric.id, entry: { state: 'typed', text: '10' } }),
    )
  const draft = editDraft(blank(ruleSet, ward, '2026-11'), values, now)
  const { pack } = fileOf(draft, ruleSet, ward)

  test('same version, other content: said, with both totals', () => {
    const [area, ...others] = ruleSet.criteria
    if (!area?.subCriteria) throw new Error('the sample has no areas')
    const [leaf, ...leaves] = area.subCriteria
    if (!leaf?.maxPoints) throw new Error('the sample has no leaf')
    const here: RuleSet = {
      ...ruleSet,
      criteria: [
        { ...area, subCriteria: [{ ...leaf, name: `${leaf.name}, bản sửa` }, ...leaves] },
        ...others,
      ],
    }
    const { again, rules } = weighPackage(pack, here)
    // By its own rules nothing changed.
    expect(again.kind).toBe('identical')
    expect(rules.kind === 'other' && [rules.isSameVersion, rules.mark.sha256 === ruleSetHash(here)]).toEqual([
      true,
      true,
    ])
    expect(rules.kind === 'other' && rules.change.changed.map(each => each.id)).toEqual([leaf.id])
    expect(rules.kind === 'other' && rules.comparison?.total.difference).toEqual({ from: '0', to: '0' })
  })

  test('another version: scored by it as well, never instead', () => {
    const here: RuleSet = { ...ruleSet, version: '99', criteria: ruleSet.criteria.slice(1), scale: '50' }
    const { again, rules } = weighPackage(pack, here)
    expect(again.kind).toBe('identical')
    expect(rules.kind === 'other' && rules.isSameVersion).toBe(false)
    expect(rules.kind === 'other' && rules.change.removed.length).toBeGreaterThan(1)
  })

  test('a rule set nobody has here', () => {
    expect(weighPackage(pack, null).rules).toEqual({ kind: 'unknown' })
  })

  test('a score sheet that says more than its figures make', () => {
    const total = pack.scoreSheet.total
    const praised = {
      ...pack.scoreSheet,
      total: { ...total, points: { kind: 'known' as const, from: '99', to: '99' } },
    }
    const { again } = weighPackage({ ...pack, scoreSheet: praised }, ruleSet)
    expect(again.kind === 'differs' && again.comparison.total.before?.points).toEqual({
      from: '99',
      to: '99',
    })
    expect(again.kind === 'differs' && again.places.map(each => each.path.join('.'))).toEqual([
      'total.points.from',
      'total.points.to',
    ])
    // Nothing else was touched.
    expect(again.kind === 'differs' && again.comparison.changed).toEqual([])
  })

  test('a sheet of another engine is named', () => {
    const { again } = weighPackage(
      { ...pack, scoreSheet: { ...pack.scoreSheet, engineVersion: '0.1.0' } },
      ruleSet,
    )
    expect(again.kind === 'differs' && again.otherEngine).toBe('0.1.0')
    expect(again.kind === 'differs' && again.comparison.isSame).toBe(true)
  })

  test('rules that are at fault are not scored', () => {
    const broken: RuleSet = { ...pack.ruleSet, scale: '1' }
    const { again } = weighPackage({ ...pack, ruleSet: broken }, null)
    expect(
      again.kind === 'cannot' && again.problems.every(each => each.file.startsWith('a.parboard › ')),
    ).toBe(true)
  })

  test('a draft under the next version: what changed, both totals, figures that fall out', () => {
    const newer: RuleSet = {
      ...ruleSet,
      version: '99',
      metrics: [...ruleSet.metrics, { id: 'moi', name: 'Số liệu mới', unit: 'hồ sơ', valueType: 'count' }],
    }
    const gone: DraftEdit = { kind: 'field', metricId: 'khong-con', entry: { state: 'typed', text: '1' } }
    const typed = editDraft(draft, [gone], now)
    // The older rules are not kept here: the new total, and nothing to set it beside.
    const alone = versionChange(typed, null, newer, ward)
    expect([alone.change, alone.comparison, alone.newlyAsked]).toEqual([null, null, []])
    expect(alone.unasked).toEqual([{ metricId: 'khong-con', metric: null }])
    const both = versionChange(typed, ruleSet, newer, ward)
    expect(both.comparison?.isSame).toBe(true)
    expect(both.comparison?.total.after?.points).toEqual(both.comparison?.total.before?.points)
    expect(both.change?.metrics.added.map(metric => metric.id)).toEqual(['moi'])
    expect(both.newlyAsked.map(metric => metric.id)).toEqual(['moi'])
  })
})
