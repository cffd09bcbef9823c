import type { Catalogue, SubmissionEntry } from '../model/catalogue.ts'
import { precedes } from '../model/period.ts'
import type { Plan } from '../model/plan.ts'
import { type Problem, refuses } from '../model/problem.ts'
import type { RuleSet } from '../model/ruleSet.ts'
import type { ActionScore, Change, ScoreSheet, TargetScore } from '../model/scoreSheet.ts'
import type { Submission } from '../model/submission.ts'
import { compareTotals } from '../scoring/change/compareTotals.ts'
import { lintRuleSet } from '../scoring/lint/lintRuleSet.ts'
import { lintListing, lintPlan, lintSubmission } from '../scoring/lint/lintSubmission.ts'
import { rankActions, scoreTargets } from '../scoring/scorePlan.ts'
import { scoreSubmission } from '../scoring/scoreSubmission.ts'

/** One plan answered by one score sheet. */
export type ScoredPlan = {
  readonly plan: Plan
  readonly targets: readonly TargetScore[]
  readonly actions: readonly ActionScore[]
}

/** A decoded file with what the catalogue says of it. */
type Listed<T, Entry> = { readonly value: T; readonly entry: Entry }

type ViewFiles = {
  readonly ruleSet: Listed<RuleSet, Catalogue['ruleSets'][number]>
  readonly submission: Listed<Submission, SubmissionEntry>
  /** The agency's period before; a broken one only costs the change and rules that compare periods. */
  readonly previous: Listed<Submission, SubmissionEntry> | null
  /** The period before that one, where rules compare periods. */
  readonly earlier: Listed<Submission, SubmissionEntry> | null
  readonly plan: Listed<Plan, Catalogue['plans'][number]> | null
  readonly loadedAt: string
}

type ViewResult =
  | { readonly problems: readonly Problem[] }
  | {
      readonly ruleSet: RuleSet
      readonly submission: Submission
      readonly sheet: ScoreSheet
      readonly change: Change | null
      readonly plan: ScoredPlan | null
    }

/** Checks the files of a view and scores them; the only place where screens meet the engine. */
export function scoreView({ ruleSet, submission, previous, earlier, plan, loadedAt }: ViewFiles): ViewResult {
  const rules = ruleSet.value
  const problems = [
    ...lintRuleSet(rules, ruleSet.entry.path),
    ...submissionProblems(submission, rules),
    ...(plan ? planProblems(plan, rules) : []),
  ]
  if (refuses(problems)) return { problems: problems.filter(problem => problem.severity === 'error') }
  const usable = (file: Listed<Submission, SubmissionEntry> | null) =>
    file && !refuses(submissionProblems(file, rules)) ? file.value : null
  const comparable = usable(previous)
  const beforeThat = usable(earlier)
  // A change is shown since any earlier period; growth only means the one right before.
  const rightBefore = (file: Submission | null, later: Submission) =>
    file && precedes(file.period, later.period) ? file : null
  const before = rightBefore(comparable, submission.value)
  const sheet = scoreSubmission(rules, submission.value, loadedAt, { previous: before })
  return {
    ruleSet: rules,
    submission: submission.value,
    sheet,
    change:
      comparable &&
      compareTotals(
        sheet,
        scoreSubmission(rules, comparable, loadedAt, { previous: rightBefore(beforeThat, comparable) }),
      ),
    plan: plan && {
      plan: plan.value,
      targets: scoreTargets(plan.value, rules, sheet, submission.value),
      actions: rankActions(plan.value, sheet),
    },
  }
}

function submissionProblems(
  { value, entry: { agencyId, period, path } }: Listed<Submission, SubmissionEntry>,
  ruleSet: RuleSet,
): readonly Problem[] {
  return [...lintListing({ agencyId, period }, value, path), ...lintSubmission(value, ruleSet, path)]
}

function planProblems(
  { value, entry: { agencyId, ruleSetId = '', path } }: Listed<Plan, Catalogue['plans'][number]>,
  ruleSet: RuleSet,
): readonly Problem[] {
  return [...lintListing({ agencyId, ruleSetId }, value, path), ...lintPlan(value, ruleSet, path)]
}
