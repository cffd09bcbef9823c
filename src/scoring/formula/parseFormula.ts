import type { Bilingual } from '../../model/provenance.ts'
import { compare, divide, hundred, isWhole, parseExact, type Rational, whole } from '../exact.ts'

/**
 * Formulas of rule sets, a language of numbers only: no assignment, no loop, no call of anything else.
 *
 *     condition  = comparison { ("and" | "or") comparison }        left to right, "and" before "or"
 *     comparison = sum ("<" | "<=" | "=" | "!=" | ">=" | ">") sum | "not" comparison | "(" condition ")"
 *     sum        = product { ("+" | "-") product }
 *     product    = unary { ("*" | "/") unary }
 *     unary      = [ "-" ] primary
 *     primary    = number [ "%" ] | name | call | "(" sum ")"
 *     call       = ("min" | "max") "(" sum { "," sum } ")"
 *                | ("abs" | "floor" | "ceil") "(" sum ")"
 *                | "round" "(" sum "," whole number ")"            half away from zero
 *                | "if" "(" condition "," sum "," sum ")"
 *     number     = digits [ "." digits ]
 *     name       = letter { letter | digit | "_" }                 one of the rule's variables
 */
export type Expression =
  | { readonly kind: 'number'; readonly value: Rational; readonly percent: boolean }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'negate'; readonly term: Expression }
  | {
      readonly kind: 'binary'
      readonly operator: '+' | '-' | '*' | '/'
      readonly left: Expression
      readonly right: Expression
    }
  | { readonly kind: 'call'; readonly name: CallName; readonly terms: readonly Expression[] }
  | {
      readonly kind: 'if'
      readonly condition: Condition
      readonly then: Expression
      readonly otherwise: Expression
    }

export type CallName = 'min' | 'max' | 'abs' | 'floor' | 'ceil' | 'round'

export type Condition =
  | {
      readonly kind: 'comparison'
      readonly operator: Comparison
      readonly left: Expression
      readonly right: Expression
    }
  | { readonly kind: 'and' | 'or'; readonly left: Condition; readonly right: Condition }
  | { readonly kind: 'not'; readonly term: Condition }

export type Comparison = '<' | '<=' | '=' | '!=' | '>=' | '>'

export type FormulaFault = { readonly at: number; readonly message: Bilingual }

export type ParsedFormula<T> =
  | { readonly ok: true; readonly value: T; readonly names: readonly string[] }
  | { readonly ok: false; readonly fault: FormulaFault }

/** Longer or deeper text is refused before it is read. */
const longest = 1000
const deepest = 40

/** Reads an expression that gives a number. */
export function parseExpression(text: string): ParsedFormula<Expression> {
  return parseWith(text, parser => parser.sum(0))
}

/** Reads a condition that is true or false. */
export function parseCondition(text: string): ParsedFormula<Condition> {
  return parseWith(text, parser => parser.condition(0))
}

type Token = { readonly kind: 'number' | 'name' | 'symbol'; readonly text: string; readonly at: number }

/** Thrown and caught inside this file only. */
type Stop = { readonly fault: FormulaFault }

function stop(at: number, vi: string, en: string): never {
  const reason: Stop = { fault: { at, message: { vi, en } } }
  throw reason
}

function parseWith<T>(text: string, read: (parser: ReturnType<typeof parserOf>) => T): ParsedFormula<T> {
  try {
    if (text.length > longest)
      stop(0, `công thức dài quá ${longest} ký tự`, `the formula is longer than ${longest} characters`)
    const parser = parserOf(tokensOf(text), text.length)
    const value = read(parser)
    parser.end()
    return { ok: true, value, names: parser.names() }
  } catch (error) {
    if (typeof error === 'object' && error !== null && 'fault' in error)
      return { ok: false, fault: (error as Stop).fault }
    throw error
  }
}

function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = []
  const pattern = /\s+|(\d+(?:\.\d+)?)|([A-Za-z][A-Za-z0-9_]*)|(<=|>=|!=|[-+*/%(),<>=])/y
  while (pattern.lastIndex < text.length) {
    const at = pattern.lastIndex
    const match = pattern.exec(text)
    if (!match) {
      const found = [...text.slice(at)][0] ?? ''
      stop(at, `ký tự “${found}” không dùng được trong công thức`, `"${found}" cannot stand in a formula`)
    }
    const [, number, name, symbol] = match
    if (number !== undefined) tokens.push({ kind: 'number', text: number, at })
    else if (name !== undefined) tokens.push({ kind: 'name', text: name, at })
    else if (symbol !== undefined) tokens.push({ kind: 'symbol', text: symbol, at })
  }
  return tokens
}

const calls: Readonly<Record<CallName, { readonly least: number; readonly most: number }>> = {
  min: { least: 1, most: 20 },
  max: { least: 1, most: 20 },
  abs: { least: 1, most: 1 },
  floor: { least: 1, most: 1 },
  ceil: { least: 1, most: 1 },
  round: { least: 2, most: 2 },
}

const isCall = (name: string): name is CallName => Object.hasOwn(calls, name)
const words = ['if', 'and', 'or', 'not', ...Object.keys(calls)]
const comparisons: readonly string[] = ['<', '<=', '=', '!=', '>=', '>']
const isComparison = (text: string): text is Comparison => comparisons.includes(text)

function parserOf(tokens: readonly Token[], length: number) {
  let place = 0
  const names = new Set<string>()
  const peek = () => tokens[place]
  const has = (text: string) => peek()?.text === text
  const at = () => peek()?.at ?? length
  const found = () => peek()?.text ?? 'hết công thức'
  const take = (text: string) => {
    if (!has(text)) return false
    place += 1
    return true
  }
  const expect = (text: string) => {
    if (!take(text))
      stop(
        at(),
        `cần “${text}”, đang là “${found()}”`,
        `expected "${text}", found "${peek()?.text ?? 'the end'}"`,
      )
  }
  const deeper = (depth: number) => {
    if (depth >= deepest) stop(at(), `công thức lồng quá ${deepest} tầng`, `more than ${deepest} levels deep`)
    return depth + 1
  }

  const sum = (depth: number): Expression => {
    let left = product(deeper(depth))
    for (;;) {
      const operator = take('+') ? '+' : take('-') ? '-' : null
      if (!operator) return left
      left = { kind: 'binary', operator, left, right: product(deeper(depth)) }
    }
  }
  const product = (depth: number): Expression => {
    let left = unary(depth)
    for (;;) {
      const operator = take('*') ? '*' : take('/') ? '/' : null
      if (!operator) return left
      left = { kind: 'binary', operator, left, right: unary(depth) }
    }
  }
  const unary = (depth: number): Expression =>
    take('-') ? { kind: 'negate', term: unary(deeper(depth)) } : primary(depth)
  const primary = (depth: number): Expression => {
    const token = peek()
    if (token?.kind === 'number') {
      place += 1
      const percent = take('%')
      const value = parseExact(token.text)
      return { kind: 'number', value: percent ? divide(value, hundred) : value, percent }
    }
    if (token?.kind === 'name') {
      if (token.text === 'if') return choice(depth)
      if (isCall(token.text)) return call(token.text, depth)
      if (words.includes(token.text)) return unexpected()
      place += 1
      names.add(token.text)
      return { kind: 'name', name: token.text }
    }
    if (!take('(')) return unexpected()
    const inner = sum(deeper(depth))
    expect(')')
    return inner
  }
  const unexpected = (): never =>
    stop(
      at(),
      `cần một số, tên biến hoặc dấu “(”, đang là “${found()}”`,
      `expected a number, a name or "(", found "${peek()?.text ?? 'the end'}"`,
    )
  const call = (name: CallName, depth: number): Expression => {
    const start = at()
    place += 1
    expect('(')
    const terms = [sum(deeper(depth))]
    while (take(',')) terms.push(sum(deeper(depth)))
    expect(')')
    const { least, most } = calls[name]
    if (terms.length < least || terms.length > most)
      stop(
        start,
        `“${name}” cần ${least === most ? least : `từ ${least} đến ${most}`} số`,
        `"${name}" takes ${least === most ? least : `${least} to ${most}`} numbers`,
      )
    const places = terms[1]
    if (
      name === 'round' &&
      !(places?.kind === 'number' && isWhole(places.value) && compare(places.value, whole(12)) <= 0)
    )
      stop(
        start,
        'số chữ số thập phân của “round” phải là số nguyên từ 0 đến 12',
        '"round" needs a whole number of places from 0 to 12',
      )
    return { kind: 'call', name, terms }
  }
  const choice = (depth: number): Expression => {
    place += 1
    expect('(')
    const test = condition(deeper(depth))
    expect(',')
    const then = sum(deeper(depth))
    expect(',')
    const otherwise = sum(deeper(depth))
    expect(')')
    return { kind: 'if', condition: test, then, otherwise }
  }

  const condition = (depth: number): Condition => {
    let left = both(deeper(depth))
    while (take('or')) left = { kind: 'or', left, right: both(deeper(depth)) }
    return left
  }
  const both = (depth: number): Condition => {
    let left = comparison(depth)
    while (take('and')) left = { kind: 'and', left, right: comparison(depth) }
    return left
  }
  const comparison = (depth: number): Condition => {
    if (take('not')) return { kind: 'not', term: comparison(deeper(depth)) }
    if (has('(') && holdsCondition(place)) {
      place += 1
      const inner = condition(deeper(depth))
      expect(')')
      return inner
    }
    const left = sum(deeper(depth))
    const operator = peek()?.text ?? ''
    if (!isComparison(operator))
      return stop(
        at(),
        `cần một phép so sánh, đang là “${found()}”`,
        `expected a comparison, found "${peek()?.text ?? 'the end'}"`,
      )
    place += 1
    return { kind: 'comparison', operator, left, right: sum(deeper(depth)) }
  }
  /** Whether the bracket that opens at a token holds a comparison rather than a number. */
  const holdsCondition = (start: number): boolean => {
    let open = 0
    for (let index = start; index < tokens.length; index += 1) {
      const text = tokens[index]?.text ?? ''
      if (text === '(') open += 1
      if (text === ')') open -= 1
      if (open === 0) break
      if (open === 1 && (isComparison(text) || text === 'and' || text === 'or' || text === 'not')) return true
    }
    // Nothing but another bracket inside: "((a > 1))".
    return tokens[start + 1]?.text === '(' && holdsCondition(start + 1)
  }
  const end = () => {
    if (peek()) stop(at(), `thừa “${found()}”`, `"${peek()?.text}" is left over`)
  }
  return { sum, condition, end, names: () => [...names] }
}
