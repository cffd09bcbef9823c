import { expect, test } from 'vitest'
import { whyNotCompared } from '../../../src/scoring/actions/whyNotCompared.ts'
import { compareTotals } from '../../../src/scoring/change/compareTotals.ts'
import { aCriterion, aReportedLeaf, aRuleSet, aSubmission, score } from '../builders.ts'

const ruleSet = aRuleSet({ criteria: [aReportedLeaf('a', '4'), aCriterion({ id: 'b', maxPoints: '6' })] })
const full = { done: '9', all: '9' }
const settled = score(ruleSet, aSubmission({ figures: full, points: { a: '3' } }))
const open = score(ruleSet, aSubmission({ figures: { done: null, all: '9' }, points: { a: '3' } }))
const decided = { ...settled, stage: 'closed' } as const
const smaller = score(
  ruleSet,
  aSubmission({ figures: full, points: { a: '3' }, notApplicable: [{ criterionId: 'b', reason: 'Không' }] }),
)

test.each([
  ['nothing', settled, settled, null],
  ['another rule set', settled, { ...settled, ruleSetId: 'khac' }, 'ruleSet'],
  ['another version', settled, { ...settled, ruleSetVersion: '2' }, 'version'],
  ['a decision before a claim', settled, decided, 'stage'],
  ['a claim before a decision', decided, settled, 'stage'],
  ['two stages of the review', decided, { ...settled, stage: 'secondReview' }, null],
  // What nobody decided is said before what is missing or applies.
  ['a claim that is open', open, decided, 'stage'],
  ['another maximum', settled, smaller, 'maximum'],
  ['figures missing now', open, settled, 'openNow'],
  ['figures missing before', settled, open, 'openBefore'],
] as const)('%s stands in the way', (_, now, before, reason) => {
  expect(whyNotCompared(now, before)).toBe(reason)
  // The change itself is told exactly where nothing does.
  expect(compareTotals(now, before) === null).toBe(reason !== null)
})
