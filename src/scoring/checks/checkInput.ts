import type { CheckCode } from '../../model/checks.ts'
import type { Draft } from '../../model/draft.ts'
import type { Decimal } from '../../model/exact.ts'
import type { Form } from '../../model/form.ts'
import type { Bilingual } from '../../model/provenance.ts'
import type { RuleSet } from '../../model/ruleSet.ts'
import type { ScoreSheet } from '../../model/scoreSheet.ts'
import type { Submission } from '../../model/submission.ts'

/** What the text of a field, or of a claim, says. */
export type ReadText =
  | { readonly kind: 'empty' }
  | { readonly kind: 'value'; readonly value: Decimal }
  | { readonly kind: 'unclear'; readonly choices: readonly { readonly value: Decimal }[] }
  | { readonly kind: 'wrong'; readonly message: Bilingual }

/** A figure that was read but that no submission under this rule set can hold. */
export type RefusedFigure = {
  readonly metricId: string
  readonly value: Decimal
  readonly code: CheckCode
  readonly message: Bilingual
}

/** A claim that was read but cannot count. */
export type RefusedClaim = {
  readonly criterionId: string
  readonly code: CheckCode
  readonly message: Bilingual
}

/** Everything the checks before handing in look at. */
export type CheckInput = {
  readonly draft: Draft
  readonly ruleSet: RuleSet
  /** SHA-256 of the rule set as it is published today; null where it is not known. */
  readonly ruleSetSha256: string | null
  readonly form: Form
  readonly readings: ReadonlyMap<string, ReadText>
  /** What claims say, by criterion. */
  readonly claims: ReadonlyMap<string, ReadText>
  readonly refused: readonly RefusedFigure[]
  readonly refusedClaims: readonly RefusedClaim[]
  /** What would be handed in. */
  readonly submission: Submission
  readonly sheet: ScoreSheet
  /** Of the period before, under the same rule set; null where there is none. */
  readonly previous: Submission | null
  /** The period before that is published and could not be loaded. */
  readonly previousFailed?: string | undefined
  /** What the other agencies of the group sent for the same period. */
  readonly peers: readonly Submission[]
}
