import type { FigureReading } from '../../io/figures/readFigure.ts'
import type { Agency } from '../../model/agency.ts'
import type { CheckReport } from '../../model/checks.ts'
import type { Draft } from '../../model/draft.ts'
import type { Exact } from '../../model/exact.ts'
import type { Form } from '../../model/form.ts'
import type { Completeness, FigureChange, LossReason } from '../../model/nextActions.ts'
import type { SourceDocument } from '../../model/provenance.ts'
import type { RequestAnswer } from '../../model/review.ts'
import type { RuleSet } from '../../model/ruleSet.ts'
import type { NodeScore, ScoreSheet } from '../../model/scoreSheet.ts'
import type { MetricValue, Submission } from '../../model/submission.ts'

/** What is still missing to full points of one item. */
export type ItemNeed = {
  /** Change of one figure that wins most; null where none can be named. */
  readonly change: FigureChange | null
  /** Points it wins. */
  readonly points: Exact | null
  readonly reason: LossReason
}

/** How far one area is filled in. */
export type AreaProgress = {
  /** Figures and claims asked of the agency here. */
  readonly asked: number
  readonly entered: number
  /** Empty, doubtful or unreadable. */
  readonly missing: number
  /** Of the entered ones those said not to apply. */
  readonly notApplicable: number
}

/** A draft read, scored and checked. Screens draw it and compute nothing. */
export type Assessment = {
  readonly draft: Draft
  readonly ruleSet: RuleSet
  readonly agency: Agency | null
  /** Who the agency stands under, as the head of an official form names it; null where it stands alone. */
  readonly superior?: Agency | null | undefined
  readonly documents: readonly SourceDocument[]
  readonly form: Form
  /** What the texts say, by metric; of fields without an entry `empty`. */
  readonly readings: ReadonlyMap<string, FigureReading>
  /** What would be handed in now; unclear and unreadable figures are missing. */
  readonly submission: Submission
  readonly sheet: ScoreSheet
  /** Nodes of the sheet by criterion id. */
  readonly nodes: ReadonlyMap<string, NodeScore>
  /** What the agency itself is asked for: `missing` is what the areas miss together, claims among them. */
  readonly completeness: Completeness
  /** Leaves whose points wait for a survey or a reviewer. */
  readonly awaited?: readonly string[] | undefined
  /** By leaf; leaves at full points, and those nothing is known of, have none. */
  readonly needs: ReadonlyMap<string, ItemNeed>
  readonly progress: ReadonlyMap<string, AreaProgress>
  readonly checks: CheckReport
  /** Leaves whose share an open doubt calls too large ("25 of 20"): full points are not earned yet. */
  readonly doubtful: ReadonlySet<string>
  /** What it answers so far, one a question; of drafts that answer a reviewer. */
  readonly answers?: readonly RequestAnswer[] | undefined
  /** The agency itself is asked for nothing: no figure, no claim; every point comes from surveys or reviews. */
  readonly asksNothing: boolean
  /** The period before could not be loaded, so nothing is compared with it and growth stays open. */
  readonly previousFailed?: { readonly retry: () => void } | undefined
  /** Figures of the period before, where one was published or drafted here. */
  readonly previous: {
    readonly period: string
    /** Nothing was published; these are of the latest draft on this machine, with what was doubtful left out. */
    readonly isDraft?: true | undefined
    readonly values: ReadonlyMap<string, MetricValue>
    /** The rule set it answered, where that is not the one of the draft; its figures are shown and not compared. */
    readonly otherRules?: { readonly id: string; readonly version: string } | undefined
  } | null
}
