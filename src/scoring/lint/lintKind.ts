import type { Decimal } from '../../model/exact.ts'
import type { Metric } from '../../model/ruleSet.ts'
import type {
  ChoiceRule,
  DeductionRule,
  LeaderRule,
  SurveyMeanRule,
  SurveyOptionsRule,
  WeightedMeanRule,
} from '../../model/rules.ts'
import { compare, hundred, isZero, parseExact, sum, zero } from '../exact.ts'
import { lintFormula } from './lintFormula.ts'
import { lintRatio } from './lintRatio.ts'
import { en, type Report, vi } from './report.ts'
import type { RulePlace } from './rulePlaces.ts'

/** What only one kind of rule can have wrong. */
export function lintKind(place: RulePlace, metrics: ReadonlyMap<string, Metric>, report: Report): void {
  const { rule, path, maxPoints, owner, ownerPath } = place
  switch (rule.kind) {
    case 'ratio':
      lintRatio({ ...place, rule }, metrics, report)
      return
    case 'formula':
      lintFormula({ ...place, rule }, report)
      return
    case 'choice':
      reportOptions(rule, path, report)
      return
    case 'checklist':
      reportNegative(
        rule.items.map(item => item.points),
        index => `${path}.items[${index}].points`,
        report,
      )
      return
    case 'perUnit':
      if (compare(parseExact(rule.pointsPerUnit), zero) <= 0)
        report.error(`${path}.pointsPerUnit`, 'wrong-sign', {
          vi: `mỗi đơn vị phải được hơn 0 điểm, đang là ${vi(rule.pointsPerUnit)}; muốn trừ điểm thì dùng “deduction”`,
          en: `a unit must earn more than 0 points, not ${en(rule.pointsPerUnit)}; use "deduction" to take points away`,
        })
      return
    case 'deduction':
      reportDeductions(rule, path, report)
      return
    case 'bonusPenalty':
      reportNegative(
        rule.items.map(item => item.points),
        index => `${path}.items[${index}].points`,
        report,
      )
      return
    case 'surveyMean':
      reportScale(rule, path, report)
      return
    case 'surveyOptions':
      reportWeights(rule, path, report)
      return
    case 'weightedMean':
      reportMean(rule, path, report)
      return
    case 'leader':
      reportLeader(rule, path, report)
      return
    case 'minMax':
      reportPercent(rule.percentAtWorst, `${path}.percentAtWorst`, report)
      return
    case 'monitor':
      if (maxPoints === null || !isZero(parseExact(maxPoints)))
        report.error(`${ownerPath}.maxPoints`, 'monitor-with-points', {
          vi: `“${owner.name}” chỉ theo dõi nên điểm tối đa phải là 0`,
          en: `"${owner.name}" is watched only, so its maximum must be 0`,
        })
      return
  }
}

function reportOptions({ options }: ChoiceRule, path: string, report: Report) {
  options.forEach(({ value, label }, index) => {
    const earlier = options.find(
      (other, place) => place < index && compare(parseExact(other.value), parseExact(value)) === 0,
    )
    if (earlier)
      report.error(`${path}.options[${index}].value`, 'duplicate-option', {
        vi: `“${earlier.label}” và “${label}” cùng giá trị ${vi(value)} nên “${label}” không bao giờ được chọn`,
        en: `"${earlier.label}" and "${label}" have the same value ${en(value)}, so "${label}" is never chosen`,
      })
  })
}

function reportNegative(points: readonly Decimal[], pathOf: (index: number) => string, report: Report) {
  points.forEach((each, index) => {
    if (compare(parseExact(each), zero) < 0)
      report.error(pathOf(index), 'wrong-sign', {
        vi: `số điểm hoặc trọng số không được âm, đang là ${vi(each)}`,
        en: `points and weights must not be negative, this is ${en(each)}`,
      })
  })
}

function reportDeductions({ items }: DeductionRule, path: string, report: Report) {
  items.forEach(({ each }, index) => {
    const [field, value] =
      'points' in each ? (['points', each.points] as const) : (['percentOfMax', each.percentOfMax] as const)
    reportNegative([value], () => `${path}.items[${index}].each.${field}`, report)
  })
}

function reportScale({ scaleFrom, scaleTo }: SurveyMeanRule, path: string, report: Report) {
  if (compare(parseExact(scaleFrom), parseExact(scaleTo)) === 0)
    report.error(`${path}.scaleTo`, 'equal-ends', {
      vi: `thang điểm khảo sát có hai đầu cùng là ${vi(scaleTo)}`,
      en: `both ends of the survey's scale are ${en(scaleTo)}`,
    })
}

function reportWeights({ options }: SurveyOptionsRule, path: string, report: Report) {
  options.forEach((option, index) => {
    reportPercent(option.weightPercent, `${path}.options[${index}].weightPercent`, report)
  })
}

function reportMean({ terms, scaleTo }: WeightedMeanRule, path: string, report: Report) {
  reportNegative(
    terms.map(term => term.weight),
    index => `${path}.terms[${index}].weight`,
    report,
  )
  const weights = sum(terms.map(term => parseExact(term.weight)))
  if (isZero(weights))
    report.error(`${path}.terms`, 'divide-by-zero', {
      vi: 'các trọng số cộng lại bằng 0 nên không tính được trung bình',
      en: 'the weights add up to 0, so there is no mean',
    })
  else if (compare(weights, hundred) !== 0)
    report.warning(`${path}.terms`, 'weights-not-100', {
      vi: `các trọng số cộng lại là ${vi(weights)}, không phải 100`,
      en: `the weights add up to ${en(weights)}, not to 100`,
    })
  if (compare(parseExact(scaleTo), zero) <= 0)
    report.error(`${path}.scaleTo`, 'scale-not-positive', {
      vi: `đầu trên của thang điểm phải lớn hơn 0, đang là ${vi(scaleTo)}`,
      en: `the upper end of the scale must be above 0, not ${en(scaleTo)}`,
    })
}

function reportLeader(rule: LeaderRule, path: string, report: Report) {
  if (compare(parseExact(rule.target), zero) <= 0)
    report.error(`${path}.target`, 'target-not-positive', {
      vi: `mục tiêu phải lớn hơn 0, đang là ${vi(rule.target)}`,
      en: `the target must be above 0, not ${en(rule.target)}`,
    })
  reportPercent(rule.percentAtTarget, `${path}.percentAtTarget`, report)
}

function reportPercent(value: Decimal, at: string, report: Report) {
  const percent = parseExact(value)
  if (compare(percent, zero) < 0 || compare(percent, hundred) > 0)
    report.error(at, 'percent-outside', {
      vi: `phải từ 0 đến 100%, đang là ${vi(value)}%`,
      en: `must lie between 0 and 100%, not ${en(value)}%`,
    })
}
