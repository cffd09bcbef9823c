import type {
  BranchCondition,
  BranchGain,
  ExplainedComposite,
  ExplainedRule,
  FormulaStep,
  FormulaTerm,
} from '../model/explanation.ts'
import { formatInFormula, formatNumber, type Language } from '../ui/formatNumber.ts'
import type { ReceiptWords } from './words.ts'

/** The rule with the numbers put in, a line a step; empty when there is nothing to compute. */
export function formulaLines(
  rule: ExplainedRule,
  words: ReceiptWords,
  language: Language,
): readonly string[] {
  if (rule.kind === 'reported') return []
  if (rule.empty) return emptyLines(rule, words, language)
  if (rule.kind === 'sum' || rule.kind === 'bestOf') return compositeLines(rule, words, language)
  return [
    ...rule.steps.map(step => stepLine(step, words, language)),
    ...(rule.cap ? [words.cap(rule.cap.side, formatInFormula(rule.cap.limit, language))] : []),
    ...(rule.kind === 'yesNo' ? [yesNoLine(rule, words, language)] : []),
  ]
}

/** Every way through a rule in reading order; the one that applied is marked. */
export function thresholdLines(
  rule: ExplainedRule,
  words: ReceiptWords,
  language: Language,
): readonly { readonly text: string; readonly taken: boolean }[] {
  return rule.branches.map(({ when, gives, taken }) => ({
    text: `${conditionText(when, words, language)}: ${gainText(gives, when, words, language)}`,
    taken,
  }))
}

/** What a rule set does where there is nothing to measure. */
function emptyLines(rule: ExplainedRule, words: ReceiptWords, language: Language): readonly string[] {
  const { empty, points } = rule
  if (!empty) return []
  const earned = points === null ? null : formatInFormula(points, language)
  switch (empty.because) {
    case 'denominatorZero':
      return [earned === null ? words.nothingIncurredOpen : words.nothingIncurred(earned)]
    case 'state':
      return earned === null ? [] : [words.byState(empty.state, earned)]
    default:
      return [
        earned === null
          ? words.emptyOpen[empty.because]
          : `${words.emptyOpen[empty.because]}: ${words.ruleGives(earned)}`,
      ]
  }
}

function stepLine(step: FormulaStep, words: ReceiptWords, language: Language): string {
  const name = words.stepNames[step.of]
  const head = name === '' ? '' : `${name}: `
  const term = termText(step.term, language)
  if (step.relation === 'earns')
    return `${head}${term}: ${formatInFormula(step.result, language)} ${words.points}`
  const result = `${formatInFormula(step.result, language)}${step.percent ? '%' : ''}`
  return `${head}${term === result ? term : `${term} = ${result}`}`
}

const strength = { '+': 1, '−': 1, '×': 2, '÷': 2 } as const

/** A calculation as it is written on paper, with brackets only where they are needed. */
export function termText(term: FormulaTerm, language: Language): string {
  switch (term.kind) {
    case 'number':
      return `${formatInFormula(term.value, language)}${term.percent ? '%' : ''}`
    case 'call':
      return `${term.name}(${term.terms.map(each => termText(each, language)).join('; ')})`
    case 'comparison':
      return term.terms.map(each => termText(each, language)).join(` ${term.operator} `)
    case 'operation':
      return term.terms
        .map((each, index) => {
          const text = termText(each, language)
          const isNegative = each.kind === 'number' && each.value.startsWith('-') && index > 0
          return isNegative || needsBrackets(each, term.operator, index) ? `(${text})` : text
        })
        .join(` ${term.operator} `)
  }
}

function needsBrackets(inner: FormulaTerm, outer: keyof typeof strength, index: number): boolean {
  if (inner.kind !== 'operation') return false
  if (strength[inner.operator] < strength[outer]) return true
  // a − (b + c), a ÷ (b × c)
  return index > 0 && (outer === '−' || outer === '÷') && strength[inner.operator] === strength[outer]
}

function conditionText(when: BranchCondition, words: ReceiptWords, language: Language): string {
  switch (when.kind) {
    case 'answer':
      return (language === 'en' ? when.labelEn : undefined) ?? when.label
    case 'range':
      return rangeText(when, words, language)
    default:
      return words.conditions[when.kind]
  }
}

function rangeText(
  { of, from, fromInclusive, to, toInclusive }: Extract<BranchCondition, { kind: 'range' }>,
  words: ReceiptWords,
  language: Language,
): string {
  const edge = (value: string) => words.edge(of, formatNumber(value, language))
  if (from !== null && to !== null) {
    if (from === to) return words.exactly(edge(from))
    const low = fromInclusive ? words.from(edge(from)) : words.above(edge(from))
    return `${low} ${toInclusive ? words.upTo(edge(to)) : words.upToBelow(edge(to))}`
  }
  if (from !== null) return fromInclusive ? words.from(edge(from)) : words.above(edge(from))
  if (to !== null) return toInclusive ? words.orLess(edge(to)) : words.below(edge(to))
  return words.anyValue
}

function gainText(gives: BranchGain, when: BranchCondition, words: ReceiptWords, language: Language): string {
  switch (gives.kind) {
    case 'points':
      return `${formatInFormula(gives.points, language)} ${words.points}`
    case 'full':
      return words.fullPoints(formatInFormula(gives.points, language))
    case 'policy':
      return words.policies[gives.policy]
    case 'slope': {
      const edge = when.kind === 'range' ? (when.to ?? when.from) : null
      const target =
        edge === null
          ? ''
          : words.edge(when.kind === 'range' ? when.of : 'value', formatNumber(edge, language))
      return words.slope(gives.scaling, target)
    }
  }
}

function yesNoLine(rule: ExplainedRule, words: ReceiptWords, language: Language): string {
  const answer = rule.points === rule.maxPoints && rule.points !== '0' ? words.yes : words.no
  return `${answer}: ${formatInFormula(rule.points ?? '0', language)}/${formatInFormula(rule.maxPoints, language)}`
}

/** A sum as one line of its terms, then its parts; of several cases the one that counts. */
function compositeLines(
  rule: ExplainedComposite,
  words: ReceiptWords,
  language: Language,
): readonly string[] {
  if (rule.points === null) return []
  const number = (value: string) => formatInFormula(value, language)
  const parts = rule.parts.map(({ label, labelEn, detail, counts }) => {
    const name = (language === 'en' ? labelEn : undefined) ?? label
    const worth =
      detail.kind === 'yesNo' && detail.points !== null
        ? yesNoLine(detail, words, language)
        : detail.points === null
          ? words.notScored
          : `${number(detail.points)}/${number(detail.maxPoints)}`
    return `${name}: ${worth}${rule.kind === 'bestOf' && counts ? ` (${words.taken})` : ''}`
  })
  if (rule.kind === 'bestOf') return [`${words.highest}: ${number(rule.points)}`, ...parts]
  const terms = rule.parts.map(({ detail }) => termText(summand(detail), language))
  return [`${terms.join(' + ')} = ${number(rule.points)}`, ...parts]
}

/** A ratio part shows its counts (1 × 27 ÷ 30); anything else what it earned. */
function summand(detail: ExplainedRule): FormulaTerm {
  if (detail.kind !== 'ratio' || !detail.isPlain || detail.scaling !== 'share' || detail.atTarget)
    return { kind: 'number', value: detail.points ?? '0' }
  const share = detail.steps.find(step => step.of === 'share')
  return share && detail.points !== '0'
    ? {
        kind: 'operation',
        operator: '×',
        terms: [{ kind: 'number', value: detail.maxPoints }, share.term],
      }
    : { kind: 'number', value: detail.points ?? '0' }
}
