import type { AgencyDirectory } from '../../../model/agency.ts'
import { walkCriteria } from '../../../model/criteria.ts'
import type { LedgerEntry } from '../../../model/review.ts'
import type { Metric, RuleSet } from '../../../model/ruleSet.ts'
import { pointsFormat } from '../../../receipt/pointsFormat.ts'
import type { Language } from '../../../ui/formatNumber.ts'
import { pickName } from '../../../ui/language.tsx'

/** What a line needs to be read: names of what it only knows by id. */
export type EntryNames = {
  readonly language: Language
  /** Lines of the ledger by id. */
  readonly byId: ReadonlyMap<string, LedgerEntry>
  readonly agency: (id: string) => string
  readonly criterion: (id: string) => NamedCriterion | null
  readonly metric: (id: string) => Metric | null
  readonly points: (exact: string) => string
}

export type NamedCriterion = {
  readonly code: string
  readonly name: string
  readonly shortName: string
  /** null: no document states it. */
  readonly maxPoints: string | null
  /** Top of the tree it stands under; itself where it is one, `adjustments` beside the tree. */
  readonly areaId: string
}

/** Names of a round, looked up without asking what an id looks like. */
export function entryNames({
  ruleSet,
  directory,
  byId,
  language,
}: {
  ruleSet: RuleSet
  directory: AgencyDirectory
  byId: ReadonlyMap<string, LedgerEntry>
  language: Language
}): EntryNames {
  const agencies = new Map(directory.agencies.map(({ id, name }) => [id, name]))
  const criteria = criterionNames(ruleSet, language)
  const metrics = new Map(ruleSet.metrics.map(metric => [metric.id, metric]))
  return {
    language,
    byId,
    agency: id => agencies.get(id) ?? id,
    criterion: id => criteria.get(id) ?? null,
    metric: id => metrics.get(id) ?? null,
    points: pointsFormat(ruleSet, language),
  }
}

/** Criteria at any level and adjustments, by id, in the order of the rule set. */
export function criterionNames(ruleSet: RuleSet, language: Language): ReadonlyMap<string, NamedCriterion> {
  const named = new Map<string, NamedCriterion>()
  const areas = new Map<string, string>()
  for (const { criterion, parentId } of walkCriteria(ruleSet)) {
    const areaId = parentId === null ? criterion.id : (areas.get(parentId) ?? parentId)
    areas.set(criterion.id, areaId)
    const name = pickName(language, criterion.name, criterion.nameEn)
    const shortName =
      language === 'en' && criterion.nameEn !== undefined
        ? (criterion.shortNameEn ?? criterion.nameEn)
        : (criterion.shortName ?? criterion.name)
    named.set(criterion.id, { code: criterion.code, name, shortName, maxPoints: criterion.maxPoints, areaId })
  }
  for (const { id, name, nameEn, ceiling } of ruleSet.adjustments ?? [])
    named.set(id, {
      code: '',
      name: pickName(language, name, nameEn),
      shortName: pickName(language, name, nameEn),
      maxPoints: ceiling,
      areaId: 'adjustments',
    })
  for (const { id, name, nameEn, shortName, shortNameEn, maxPoints } of ruleSet.pools)
    named.set(id, {
      code: '',
      name: pickName(language, name, nameEn),
      shortName: pickName(language, shortName ?? name, shortNameEn ?? nameEn),
      maxPoints,
      areaId: 'pools',
    })
  return named
}

/** "4.5 Minh chứng"; the id where the rules know no such criterion. */
export function criterionLabel(names: Pick<EntryNames, 'criterion'>, id: string): string {
  const criterion = names.criterion(id)
  return criterion === null ? id : `${criterion.code} ${criterion.shortName}`.trim()
}
