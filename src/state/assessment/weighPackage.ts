import { ruleSetHash } from '../../io/hash/ruleSetHash.ts'
import type { ReadPackage } from '../../io/package/packageFormat.ts'
import { placeIn } from '../../io/package/packageProblem.ts'
import { canonicalJson } from '../../model/canonicalJson.ts'
import { refuses } from '../../model/problem.ts'
import type { RuleSet } from '../../model/ruleSet.ts'
import { carrySubmission } from '../../scoring/change/carrySubmission.ts'
import { compareSheets } from '../../scoring/change/compareSheets.ts'
import { compareRuleSets } from '../../scoring/compareRuleSets.ts'
import { diffFields } from '../../scoring/diffFields.ts'
import { lintRuleSet } from '../../scoring/lint/lintRuleSet.ts'
import { lintSubmission } from '../../scoring/lint/lintSubmission.ts'
import { scoreSubmission } from '../../scoring/scoreSubmission.ts'
import { engineVersion } from '../../scoring/writeSheet.ts'
import { mostPlaces, type PackageVerdict, type RulesHere, type ScoredAgain } from './packageVerdict.ts'

export type PackageParts = Omit<ReadPackage, 'evidence'>

/**
 * Scores a submission file by the rules that came with it and sets the result beside the sheet inside; where
 * this page has other rules of the same id, says what changed and scores it by them as well.
 * @param here the rule set of this page; null where it has none of that id
 */
export function weighPackage(pack: PackageParts, here: RuleSet | null): PackageVerdict {
  return { again: scoreAgain(pack), rules: rulesHere(pack, here) }
}

function scoreAgain({ file, submission, ruleSet, previous, scoreSheet }: PackageParts): ScoredAgain {
  // The rules came from somebody else: they are checked like any rule set before the engine sees them.
  const faults = [
    ...lintRuleSet(ruleSet, placeIn(file, 'rule-set.json')),
    ...lintSubmission(submission, ruleSet, placeIn(file, 'submission.json')),
    ...(previous ? lintSubmission(previous, ruleSet, placeIn(file, 'previous.json')) : []),
  ]
  if (refuses(faults)) return { kind: 'cannot', problems: faults.filter(each => each.severity === 'error') }
  const sheet = scoreSubmission(ruleSet, submission, scoreSheet.scoredAt, { previous })
  const comparison = compareSheets(scoreSheet, sheet)
  if (canonicalJson(sheet) === canonicalJson(scoreSheet)) return { kind: 'identical', sheet, comparison }
  return {
    kind: 'differs',
    sheet,
    comparison,
    places: diffFields(scoreSheet, sheet).slice(0, mostPlaces),
    otherEngine: scoreSheet.engineVersion === engineVersion ? null : scoreSheet.engineVersion,
  }
}

function rulesHere(pack: PackageParts, here: RuleSet | null): RulesHere {
  if (!here) return { kind: 'unknown' }
  const sha256 = ruleSetHash(here)
  if (sha256 === pack.manifest.ruleSet.sha256) return { kind: 'same' }
  const { id, version } = here
  return {
    kind: 'other',
    mark: { id, version, sha256 },
    isSameVersion: version === pack.ruleSet.version,
    change: compareRuleSets(pack.ruleSet, here),
    comparison: scoredHere(pack, here),
  }
}

/** The figures as far as they mean something under the rules of this page. */
function scoredHere({ file, submission, ruleSet, previous, scoreSheet }: PackageParts, here: RuleSet) {
  const carry = (each: typeof submission) => ({
    ...carrySubmission(each, ruleSet, here),
    ruleSetVersion: here.version,
  })
  const carried = carry(submission)
  const before = previous && carry(previous)
  const faults = [
    ...lintRuleSet(here, file),
    ...[carried, ...(before ? [before] : [])].flatMap(each => lintSubmission(each, here, file)),
  ]
  if (refuses(faults)) return null
  const sheet = scoreSubmission(here, carried, scoreSheet.scoredAt, { previous: before })
  return compareSheets(scoreSheet, sheet)
}
