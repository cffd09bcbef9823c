import type { RuleSet } from '../../../src/model/ruleSet.ts'
import type { ScoreSheet } from '../../../src/model/scoreSheet.ts'
import type { Rank } from '../../../src/model/standings.ts'
import { aBand, aReportedLeaf, aRuleSet, aSubmission, score } from '../builders.ts'

export const bands = [aBand('xuat-sac', '90'), aBand('tot', '70'), aBand('yeu', '0')]

/** 100 points: 60 for "a", 30 for "b", 10 for "c"; what is not given is missing. */
export const criteria = [aReportedLeaf('a', '60'), aReportedLeaf('b', '30'), aReportedLeaf('c', '10')]
export const ruleSet = aRuleSet({ criteria, bands })

type Points = { readonly a?: string; readonly b?: string; readonly c?: string }

export function sheetOf(agencyId: string, points: Points, rules: RuleSet = ruleSet, parts = {}): ScoreSheet {
  return score(rules, aSubmission({ id: `thu.${agencyId}`, agencyId, points, ...parts }))
}

/** Nothing missing: the whole score stands at "a" and "b". */
export function settled(agencyId: string, total: number, rules: RuleSet = ruleSet): ScoreSheet {
  const a = Math.min(60, total)
  return sheetOf(
    agencyId,
    { a: String(a), b: String(Math.min(30, total - a)), c: String(Math.max(0, total - 90)) },
    rules,
  )
}

/** A rank nothing can change. */
export const at = (rank: number): Rank => ({ kind: 'settled', rank })
