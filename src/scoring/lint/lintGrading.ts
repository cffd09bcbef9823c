import type { Band, RuleSet } from '../../model/ruleSet.ts'
import { compare, hundred, parseExact, zero } from '../exact.ts'
import { en, type Report, vi } from './report.ts'

/** Grade bands, flags that force one and quotas that cap one. */
export function lintGrading(ruleSet: RuleSet, report: Report): void {
  reportThresholds(ruleSet, report)
  const bands = new Map(ruleSet.bands.map(band => [band.id, band]))
  const checkBand = (id: string, at: string) => {
    if (!bands.has(id))
      report.error(at, 'unknown-band', {
        vi: `không có mức xếp loại “${id}”`,
        en: `there is no band "${id}"`,
      })
  }
  ruleSet.grading?.overrides?.forEach((override, index) => {
    const at = `grading.overrides[${index}]`
    checkBand(override.bandId, `${at}.bandId`)
    const metric = ruleSet.metrics.find(each => each.id === override.metric)
    if (!metric)
      report.error(`${at}.metric`, 'unknown-metric', {
        vi: `không có số liệu “${override.metric}” trong mục metrics của bộ chỉ số`,
        en: `there is no metric "${override.metric}" in this rule set's metrics`,
      })
    else if (metric.valueType !== 'flag')
      report.error(`${at}.metric`, 'wrong-value-type', {
        vi: `“${metric.name}” quyết định xếp loại nên phải là số liệu có/không`,
        en: `"${metric.name}" decides a band, so it must be a yes/no flag`,
      })
  })
  ruleSet.grading?.quotas?.forEach((quota, index) => {
    const at = `grading.quotas[${index}]`
    checkBand(quota.bandId, `${at}.bandId`)
    quota.ofBandIds.forEach((id, place) => {
      checkBand(id, `${at}.ofBandIds[${place}]`)
    })
    checkBand(quota.toBandId, `${at}.toBandId`)
    const percent = parseExact(quota.maxPercent)
    if (compare(percent, zero) < 0 || compare(percent, hundred) > 0)
      report.error(`${at}.maxPercent`, 'percent-outside', {
        vi: `tỷ lệ tối đa phải từ 0 đến 100%, đang là ${vi(quota.maxPercent)}%`,
        en: `the quota must lie between 0 and 100%, not ${en(quota.maxPercent)}%`,
      })
    const [from, to] = [bands.get(quota.bandId), bands.get(quota.toBandId)]
    if (from && to && compare(parseExact(to.fromPercent), parseExact(from.fromPercent)) >= 0)
      report.error(`${at}.toBandId`, 'quota-upwards', {
        vi: `vượt tỷ lệ thì phải xuống mức thấp hơn “${from.name}”, không phải “${to.name}”`,
        en: `agencies over the quota must fall below "${from.name}", not to "${to.name}"`,
      })
  })
}

/** Bands stand from the best down, each with a threshold of its own, the last from 0. */
function reportThresholds({ bands, adjustments = [] }: RuleSet, report: Report) {
  const hasBonus = adjustments.some(adjustment => adjustment.effect === 'bonus')
  bands.forEach((band, index) => {
    const at = `bands[${index}].fromPercent`
    if (compare(parseExact(band.fromPercent), hundred) > 0 && !hasBonus)
      report.warning(at, 'band-unreachable', {
        vi: `“${band.name}” từ ${vi(band.fromPercent)}% nhưng không có điểm thưởng để vượt 100%`,
        en: `"${band.name}" begins at ${en(band.fromPercent)}%, yet no bonus leads past 100%`,
      })
    const above = bands[index - 1]
    if (above === undefined) return
    const order = compare(parseExact(band.fromPercent), parseExact(above.fromPercent))
    if (order === 0)
      report.error(at, 'band-overlap', {
        vi: `hai mức xếp loại cùng bắt đầu từ ${vi(band.fromPercent)}%`,
        en: `two bands start at ${en(band.fromPercent)}%`,
      })
    else if (order > 0)
      report.error(at, 'band-order', {
        vi: `“${band.name}” từ ${vi(band.fromPercent)}% phải đứng trên “${above.name}” từ ${vi(above.fromPercent)}%`,
        en: `"${band.name}" from ${en(band.fromPercent)}% must stand above "${above.name}" from ${en(above.fromPercent)}%`,
      })
  })
  const lowest = lowestOf(bands)
  if (lowest && compare(parseExact(lowest.fromPercent), zero) !== 0)
    report.warning(`bands[${bands.indexOf(lowest)}].fromPercent`, 'lowest-band-not-zero', {
      vi: `mức thấp nhất “${lowest.name}” bắt đầu từ ${vi(lowest.fromPercent)}%, không phải 0%; kết quả thấp hơn không có xếp loại`,
      en: `the lowest band "${lowest.name}" begins at ${en(lowest.fromPercent)}%, not at 0%; lower results have no grade`,
    })
}

function lowestOf(bands: readonly Band[]): Band | undefined {
  return bands.toSorted((a, b) => compare(parseExact(a.fromPercent), parseExact(b.fromPercent)))[0]
}
