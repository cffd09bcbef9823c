import type { Decimal, Exact } from '../../model/exact.ts'
import type { Bilingual } from '../../model/provenance.ts'
import type { FigureCorrection, LedgerAct, Verdict } from '../../model/review.ts'
import type { PointsFreedom } from '../../model/roundState.ts'
import type { RuleSet } from '../../model/ruleSet.ts'
import type { MetricValue } from '../../model/submission.ts'
import { compare, divide, isWhole, parseExact } from '../exact.ts'
import { lintValues } from '../lint/lintValues.ts'
import { reportOn } from '../lint/report.ts'
import { indexRuleSet } from '../ruleSetIndex.ts'
import { pointsBounds, pointsFreedom } from './pointsFreedom.ts'
import { isPooled, restOn } from './restOn.ts'
import { refusals } from './verdictTexts.ts'

/** What a verdict is held against. */
export type VerdictContext = {
  readonly ruleSet: RuleSet
  readonly nodeId: string
  /** Figures as they stand. */
  readonly values: ReadonlyMap<string, MetricValue>
  /** Points the agency asks for: its claim, and those of its answers. */
  readonly claims: readonly Decimal[]
  /** Whether something stood before that can be agreed with: points, or that it does not apply; null: not asked. */
  readonly canAgree: boolean | null
  /** Why agencies of this level are exempt; null where the criterion is for them. */
  readonly notForLevel: Bilingual | null
}

/**
 * Why a verdict cannot be taken; null where it can. More counted than there is ("25 of 20") is a doubt of the
 * checks and no fault here.
 */
export function checkVerdict(
  verdict: Verdict,
  reason: string | null,
  context: VerdictContext,
): Bilingual | null {
  const { ruleSet, nodeId, notForLevel } = context
  if (!isKnown(ruleSet, nodeId)) return refusals.noSuchNode(nodeId)
  if (verdict.kind === 'ask') return isBlank(verdict.question) ? refusals.question : null
  if (verdict.kind === 'agree') return context.canAgree === false ? refusals.nothingToAgree : null
  if (notForLevel && verdict.kind !== 'notApplicable') return refusals.notForLevel(notForLevel)
  return faultOf(verdict, context) ?? (isBlank(reason) ? refusals.reason : null)
}

function faultOf(
  verdict: Exclude<Verdict, { kind: 'ask' | 'agree' }>,
  context: VerdictContext,
): Bilingual | null {
  const { ruleSet, nodeId } = context
  const freedom = pointsFreedom(ruleSet, nodeId)
  const leaf = indexRuleSet(ruleSet).leafById.get(nodeId)
  switch (verdict.kind) {
    case 'notApplicable':
      if (!leaf) return refusals.adjustment
      return isPooled(ruleSet, nodeId) ? refusals.pooled : null
    case 'byRule':
      if (freedom.kind === 'survey') return refusals.ofSurvey
      return leaf?.rule?.kind === 'reported' ? refusals.noRule : null
    case 'figures':
      if (freedom.kind === 'survey') return refusals.ofSurvey
      return figuresFault(verdict.figures, context)
    case 'points':
      return pointsFault(verdict.points, freedom, context)
  }
}

/** Why the result of a survey cannot be taken; null where it can. */
export function checkSurvey(
  given: Extract<LedgerAct, { kind: 'survey' }>['given'],
  source: string,
  context: Pick<VerdictContext, 'ruleSet' | 'nodeId' | 'values' | 'notForLevel'>,
): Bilingual | null {
  const { ruleSet, nodeId, notForLevel } = context
  const leaf = indexRuleSet(ruleSet).leafById.get(nodeId)
  if (!leaf) return refusals.noSuchNode(nodeId)
  if (leaf.assessedBy !== 'survey') return refusals.notOfSurvey
  if (notForLevel) return refusals.notForLevel(notForLevel)
  const fault =
    given.kind === 'figures'
      ? figuresFault(given.figures, context)
      : boundsFault(given.points, { ...pointsBounds(ruleSet, nodeId), step: null })
  return fault ?? (isBlank(source) ? refusals.source : null)
}

function pointsFault(
  points: Decimal,
  freedom: PointsFreedom,
  { ruleSet, nodeId, claims }: VerdictContext,
): Bilingual | null {
  if (freedom.kind === 'survey') return refusals.ofSurvey
  if (!decimal.test(points)) return refusals.notANumber
  const isClaimed = claims.some(claim => compare(parseExact(claim), parseExact(points)) === 0)
  if (freedom.kind === 'byRule' && !isClaimed) return refusals.pointsByRule
  const step = freedom.kind === 'judged' && !isClaimed ? freedom.step : null
  return boundsFault(points, { ...pointsBounds(ruleSet, nodeId), step })
}

function boundsFault(
  points: Decimal,
  { least, most, step }: { least: Exact; most: Exact | null; step: Exact | null },
): Bilingual | null {
  if (!decimal.test(points)) return refusals.notANumber
  const value = parseExact(points)
  if (compare(value, parseExact(least)) < 0) return refusals.below(least)
  if (most !== null && compare(value, parseExact(most)) > 0) return refusals.above(most)
  // The ends can always be given, whether the step meets them or not.
  const isEnd = [least, most].some(end => end !== null && compare(value, parseExact(end)) === 0)
  if (step !== null && !isEnd && !isWhole(divide(value, parseExact(step)))) return refusals.offStep(step)
  return null
}

/** Corrections that no figures of the agency could hold. */
function figuresFault(
  figures: readonly FigureCorrection[],
  { ruleSet, nodeId, values }: Pick<VerdictContext, 'ruleSet' | 'nodeId' | 'values'>,
): Bilingual | null {
  if (figures.length === 0) return refusals.noCorrections
  const { metrics, leafById } = indexRuleSet(ruleSet)
  if (leafById.get(nodeId)?.rule?.kind === 'reported') return refusals.noFigures
  const seen = new Set<string>()
  for (const { metricId, to } of figures) {
    const metric = metrics.get(metricId)
    if (!metric) return refusals.unknownMetric(metricId)
    if (seen.size === seen.add(metricId).size) return refusals.twice
    if (!restOn(ruleSet, metricId).includes(nodeId)) return refusals.otherMetric(metric.name)
    if (to.state === 'entered' && !dateOrDecimal.test(to.value)) return refusals.notAFigure(metric.name)
  }
  const corrected = new Map(values)
  for (const { metricId, to } of figures) corrected.set(metricId, { metricId, ...to })
  const list = [...corrected.values()]
  const { problems, report } = reportOn('')
  lintValues(list, ruleSet, 'values', report)
  // What was wrong before is not the fault of this line.
  const at = new Set(list.flatMap(({ metricId }, index) => (seen.has(metricId) ? [`values[${index}]`] : [])))
  const fault = problems.find(
    ({ severity, path }) => severity === 'error' && at.has(path.slice(0, path.indexOf(']') + 1)),
  )
  return fault ? capitalised(fault.message) : null
}

function isKnown(ruleSet: RuleSet, nodeId: string): boolean {
  return (
    indexRuleSet(ruleSet).leafById.has(nodeId) ||
    (ruleSet.adjustments ?? []).some(adjustment => adjustment.id === nodeId)
  )
}

const decimal = /^-?(0|[1-9]\d*)(\.\d+)?$/
const dateOrDecimal = /^(-?(0|[1-9]\d*)(\.\d+)?|\d{4}-\d{2}-\d{2})$/

function isBlank(text: string | null): boolean {
  return text === null || text.trim() === ''
}

function capitalised({ vi, en }: Bilingual): Bilingual {
  const upper = (text: string) => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1)
  return { vi: upper(vi), en: upper(en) }
}
