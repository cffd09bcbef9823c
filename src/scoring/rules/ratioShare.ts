import type { Emptiness, ExplainedInput, FormulaStep } from '../../model/explanation.ts'
import { parsePeriod } from '../../model/period.ts'
import type { RatioRule } from '../../model/rules.ts'
import {
  divide,
  formatExact,
  hundred,
  isZero,
  larger,
  multiply,
  parseExact,
  type Rational,
  subtract,
  sum,
} from '../exact.ts'
import { numberOf, readInput } from './readInput.ts'
import {
  absence,
  joinTrends,
  oppositeTrend,
  type RuleContext,
  type RuleFigure,
  type Trend,
} from './ruleKind.ts'
import { equals, number, operation, percent as percentTerm } from './terms.ts'

/** The percentage (0–100) behind a ratio rule, before its rounding. */
export type Share = {
  readonly inputs: readonly ExplainedInput[]
  readonly numerator: ExplainedInput
  readonly denominator: ExplainedInput
  readonly isPlain: boolean
  readonly steps: readonly FormulaStep[]
  readonly percent: Rational | null
  readonly empty: Emptiness | null
}

/**
 * numerator ÷ denominator, with what a rule adds to it:
 * - `orDenominator`: the larger of two denominators; `fallbackDenominator`: where neither was reported,
 *   an earlier count divided by the periods it covers (QĐ 766, 1.4)
 * - `complement`, `otherShares`: 100% − (r1 + r2 …) (QĐ 766, 5.3 and 5.4)
 * - `coefficient`: × the percentage of another leaf (QĐ 766, 3.3 × 1.4)
 */
export function takeShare(rule: RatioRule, context: RuleContext): Share {
  const { inputs, states } = context
  const numerator = readInput(inputs, rule.numerator, 'numerator')
  const bottom = takeDenominator(rule, context)
  const others = (rule.otherShares ?? []).map(other => ({
    numerator: readInput(inputs, other.numerator, 'numerator'),
    denominator: readInput(inputs, other.denominator, 'denominator'),
  }))
  const otherInputs = others.flatMap(other => [other.numerator, other.denominator])
  const coefficient = rule.coefficient === undefined ? null : inputs.runLeaf(rule.coefficient).detail
  const { chosen: denominator } = bottom
  const isPlain = !rule.complement && others.length === 0 && !coefficient && !bottom.isFallback
  const read = [numerator, ...bottom.inputs, ...otherInputs, ...(coefficient?.inputs ?? [])]
  const nothing = (empty: Emptiness | null): Share => ({
    inputs: read,
    numerator,
    denominator,
    isPlain,
    steps: [],
    percent: null,
    empty,
  })
  const absent = absence([numerator, ...bottom.needed, ...otherInputs], states, true)
  if (absent || bottom.value === null) return nothing(absent)

  const parts = [
    { top: numberOf(numerator), bottom: bottom.value },
    ...others.map(other => ({ top: numberOf(other.numerator), bottom: numberOf(other.denominator) })),
  ]
  if (parts.some(part => isZero(part.bottom)))
    return nothing({ because: 'denominatorZero', policy: rule.whenDenominatorZero })
  const added = multiply(sum(parts.map(part => divide(part.top, part.bottom))), hundred)
  const own = rule.complement ? subtract(hundred, added) : added
  const [first, ...rest] = parts.map(part => operation('÷', number(part.top), number(part.bottom)))
  const quotients = first && operation('+', first, ...rest)
  const steps = [...bottom.steps]
  if (quotients)
    steps.push(
      equals(
        'share',
        rule.complement ? operation('−', percentTerm(hundred), quotients) : quotients,
        own,
        true,
      ),
    )
  if (!coefficient) return { inputs: read, numerator, denominator, isPlain, steps, percent: own, empty: null }

  if (coefficient.kind !== 'ratio' || coefficient.percent === null)
    return nothing(emptyLike(coefficient.empty, rule, context))
  const factor = parseExact(coefficient.roundedPercent ?? coefficient.percent)
  const percent = divide(multiply(own, factor), hundred)
  steps.push(equals('coefficient', operation('×', percentTerm(own), percentTerm(factor)), percent, true))
  return { inputs: read, numerator, denominator, isPlain, steps, percent, empty: null }
}

/** A coefficient that is empty empties the product, by this rule's own policies. */
function emptyLike(other: Emptiness | null, rule: RatioRule, { states }: RuleContext): Emptiness {
  if (other?.because === 'state') return { ...other, policy: states[other.state] }
  if (other?.because === 'denominatorZero') return { ...other, policy: rule.whenDenominatorZero }
  return { because: 'state', state: 'missing', policy: states.missing }
}

type Denominator = {
  readonly inputs: readonly ExplainedInput[]
  /** Those without which there is nothing to divide by. */
  readonly needed: readonly ExplainedInput[]
  readonly chosen: ExplainedInput
  readonly value: Rational | null
  readonly steps: readonly FormulaStep[]
  readonly isFallback: boolean
}

function takeDenominator(rule: RatioRule, { inputs }: RuleContext): Denominator {
  const first = readInput(inputs, rule.denominator, 'denominator')
  const second =
    rule.orDenominator === undefined ? null : readInput(inputs, rule.orDenominator, 'denominator')
  const candidates = second ? [first, second] : [first]
  const known = candidates.filter(input => input.value !== null)
  const applying = candidates.filter(input => input.state !== 'notApplicable')
  const isKept = candidates.some(input => input.state === 'withheld')
  // "Does not apply" and "kept back" are reports: last year's count cannot stand in for them.
  const fallback = known.length === 0 && applying.length > 0 && !isKept ? takeFallback(rule, inputs) : null
  if (fallback) {
    const { input, divisor } = fallback
    const value = input.value === null ? null : divide(numberOf(input), divisor)
    return {
      inputs: [...candidates, input],
      needed: [input],
      chosen: input,
      value,
      steps: value
        ? [equals('denominator', operation('÷', number(numberOf(input)), number(divisor)), value)]
        : [],
      isFallback: true,
    }
  }
  // One of two that does not apply leaves the other; one that is missing could still be the larger.
  const needed = applying.length > 0 ? applying : candidates
  const values = known.map(numberOf)
  const value = values.length === 0 ? null : values.reduce(larger)
  const chosen =
    known.find(input => value !== null && formatExact(numberOf(input)) === formatExact(value)) ?? first
  return {
    inputs: candidates,
    needed,
    chosen,
    value: needed.every(input => input.value !== null) ? value : null,
    steps:
      value && values.length > 1
        ? [equals('denominator', { kind: 'call', name: 'max', terms: values.map(number) }, value)]
        : [],
    isFallback: false,
  }
}

function takeFallback(rule: RatioRule, inputs: RuleContext['inputs']) {
  const kind = parsePeriod(inputs.submission.period)?.kind
  const divisor = kind && rule.fallbackDenominator?.divideBy[kind]
  if (!rule.fallbackDenominator || divisor === undefined) return null
  return {
    input: readInput(inputs, rule.fallbackDenominator.metric, 'denominator'),
    divisor: parseExact(divisor),
  }
}

export function figuresOfShare(rule: RatioRule): readonly RuleFigure[] {
  const amount = (metricId: string, path: string): RuleFigure => ({ metricId, path, wants: 'amount' })
  return [
    amount(rule.numerator, 'numerator'),
    amount(rule.denominator, 'denominator'),
    ...(rule.orDenominator === undefined ? [] : [amount(rule.orDenominator, 'orDenominator')]),
    ...(rule.fallbackDenominator
      ? [amount(rule.fallbackDenominator.metric, 'fallbackDenominator.metric')]
      : []),
    ...(rule.otherShares ?? []).flatMap((other, index) => [
      amount(other.numerator, `otherShares[${index}].numerator`),
      amount(other.denominator, `otherShares[${index}].denominator`),
    ]),
  ]
}

/** How points move with one figure, when they move like `along` with the percentage. */
export function trendOfShare(rule: RatioRule, metricId: string, along: Trend): Trend {
  const up = rule.complement ? oppositeTrend(along) : along
  return joinTrends(
    figuresOfShare(rule)
      .filter(figure => figure.metricId === metricId)
      .map(figure => (figure.path.endsWith('numerator') ? up : oppositeTrend(up))),
  )
}
