import type { Agency } from '../../model/agency.ts'
import type { CheckReport } from '../../model/checks.ts'
import type { Bilingual } from '../../model/provenance.ts'
import type { ReceivedSubmission, VersionChoice } from '../../model/review.ts'
import type { AgencyState, ReviewedAgency, RoundState } from '../../model/roundState.ts'
import type { RuleSet } from '../../model/ruleSet.ts'
import type { Submission } from '../../model/submission.ts'
import { chosenPrevious, chosenSubmission } from '../../scoring/review/chosenSubmission.ts'
import type { Laid } from '../../scoring/review/layFigures.ts'
import type { Reviewed } from '../../scoring/review/reviewedSubmission.ts'
import { isSame } from './isSame.ts'
import { type CellInput, cannotScore } from './reviewedCell.ts'

/** What a round is scored from. */
export type ReviewerInput = {
  readonly state: RoundState
  readonly ruleSet: RuleSet
  /** Files that were read, by SHA-256. */
  readonly received: ReadonlyMap<string, ReceivedSubmission>
  readonly agencies: ReadonlyMap<string, Agency>
  /** What this page publishes of an earlier period, by agency; null while it is being loaded. */
  readonly published: ReadonlyMap<string, Submission> | null
  readonly workloadMetricId: string | null
  /** ISO instant. */
  readonly now: string
}

/** What is known of one agency. */
export type Cell = {
  input: CellInput
  laid: Laid | null
  reviewed: Reviewed | null
  checks: CheckReport | null
  agency: ReviewedAgency | null
  problem: Bilingual | null
  /** Which parts of the above are out of date. */
  stale: { lay: boolean; score: boolean; checks: boolean; items: boolean }
  /** What it was read by, to tell whether the same is read again. */
  readonly source: Source
}

export type Source = {
  readonly choice: VersionChoice
  readonly files: readonly (ReceivedSubmission | undefined)[]
  readonly submission: Submission
  readonly previous: Submission | null
}

/** The last look at what is the same everywhere waits for nothing that is shown. */
export function isBehind({ lay, score, items }: Cell['stale']): boolean {
  return lay || score || items
}

/** Runs a piece of the work; where it fails, the agency is left out and the rest goes on. */
export function attempt(cell: Cell, piece: () => void): void {
  try {
    piece()
  } catch (error) {
    cell.problem = cannotScore(error)
    cell.stale = { lay: false, score: false, checks: false, items: false }
  }
}

/** The cell of an agency under what is known of it now, with what is out of date. */
export function renewed(was: Cell | undefined, input: CellInput, source: Source): Cell {
  if (!was) {
    return {
      input,
      source,
      laid: null,
      reviewed: null,
      checks: null,
      agency: null,
      problem: null,
      stale: { lay: true, score: true, checks: false, items: true },
    }
  }
  const isOtherFile = was.input.received !== input.received || was.input.form !== input.form
  const isOtherPrevious = was.input.previous !== input.previous
  const isSaid = isSame(was.input.state, input.state)
  const isOther = isOtherFile || (!isSaid && !decidesTheSame(was.input.state, input.state))
  const state = isSaid ? was.input.state : input.state
  return {
    ...was,
    input: { ...input, state },
    source,
    problem: isOther || isOtherPrevious ? null : was.problem,
    checks: isOtherFile || isOtherPrevious ? null : was.checks,
    stale: {
      lay: was.stale.lay || isOther,
      score: was.stale.score || isOther || isOtherPrevious || was.input.isClosed !== input.isClosed,
      checks: was.stale.checks,
      items: was.stale.items || !isSaid,
    },
  }
}

/** Whether the same lines decide; words exchanged and requests move no point. */
function decidesTheSame(a: AgencyState, b: AgencyState): boolean {
  if (a.items.size !== b.items.size) return false
  return [...a.items].every(([id, item]) => {
    const other = b.items.get(id)
    return (
      other !== undefined &&
      isSame(item.firstReview, other.firstReview) &&
      isSame(item.secondReview, other.secondReview) &&
      isSame(item.survey, other.survey) &&
      isSame(item.answers, other.answers)
    )
  })
}

/** What is read of an agency: the same objects as long as the same files are chosen. */
export function sourceOf(
  { agencyId, choice }: AgencyState,
  { received, ruleSet, published }: ReviewerInput,
  was: Source | undefined,
): Source | null {
  if (!choice) return null
  const files = [choice.base, ...choice.picks.map(pick => pick.from)].map(sha256 => received.get(sha256))
  const isKnown = was && isSame(was.choice, choice) && was.files.every((file, index) => file === files[index])
  const submission = isKnown ? was.submission : chosenSubmission(choice, received, ruleSet)
  if (!submission) return null
  const along = chosenPrevious(choice, received, ruleSet)
  const isUsable = along?.ruleSetId === ruleSet.id && along.ruleSetVersion === ruleSet.version
  const previous = (isUsable ? along : null) ?? published?.get(agencyId) ?? null
  return { choice, files, submission, previous }
}

export function receivedAt({ files }: AgencyState, { base }: VersionChoice): string | null {
  return files.find(each => each.file.sha256 === base)?.receivedAt ?? null
}
