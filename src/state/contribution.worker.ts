import type { Contribution } from '../model/attribution.ts'
import { type Problem, refuses } from '../model/problem.ts'
import { type ContributionRequest, contributionsTo } from '../scoring/attribution/contributionsTo.ts'
import { lintListing, lintSubmission } from '../scoring/lint/lintSubmission.ts'

// Runs in a Web Worker; contributionEngine.ts is the other end.

/** The rule set and the agencies' submissions were checked when the agencies were compared. */
export type ContributionQuestion = ContributionRequest & {
  /** The file the agency above stands in. */
  readonly wholeFile: string
  /** What the index says of it. */
  readonly period: string
  readonly scoredAt: string
}

export type ContributionAnswer =
  | { readonly kind: 'split'; readonly contribution: Contribution }
  /** The agency above reported what does not answer the rule set. */
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] }
  | { readonly kind: 'failed'; readonly message: string }

self.addEventListener('message', ({ data }: MessageEvent<ContributionQuestion>) => {
  self.postMessage(answer(data))
})

function answer({ wholeFile, scoredAt, ...request }: ContributionQuestion): ContributionAnswer {
  try {
    const { whole, ruleSet, parentId, period } = request
    const listed = { agencyId: parentId, period }
    const problems = whole
      ? [...lintListing(listed, whole, wholeFile), ...lintSubmission(whole, ruleSet, wholeFile)]
      : []
    if (refuses(problems))
      return { kind: 'refused', problems: problems.filter(problem => problem.severity === 'error') }
    return { kind: 'split', contribution: contributionsTo(request, scoredAt) }
  } catch (error) {
    return { kind: 'failed', message: error instanceof Error ? error.message : String(error) }
  }
}
