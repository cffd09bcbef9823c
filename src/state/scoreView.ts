import type { Catalogue, SubmissionEntry } from '../model/catalogue.ts'
import type { Completeness } from '../model/nextActions.ts'
import { precedes } from '../model/period.ts'
import type { Plan } from '../model/plan.ts'
import { type Problem, refuses } from '../model/problem.ts'
import type { RuleSet } from '../model/ruleSet.ts'
import type {
  ActionScore,
  AreaShares,
  Change,
  Comparison,
  LossView,
  ScoreSheet,
  TargetScore,
} from '../model/scoreSheet.ts'
import { atStage, stagesOf } from '../model/stages.ts'
import type { Stage, Submission } from '../model/submission.ts'
import { countFigures } from '../scoring/actions/countFigures.ts'
import { areaShares, lossesByArea, lossesInAreas } from '../scoring/actions/lossViews.ts'
import { whyNotCompared } from '../scoring/actions/whyNotCompared.ts'
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

/** What screens of one agency draw beside its sheet. */
export type ViewParts = {
  /** The submission of the period right before, which growth is measured against. */
  readonly before: Submission | null
  /** null where no earlier period is known. */
  readonly comparison: Comparison | null
  readonly completeness: Completeness
  /** Losses by area and within each; null where the rule set has no areas. */
  readonly areas: { readonly whole: LossView; readonly each: readonly LossView[] } | null
  readonly shares: AreaShares | null
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
  /** Latest earlier period of the same agency under the rule set that this one replaced, where it has none of its own. */
  readonly replacedPeriod: string | null
  /** null: as the submission stands. */
  readonly stage: Stage | null
  readonly loadedAt: string
}

type ViewResult =
  | { readonly problems: readonly Problem[] }
  | {
      readonly ruleSet: RuleSet
      readonly submission: Submission
      readonly stages: readonly Stage[]
      readonly sheet: ScoreSheet
      readonly change: Change | null
      readonly plan: ScoredPlan | null
      readonly parts: ViewParts
    }

/** Checks the files of a view and scores them; the only place where screens meet the engine. */
export function scoreView({
  ruleSet,
  submission,
  previous,
  earlier,
  plan,
  replacedPeriod,
  stage,
  loadedAt,
}: ViewFiles): ViewResult {
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
  const shown = atStage(submission.value, stage)
  const rightBefore = (file: Submission | null, later: Submission) =>
    file && precedes(file.period, later.period) ? file : null
  const before = rightBefore(comparable, submission.value)
  const sheet = scoreSubmission(rules, shown, loadedAt, { previous: before })
  const compared = comparable && atStage(comparable, stage)
  const previousSheet =
    compared && scoreSubmission(rules, compared, loadedAt, { previous: rightBefore(beforeThat, compared) })
  const change = previousSheet && compareTotals(sheet, previousSheet)
  const whole = lossesByArea(sheet)
  return {
    ruleSet: rules,
    submission: shown,
    stages: stagesOf(submission.value),
    sheet,
    change,
    parts: {
      before,
      comparison: previousSheet
        ? {
            previousPeriod: previousSheet.period,
            previousStage: previousSheet.stage,
            change,
            refusal: change ? null : whyNotCompared(sheet, previousSheet),
          }
        : replacedPeriod === null
          ? null
          : { previousPeriod: replacedPeriod, previousStage: null, change: null, refusal: 'ruleSet' },
      completeness: countFigures(rules, shown, sheet),
      areas: whole && { whole, each: lossesInAreas(sheet) },
      shares: areaShares(sheet),
    },
    plan: plan && {
      plan: plan.value,
      targets: scoreTargets(plan.value, rules, sheet, shown),
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
