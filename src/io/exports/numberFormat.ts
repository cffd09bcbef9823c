import type { DisplayedCell, DisplayedNumber } from '../../model/displayedTable.ts'
import { decimalOfNumber } from '../sheetCell.ts'

/** How a number is written: digits as the file's language marks them, words around it as they stand. */
const marks = { vi: { decimal: ',', group: '.' }, en: { decimal: '.', group: ',' } } as const
const minus = '\u2212'
/** A spreadsheet keeps no more digits. */
const mostDigits = 15
/** Excel takes formats of 255 signs. */
const longestFormat = 250

export type NumberCell = { readonly value: number; readonly code: string }

/**
 * A displayed cell as a number in a format that shows exactly its text.
 * @returns null where the text is no number, or none that a spreadsheet could show so
 */
export function numberCellOf(cell: DisplayedCell, language: 'vi' | 'en'): NumberCell | null {
  const { number, text } = cell
  if (!number || !/^-?\d+(?:\.\d+)?$/.test(number.value)) return null
  const { before = '', after = '', places, isPercent = false } = number
  if (!Number.isInteger(places) || places < 0 || places > 10) return null
  if (/[\\[\]]/.test(before + after)) return null
  const [whole = '', decimals = ''] = number.value.replace('-', '').split('.')
  if (decimals.length > places || whole.length + places + (isPercent ? 2 : 0) > mostDigits) return null
  if (writtenText(number, language) !== text) return null
  const value = isPercent ? Number(`${number.value}e-2`) : Number(number.value)
  const code = formatOf(number)
  return code.length > longestFormat ? null : { value: value === 0 ? 0 : value, code }
}

/** The text that a number of a cell stands for. */
function writtenText(
  { value, places, isSigned, isPercent, before, after }: DisplayedNumber,
  language: 'vi' | 'en',
) {
  const digits = grouped(value.replace('-', ''), places, language)
  const isZero = !/[1-9]/.test(value)
  const sign = isZero ? '' : value.startsWith('-') ? minus : isSigned ? '+' : ''
  return `${before ?? ''}${sign}${digits}${isPercent ? '%' : ''}${after ?? ''}`
}

/** What is more than zero, less than zero, and zero: signs are written out, so that they are ours. */
function formatOf({ places, isSigned, isPercent, before, after }: DisplayedNumber): string {
  const digits = `#,##0${places > 0 ? `.${'0'.repeat(places)}` : ''}${isPercent ? '%' : ''}`
  const part = (sign: string) => `${literal(before ?? '')}${literal(sign)}${digits}${literal(after ?? '')}`
  return `${part(isSigned ? '+' : '')};${part(minus)};${part('')}`
}

function literal(words: string): string {
  if (words === '') return ''
  return words
    .split('"')
    .map(piece => (piece === '' ? '' : `"${piece}"`))
    .join('\\"')
}

/** An unsigned decimal with so many decimals, points between thousands. */
function grouped(decimal: string, places: number, language: 'vi' | 'en'): string {
  const [whole = '', decimals = ''] = decimal.split('.')
  const { decimal: mark, group } = marks[language]
  const marked = whole.replace(/\B(?=(\d{3})+$)/g, group)
  return places === 0 ? marked : `${marked}${mark}${decimals.padEnd(places, '0')}`
}

/**
 * What a cell with a number says: as its format shows it, or with every digit it has where somebody typed more
 * than that.
 * @param isReckoned by a formula: digits that are not shown are nobody's
 */
export function shownNumber(value: number, code: string, language: 'vi' | 'en', isReckoned = false): string {
  const { before, digits, after, isPercent, isOwnSign } = sectionFor(value, code)
  const exact = decimalOfNumber(isPercent ? Number(`${value}e2`) : value)
  if (exact === null) return String(value)
  const shownPlaces = (digits.split('.')[1] ?? '').replace(/[^0]/g, '').length
  const decimal = isReckoned && digits !== '' ? rounded(exact, shownPlaces) : exact
  const unsigned = decimal.replace('-', '')
  const decimals = unsigned.split('.')[1]?.length ?? 0
  const places = Math.max(decimals, shownPlaces)
  const text = digits.includes(',') ? grouped(unsigned, places, language) : plain(unsigned, places, language)
  const sign = isOwnSign && decimal.startsWith('-') ? minus : ''
  return `${before}${sign}${text}${isPercent ? '%' : ''}${after}`
}

/** Half away from zero, as spreadsheets show numbers. */
function rounded(decimal: string, places: number): string {
  const [whole = '', decimals = ''] = decimal.replace('-', '').split('.')
  if (decimals.length <= places) return decimal
  const kept = BigInt(whole + decimals.slice(0, places)) + (decimals.charAt(places) >= '5' ? 1n : 0n)
  const digits = String(kept).padStart(places + 1, '0')
  const cut = digits.length - places
  const sign = decimal.startsWith('-') && kept > 0n ? '-' : ''
  return `${sign}${digits.slice(0, cut)}${places === 0 ? '' : `.${digits.slice(cut)}`}`
}

function plain(unsigned: string, places: number, language: 'vi' | 'en'): string {
  return grouped(unsigned, places, language)
    .split(marks[language].decimal)
    .map((part, index) => (index === 0 ? part.replaceAll(marks[language].group, '') : part))
    .join(marks[language].decimal)
}

type Section = {
  readonly before: string
  /** Places for digits with their marks: "#,##0.00"; empty: as many as there are. */
  readonly digits: string
  readonly after: string
  readonly isPercent: boolean
  /** The format writes no sign of its own for what is less than zero. */
  readonly isOwnSign: boolean
}

/** The part of a format that shows a number, taken apart into words and places for digits. */
function sectionFor(value: number, code: string): Section {
  const sections = knownSections(code)
  const [first = none, second, third] = sections
  if (value < 0 && second) return { ...second, isOwnSign: false }
  if (value === 0 && third) return third
  return first
}

const none: Section = { before: '', digits: '', after: '', isPercent: false, isOwnSign: true }

const known = new Map<string, readonly Section[]>()

function knownSections(code: string): readonly Section[] {
  const sections = known.get(code) ?? sectionsOf(code)
  // A file may hold any number of formats; those of ours are few.
  if (known.size > 1000) known.clear()
  known.set(code, sections)
  return sections
}

function sectionsOf(code: string): readonly Section[] {
  const sections: Section[] = []
  let section = none
  const word = (letters: string) => {
    const isAfter = section.digits !== '' || section.isPercent
    section = isAfter
      ? { ...section, after: section.after + letters }
      : { ...section, before: section.before + letters }
  }
  for (const [token] of code.matchAll(/"[^"]*"|\\.|\[[^\]]*\]|[_*].|General|[#0?]|[,.]|[\s\S]/gi)) {
    if (token.startsWith('"')) word(token.slice(1, -1))
    else if (token.startsWith('\\')) word(token.slice(1))
    else if (token.startsWith('[') || /^[_*]./.test(token) || /^general$/i.test(token)) continue
    else if (token === ';') {
      sections.push(section)
      section = none
    } else if (token === '%') section = { ...section, isPercent: true }
    else if (/^[#0?]$/.test(token) || (section.digits !== '' && /^[,.]$/.test(token) && section.after === ''))
      section = { ...section, digits: section.digits + token }
    else if (token !== '@') word(token)
  }
  return [...sections, section]
}
