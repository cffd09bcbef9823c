import type { VersionChoice } from '../../model/review.ts'
import type { AgencyState, FileState } from '../../model/roundState.ts'
import type { ScoreSheet } from '../../model/scoreSheet.ts'
import type { Submission } from '../../model/submission.ts'
import type { VersionDifference } from '../../model/versions.ts'
import { lintSubmission } from '../../scoring/lint/lintSubmission.ts'
import {
  chosenPrevious,
  chosenSubmission,
  readableSubmission,
} from '../../scoring/review/chosenSubmission.ts'
import { compareVersions } from '../../scoring/review/compareVersions.ts'
import { scoreSubmission } from '../../scoring/scoreSubmission.ts'
import type { OpenRound } from './openRound.ts'

/** One file of an agency that can be read, as the rules of the round read it. */
export type AgencyVersion = {
  readonly file: FileState
  /** null: it answers other rules and nothing of it means something under those of the round. */
  readonly submission: Submission | null
}

/** Files of an agency that were read and not set aside, latest first. */
export function versionsOf(agency: AgencyState, open: OpenRound): readonly AgencyVersion[] {
  return agency.files
    .filter(({ file, setAside }) => file.outcome === 'read' && setAside === null)
    .map(file => ({
      file,
      submission: readableSubmission(open.received.get(file.file.sha256), open.ruleSet, true),
    }))
}

/** Where the versions differ; none with fewer than two. */
export function differencesOf(
  versions: readonly AgencyVersion[],
  { ruleSet }: Pick<OpenRound, 'ruleSet'>,
): readonly VersionDifference[] {
  const readable = versions.flatMap(({ submission }) => (submission ? [submission] : []))
  return readable.length > 1 && readable.length === versions.length ? compareVersions(readable, ruleSet) : []
}

/**
 * What a choice would score, as the agency said it.
 * @returns null where it cannot be read or scored
 */
export function scoreOfChoice(choice: VersionChoice, open: OpenRound): ScoreSheet | null {
  const { received, ruleSet } = open
  const submission = chosenSubmission(choice, received, ruleSet)
  if (!submission || lintSubmission(submission, ruleSet, '').some(each => each.severity === 'error'))
    return null
  const previous = chosenPrevious(choice, received, ruleSet)
  return scoreSubmission(ruleSet, submission, open.round.createdAt, { previous })
}
