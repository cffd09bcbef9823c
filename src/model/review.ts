import type { Decimal, Exact } from './exact.ts'
import type { Bilingual, Provenance } from './provenance.ts'
import type { RuleSetMark } from './ruleSetMark.ts'
import type { EvidenceItem, MetricValue, PublishedPoints, Submission } from './submission.ts'

/** Form of rounds, ledgers and review files; older ones are brought up to it when they are read. */
export const reviewFormat = 1

/** Stages of a round, in order. Each has a deadline of its own and closes on its own. */
export const roundStages = ['selfAssessment', 'firstReview', 'explanation', 'secondReview', 'closed'] as const
export type RoundStage = (typeof roundStages)[number]

/** Stages at which reviewers decide points. */
export type ReviewStage = 'firstReview' | 'secondReview'

/**
 * One round of review ("đợt thẩm định"): who has to hand in what. Never changed once made, so that two machines
 * mean the same by its id; everything that happens in it stands in its ledger.
 */
export type ReviewRound = {
  readonly format: typeof reviewFormat
  /** Random. */
  readonly id: string
  readonly name: string | null
  readonly ruleSet: RuleSetMark
  readonly period: string
  /** Who has to hand in, by comparison group; no agency stands in two. */
  readonly groups: readonly {
    readonly groupId: string
    readonly name: string
    readonly agencyIds: readonly string[]
  }[]
  /** ISO instant. */
  readonly createdAt: string
  /** Of what is decided in it; illustrative where its agencies are made up. */
  readonly provenance: Provenance
}

/**
 * One line of the ledger ("sổ ghi"). Lines are added, never edited or taken away; undoing is a line as well.
 * Ledgers of several machines are put together as sets, so everything that matters about the order of lines is in them.
 */
export type LedgerEntry = {
  /** `<pen>-<seq>` */
  readonly id: string
  /** Random, one an open page: whatever writes at the same time has pens of its own. */
  readonly pen: string
  /** 1, 2, 3 … within the pen. */
  readonly seq: number
  /** SHA-256 of the pen's line before as canonical JSON; null for its first. A line taken out or altered later shows. */
  readonly previous: string | null
  /** Larger than that of every line its writer knew. */
  readonly clock: number
  /** Name as typed: nobody proves who it was. */
  readonly by: string
  /** ISO instant by the clock of the writer's machine. */
  readonly at: string
  readonly act: LedgerAct
}

/** Total order of lines, the same on every machine: by clock, then pen, then seq. */
export function compareEntries(a: LedgerEntry, b: LedgerEntry): number {
  return a.clock - b.clock || (a.pen < b.pen ? -1 : a.pen > b.pen ? 1 : 0) || a.seq - b.seq
}

/** A figure with its state, as reviewers correct it. */
export type FigureCorrection = {
  readonly metricId: string
  readonly was: FigureState
  readonly to: FigureState
}

export type FigureState =
  | { readonly state: 'entered'; readonly value: Decimal }
  | { readonly state: Exclude<MetricValue['state'], 'entered'> }

/** What a reviewer says of a leaf or adjustment. */
export type Verdict =
  /** What stood before this stage stands: the claim or what the rule gives; in the second round the first one's result. */
  | { readonly kind: 'agree' }
  /** What was claimed, or decided before, does not count; what the rule gives does. */
  | { readonly kind: 'byRule' }
  /** Figures are corrected and everything that rests on them is scored again by rule. */
  | { readonly kind: 'figures'; readonly figures: readonly FigureCorrection[] }
  /** Only where the rules let a reviewer judge (`PointsFreedom`). */
  | { readonly kind: 'points'; readonly points: Decimal }
  | { readonly kind: 'notApplicable' }
  /** Decides nothing; the agency is asked. */
  | { readonly kind: 'ask'; readonly question: string }

/** Which submission of an agency is read: one file, or one with some parts of others. */
export type VersionChoice = {
  /** SHA-256 of the received file. */
  readonly base: string
  readonly picks: readonly VersionPick[]
  /** The file answers another version of the rules and is read by those of the round all the same. */
  readonly carried?: true | undefined
}

/** One field that is taken from another version. */
export type VersionPick = {
  readonly part: 'value' | 'claim' | 'notApplicable' | 'explanation' | 'evidence'
  /** Metric of a value; criterion of the others (of evidence: all that names it). */
  readonly id: string
  /** SHA-256 of the file it comes from. */
  readonly from: string
}

/** What the inbox keeps of a file that came in, beside the file itself. */
export type ReceivedFile = {
  /** Of the whole file. */
  readonly sha256: string
  readonly fileName: string
  readonly bytes: number
} & (
  | {
      readonly outcome: 'read'
      readonly agencyId: string
      /** What the file calls the agency; the directory may know it or not. */
      readonly agencyName: string | null
      readonly period: string
      readonly ruleSet: RuleSetMark
      /** ISO instant by the clock of the sender's machine. */
      readonly madeAt: string
      readonly submissionId: string
      readonly approvedBy: string | null
      readonly approvedOn: string | null
      /** Scored once more here: the same to the last digit, not the same, or not at all. */
      readonly rescored: 'identical' | 'differs' | 'cannot'
      /** `page`: taken over from what this page publishes, no file of the agency. */
      readonly origin: 'file' | 'page'
      /** The request it answers. */
      readonly answers: { readonly requestId: string; readonly roundId: string } | null
      /**
       * SHA-256 of what was read of it (`ReceivedSubmission`) as canonical JSON: the chain and the closings protect
       * the figures with the line. Absent in lines of earlier pages.
       */
      readonly readSha256?: string | undefined
      readonly warnings: readonly Bilingual[]
    }
  | {
      readonly outcome: 'refused'
      /** `altered`: a hash inside does not hold, so something was changed after it was made. */
      readonly why:
        | 'altered'
        | 'damaged'
        | 'notPackage'
        | 'newer'
        | 'otherRound'
        | 'cannotScore'
        | 'unreadable'
      readonly problems: readonly Bilingual[]
      /** As far as the file tells. */
      readonly agencyId: string | null
    }
)

/** Questions that go to one agency as a file. */
export type ReviewRequest = {
  readonly id: string
  readonly roundId: string
  readonly ruleSet: RuleSetMark
  readonly agencyId: string
  readonly period: string
  /** Name of the reviewer as typed, ISO instant, and until when an answer counts ("2026-11-28T17:00:00+07:00"). */
  readonly by: string
  readonly at: string
  readonly dueAt: string | null
  readonly questions: readonly {
    /** Line of the ledger that asked. */
    readonly entryId: string
    readonly criterionId: string
    readonly question: string
    /** Points it stood at when it was asked; null: open. */
    readonly points: Exact | null
  }[]
}

/** What an agency answers to one question. Its figures and claims are proposals: a reviewer decides. */
export type RequestAnswer = {
  readonly criterionId: string
  readonly text: string | null
  readonly figures: readonly FigureCorrection[]
  /** Points it asks for now, where that changed; null: none. */
  readonly claim: Decimal | null
  /** It takes the points back that it had claimed. */
  readonly dropsClaim?: true | undefined
  readonly evidence: readonly EvidenceItem[]
}

/** Work that follows from a lost point ("nhiệm vụ khắc phục"). */
export type RemedyTask = {
  readonly name: string
  readonly criterionIds: readonly string[]
  /** Whose points were lost; null: of the whole round. */
  readonly agencyId: string | null
  /** Agencies of the directory; `lead` as written where it is none of them. */
  readonly leadIds: readonly string[]
  readonly lead: string
  readonly product: string | null
  /** ISO day. */
  readonly due: string | null
}

export type TaskState = 'notStarted' | 'doing' | 'done' | 'dropped'

export type LedgerAct =
  // Inbox
  | { readonly kind: 'receive'; readonly file: ReceivedFile }
  /** When a file really came in, where that is not when it was put in here. ISO instant. */
  | {
      readonly kind: 'receivedAt'
      readonly sha256: string
      readonly at: string
      readonly reason: string
      readonly over?: Over | undefined
    }
  | {
      readonly kind: 'setAside'
      readonly sha256: string
      readonly reason: string
      readonly over?: Over | undefined
    }
  | {
      readonly kind: 'use'
      readonly agencyId: string
      readonly choice: VersionChoice
      readonly reason: string | null
      readonly over: Over
    }
  // Round
  /** Instant with the offset of Asia/Ho_Chi_Minh ("2026-11-25T17:00:00+07:00"); null: none. */
  | {
      readonly kind: 'deadline'
      readonly stage: RoundStage
      readonly at: string | null
      readonly reason: string | null
      /** Not in older ledgers: such a line replaces whatever has a smaller clock. */
      readonly over?: Over | undefined
    }
  /** Who takes which areas; no reviewer of that name had others before. */
  | {
      readonly kind: 'assign'
      readonly reviewer: string
      readonly criterionIds: readonly string[]
      readonly over?: Over | undefined
    }
  /** Freezes a stage and what its result rests on: these lines count, and `sha256` is of what they came to. */
  | {
      readonly kind: 'close'
      readonly stage: RoundStage
      readonly entryIds: readonly string[]
      readonly sha256: string
      /** SHA-256 of what each agency came to: a check that fails can say whose result differs. */
      readonly agencies?: readonly { readonly agencyId: string; readonly sha256: string }[] | undefined
    }
  | { readonly kind: 'reopen'; readonly closeId: string; readonly reason: string }
  // Decisions
  | {
      readonly kind: 'decide'
      readonly stage: ReviewStage
      readonly agencyId: string
      readonly criterionId: string
      readonly verdict: Verdict
      /** Points before and after, as its writer saw them; null: open or not applicable. */
      readonly from: Exact | null
      readonly to: Exact | null
      readonly reason: string | null
      /** Evidence that was looked at. */
      readonly evidenceIds: readonly string[]
      readonly over: Over
    }
  /** Takes back a line that was wrong ("hoàn tác"). */
  | { readonly kind: 'withdraw'; readonly entryId: string; readonly reason: string | null }
  /** Result of a survey, entered apart. */
  | {
      readonly kind: 'survey'
      readonly agencyId: string
      readonly criterionId: string
      readonly given:
        | { readonly kind: 'figures'; readonly figures: readonly FigureCorrection[] }
        | { readonly kind: 'points'; readonly points: Decimal }
      /** Document it stands in, as typed. */
      readonly source: string
      readonly over: Over
    }
  // Exchange
  | {
      readonly kind: 'request'
      readonly request: ReviewRequest
      readonly fileName: string
      readonly sha256: string
    }
  | {
      readonly kind: 'answer'
      readonly requestId: string
      readonly agencyId: string
      /** The received file. */
      readonly sha256: string
      readonly answers: readonly RequestAnswer[]
      /** Changes outside what was asked, which count for nothing: metric and criterion ids. */
      readonly outside: readonly string[]
    }
  // Consolidation
  | {
      readonly kind: 'publish'
      readonly agencyId: string
      readonly total: Decimal | null
      readonly points: readonly PublishedPoints[]
      readonly rank: { readonly rank: number; readonly of: number } | null
      readonly band: string | null
      /** Document it stands in, as typed. */
      readonly source: string
      readonly over: Over
    }
  /** null: not to be done any more. */
  | {
      readonly kind: 'remedy'
      readonly taskId: string
      readonly task: RemedyTask | null
      readonly over: Over
    }
  /** Where a task of a plan (`planId`) or of the remedial plan (null) stands on a day. */
  | {
      readonly kind: 'taskState'
      readonly planId: string | null
      readonly taskId: string
      readonly state: TaskState
      readonly on: string
      readonly note: string | null
      readonly over: Over
    }

/**
 * Lines of the same matter that the writer knew and replaces. Two lines of one matter of which neither knew the
 * other are a conflict: neither counts until somebody chooses.
 */
export type Over = readonly string[]

/** A file that was read, as a round keeps it: enough to score and show it again. */
export type ReceivedSubmission = {
  readonly sha256: string
  readonly submission: Submission
  /** Figures of the period before that came along. */
  readonly previous: Submission | null
  /**
   * Of a file that answers another version of the rules: the same as far as it means something under those of the
   * round. What does not is left out of it and counts as missing.
   */
  readonly carried?: { readonly submission: Submission; readonly previous: Submission | null } | undefined
}
