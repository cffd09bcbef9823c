/** What a text says as a number: a decimal with a dot, or why it says none. */
export type NumberText =
  | { readonly kind: 'decimal'; readonly decimal: string }
  /** "1.464" is one thousand four hundred and sixty-four to some and about one and a half to others. */
  | {
      readonly kind: 'ambiguous'
      /** How to write each of the two so that nobody can take it for the other. */
      readonly readings: readonly [string, string]
    }
  | { readonly kind: 'none' }

const groupedBySpaces = /^-?[1-9]\d{0,2}(?:[ \u00a0\u2009\u202f]\d{3})+(?:[.,]\d+)?$/
const whole = /^-?\d+$/
const oneMark = /^(-?)(\d+)([.,])(\d+)$/
const groupedByDots = /^-?[1-9]\d{0,2}(?:(?:\.\d{3}){2,}|(?:\.\d{3})+,\d+)$/
const groupedByCommas = /^-?[1-9]\d{0,2}(?:(?:,\d{3}){2,}|(?:,\d{3})+\.\d+)$/

/**
 * Reads a number somebody typed, with decimal comma or dot and marks between thousands.
 * @param doubtsComma the file separates its fields by commas, as countries with a decimal dot do, so that
 *   "1,464" is as open to doubt as "1.464"
 */
export function readNumber(typed: string, doubtsComma = false): NumberText {
  const text = typed.trim().replace(/^[\u2212\u2013]/, '-')
  const plain = groupedBySpaces.test(text) ? text.replace(/[ \u00a0\u2009\u202f]/g, '') : text
  if (whole.test(plain)) return decimal(plain)
  const [, sign = '', units = '', mark, fraction = ''] = oneMark.exec(plain) ?? []
  if (mark !== undefined) {
    const couldGroup = fraction.length === 3 && /^[1-9]\d{0,2}$/.test(units) && plain === text
    if (couldGroup && (mark === '.' || doubtsComma))
      return {
        kind: 'ambiguous',
        readings: [
          doubtsComma ? `${sign}${units}.${fraction}0` : `${sign}${units},${fraction}`,
          `${sign}${units}${fraction}`,
        ],
      }
    return decimal(`${sign}${units}.${fraction}`)
  }
  if (groupedByDots.test(plain)) return decimal(plain.replaceAll('.', '').replace(',', '.'))
  if (groupedByCommas.test(plain)) return decimal(plain.replaceAll(',', ''))
  return { kind: 'none' }
}

function decimal(text: string): NumberText {
  return { kind: 'decimal', decimal: text.replace(/^(-?)0+(?=\d)/, '$1') }
}
