import type { TargetPace } from '../model/scoreSheet.ts'
import { formatDate, formatNumber, type Language } from '../ui/formatNumber.ts'
import { dictionary } from '../ui/language.tsx'

const paceWords = dictionary({
  vi: {
    pacePast: (by: string) => `hạn ${by} đã quá`,
    paceDay: (each: string, unit: string, by: string) => `${each} ${unit} mỗi ngày làm việc đến ${by}`,
    paceMonth: (each: string, unit: string, by: string) => `${each} ${unit} mỗi tháng đến ${by}`,
    paceDays: (days: string, by: string) => `còn ${days} ngày đến ${by}`,
  },
  en: {
    pacePast: (by: string) => `due ${by}, past`,
    paceDay: (each: string, unit: string, by: string) => `${each} ${unit} a working day until ${by}`,
    paceMonth: (each: string, unit: string, by: string) => `${each} ${unit} a month until ${by}`,
    paceDays: (days: string, by: string) => `${days} days left until ${by}`,
  },
})

/** How fast units must come in: by the working day where its calendar is known, else by the month. */
export function paceText(pace: TargetPace, unit: string, language: Language): string {
  const words = paceWords[language]
  const by = formatDate(pace.by)
  if (pace.kind === 'past') return words.pacePast(by)
  const number = (value: string) => formatNumber(value, language)
  if (pace.perWorkingDay !== null) return words.paceDay(number(pace.perWorkingDay), unit, by)
  if (pace.perMonth !== null) return words.paceMonth(number(pace.perMonth), unit, by)
  return words.paceDays(number(String(pace.days)), by)
}
