import type { Exact, Interval } from './exact.ts'
import type { Problem } from './problem.ts'
import type { Certainty } from './provenance.ts'
import type { ScoreSheet } from './scoreSheet.ts'
import type { CohortStandings, Grade, Rank } from './standings.ts'
import type { PublishedResult, Stage } from './submission.ts'

/**
 * One agency at one criterion:
 * - `settled`: a plain number; `open`: an interval, figures are missing; `pending`: waits for a survey or review
 * - `notApplicable`: exempt, out of points and maximum; `unknown`: a part is nowhere stated
 */
export type CohortCell = {
  readonly state: 'settled' | 'open' | 'pending' | 'notApplicable' | 'unknown'
  /** null where nothing applies or points are unknown. */
  readonly points: Interval | null
  /** Maximum of what applies; null when unknown. */
  readonly maxPoints: Exact | null
  /** Of what applies, 0–100. */
  readonly percent: Interval | null
  readonly lost: Interval | null
  readonly isInferred: boolean
  /** Rests on 0/0 ("không phát sinh"); a group when one of its leaves does. */
  readonly notIncurred: boolean
  /** Percentage points behind the best settled agency of the group here; "0" for the best; null unless settled. */
  readonly behindLeader: Exact | null
  /** The same distance in points of its own maximum: what the leader's percentage would give it more. */
  readonly behindLeaderPoints: Exact | null
  /** Order by percentage, the lowest first and equal for equals; null where there is none. Sorts without arithmetic. */
  readonly order: number | null
}

/** A criterion as a column, and how the group does at it. */
export type CohortColumn = {
  readonly criterionId: string
  readonly code: string
  readonly name: string
  readonly nameEn?: string | undefined
  readonly shortName: string
  readonly shortNameEn?: string | undefined
  readonly parentId: string | null
  /** 0 = top level. */
  readonly depth: number
  readonly isLeaf: boolean
  /** As the rule set states it; null: unknown. */
  readonly maxPoints: Exact | null
  /** Agencies with full points, of those to whom it applies and whose points are settled; idle ones left out. */
  readonly atMax: { readonly agencyIds: readonly string[]; readonly of: number }
  /** Short of full points by the least, and by how many points. */
  readonly nearest: { readonly agencyIds: readonly string[]; readonly gap: Exact } | null
  /** Best settled percentage. */
  readonly leader: { readonly agencyIds: readonly string[]; readonly percent: Exact } | null
}

/** One agency of a group. */
export type CohortRow = {
  readonly agencyId: string
  readonly submissionId: string
  readonly stage: Stage
  /** Of the submission as a whole. */
  readonly certainty: Certainty
  readonly submittedOn: string | null
  /**
   * `ranked`; `unranked`: no percentage to rank ("không xét"); `idle`: nothing came in that could be
   * counted, so its points say nothing of its work ("không phát sinh"): it stands apart and takes no rank.
   */
  readonly place: 'ranked' | 'unranked' | 'idle'
  readonly rank: Rank | null
  /** Others with exactly the same settled score. */
  readonly tiedWith: readonly string[]
  /** Null unless ranked; then bands after quotas. */
  readonly grade: Grade | null
  readonly total: ScoreSheet['total']
  /** Order by total percentage, as in cells. */
  readonly order: number | null
  /** Figure that says how much came in, where the catalogue names one ("Hồ sơ"). */
  readonly workload: Exact | null
  /** Order by it, as in cells. */
  readonly workloadOrder: number | null
  readonly published: Pick<PublishedResult, 'total' | 'rank' | 'band' | 'change'> | null
  /** Order by the published change, as in cells. */
  readonly publishedChangeOrder: number | null
  /** Criteria that surely lost the most points, areas and leaves apart; several when they lost the same. */
  readonly mostLost: { readonly areas: readonly string[]; readonly leaves: readonly string[] }
  /** In the order of the group's columns. */
  readonly cells: readonly CohortCell[]
}

/** Agencies of one kind beside each other. */
export type CohortGroup = {
  readonly groupId: string
  readonly columns: readonly CohortColumn[]
  /** Ranked ones best first, then unranked, then idle. */
  readonly rows: readonly CohortRow[]
  /** A file lists them, and they sent nothing: no score, least of all zero. */
  readonly notSubmitted: readonly string[]
  /** Members of the group the period has no file of ("chưa nạp"). */
  readonly notLoaded: readonly string[]
  readonly standings: CohortStandings
  /** Settled and ranked agencies by band, in the order of the rule set. */
  readonly bandCounts: readonly { readonly bandId: string; readonly agencyIds: readonly string[] }[]
}

/** Every comparison group of one rule set in one period, at one stage. Screens draw it and recompute nothing. */
export type CohortView = {
  readonly ruleSetId: string
  readonly ruleSetVersion: string
  readonly engineVersion: string
  readonly period: string
  /** What was asked for; null: the last decided stage of each. */
  readonly stage: Stage | null
  /** Stages at least one submission can be read at. */
  readonly stages: readonly Stage[]
  readonly groups: readonly CohortGroup[]
  /** Submissions that do not answer the rule set; everything else goes on without them. */
  readonly refused: readonly { readonly agencyId: string; readonly problems: readonly Problem[] }[]
}

/** Why the totals of two periods are not held against each other. */
export type NotComparable =
  /** No score before: sent nothing, was not listed, or its file was refused. */
  | 'absent'
  /** Nothing came in then or now, so one of the totals says nothing of its work. */
  | 'idle'
  /** Figures are missing now, or were then. */
  | 'open'
  | 'openBefore'
  /** Other criteria apply than before. */
  | 'otherMaximum'
  /** One was claimed, the other decided. */
  | 'otherStage'
  | 'otherRules'

/** Change of one agency's total since an earlier period. */
export type CohortChange =
  | {
      readonly kind: 'changed'
      readonly difference: Exact
      /** Order by the difference, the largest fall first and equal for equals. */
      readonly order: number
    }
  | { readonly kind: 'notComparable'; readonly reason: NotComparable }

/** Changes of every agency since one earlier period. */
export type CohortChanges = {
  readonly previousPeriod: string
  readonly byAgency: ReadonlyMap<string, CohortChange>
}
