import type { Agency } from '../../model/agency.ts'
import type { Draft } from '../../model/draft.ts'
import type { Metric, RuleSet } from '../../model/ruleSet.ts'
import type { RuleSetChange } from '../../model/ruleSetChange.ts'
import type { ScoreSheet } from '../../model/scoreSheet.ts'
import type { SheetComparison } from '../../model/sheetComparison.ts'
import { compareSheets } from '../../scoring/change/compareSheets.ts'
import { compareRuleSets } from '../../scoring/compareRuleSets.ts'
import { formOf } from '../../scoring/form/formOf.ts'
import { scoreSubmission } from '../../scoring/scoreSubmission.ts'
import { keptRules } from './keptRules.ts'
import { readingsOf } from './readDraft.ts'
import { submissionOf } from './submissionOf.ts'

/** What becomes of a draft under another version of its rule set. */
export type VersionChange = {
  /** The rules it answers now; null where they are not kept on this machine. */
  readonly older: RuleSet | null
  /** What changed in the rules; null without the older ones. */
  readonly change: RuleSetChange | null
  /** Under the new rules. */
  readonly sheet: ScoreSheet
  /** Both totals, line by line; null without the older rules. */
  readonly comparison: SheetComparison | null
  /** Figures that were typed and that the new rules do not ask for; they stay in the draft and score nothing. */
  readonly unasked: readonly { readonly metricId: string; readonly metric: Metric | null }[]
  /** Figures the new rules ask for and the draft has nothing of. */
  readonly newlyAsked: readonly Metric[]
}

/** Scores a draft by the rules it answers, where they are kept here, and by those of this page. */
export async function otherVersion(
  draft: Draft,
  newer: RuleSet,
  agency: Agency | null,
): Promise<VersionChange> {
  return versionChange(draft, await keptRules(draft.ruleSet), newer, agency)
}

/** The same with both rule sets at hand. Growth over the period before stays open on both sides. */
export function versionChange(
  draft: Draft,
  older: RuleSet | null,
  newer: RuleSet,
  agency: Agency | null,
): VersionChange {
  const sheet = sheetOf(draft, newer, agency)
  const asked = new Map(newer.metrics.map(metric => [metric.id, metric]))
  const known = new Map(older?.metrics.map(metric => [metric.id, metric]))
  return {
    older,
    change: older && compareRuleSets(older, newer),
    sheet,
    comparison: older && compareSheets(sheetOf(draft, older, agency), sheet),
    unasked: [...draft.fields.keys()]
      .filter(metricId => !asked.has(metricId))
      .map(metricId => ({ metricId, metric: known.get(metricId) ?? null })),
    newlyAsked: older ? newer.metrics.filter(({ id }) => !known.has(id) && !draft.fields.has(id)) : [],
  }
}

function sheetOf(draft: Draft, ruleSet: RuleSet, agency: Agency | null): ScoreSheet {
  const form = formOf(ruleSet, agency?.level ?? null)
  const submission = submissionOf(draft, ruleSet, readingsOf(draft, ruleSet, form), form)
  return scoreSubmission(ruleSet, submission, draft.updatedAt)
}
