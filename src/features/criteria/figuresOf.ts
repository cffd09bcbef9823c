import type { ExplainedInput, ExplainedRule } from '../../model/explanation.ts'
import { formatDate, formatNumber, type Language } from '../../ui/formatNumber.ts'
import { pickName } from '../../ui/language.tsx'
import { type CriteriaWords, criteriaWords } from './words.ts'

/** The figures of one line, short enough for a cell. */
export type LineFigures = {
  /** "39/63"; empty when nothing was entered. */
  readonly text: string
  /** What did not come in. */
  readonly absent: 'missing' | 'withheld' | 'notApplicable' | null
  readonly isInferred: boolean
  /** Every figure with its name and unit, one a line. */
  readonly full: string
}

/** More figures than this are counted, not listed. */
const mostListed = 4

/** Figures as the official table writes them: a ratio as "39/63", a list of answers as "5/6 mục". */
export function figuresOf(rule: ExplainedRule, language: Language): LineFigures | null {
  if (rule.inputs.length === 0) return null
  const words = criteriaWords[language]
  const absent = rule.inputs.filter(input => input.state !== 'entered')
  const isOutside = absent.length === rule.inputs.length
  return {
    text: isOutside ? '' : shortText(rule, language, words),
    absent: absenceOf(absent, isOutside),
    isInferred: rule.inputs.some(
      input => input.state === 'entered' && input.provenance.certainty === 'inferred',
    ),
    full: rule.inputs
      .map(input => {
        const unit = pickName(language, input.unit, input.unitEn)
        const value =
          input.state === 'entered'
            ? `${valueText(input, language, words)}${isCounted(input) ? ` ${unit}` : ''}`
            : words[input.state]
        return `${pickName(language, input.name, input.nameEn)}: ${value}`
      })
      .join('\n'),
  }
}

/** Not applicable parts of a list are no gap; a missing one always is. */
function absenceOf(absent: readonly ExplainedInput[], isOutside: boolean): LineFigures['absent'] {
  if (absent.some(input => input.state === 'missing')) return 'missing'
  if (absent.some(input => input.state === 'withheld')) return 'withheld'
  return isOutside && absent.length > 0 ? 'notApplicable' : null
}

function shortText(rule: ExplainedRule, language: Language, words: CriteriaWords): string {
  const ratio = ratioOf(rule)
  if (ratio) {
    const [numerator, denominator] = ratio
    const side = (input: ExplainedInput) =>
      input.state === 'entered' ? valueText(input, language, words) : '?'
    return `${side(numerator)}/${side(denominator)}`
  }
  if ('parts' in rule) {
    const counted = rule.parts.filter(part => part.counts)
    const texts = (counted.length > 0 ? counted : rule.parts).map(part =>
      shortText(part.detail, language, words),
    )
    return listed(
      texts.filter(text => text !== ''),
      words,
    )
  }
  const entered = rule.inputs.filter(input => input.state === 'entered')
  const flags = entered.filter(input => input.role === 'flag')
  if (flags.length > 2 && flags.length === entered.length)
    return words.ofItems(flags.filter(input => input.value === '1').length, flags.length)
  return listed(
    entered.map(input => valueText(input, language, words)),
    words,
  )
}

/** Numerator and denominator: of a ratio the ones it divided, of any other rule the only two it looks at. */
function ratioOf(rule: ExplainedRule): readonly [ExplainedInput, ExplainedInput] | null {
  if (rule.kind === 'ratio') return [rule.numerator, rule.denominator]
  const [numerator, denominator, ...others] = rule.inputs
  return numerator?.role === 'numerator' && denominator?.role === 'denominator' && others.length === 0
    ? [numerator, denominator]
    : null
}

function listed(texts: readonly string[], words: CriteriaWords): string {
  if (texts.length <= mostListed) return texts.join(' · ')
  return `${texts.slice(0, 2).join(' · ')} ${words.moreFigures(texts.length - 2)}`
}

function isCounted({ role }: ExplainedInput): boolean {
  return role !== 'flag' && role !== 'option' && role !== 'date'
}

function valueText(
  { role, value, answer }: ExplainedInput,
  language: Language,
  words: CriteriaWords,
): string {
  if (value === null) return '?'
  if (answer) return pickName(language, answer.label, answer.labelEn)
  if (role === 'flag') return value === '1' ? words.yes : words.no
  return role === 'date' ? formatDate(value) : formatNumber(value, language)
}
