import type { RuleSpeech } from './ruleSpeech.ts'

const signs: Readonly<Record<string, string>> = {
  '*': '×',
  '/': '÷',
  '-': '−',
  '<=': '≤',
  '>=': '≥',
  '!=': '≠',
}

/**
 * A formula of a rule set as it is read: names instead of variables, × and ÷, decimals of the language.
 * Only the words change; what does not belong to the grammar stays as it is.
 */
export function expressionText(
  expression: string,
  nameOf: (variable: string) => string,
  { number, words, formula }: Pick<RuleSpeech, 'number' | 'words' | 'formula'>,
): string {
  const tokens = expression.match(/[A-Za-z_]\w*|\d+(?:\.\d+)?|<=|>=|!=|[^\s\w]/g) ?? []
  return tokens
    .map(token => {
      if (/^\d/.test(token)) return number(token)
      if (/^[A-Za-z_]/.test(token)) return words.functions[token] ?? formula.calls[token] ?? nameOf(token)
      return token === ',' ? ';' : (signs[token] ?? token)
    })
    .join(' ')
    .replace(/\( /g, '(')
    .replace(/ ([);%])/g, '$1')
}
