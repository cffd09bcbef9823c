import type { Completeness, FigureState } from '../../model/nextActions.ts'
import type { RuleSet } from '../../model/ruleSet.ts'
import type { ScoreSheet } from '../../model/scoreSheet.ts'
import type { Submission } from '../../model/submission.ts'
import { compare, formatExact, parseExact, subtract, sum } from '../exact.ts'
import { indexRuleSet } from '../ruleSetIndex.ts'
import { kindOf } from '../rules/ruleKinds.ts'

/**
 * How many of the figures that rules look at were entered, are missing or do not apply.
 *
 * A figure is missing when a leaf is open for want of it, or when it is listed as missing or kept back and
 * some leaf of it applies. What a rule only falls back on counts once it was entered.
 *
 * Figures that are only watched and those of bonuses and deductions count too: the agency is asked for all of them,
 * and whoever hands them in counts sheets of paper, not points. `open` tells those that points wait for.
 */
export function countFigures(ruleSet: RuleSet, submission: Submission, sheet: ScoreSheet): Completeness {
  const { leaves } = indexRuleSet(ruleSet)
  const entries = new Map(submission.values.map(value => [value.metricId, value.state]))
  const outcomes = new Map(sheet.nodes.map(node => [node.criterionId, node.outcome]))
  const wanted = new Set(
    [...sheet.nodes, ...sheet.adjustments].flatMap(({ outcome }) =>
      outcome?.kind === 'missing' ? outcome.metricIds : [],
    ),
  )
  const watched = new Set(leaves.flatMap(({ id, rule }) => (rule?.kind === 'monitor' ? [id] : [])))
  const users = new Map<string, string[]>()
  for (const { id, rule } of leaves)
    for (const metricId of new Set((rule ? kindOf(rule).figures(rule) : []).map(each => each.metricId)))
      users.set(metricId, [...(users.get(metricId) ?? []), id])
  for (const { id, rule } of ruleSet.adjustments ?? [])
    for (const { metricId } of kindOf(rule).figures(rule))
      users.set(metricId, [...(users.get(metricId) ?? []), id])

  const figures = ruleSet.metrics.flatMap((metric): readonly FigureState[] => {
    const criterionIds = users.get(metric.id)
    if (!criterionIds) return []
    const state = entries.get(metric.id)
    const exempt =
      state === 'notApplicable' || criterionIds.every(id => outcomes.get(id)?.kind === 'notApplicable')
    const absent = wanted.has(metric.id) || state === 'missing' || state === 'withheld'
    if (state !== 'entered' && !exempt && !absent) return []
    return [
      {
        metricId: metric.id,
        name: metric.name,
        nameEn: metric.nameEn,
        unit: metric.unit,
        unitEn: metric.unitEn,
        state: state === 'entered' ? 'entered' : exempt ? 'notApplicable' : 'missing',
        criterionIds,
        isWatched: criterionIds.every(id => watched.has(id)),
      },
    ]
  })
  const count = (state: FigureState['state']) => figures.filter(figure => figure.state === state).length
  return {
    entered: count('entered'),
    missing: count('missing'),
    notApplicable: count('notApplicable'),
    open: figures.filter(figure => figure.state === 'missing' && wanted.has(figure.metricId)).length,
    missingFigures: figures.filter(figure => figure.state === 'missing'),
    notIncurredLoss: notIncurredLoss(sheet),
  }
}

/** Losses on 0/0 against every other loss that no missing figure can win back. */
function notIncurredLoss({ losses, total }: Pick<ScoreSheet, 'losses' | 'total'>) {
  const idle = losses.filter(step => step.notIncurred && step.kind !== 'missing')
  if (idle.length === 0 || total.gapToMax === null) return null
  const lost = sum(idle.map(step => parseExact(step.lost)))
  const others = subtract(parseExact(total.gapToMax.from), lost)
  return { lost: formatExact(lost), isMost: compare(lost, others) > 0 }
}
