import type { TargetPace } from '../../model/scoreSheet.ts'
import { formatDate, formatNumber, type Language } from '../../ui/formatNumber.ts'
import { moreWords } from './moreWords.ts'

/** How fast units must come in: by the working day where its calendar is known, else by the month. */
export function paceText(pace: TargetPace, unit: string, language: Language): string {
  const words = moreWords[language]
  const by = formatDate(pace.by)
  if (pace.kind === 'past') return words.pacePast(by)
  const number = (value: string) => formatNumber(value, language)
  if (pace.perWorkingDay !== null) return words.paceDay(number(pace.perWorkingDay), unit, by)
  if (pace.perMonth !== null) return words.paceMonth(number(pace.perMonth), unit, by)
  return words.paceDays(number(String(pace.days)), by)
}
