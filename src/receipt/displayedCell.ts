import type { DisplayedCell, DisplayedNumber } from '../model/displayedTable.ts'
import type { Language } from '../ui/formatNumber.ts'

/** Signs that only let a line break say nothing; every other blank is a plain one. */
const plain = (text: string) => text.replaceAll('\u200b', '').replace(/\s+/g, ' ')

/** A text as a cell of a file has it: on one line, with single blanks. */
export function oneLine(text: string): string {
  return plain(text).trim()
}

/** Words alone. */
export function textCell(...texts: readonly string[]): DisplayedCell {
  return { text: oneLine(texts.filter(text => text !== '').join(' ')) }
}

/**
 * One number as the screen writes it ("−1.234,50", "75,08%", "+0,5") with the words that stand around it; where it
 * is no single number, the text alone.
 *
 * @param words said before it, each followed by a blank
 * @param after as it stands behind the number, with its blank if there is one: "/100", " tài liệu"
 */
export function numberCell(
  shown: string,
  language: Language,
  { words = [], after = '' }: { readonly words?: readonly string[]; readonly after?: string } = {},
): DisplayedCell {
  const number = readWritten(plain(shown).trim(), language)
  const before = words
    .filter(word => word !== '')
    .map(word => `${oneLine(word)} `)
    .join('')
  const behind = plain(after).trimEnd()
  const text = oneLine(`${before}${shown}${behind}`)
  if (!number) return { text }
  return {
    text,
    number: {
      ...number,
      ...(before === '' ? {} : { before }),
      ...(behind === '' ? {} : { after: behind }),
    },
  }
}

/** A number with what it counts ("12 hồ sơ"), written with a blank that does not break; anything else is text. */
export function measureCell(shown: string, language: Language, words: readonly string[] = []): DisplayedCell {
  const [number = '', ...unit] = shown.split('\u00a0')
  return numberCell(number, language, { words, after: unit.map(part => ` ${part}`).join('') })
}

const minus = '\u2212'

/** The number back out of what formatNumber made of it: what a reader sees is what the file holds. */
function readWritten(shown: string, language: Language): DisplayedNumber | null {
  const [, sign, digits, percent] = /^([+\u2212]?)(\d[\d.,]*)(%?)$/.exec(shown) ?? []
  if (digits === undefined) return null
  const [group, decimal] = language === 'vi' ? ['.', ','] : [',', '.']
  const value = digits.replaceAll(group, '').replace(decimal, '.')
  if (!/^\d+(\.\d+)?$/.test(value)) return null
  const [whole = '', decimals = ''] = value.split('.')
  const kept = decimals.replace(/0+$/, '')
  return {
    value: `${sign === minus ? '-' : ''}${whole}${kept === '' ? '' : `.${kept}`}`,
    places: decimals.length,
    ...(sign === '+' ? { isSigned: true } : {}),
    ...(percent === '%' ? { isPercent: true } : {}),
  }
}
