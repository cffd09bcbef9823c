import type { Claim, FieldEntry } from '../../model/draft.ts'
import type { Decimal } from '../../model/exact.ts'
import type { FormField } from '../../model/form.ts'

/** A form with what stands in it, row by row, as it is written into a workbook. */
export type FormTable = {
  readonly subject: FormSubject
  /** "Biểu tự chấm tháng 11/2026". */
  readonly title: string
  /** Rule set with its version. */
  readonly ruleSetLine: string
  readonly agencyLine: string
  readonly rows: readonly FormRow[]
  /** Whether any leaf can be claimed; otherwise the columns of claims are not shown. */
  readonly hasClaims: boolean
  /** Decimals of points. */
  readonly places: number
}

/** What a form is about: it comes back with it. */
export type FormSubject = {
  readonly ruleSetId: string
  readonly ruleSetVersion: string
  readonly ruleSetSha256: string
  readonly agencyId: string
  readonly agencyName: string
  readonly period: string
}

export type FormRow = GroupRow | ItemRow | FigureRow

/** An area or a group; it may be exempt as a whole. */
export type GroupRow = {
  readonly kind: 'area' | 'group'
  /** null: points outside the tree, which have no criterion of their own. */
  readonly nodeId: string | null
  readonly code: string
  readonly name: string
  /** Reason why it does not apply; null: it does. */
  readonly exempt: string | null
}

export type ItemRow = {
  readonly kind: 'item'
  readonly nodeId: string
  readonly code: string
  readonly name: string
  /** null: only known together with others; then `maximumText` says how. */
  readonly maxPoints: Decimal | null
  readonly maximumText: string
  /** What may be claimed at most; null: nobody knows. */
  readonly mostClaim: Decimal | null
  readonly canBeNegative: boolean
  readonly canClaim: boolean
  readonly canExempt: boolean
  readonly claim: Claim | null
  /** The points a claim comes to; null where the text says none. */
  readonly claimed: Decimal | null
  readonly exempt: string | null
  readonly explanation: string
  /** How it is scored, and what else there is to know. */
  readonly how: string
  /** Why nothing is asked here: not for this level, by survey, by review; null: it is. */
  readonly closed: string | null
}

export type FigureRow = {
  readonly kind: 'figure'
  readonly field: FormField
  /** "Tử số: …" where several stand together. */
  readonly name: string
  readonly entry: FieldEntry | null
  /** What its text says: a decimal, an ISO day, 1 or 0, the value of an option; null where it says none. */
  readonly value: Decimal | null
  /** Not asked of the agency here; it is only shown. */
  readonly isClosed: boolean
}

/** What the sheet computes; addresses in it come from the layout of the same rows. */
export type FormFormulas = {
  /** Steps in columns A (label) and B (formula) of the working sheet, from row 2. */
  readonly helpers: readonly { readonly label: string; readonly formula: string }[]
  /** Columns of numbers on the working sheet, from column D and row 2. */
  readonly lists: readonly (readonly number[])[]
  /** By criterion, group or adjustment. */
  readonly nodes: ReadonlyMap<string, ShownFormulas>
  /** What is said beside a figure while it cannot be used, by metric. */
  readonly figures: ReadonlyMap<string, string>
  readonly total: ShownFormulas & { readonly remark: ShownFormula }
}

export type ShownFormulas = {
  readonly points: ShownFormula
  /** Upper end where figures are missing; null: there is never one. */
  readonly upTo: ShownFormula | null
  /** Of what applies; null: nobody knows, or it never changes. */
  readonly maximum: ShownFormula | null
}

/** A formula with the result it has now, for programs that do not calculate. */
export type ShownFormula = { readonly formula: string; readonly result: string | number | undefined }
