import { importPortalFiles } from '../io/dvcqg766/importPortalFiles.ts'
import type { PortalSource } from '../io/dvcqg766/readPortalFile.ts'
import type { Agency } from '../model/agency.ts'
import type { PortalImport, ReconciledSet } from '../model/portalImport.ts'
import { type Problem, refuses } from '../model/problem.ts'
import type { RuleSet } from '../model/ruleSet.ts'
import { lintRuleSet } from '../scoring/lint/lintRuleSet.ts'
import { reconcileImport } from '../scoring/reconcileSubmissions.ts'

/** What files of the portal come to: units, what they score, how that agrees with the portal's points. */
export type PortalOutcome = {
  readonly imported: PortalImport
  readonly sets: readonly { readonly ruleSet: RuleSet; readonly set: ReconciledSet }[]
}

type Files = {
  readonly sources: readonly PortalSource[]
  /** Day of the figures; null: each file's name says it. */
  readonly day: string | null
  readonly ruleSet: RuleSet
  readonly rankingRuleSet: RuleSet | null
  readonly agencies: readonly Agency[]
  readonly loadedAt: string
}

/** Reads, scores and reconciles files of the portal; only here does their screen meet the engine. */
export function importPortal({
  sources,
  day,
  ruleSet,
  rankingRuleSet,
  agencies,
  loadedAt,
}: Files): PortalOutcome | { readonly problems: readonly Problem[] } {
  const faults = [ruleSet, ...(rankingRuleSet ? [rankingRuleSet] : [])].flatMap(each =>
    lintRuleSet(each, `rule-sets/${each.id}.json`),
  )
  if (refuses(faults)) return { problems: faults.filter(problem => problem.severity === 'error') }
  const directory = { agencies, groups: [] }
  const imported = importPortalFiles(sources, { ruleSet, rankingRuleSet, directory, day })
  return { imported, sets: reconcileImport(imported, { ruleSet, rankingRuleSet }, loadedAt) }
}
