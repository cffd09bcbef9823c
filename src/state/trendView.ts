import type { Catalogue, SubmissionEntry } from '../model/catalogue.ts'
import { type Problem, refuses } from '../model/problem.ts'
import type { RuleSet } from '../model/ruleSet.ts'
import type { Stage, Submission } from '../model/submission.ts'
import type { TrendPeriod } from '../model/trend.ts'
import { comparePeriods, scorePeriod, trendOf } from '../scoring/change/scoreTrend.ts'
import { lintRuleSet } from '../scoring/lint/lintRuleSet.ts'
import { lintListing, lintSubmission } from '../scoring/lint/lintSubmission.ts'

/** The part of the engine that sets periods beside each other; it is loaded beside the files. */
export const trendEngine = { scorePeriod: scoreTrendPeriod, follow: trendOf, compare: comparePeriods }

export type TrendEngine = typeof trendEngine

/** A period with what a comparison needs of it besides. */
export type ScoredPeriod = {
  readonly period: TrendPeriod
  /** Sound and right before it, for growth. */
  readonly previous: Submission | null
}

type PeriodFiles = {
  readonly ruleSet: RuleSet
  readonly ruleSetEntry: Catalogue['ruleSets'][number]
  readonly submission: Submission
  readonly entry: SubmissionEntry
  readonly previous: { readonly submission: Submission; readonly entry: SubmissionEntry } | null
  readonly stage: Stage | null
  readonly scoredAt: string
}

/** Checks the files of one period of a trend and scores it. */
function scoreTrendPeriod(
  files: PeriodFiles,
): { readonly problems: readonly Problem[] } | { readonly scored: ScoredPeriod } {
  const { ruleSet, ruleSetEntry, submission, entry, stage, scoredAt } = files
  const problems = [
    ...problemsOfRules(ruleSet, ruleSetEntry.path),
    ...problemsOfSubmission(submission, entry, ruleSet),
  ]
  if (refuses(problems)) return { problems: problems.filter(problem => problem.severity === 'error') }
  const previous =
    files.previous && !refuses(problemsOfSubmission(files.previous.submission, files.previous.entry, ruleSet))
      ? files.previous.submission
      : null
  return { scored: { period: scorePeriod(ruleSet, submission, previous, stage, scoredAt), previous } }
}

const checked = new WeakMap<RuleSet, readonly Problem[]>()

/** A rule set runs its worked examples when it is checked: once is enough for all its periods. */
function problemsOfRules(ruleSet: RuleSet, path: string): readonly Problem[] {
  const problems = checked.get(ruleSet) ?? lintRuleSet(ruleSet, path)
  checked.set(ruleSet, problems)
  return problems
}

function problemsOfSubmission(
  submission: Submission,
  { agencyId, period, path }: SubmissionEntry,
  ruleSet: RuleSet,
): readonly Problem[] {
  return [
    ...lintListing({ agencyId, period }, submission, path),
    ...lintSubmission(submission, ruleSet, path),
  ]
}
