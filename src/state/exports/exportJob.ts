import type { Agency } from '../../model/agency.ts'
import type { ExportOrigin } from '../../model/exportOrigin.ts'
import type { SourceDocument } from '../../model/provenance.ts'
import type { RuleSet } from '../../model/ruleSet.ts'
import type { ScoreSheet } from '../../model/scoreSheet.ts'
import type { Submission } from '../../model/submission.ts'

/** Making of a file: what it is of, and how the page hears of it and stops it. */
export type ExportJob = {
  readonly origin: ExportOrigin
  readonly signal?: AbortSignal | undefined
  /** Told now and then how much is done, from 0 to 1. */
  readonly progress?: ((done: number) => void) | undefined
}

/** What the scores of one agency are written from, with formulas. */
export type ScoreWorkbookParts = {
  readonly language: 'vi' | 'en'
  readonly ruleSet: RuleSet
  readonly submission: Submission
  /** The submission of the period right before, which growth is measured against. */
  readonly before: Submission | null
  readonly sheet: ScoreSheet
  readonly agency: Agency | null
  readonly documents: readonly SourceDocument[]
  /** How each leaf is scored, in words, by criterion. */
  readonly sentences: ReadonlyMap<string, string>
}
