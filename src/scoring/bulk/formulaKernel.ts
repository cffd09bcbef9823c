import { formatExact, one } from '../exact.ts'
import { holds } from '../formula/evaluateFormula.ts'
import type { Comparison, Condition, Expression } from '../formula/parseFormula.ts'
import { casesOf } from '../rules/formula.ts'
import { columnAt, inUnits, type KernelContext, type RuleOf } from './context.ts'
import {
  chunkLength,
  compareFractions,
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

/** Values of one expression over a chunk: top ÷ bottom, NaN where it is too long or undefined. */
type Register = { readonly top: Float64Array; readonly bottom: Float64Array }
type Fill = (from: number, count: number) => Register
type Test = (from: number, count: number) => Uint8Array
const unsure = 2

/**
 * A formula, one operation over a whole chunk at a time, by whole numbers. Whatever grows too long or
 * divides by zero is left to the exact path.
 */
export function formulaKernel(rule: RuleOf<'formula'>, context: KernelContext): Kernel {
  return kernelOf(prepareFormula(rule, context), formulaLoop)
}

function prepareFormula(rule: RuleOf<'formula'>, context: KernelContext) {
  const variables = new Map(rule.variables.map(({ name, metric }) => [name, columnAt(context, metric)]))
  const columns = [...variables.values()]
  const cases = casesOf(rule).map(each => ({
    test: each.when && testOf(each.when, variables),
    fill: fillOf(each.expression, variables),
  }))
  const units = inUnits(context, one)
  const { max, span, states } = context
  return { columns, cases, units, max, span, states }
}

/** Every case is worked out for the whole chunk, then the first that holds is taken. */
function formulaLoop(
  { columns, cases, units, max, span, states }: ReturnType<typeof prepareFormula>,
  from: number,
  count: number,
  out: Lane,
): boolean {
  const worked = cases.map(({ test, fill }) => ({ holds: test?.(from, count), value: fill(from, count) }))
  for (let at = 0; at < count; at += 1) {
    const row = from + at
    const policy = absentPolicy(columns, row, states)
    if (policy) {
      writePolicy(policy, out, at, max, span)
      continue
    }
    let index = 0
    while (index < worked.length && worked[index]?.holds?.[at] === 0) index += 1
    const taken = worked[index]
    const isSure = taken !== undefined && taken.holds?.[at] !== unsure
    const top = isSure ? (taken.value.top[at] as number) * units.top : Number.NaN
    const bottom = isSure ? (taken.value.bottom[at] as number) * units.bottom : 1
    if (!(Math.abs(top) <= longest && bottom <= longest)) {
      writeLong(out, at)
      continue
    }
    const isAbove = compareFractions(top, bottom, max.top, max.bottom) > 0
    out.top[at] = isAbove ? max.top : Math.max(top, 0)
    out.bottom[at] = isAbove ? max.bottom : bottom
  }
  return false
}

function absentPolicy(columns: readonly BulkColumn[], row: number, states: KernelContext['states']) {
  for (const column of columns) if (column.states[row] !== 0) return policyOfAbsence(columns, row, states)
  return null
}

function register(): Register {
  return { top: new Float64Array(chunkLength), bottom: new Float64Array(chunkLength) }
}

function fillOf(expression: Expression, variables: ReadonlyMap<string, BulkColumn>): Fill {
  const own = register()
  switch (expression.kind) {
    case 'number': {
      const { top, bottom } = fraction(expression.value)
      own.top.fill(top)
      own.bottom.fill(bottom)
      return () => own
    }
    case 'name': {
      const column = variables.get(expression.name)
      if (!column) throw new Error(`formula names "${expression.name}", which is no variable of the rule`)
      own.bottom.fill(10 ** column.places)
      return (from, count) => {
        own.top.set(column.values.subarray(from, from + count))
        return own
      }
    }
    case 'negate': {
      const inner = fillOf(expression.term, variables)
      return (from, count) => {
        const { top, bottom } = inner(from, count)
        for (let at = 0; at < count; at += 1) put(own, at, 0 - (top[at] as number), bottom[at] as number)
        return own
      }
    }
    case 'binary':
      return binaryOf(expression, own, variables)
    case 'call':
      return callOf(expression, own, variables)
    case 'if': {
      const test = testOf(expression.condition, variables)
      const [then, otherwise] = [fillOf(expression.then, variables), fillOf(expression.otherwise, variables)]
      return (from, count) => {
        chooseLoop(test(from, count), then(from, count), otherwise(from, count), own, count)
        return own
      }
    }
  }
}

function chooseLoop(holds: Uint8Array, yes: Register, no: Register, own: Register, count: number): void {
  for (let at = 0; at < count; at += 1) {
    const chosen = holds[at] === 1 ? yes : no
    own.top[at] = holds[at] === unsure ? Number.NaN : (chosen.top[at] as number)
    own.bottom[at] = chosen.bottom[at] as number
  }
}

/** Keeps a result while it is surely exact. */
function put({ top, bottom }: Register, at: number, value: number, below: number): void {
  const fits = Math.abs(value) <= longest && below <= longest && below > 0
  top[at] = fits ? value : Number.NaN
  bottom[at] = fits ? below : 1
}

function binaryOf(
  { operator, left, right }: Extract<Expression, { kind: 'binary' }>,
  own: Register,
  variables: ReadonlyMap<string, BulkColumn>,
): Fill {
  const [fillLeft, fillRight] = [fillOf(left, variables), fillOf(right, variables)]
  return (from, count) => {
    binaryLoop(operator, fillLeft(from, count), fillRight(from, count), own, count)
    return own
  }
}

function binaryLoop(
  operator: Extract<Expression, { kind: 'binary' }>['operator'],
  a: Register,
  b: Register,
  own: Register,
  count: number,
): void {
  for (let at = 0; at < count; at += 1) {
    const top = a.top[at] as number
    const below = a.bottom[at] as number
    const otherTop = b.top[at] as number
    const otherBelow = b.bottom[at] as number
    if (operator === '*') put(own, at, top * otherTop, below * otherBelow)
    else if (operator === '/') {
      const sign = otherTop < 0 ? -1 : 1
      put(own, at, top * otherBelow * sign, below * otherTop * sign)
    } else {
      const first = top * otherBelow
      const second = otherTop * below
      const fits = Math.abs(first) <= longest && Math.abs(second) <= longest
      const result = operator === '+' ? first + second : first - second
      put(own, at, fits ? result : Number.NaN, below * otherBelow)
    }
  }
}

function callOf(
  { name, terms }: Extract<Expression, { kind: 'call' }>,
  own: Register,
  variables: ReadonlyMap<string, BulkColumn>,
): Fill {
  const fills = terms.map(term => fillOf(term, variables))
  const places = terms[1]?.kind === 'number' ? 10 ** Number(formatExact(terms[1].value)) : 1
  return (from, count) => {
    const registers = fills.map(fill => fill(from, count))
    for (let at = 0; at < count; at += 1) {
      let [top, bottom] = [registers[0]?.top[at] as number, registers[0]?.bottom[at] as number]
      if (name === 'min' || name === 'max')
        for (const other of registers) {
          const [otherTop, otherBottom] = [other.top[at] as number, other.bottom[at] as number]
          if (Number.isNaN(top) || Number.isNaN(otherTop)) top = Number.NaN
          else {
            const order = compareFractions(otherTop, otherBottom, top, bottom)
            if (name === 'min' ? order < 0 : order > 0) [top, bottom] = [otherTop, otherBottom]
          }
        }
      else if (name === 'abs') top = Math.abs(top)
      else if (name === 'floor') [top, bottom] = [Math.floor(top / bottom), 1]
      else if (name === 'ceil') [top, bottom] = [Math.ceil(top / bottom), 1]
      else [top, bottom] = [roundedPart(top, bottom, places, 'halfUp'), places]
      put(own, at, top, bottom)
    }
    return own
  }
}

function testOf(condition: Condition, variables: ReadonlyMap<string, BulkColumn>): Test {
  const own = new Uint8Array(chunkLength)
  if (condition.kind === 'not') {
    const inner = testOf(condition.term, variables)
    return (from, count) => {
      const holds = inner(from, count)
      for (let at = 0; at < count; at += 1)
        own[at] = holds[at] === unsure ? unsure : 1 - (holds[at] as number)
      return own
    }
  }
  if (condition.kind === 'comparison') {
    const [left, right] = [fillOf(condition.left, variables), fillOf(condition.right, variables)]
    const { operator } = condition
    return (from, count) => {
      compareLoop(operator, left(from, count), right(from, count), own, count)
      return own
    }
  }
  const [left, right] = [testOf(condition.left, variables), testOf(condition.right, variables)]
  const decides = condition.kind === 'or' ? 1 : 0
  return (from, count) => {
    const [a, b] = [left(from, count), right(from, count)]
    for (let at = 0; at < count; at += 1)
      own[at] = a[at] === unsure || a[at] === decides ? (a[at] as number) : (b[at] as number)
    return own
  }
}

function compareLoop(operator: Comparison, a: Register, b: Register, own: Uint8Array, count: number): void {
  for (let at = 0; at < count; at += 1) {
    const top = a.top[at] as number
    const otherTop = b.top[at] as number
    if (Number.isNaN(top) || Number.isNaN(otherTop)) own[at] = unsure
    else {
      const order = compareFractions(top, a.bottom[at] as number, otherTop, b.bottom[at] as number)
      own[at] = holds(operator, order) ? 1 : 0
    }
  }
}
