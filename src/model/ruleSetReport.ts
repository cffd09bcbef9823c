import type { Decimal, Exact } from './exact.ts'
import type { Problem } from './problem.ts'
import type { Certainty } from './provenance.ts'
import type { WorkedExample } from './ruleSet.ts'
import type { Rule } from './rules.ts'

/** What a rule set is made of, counted. */
export type RuleSetFacts = {
  /** Top criteria that have others below them. */
  readonly groups: number
  /** What the source counts as an item (`itemDepth`), those only watched included. */
  readonly items: number
  /** Items that are watched and never scored. */
  readonly watched: number
  readonly criteria: number
  readonly leaves: number
  /** Leaves by rule kind, the most frequent first. */
  readonly kinds: readonly { readonly kind: Rule['kind']; readonly count: number }[]
  readonly areas: readonly AreaPoints[]
  /** Points of the scale that no single area can be given, because maxima are only known together. */
  readonly sharedPoints: { readonly points: Exact; readonly percent: Exact } | null
  /** Every value that names a source: criteria, required evidence, pools, adjustments, rounding, bands, calendars, examples. */
  readonly sources: { readonly [Sure in Certainty | 'none' | 'total']: number }
  /** Figures each leaf and adjustment looks at, in the order of the rule. */
  readonly figures: readonly { readonly nodeId: string; readonly metricIds: readonly string[] }[]
}

/** Maximum of a top criterion within the scale. */
export type AreaPoints = {
  readonly criterionId: string
  /** As the set states it; null: nowhere stated. */
  readonly maxPoints: Decimal | null
  /** The stated maximum or, without one, the sum of what is known below it. */
  readonly points: Exact
  /** `points` ÷ scale × 100. */
  readonly percent: Exact
}

/** What somebody worked out by hand beside what the engine gives. */
export type ExampleCheck = {
  /** A criterion at any level, or "total". */
  readonly nodeId: string
  readonly expected: WorkedExample['expect'][number]['points']
  /** null: the rule set has no such criterion. */
  readonly computed: Exact | 'missing' | 'notApplicable' | null
  readonly holds: boolean
}

export type ExampleResult = {
  readonly example: WorkedExample
  /** Empty where its figures do not fit the rule set and it could not be run. */
  readonly checks: readonly ExampleCheck[]
  readonly holds: boolean
}

/** One group of checks of the linter. */
export type CheckArea =
  | 'ids'
  | 'tree'
  | 'rules'
  | 'references'
  | 'calendars'
  | 'pools'
  | 'sums'
  | 'counts'
  | 'grading'
  | 'asked'
  | 'sources'
  | 'examples'

export type LintCheck = {
  readonly area: CheckArea
  /** How many things were looked at. */
  readonly places: number
  /** Not run: examples of a set that has errors. */
  readonly skipped: boolean
  readonly problems: readonly Problem[]
}
