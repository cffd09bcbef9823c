import type { CohortView } from '../model/cohort.ts'
import { type Problem, refuses } from '../model/problem.ts'
import { type GroupsRequest, scoreGroups } from '../scoring/cohort/scoreGroups.ts'
import { lintRuleSet } from '../scoring/lint/lintRuleSet.ts'

// Runs in a Web Worker; cohortEngine.ts is the other end.

export type CohortRequest = GroupsRequest & { readonly ruleSetFile: string; readonly scoredAt: string }

export type CohortAnswer =
  | { readonly kind: 'scored'; readonly view: CohortView }
  /** The rule set itself does not hold. */
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] }
  | { readonly kind: 'failed'; readonly message: string }

self.addEventListener('message', ({ data }: MessageEvent<CohortRequest>) => {
  self.postMessage(answer(data))
})

/** Files whose rule set holds: a published one never changes while the page is open, so it is asked once. */
const sound = new Set<string>()

function answer({ ruleSetFile, scoredAt, ...request }: CohortRequest): CohortAnswer {
  try {
    const problems = sound.has(ruleSetFile) ? [] : lintRuleSet(request.ruleSet, ruleSetFile)
    if (refuses(problems))
      return { kind: 'refused', problems: problems.filter(problem => problem.severity === 'error') }
    sound.add(ruleSetFile)
    return { kind: 'scored', view: scoreGroups(request, scoredAt) }
  } catch (error) {
    return { kind: 'failed', message: error instanceof Error ? error.message : String(error) }
  }
}
