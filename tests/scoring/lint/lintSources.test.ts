import { expect, test } from 'vitest'
import type { Provenance } from '../../../src/model/provenance.ts'
import type { RuleSet } from '../../../src/model/ruleSet.ts'
import { aBand, aCriterion, aGroup, aPool, aReportedLeaf } from '../builders.ts'
import { everyKind, quarter } from './everyKind.ts'
import { linted } from './findings.ts'

const none: Provenance = { certainty: 'stated', source: null }
const sound = everyKind()

/** The sound rule set with every entry of a list left without a source. */
const unsourced = <T>(list: readonly T[] | undefined) =>
  (list ?? []).map(entry => ({ ...entry, provenance: none }))

test.each<[string, Partial<RuleSet>]>([
  ['roundingProvenance', { roundingProvenance: none }],
  ['bandsProvenance', { bandsProvenance: none }],
  ['bandsProvenance', { bandsProvenance: null }],
  [
    'grading.overrides[0].provenance',
    { grading: { ...sound.grading, overrides: unsourced(sound.grading?.overrides) } },
  ],
  [
    'grading.quotas[0].provenance',
    { grading: { ...sound.grading, quotas: unsourced(sound.grading?.quotas) } },
  ],
  ['adjustments[0].provenance', { adjustments: unsourced(sound.adjustments) }],
  ['rescaling.provenance', { rescaling: sound.rescaling && { ...sound.rescaling, provenance: none } }],
  ['calendars[0].provenance', { calendars: unsourced([quarter]) }],
  ['examples[0].provenance', { examples: unsourced(sound.examples) }],
])('what names no document is said once: %s', (path, parts) => {
  expect(linted(sound)).toEqual([])
  expect(linted({ ...sound, ...parts })).toEqual([`warning ${path} missing-source`])
})

test('a criterion at any depth and a pool', () => {
  const leaves = [aReportedLeaf('p', null, { provenance: none }), aReportedLeaf('q', null)]
  const criteria = [aGroup('g', leaves, { maxPoints: null }), aCriterion({ provenance: none })]
  expect(linted({ criteria, pools: [aPool('pq', ['p', 'q'], '4', { provenance: none })] })).toEqual([
    'warning criteria[0].subCriteria[0].provenance missing-source',
    'warning criteria[1].provenance missing-source',
    'warning pools[0].provenance missing-source',
  ])
})

test('without bands there is nothing to cite', () => {
  expect(linted({ bands: [], bandsProvenance: null })).toEqual([])
  expect(linted({ bands: [aBand('a', '0')], bandsProvenance: null })).toEqual([
    'warning bandsProvenance missing-source',
  ])
})
