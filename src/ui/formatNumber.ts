export type Language = 'vi' | 'en'

const marks = {
  vi: { decimal: ',', group: '.' },
  en: { decimal: '.', group: ',' },
} as const

const minus = '\u2212'

export type NumberFormat = {
  /** Rounds half away from zero to this many decimals; without it every decimal stands. */
  readonly places?: number | undefined
  /** Shows at least this many decimals ("65,40"). */
  readonly minPlaces?: number | undefined
  /** Puts + before positive values. */
  readonly signed?: boolean | undefined
}

/** Decimals a fraction that never ends is shown with when nobody says otherwise. */
const endlessPlaces = 4

/**
 * Writes an exact number as officials of the language do: decimal comma and points between
 * thousands in Vietnamese, a real minus sign in both.
 *
 * @param exact decimal ("10.1352") or fraction ("4223/5625") text
 */
export function formatNumber(exact: string, language: Language, format: NumberFormat = {}): string {
  const { negative, whole, decimals } = toDecimals(exact, format.places)
  const { decimal, group } = marks[language]
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, group)
  const shown = decimals.padEnd(format.minPlaces ?? 0, '0')
  const isZero = !/[1-9]/.test(whole + decimals)
  const sign = negative && !isZero ? minus : format.signed && !isZero ? '+' : ''
  return `${sign}${grouped}${shown === '' ? '' : decimal + shown}`
}

/** How many decimals a value is written with, to align a column on its comma. */
export function countDecimals(exact: string): number {
  return toDecimals(exact, undefined).decimals.length
}

/** Percentages are written with at most two decimals everywhere ("75,08%"). */
export function formatPercent(exact: string, language: Language, places = 2): string {
  return `${formatNumber(exact, language, { places })}%`
}

function toDecimals(exact: string, places: number | undefined) {
  const negative = exact.startsWith('-')
  const text = negative ? exact.slice(1) : exact
  const [top = '', bottom] = text.split('/')
  const [whole = '', decimals = ''] = top.split('.')
  if (bottom === undefined && (places === undefined || decimals.length <= places))
    return { negative, whole, decimals }

  const kept = places ?? endlessPlaces
  const numerator = BigInt(whole + decimals) * 10n ** BigInt(kept)
  const denominator = BigInt(bottom ?? '1') * 10n ** BigInt(decimals.length)
  const rounded = String((numerator * 2n + denominator) / (denominator * 2n)).padStart(kept + 1, '0')
  const cut = rounded.length - kept
  return { negative, whole: rounded.slice(0, cut), decimals: rounded.slice(cut).replace(/0+$/, '') }
}

/** dd/mm/yyyy from an ISO date. */
export function formatDate(isoDate: string): string {
  return isoDate.split('-').reverse().join('/')
}

/**
 * A number inside a formula: every digit while there are at most six decimals, otherwise the
 * first four and "…", cut and never rounded, so that nobody reads a rounded figure as exact.
 */
export function formatInFormula(exact: string, language: Language): string {
  const endless = exact.includes('/')
  const decimals = exact.split('.')[1]?.length ?? 0
  if (!endless && decimals <= 6) return formatNumber(exact, language)
  const negative = exact.startsWith('-')
  const [top = '', bottom = '1'] = (negative ? exact.slice(1) : exact).split('/')
  const [whole = '', tail = ''] = top.split('.')
  const cut =
    (BigInt(whole + tail) * 10n ** BigInt(endlessPlaces)) / (BigInt(bottom) * 10n ** BigInt(tail.length))
  const digits = String(cut).padStart(endlessPlaces + 1, '0')
  const shown = formatNumber(`${digits.slice(0, -endlessPlaces)}`, language)
  return `${negative ? minus : ''}${shown}${marks[language].decimal}${digits.slice(-endlessPlaces)}…`
}
