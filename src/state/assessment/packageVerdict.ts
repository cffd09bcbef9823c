import type { ReadPackage } from '../../io/package/packageFormat.ts'
import type { ReadRequest } from '../../io/package/requestFormat.ts'
import type { Agency } from '../../model/agency.ts'
import type { RuleSetMark } from '../../model/draft.ts'
import type { Form } from '../../model/form.ts'
import type { Problem } from '../../model/problem.ts'
import type { RuleSet } from '../../model/ruleSet.ts'
import type { FieldChange, RuleSetChange } from '../../model/ruleSetChange.ts'
import type { ScoreSheet } from '../../model/scoreSheet.ts'
import type { SheetComparison } from '../../model/sheetComparison.ts'

/** What scoring the file once more, by the rules that came with it, has come to. */
export type ScoredAgain =
  /** Letter by letter the sheet that was handed in. */
  | { readonly kind: 'identical'; readonly sheet: ScoreSheet; readonly comparison: SheetComparison }
  | {
      readonly kind: 'differs'
      readonly sheet: ScoreSheet
      /** As handed in, and as computed here. */
      readonly comparison: SheetComparison
      /** Every value that is not the same, points or not; at most {@link mostPlaces}. */
      readonly places: readonly FieldChange[]
      /** Version of the engine that made the sheet, where it is not ours. */
      readonly otherEngine: string | null
    }
  /** The rules or the figures inside cannot be scored at all. */
  | { readonly kind: 'cannot'; readonly problems: readonly Problem[] }

/** How the rule set that came with a file stands to the one of this page. */
export type RulesHere =
  | { readonly kind: 'same' }
  /** This page has no rule set of that id. */
  | { readonly kind: 'unknown' }
  | {
      readonly kind: 'other'
      readonly mark: RuleSetMark
      /** Only the content differs: the version says the same. */
      readonly isSameVersion: boolean
      readonly change: RuleSetChange
      /** As handed in, and scored by the rules of this page; null where the figures do not answer those. */
      readonly comparison: SheetComparison | null
    }

export type PackageVerdict = { readonly again: ScoredAgain; readonly rules: RulesHere }

/** Whether the questions of a request can be answered here. */
export type RequestVerdict =
  /** For whoever it asks; names what the questions are about. */
  | { readonly kind: 'answerable'; readonly form: Form }
  /** The rules or the figures inside do not hold. */
  | { readonly kind: 'cannot'; readonly problems: readonly Problem[] }
  /** This page has no rule set of that id, or another version of it. */
  | { readonly kind: 'unknownRules' }
  | { readonly kind: 'otherRules'; readonly version: string }

/** A file by the name of ".parboard" chosen to be opened. */
export type PackageOpening =
  | { readonly kind: 'refused'; readonly file: string; readonly problems: readonly Problem[] }
  | {
      readonly kind: 'open'
      readonly pack: ReadPackage
      /** null: the directory of this page does not know it. */
      readonly agency: Agency | null
      /** The rule set of this page by the same id. */
      readonly here: RuleSet | null
      readonly verdict: PackageVerdict
    }
  | {
      readonly kind: 'request'
      readonly pack: ReadRequest
      /** null: the directory of this page does not know it. */
      readonly agency: Agency | null
      readonly verdict: RequestVerdict
    }

/** Differences of two score sheets that are listed one by one. */
export const mostPlaces = 200
