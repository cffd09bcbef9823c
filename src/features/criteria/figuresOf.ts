import type { ExplainedInput, ExplainedRule } from '../../model/explanation.ts'
import { formatDate, formatNumber, type Language } from '../../ui/formatNumber.ts'
import { pickName } from '../../ui/language.tsx'
import { type CriteriaWords, criteriaWords } from './words.ts'

/** The figures of one line, short enough for a cell. */
export type LineFigures = {
  /** "39/63"; empty when nothing was entered. */
  readonly text: string
  /** What of it stays together on a line. */
  readonly parts: readonly string[]
  /** What did not come in. */
  readonly absent: 'missing' | 'withheld' | 'notApplicable' | null
  readonly isInferred: boolean
  /** Every figure with its name and unit, one a line. */
  readonly full: string
}

/** Numbers alone, which are not parted; words may break. */
export const isNumeric = (part: string) => !/\p{L}/u.test(part)

/** More figures than this are counted, not listed. */
const mostListed = 4

/** Figures as the official table writes them: a ratio as "39/63", a list of answers as "5/6 mục". */
export function figuresOf(rule: ExplainedRule, language: Language): LineFigures | null {
  if (rule.inputs.length === 0) return null
  const words = criteriaWords[language]
  const absent = rule.inputs.filter(input => input.state !== 'entered')
  const isOutside = absent.length === rule.inputs.length
  const parts = isOutside ? [] : shortTexts(rule, language, words)
  return {
    text: parts.join(' · '),
    parts,
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

function shortTexts(rule: ExplainedRule, language: Language, words: CriteriaWords): readonly string[] {
  const ratio = ratioOf(rule)
  if (ratio) {
    const [numerator, denominator] = ratio
    const side = (input: ExplainedInput) =>
      input.state === 'entered' ? valueText(input, language, words) : '?'
    return [`${side(numerator)}/${side(denominator)}`]
  }
  if ('parts' in rule) {
    const counted = rule.parts.filter(part => part.counts)
    const texts = (counted.length > 0 ? counted : rule.parts).flatMap(part =>
      shortTexts(part.detail, language, words),
    )
    return listed(texts, words)
  }
  const items = itemsOf(rule)
  if (items) return [words.ofItems(items.done, items.all)]
  const entered = rule.inputs.filter(input => input.state === 'entered')
  const flags = entered.filter(input => input.role === 'flag')
  if (flags.length > 2 && flags.length === entered.length)
    return [words.ofItems(flags.filter(input => input.value === '1').length, flags.length)]
  return listed(withUnits(entered, language, words), words)
}

/** Items of a list as the receipt counts them: those that apply, several occurrences of one as one. */
function itemsOf({ kind, branches }: ExplainedRule) {
  if (kind !== 'checklist' && kind !== 'everyOccurrence') return null
  const applying = branches.filter(branch => branch.state !== 'notApplicable')
  return { done: applying.filter(branch => branch.taken).length, all: applying.length }
}

/** Numbers with what they count: once at the end where all count the same. */
function withUnits(
  inputs: readonly ExplainedInput[],
  language: Language,
  words: CriteriaWords,
): readonly string[] {
  const units = new Set(inputs.filter(isCounted).map(input => pickName(language, input.unit, input.unitEn)))
  const isShared = units.size === 1 && inputs.every(isCounted)
  return inputs.map((input, index) => {
    const value = valueText(input, language, words)
    const says = isCounted(input) && (!isShared || index === inputs.length - 1)
    return says ? `${value}\u00a0${pickName(language, input.unit, input.unitEn)}` : value
  })
}

/** Numerator and denominator: of a ratio the ones it divided, of any other rule the only two it looks at. */
function ratioOf(rule: ExplainedRule): readonly [ExplainedInput, ExplainedInput] | null {
  if (rule.kind === 'ratio') return [rule.numerator, rule.denominator]
  const [numerator, denominator, ...others] = rule.inputs
  return numerator?.role === 'numerator' && denominator?.role === 'denominator' && others.length === 0
    ? [numerator, denominator]
    : null
}

function listed(texts: readonly string[], words: CriteriaWords): readonly string[] {
  if (texts.length <= mostListed) return texts
  return [...texts.slice(0, 2), words.moreFigures(texts.length - 2)]
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
