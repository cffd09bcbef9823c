import { walkCriteria } from '../../model/criteria.ts'
import { levelNames } from '../../model/levelNames.ts'
import type { RuleSet } from '../../model/ruleSet.ts'
import type { Submission } from '../../model/submission.ts'
import type { Report } from '../../scoring/lint/report.ts'
import type { Folder } from './readFolder.ts'

/** An agency is exempt from what the rule set does not ask of its level, and says so with the reason. */
export function checkApplies(
  { agencyId, notApplicable = [] }: Submission,
  ruleSet: RuleSet,
  { directory }: Folder,
  placeOf: (path: string) => string,
  report: Report,
): void {
  const level = directory?.value.agencies.find(agency => agency.id === agencyId)?.level
  if (level === undefined) return
  const exempt = new Set(notApplicable.map(({ criterionId }) => criterionId))
  const parents = new Map<string, string | null>()
  for (const { criterion, parentId } of walkCriteria(ruleSet)) {
    parents.set(criterion.id, parentId)
    const { appliesTo, name, id } = criterion
    if (!appliesTo || appliesTo.includes(level) || isExempt(id)) continue
    report.error(placeOf('notApplicable'), 'level-not-exempt', {
      vi: `“${agencyId}” thuộc ${levelNames[level].vi} mà “${name}” chỉ áp dụng cho ${appliesTo.map(each => levelNames[each].vi).join('; ')}; cần ghi “${id}” ở notApplicable kèm lý do`,
      en: `"${agencyId}" is none of those "${name}" is for; "${id}" must stand in notApplicable with the reason`,
    })
  }

  function isExempt(id: string): boolean {
    if (exempt.has(id)) return true
    const parent = parents.get(id) ?? null
    return parent !== null && isExempt(parent)
  }
}
