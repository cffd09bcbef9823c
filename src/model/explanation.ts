import type { Decimal, Exact, Interval } from './exact.ts'
import type { Provenance } from './provenance.ts'
import type { RoundingStep } from './ruleSet.ts'
import type { Direction, EmptyPolicy, RatioScaling, Rule } from './rules.ts'
import type { MetricValue, Stage } from './submission.ts'

/** A figure a rule looked at, as the receipt shows it. */
export type ExplainedInput = {
  readonly metricId: string
  readonly name: string
  readonly nameEn?: string | undefined
  readonly unit: string
  readonly unitEn?: string | undefined
  readonly role: 'numerator' | 'denominator' | 'flag' | 'option' | 'date' | 'count' | 'value'
  /** Of the period before, where a rule compares two. */
  readonly previous?: true | undefined
  readonly state: MetricValue['state']
  readonly value: Decimal | null
  /** Name of the option the value stands for. */
  readonly answer?: { readonly label: string; readonly labelEn?: string | undefined } | undefined
  readonly provenance: Provenance
}

/** Arithmetic with the numbers put in. Operators take two or more terms; `−` and `÷` take two. */
export type FormulaTerm =
  | { readonly kind: 'number'; readonly value: Exact; readonly percent?: true | undefined }
  | {
      readonly kind: 'operation'
      readonly operator: '+' | '−' | '×' | '÷'
      readonly terms: readonly FormulaTerm[]
    }
  | { readonly kind: 'call'; readonly name: string; readonly terms: readonly FormulaTerm[] }
  /** A comparison: "27 ≥ 30". */
  | {
      readonly kind: 'comparison'
      readonly operator: '<' | '≤' | '=' | '≠' | '≥' | '>'
      readonly terms: readonly FormulaTerm[]
    }

/** What a line of a calculation finds. */
export type StepName =
  | 'share'
  | 'denominator'
  | 'coefficient'
  | 'value'
  | 'daysLate'
  | 'growth'
  | 'mean'
  | 'best'
  | 'worst'
  | 'rank'
  | 'onTime'
  | 'points'

/** One line of a calculation: what, how, result. `earns` reads "95%: 2 points" instead of "=". */
export type FormulaStep = {
  readonly of: StepName
  readonly term: FormulaTerm
  readonly relation: 'equals' | 'earns'
  readonly result: Exact
  readonly percent: boolean
}

/** What has to hold for a branch of a rule to apply. */
export type BranchCondition =
  | {
      readonly kind: 'range'
      readonly of: 'percent' | 'value' | 'daysLate' | 'growth' | 'rank'
      readonly from: Exact | null
      readonly fromInclusive: boolean
      readonly to: Exact | null
      readonly toInclusive: boolean
    }
  | {
      readonly kind: 'answer'
      readonly label: string
      readonly labelEn?: string | undefined
    }
  | { readonly kind: 'yes' | 'no' | 'otherwise' | 'denominatorZero' }

/** What a branch earns. */
export type BranchGain =
  | { readonly kind: 'points'; readonly points: Exact }
  | { readonly kind: 'full'; readonly points: Exact }
  | { readonly kind: 'slope'; readonly scaling: RatioScaling | 'toLeader' | 'linear' }
  | { readonly kind: 'policy'; readonly policy: EmptyPolicy }

/** One way through a rule; those not taken stay readable beside the one that was. */
export type ExplainedBranch = {
  readonly when: BranchCondition
  readonly gives: BranchGain
  readonly taken: boolean
  /** Why an item of a list is neither in nor out. */
  readonly state?: 'missing' | 'notApplicable' | undefined
}

/** Why no figure was measured, and what the rule set does about it. */
export type Emptiness =
  | {
      readonly because: 'denominatorZero' | 'previousZero' | 'undefined' | 'allZero' | 'allEqual'
      readonly policy: EmptyPolicy
    }
  | {
      readonly because: 'state'
      readonly state: 'missing' | 'withheld' | 'notApplicable'
      readonly policy: EmptyPolicy
    }
  /** Nobody else's figures were given to a rule that compares agencies, or nobody has one. */
  | { readonly because: 'noCohort'; readonly policy: 'missing' }

/** Whose figures a rule compared with. */
export type ExplainedCohort = {
  /** Agencies that take part, this one included, and how many of them have the figure. */
  readonly agencies: number
  readonly known: number
  /** Agencies that hold the best value; several when they are equal. */
  readonly leaderIds: readonly string[]
  /** Ends of the known values in the direction of the rule, the agency's own included. */
  readonly best: Exact
  readonly worst: Exact
}

type Explained<Kind extends Rule['kind']> = {
  readonly kind: Kind
  readonly inputs: readonly ExplainedInput[]
  readonly steps: readonly FormulaStep[]
  readonly branches: readonly ExplainedBranch[]
  /** The limit that stopped the points, if one did. */
  readonly cap: { readonly side: 'most' | 'least'; readonly limit: Exact } | null
  readonly empty: Emptiness | null
  readonly maxPoints: Exact
  /** Before leaf rounding; null when the rule gives none. */
  readonly points: Exact | null
  /** What it may still earn while a figure is missing. */
  readonly range: Interval
}

export type ExplainedRatio = Explained<'ratio'> & {
  readonly numerator: ExplainedInput
  /** The one that was divided by, where two compete. */
  readonly denominator: ExplainedInput
  /** After complement and coefficient; null when there is nothing to divide. */
  readonly percent: Exact | null
  /** After rounding the percentage, when the rule set rounds there. */
  readonly roundedPercent: Exact | null
  readonly targetPercent: Decimal
  readonly floorPercent: Decimal | null
  readonly direction: Direction
  readonly scaling: RatioScaling
  readonly atTarget: boolean
  /** True when the percentage is simply numerator ÷ denominator: only then a count follows from it. */
  readonly isPlain: boolean
  /** The leaf whose percentage multiplies this one. */
  readonly coefficientId?: string | undefined
}

export type ExplainedLateness = Explained<'lateness'> & {
  /** ISO date the days are counted from; null while it is missing. */
  readonly since: string | null
  /** null while a date is missing or outside the calendar. */
  readonly workedDays: number | null
  readonly allowedDays: number
  readonly calendar: string
}

/** A part of a sum or a case of several. */
export type ExplainedPart = {
  readonly label: string
  readonly labelEn?: string | undefined
  /** Counts in the result: every part of a sum, the best of several cases. */
  readonly counts: boolean
  readonly detail: ExplainedRule
}

export type ExplainedComposite = Explained<'sum' | 'bestOf'> & { readonly parts: readonly ExplainedPart[] }

export type ExplainedReported = Explained<'reported'> & { readonly provenance: Provenance | null }

export type ExplainedMonitor = Explained<'monitor'> & { readonly percent: Exact | null }

export type ExplainedCohortRule = Explained<'shareOfBest' | 'leader' | 'minMax' | 'rank'> & {
  readonly cohort: ExplainedCohort | null
}

/** How a rule worked with the numbers put in, before leaf rounding. */
export type ExplainedRule =
  | ExplainedRatio
  | ExplainedComposite
  | ExplainedReported
  | ExplainedMonitor
  | ExplainedCohortRule
  | ExplainedLateness
  | Explained<
      | 'yesNo'
      | 'choice'
      | 'checklist'
      | 'bands'
      | 'perUnit'
      | 'deduction'
      | 'bonusPenalty'
      | 'surveyMean'
      | 'surveyOptions'
      | 'weightedMean'
      | 'everyOccurrence'
      | 'growth'
      | 'formula'
    >

/** An inferred rule laid over published points; see `Reading`. */
export type ExplainedReading = {
  readonly note: string | null
  /** Every figure the reading would need, known or missing. */
  readonly inputs: readonly ExplainedInput[]
  /** Forward: the reading computed from its inputs. */
  readonly forward: {
    readonly detail: ExplainedRule
    readonly points: Exact
    readonly agrees: boolean
  } | null
  /** Backward: the percentage that earns exactly the published points under a ratio reading. */
  readonly backward: {
    readonly percent: Exact
    readonly targetPercent: Decimal
    readonly scaling: RatioScaling
  } | null
}

export type AppliedRounding = {
  readonly place: 'ratio' | 'leaf' | 'group' | 'total'
  readonly step: RoundingStep
  readonly before: Exact
  readonly after: Exact
}

/** Points a stage of the assessment decided for a leaf; the last one stands, also when it is lower. */
export type ExplainedDecision = {
  readonly stage: Stage
  readonly points: Exact
  /** What the rule gave; null when it gave none. */
  readonly computed: Exact | null
  readonly reason: string | null
  /** It took what the rule gives. */
  readonly byRule?: true | undefined
  /** Who decided it, by the name they typed, and when by the clock of their machine. */
  readonly by?: string | undefined
  readonly at?: string | undefined
  readonly provenance: Provenance
}

/** The receipt of one leaf (phiếu tính điểm). */
export type Explanation = {
  readonly inputs: readonly ExplainedInput[]
  readonly rule: ExplainedRule
  readonly readings: readonly ExplainedReading[]
  readonly rounding: readonly AppliedRounding[]
  /** Rounding policy in force for the leaf even when nothing was rounded away. */
  readonly leafRounding: RoundingStep | null
  readonly decision: ExplainedDecision | null
  readonly cause: string | null
  readonly ruleProvenance: Provenance
  readonly pointsProvenance: Provenance
}
