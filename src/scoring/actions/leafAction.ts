import type { FigureChange, LossReason } from '../../model/nextActions.ts'
import type { Metric } from '../../model/ruleSet.ts'
import type { Measure, Rule } from '../../model/rules.ts'
import type { NodeScore } from '../../model/scoreSheet.ts'
import type { MetricSolution, SolveGoal } from '../../model/solution.ts'
import {
  compare,
  divide,
  formatExact,
  isZero,
  larger,
  multiply,
  negate,
  one,
  parseExact,
  type Rational,
  smaller,
  subtract,
  zero,
} from '../exact.ts'
import { indexRuleSet } from '../ruleSetIndex.ts'
import { kindOf } from '../rules/ruleKinds.ts'
import type { Scored } from '../scoreSubmission.ts'
import { enteredValue } from '../solve/limits.ts'
import { solve } from '../solve/solve.ts'
import { dayNumber } from '../workingDays.ts'

/** What one leaf asks for, with how much it wins for how much change. */
export type LeafAction = {
  readonly criterionId: string
  readonly points: Rational
  readonly change: FigureChange | null
  readonly reason: LossReason
  /** Points ÷ the change as a share of its whole; null where nothing can be measured. */
  readonly worth: Rational | null
}

/** Figures without a steady direction are searched this far each way: a list of three needs no more. */
const searchedSteps = 60

/**
 * The one figure of a leaf whose change wins most for its size, all others as they are.
 *
 * Tried first is the change to full points; where no single figure gets there, the most it can bring, and for
 * rules in bands the next one up. Sizes are told as shares, because a dossier and a procedure cannot be
 * compared: of the denominator where a ratio is counted, otherwise of the larger of the two values; another
 * answer and an earlier day are a whole change.
 * @returns null where no figure of the agency's own brings anything
 */
export function bestChange(scored: Scored, node: NodeScore): Omit<LeafAction, 'reason'> | null {
  const rule = indexRuleSet(scored.ruleSet).leafById.get(node.criterionId)?.rule
  if (!rule) return null
  const before = scored.leaves.get(node.criterionId)?.from
  if (before === undefined) return null
  const own = onItsOwn(scored, node.criterionId)
  const tried = actedOn(rule).flatMap(metricId =>
    goalsOf(rule, before).flatMap(goal => {
      const question = { target: { kind: 'leaf', criterionId: node.criterionId }, goal, metricId } as const
      return measured(scored, rule, before, {
        metricId,
        solution: solve(own, question, { steps: searchedSteps }),
      })
    }),
  )
  // An expression does not say which of its figures is the whole: doing more comes before having less to do.
  const rising = tried.filter(({ change }) => change.change === null || !change.change.startsWith('-'))
  const found = rule.kind === 'formula' && rising.length > 0 ? rising : tried
  const [first, ...others] = found
  if (!first) return null
  const best = others.reduce((top, each) => (compare(each.worth, top.worth) > 0 ? each : top), first)
  return { criterionId: node.criterionId, ...best }
}

/**
 * The result with only the figures the leaf looks at: figures of other leaves do not hold it back, for fewer
 * late dossiers also means fewer that were explained.
 */
function onItsOwn(scored: Scored, criterionId: string): Scored {
  const { dependents } = indexRuleSet(scored.ruleSet)
  const values = scored.submission.values.filter(
    value => dependents.get(value.metricId)?.has(criterionId) ?? false,
  )
  return { ...scored, submission: { ...scored.submission, values } }
}

/** Full points, and in a table of bands the one above today's points. */
function goalsOf(rule: Rule, before: Rational): readonly SolveGoal[] {
  if (rule.kind !== 'bands') return [{ kind: 'fullPoints' }]
  const above = rule.bands
    .map(band => parseExact(band.points))
    .filter(points => compare(points, before) > 0)
    .toSorted(compare)
  const [next] = above
  return [{ kind: 'fullPoints' }, ...(next ? [{ kind: 'points' as const, points: formatExact(next) }] : [])]
}

/** Figures somebody works on: what is counted, never what it is counted against. */
function actedOn(rule: Rule): readonly string[] {
  const ofMeasure = (measure: Measure) => [measure.of === 'value' ? measure.metric : measure.numerator]
  switch (rule.kind) {
    case 'ratio':
      return [rule.numerator, ...(rule.otherShares ?? []).map(share => share.numerator)]
    case 'bands':
    case 'shareOfBest':
    case 'leader':
    case 'minMax':
    case 'rank':
      return ofMeasure(rule.measure)
    case 'sum':
      return [...new Set(rule.parts.flatMap(part => actedOn(part.rule)))]
    case 'bestOf':
      return [...new Set(rule.cases.flatMap(each => actedOn(each.rule)))]
    case 'reported':
    case 'monitor':
    case 'surveyMean':
    case 'surveyOptions':
      return []
    default:
      return [
        ...new Set(
          kindOf(rule)
            .figures(rule)
            .map(figure => figure.metricId),
        ),
      ]
  }
}

type Measured = { readonly points: Rational; readonly change: FigureChange; readonly worth: Rational }

function measured(
  scored: Scored,
  rule: Rule,
  before: Rational,
  { metricId, solution }: MetricSolution & { readonly metricId: string },
): readonly Measured[] {
  const metric = indexRuleSet(scored.ruleSet).metrics.get(metricId)
  const reached =
    solution.status === 'reached'
      ? { value: solution.value, points: solution.pointsAfter }
      : solution.status === 'impossible'
        ? (solution.best ?? null)
        : null
  if (!metric || reached?.points?.kind !== 'known') return []
  const points = subtract(parseExact(reached.points.from), before)
  if (compare(points, zero) <= 0) return []
  const change = changeOf(scored, metric, reached.value)
  const share = shareOf(scored, rule, change)
  return isZero(share) ? [] : [{ points, change, worth: divide(points, share) }]
}

function changeOf(scored: Scored, metric: Metric, to: string): FigureChange {
  const from = enteredValue(scored, metric.id)
  const { name, nameEn, unit, unitEn, valueType } = metric
  const change =
    from === null || valueType === 'option'
      ? null
      : valueType === 'date'
        ? String(dayNumber(to) - dayNumber(from))
        : formatExact(subtract(parseExact(to), parseExact(from)))
  return { metricId: metric.id, name, nameEn, unit, unitEn, valueType, from, to, change }
}

/** How much of the whole a change is, at most all of it. */
function shareOf(
  scored: Scored,
  rule: Rule,
  { metricId, valueType, from, to, change }: FigureChange,
): Rational {
  if (change === null || from === null || valueType === 'date') return one
  const amount = absolute(parseExact(change))
  const whole = wholeOf(rule, metricId)
  const stated = whole === null ? null : enteredValue(scored, whole)
  const base =
    stated === null ? larger(absolute(parseExact(from)), absolute(parseExact(to))) : parseExact(stated)
  if (compare(base, zero) <= 0) return one
  return smaller(divide(amount, base), one)
}

/** The denominator a figure stands over. */
function wholeOf(rule: Rule, metricId: string): string | null {
  switch (rule.kind) {
    case 'ratio':
      return rule.numerator === metricId
        ? rule.denominator
        : (rule.otherShares?.find(share => share.numerator === metricId)?.denominator ?? null)
    case 'bands':
    case 'shareOfBest':
    case 'leader':
    case 'minMax':
    case 'rank':
      return rule.measure.of === 'value' ? null : rule.measure.denominator
    case 'sum':
      return rule.parts.reduce<string | null>((found, part) => found ?? wholeOf(part.rule, metricId), null)
    case 'bestOf':
      return rule.cases.reduce<string | null>((found, each) => found ?? wholeOf(each.rule, metricId), null)
    default:
      return null
  }
}

function absolute(value: Rational): Rational {
  return larger(value, negate(value))
}

/** What points of a leaf count in the total, where a block that was not run is brought back to its scale. */
export function inTotal(scored: Scored, points: Rational): Rational {
  const { rescaled, maxPoints } = scored.sheet.total
  return rescaled ? divide(multiply(points, parseExact(maxPoints)), parseExact(rescaled.fromMax)) : points
}
