import { formatDate, formatNumber, type Language } from '../../../ui/formatNumber.ts'

/** An ISO instant on the clock of this machine: "15:04 hôm nay", "15:04, 03/11/2026". */
export function momentText(instant: string, now: Date, language: Language): string {
  const at = new Date(instant)
  if (Number.isNaN(at.getTime())) return instant
  const time = `${two(at.getHours())}:${two(at.getMinutes())}`
  const day = localDay(at)
  if (day === localDay(now)) return language === 'vi' ? `${time} hôm nay` : `${time} today`
  const yesterday = new Date(now)
  yesterday.setDate(now.getDate() - 1)
  if (day === localDay(yesterday)) return language === 'vi' ? `${time} hôm qua` : `${time} yesterday`
  return `${time}, ${formatDate(day)}`
}

/** ISO day on the clock of this machine. */
export function localDay(at: Date): string {
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
}

/** "12,4 MB"; sizes are said, not reckoned with. */
export function sizeText(bytes: number, language: Language): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB']
  const step = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(bytes, 1)) / 3))
  const size = (bytes / 1000 ** step).toFixed(2)
  return `${formatNumber(size, language, { places: step === 0 ? 0 : 1 })}\u00a0${units[step]}`
}

const two = (number: number) => String(number).padStart(2, '0')
