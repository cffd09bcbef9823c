import { divide, hundred, multiply, parseExact } from '../exact.ts'
import { columnAt, inUnits, type KernelContext, powerOf, type RuleOf } from './context.ts'
import {
  commonDivisor,
  fraction,
  type Kernel,
  kernelOf,
  type Lane,
  longest,
  policyOfAbsence,
  writeLong,
  writeOpen,
  writePolicy,
} from './lane.ts'

/** Points of the option that was chosen. */
export function choiceKernel(rule: RuleOf<'choice'>, context: KernelContext): Kernel {
  return kernelOf(prepareChoice(rule, context), choiceLoop)
}

function prepareChoice(rule: RuleOf<'choice'>, context: KernelContext) {
  const column = columnAt(context, rule.metric)
  const { max, span, states } = context
  const worth = rule.options.map(option => inUnits(context, parseExact(option.points)))
  const scale = worth.reduce((common, { bottom }) => (common / commonDivisor(common, bottom)) * bottom, 1)
  const points = worth.map(({ top, bottom }) => top * (scale / bottom))
  const answers = rule.options.map(option => {
    const { top, bottom } = fraction(multiply(parseExact(option.value), powerOf(column.places)))
    return top / bottom
  })
  return { column, points, answers, scale, states, max, span }
}

/** The points of the option a value names. */
function choiceLoop(
  { column, points, answers, scale, states, max, span }: ReturnType<typeof prepareChoice>,
  from: number,
  count: number,
  out: Lane,
): boolean {
  for (let at = 0; at < count; at += 1) {
    const row = from + at
    const chosen = answers.indexOf(column.values[row] as number)
    if (chosen >= 0) {
      out.top[at] = points[chosen] as number
      out.bottom[at] = scale
      continue
    }
    const policy = policyOfAbsence([column], row, states)
    if (policy) writePolicy(policy, out, at, max, span)
    else writeLong(out, at)
  }
  return scale === 1 && max.bottom === 1
}

/** Σ answers × weight ÷ Σ answers. */
export function surveyOptionsKernel(rule: RuleOf<'surveyOptions'>, context: KernelContext): Kernel {
  return kernelOf(prepareSurveyOptions(rule, context), surveyOptionsLoop)
}

function prepareSurveyOptions(rule: RuleOf<'surveyOptions'>, context: KernelContext) {
  const columns = rule.options.map(option => columnAt(context, option.metric))
  const { max, span, states, maxPoints, places } = context
  const most = Math.max(...columns.map(column => column.places))
  const lift = columns.map(column => 10 ** (most - column.places))
  const units = rule.options.map(option =>
    fraction(
      multiply(divide(multiply(parseExact(option.weightPercent), maxPoints), hundred), powerOf(places)),
    ),
  )
  const scale = units.reduce((common, { bottom }) => (common / commonDivisor(common, bottom)) * bottom, 1)
  const weights = units.map(({ top, bottom }) => top * (scale / bottom))
  return { columns, lift, weights, scale, states, max, span, whenNoAnswers: rule.whenNoAnswers }
}

/** Weighted answers over all answers. */
function surveyOptionsLoop(
  {
    columns,
    lift,
    weights,
    scale,
    states,
    max,
    span,
    whenNoAnswers,
  }: ReturnType<typeof prepareSurveyOptions>,
  from: number,
  count: number,
  out: Lane,
): boolean {
  for (let at = 0; at < count; at += 1) {
    const row = from + at
    let [answers, weighted, size] = [0, 0, 0]
    for (let index = 0; index < columns.length; index += 1) {
      const value = (columns[index]?.values[row] as number) * (lift[index] as number)
      answers += value
      weighted += value * (weights[index] as number)
      size += Math.abs(value * (weights[index] as number))
    }
    if (Number.isNaN(answers)) {
      const policy = policyOfAbsence(columns, row, states)
      if (policy) writePolicy(policy, out, at, max, span)
      else writeLong(out, at)
    } else if (answers === 0) writePolicy(whenNoAnswers, out, at, max, span)
    else if (!(size <= longest && answers > 0 && answers * scale <= longest)) writeLong(out, at)
    else {
      out.top[at] = weighted
      out.bottom[at] = answers * scale
    }
  }
  return false
}

/** Items that were in time every time ÷ items that apply. */
export function everyOccurrenceKernel(rule: RuleOf<'everyOccurrence'>, context: KernelContext): Kernel {
  return kernelOf(prepareEveryOccurrence(rule, context), everyOccurrenceLoop)
}

function prepareEveryOccurrence(rule: RuleOf<'everyOccurrence'>, context: KernelContext) {
  const items = rule.items.map(item => item.metrics.map(metric => columnAt(context, metric)))
  const { max, span, states } = context
  return { items, states, max, span }
}

/** Counts items by what their occurrences say. */
function everyOccurrenceLoop(
  { items, states, max, span }: ReturnType<typeof prepareEveryOccurrence>,
  from: number,
  count: number,
  out: Lane,
): boolean {
  for (let at = 0; at < count; at += 1) {
    const row = from + at
    let [applying, sure, open] = [0, 0, 0]
    let [isMissing, isWithheld] = [false, false]
    for (const item of items) {
      let [exempt, late, hasMissing, hasWithheld] = [0, false, false, false]
      for (const column of item) {
        const state = column.states[row]
        if (state === 3) exempt += 1
        else if (state === 0) late ||= column.values[row] === 0
        else if (state === 1) hasMissing = true
        else hasWithheld = true
      }
      if (exempt === item.length) continue
      applying += 1
      if (late) continue
      // Only of an item that is still open does it matter why.
      if (hasMissing || hasWithheld) {
        open += 1
        isMissing ||= hasMissing
        isWithheld ||= hasWithheld
      } else sure += 1
    }
    if (applying === 0) writePolicy(states.notApplicable, out, at, max, span)
    else if (open === 0) {
      out.top[at] = sure * max.top
      out.bottom[at] = applying * max.bottom
    } else {
      const policy = isMissing ? states.missing : isWithheld ? states.withheld : states.missing
      if (policy === 'missing')
        writeOpen(out, at, sure * max.top, (sure + open) * max.top, applying * max.bottom)
      else writePolicy(policy, out, at, max, span)
    }
  }
  return false
}
