import type { EmptyPolicy, Measure } from '../../model/rules.ts'
import { hundred, multiply } from '../exact.ts'
import { dayNumber, workedDays } from '../workingDays.ts'
import { columnAt, type KernelContext, powerOf, type RuleOf } from './context.ts'
import {
  fraction,
  type Kernel,
  kernelOf,
  type Lane,
  longest,
  policyOfAbsence,
  writeLong,
  writePolicy,
} from './lane.ts'
import { roundedPart } from './ratioKernel.ts'
import type { BulkColumn } from './table.ts'

// What a rule measures along, as top ÷ bottom of a lane; the rule's own kernel turns it into points in place.

/** A figure as it stands, or a percentage after its rounding. */
export function measureKernel(measure: Measure, context: KernelContext): Kernel {
  return measure.of === 'value' ? valueKernel(measure.metric, context) : percentKernel(measure, context)
}

function valueKernel(metric: string, context: KernelContext): Kernel {
  return kernelOf(prepareValue(metric, context), valueLoop)
}

function prepareValue(metric: string, context: KernelContext) {
  const column = columnAt(context, metric)
  const { values } = column
  const bottom = 10 ** column.places
  return { column, values, bottom, context }
}

/** Figures as they stand. */
function valueLoop(
  { column, values, bottom, context }: ReturnType<typeof prepareValue>,
  from: number,
  count: number,
  out: Lane,
): boolean {
  for (let at = 0; at < count; at += 1) {
    const value = values[from + at] as number
    if (Number.isNaN(value)) writeAbsent([column], from + at, context, out, at)
    else {
      out.top[at] = value
      out.bottom[at] = bottom
    }
  }
  return false
}

function percentKernel(measure: Extract<Measure, { of: 'percent' }>, context: KernelContext): Kernel {
  return kernelOf(preparePercent(measure, context), percentLoop)
}

function preparePercent(measure: Extract<Measure, { of: 'percent' }>, context: KernelContext) {
  const columns = [columnAt(context, measure.numerator), columnAt(context, measure.denominator)] as const
  const [tops, bottoms] = [columns[0].values, columns[1].values]
  const { top: toPercent, bottom: toBase } = fraction(
    multiply(hundred, powerOf(columns[1].places - columns[0].places)),
  )
  const { ratioRounding } = context
  const unit = ratioRounding ? 10 ** ratioRounding.places : 0
  const mode = ratioRounding?.mode ?? 'halfUp'
  return {
    columns,
    tops,
    bottoms,
    toPercent,
    toBase,
    unit,
    mode,
    context,
    whenDenominatorZero: measure.whenDenominatorZero,
  }
}

/** Percentages, rounded where the rule set rounds them. */
function percentLoop(
  {
    columns,
    tops,
    bottoms,
    toPercent,
    toBase,
    unit,
    mode,
    context,
    whenDenominatorZero,
  }: ReturnType<typeof preparePercent>,
  from: number,
  count: number,
  out: Lane,
): boolean {
  for (let at = 0; at < count; at += 1) {
    const n = tops[from + at] as number
    const d = bottoms[from + at] as number
    if (Number.isNaN(n) || Number.isNaN(d)) {
      writeAbsent(columns, from + at, context, out, at)
      continue
    }
    if (d === 0) {
      settle(whenDenominatorZero, context, out, at)
      continue
    }
    const sign = d < 0 ? -1 : 1
    const part = n * toPercent * sign
    const base = d * toBase * sign
    writeValue(out, at, unit === 0 ? part : roundedPart(part, base, unit, mode), unit === 0 ? base : unit)
  }
  return false
}

/** A place whose points (least ÷ bottom) a policy already gave: nothing is measured there. */
export const settled = 8

/** Writes a policy where something else would be measured. */
function settle(
  policy: EmptyPolicy,
  { max, span }: Pick<KernelContext, 'max' | 'span'>,
  out: Lane,
  at: number,
): void {
  writePolicy(policy, out, at, max, span)
  const points = out.top[at] as number
  if (Number.isNaN(points)) return
  out.least[at] = points
  out.top[at] = Number.NaN
  out.state[at] = settled
}

/** Puts settled points in their place; tells whether there is a measured value instead. */
export function isMeasuredAt(out: Lane, at: number): boolean {
  if (!Number.isNaN(out.top[at] as number)) return true
  if (out.state[at] === settled) out.top[at] = out.least[at] as number
  return false
}

/** A measured value while it is surely exact. */
function writeValue(out: Lane, at: number, top: number, bottom: number): void {
  if (Math.abs(top) <= longest && bottom <= longest) {
    out.top[at] = top
    out.bottom[at] = bottom
  } else writeLong(out, at)
}

/** What absent figures do; places a policy scores are settled. */
function writeAbsent(
  columns: readonly BulkColumn[],
  row: number,
  context: KernelContext,
  out: Lane,
  at: number,
): void {
  const policy = policyOfAbsence(columns, row, context.states)
  if (!policy) writeLong(out, at)
  else {
    settle(policy, context, out, at)
  }
}

/** Growth on the period before, in percent. */
export function growthKernel(rule: RuleOf<'growth'>, context: KernelContext): Kernel {
  return kernelOf(prepareGrowth(rule, context), growthLoop)
}

function prepareGrowth(rule: RuleOf<'growth'>, context: KernelContext) {
  const column = columnAt(context, rule.metric)
  const { values } = column
  const { table, states, ratioRounding } = context
  const unit = ratioRounding ? 10 ** ratioRounding.places : 0
  const mode = ratioRounding?.mode ?? 'halfUp'
  return { column, values, table, states, unit, mode, context, whenPreviousZero: rule.whenPreviousZero }
}

/** Growth, rounded where the rule set rounds percentages. */
function growthLoop(
  { column, values, table, states, unit, mode, context, whenPreviousZero }: ReturnType<typeof prepareGrowth>,
  from: number,
  count: number,
  out: Lane,
): boolean {
  for (let at = 0; at < count; at += 1) {
    const row = from + at
    const before = table.previousRow[row] as number
    const value = values[row] as number
    const base = before < 0 ? Number.NaN : (values[before] as number)
    if (Number.isNaN(value) || Number.isNaN(base)) {
      const now = column.states[row]
      const then = before < 0 ? 1 : column.states[before]
      const is = (state: number) => now === state || then === state
      const policy = is(3) ? states.notApplicable : is(1) ? states.missing : is(2) ? states.withheld : null
      if (!policy) writeLong(out, at)
      else {
        settle(policy, context, out, at)
      }
      continue
    }
    if (base === 0) {
      settle(whenPreviousZero, context, out, at)
      continue
    }
    const sign = base < 0 ? -1 : 1
    const part = (value - base) * 100 * sign
    const below = base * sign
    writeValue(out, at, unit === 0 ? part : roundedPart(part, below, unit, mode), unit === 0 ? below : unit)
  }
  return false
}

/** Working days late, from running counts of the calendar's days. */
export function latenessKernel(rule: RuleOf<'lateness'>, context: KernelContext): Kernel {
  return kernelOf(prepareLateness(rule, context), latenessLoop)
}

function prepareLateness(rule: RuleOf<'lateness'>, context: KernelContext) {
  const calendar = context.ruleSet.calendars?.find(each => each.id === rule.calendar)
  if (!calendar) throw new Error(`rule set has no calendar "${rule.calendar}"`)
  const fixed = 'date' in rule.since ? rule.since.date : null
  const columns = [
    ...('metric' in rule.since ? [columnAt(context, rule.since.metric)] : []),
    columnAt(context, rule.done),
  ]
  const [firstDay, lastDay] = [dayNumber(calendar.from), dayNumber(calendar.to)]
  const worked = new Int32Array(lastDay - firstDay + 1)
  const isWorked = workedDays(calendar)
  for (let day = firstDay + 1; day <= lastDay; day += 1)
    worked[day - firstDay] = (worked[day - firstDay - 1] ?? 0) + (isWorked(day) ? 1 : 0)
  const since = fixed === null ? null : dayNumber(fixed)
  const ends = columnAt(context, rule.done).values
  const starts = columns[0]?.values ?? ends
  const { states, max, span } = context
  return {
    columns,
    firstDay,
    lastDay,
    worked,
    since,
    ends,
    starts,
    states,
    max,
    span,
    context,
    allowedDays: rule.allowedDays,
  }
}

/** Days outside the calendar leave the points open. */
function latenessLoop(
  {
    columns,
    firstDay,
    lastDay,
    worked,
    since,
    ends,
    starts,
    states,
    max,
    span,
    context,
    allowedDays,
  }: ReturnType<typeof prepareLateness>,
  from: number,
  count: number,
  out: Lane,
): boolean {
  for (let at = 0; at < count; at += 1) {
    const row = from + at
    const start = since ?? (starts[row] as number)
    const end = ends[row] as number
    if (Number.isNaN(start) || Number.isNaN(end)) {
      const policy = policyOfAbsence(columns, row, states) ?? states.missing
      settle(policy, context, out, at)
      continue
    }
    if (end > start && !(firstDay <= start && end <= lastDay)) {
      writePolicy('missing', out, at, max, span)
      continue
    }
    const days = end <= start ? 0 : (worked[end - firstDay] as number) - (worked[start - firstDay] as number)
    out.top[at] = Math.max(0, days - allowedDays)
    out.bottom[at] = 1
  }
  return false
}
