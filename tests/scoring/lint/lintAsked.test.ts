import { describe, expect, test } from 'vitest'
import type { Criterion, Metric, RequiredEvidence } from '../../../src/model/ruleSet.ts'
import { checkRuleSet } from '../../../src/scoring/lint/lintRuleSet.ts'
import { aGroup, aReportedLeaf, aRuleSet, stated } from '../builders.ts'
import { everyKind } from './everyKind.ts'
import { linted } from './findings.ts'

const leaf = (id: string, parts: Partial<Criterion> = {}) => aReportedLeaf(id, '1', parts)
const paper = (id: string): RequiredEvidence => ({ id, title: 'Báo cáo', provenance: stated })

describe('whom a criterion is for', () => {
  test('each level stands once', () => {
    expect(linted({ criteria: [leaf('a', { appliesTo: ['commune', 'department'] })] })).toEqual([])
    expect(linted({ criteria: [leaf('a', { appliesTo: ['commune', 'department', 'commune'] })] })).toEqual([
      'error criteria[0].appliesTo[2] repeated-level',
    ])
  })

  test('a criterion is for no more than its group, however far above', () => {
    const under = (levels: Criterion['appliesTo'], own: Criterion['appliesTo']) =>
      linted({
        criteria: [aGroup('g', [aGroup('h', [leaf('a', { appliesTo: own })])], { appliesTo: levels })],
      })
    expect(under(['commune', 'department'], ['commune'])).toEqual([])
    expect(under(undefined, ['commune'])).toEqual([])
    expect(under(['department'], ['commune', 'department'])).toEqual([
      'error criteria[0].subCriteria[0].subCriteria[0].appliesTo[0] level-outside-group',
    ])
  })
})

describe('points that a reviewer may judge', () => {
  const step = (judgedStep: string, parts: Partial<Criterion> = {}) =>
    linted({ criteria: [leaf('a', { judgedStep, ...parts })] })

  test('go in steps that reach the maximum', () => {
    expect(step('0.25')).toEqual([])
    expect(step('1')).toEqual([])
    expect(step('0.3')).toEqual(['error criteria[0].judgedStep step-misses-maximum'])
    expect(step('2')).toEqual(['error criteria[0].judgedStep step-misses-maximum'])
  })

  test('are above nothing', () => {
    expect(step('0')).toEqual(['error criteria[0].judgedStep step-not-positive'])
    expect(step('-0.5')).toEqual(['error criteria[0].judgedStep step-not-positive'])
  })

  test('stand with leaves that no survey scores', () => {
    expect(step('0.5', { assessedBy: 'survey' })).toEqual(['error criteria[0].judgedStep survey-judged'])
    expect(linted({ criteria: [aGroup('g', [leaf('a')], { judgedStep: '0.5' })] })).toEqual([
      'error criteria[0].judgedStep group-judged',
    ])
  })
})

describe('required evidence', () => {
  test('has ids of its own in the whole set', () => {
    const criteria = [
      leaf('a', { requiredEvidence: [paper('mot'), paper('hai')] }),
      leaf('b', { requiredEvidence: [paper('ba'), paper('mot')] }),
    ]
    expect(linted({ criteria })).toEqual(['error criteria[1].requiredEvidence[1].id duplicate-id'])
    // A criterion may share its id with a document: they are never looked up together.
    expect(linted({ criteria: [leaf('a', { requiredEvidence: [paper('a')] })] })).toEqual([])
  })

  test('stands with leaves', () => {
    expect(linted({ criteria: [aGroup('g', [leaf('a')], { requiredEvidence: [paper('mot')] })] })).toEqual([
      'error criteria[0].requiredEvidence group-with-evidence',
    ])
    expect(linted({ criteria: [aGroup('g', [leaf('a')], { requiredEvidence: [] })] })).toEqual([])
  })

  test('says where it comes from', () => {
    const unsourced = { ...paper('mot'), provenance: { certainty: 'illustrative' as const, source: null } }
    expect(linted({ criteria: [leaf('a', { requiredEvidence: [unsourced] })] })).toEqual([
      'warning criteria[0].requiredEvidence[0].provenance missing-source',
    ])
  })
})

test.each<[Metric['valueType'], boolean]>([
  ['count', true],
  ['number', true],
  ['percent', false],
  ['flag', false],
  ['date', false],
  ['option', false],
])('a running total of %s: %s', (valueType, isFine) => {
  const metrics: readonly Metric[] = [{ id: 'm', name: 'Số', unit: 'hồ sơ', valueType, isCumulative: true }]
  const found = linted({ criteria: [leaf('a')], metrics })
  expect(found.filter(text => !text.endsWith('unused-metric'))).toEqual(
    isFine ? [] : ['error metrics[0].isCumulative cumulative-not-counted'],
  )
})

test('the checks say how much they looked at', () => {
  const places = (ruleSet: Parameters<typeof checkRuleSet>[0]) =>
    checkRuleSet(ruleSet, 'tep').find(check => check.area === 'asked')?.places
  // One list of levels, one step of points, two documents, one running total.
  expect(places(everyKind())).toBe(5)
  expect(places(aRuleSet())).toBe(0)
})
