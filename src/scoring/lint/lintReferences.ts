import { isLeaf, walkCriteria } from '../../model/criteria.ts'
import type { Criterion, RuleSet } from '../../model/ruleSet.ts'
import { add, compare, isZero, parseExact, subtract, zero } from '../exact.ts'
import { kindOf } from '../rules/ruleKinds.ts'
import { en, type Report, vi } from './report.ts'
import { type RulePlace, rulePlaces } from './rulePlaces.ts'

/** Other leaves, metrics and versions that are named. */
export function lintReferences(ruleSet: RuleSet, report: Report): void {
  const places = rulePlaces(ruleSet)
  reportCoefficients(ruleSet, places, report)
  reportUnused(ruleSet, places, report)
  reportRescaling(ruleSet, report)
  if (ruleSet.supersedes === ruleSet.id)
    report.error('supersedes', 'supersedes-itself', {
      vi: 'bộ chỉ số không thể thay thế chính nó',
      en: 'a rule set cannot supersede itself',
    })
  if (ruleSet.validTo !== undefined && ruleSet.validTo < ruleSet.validFrom)
    report.error('validTo', 'dates-reversed', {
      vi: `ngày hết hiệu lực ${ruleSet.validTo} đứng trước ngày có hiệu lực ${ruleSet.validFrom}`,
      en: `validity ends on ${ruleSet.validTo}, before it begins on ${ruleSet.validFrom}`,
    })
}

function reportCoefficients(ruleSet: RuleSet, places: readonly RulePlace[], report: Report) {
  const leaves = new Map(
    walkCriteria(ruleSet)
      .map(({ criterion }) => criterion)
      .filter(isLeaf)
      .map(leaf => [leaf.id, leaf]),
  )
  for (const { rule, path, owner } of places) {
    if (rule.kind !== 'ratio' || rule.coefficient === undefined) continue
    const at = `${path}.coefficient`
    const other = leaves.get(rule.coefficient)
    if (!other)
      report.error(at, 'unknown-criterion', {
        vi: `không có tiêu chí thành phần “${rule.coefficient}” để nhân tỷ lệ`,
        en: `there is no leaf criterion "${rule.coefficient}" to multiply with`,
      })
    else if (other.rule?.kind !== 'ratio')
      report.error(at, 'coefficient-not-ratio', {
        vi: `“${other.name}” không tính theo tỷ lệ nên không nhân được`,
        en: `"${other.name}" is no ratio, so there is no percentage to multiply with`,
      })
    const chain = chainFrom(owner.id, rule.coefficient, leaves)
    if (chain.at(-1) === owner.id)
      report.error(at, 'cycle', {
        vi: `tỷ lệ phụ thuộc vòng tròn: ${[owner.id, ...chain].join(' → ')}`,
        en: `percentages depend on each other in a circle: ${[owner.id, ...chain].join(' → ')}`,
      })
  }
}

/** Leaves a coefficient leads to, one after the other, up to the first that comes again. */
function chainFrom(start: string, first: string, leaves: ReadonlyMap<string, Criterion>): readonly string[] {
  const chain: string[] = []
  for (let next: string | undefined = first; next !== undefined; ) {
    if (chain.includes(next)) return chain
    chain.push(next)
    if (next === start) return chain
    const rule: Criterion['rule'] = leaves.get(next)?.rule
    next = rule?.kind === 'ratio' ? rule.coefficient : undefined
  }
  return chain
}

function reportUnused(ruleSet: RuleSet, places: readonly RulePlace[], report: Report) {
  const used = new Set([
    ...places.flatMap(({ rule }) =>
      kindOf(rule)
        .figures(rule)
        .map(figure => figure.metricId),
    ),
    ...(ruleSet.grading?.overrides ?? []).map(override => override.metric),
  ])
  ruleSet.metrics.forEach(({ id, name }, index) => {
    if (!used.has(id))
      report.warning(`metrics[${index}]`, 'unused-metric', {
        vi: `không cách tính nào dùng số liệu “${name}”`,
        en: `no rule looks at metric "${name}"`,
      })
  })
}

/** Blocks that may not be run: known, apart from each other, and leaving something to bring back. */
function reportRescaling({ rescaling, criteria, scale }: RuleSet, report: Report) {
  if (!rescaling) return
  if (compare(parseExact(rescaling.to), zero) <= 0)
    report.error('rescaling.to', 'scale-not-positive', {
      vi: `thang điểm quy đổi phải lớn hơn 0, đang là ${vi(rescaling.to)}`,
      en: `results must be brought to more than 0 points, not ${en(rescaling.to)}`,
    })
  const byId = new Map(walkCriteria({ criteria }).map(({ criterion }) => [criterion.id, criterion]))
  const taken = new Set<string>()
  let left = parseExact(scale)
  rescaling.criterionIds.forEach((id, index) => {
    const at = `rescaling.criterionIds[${index}]`
    const block = byId.get(id)
    if (!block) {
      report.error(at, 'unknown-criterion', {
        vi: `bộ chỉ số không có tiêu chí “${id}”`,
        en: `the rule set has no criterion "${id}"`,
      })
      return
    }
    const inside = walkCriteria({ criteria: [block] }).map(({ criterion }) => criterion.id)
    if (inside.some(each => taken.has(each))) {
      report.error(at, 'in-two-blocks', {
        vi: `“${block.name}” trùng với một mục khác trong danh sách quy đổi`,
        en: `"${block.name}" shares criteria with another block that may not be run`,
      })
      return
    }
    for (const each of inside) taken.add(each)
    const max = maximumOf(block)
    if (max) left = subtract(left, max)
    else
      report.error(at, 'unknown-maximum', {
        vi: `“${block.name}” chưa rõ điểm tối đa nên không quy đổi được khi không thực hiện`,
        en: `the maximum of "${block.name}" is not known, so nothing can be rescaled without it`,
      })
  })
  if (isZero(left))
    report.error('rescaling.criterionIds', 'nothing-left', {
      vi: 'bỏ hết các mục này thì không còn điểm nào để quy đổi',
      en: 'without these blocks no points are left to rescale',
    })
}

function maximumOf({ maxPoints, subCriteria = [] }: Criterion): ReturnType<typeof parseExact> | null {
  if (maxPoints !== null) return parseExact(maxPoints)
  if (subCriteria.length === 0) return null
  return subCriteria.map(maximumOf).reduce((total, max) => (total && max ? add(total, max) : null), zero)
}
