import type { FormulaTerm } from '../model/explanation.ts'
import { formatInFormula, type Language } from '../ui/formatNumber.ts'
import { formulaWords } from './formulaWords.ts'

const strength = { '+': 1, '−': 1, '×': 2, '÷': 2 } as const

/** A calculation as it is written on paper, with brackets only where they are needed. */
export function termText(term: FormulaTerm, language: Language): string {
  switch (term.kind) {
    case 'number':
      return `${formatInFormula(term.value, language)}${term.percent ? '%' : ''}`
    case 'call':
      return `${formulaWords[language].calls[term.name] ?? term.name} (${term.terms.map(each => termText(each, language)).join('; ')})`
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
