import type { AgencyDirectory } from '../../model/agency.ts'
import type { Contribution } from '../../model/attribution.ts'
import type { CohortView } from '../../model/cohort.ts'
import type { NextAction } from '../../model/nextActions.ts'
import type { Problem } from '../../model/problem.ts'
import type { Certainty } from '../../model/provenance.ts'
import type { Stage, Submission } from '../../model/submission.ts'
import type { LeadTotals, PhaseOverlap, StandingCounts, TaskStanding } from '../../model/taskStanding.ts'
import type { Trend } from '../../model/trend.ts'
import type { DataPart } from '../exports/dataHash.ts'
import type { ScoredView, Selection } from '../useScoredView.ts'

/**
 * Everything a deck is made of, as plain values: frozen, kept on this machine and read again as it was. What is not
 * there for a selection is null, and its slides are not made.
 */
export type DeckSource = {
  /** ISO instant. */
  readonly frozenAt: string
  /** What was asked for: a kept deck answers the same question only. */
  readonly asked: DeckQuestion
  /** The subject: an agency in a period at a stage. */
  readonly view: ScoredView
  readonly next: readonly NextAction[]
  /** The subject's comparison group, or the one that is looked at. */
  readonly cohort: { readonly view: CohortView; readonly groupId: string } | null
  /** What the agencies below cost the agency above them. */
  readonly contribution: Contribution | null
  /** The total through the latest periods, the subject's last; null where there is one period only. */
  readonly trend: Trend | null
  /** Tasks of the subject's plans, and those it leads; null where there are none. */
  readonly tasks: DeckTasks | null
  readonly directory: AgencyDirectory
  /** Of the period, as they were frozen: an agency that is jumped to is scored from them. */
  readonly submissions: readonly Submission[]
  /** Of the period right before, where rules compare with it. */
  readonly earlier: readonly Submission[]
  /** Files everything rests on, while it is not frozen; see `deckFiles`. */
  readonly parts?: readonly DataPart[]
  /** SHA-256 of what it rests on, once it is frozen. */
  readonly dataHash?: string
  /** The frozen figures that were asked for are not on this machine: these were frozen anew. */
  readonly isRemade?: true | undefined
  /** Why the frozen figures are in this page only, and gone when it is loaded again. */
  readonly notKept?: 'full' | 'blocked' | 'failed' | undefined
}

export type DeckQuestion = Omit<Selection, 'stage'> & {
  readonly stage: Stage | null
  readonly groupId: string | null
}

/** Tasks as they stood on the day of freezing. */
export type DeckTasks = {
  /** ISO day. */
  readonly on: string
  readonly rows: readonly DeckTask[]
  readonly total: StandingCounts
  readonly leads: readonly (LeadTotals & { readonly name: string })[]
  /** Phases of the plans that have some. */
  readonly phases: readonly DeckPhase[]
  readonly overlaps: readonly PhaseOverlap[]
  /** Documents of the plans. */
  readonly documentIds: readonly string[]
}

/** A task reduced to what slides say of it. */
export type DeckTask = {
  readonly key: string
  readonly number: string | null
  readonly name: string
  readonly nameEn: string | undefined
  readonly lead: string
  readonly due: string | null
  /** As the document writes it. */
  readonly written: string
  readonly standing: TaskStanding
  readonly criterionIds: readonly string[]
  readonly certainty: Certainty
}

export type DeckPhase = {
  readonly id: string
  readonly name: string
  readonly from: string
  readonly to: string
  readonly written: string
  readonly covers: string
}

export type DeckState =
  | { readonly status: 'loading' }
  | { readonly status: 'failed'; readonly problems: readonly Problem[]; readonly retry: () => void }
  /** Nothing was published for the selection. */
  | { readonly status: 'empty' }
  | { readonly status: 'ready'; readonly source: DeckSource }
