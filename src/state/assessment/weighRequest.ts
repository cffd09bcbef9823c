import { ruleSetHash } from '../../io/hash/ruleSetHash.ts'
import { placeIn } from '../../io/package/packageProblem.ts'
import { type ReadRequest, requestPaths } from '../../io/package/requestFormat.ts'
import { refuses } from '../../model/problem.ts'
import type { RuleSet } from '../../model/ruleSet.ts'
import { formOf } from '../../scoring/form/formOf.ts'
import { lintRuleSet } from '../../scoring/lint/lintRuleSet.ts'
import { lintSubmission } from '../../scoring/lint/lintSubmission.ts'
import type { RequestVerdict } from './packageVerdict.ts'

/**
 * Whether the questions of a request can be answered on this page: the rules came from somebody else and are
 * checked like any rule set, and the form is that of the rules the page publishes.
 * @param here the rule set of this page; null where it has none of that id
 */
export function weighRequest(
  { file, submission, ruleSet, previous, manifest }: ReadRequest,
  here: RuleSet | null,
): RequestVerdict {
  const faults = [
    ...lintRuleSet(ruleSet, placeIn(file, requestPaths.ruleSet)),
    ...lintSubmission(submission, ruleSet, placeIn(file, requestPaths.submission)),
    ...(previous ? lintSubmission(previous, ruleSet, placeIn(file, requestPaths.previous)) : []),
  ]
  if (refuses(faults)) return { kind: 'cannot', problems: faults.filter(each => each.severity === 'error') }
  if (!here) return { kind: 'unknownRules' }
  return ruleSetHash(here) === manifest.ruleSet.sha256
    ? { kind: 'answerable', form: formOf(ruleSet, null) }
    : { kind: 'otherRules', version: here.version }
}
