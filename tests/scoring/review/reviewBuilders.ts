import type { AgencyLevel } from '../../../src/model/agency.ts'
import type { LedgerEntry, ReviewRound } from '../../../src/model/review.ts'
import type { RuleSet } from '../../../src/model/ruleSet.ts'
import type { Submission } from '../../../src/model/submission.ts'
import { formOf } from '../../../src/scoring/form/formOf.ts'
import { lintRuleSet } from '../../../src/scoring/lint/lintRuleSet.ts'
import { foldLedger } from '../../../src/scoring/review/foldLedger.ts'
import { layFigures } from '../../../src/scoring/review/layFigures.ts'
import { leavesIn } from '../../../src/scoring/review/leafPoints.ts'
import { reviewedSubmission } from '../../../src/scoring/review/reviewedSubmission.ts'
import { reviewItem } from '../../../src/scoring/review/reviewItem.ts'
import { stageNow } from '../../../src/state/review/stageNow.ts'
import {
  aCriterion,
  aGroup,
  aRatioRule,
  aReportedLeaf,
  aRuleSet,
  aSubmission,
  score,
  stated,
  toPlaces,
} from '../builders.ts'
import { agencyIn, aRound } from './ledgerBuilders.ts'

/**
 * Two shares that look at the same figure "done" (a: of "all", 10 points; b: of "other", 5 points), a leaf that is
 * judged in steps of half a point (c, 4 points), a claimed one (d, 3 points), a survey (s, 6 points) and a bonus of
 * one point each (k, at most 3). Leaves are rounded to hundredths.
 */
export const rules: RuleSet = aRuleSet({
  rounding: { ratio: null, leaf: toPlaces(2), group: null, total: null },
  criteria: [
    aGroup('g', [
      aCriterion({ id: 'a', maxPoints: '10' }),
      aCriterion({ id: 'b', maxPoints: '5', rule: aRatioRule({ denominator: 'other' }) }),
    ]),
    aGroup('h', [
      aReportedLeaf('c', '4', { assessedBy: 'review', judgedStep: '0.5' }),
      aReportedLeaf('d', '3', { assessedBy: 'self' }),
      aReportedLeaf('s', '6', { assessedBy: 'survey' }),
    ]),
  ],
  adjustments: [
    {
      id: 'k',
      name: 'Điểm thưởng sáng kiến',
      effect: 'bonus',
      ceiling: '3',
      rule: { kind: 'perUnit', metric: 'ideas', pointsPerUnit: '1' },
      provenance: stated,
    },
  ],
})

/** a: 30/40 of 10 is 7,5, claimed 9. b: 30/60 of 5 is 2,5. d: claimed 2. k: 2 ideas. c and s are open. */
export function handedIn(parts: Parameters<typeof aSubmission>[0] = {}): Submission {
  return aSubmission({
    agencyId: 'so-mot',
    id: 'bo-thu.2026.so-mot',
    figures: { done: '30', all: '40', other: '60', ideas: '2' },
    decisions: [
      { criterionId: 'a', stage: 'selfAssessment', points: '9' },
      { criterionId: 'd', stage: 'selfAssessment', points: '2' },
    ],
    ...parts,
  })
}

export type ReviewCase = {
  readonly entries?: readonly LedgerEntry[]
  readonly submission?: Submission
  readonly ruleSet?: RuleSet
  readonly round?: ReviewRound
  readonly level?: AgencyLevel | null
  readonly agencyId?: string
}

/** Everything the engine says of one agency of a round, without the hooks. */
export function review({
  entries = [],
  submission = handedIn(),
  ruleSet = rules,
  round = aRound(),
  level = null,
  agencyId = 'so-mot',
}: ReviewCase) {
  const problems = lintRuleSet(ruleSet, 'bo-thu.json').filter(each => each.severity === 'error')
  if (problems.length > 0) throw new Error(JSON.stringify(problems))
  const state = foldLedger(round, entries)
  const { items } = agencyIn(state, agencyId)
  const form = formOf(ruleSet, level)
  const formItems = form.areas.flatMap(area => area.items)
  const laid = layFigures({
    ruleSet,
    received: submission,
    items,
    provenance: round.provenance,
    notForLevel: id => formItems.find(item => item.nodeId === id)?.notForLevel ?? null,
  })
  const reviewed = reviewedSubmission(ruleSet, laid, {
    provenance: round.provenance,
    isClosed: state.stages.closed.closed !== null,
    isCompared: false,
    score: each => score(ruleSet, each),
  })
  const { stage } = stageNow(state, '2026-11-10T02:00:00.000Z')
  const [self, now] = [leavesIn(reviewed.selfSheet), leavesIn(reviewed.sheet)]
  const itemOf = (nodeId: string) => {
    const item = formItems.find(each => each.nodeId === nodeId)
    if (!item) throw new Error(`no item "${nodeId}"`)
    return reviewItem({
      ruleSet,
      item,
      stage,
      state: items.get(nodeId),
      steps: reviewed.steps,
      self: self.get(nodeId),
      now: now.get(nodeId),
      before: undefined,
      exempt: null,
      findings: [],
    })
  }
  const pointsOf = (nodeId: string) => {
    const outcome = now.get(nodeId)?.outcome
    return outcome?.kind === 'scored' ? outcome.points : (outcome?.kind ?? 'nothing')
  }
  return { ...reviewed, state, itemOf, pointsOf, form }
}
