import type { Catalogue, SubmissionEntry } from './catalogue.ts'
import type { ChangeDecomposition, EndChange } from './change.ts'
import type { Exact, Interval } from './exact.ts'
import { type Period, parsePeriod } from './period.ts'
import type { Certainty } from './provenance.ts'
import type { RuleSet } from './ruleSet.ts'
import type { Direction } from './rules.ts'
import type { Change, NodeScore, ScoreSheet } from './scoreSheet.ts'
import type { Stage, Submission } from './submission.ts'

/** Kind of period a trend goes through; one at a time, for a day and a year say different things. */
export type TrendStep = Period['kind']

/** What is followed: the total or one criterion, its points or the share they rest on. */
export type TrendSubject = {
  /** null: the total. */
  readonly criterionId: string | null
  readonly measure: 'points' | 'share'
}

/** One agency in one period, scored. */
export type TrendPeriod = {
  readonly ruleSetId: string
  readonly period: string
  /** As it stood at the stage shown. */
  readonly submission: Submission
  readonly stages: readonly Stage[]
  /** It never stood at the stage asked for, so it is read as it stands. */
  readonly asItStands: boolean
  /** null: the agency sent nothing, so there is no score, least of all zero. */
  readonly sheet: ScoreSheet | null
}

/**
 * - `settled`: a plain number; `open`: figures are missing; `pending`: waits for a survey or review
 * - `notApplicable`: exempt; `unknown`: a part of it is nowhere stated; `watched`: earns no points by its rule
 * - `notSent`: the agency sent nothing; `absent`: the criterion is not in that rule set
 */
export type TrendState =
  | 'settled'
  | 'open'
  | 'pending'
  | 'notApplicable'
  | 'unknown'
  | 'watched'
  | 'notSent'
  | 'absent'

/** Why a point has no change since the point before. */
export type NoChange = 'first' | 'rules' | 'stage' | 'maximum' | 'open' | 'nothing'

export type TrendPoint = {
  readonly ruleSetId: string
  readonly period: string
  readonly stage: Stage
  readonly asItStands: boolean
  readonly state: TrendState
  /** In the unit of the trend; null where there is no point to draw. */
  readonly drawn: Interval | null
  readonly points: Interval | null
  readonly maxPoints: Exact | null
  /** Of the maximum, 0–100. */
  readonly percent: Interval | null
  /** What the points rest on, 0–100; null for anything but one ratio. */
  readonly share: Exact | null
  /** Worked back from published points through a reading. */
  readonly shareInferred: boolean
  /** Whether the share reaches what the rule asks for full points; null where there is no such thing. */
  readonly meetsTarget: boolean | null
  /** Criteria without figures. */
  readonly missing: number
  /** Lowest first; totals only. */
  readonly bandIds: readonly string[]
  /** Flag that forced the band whatever the score. */
  readonly forcedBy: string | null
  /** Difference to the point before, in points, or in percentage points of the share. */
  readonly change: { readonly since: string; readonly difference: Exact } | null
  readonly noChange: NoChange | null
  /** Same rules, the period right before, both claimed or both decided, both settled: a line may join the two. */
  readonly joined: boolean
  readonly certainty: Certainty
  /** Rests on 0/0 ("không phát sinh"). */
  readonly notIncurred: boolean
  readonly note: string | null
}

/** A height worth a line across the periods of one rule set. */
export type TrendLevel = {
  readonly kind: 'band' | 'target' | 'plan'
  readonly ruleSetId: string
  /** Band, criterion or target. */
  readonly id: string
  readonly percent: Exact
  readonly direction: Direction
  /** In the unit of the trend. */
  readonly at: Exact
}

/** One subject through the periods, earliest first. Screens draw it and recompute nothing. */
export type Trend = {
  readonly subject: TrendSubject
  /** Points where every maximum is the same, otherwise percent of the maximum; or the share itself. */
  readonly unit: 'points' | 'percent' | 'share'
  /** Top of the scale, which starts at 0. */
  readonly end: Exact
  /** Bottom of the scale: below 0 only where points are taken off. */
  readonly start: Exact
  readonly points: readonly TrendPoint[]
  readonly levels: readonly TrendLevel[]
  /** Whether any period has a share to show. */
  readonly hasShare: boolean
}

/** A leaf, a pool or something outside the tree, and what it moves the total by. */
export type NodeChange = Pick<NodeScore, 'code' | 'name' | 'nameEn' | 'shortName' | 'shortNameEn'> & {
  readonly nodeId: string
  readonly kind: 'criterion' | 'pool' | 'adjustment'
  /** null: not in that rule set. */
  readonly before: NodeEnd | null
  readonly after: NodeEnd | null
  /** In the unit of the whole; the rows and the rest add up to the whole change. */
  readonly difference: EndChange
  /** What the rows after this one and the rest move together. */
  readonly remaining: EndChange
}

/** Points null: not applicable. */
export type NodeEnd = { readonly points: Interval | null; readonly maxPoints: Exact }

/** The change of a total criterion by criterion. */
export type ChangeByNode = {
  readonly unit: 'points' | 'percent'
  /** Those that moved something, most first. */
  readonly rows: readonly NodeChange[]
  readonly unmoved: number
  /** Rounding of groups and total, and whatever else no row explains. */
  readonly rest: EndChange
  readonly difference: EndChange
}

/** Two periods beside each other. */
export type TrendComparison =
  | { readonly kind: 'refused'; readonly because: 'notSent'; readonly period: string }
  | {
      readonly kind: 'compared'
      readonly sameRules: boolean
      /** One was claimed, the other decided: what lies between them is no change over time. */
      readonly otherStage: boolean
      /** As every screen says it; null where the two totals are not comparable as they stand. */
      readonly change: Change | null
      readonly decomposition: ChangeDecomposition
      readonly byNode: ChangeByNode | null
    }

/** Rule sets that follow each other, in either direction, the earliest first. */
export function lineageOf<Set extends Pick<RuleSet, 'id' | 'supersedes' | 'validFrom'>>(
  ruleSets: readonly Set[],
  id: string,
): readonly Set[] {
  const found = new Set([id])
  for (let before = 0; before !== found.size; ) {
    before = found.size
    for (const each of ruleSets) {
      if (each.supersedes !== undefined && found.has(each.id)) found.add(each.supersedes)
      if (each.supersedes !== undefined && found.has(each.supersedes)) found.add(each.id)
    }
  }
  return ruleSets
    .filter(each => found.has(each.id))
    .toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : a.validFrom > b.validFrom ? 1 : 0))
}

const steps: readonly TrendStep[] = ['date', 'month', 'quarter', 'year']

/** What was published for an agency under any of the rule sets, the earliest period first. */
export function trendEntries(
  { submissions }: Pick<Catalogue, 'submissions'>,
  ruleSetIds: readonly string[],
  agencyId: string,
): readonly SubmissionEntry[] {
  const place = (entry: SubmissionEntry) => ruleSetIds.indexOf(entry.ruleSetId)
  return submissions
    .filter(entry => entry.agencyId === agencyId && place(entry) >= 0)
    .toSorted((a, b) => (a.period < b.period ? -1 : a.period > b.period ? 1 : place(a) - place(b)))
}

/** How an address names the earlier period: by itself, with its rule set where that is not the one read. */
export function sinceKey({ ruleSetId, period }: SubmissionEntry, readRuleSetId: string): string {
  return ruleSetId === readRuleSetId ? period : `${period}.${ruleSetId}`
}

/** The earlier period an address names; one without a rule set is looked for under the one read first. */
export function entrySince(
  entries: readonly SubmissionEntry[],
  key: string | undefined,
  readRuleSetId: string,
): SubmissionEntry | undefined {
  return (
    entries.find(entry => sinceKey(entry, readRuleSetId) === key) ??
    entries.find(entry => entry.period === key)
  )
}

/** Kinds of period among entries, the shortest first. */
export function stepsOf(entries: readonly SubmissionEntry[]): readonly TrendStep[] {
  const kinds = new Set(entries.map(entry => parsePeriod(entry.period)?.kind))
  return steps.filter(step => kinds.has(step))
}
