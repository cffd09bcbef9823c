import type { Interval } from './exact.ts'
import type { Provenance } from './provenance.ts'
import type { TieStyle } from './rules.ts'

/** Whole numbers from the least to the most; equal when no missing figure can change it. */
export type CountRange = { readonly from: number; readonly to: number }

/** Place in the cohort, 1 is best; a plain number only when no missing figure can change it. */
export type Rank =
  | { readonly kind: 'settled'; readonly rank: number }
  /** From the best to the worst place that missing figures, its own or others', still allow. */
  | ({ readonly kind: 'open' } & CountRange)

/** What one quota does to one agency that holds, or may hold, the band it limits. */
export type QuotaVerdict = {
  /** Place in the rule set's list of quotas, from 0. */
  readonly quota: number
  readonly outcome: 'keeps' | 'falls' | 'open'
  /** Agencies that are counted, and how many of them may keep the band. */
  readonly count: CountRange
  readonly limit: CountRange
}

export type Grade = {
  /** By thresholds and forcing flags, as the score sheet says: several while it is open, lowest first. */
  readonly beforeQuotas: readonly string[]
  readonly bandIds: readonly string[]
  /** Quotas that looked at the agency, in the order they were applied. */
  readonly verdicts: readonly QuotaVerdict[]
  /** The flag that forced the band whatever the score; no quota touches it. */
  readonly override: { readonly metricId: string; readonly bandId: string } | null
}

export type RankedAgency = {
  readonly agencyId: string
  readonly submissionId: string
  /** Percentage of what applies that it was ranked on. */
  readonly percent: Interval
  readonly rank: Rank
  /** Others with exactly the same settled score. */
  readonly tiedWith: readonly string[]
  readonly grade: Grade
}

/** Submitted, yet without a percentage to rank ("không xét"). */
export type UnrankedAgency = {
  readonly agencyId: string
  readonly submissionId: string
  readonly reason: 'unknownPoints' | 'nothingApplies'
  /** A band that a flag forced all the same; otherwise none. */
  readonly bandIds: readonly string[]
}

/** A quota as it came out. */
export type QuotaResult = {
  readonly quota: number
  readonly bandId: string
  readonly toBandId: string
  readonly count: CountRange
  readonly limit: CountRange
  /** Agencies in the band when the quota was applied, forced ones left out. */
  readonly holders: CountRange
  /** No agency is left between keeping and falling. */
  readonly decided: boolean
  readonly provenance: Provenance
}

/** Ranks and grades of agencies of one kind in one period. */
export type CohortStandings = {
  readonly ruleSetId: string
  readonly ruleSetVersion: string
  readonly rankedOn: 'unrounded' | 'rounded'
  readonly tieStyle: TieStyle
  /** Best possible rank first, then worst possible rank, then agency id. */
  readonly ranked: readonly RankedAgency[]
  readonly unranked: readonly UnrankedAgency[]
  /** Agencies that sent nothing: they have no score, least of all zero. */
  readonly notSubmitted: readonly string[]
  readonly quotas: readonly QuotaResult[]
}
