import { useState } from 'react'
import { CriteriaScreen } from '../../src/features/criteria/CriteriaScreen.tsx'
import type { CriteriaState } from '../../src/features/criteria/criteriaState.ts'
import type { RuleSet } from '../../src/model/ruleSet.ts'
import { stagesOf } from '../../src/model/stages.ts'
import type { Submission } from '../../src/model/submission.ts'
import { scoreSubmission } from '../../src/scoring/scoreSubmission.ts'
import { criteriaTable } from '../../src/state/criteriaView.ts'
import type { ScoredView } from '../../src/state/useScoredView.ts'
import { aGroup, aLeaf, aRuleSet, aSubmission, scoredAt } from './builders.ts'
import { documents, views } from './samples.ts'

/** The screen with an address of its own. */
export function CriteriaSample({ view, opening = {} }: { view: ScoredView; opening?: CriteriaState }) {
  const [state, setState] = useState(opening)
  const [table] = useState(() => criteriaTable(view))
  return (
    <CriteriaScreen
      view={view}
      table={table}
      state={state}
      change={next => setState(before => ({ ...before, ...next }))}
      isWide={window.matchMedia('(min-width: 1280px)').matches}
      linkToDocument={(_, label) => <a href="#gallery">{label}</a>}
    />
  )
}

function viewOf(ruleSet: RuleSet, submission: Submission): ScoredView {
  return {
    ...views.settled,
    ruleSet,
    submission,
    stages: stagesOf(submission),
    sheet: scoreSubmission(ruleSet, submission, scoredAt),
    documents,
  }
}

/** Twenty groups of twenty leaves, each of one point; every figure is half of what it could be. */
export function fourHundredLeaves(): ScoredView {
  const groups = Array.from({ length: 20 }, (_, group) =>
    aGroup(
      `g${group}`,
      '20',
      Array.from({ length: 20 }, (_, leaf) =>
        aLeaf(`g${group}-l${leaf}`, {
          code: `${group + 1}.${leaf + 1}`,
          name: `Tỷ lệ hồ sơ thứ ${leaf + 1} của nhóm ${group + 1} được giải quyết trên môi trường mạng`,
        }),
      ),
    ),
  )
  return viewOf(aRuleSet(groups, { scale: '400' }), aSubmission({ n: '1', d: '2' }))
}

/** Claimed, reviewed twice and asked about, with evidence and an exemption. */
export function reviewed(): ScoredView {
  const { ruleSet, submission } = views.settled
  return viewOf(ruleSet, {
    ...submission,
    stage: 'closed',
    notApplicable: [{ criterionId: 'D', reason: 'Không có thẩm quyền' }],
    decisions: [
      { criterionId: 'A', stage: 'selfAssessment', points: '9.5' },
      { criterionId: 'B', stage: 'selfAssessment', points: '6' },
      { criterionId: 'A', stage: 'firstReview', points: '8', reason: 'Thiếu tài liệu kiểm chứng.' },
      { criterionId: 'A', stage: 'explanation', points: '9.5', reason: 'Đã gửi bổ sung.' },
      { criterionId: 'A', stage: 'secondReview', points: '8.75', reason: 'Chấp nhận một phần.' },
    ],
    evidence: [
      { id: '1', criterionIds: ['A', 'B'], title: 'Kết xuất hồ sơ từ hệ thống', number: '24/BC-UBND' },
      { id: '2', criterionIds: ['A'], title: 'Báo cáo bổ sung' },
    ],
  })
}
