import type { EndChange } from '../../model/change.ts'
import { parsePeriod } from '../../model/period.ts'
import type { RuleSet } from '../../model/ruleSet.ts'
import type { Trend, TrendPoint } from '../../model/trend.ts'
import { periodName } from '../../receipt/periodName.ts'
import { formatInterval, pointsFormat } from '../../receipt/pointsFormat.ts'
import { formatNumber, formatPercent, type Language } from '../../ui/formatNumber.ts'
import { pickName } from '../../ui/language.tsx'
import { trendWords } from './words.ts'

/** "tháng 10/2026", "ngày 10/10/2026", "năm 2022": a period inside a sentence. */
export function periodPhrase(period: string, language: Language): string {
  const words = trendWords[language]
  const name = periodName(period, language)
  const kind = parsePeriod(period)?.kind
  return kind === 'date' ? words.day(name) : kind === 'year' ? words.year(name) : name
}

/** Shortest name of a period, for axes: "10/2026", "10/10/2026". */
export function periodShort(period: string, language: Language): string {
  const parsed = parsePeriod(period)
  return parsed?.kind === 'month' ? `${parsed.month}/${parsed.year}` : periodName(period, language)
}

/** "71,53/98 điểm", "69,82–74,82/98 điểm"; empty where there are no points. */
export function scoreText(
  { points, maxPoints }: Pick<TrendPoint, 'points' | 'maxPoints'>,
  ruleSet: Pick<RuleSet, 'pointsPlaces'>,
  language: Language,
): string {
  if (!points || maxPoints === null) return ''
  return trendWords[language].score(
    formatInterval(points, pointsFormat(ruleSet, language)),
    formatNumber(maxPoints, language),
  )
}

/** The number beside a point of the chart; percentages to one decimal, their points stand in table and facts. */
export function labelText(
  point: TrendPoint,
  unit: Trend['unit'],
  ruleSet: Pick<RuleSet, 'pointsPlaces'>,
  language: Language,
): string {
  if (!point.drawn || point.drawn.from !== point.drawn.to) return ''
  if (unit === 'points') return pointsFormat(ruleSet, language)(point.drawn.to)
  return `${formatNumber(point.drawn.to, language, { places: 1, minPlaces: 1 })}%`
}

/** "+2,35 điểm", "−1,20 điểm %"; with an open end both differences. */
export function changeText(
  { from, to }: EndChange,
  unit: 'points' | 'percent',
  ruleSet: Pick<RuleSet, 'pointsPlaces'>,
  language: Language,
  withUnit = true,
): string {
  const words = trendWords[language]
  const number = (value: string) =>
    formatNumber(
      value,
      language,
      unit === 'points' ? { signed: true, minPlaces: ruleSet.pointsPlaces } : { signed: true, places: 2 },
    )
  const text = from === to ? number(to) : words.ends(number(from), number(to))
  return withUnit ? `${text}\u00a0${unit === 'points' ? words.points : words.percentPoints}` : text
}

/** Grades of a point in the words of its rule set, "Khá", "Khá hoặc Tốt". */
export function bandText(bandIds: readonly string[], ruleSet: RuleSet, language: Language): string {
  const names = bandIds.flatMap(id => {
    const band = ruleSet.bands.find(each => each.id === id)
    return band ? [pickName(language, band.name, band.nameEn)] : []
  })
  return names.length > 2 ? `${names[0]}–${names.at(-1)}` : names.join(trendWords[language].or)
}

/** Share as shown everywhere: at most two decimals. */
export function shareText(share: string, language: Language): string {
  return formatPercent(share, language)
}
