import type { Emptiness, ExplainedInput, FormulaStep } from '../../model/explanation.ts'
import type { EmptyPolicy, Measure } from '../../model/rules.ts'
import { divide, hundred, isZero, multiply, type Rational, round } from '../exact.ts'
import { numberOf, readInput } from './readInput.ts'
import { absence, oppositeTrend, type RuleContext, type RuleFigure, type Trend } from './ruleKind.ts'
import { equals, number, operation } from './terms.ts'

/** A measured figure: a value as it stands, or a percentage (0–100) after its rounding. */
export type Measured = {
  readonly inputs: readonly ExplainedInput[]
  readonly steps: readonly FormulaStep[]
  readonly value: Rational | null
  readonly empty: Emptiness | null
}

/** Measures one figure or the percentage of two. */
export function takeMeasure(measure: Measure, { inputs, states, ratioRounding }: RuleContext): Measured {
  if (measure.of === 'value') {
    const input = readInput(inputs, measure.metric, 'value')
    const empty = absence([input], states, true)
    return { inputs: [input], steps: [], value: empty ? null : numberOf(input), empty }
  }
  const read = [
    readInput(inputs, measure.numerator, 'numerator'),
    readInput(inputs, measure.denominator, 'denominator'),
  ] as const
  const empty = absence(read, states, true)
  if (empty) return { inputs: read, steps: [], value: null, empty }
  const [numerator, denominator] = [numberOf(read[0]), numberOf(read[1])]
  if (isZero(denominator))
    return {
      inputs: read,
      steps: [],
      value: null,
      empty: { because: 'denominatorZero', policy: measure.whenDenominatorZero },
    }
  const exact = multiply(divide(numerator, denominator), hundred)
  const step = equals('share', operation('÷', number(numerator), number(denominator)), exact, true)
  return { inputs: read, steps: [step], value: round(exact, ratioRounding), empty: null }
}

export function figuresOfMeasure(measure: Measure): readonly RuleFigure[] {
  return measure.of === 'value'
    ? [{ metricId: measure.metric, path: 'measure.metric', wants: 'amount' }]
    : [
        { metricId: measure.numerator, path: 'measure.numerator', wants: 'amount' },
        { metricId: measure.denominator, path: 'measure.denominator', wants: 'amount' },
      ]
}

/** What a measure may earn where there is nothing to divide by. */
export function policiesOfMeasure(measure: Measure): readonly EmptyPolicy[] {
  return measure.of === 'percent' ? [measure.whenDenominatorZero] : []
}

/** How points move with one of the figures, when they move like `along` with the measured value. */
export function trendOfMeasure(measure: Measure, metricId: string, along: Trend): Trend {
  if (measure.of === 'value') return along
  if (measure.numerator === measure.denominator) return 'mixed'
  return metricId === measure.numerator ? along : oppositeTrend(along)
}
