import { walkCriteria } from '../../model/criteria.ts'
import type { Decimal } from '../../model/exact.ts'
import type { ExampleValue, RuleSet, WorkedExample } from '../../model/ruleSet.ts'
import type { ExampleCheck, ExampleResult } from '../../model/ruleSetReport.ts'
import type { NodeScore, ScoreSheet } from '../../model/scoreSheet.ts'
import type { MetricValue, Submission } from '../../model/submission.ts'
import { compare, parseExact, subtract } from '../exact.ts'
import { scoreCohort } from '../scoreCohort.ts'
import { scoreSubmission } from '../scoreSubmission.ts'
import { lintValues } from './lintValues.ts'
import { en, type Report, reportOn, vi } from './report.ts'

/** A written instant: nothing in an example depends on the day it is run. */
const scoredAt = '2000-01-01T00:00:00.000Z'

/**
 * Scores every worked example and holds the points against those somebody worked out by hand.
 * Only for rule sets without errors: a broken one cannot be scored.
 */
export function runExamples(ruleSet: RuleSet, report: Report): void {
  ruleSet.examples?.forEach((example, index) => {
    const at = `examples[${index}]`
    if (reportInputs(example, ruleSet, at, report)) return
    checkExample(example, ruleSet).forEach(({ nodeId, expected, computed, holds }, place) => {
      const here = `${at}.expect[${place}]`
      if (computed === null)
        report.error(`${here}.nodeId`, 'unknown-criterion', {
          vi: `bộ chỉ số không có tiêu chí “${nodeId}”`,
          en: `the rule set has no criterion "${nodeId}"`,
        })
      else if (!holds)
        report.error(
          `${here}.points`,
          'example-differs',
          difference(example.name, nameOf(nodeId, ruleSet), expected, computed),
        )
    })
  })
}

/** Every worked example with what the engine gives beside what was worked out; for sets {@link runExamples} may be run on. */
export function exampleResults(ruleSet: RuleSet): readonly ExampleResult[] {
  return (ruleSet.examples ?? []).map(example => {
    const fits = !reportInputs(example, ruleSet, '', reportOn('').report)
    const checks = fits ? checkExample(example, ruleSet) : []
    return { example, checks, holds: fits && checks.every(check => check.holds) }
  })
}

function checkExample(example: WorkedExample, ruleSet: RuleSet): readonly ExampleCheck[] {
  const sheet = scoreExample(example, ruleSet)
  return example.expect.map(({ nodeId, points: expected }) => {
    const node = nodeId === 'total' ? sheet.total : sheet.nodes.find(each => each.criterionId === nodeId)
    if (!node) return { nodeId, expected, computed: null, holds: false }
    const computed = 'outcome' in node ? resultOf(node, sheet) : totalOf(sheet)
    return { nodeId, expected, computed, holds: agrees(computed, expected) }
  })
}

function nameOf(nodeId: string, ruleSet: RuleSet): string | null {
  return walkCriteria(ruleSet).find(({ criterion }) => criterion.id === nodeId)?.criterion.name ?? null
}

/** @returns whether the example cannot be run */
function reportInputs(example: WorkedExample, ruleSet: RuleSet, at: string, report: Report): boolean {
  let faulty = false
  const lists = [
    { values: example.values, path: `${at}.values` },
    { values: example.previous ?? [], path: `${at}.previous` },
    ...(example.peers ?? []).map((values, index) => ({ values, path: `${at}.peers[${index}]` })),
  ]
  for (const { values, path } of lists)
    lintValues(values.map(metricValue), ruleSet, path, {
      error: (...finding) => {
        faulty = true
        report.error(...finding)
      },
      warning: report.warning,
    })
  const nodes = new Set([
    ...walkCriteria(ruleSet).map(({ criterion }) => criterion.id),
    ...ruleSet.pools.map(pool => pool.id),
  ])
  example.published?.forEach(({ nodeId }, index) => {
    if (nodes.has(nodeId)) return
    faulty = true
    report.error(`${at}.published[${index}].nodeId`, 'unknown-criterion', {
      vi: `bộ chỉ số không có tiêu chí “${nodeId}”`,
      en: `the rule set has no criterion "${nodeId}"`,
    })
  })
  return faulty
}

function scoreExample(example: WorkedExample, ruleSet: RuleSet): ScoreSheet {
  const submissionOf = (agencyId: string, values: readonly ExampleValue[]): Submission => ({
    id: `${example.id}.${agencyId}`,
    ruleSetId: ruleSet.id,
    ruleSetVersion: ruleSet.version,
    agencyId,
    period: example.period ?? ruleSet.validFrom.slice(0, 4),
    stage: 'closed',
    provenance: example.provenance,
    values: values.map(metricValue),
  })
  const own: Submission = {
    ...submissionOf('example', example.values),
    ...(example.published && {
      published: { provenance: example.provenance, total: null, points: example.published },
    }),
  }
  const previous = example.previous ? submissionOf('example', example.previous) : null
  if (!example.peers) return scoreSubmission(ruleSet, own, scoredAt, { previous })
  const peers = example.peers.map((values, index) => submissionOf(`peer-${index + 1}`, values))
  const [sheet] = scoreCohort(ruleSet, [own, ...peers], scoredAt, agencyId =>
    agencyId === 'example' ? previous : null,
  )
  if (!sheet) throw new Error(`example "${example.id}" has no sheet`)
  return sheet
}

function metricValue({ metricId, value }: ExampleValue): MetricValue {
  return value === null ? { metricId, state: 'missing' } : { metricId, state: 'entered', value }
}

type Expected = WorkedExample['expect'][number]['points']

function resultOf(node: NodeScore, sheet: ScoreSheet): Expected {
  const leaves = leavesBelow(node.criterionId, sheet)
  return leaves.every(leaf => leaf.outcome?.kind === 'notApplicable') ? 'notApplicable' : settled(node.points)
}

/** Leaves of a node, itself when it is one; parents stand before children. */
function leavesBelow(criterionId: string, { nodes }: ScoreSheet): readonly NodeScore[] {
  const inside = new Set([criterionId])
  for (const node of nodes)
    if (node.parentId !== null && inside.has(node.parentId)) inside.add(node.criterionId)
  return nodes.filter(node => node.isLeaf && inside.has(node.criterionId))
}

function totalOf({ total }: ScoreSheet): Expected {
  if (total.maxPoints === '0' && total.notApplicableLeaves > 0) return 'notApplicable'
  return settled(total.points)
}

function settled(points: NodeScore['points']): Expected {
  return points?.kind === 'known' && points.from === points.to ? points.from : 'missing'
}

function agrees(computed: Expected, expected: Expected): boolean {
  if (isPoints(computed) && isPoints(expected))
    return compare(parseExact(computed), parseExact(expected)) === 0
  return computed === expected
}

function isPoints(result: Expected): result is Decimal {
  return result !== 'missing' && result !== 'notApplicable'
}

const states = {
  missing: { vi: 'chưa đủ số liệu', en: 'missing' },
  notApplicable: { vi: 'không áp dụng', en: 'not applicable' },
} as const

function difference(example: string, node: string | null, expected: Expected, computed: Expected) {
  const inVi = (result: Expected) => (isPoints(result) ? `${vi(result)} điểm` : stateOf(result).vi)
  const inEn = (result: Expected) => (isPoints(result) ? `${en(result)} points` : stateOf(result).en)
  const gap =
    isPoints(expected) && isPoints(computed) ? subtract(parseExact(computed), parseExact(expected)) : null
  return {
    vi: `ví dụ “${example}”, ${node === null ? 'tổng điểm' : `“${node}”`}: nêu ${inVi(expected)}, tính ra ${inVi(computed)}${gap ? `, chênh ${vi(gap)}` : ''}`,
    en: `example "${example}", ${node === null ? 'total' : `"${node}"`}: expected ${inEn(expected)}, computed ${inEn(computed)}${gap ? `, a difference of ${en(gap)}` : ''}`,
  }
}

function stateOf(result: Expected) {
  return result === 'notApplicable' ? states.notApplicable : states.missing
}
