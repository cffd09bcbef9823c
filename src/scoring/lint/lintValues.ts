import type { Bilingual } from '../../model/provenance.ts'
import type { Metric, RuleSet } from '../../model/ruleSet.ts'
import type { ChoiceRule, LatenessRule, Rule } from '../../model/rules.ts'
import type { MetricValue } from '../../model/submission.ts'
import { compare, hundred, larger, parseExact, type Rational, zero } from '../exact.ts'
import { kindOf } from '../rules/ruleKinds.ts'
import { outside, spans } from './lintCalendars.ts'
import { formulaResult } from './lintFormula.ts'
import { en, type Report, vi } from './report.ts'
import { type RulePlace, rulePlaces } from './rulePlaces.ts'

/** Entered figures by metric, with their places. */
type Entered = ReadonlyMap<string, { readonly value: string; readonly at: string }>

/**
 * Figures against the metrics and rules they answer.
 * @param path place of the list in its file
 */
export function lintValues(
  values: readonly MetricValue[],
  ruleSet: RuleSet,
  path: string,
  report: Report,
): void {
  const metrics = new Map(ruleSet.metrics.map(metric => [metric.id, metric]))
  const places = rulePlaces(ruleSet)
  const seen = new Set<string>()
  const entered = new Map<string, { value: string; at: string }>()
  values.forEach((entry, index) => {
    const at = `${path}[${index}]`
    const metric = metrics.get(entry.metricId)
    if (!metric) report.error(`${at}.metricId`, 'unknown-metric', unknownMetric(entry.metricId))
    if (seen.has(entry.metricId))
      report.error(`${at}.metricId`, 'duplicate-value', {
        vi: `số liệu “${entry.metricId}” có hai giá trị`,
        en: `metric "${entry.metricId}" has two values`,
      })
    seen.add(entry.metricId)
    if (!metric || entry.state !== 'entered') return
    const fault = faultOf(metric, entry.value)
    if (fault) report.error(`${at}.value`, fault.code, fault.message)
    else entered.set(entry.metricId, { value: entry.value, at: `${at}.value` })
  })
  const above = new Set<string>()
  const negative = new Set<string>()
  for (const place of places) {
    const { rule } = place
    if (rule.kind === 'choice') reportOption(rule, entered, metrics, report)
    if (rule.kind === 'lateness') reportDates(rule, ruleSet, entered, report)
    if (rule.kind === 'formula') reportResult(place, entered, report)
    reportShare(rule, entered, metrics, above, report)
    reportNegative(rule, entered, metrics, negative, report)
  }
}

/** Rules that count something: less than nothing would earn points nobody meant to give. */
const counting: readonly Rule['kind'][] = [
  'ratio',
  'monitor',
  'perUnit',
  'deduction',
  'bonusPenalty',
  'surveyOptions',
]

function reportNegative(
  rule: Rule,
  entered: Entered,
  metrics: ReadonlyMap<string, Metric>,
  reported: Set<string>,
  report: Report,
): void {
  if (!counting.includes(rule.kind)) return
  for (const { metricId } of kindOf(rule).figures(rule)) {
    const figure = entered.get(metricId)
    const isNegative = figure?.value.startsWith('-') && /[1-9]/.test(figure.value)
    if (!figure || !isNegative || reported.has(metricId)) continue
    reported.add(metricId)
    const name = metrics.get(metricId)?.name ?? metricId
    report.error(figure.at, 'negative-figure', {
      vi: `“${name}” được đếm nên không thể âm, đang là ${vi(figure.value)}`,
      en: `"${name}" is counted, so it cannot be negative: ${en(figure.value)}`,
    })
  }
}

/** There is no such metric. */
export function unknownMetric(metricId: string): Bilingual {
  return {
    vi: `bộ chỉ số không có số liệu “${metricId}”`,
    en: `the rule set has no metric "${metricId}"`,
  }
}

const isDate = (value: string) => /^\d{4}-\d{2}-\d{2}$/.test(value)

/** Why a value is none of its metric; null when it is one. */
function faultOf(
  { name, unit, valueType }: Metric,
  value: string,
): { code: string; message: Bilingual } | null {
  const fault = (code: string, must: Bilingual) => ({
    code,
    message: {
      vi: `“${name}” ${must.vi}, đang là “${isDate(value) ? value : vi(value)}”`,
      en: `"${name}" ${must.en}, not "${value}"`,
    },
  })
  switch (valueType) {
    case 'count':
      if (/^\d+$/.test(value)) return null
      return fault('not-a-count', {
        vi: `phải là số nguyên không âm (${unit})`,
        en: `must be a whole number of ${unit}`,
      })
    case 'percent':
      if (!isDate(value) && isPercent(value)) return null
      return fault('not-a-percentage', { vi: 'phải từ 0 đến 100', en: 'must lie between 0 and 100' })
    case 'flag':
      if (value === '0' || value === '1') return null
      return fault('not-a-flag', { vi: 'chỉ nhận 1 (có) hoặc 0 (không)', en: 'must be 1 (yes) or 0 (no)' })
    case 'date':
      if (isDate(value)) return null
      return fault('not-a-date', {
        vi: 'phải là ngày dạng năm-tháng-ngày, ví dụ 2026-03-05',
        en: 'must be a date such as 2026-03-05',
      })
    case 'number':
      return isDate(value) ? fault('not-a-number', { vi: 'phải là số', en: 'must be a number' }) : null
    case 'option':
      if (!isDate(value)) return null
      return fault('not-an-option', {
        vi: 'phải là giá trị của một lựa chọn',
        en: 'must be the value of an option',
      })
  }
}

function isPercent(value: string): boolean {
  const percent = parseExact(value)
  return compare(percent, zero) >= 0 && compare(percent, hundred) <= 0
}

function reportOption(
  { metric, options }: ChoiceRule,
  entered: Entered,
  metrics: ReadonlyMap<string, Metric>,
  report: Report,
) {
  const found = entered.get(metric)
  const named = metrics.get(metric)
  if (!found || named?.valueType !== 'option') return
  const value = parseExact(found.value)
  if (options.some(option => compare(parseExact(option.value), value) === 0)) return
  const known = options.map(option => option.value)
  report.error(found.at, 'not-an-option', {
    vi: `“${named.name}” chỉ nhận ${known.map(vi).join('; ')}, đang là ${vi(found.value)}`,
    en: `"${named.name}" must be one of ${known.join('; ')}, not ${found.value}`,
  })
}

/** Working days cannot be counted past the calendar; what was done in time needs none. */
function reportDates(rule: LatenessRule, { calendars = [] }: RuleSet, entered: Entered, report: Report) {
  const calendar = calendars.find(each => each.id === rule.calendar)
  if (!calendar) return
  const since = 'date' in rule.since ? { value: rule.since.date, at: null } : entered.get(rule.since.metric)
  const done = entered.get(rule.done)
  if (since && done && done.value <= since.value) return
  for (const date of [since, done])
    if (date?.at && isDate(date.value) && !spans(calendar, date.value))
      report.error(date.at, 'outside-calendar', outside(date.value, calendar))
}

function reportResult({ rule, maxPoints, owner }: RulePlace, entered: Entered, report: Report) {
  if (rule.kind !== 'formula' || rule.aboveMaximum !== 'refuse' || maxPoints === null) return
  const result = formulaResult(rule, metricId => numberAt(entered, metricId))
  const [first] = rule.variables
  if (!result || !first || compare(result, parseExact(maxPoints)) <= 0) return
  report.error(entered.get(first.metric)?.at ?? '', 'result-above-maximum', {
    vi: `“${owner.name}” tính ra ${vi(result)} điểm, vượt điểm tối đa ${vi(maxPoints)}; kiểm tra lại số liệu`,
    en: `"${owner.name}" comes to ${en(result)} points, above the maximum ${en(maxPoints)}; check the figures`,
  })
}

/** More was counted than there is; targets above 100% expect that. */
function reportShare(
  rule: Rule,
  entered: Entered,
  metrics: ReadonlyMap<string, Metric>,
  said: Set<string>,
  report: Report,
) {
  if (rule.kind !== 'ratio' && rule.kind !== 'monitor') return
  if (rule.kind === 'ratio' && compare(parseExact(rule.targetPercent), hundred) > 0) return
  const { numerator, denominator } = rule
  const denominators = [
    denominator,
    ...(rule.kind === 'ratio' && rule.orDenominator ? [rule.orDenominator] : []),
  ]
  if ([numerator, ...denominators].some(id => metrics.get(id)?.valueType !== 'count')) return
  const top = numberAt(entered, numerator)
  const bottoms = denominators.flatMap(id => numberAt(entered, id) ?? [])
  const [first] = bottoms
  const at = entered.get(numerator)?.at
  if (!top || !first || !at || said.has(at)) return
  const bottom = bottoms.reduce(larger, first)
  if (compare(top, bottom) <= 0) return
  said.add(at)
  report.warning(at, 'numerator-above-denominator', {
    vi: `“${nameOf(numerator)}” là ${vi(top)}, nhiều hơn “${nameOf(denominator)}” là ${vi(bottom)}`,
    en: `"${nameOf(numerator)}" is ${en(top)}, more than "${nameOf(denominator)}", which is ${en(bottom)}`,
  })

  function nameOf(metricId: string) {
    return metrics.get(metricId)?.name ?? metricId
  }
}

function numberAt(entered: Entered, metricId: string): Rational | null {
  const value = entered.get(metricId)?.value
  return value === undefined || isDate(value) ? null : parseExact(value)
}
