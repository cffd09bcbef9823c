import type { LedgerEntry, RoundStage } from '../../../model/review.ts'
import type { AgencyState, NotCounted, RoundState } from '../../../model/roundState.ts'
import type { EntryNames, NamedCriterion } from './entryNames.ts'
import { isAbout, subjectOf } from './entrySubject.ts'
import { type EntryWords, wordsOfEntry } from './entryWords.ts'

/** One line of a trail. */
export type TrailLine = {
  readonly entry: LedgerEntry
  readonly words: EntryWords
  readonly out: NotCounted | null
  /** What the agency answered to this criterion, in its own words. */
  readonly answer: string | null
  /** What the agency was asked, and by when it had to answer. */
  readonly question: string | null
  /** Titles of the evidence that was looked at, or sent with an answer. */
  readonly evidence: readonly string[]
  /** Whether this line is what stands of its stage. */
  readonly stands: boolean
}

export type TrailStage = { readonly stage: RoundStage | 'after'; readonly lines: readonly TrailLine[] }

/** Lines about one criterion of one agency, stage after stage, as an appeal asks for them. */
export function trailOf({
  state,
  names,
  agencyId,
  criterionId,
  evidenceTitle,
}: {
  state: RoundState
  names: EntryNames
  agencyId: string
  criterionId: string
  evidenceTitle: (id: string) => string
}): readonly TrailStage[] {
  const agency = state.agencies.get(agencyId)
  const standing = standingIds(agency, criterionId)
  const lines = state.entries.flatMap(entry => {
    const subject = subjectOf(entry, names.byId)
    const isRound = entry.act.kind === 'deadline' || entry.act.kind === 'close' || entry.act.kind === 'reopen'
    const isOurs = subject.agencyId === agencyId && isAbout(entry, criterionId, subject)
    const isFile = subject.agencyId === agencyId && isOfFile(entry)
    if (!isRound && !isOurs && !isFile) return []
    return [{ stage: stageOfLine(entry, subject.stage), line: lineOf(entry) }]
  })
  function lineOf(entry: LedgerEntry): TrailLine {
    const { act } = entry
    const answer =
      act.kind === 'answer' ? act.answers.find(each => each.criterionId === criterionId) : undefined
    const question =
      act.kind === 'request'
        ? act.request.questions.find(each => each.criterionId === criterionId)?.question
        : undefined
    return {
      entry,
      words: wordsOfEntry(entry, names),
      out: state.notCounted.get(entry.id) ?? null,
      answer: answer?.text ?? null,
      question: question ?? null,
      evidence: [
        ...(act.kind === 'decide' ? act.evidenceIds.map(evidenceTitle) : []),
        ...(answer?.evidence.map(each => each.title) ?? []),
      ],
      stands: standing.has(entry.id),
    }
  }
  const stages = ['selfAssessment', 'firstReview', 'explanation', 'secondReview', 'closed', 'after'] as const
  return stages.map(stage => ({
    stage,
    lines: lines.filter(each => each.stage === stage).map(each => each.line),
  }))
}

function isOfFile({ act }: LedgerEntry): boolean {
  return ['receive', 'receivedAt', 'setAside', 'use'].includes(act.kind)
}

function stageOfLine({ act }: LedgerEntry, stage: RoundStage | null): TrailStage['stage'] {
  if (act.kind === 'survey') return 'closed'
  return stage ?? 'after'
}

/** Lines that are what stands of their stage; none of a conflict is. */
function standingIds(agency: AgencyState | undefined, criterionId: string): ReadonlySet<string> {
  const item = agency?.items.get(criterionId)
  const standings = [item?.firstReview, item?.secondReview, item?.survey, agency?.chosenBy]
  return new Set(standings.flatMap(each => (each?.kind === 'settled' ? [each.entry.id] : [])))
}

/** "4.5 Minh chứng đầy đủ", in full. */
export function wholeName(criterion: NamedCriterion | null, id: string): string {
  return criterion === null ? id : `${criterion.code} ${criterion.name}`.trim()
}
