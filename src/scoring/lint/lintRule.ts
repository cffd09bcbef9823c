import type { Metric } from '../../model/ruleSet.ts'
import type { BestOfRule, EmptyPolicy, Rule, SumRule } from '../../model/rules.ts'
import { compare, parseExact, type Rational, sum, zero } from '../exact.ts'
import type { RuleFigure } from '../rules/ruleKind.ts'
import { kindOf } from '../rules/ruleKinds.ts'
import { lintKind } from './lintKind.ts'
import { lintPointBands } from './lintPointBands.ts'
import { en, type Report, vi } from './report.ts'
import type { RulePlace } from './rulePlaces.ts'

/**
 * One rule: the figures it looks at, its own numbers, and what it can earn at least and at most.
 * @param report also told nothing about parts, which come as places of their own
 */
export function lintRule(place: RulePlace, metrics: ReadonlyMap<string, Metric>, report: Report): void {
  const { rule, path } = place
  if (rule.kind === 'sum') {
    reportParts(rule, place, report)
    return
  }
  if (rule.kind === 'bestOf') {
    reportCases(rule, place, report)
    return
  }
  const figures = kindOf(rule).figures(rule)
  for (const figure of figures) reportFigure(figure, path, metrics, report)
  if (place.role === 'part' && policiesOf(rule).includes('notApplicable'))
    report.error(path, 'part-not-applicable', {
      vi: 'một phần của tổng không thể “không áp dụng”; tách thành tiêu chí riêng',
      en: 'a part of a sum cannot be "not applicable"; make it a criterion of its own',
    })
  let sound = true
  lintKind(place, metrics, {
    error: (...finding) => {
      sound = false
      report.error(...finding)
    },
    warning: report.warning,
  })
  lintPointBands(place, metrics, report)
  // Rules with wrong numbers have wrong bounds, too; those were named.
  if (sound) reportBounds(place, report)
  reportRoles(place, figures, metrics, report)
}

const wanted: Readonly<Record<RuleFigure['wants'], { readonly vi: string; readonly en: string }>> = {
  amount: { vi: 'số đếm, tỷ lệ hoặc số', en: 'a count, percentage or number' },
  flag: { vi: 'loại có/không', en: 'a yes/no flag' },
  date: { vi: 'ngày', en: 'a date' },
  option: { vi: 'một lựa chọn', en: 'an option' },
  numeric: { vi: 'một con số', en: 'a number' },
}

function reportFigure(
  { metricId, path, wants }: RuleFigure,
  at: string,
  metrics: ReadonlyMap<string, Metric>,
  report: Report,
) {
  const metric = metrics.get(metricId)
  if (!metric) {
    report.error(`${at}.${path}`, 'unknown-metric', {
      vi: `không có số liệu “${metricId}” trong mục metrics của bộ chỉ số`,
      en: `there is no metric "${metricId}" in this rule set's metrics`,
    })
    return
  }
  const { valueType } = metric
  const isAmount = valueType === 'count' || valueType === 'percent' || valueType === 'number'
  const fits = wants === 'numeric' ? valueType !== 'date' : wants === (isAmount ? 'amount' : valueType)
  if (!fits)
    report.error(`${at}.${path}`, 'wrong-value-type', {
      vi: `cách tính này cần ${wanted[wants].vi}, số liệu “${metric.name}” lại là ${typeNames[metric.valueType].vi}`,
      en: `this rule needs ${wanted[wants].en}, metric "${metric.name}" is ${typeNames[metric.valueType].en}`,
    })
}

const typeNames: Readonly<Record<Metric['valueType'], { readonly vi: string; readonly en: string }>> = {
  count: { vi: 'số đếm', en: 'a count' },
  percent: { vi: 'tỷ lệ', en: 'a percentage' },
  number: { vi: 'số', en: 'a number' },
  flag: wanted.flag,
  date: wanted.date,
  option: wanted.option,
}

/** What a rule gives where it cannot measure; a ratio says it of missing figures as well. */
function policiesOf(rule: Rule): readonly EmptyPolicy[] {
  const own = 'measure' in rule && rule.measure.of === 'percent' ? [rule.measure.whenDenominatorZero] : []
  switch (rule.kind) {
    case 'ratio':
      return [rule.whenDenominatorZero, rule.whenMissing]
    case 'surveyOptions':
      return [rule.whenNoAnswers]
    case 'growth':
      return [rule.whenPreviousZero]
    case 'formula':
      return [rule.whenUndefined]
    default:
      return own
  }
}

function reportParts(rule: SumRule, { path, maxPoints }: RulePlace, report: Report) {
  const parts = sum(rule.parts.map(part => parseExact(part.maxPoints)))
  if (maxPoints !== null && compare(parts, parseExact(maxPoints)) !== 0)
    report.error(`${path}.parts`, 'sum-of-parts', {
      vi: `điểm tối đa các phần cộng lại là ${vi(parts)}, khác điểm tối đa ${vi(maxPoints)}`,
      en: `the parts' maxima add up to ${en(parts)}, not to the maximum ${en(maxPoints)}`,
    })
}

/** Cases stay within the maximum, one of them reaches it, and each of them can win. */
function reportCases(rule: BestOfRule, { path, maxPoints }: RulePlace, report: Report) {
  const max = maxPoints === null ? null : parseExact(maxPoints)
  rule.cases.forEach((each, index) => {
    if (max && compare(parseExact(each.maxPoints), max) > 0)
      report.error(`${path}.cases[${index}].maxPoints`, 'above-maximum', {
        vi: `trường hợp “${each.label}” tối đa ${vi(each.maxPoints)} điểm, vượt điểm tối đa ${vi(max)}`,
        en: `case "${each.label}" gives up to ${en(each.maxPoints)} points, above the maximum ${en(max)}`,
      })
  })
  if (max && rule.cases.every(each => compare(parseExact(each.maxPoints), max) < 0))
    report.warning(`${path}.cases`, 'maximum-unreachable', {
      vi: `không trường hợp nào đạt điểm tối đa ${vi(max)}`,
      en: `no case reaches the maximum ${en(max)}`,
    })
  const bounds = rule.cases.map(each => kindOf(each.rule).bounds(each.rule, parseExact(each.maxPoints)))
  bounds.forEach((own, index) => {
    const better = bounds.findIndex((other, place) => {
      if (place === index || compare(own.most, other.least) > 0) return false
      // Of two that always give the same only the later one is idle.
      return place < index || compare(other.most, own.least) > 0
    })
    if (better >= 0)
      report.warning(`${path}.cases[${index}]`, 'unreachable-case', {
        vi: `trường hợp ${index + 1} không bao giờ hơn trường hợp ${better + 1}`,
        en: `case ${index + 1} is never better than case ${better + 1}`,
      })
  })
}

/** More than the maximum or less than nothing refuses a rule; a maximum nobody can reach is only said. */
function reportBounds({ rule, path, maxPoints, owner }: RulePlace, report: Report) {
  if (maxPoints === null || rule.kind === 'monitor') return
  const max = parseExact(maxPoints)
  if (compare(max, zero) < 0) return
  const { least, most } = kindOf(rule).bounds(rule, max)
  if (compare(least, most) > 0) {
    report.error(path, 'least-above-most', {
      vi: `điểm thấp nhất ${vi(least)} lớn hơn điểm cao nhất ${vi(most)}`,
      en: `the least points ${en(least)} are more than the most ${en(most)}`,
    })
    return
  }
  if (compare(most, max) > 0)
    report.error(path, 'above-maximum', {
      vi: `có thể được ${vi(most)} điểm, vượt điểm tối đa ${vi(max)}`,
      en: `can earn ${en(most)} points, above the maximum ${en(max)}`,
    })
  if (compare(least, zero) < 0 && (rule.kind !== 'bonusPenalty' || 'ceiling' in owner))
    report.error(path, 'below-zero', {
      vi: `có thể bị ${vi(least)} điểm; chỉ cách tính cộng, trừ điểm (bonusPenalty) trong cây tiêu chí được dưới 0`,
      en: `can earn ${en(least)} points; only bonusPenalty inside the tree may fall below 0`,
    })
  if (compare(most, max) < 0) reportUnreachable(path, most, max, report)
}

function reportUnreachable(path: string, most: Rational, max: Rational, report: Report) {
  report.warning(path, 'maximum-unreachable', {
    vi: `nhiều nhất được ${vi(most)} điểm, không bao giờ đạt điểm tối đa ${vi(max)}`,
    en: `earns ${en(most)} points at most and never reaches the maximum ${en(max)}`,
  })
}

const lists: readonly Rule['kind'][] = [
  'checklist',
  'deduction',
  'bonusPenalty',
  'surveyOptions',
  'weightedMean',
  'everyOccurrence',
]

/** A metric that works against itself, counts twice or is scored against its own direction. */
function reportRoles(
  { rule, path }: RulePlace,
  figures: readonly RuleFigure[],
  metrics: ReadonlyMap<string, Metric>,
  report: Report,
) {
  figures.forEach((figure, index) => {
    const { metricId } = figure
    const name = metrics.get(metricId)?.name ?? metricId
    const trend = kindOf(rule).trend(rule, metricId)
    const again = figures.findIndex(other => other.metricId === metricId) < index
    const against = (trend === 'mixed' && rule.kind !== 'formula') || rule.kind === 'lateness'
    if (again && against)
      report.warning(`${path}.${figure.path}`, 'metric-against-itself', {
        vi: `“${name}” đứng ở hai vai trò ngược nhau trong cùng một cách tính`,
        en: `"${name}" stands in two opposite roles of one rule`,
      })
    else if (again && lists.includes(rule.kind))
      report.warning(`${path}.${figure.path}`, 'metric-counted-twice', {
        vi: `“${name}” được tính hai lần trong cùng một cách tính`,
        en: `"${name}" counts twice in one rule`,
      })
    const direction = metrics.get(metricId)?.direction
    // What a figure is measured against has no better end of its own.
    if (!direction || again || rule.kind === 'monitor' || /denominator/i.test(figure.path)) return
    if (trend === (direction === 'higherIsBetter' ? 'falling' : 'rising'))
      report.warning(`${path}.${figure.path}`, 'direction-against-metric', {
        vi: `“${name}” ${direction === 'higherIsBetter' ? 'càng cao' : 'càng thấp'} càng tốt nhưng cách tính này cho điểm ngược lại`,
        en: `"${name}" is better when ${direction === 'higherIsBetter' ? 'higher' : 'lower'}, yet this rule scores it the other way`,
      })
  })
}
