import { walkCriteria } from '../../model/criteria.ts'
import type { Target } from '../../model/plan.ts'
import type { Problem } from '../../model/problem.ts'
import type { RuleSet } from '../../model/ruleSet.ts'
import { isZero, parseExact } from '../../scoring/exact.ts'
import { lintRuleSet } from '../../scoring/lint/lintRuleSet.ts'
import type { Report } from '../../scoring/lint/report.ts'
import { type On, passOn, reportTwice } from './findings.ts'
import { type Folder, indexFile } from './readFolder.ts'
import { saysIllustrative } from './saysIllustrative.ts'

/** Rule sets by their own lint, by each other, and by what charts and English readers need. */
export function checkRuleSets({ ruleSets, catalogue, plans }: Folder, on: On): void {
  const versions = catalogue.ruleSets.map(({ id, version }, index) => ({
    key: `${id}” bản “${version}`,
    path: `ruleSets[${index}].id`,
  }))
  reportTwice(versions, ({ key, path }, earlier) => {
    on(indexFile).error(path, 'duplicate-rule-set', {
      vi: `bộ chỉ số “${key}” đã ghi ở ${earlier}; mỗi bản chỉ ghi một lần`,
      en: `rule set “${key}” is listed at ${earlier} already; a version may be listed once`,
    })
  })
  const earlier = new Map(ruleSets.map(({ value }) => [value.id, value.supersedes]))
  const listed = catalogue.ruleSets.map(({ id }) => id)
  for (const { file, value } of ruleSets) {
    const report = on(file)
    const targets = plans
      .filter(plan => plan.value.ruleSetId === value.id)
      .flatMap(plan => plan.value.targets)
    passOn(
      lintRuleSet(value, file).filter(problem => !isMeasured(problem, value, targets)),
      on,
    )
    checkSuperseded(value, listed, earlier, report)
    checkNames(value, report)
    checkWorth(value, report)
    const certainties = walkCriteria(value).map(({ criterion }) => criterion.provenance.certainty)
    if (certainties.includes('illustrative') && !saysIllustrative([value.title, value.note]))
      report.error('title', 'illustrative-unsaid', {
        vi: `“${value.title}” có tiêu chí tự đặt (illustrative); tên hoặc ghi chú của bộ cần có chữ “minh họa”`,
        en: `"${value.title}" has criteria of our own; its title or note must say "minh họa"`,
      })
  }
}

/** A figure no rule looks at is of use all the same where a target of a plan is measured by it. */
function isMeasured({ code, path }: Problem, { metrics }: RuleSet, targets: readonly Target[]): boolean {
  const metric =
    code === 'unused-metric' ? metrics.find((_, index) => path === `metrics[${index}]`) : undefined
  return targets.some(({ actual }) => actual.from === 'metric' && actual.metricId === metric?.id)
}

function checkSuperseded(
  { id, supersedes }: RuleSet,
  listed: readonly string[],
  earlier: ReadonlyMap<string, string | undefined>,
  report: Report,
): void {
  if (supersedes === undefined) return
  if (!listed.includes(supersedes)) {
    report.error('supersedes', 'unknown-superseded', {
      vi: `thay thế bộ “${supersedes}” không có trong mục lục; cần mã của một bộ đã ghi`,
      en: `supersedes "${supersedes}", which the index does not list`,
    })
    return
  }
  const chain = [id]
  for (let next: string | undefined = supersedes; next !== undefined; next = earlier.get(next)) {
    const isAgain = chain.includes(next)
    chain.push(next)
    if (isAgain) break
  }
  // A rule set that supersedes itself is told so by its lint.
  if (chain.at(-1) === id && chain.length > 2)
    report.error('supersedes', 'supersedes-cycle', {
      vi: `vòng tròn ${chain.map(each => `“${each}”`).join(' → ')}; cần một bộ cũ nhất`,
      en: `a circle, ${chain.join(' → ')}; one rule set must be the oldest`,
    })
}

/** Charts draw short names; English readers get names in English. */
function checkNames({ criteria, pools, metrics, bands }: RuleSet, report: Report): void {
  const drawn = [
    ...walkCriteria({ criteria }).map(({ criterion, path }) => ({ node: criterion, path })),
    ...pools.map((node, index) => ({ node, path: `pools[${index}]` })),
  ]
  for (const { node, path } of drawn)
    for (const field of ['shortName', 'nameEn', 'shortNameEn'] as const)
      if (node[field] === undefined) reportNameless(`${path}.${field}`, field, node.name, report)
  metrics.forEach(({ name, nameEn }, index) => {
    if (nameEn === undefined) reportNameless(`metrics[${index}].nameEn`, 'nameEn', name, report)
  })
  bands.forEach(({ name, nameEn }, index) => {
    if (nameEn === undefined) reportNameless(`bands[${index}].nameEn`, 'nameEn', name, report)
  })
}

/** A leaf that is not only watched can win something. */
function checkWorth(ruleSet: RuleSet, report: Report): void {
  for (const { criterion, path } of walkCriteria(ruleSet)) {
    const { name, maxPoints, rule } = criterion
    if (rule && rule.kind !== 'monitor' && maxPoints !== null && isZero(parseExact(maxPoints)))
      report.error(`${path}.maxPoints`, 'worthless-leaf', {
        vi: `điểm tối đa của “${name}” là 0; cần hơn 0, hoặc cách tính “monitor” nếu chỉ theo dõi`,
        en: `the maximum of "${name}" is 0; it must be more, or its rule "monitor"`,
      })
  }
}

function reportNameless(path: string, field: string, name: string, report: Report): void {
  const wanted = field === 'shortName' ? 'tên ngắn, nhiều nhất 36 ký tự' : 'tên tiếng Anh'
  report.error(path, 'name-missing', {
    vi: `“${name}” không có ${field}; cần ${wanted}`,
    en: `"${name}" has no ${field}`,
  })
}
