import type { Decimal } from './exact.ts'
import type { Provenance } from './provenance.ts'

/** A figure a document states that belongs to no submission: SIPAS, a share by month, what one portal publishes. */
export type StatedFigure = {
  readonly id: string
  readonly name: string
  readonly nameEn?: string | undefined
  readonly value: Decimal
  readonly unit: string
  /** "27 of 30". */
  readonly of?: Decimal | undefined
  /** "2022", "2026-Q3", "2026-10" or "2026-10-10". */
  readonly period: string
  /** Agency of the directory, or a wider scope in words ("cả nước"). */
  readonly agencyId?: string | undefined
  readonly scope?: string | undefined
  /** Figures of one series are the same thing measured again. */
  readonly seriesId?: string | undefined
  /** What other sources say of the same thing. */
  readonly conflicts?: readonly { readonly value: Decimal; readonly provenance: Provenance }[] | undefined
  readonly provenance: Provenance
}
