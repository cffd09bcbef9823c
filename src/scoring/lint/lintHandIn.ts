import { walkCriteria } from '../../model/criteria.ts'
import type { RuleSet } from '../../model/ruleSet.ts'
import type { Submission } from '../../model/submission.ts'
import type { Report } from './report.ts'

/** What an agency says beside its figures names criteria, bonuses and penalties of the rule set. */
export function lintHandIn(
  { evidence = [], explanations = [], accepted = [] }: Submission,
  ruleSet: RuleSet,
  report: Report,
): void {
  if (evidence.length + explanations.length + accepted.length === 0) return
  const required = new Map<string, readonly string[]>([
    ...walkCriteria(ruleSet).map(
      ({ criterion: { id, requiredEvidence = [] } }) => [id, requiredEvidence.map(each => each.id)] as const,
    ),
    ...(ruleSet.adjustments ?? []).map(({ id }) => [id, []] as const),
  ])
  const check = (criterionId: string, at: string, vi: string, en: string) => {
    if (!required.has(criterionId))
      report.error(at, 'unknown-criterion', {
        vi: `${vi} dẫn tiêu chí “${criterionId}” mà bộ chỉ số không có; cần mã của một tiêu chí`,
        en: `${en} names criterion "${criterionId}", which the rule set does not have`,
      })
  }
  evidence.forEach(({ id, criterionIds, requiredId }, index) => {
    criterionIds.forEach((criterionId, place) => {
      const at = `evidence[${index}].criterionIds[${place}]`
      check(criterionId, at, `tài liệu kiểm chứng “${id}”`, `evidence "${id}"`)
    })
    const isAsked = criterionIds.some(each => required.get(each)?.includes(requiredId ?? ''))
    // Rule sets move on; the document itself is still there to be looked at.
    if (requiredId !== undefined && !isAsked)
      report.warning(`evidence[${index}].requiredId`, 'unknown-required-evidence', {
        vi: `tài liệu kiểm chứng “${id}” ghi là tài liệu “${requiredId}” mà tiêu chí của nó không yêu cầu`,
        en: `evidence "${id}" is given as "${requiredId}", which none of its criteria asks for`,
      })
  })
  explanations.forEach(({ criterionId }, index) => {
    check(criterionId, `explanations[${index}].criterionId`, 'giải trình', 'an explanation')
  })
  accepted.forEach(({ criterionId, finding }, index) => {
    if (criterionId !== null)
      check(criterionId, `accepted[${index}].criterionId`, `phần chấp nhận “${finding}”`, `"${finding}"`)
  })
}
