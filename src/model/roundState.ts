import type { CheckReport } from './checks.ts'
import type { Exact, Interval } from './exact.ts'
import type { Bilingual } from './provenance.ts'
import type {
  LedgerEntry,
  ReceivedFile,
  RemedyTask,
  RequestAnswer,
  ReviewRequest,
  ReviewRound,
  RoundStage,
  TaskState,
  VersionChoice,
} from './review.ts'
import type { NodeScore, ScoreSheet } from './scoreSheet.ts'
import type { MetricValue, Submission } from './submission.ts'

/** A line whose act is of one kind. */
export type EntryOf<Kind extends LedgerEntry['act']['kind']> = LedgerEntry & {
  readonly act: Extract<LedgerEntry['act'], { readonly kind: Kind }>
}

/** What stands of one matter: nothing yet, one line, or several that did not know of each other. */
export type Standing<Entry> =
  | { readonly kind: 'none' }
  | { readonly kind: 'settled'; readonly entry: Entry }
  | { readonly kind: 'conflict'; readonly entries: readonly Entry[] }

/** Why a line does not count. It is kept and shown all the same. */
export type NotCounted = 'withdrawn' | 'afterDeadline' | 'afterClosing'

/** One leaf or adjustment of one agency. */
export type ItemState = {
  readonly firstReview: Standing<EntryOf<'decide'>>
  readonly secondReview: Standing<EntryOf<'decide'>>
  readonly survey: Standing<EntryOf<'survey'>>
  /** What a closed first review knew of it, where that is not what stands now: its result keeps it. */
  readonly surveyAtFirst?: Standing<EntryOf<'survey'>> | undefined
  /** Answers that came back, earliest first. */
  readonly answers: readonly { readonly entry: EntryOf<'answer'>; readonly answer: RequestAnswer }[]
  /** Every line about it, also those that do not count, in the order of the ledger. */
  readonly history: readonly LedgerEntry[]
}

export type FileState = {
  readonly entry: EntryOf<'receive'>
  readonly file: ReceivedFile
  /** ISO instant; as corrected, where it was. */
  readonly receivedAt: string
  readonly correctedAt: EntryOf<'receivedAt'> | null
  /**
   * By the deadline of handing in. `unclear`: made before it and put in here after it, so somebody has to say when
   * it came; `noDeadline`.
   */
  readonly timeliness: 'onTime' | 'late' | 'unclear' | 'noDeadline'
  readonly setAside: EntryOf<'setAside'> | null
  /** The same bytes were received before. */
  readonly repeats: number
  /** Answers other rules than the round: nothing of it counts until it is carried over or sent again. */
  readonly isOtherRules: boolean
}

export type AgencyState = {
  readonly agencyId: string
  readonly groupId: string
  /** Latest first; answers to requests are not among them. */
  readonly files: readonly FileState[]
  /**
   * `notReceived`; `unusable`: files came and none can be used as it is; `undecided`: several versions and nobody
   * chose; `chosen`.
   */
  readonly state: 'notReceived' | 'unusable' | 'undecided' | 'chosen'
  /** What is read; the only usable file where nobody chose. */
  readonly choice: VersionChoice | null
  readonly chosenBy: Standing<EntryOf<'use'>>
  /** By criterion or adjustment id; those nobody said anything about are not in it. */
  readonly items: ReadonlyMap<string, ItemState>
  readonly requests: readonly {
    readonly entry: EntryOf<'request'>
    readonly request: ReviewRequest
    /** The last answer file; null while none came. */
    readonly answer: EntryOf<'answer'> | null
  }[]
  readonly published: Standing<EntryOf<'publish'>>
}

export type StageState = {
  readonly stage: RoundStage
  /** Instant with offset, as last set; of several at odds the latest. null: none. */
  readonly deadline: string | null
  readonly setBy: EntryOf<'deadline'> | null
  /** The line that froze it, of several the one that says most; null while it is open. */
  readonly closed: EntryOf<'close'> | null
  /** Closings and reopenings, in order. */
  readonly history: readonly (EntryOf<'close'> | EntryOf<'reopen'>)[]
}

/** What a ledger comes to. The same for the same set of lines, in whatever order they came together. */
export type RoundState = {
  readonly round: ReviewRound
  /** In total order. */
  readonly entries: readonly LedgerEntry[]
  /** By line id; lines that are not in it count. */
  readonly notCounted: ReadonlyMap<string, NotCounted>
  /** Every agency that has to hand in, in the order of the round, then those nobody expected. */
  readonly agencies: ReadonlyMap<string, AgencyState>
  /** Files nobody can read or that belong to no agency of the round. */
  readonly refused: readonly FileState[]
  readonly stages: Readonly<Record<RoundStage, StageState>>
  /** Areas by reviewer, as last assigned. */
  readonly assigned: ReadonlyMap<string, readonly string[]>
  readonly remedies: ReadonlyMap<string, Standing<EntryOf<'remedy'>> & { readonly task: RemedyTask | null }>
  /** By `<planId or round>/<taskId>`. */
  readonly taskStates: ReadonlyMap<
    string,
    Standing<EntryOf<'taskState'>> & { readonly state: TaskState | null }
  >
  /** Every matter that waits for somebody to choose. */
  readonly conflicts: readonly ReviewConflict[]
}

export type ReviewConflict = {
  readonly agencyId: string | null
  readonly criterionId: string | null
  /** Of decisions, deadlines and closings. */
  readonly stage: RoundStage | null
  readonly about:
    | 'decide'
    | 'survey'
    | 'use'
    | 'publish'
    | 'remedy'
    | 'taskState'
    | 'deadline'
    | 'close'
    | 'receivedAt'
    | 'assign'
  readonly entries: readonly LedgerEntry[]
}

/** How free a reviewer is to set the points of an item. */
export type PointsFreedom =
  /** Points follow from figures: correct those. A claim may be taken (`claims`) or refused in favour of the rule. */
  | { readonly kind: 'byRule' }
  /** From `least` to `most`, in steps of `step` where the rule set names one. */
  | { readonly kind: 'judged'; readonly least: Exact; readonly most: Exact; readonly step: Exact | null }
  /** A survey gives it; it is entered apart. */
  | { readonly kind: 'survey' }

/** What reviewing one item of one agency comes to. */
export type ReviewItem = {
  readonly nodeId: string
  /**
   * `open`: nobody said anything; `asked` and `answered`: waits for the agency, or for a reviewer to read its answer;
   * `stale`: decided on figures that were corrected since; `conflict`: several say different things.
   */
  readonly status:
    | 'open'
    | 'agreed'
    | 'changed'
    | 'notApplicable'
    | 'asked'
    | 'answered'
    | 'stale'
    | 'conflict'
  /** Decided at the stage that is being worked on. */
  readonly isDone: boolean
  /** Points: claimed by the agency; by rule from the figures as handed in; as they stand now. null: not there, open. */
  readonly claimed: Exact | null
  readonly computed: Interval | null
  readonly standing: Interval | null
  /** standing − what the agency said of itself (claim, else rule); null where either is open. */
  readonly difference: Exact | null
  /**
   * Points that stood before the stage that is worked on, from figures as they are corrected at it by other lines:
   * what a new line gives as `from`. null: open, or not applicable.
   */
  readonly stood?: Exact | null | undefined
  /** Of the period before, as published; null: nothing to compare with. */
  readonly before: Exact | null
  readonly freedom: PointsFreedom
  readonly state: ItemState
  /** Why the line that stands cannot be followed: it counts for nothing until somebody decides again. */
  readonly invalid?: Bilingual | undefined
  /** Not for agencies of this level, or said not to apply by the agency. */
  readonly exempt: Bilingual | null
  /** Findings of the checks about it, blocks and open or accepted doubts. */
  readonly findings: CheckReport['findings']
}

/** Points of one leaf among the agencies of a group, as they stand. */
export type PeerRange = {
  readonly lowest: Exact
  readonly median: Exact
  readonly highest: Exact
  /** Agencies with settled points. */
  readonly of: number
}

/** One agency of the round, scored at what was decided so far. */
export type ReviewedAgency = {
  readonly agencyId: string
  readonly groupId: string
  readonly state: AgencyState
  /** As it stands: corrected figures, claims and decisions of every stage. What the engine scores. */
  readonly submission: Submission
  /** As handed in. */
  readonly received: Submission
  /** Of the period right before, as it is scored with; null or absent: nothing to grow from. */
  readonly previous?: Submission | null | undefined
  /** As it stands, and at the end of each stage that decided something. */
  readonly sheet: ScoreSheet
  readonly selfSheet: ScoreSheet
  readonly firstSheet: ScoreSheet | null
  readonly nodes: ReadonlyMap<string, NodeScore>
  readonly values: ReadonlyMap<string, MetricValue>
  readonly items: ReadonlyMap<string, ReviewItem>
  readonly checks: CheckReport
  /** Items that are reviewers' business, and how many are decided at the current stage. */
  readonly progress: {
    readonly of: number
    readonly done: number
    readonly asked: number
    readonly conflicts: number
  }
}
