import fc from 'fast-check'
import { walkCriteria } from '../../../src/model/criteria.ts'
import type { Claim, Draft, FieldEntry } from '../../../src/model/draft.ts'
import type { RuleSet } from '../../../src/model/ruleSet.ts'
import { type EvidenceItem, type Submission, submissionsOf } from '../../../src/model/submission.ts'
import type { AssessInput } from '../../../src/state/assessment/assess.ts'
import { loadData } from '../../data/dataFiles.ts'
import { aDraft } from '../draftBuilders.ts'

export const data = loadData()

/** Every shipped submission, those of tables too. */
export const shipped: readonly Submission[] = [
  ...data.submissions,
  ...data.tables.flatMap(table => submissionsOf(table)),
]

/** What a draft is assessed with when nothing stands beside it. */
export function anInput(ruleSet: RuleSet, draft: Draft, parts: Partial<AssessInput> = {}): AssessInput {
  return {
    draft,
    ruleSet,
    ruleSetSha256: null,
    agency: null,
    documents: [],
    previous: null,
    peers: [],
    ...parts,
  }
}

/** A draft of a rule set with nothing filled in. */
export function draftFor(ruleSet: RuleSet, parts: Partial<Draft> = {}): Draft {
  return aDraft({
    ruleSet: { id: ruleSet.id, version: ruleSet.version, sha256: 'a'.repeat(64) },
    agencyId: 'don-vi',
    ...parts,
  })
}

const blanks = fc.constantFrom('', ' ', 'Chưa có báo cáo')

/** Texts people leave in a field: right, doubtful, unfinished and wrong ones. */
export const texts = fc.oneof(
  fc.nat(3000).map(String),
  fc.constantFrom(
    ...[
      '',
      ' ',
      '0',
      '1',
      '2',
      '1.464',
      '1,464',
      '12,5',
      '-3',
      '45%',
      '150',
      '１２',
      'abc',
      '1 234,5',
      '=1+1',
    ],
    ...['05/11/2026', '31/02/2026', '2027-03-01', '01/01/2020', 'có', 'không', '9'.repeat(30), '__proto__'],
  ),
)

const entries: fc.Arbitrary<FieldEntry> = fc.oneof(
  { weight: 4, arbitrary: texts.map((text): FieldEntry => ({ state: 'typed', text })) },
  texts.map((text): FieldEntry => ({ state: 'typed', text, meant: '1464' })),
  fc.record({
    state: fc.constantFrom('missing' as const, 'notApplicable' as const, 'withheld' as const),
    note: fc.option(blanks, { nil: undefined }),
  }),
)

const claims: fc.Arbitrary<Claim> = fc.record({
  text: fc.constantFrom('0', '1', '0,5', '2,125', '6.5', '99', '-1', '1.000', 'x', ''),
  reason: fc.option(blanks, { nil: undefined }),
})

const days = fc.constantFrom('2026-11-05', '2026-02-31', '2025-01-01', '2027-05-05', '')

function evidenceFor(ids: readonly string[]): fc.Arbitrary<EvidenceItem> {
  const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined })
  return fc.record({
    id: fc.constantFrom('mc-1', 'mc-2', 'mc-3'),
    criterionIds: fc.uniqueArray(fc.constantFrom(...ids), { maxLength: 2 }),
    requiredId: maybe(fc.constantFrom('', 'tai-lieu')),
    title: blanks,
    number: maybe(blanks),
    issuedOn: maybe(days),
    effectiveOn: maybe(days),
    url: maybe(blanks),
    note: maybe(blanks),
    file: maybe(
      fc.record({
        name: fc.constant('bao-cao.pdf'),
        bytes: fc.nat(10_000),
        sha256: fc.constantFrom('a'.repeat(64), 'b'.repeat(64)),
      }),
    ),
  })
}

function someOf<Value>(ids: readonly string[], values: fc.Arbitrary<Value>, most: number) {
  if (ids.length === 0) return fc.constant(new Map<string, Value>())
  return fc
    .uniqueArray(fc.tuple(fc.constantFrom(...ids), values), { selector: ([id]) => id, maxLength: most })
    .map(pairs => new Map(pairs))
}

/** Drafts of a rule set, filled in anyhow. */
export function draftsOf(ruleSet: RuleSet): fc.Arbitrary<Draft> {
  const criteria = walkCriteria(ruleSet).map(place => place.criterion.id)
  const adjustments = (ruleSet.adjustments ?? []).map(each => each.id)
  const metrics = ruleSet.metrics.map(metric => metric.id)
  const everything = [...criteria, ...adjustments, 'khong-co']
  return fc
    .record({
      fields: someOf([...metrics, 'khong-co'], entries, 60),
      exempt: someOf(everything, blanks, 3),
      claims: someOf(everything, claims, 8),
      explanations: someOf(everything, blanks, 3),
      evidence: fc.uniqueArray(evidenceFor([...criteria, 'khong-co']), {
        selector: item => item.id,
        maxLength: 3,
      }),
      approval: fc.option(fc.record({ name: blanks, title: blanks, on: days })),
      note: fc.option(blanks),
      period: fc.constantFrom('2026-11', '2026', '2026-Q3', '2026-10-10'),
    })
    .map(parts => draftFor(ruleSet, parts))
}
