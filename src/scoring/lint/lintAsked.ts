import { type CriterionPlace, isLeaf, walkCriteria } from '../../model/criteria.ts'
import { levelNames } from '../../model/levelNames.ts'
import type { Criterion, RuleSet } from '../../model/ruleSet.ts'
import { compare, divide, isWhole, parseExact, zero } from '../exact.ts'
import { en, type Report, vi } from './report.ts'

/** What agencies are asked for beside figures: whom a criterion is for, what must be shown, what runs on. */
export function lintAsked(ruleSet: RuleSet, report: Report): void {
  const places = walkCriteria(ruleSet)
  const byId = new Map(places.map(place => [place.criterion.id, place]))
  for (const place of places) reportLevels(place, byId, report)
  reportEvidence(places, report)
  for (const place of places) reportJudged(place, report)
  reportCumulative(ruleSet, report)
}

/** How many things the above looks at. */
export function askedCount(ruleSet: RuleSet): number {
  const counts = walkCriteria(ruleSet).map(
    ({ criterion: { appliesTo, judgedStep, requiredEvidence = [] } }) =>
      requiredEvidence.length + (appliesTo === undefined ? 0 : 1) + (judgedStep === undefined ? 0 : 1),
  )
  const cumulative = ruleSet.metrics.filter(metric => metric.isCumulative).length
  return counts.reduce((total, count) => total + count, cumulative)
}

function reportLevels(
  { criterion, path, parentId }: CriterionPlace,
  byId: ReadonlyMap<string, CriterionPlace>,
  report: Report,
): void {
  const above = groupWithLevels(parentId, byId)
  criterion.appliesTo?.forEach((level, index, levels) => {
    const at = `${path}.appliesTo[${index}]`
    const { vi, en } = levelNames[level]
    if (levels.indexOf(level) !== index)
      report.error(at, 'repeated-level', {
        vi: `“${criterion.name}” ghi đối tượng áp dụng “${vi}” hai lần; mỗi cấp chỉ ghi một lần`,
        en: `"${criterion.name}" lists "${en}" twice among those it is for; each level stands once`,
      })
    else if (above?.appliesTo && !above.appliesTo.includes(level))
      report.error(at, 'level-outside-group', {
        vi: `“${criterion.name}” áp dụng cho “${vi}” mà nhóm “${above.name}” thì không; sửa ở nhóm hoặc ở tiêu chí`,
        en: `"${criterion.name}" is for ${en}, its group "${above.name}" is not; correct one of them`,
      })
  })
}

/** The nearest group above that says whom it is for. */
function groupWithLevels(
  parentId: string | null,
  byId: ReadonlyMap<string, CriterionPlace>,
): Criterion | null {
  const seen = new Set<string>()
  for (let id = parentId; id !== null && !seen.has(id); ) {
    seen.add(id)
    const place = byId.get(id)
    if (!place) return null
    if (place.criterion.appliesTo) return place.criterion
    id = place.parentId
  }
  return null
}

/** Evidence is shown for what is scored, and an agency's file names it by id alone. */
function reportEvidence(places: readonly CriterionPlace[], report: Report): void {
  const first = new Map<string, string>()
  for (const { criterion, path } of places) {
    const { requiredEvidence = [] } = criterion
    if (requiredEvidence.length > 0 && !isLeaf(criterion))
      report.error(`${path}.requiredEvidence`, 'group-with-evidence', {
        vi: `“${criterion.name}” có tiêu chí con; tài liệu kiểm chứng ghi ở từng tiêu chí con`,
        en: `"${criterion.name}" has sub-criteria; required evidence stands with each of them`,
      })
    requiredEvidence.forEach(({ id }, index) => {
      const at = `${path}.requiredEvidence[${index}]`
      const earlier = first.get(id)
      if (earlier === undefined) first.set(id, at)
      else
        report.error(`${at}.id`, 'duplicate-id', {
          vi: `mã tài liệu kiểm chứng “${id}” đã dùng ở ${earlier}; mỗi mã chỉ được dùng một lần`,
          en: `id "${id}" of required evidence is already used at ${earlier}; each id may be used once`,
        })
    })
  }
}

/** Points are judged leaf by leaf, in steps that lead from 0 to the maximum; a survey is nobody's judgement. */
function reportJudged({ criterion, path }: CriterionPlace, report: Report): void {
  const { name, judgedStep, maxPoints, assessedBy } = criterion
  if (judgedStep === undefined) return
  const at = `${path}.judgedStep`
  const step = parseExact(judgedStep)
  if (!isLeaf(criterion))
    report.error(at, 'group-judged', {
      vi: `“${name}” có tiêu chí con; bước điểm thẩm định ghi ở từng tiêu chí con`,
      en: `"${name}" has sub-criteria; the step of points stands with each of them`,
    })
  else if (assessedBy === 'survey')
    report.error(at, 'survey-judged', {
      vi: `“${name}” do điều tra xã hội học cho điểm, không thẩm định theo nhận xét được`,
      en: `"${name}" is scored by a survey, so nobody judges it`,
    })
  else if (compare(step, zero) <= 0)
    report.error(at, 'step-not-positive', {
      vi: `bước điểm thẩm định của “${name}” phải lớn hơn 0`,
      en: `the step of points of "${name}" must be above 0`,
    })
  else if (maxPoints !== null && !isWhole(divide(parseExact(maxPoints), step)))
    report.error(at, 'step-misses-maximum', {
      vi: `đi từng bước ${vi(judgedStep)} từ 0 không tới đúng điểm tối đa ${vi(maxPoints)} của “${name}”`,
      en: `steps of ${en(judgedStep)} from 0 do not reach the maximum ${en(maxPoints)} of "${name}"`,
    })
}

/** Shares, answers and dates do not add up over a year. */
function reportCumulative({ metrics }: RuleSet, report: Report): void {
  metrics.forEach(({ name, valueType, isCumulative }, index) => {
    if (isCumulative && valueType !== 'count' && valueType !== 'number')
      report.error(`metrics[${index}].isCumulative`, 'cumulative-not-counted', {
        vi: `“${name}” không phải số đếm hay số đo nên không lũy kế được`,
        en: `"${name}" is neither a count nor a number, so it cannot be a running total`,
      })
  })
}
