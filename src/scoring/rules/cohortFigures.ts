import type { Rational } from '../exact.ts'

/** What the agencies of a cohort measure at one leaf. */
export type CohortFigures = {
  /** Agencies that take part: exempt ones do not. */
  readonly agencyIds: ReadonlySet<string>
  /** Those with a figure, worst value (smallest) first; equal values stand together. */
  readonly ascending: readonly { readonly agencyId: string; readonly value: Rational }[]
}
