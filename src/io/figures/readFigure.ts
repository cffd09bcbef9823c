import type { Decimal } from '../../model/exact.ts'
import type { Bilingual } from '../../model/provenance.ts'
import type { Metric } from '../../model/ruleSet.ts'
import { readDay } from './readDay.ts'
import { type FigureChoice, readMarkedNumber } from './readMarkedNumber.ts'

/** What the text of a field says. */
export type FigureReading =
  | { readonly kind: 'empty' }
  /**
   * `value`: decimal with a dot, ISO day, 1 or 0, or the value of an option.
   * `isRead`: a mark between thousands was taken out ("1.464" for 1464), so the reading is to be echoed.
   */
  | { readonly kind: 'value'; readonly value: Decimal; readonly isRead: boolean }
  /** Two numbers it may mean; its owner chooses, nobody guesses. */
  | { readonly kind: 'unclear'; readonly choices: readonly FigureChoice[] }
  | { readonly kind: 'wrong'; readonly code: string; readonly message: Bilingual }

/** What may be answered where a metric is one option of a choice. */
export type FigureOptions = readonly {
  readonly value: Decimal
  readonly label: string
  readonly labelEn?: string | undefined
}[]

/** Longer than any figure; a whole page was pasted. */
const longestText = 200
/** Digits of a figure that somebody can have meant. */
const mostDigits = 30

/**
 * Reads a figure as people write it: 1.234,56 · 1234,56 · 1 234,56 · 1,234.56 · 45% · 45,5 % ·
 * full-width digits · spaces and invisible signs that come along when copied · dd/mm/yyyy.
 *
 * The metric decides where it can: a count is whole, so "1.464" is 1464. Where a decimal is possible the
 * same text is `unclear`. Nothing is clamped or rounded; what cannot be meant is refused with what was expected.
 *
 * @param meant the reading its owner chose for a doubtful text; ignored where the text cannot mean it
 */
export function readFigure(
  text: string,
  metric: Pick<Metric, 'valueType' | 'unit'>,
  options: FigureOptions = [],
  meant?: Decimal,
): FigureReading {
  if (text.length > longestText) return tooLong
  const typed = plain(text)
  if (typed === '') return { kind: 'empty' }
  switch (metric.valueType) {
    case 'date':
      return readDay(typed)
    case 'flag':
      return readFlag(typed)
    case 'option':
      return readOption(typed, options)
    default:
      return readNumberOf(typed, metric, meant)
  }
}

/**
 * Full-width signs become plain ones, every space one space, invisible signs go. Signs that only resemble
 * digits ("²", "½") stay what they are: "12²" is not 122. A sign that turns the order of others around stays too.
 */
function plain(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\uff01-\uff5e]/g, sign => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/(?!\u202e)\p{Cf}|\p{Variation_Selector}/gu, '')
    .replace(/[\u2212\u2010-\u2014\ufe63]/g, '-')
    .replace(/\p{Zs}+/gu, ' ')
    .trim()
}

const yes = new Set(['1', 'co', 'x', 'yes', 'true', 'dung', 'dat', '✓', '✔', '☑'])
const no = new Set(['0', 'khong', 'no', 'false', 'sai', 'khong dat'])

function readFlag(typed: string): FigureReading {
  const word = unaccented(typed)
  if (yes.has(word)) return { kind: 'value', value: '1', isRead: false }
  if (no.has(word)) return { kind: 'value', value: '0', isRead: false }
  return wrong('not-yes-or-no', {
    vi: `“${typed}” không phải “có” hoặc “không”`,
    en: `"${typed}" is neither "có" (yes) nor "không" (no)`,
  })
}

/** Answers are compared without accents, case and signs that come along when copied. */
export function unaccented(text: string): string {
  return plain(text).normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/gi, 'd').toLowerCase()
}

/** The closest way of writing wins; words that fit two options are nobody's. */
function readOption(typed: string, options: FigureOptions): FigureReading {
  const ways: readonly ((option: FigureOptions[number]) => readonly string[])[] = [
    ({ value }) => [value, value.replace('.', ',')],
    ({ label, labelEn }) => [plain(label), plain(labelEn ?? label)],
    ({ label, labelEn }) => [unaccented(label), unaccented(labelEn ?? label)],
  ]
  const wanted = [typed, unaccented(typed)]
  for (const way of ways) {
    const found = new Set(
      options.filter(option => way(option).some(word => wanted.includes(word))).map(({ value }) => value),
    )
    const [only, other] = found
    if (only !== undefined && other === undefined) return { kind: 'value', value: only, isRead: false }
    if (other !== undefined) break
  }
  const listed = (names: readonly string[]) => names.map(name => `“${name}”`).join(', ')
  return wrong('not-an-option', {
    vi: `“${typed}” không có trong các mức: ${listed(options.map(each => each.label))}`,
    en: `"${typed}" is none of the answers: ${listed(options.map(each => each.labelEn ?? each.label))}`,
  })
}

function readNumberOf(
  typed: string,
  { valueType, unit }: Pick<Metric, 'valueType' | 'unit'>,
  meant: Decimal | undefined,
): FigureReading {
  const { sign, body, isPercent, found } = readMarkedNumber(withoutUnit(typed, unit))
  if (body.replace(/\D/g, '').length > mostDigits) return tooLong
  if (found.length === 0) return notANumber(typed)
  if (isPercent && valueType !== 'percent' && unit.trim() !== '%')
    return wrong('unexpected-percent', {
      vi: `“${typed}” là tỷ lệ %, ở đây cần số ${unit}`,
      en: `"${typed}" is a percentage, here a number of ${unit} is needed`,
    })
  const signed = found.map(each => ({ ...each, value: negated(each.value, sign === '-') }))
  if (signed.some(each => each.value.startsWith('-')) && valueType !== 'number')
    return wrong('negative', {
      vi: `“${typed}” là số âm; ${valueType === 'percent' ? 'tỷ lệ %' : `số ${unit}`} không âm`,
      en: `"${typed}" is negative; ${valueType === 'percent' ? 'a percentage' : `a number of ${unit}`} is not`,
    })
  const possible = valueType === 'count' ? wholeOnes(signed) : signed
  const [first, second] = possible
  if (!first)
    return wrong('not-whole', {
      vi: `“${typed}” có phần lẻ; số ${unit} phải là số nguyên`,
      en: `"${typed}" has decimals; a number of ${unit} is whole`,
    })
  const chosen = possible.find(each => each.value === meant)
  if (second && !chosen) return { kind: 'unclear', choices: [first, second] }
  const { value, mark } = chosen ?? first
  return { kind: 'value', value, isRead: mark === 'thousands' }
}

/** A count has no decimals, so a mark that may stand between thousands does: "1.000" is a thousand, not one. */
function wholeOnes(found: readonly FigureChoice[]): readonly FigureChoice[] {
  const grouped = found.filter(({ mark }) => mark === 'thousands')
  return (grouped.length > 0 ? grouped : found).filter(({ value }) => !value.includes('.'))
}

/** "1.464 hồ sơ" in a field of dossiers. */
function withoutUnit(typed: string, unit: string): string {
  const word = unaccented(unit)
  if (word === '' || /[\d%]/.test(word) || !unaccented(typed).endsWith(` ${word}`)) return typed
  return typed.slice(0, -plain(unit).length).trim()
}

function negated(value: Decimal, isNegative: boolean): Decimal {
  return isNegative && value !== '0' ? `-${value}` : value
}

function notANumber(typed: string): FigureReading {
  return wrong('not-a-number', {
    vi: `“${typed}” không phải số; viết như 1.234,56 hoặc 1234,56`,
    en: `"${typed}" is not a number; write it like 1234.56 or 1234,56`,
  })
}

const tooLong = wrong('too-long', {
  vi: 'quá dài, không thể là một số liệu; có thể đã dán cả một đoạn vào một ô',
  en: 'too long to be a figure; perhaps a whole passage was pasted into one field',
})

function wrong(code: string, { vi, en }: Bilingual): FigureReading {
  // A sign that turns text around must not do so in a sentence of ours.
  return {
    kind: 'wrong',
    code,
    message: { vi: vi.replaceAll('\u202e', '?'), en: en.replaceAll('\u202e', '?') },
  }
}
