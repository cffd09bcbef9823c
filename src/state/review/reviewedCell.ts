import type { Agency } from '../../model/agency.ts'
import type { CheckReport } from '../../model/checks.ts'
import type { Form } from '../../model/form.ts'
import { precedes } from '../../model/period.ts'
import type { Bilingual, Provenance } from '../../model/provenance.ts'
import type { ReviewStage } from '../../model/review.ts'
import type { AgencyState, ReviewedAgency, ReviewItem } from '../../model/roundState.ts'
import type { RuleSet } from '../../model/ruleSet.ts'
import type { Submission } from '../../model/submission.ts'
import { type Laid, layFigures } from '../../scoring/review/layFigures.ts'
import { type LeafView, leavesIn } from '../../scoring/review/leafPoints.ts'
import { type Reviewed, reviewedSubmission } from '../../scoring/review/reviewedSubmission.ts'
import { isReviewed, reviewItem } from '../../scoring/review/reviewItem.ts'
import type { ReviewStep } from '../../scoring/review/said.ts'
import type { CohortFigures } from '../../scoring/rules/cohortFigures.ts'
import { exemptionsOf } from '../../scoring/scoreLeaves.ts'
import { scoreSubmission } from '../../scoring/scoreSubmission.ts'
import { keep, keepEach } from './isSame.ts'

/** What one agency is scored from. */
export type CellInput = {
  readonly ruleSet: RuleSet
  /** Of what reviewers of the round decide. */
  readonly provenance: Provenance
  readonly state: AgencyState
  readonly received: Submission
  /** Of an earlier period under the same rules. */
  readonly previous: Submission | null
  readonly agency: Agency | null
  readonly form: Form
  /** The round is frozen. */
  readonly isClosed: boolean
  /** ISO instant for the sheets. */
  readonly scoredAt: string
}

/** What agencies of a group measure at the end of each step; null where no rule compares. */
export type Cohorts = ReadonlyMap<ReviewStep | 'self', (criterionId: string) => CohortFigures> | null

/** Figures and exemptions of every step, before anything is scored. */
export function layCell({ ruleSet, provenance, state, received, form }: CellInput): Laid {
  const levels = new Map(
    form.areas.flatMap(area => area.items).map(({ nodeId, notForLevel }) => [nodeId, notForLevel] as const),
  )
  return layFigures({
    ruleSet,
    received,
    items: state.items,
    provenance,
    notForLevel: nodeId => levels.get(nodeId) ?? null,
  })
}

/** Scores an agency at every stage. */
export function scoreCell(input: CellInput, laid: Laid, cohorts: Cohorts): Reviewed {
  const { ruleSet, provenance, isClosed, scoredAt } = input
  const before = grownFrom(input)
  return reviewedSubmission(ruleSet, laid, {
    provenance,
    isClosed,
    isCompared: cohorts !== null,
    score: (submission, step) =>
      scoreSubmission(ruleSet, submission, scoredAt, {
        previous: before,
        cohortAt: cohorts?.get(step) ?? null,
      }),
  })
}

/** Growth only means the period right before. */
function grownFrom({ previous, received }: CellInput): Submission | null {
  return previous && precedes(previous.period, received.period) ? previous : null
}

/** What is drawn of an agency; parts that say what they said before stay the very same objects. */
export function agencyOf(
  input: CellInput,
  reviewed: Reviewed,
  checks: CheckReport,
  stage: ReviewStage,
  was: ReviewedAgency | undefined,
): ReviewedAgency {
  const { ruleSet, state, received, previous, form } = input
  const { submission, steps } = reviewed
  const nodes = keepEach(was?.nodes, new Map(reviewed.sheet.nodes.map(node => [node.criterionId, node])))
  const sheet = keep(was?.sheet, {
    ...reviewed.sheet,
    nodes: reviewed.sheet.nodes.map(node => nodes.get(node.criterionId) ?? node),
  })
  const selfSheet = keep(was?.selfSheet, reviewed.selfSheet)
  const firstSheet = reviewed.firstSheet && keep(was?.firstSheet ?? undefined, reviewed.firstSheet)
  const [self, now] = [leavesIn(selfSheet), leavesIn(sheet)]
  const before = previous ? leavesBefore(ruleSet, previous, input.scoredAt) : null
  const exemptions = exemptionsOf(ruleSet.criteria, received)
  const findings = findingsByNode(checks)
  const formItems = form.areas.flatMap(area => area.items)
  const items = keepEach(
    was?.items,
    new Map(
      formItems.map((item): [string, ReviewItem] => {
        const reason = exemptions.get(item.nodeId)
        return [
          item.nodeId,
          reviewItem({
            ruleSet,
            item,
            stage,
            state: state.items.get(item.nodeId),
            steps,
            self: self.get(item.nodeId),
            now: now.get(item.nodeId),
            before: before?.get(item.nodeId),
            exempt: reason === undefined ? null : { vi: reason, en: reason },
            findings: findings.get(item.nodeId) ?? [],
          }),
        ]
      }),
    ),
  )
  return {
    agencyId: state.agencyId,
    groupId: state.groupId,
    state: keep(was?.state, state),
    submission: keep(was?.submission, submission),
    received,
    previous: grownFrom(input),
    sheet,
    selfSheet,
    firstSheet,
    nodes,
    values: keepEach(was?.values, new Map(submission.values.map(value => [value.metricId, value]))),
    items,
    checks: keep(was?.checks, checks),
    progress: keep(was?.progress, progressOf(formItems, items, stage)),
  }
}

function progressOf(
  formItems: readonly Form['areas'][number]['items'][number][],
  items: ReadonlyMap<string, ReviewItem>,
  stage: ReviewStage,
): ReviewedAgency['progress'] {
  const own = formItems.flatMap(item => {
    const review = items.get(item.nodeId)
    return review && isReviewed(item, review, stage) ? [review] : []
  })
  const all = [...items.values()]
  return {
    of: own.length,
    done: own.filter(each => each.isDone).length,
    asked: all.filter(each => each.status === 'asked' || each.status === 'answered').length,
    conflicts: all.filter(each => each.status === 'conflict').length,
  }
}

/** Blocks and doubts, whether the agency let them stand or not; notices are no findings about a point. */
function findingsByNode({ findings }: CheckReport): ReadonlyMap<string, CheckReport['findings']> {
  const byNode = new Map<string, CheckReport['findings'][number][]>()
  for (const finding of findings) {
    const { nodeId } = finding.place
    if (nodeId === null || finding.severity === 'notice') continue
    const known = byNode.get(nodeId)
    if (known) known.push(finding)
    else byNode.set(nodeId, [finding])
  }
  return byNode
}

type Leaves = ReadonlyMap<string, LeafView>
const earlier = new WeakMap<Submission, Leaves | 'cannot'>()

/** Leaves of the period before; what cannot be scored is compared with nothing. */
function leavesBefore(ruleSet: RuleSet, submission: Submission, scoredAt: string): Leaves | null {
  const known = earlier.get(submission)
  if (known) return known === 'cannot' ? null : known
  try {
    const leaves = leavesIn(scoreSubmission(ruleSet, submission, scoredAt))
    earlier.set(submission, leaves)
    return leaves
  } catch {
    earlier.set(submission, 'cannot')
    return null
  }
}

/** Why an agency is left out. */
export function cannotScore(error: unknown): Bilingual {
  const why = error instanceof Error ? error.message : String(error)
  return { vi: `Không chấm được hồ sơ này: ${why}`, en: `This submission cannot be scored: ${why}` }
}
