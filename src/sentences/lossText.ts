import type { RuleSet } from '../model/ruleSet.ts'
import { formatNumber, type Language } from '../ui/formatNumber.ts'

/** "−0,214", and "+0,021" of one who offsets others; a part too small for its decimals says "dưới". */
export function lossText(
  contribution: string,
  ruleSet: Pick<RuleSet, 'pointsPlaces'>,
  language: Language,
): string {
  // A loss split over a hundred agencies needs a decimal more than the loss itself.
  const places = (ruleSet.pointsPlaces ?? 2) + 1
  if (contribution === '0') return '0'
  const wins = contribution.startsWith('-')
  const size = formatNumber(wins ? contribution.slice(1) : contribution, language, {
    places,
    minPlaces: places,
  })
  if (/[1-9]/.test(size)) return `${wins ? '+' : '\u2212'}${size}`
  return `<\u00a0${size.slice(0, -1)}1`
}

/** "19,83%"; a share below a hundredth of a percent says so instead of 0. */
export function shareText(percent: string, language: Language): string {
  if (percent === '0') return '0%'
  const text = formatNumber(percent, language, { places: 2, minPlaces: 2 })
  if (/[1-9]/.test(text)) return `${text}%`
  return `<\u00a0${formatNumber('0.01', language)}%`
}
