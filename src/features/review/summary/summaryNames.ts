import { walkCriteria } from '../../../model/criteria.ts'
import { isSettled } from '../../../model/exact.ts'
import type { Criterion } from '../../../model/ruleSet.ts'
import type { NodePoints } from '../../../model/scoreSheet.ts'
import { formatInterval, pointsFormat } from '../../../receipt/pointsFormat.ts'
import { formatNumber, formatPercent, type Language } from '../../../ui/formatNumber.ts'
import { pickName } from '../../../ui/language.tsx'
import type { ReviewProps } from '../reviewProps.ts'
import { summaryWords } from './words.ts'

/** How everything of a round is called and written on the screens of its results. */
export type SummaryNames = ReturnType<typeof summaryNames>

export function summaryNames({ open, review }: Pick<ReviewProps, 'open' | 'review'>, language: Language) {
  const { ruleSet } = open
  const words = summaryWords[language]
  const criteria = new Map(walkCriteria(ruleSet).map(({ criterion }) => [criterion.id, criterion]))
  const points = pointsFormat(ruleSet, language)
  const short = ({ name, nameEn, shortName, shortNameEn }: Pick<Criterion, 'name'> & Partial<Criterion>) =>
    pickName(language, shortName ?? name, shortNameEn ?? nameEn)
  const named = (id: string) => {
    const criterion = criteria.get(id)
    if (criterion) return { code: criterion.code, name: short(criterion) }
    const pool = ruleSet.pools.find(each => each.id === id)
    if (pool) return { code: '', name: short(pool) }
    const adjustment = ruleSet.adjustments?.find(each => each.id === id)
    return { code: '', name: adjustment ? pickName(language, adjustment.name, adjustment.nameEn) : id }
  }
  return {
    language,
    agency: (id: string) => review.agencyOf(id)?.name ?? id,
    criteria,
    /** "2.2 Hồ sơ trực tuyến toàn trình", a pool or an adjustment by its name. */
    node: (id: string) => {
      const { code, name } = named(id)
      return code === '' ? name : `${code} ${name}`
    },
    named,
    metric: (id: string) => {
      const metric = ruleSet.metrics.find(each => each.id === id)
      return metric ? pickName(language, metric.name, metric.nameEn) : id
    },
    band: (id: string) => {
      const band = ruleSet.bands.find(each => each.id === id)
      return band ? pickName(language, band.name, band.nameEn) : id
    },
    points,
    signed: (value: string) =>
      formatNumber(value, language, { signed: true, minPlaces: ruleSet.pointsPlaces }),
    /** A difference to the last digit, with its sign. */
    difference: (value: string) => formatNumber(value, language, { signed: true }),
    number: (value: string) => formatNumber(value, language),
    count: (value: number) => formatNumber(String(value), language),
    percent: (value: string) => formatPercent(value, language),
    /** Without the sign, for columns whose head has it. */
    share: (value: string) => formatNumber(value, language, { places: 2, minPlaces: 2 }),
    nodePoints: (value: NodePoints) =>
      value.kind === 'known' ? formatInterval(value, points) : words.atLeast(points(value.atLeast)),
    isOpen: (value: NodePoints) => value.kind === 'unknown' || !isSettled(value),
  }
}
