import { parsePeriod } from '../model/period.ts'
import { formatDate, type Language } from '../ui/formatNumber.ts'

/** "2022", "quý 3/2026", "tháng 10/2026" or "10/10/2026"; a period of another form stands as it is. */
export function periodName(id: string, language: Language): string {
  const period = parsePeriod(id)
  switch (period?.kind) {
    case 'quarter':
      return `${language === 'vi' ? 'quý ' : 'Q'}${period.quarter}/${period.year}`
    case 'month':
      return `${language === 'vi' ? 'tháng ' : ''}${period.month}/${period.year}`
    case 'date':
      return formatDate(id)
    default:
      return id
  }
}
