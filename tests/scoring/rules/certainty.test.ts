import { describe, expect, test } from 'vitest'
import { aCriterion, aRatioRule, aRuleSet, aSubmission, nodeOf, score, stated } from '../builders.ts'

describe('how sure a score is', () => {
  const rule = aRatioRule()
  const certaintyFor = (done: 'stated' | 'inferred' | 'illustrative') => {
    const ruleSet = aRuleSet({ criteria: [aCriterion({ rule })] })
    const submission = aSubmission({
      values: [
        { metricId: 'done', state: 'entered', value: '1', provenance: { ...stated, certainty: done } },
        { metricId: 'all', state: 'entered', value: '2' },
      ],
    })
    return nodeOf(score(ruleSet, submission), 'leaf').outcome
  }

  test.each(['stated', 'inferred', 'illustrative'] as const)(
    'one %s figure makes the score so',
    certainty => {
      expect(certaintyFor(certainty)).toMatchObject({ certainty })
    },
  )

  test('an exemption is a decision of its own and beats every figure', () => {
    const submission = aSubmission({
      figures: { done: '1', all: '2' },
      notApplicable: [{ criterionId: 'leaf', reason: 'Không có hồ sơ' }],
    })
    expect(nodeOf(score(aRuleSet(), submission), 'leaf').outcome).toEqual({
      kind: 'notApplicable',
      reason: { vi: 'Không có hồ sơ', en: 'Không có hồ sơ' },
    })
  })
})
