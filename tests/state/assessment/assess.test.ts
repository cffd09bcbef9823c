import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type DraftEdit, editDraft } from '../../../src/model/draft.ts'
import {
  askedFigures,
  assessDraft,
  createAssessor,
  draftSubmission,
  ruleSetErrors,
  ruleSetMark,
} from '../../../src/state/assessment/assess.ts'
import { editsFrom } from '../../../src/state/assessment/draftOf.ts'
import { aCriterion, aGroup, aRatioRule, aRuleSet, aSubmission } from '../../scoring/builders.ts'
import { typed } from '../draftBuilders.ts'
import { anInput, data, draftFor, draftsOf, shipped, texts } from './assessBuilders.ts'

const leaf = (id: string) =>
  aCriterion({ id, maxPoints: '6', rule: aRatioRule({ numerator: `${id}-1`, denominator: `${id}-2` }) })
const twoAreas = aRuleSet({ criteria: [aGroup('x', [leaf('a'), leaf('b')]), aGroup('y', [leaf('c')])] })

describe('one revision after the other', () => {
  test('only what a figure touches is another object', () => {
    const assess = createAssessor()
    const draft = draftFor(twoAreas, {
      fields: typed({ 'a-1': '9', 'a-2': '10', 'b-1': '1', 'b-2': '10', 'c-1': '1', 'c-2': '4' }),
    })
    const before = assess(anInput(twoAreas, draft))
    const changed = editDraft(
      draft,
      [{ kind: 'field', metricId: 'a-1', entry: { state: 'typed', text: '10' } }],
      '2026-11-20T00:00:00.000Z',
    )
    const after = assess(anInput(twoAreas, changed))
    const same = (id: string) => before.nodes.get(id) === after.nodes.get(id)
    expect(['x', 'a', 'b', 'y', 'c'].map(same)).toEqual([false, false, true, true, true])
    expect(after.readings.get('b-1')).toBe(before.readings.get('b-1'))
    expect(after.needs.get('b')).toBe(before.needs.get('b'))
    expect(after.form).toBe(before.form)
    expect(after.doubtful).toBe(before.doubtful)
    const tooMany = editDraft(
      changed,
      [{ kind: 'field', metricId: 'a-1', entry: { state: 'typed', text: '11' } }],
      '2026-11-20T00:00:01.000Z',
    )
    expect([...assess(anInput(twoAreas, tooMany)).doubtful]).toEqual(['a'])
    // 6 × 10/10 = 6 and 6 × 1/10 = 0,6 and 6 × 1/4 = 1,5
    expect(after.sheet.total.points).toEqual({ kind: 'known', from: '8.1', to: '8.1' })
    expect(after.sheet.scoredAt).toBe('2026-11-20T00:00:00.000Z')
  })

  test('a claim scores all of it again, and what comes out the same stays the same object', () => {
    const assess = createAssessor()
    const draft = draftFor(twoAreas, { fields: typed({ 'a-1': '9', 'a-2': '10', 'c-1': '1', 'c-2': '4' }) })
    const before = assess(anInput(twoAreas, draft))
    const claimed = editDraft(
      draft,
      [{ kind: 'claim', criterionId: 'a', claim: { text: '6' } }],
      '2026-11-20T00:00:00.000Z',
    )
    const after = assess(anInput(twoAreas, claimed))
    expect(after.nodes.get('a')?.points).toEqual({ kind: 'known', from: '6', to: '6' })
    expect(['x', 'a', 'b', 'y', 'c'].map(id => before.nodes.get(id) === after.nodes.get(id))).toEqual([
      false,
      false,
      true,
      true,
      true,
    ])
  })

  test.each(data.ruleSets.map(ruleSet => [ruleSet.id, ruleSet] as const))(
    '%s: edits one by one come to what the last revision comes to on its own',
    (_, ruleSet) => {
      const metrics = ruleSet.metrics.map(metric => metric.id)
      const ids = ruleSet.criteria.map(criterion => criterion.id)
      const edits: fc.Arbitrary<DraftEdit> = fc.oneof(
        ...(metrics.length > 0
          ? [
              {
                weight: 5,
                arbitrary: fc.record({
                  kind: fc.constant('field' as const),
                  metricId: fc.constantFrom(...metrics),
                  entry: fc.option(texts.map(text => ({ state: 'typed' as const, text }))),
                }),
              },
            ]
          : []),
        fc.record({
          kind: fc.constant('exempt' as const),
          criterionId: fc.constantFrom(...ids),
          reason: fc.option(fc.constantFrom('', 'Không phát sinh')),
        }),
        fc.record({
          kind: fc.constant('claim' as const),
          criterionId: fc.constantFrom(...ids),
          claim: fc.option(fc.record({ text: fc.constantFrom('0,5', '1', 'x') })),
        }),
      )
      fc.assert(
        fc.property(draftsOf(ruleSet), fc.array(edits, { minLength: 1, maxLength: 4 }), (first, list) => {
          const assess = createAssessor()
          assess(anInput(ruleSet, first))
          let draft = first
          for (const [index, edit] of list.entries()) {
            draft = editDraft(draft, [edit], `2026-11-20T00:00:0${index}.000Z`)
            const step = assess(anInput(ruleSet, draft))
            const whole = assessDraft(anInput(ruleSet, draft))
            expect(step.sheet).toEqual(whole.sheet)
            expect(step.submission).toEqual(whole.submission)
            expect(step.checks).toEqual(whole.checks)
            expect([...step.needs]).toEqual([...whole.needs])
          }
        }),
        { numRuns: 8 },
      )
    },
  )
})

test.each(data.ruleSets.map(ruleSet => [ruleSet.id, ruleSet] as const))(
  '%s: what is asked is there or missing, and every open finding is counted',
  (_, ruleSet) => {
    fc.assert(
      fc.property(draftsOf(ruleSet), draft => {
        const { progress, checks, form, completeness } = assessDraft(anInput(ruleSet, draft))
        for (const { asked, entered, missing } of progress.values()) expect(entered + missing).toBe(asked)
        const together = (count: 'asked' | 'missing' | 'notApplicable') =>
          [...progress.values()].reduce((sum, area) => sum + area[count], 0)
        expect(completeness.missing).toBe(together('missing'))
        expect(completeness.notApplicable).toBe(together('notApplicable'))
        expect(completeness.entered + completeness.missing + completeness.notApplicable).toBe(
          together('asked'),
        )
        expect([...progress.keys()]).toEqual(form.areas.map(area => area.id))
        const open = (severity: string) =>
          checks.findings.filter(each => each.severity === severity && each.accepted === null).length
        expect(checks.open).toEqual({ blocks: open('blocks'), doubts: open('doubt') })
        expect(new Set(checks.findings.map(each => each.id)).size).toBe(checks.findings.length)
        expect(completeness.open).toBeLessThanOrEqual(completeness.missing)
      }),
      { numRuns: 40 },
    )
  },
)

describe('progress', () => {
  test('figures are counted once; kept back is missing, not applicable is an answer, exempt is not asked', () => {
    const shared = aRuleSet({
      criteria: [
        aGroup('x', [
          aCriterion({ id: 'a', rule: aRatioRule({ numerator: 'a-1', denominator: 'all' }) }),
          aCriterion({ id: 'b', rule: aRatioRule({ numerator: 'b-1', denominator: 'all' }) }),
        ]),
        aGroup('y', [leaf('c')]),
      ],
    })
    const of = (parts: Parameters<typeof draftFor>[1]) =>
      Object.fromEntries(
        [...assessDraft(anInput(shared, draftFor(shared, parts))).progress].map(
          ([id, { asked, entered, missing }]) => [id, { asked, entered, missing }],
        ),
      )
    // a-1, all and b-1; c-1 and c-2.
    expect(of({})).toEqual({
      x: { asked: 3, entered: 0, missing: 3 },
      y: { asked: 2, entered: 0, missing: 2 },
    })
    const fields = new Map([
      ...typed({ 'a-1': '0', 'c-1': 'hai' }),
      ['all', { state: 'withheld', note: 'Đang kiểm tra' }] as const,
      ['b-1', { state: 'notApplicable' }] as const,
    ])
    expect(of({ fields })).toEqual({
      x: { asked: 3, entered: 2, missing: 1 },
      y: { asked: 2, entered: 0, missing: 2 },
    })
    expect(of({ exempt: new Map([['y', 'Không phát sinh']]) })['y']).toEqual({
      asked: 0,
      entered: 0,
      missing: 0,
    })
  })

  test('of a leaf that does not apply nothing is missing; its areas add up to the whole', () => {
    const of = (parts: Parameters<typeof draftFor>[1]) => {
      const { progress, completeness } = assessDraft(anInput(twoAreas, draftFor(twoAreas, parts)))
      const { entered, missing, notApplicable } = completeness
      return { x: progress.get('x'), entered, missing, notApplicable }
    }
    const aside = new Map([['a-1', { state: 'notApplicable', note: 'Chưa đến kỳ' } as const]])
    // a-1 is answered, a-2 not asked any more; b-1, b-2, c-1 and c-2 are.
    expect(of({ fields: aside })).toMatchObject({
      x: { asked: 3, entered: 1, missing: 2, notApplicable: 1 },
      entered: 0,
      missing: 4,
      notApplicable: 1,
    })
    // Exempt as a whole it is not asked, whatever one of its figures says.
    expect(of({ fields: aside, exempt: new Map([['a', 'Không phát sinh']]) })).toMatchObject({
      x: { asked: 2, entered: 0, missing: 2, notApplicable: 0 },
      entered: 0,
      missing: 4,
      notApplicable: 0,
    })
    // Kept back, the leaf still waits for both.
    expect(of({ fields: new Map([['a-1', { state: 'withheld' }]]) })).toMatchObject({
      x: { asked: 4, entered: 0, missing: 4, notApplicable: 0 },
      missing: 6,
    })
  })

  test('points of a leaf without figures are what is asked', () => {
    const reported = aRuleSet({
      criteria: [aCriterion({ id: 'a', maxPoints: '3', rule: { kind: 'reported' } })],
    })
    const of = (text: string) => {
      const draft = draftFor(reported, { claims: new Map([['a', { text }]]) })
      return assessDraft(anInput(reported, draft)).progress.get('a')
    }
    expect(of('3')).toMatchObject({ asked: 1, entered: 1, missing: 0 })
    expect(of('3,1')).toMatchObject({ asked: 1, entered: 0, missing: 1, unclaimed: 1 })
  })
})

test('what surveys and reviewers give is awaited and not missing', () => {
  const ruleSet = aRuleSet({
    criteria: [
      leaf('a'),
      aCriterion({
        id: 's',
        assessedBy: 'survey',
        rule: aRatioRule({ numerator: 's-1', denominator: 's-2' }),
      }),
      aCriterion({ id: 'r', assessedBy: 'review', rule: { kind: 'reported' } }),
    ],
  })
  const { completeness, awaited, sheet } = assessDraft(
    anInput(ruleSet, draftFor(ruleSet, { fields: typed({ 'a-1': '1' }) })),
  )
  expect(completeness).toMatchObject({ entered: 1, missing: 1, open: 1, notApplicable: 0 })
  expect(completeness.missingFigures.map(figure => figure.metricId)).toEqual(['a-2'])
  expect(awaited).toEqual(['s', 'r'])
  expect(sheet.total.missingLeaves).toBe(3)
})

describe('the period before', () => {
  const growing = aRuleSet({
    criteria: [
      aCriterion({
        maxPoints: '5',
        rule: {
          kind: 'growth',
          metric: 'hs',
          whenPreviousZero: 'zero',
          bands: [{ from: '10', points: '5' }],
          otherwise: '0',
        },
      }),
    ],
  })
  const draft = draftFor(growing, { period: '2026-11', fields: typed({ hs: '110' }) })
  const sent = (period: string) => aSubmission({ period, figures: { hs: '100' } })

  test('growth is measured against the month right before, under the same rules only', () => {
    const pointsWith = (period: string, otherRules: { id: string; version: string } | null) =>
      assessDraft(anInput(growing, draft, { previous: { submission: sent(period), otherRules } })).nodes.get(
        'leaf',
      )?.points
    // (110 − 100) ÷ 100 = 10%
    expect(pointsWith('2026-10', null)).toEqual({ kind: 'known', from: '5', to: '5' })
    expect(pointsWith('2026-09', null)).toEqual({ kind: 'known', from: '0', to: '5' })
    expect(pointsWith('2026-10', { id: 'bo-cu', version: '1' })).toEqual({
      kind: 'known',
      from: '0',
      to: '5',
    })
  })

  test('its figures are shown whatever the rules were, and said to be of other rules', () => {
    const otherRules = { id: 'bo-cu', version: '1' }
    const { previous, checks } = assessDraft(
      anInput(growing, draftFor(growing, { fields: typed({ hs: '9999' }) }), {
        previous: { submission: sent('2026-10'), otherRules },
      }),
    )
    expect(previous?.values.get('hs')).toMatchObject({ value: '100' })
    expect(previous).toMatchObject({ period: '2026-10', otherRules })
    expect(checks.findings.map(each => each.code)).not.toContain('tenfold-jump')
  })
})

test('the shipped ward of the demonstration province scores the same as a draft', () => {
  const submission = shipped.find(
    each => each.agencyId === 'mh-phuong-ngan-minh' && each.period === '2026-10',
  )
  const ruleSet = data.ruleSets.find(each => each.id === submission?.ruleSetId)
  const agency = data.agencies.find(each => each.id === submission?.agencyId)
  if (!submission || !ruleSet || !agency) throw new Error('the ward is shipped')
  const draft = editDraft(
    draftFor(ruleSet, { agencyId: agency.id, period: '2026-10' }),
    editsFrom(submission, ruleSet),
    '2026-11-20T00:00:00.000Z',
  )
  const { sheet, submission: again } = assessDraft(anInput(ruleSet, draft, { agency }))
  expect(again.id).toBe(submission.id)
  expect(sheet.total.points).toMatchObject({ kind: 'known' })
})

test('a rule set is known by its content; one that contradicts itself is refused', () => {
  const { sha256 } = ruleSetMark(twoAreas)
  expect(sha256).toMatch(/^[0-9a-f]{64}$/)
  expect(ruleSetMark({ ...twoAreas }).sha256).toBe(sha256)
  expect(ruleSetMark({ ...twoAreas, title: 'Khác' }).sha256).not.toBe(sha256)
  expect(ruleSetErrors({ ...twoAreas, scale: '99' }, 'bo.json').length).toBeGreaterThan(0)
})

test('a rule set of surveys asks the agency for nothing; one claim is something', () => {
  const survey = aCriterion({
    id: 's',
    assessedBy: 'survey',
    rule: aRatioRule({ numerator: 's-1', denominator: 's-2' }),
  })
  const asksNothing = (criteria: readonly ReturnType<typeof aCriterion>[]) => {
    const ruleSet = aRuleSet({ criteria })
    return assessDraft(anInput(ruleSet, draftFor(ruleSet))).asksNothing
  }
  expect(asksNothing([survey])).toBe(true)
  expect(asksNothing([survey, aCriterion({ id: 'r', rule: { kind: 'reported' } })])).toBe(false)
  expect(asksNothing([survey, leaf('a')])).toBe(false)
})

test('a draft stands beside a later one with what it would hand in', () => {
  const { values } = draftSubmission(
    draftFor(twoAreas, { period: '2026-10', fields: typed({ 'a-1': '9', 'a-2': '1.464' }) }),
    twoAreas,
  )
  expect(values.find(each => each.metricId === 'a-1')).toMatchObject({ state: 'entered', value: '9' })
  expect(values.find(each => each.metricId === 'b-1')).toMatchObject({ state: 'missing' })
})

test('figures of other levels, surveys and reviewers are not asked of a commune', () => {
  const ruleSet = data.ruleSets.find(each => each.id === 'mau-tinh-cqs')
  if (!ruleSet) throw new Error('the demonstration is there')
  const asked = askedFigures(ruleSet, 'commune')
  expect(['hs-truc-tuyen', 'ct-dien-tu', 'sang-kien'].map(id => asked.has(id))).toEqual([true, true, true])
  // 3.6 is for departments, 4.2 a survey, 4.5 the reviewer's.
  expect(['tt-cat-giam', 'ks-hai-long', 'mc-muc-do'].map(id => asked.has(id))).toEqual([false, false, false])
  expect(askedFigures(ruleSet, 'department').has('tt-cat-giam')).toBe(true)
})
