import { formatNumber, type Language } from '../../../ui/formatNumber.ts'

/** "12,4 MB"; sizes are said, not reckoned with. */
export function sizeText(bytes: number, language: Language): string {
  const units = ['B', 'kB', 'MB', 'GB']
  const step = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(bytes, 1)) / 3))
  const size = (bytes / 1000 ** step).toFixed(2)
  return `${formatNumber(size, language, { places: step === 0 ? 0 : 1 })}\u00a0${units[step]}`
}
