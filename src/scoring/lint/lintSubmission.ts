import { walkCriteria } from '../../model/criteria.ts'
import type { Plan } from '../../model/plan.ts'
import type { Problem } from '../../model/problem.ts'
import type { RuleSet } from '../../model/ruleSet.ts'
import type { Submission } from '../../model/submission.ts'
import { compare, parseExact, zero } from '../exact.ts'
import { lintDecisions } from './lintDecisions.ts'
import { lintHandIn } from './lintHandIn.ts'
import { lintValues, unknownMetric } from './lintValues.ts'
import { reportOn, vi } from './report.ts'

/**
 * What must hold between a submission and the rule set it answers.
 * @param file name put into each problem
 */
export function lintSubmission(submission: Submission, ruleSet: RuleSet, file: string): readonly Problem[] {
  const { problems, report: reporting } = reportOn(file)
  const report = reporting.error

  if (submission.ruleSetId !== ruleSet.id || submission.ruleSetVersion !== ruleSet.version)
    report('ruleSetId', 'other-rule-set', {
      vi: `tệp này theo bộ chỉ số “${submission.ruleSetId}” bản ${submission.ruleSetVersion}, không phải “${ruleSet.id}” bản ${ruleSet.version}`,
      en: `this file answers rule set "${submission.ruleSetId}" version ${submission.ruleSetVersion}, not "${ruleSet.id}" version ${ruleSet.version}`,
    })
  lintValues(submission.values, ruleSet, 'values', reporting)
  lintDecisions(submission, ruleSet, reporting)
  lintHandIn(submission, ruleSet, reporting)

  const criteria = new Map(walkCriteria(ruleSet).map(place => [place.criterion.id, place.criterion]))
  const pooledIds = new Set(ruleSet.pools.flatMap(pool => pool.criterionIds))
  const reportUnknown = (id: string, at: string) =>
    report(at, 'unknown-criterion', {
      vi: `bộ chỉ số không có tiêu chí “${id}”`,
      en: `the rule set has no criterion "${id}"`,
    })
  const seenNodes = new Set<string>()
  submission.published?.points.forEach((entry, index) => {
    const at = `published.points[${index}]`
    const criterion = criteria.get(entry.nodeId)
    if (!criterion && !ruleSet.pools.some(pool => pool.id === entry.nodeId))
      reportUnknown(entry.nodeId, `${at}.nodeId`)
    if (seenNodes.has(entry.nodeId))
      report(`${at}.nodeId`, 'duplicate-points', {
        vi: `“${entry.nodeId}” có hai điểm công bố`,
        en: `"${entry.nodeId}" has two published points`,
      })
    seenNodes.add(entry.nodeId)
    if (compare(parseExact(entry.points), zero) < 0 && criterion?.rule?.kind !== 'bonusPenalty')
      report(`${at}.points`, 'negative-points', {
        vi: `điểm công bố ${vi(entry.points)} không được âm`,
        en: `published points ${entry.points} must not be negative`,
      })
    const pool = ruleSet.pools.find(candidate => candidate.id === entry.nodeId)
    const max = pool?.maxPoints ?? (criterion?.rule?.kind === 'reported' ? criterion.maxPoints : null)
    if (max !== null && compare(parseExact(entry.points), parseExact(max)) > 0)
      report(`${at}.points`, 'points-above-maximum', {
        vi: `điểm công bố ${vi(entry.points)} vượt điểm tối đa ${vi(max)}`,
        en: `published points ${entry.points} exceed the maximum ${max}`,
      })
  })
  submission.notApplicable?.forEach((entry, index) => {
    const at = `notApplicable[${index}].criterionId`
    const criterion = criteria.get(entry.criterionId)
    if (!criterion) {
      reportUnknown(entry.criterionId, at)
      return
    }
    const below = walkCriteria({ criteria: [criterion] }).map(place => place.criterion.id)
    if (below.some(id => pooledIds.has(id)))
      report(at, 'pooled-not-applicable', {
        vi: `“${criterion.name}” chưa rõ điểm tối đa riêng nên không biết trừ bao nhiêu khi không áp dụng`,
        en: `the maximum of "${criterion.name}" is not known on its own, so exempting it cannot be scored`,
      })
  })
  return problems
}

/**
 * Whether a file is about what the catalogue lists it for: a copied file under another name
 * would show one agency's score as another's.
 * @param listed what the catalogue says of the file
 * @param found what the file says of itself
 */
export function lintListing(
  listed: Readonly<Record<string, string>>,
  found: Readonly<Record<string, unknown>>,
  file: string,
): readonly Problem[] {
  return Object.entries(listed)
    .filter(([field, value]) => found[field] !== value)
    .map(([field, value]) => ({
      file,
      path: field,
      code: 'listed-otherwise',
      severity: 'error',
      message: {
        vi: `danh mục index.json ghi tệp này là “${value}”, trong tệp lại là “${String(found[field])}”`,
        en: `index.json lists this file as "${value}", the file itself says "${String(found[field])}"`,
      },
    }))
}

/**
 * What must hold between a plan's targets and tasks and the rule set they serve.
 * @param file name put into each problem
 */
export function lintPlan(plan: Plan, ruleSet: RuleSet, file: string): readonly Problem[] {
  const {
    problems,
    report: { error: report },
  } = reportOn(file)
  const criteria = new Map(walkCriteria(ruleSet).map(place => [place.criterion.id, place.criterion]))
  const metrics = new Set(ruleSet.metrics.map(metric => metric.id))
  const checkCriterion = (id: string, at: string) => {
    if (!criteria.has(id))
      report(at, 'unknown-criterion', {
        vi: `bộ chỉ số không có tiêu chí “${id}”`,
        en: `the rule set has no criterion "${id}"`,
      })
  }

  plan.targets.forEach((target, index) => {
    const at = `targets[${index}]`
    if (target.criterionId !== undefined) checkCriterion(target.criterionId, `${at}.criterionId`)
    if (target.actual.from === 'metric' && !metrics.has(target.actual.metricId))
      report(`${at}.actual.metricId`, 'unknown-metric', unknownMetric(target.actual.metricId))
    if (target.actual.from !== 'criterion') return
    checkCriterion(target.actual.criterionId, `${at}.actual.criterionId`)
    const rule = criteria.get(target.actual.criterionId)?.rule
    const rising = target.comparison === 'atLeast'
    if (rule?.kind === 'ratio' && rising !== (rule.direction === 'higherIsBetter'))
      report(`${at}.comparison`, 'target-against-direction', {
        vi: `mục tiêu “${rising ? 'tối thiểu' : 'tối đa'}” trái với cách tính điểm: ${rising ? 'càng thấp' : 'càng cao'} càng tốt`,
        en: `an "at ${rising ? 'least' : 'most'}" target contradicts the rule, where ${rising ? 'lower' : 'higher'} is better`,
      })
  })
  plan.tasks.forEach((task, taskIndex) => {
    task.criterionIds.forEach((id, index) => {
      checkCriterion(id, `tasks[${taskIndex}].criterionIds[${index}]`)
    })
  })
  return problems
}
