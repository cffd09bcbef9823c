import type {
  BonusPenaltyRule,
  ChecklistRule,
  ChoiceRule,
  DeductionRule,
  EveryOccurrenceRule,
  PerUnitRule,
  SurveyMeanRule,
  SurveyOptionsRule,
  WeightedMeanRule,
  YesNoRule,
} from '../../model/rules.ts'
import { divide, formatExact, hundred, multiply, parseExact, sum } from '../exact.ts'
import { plainKindOf } from '../rules/plainKinds.ts'
import {
  absenceCode,
  fixedRange,
  missing,
  notApplicable,
  policyCode,
  type RuleCells,
  type RulePlace,
  type RuleScene,
  ruleCells,
  wholeRange,
} from './ruleCells.ts'
import { added, all, any, literal } from './workings.ts'

export function yesNoCells(rule: YesNoRule, scene: RuleScene, place: RulePlace): RuleCells {
  const { state, value } = scene.figure(rule.metric)
  const code = absenceCode([state], place.states, true)
  return ruleCells(scene, place, code, `IF(${value}=1,${literal(place.maxPoints)},0)`, wholeRange(place))
}

export function choiceCells(rule: ChoiceRule, scene: RuleScene, place: RulePlace): RuleCells {
  const { state, value } = scene.figure(rule.metric)
  const points = added(rule.options.map(each => `(${value}=${literal(each.value)})*${literal(each.points)}`))
  const range = fixedRange(plainKindOf(rule).bounds(rule, parseExact(place.maxPoints)))
  return ruleCells(scene, place, absenceCode([state], place.states, true), points, range)
}

export function checklistCells(rule: ChecklistRule, scene: RuleScene, place: RulePlace): RuleCells {
  const { put } = scene.workings
  const items = rule.items.map(({ metric, points }) => ({ ...scene.figure(metric), worth: literal(points) }))
  const states = items.map(item => item.state)
  // The figure of an item that was not entered is 0.
  const sure = put(
    `${place.label}: các nội dung đạt`,
    added(items.map(({ value, worth }) => `(${value}<>0)*${worth}`)),
  )
  const open = added(items.map(({ state, worth }) => `(${state}<>0)*${worth}`))
  return ruleCells(scene, place, absenceCode(states, place.states, false), sure, {
    least: sure,
    most: put(`${place.label}: nhiều nhất`, `${sure}+${open}`),
  })
}

export function perUnitCells(rule: PerUnitRule, scene: RuleScene, place: RulePlace): RuleCells {
  const { state, value } = scene.figure(rule.metric)
  const cap = literal(rule.cap ?? place.maxPoints)
  const points = `MAX(0,MIN(${cap},${value}*${literal(rule.pointsPerUnit)}))`
  return ruleCells(scene, place, absenceCode([state], place.states, true), points, { least: '0', most: cap })
}

export function deductionCells(rule: DeductionRule, scene: RuleScene, place: RulePlace): RuleCells {
  const max = parseExact(place.maxPoints)
  const floor = literal(rule.floor ?? '0')
  const items = rule.items.map(({ metric, each }) => ({
    ...scene.figure(metric),
    each:
      'points' in each
        ? literal(each.points)
        : literal(formatExact(divide(multiply(parseExact(each.percentOfMax), max), hundred))),
  }))
  const lost = added(items.map(({ value, each }) => `${value}*${each}`))
  const sure = scene.workings.put(
    `${place.label}: điểm còn lại`,
    `MAX(${floor},${literal(place.maxPoints)}-(${lost}))`,
  )
  const code = absenceCode(
    items.map(item => item.state),
    place.states,
    false,
  )
  return ruleCells(scene, place, code, sure, { least: floor, most: sure })
}

export function bonusPenaltyCells(rule: BonusPenaltyRule, scene: RuleScene, place: RulePlace): RuleCells {
  const { put } = scene.workings
  const items = rule.items.map(item => ({ ...scene.figure(item.metric), ...item }))
  const [least, most] = [literal(rule.least), literal(rule.most)]
  const terms = items
    .map(({ value, effect, points }) => `${effect === 'bonus' ? '+' : '-'}${value}*${literal(points)}`)
    .join('')
  const sure = put(
    `${place.label}: cộng và trừ`,
    `MAX(${least},MIN(${most},${literal(rule.base ?? '0')}${terms}))`,
  )
  const absent = (effect: 'bonus' | 'penalty') =>
    any(items.filter(item => item.effect === effect).map(({ state }) => `${state}<>0`))
  const code = absenceCode(
    items.map(item => item.state),
    place.states,
    false,
  )
  return ruleCells(scene, place, code, sure, {
    least: put(`${place.label}: ít nhất`, `IF(${absent('penalty')},${least},${sure})`),
    most: put(`${place.label}: nhiều nhất`, `IF(${absent('bonus')},${most},${sure})`),
  })
}

export function surveyMeanCells(rule: SurveyMeanRule, scene: RuleScene, place: RulePlace): RuleCells {
  const { state, value } = scene.figure(rule.metric)
  const [from, to, max] = [literal(rule.scaleFrom), literal(rule.scaleTo), literal(place.maxPoints)]
  const points = `MAX(0,MIN(${max},(${value}-${from})/(${to}-${from})*${max}))`
  return ruleCells(scene, place, absenceCode([state], place.states, true), points, wholeRange(place))
}

export function surveyOptionsCells(rule: SurveyOptionsRule, scene: RuleScene, place: RulePlace): RuleCells {
  const { put } = scene.workings
  const options = rule.options.map(({ metric, weightPercent }) => ({
    ...scene.figure(metric),
    weight: literal(weightPercent),
  }))
  const states = options.map(option => option.state)
  const absent = put(`${place.label}: thiếu số liệu`, absenceCode(states, place.states, true))
  const answers = put(`${place.label}: số trả lời`, added(options.map(option => option.value)))
  const weighted = added(options.map(({ value, weight }) => `${value}*${weight}`))
  const code = `IF(${absent}<>0,${absent},IF(${answers}=0,${policyCode(rule.whenNoAnswers)},0))`
  const points = `(${weighted})/IF(${answers}=0,1,${answers})/100*${literal(place.maxPoints)}`
  return ruleCells(
    scene,
    place,
    code,
    points,
    fixedRange(plainKindOf(rule).bounds(rule, parseExact(place.maxPoints))),
  )
}

export function weightedMeanCells(rule: WeightedMeanRule, scene: RuleScene, place: RulePlace): RuleCells {
  const terms = rule.terms.map(({ metric, weight }) => ({ ...scene.figure(metric), weight: literal(weight) }))
  const weights = literal(formatExact(sum(rule.terms.map(term => parseExact(term.weight)))))
  const max = literal(place.maxPoints)
  const whole = added(terms.map(({ value, weight }) => `${value}*${weight}`))
  const code = absenceCode(
    terms.map(term => term.state),
    place.states,
    true,
  )
  const points = `MAX(0,MIN(${max},(${whole})/${weights}/${literal(rule.scaleTo)}*${max}))`
  return ruleCells(scene, place, code, points, wholeRange(place))
}

export function everyOccurrenceCells(
  rule: EveryOccurrenceRule,
  scene: RuleScene,
  place: RulePlace,
): RuleCells {
  const { put } = scene.workings
  const { label, states } = place
  const max = literal(place.maxPoints)
  // 0 late, 1 in time, 2 open with a missing figure, 3 open with one kept back, 4 does not apply.
  const verdicts = rule.items.map(item => {
    const figures = item.metrics.map(metricId => scene.figure(metricId))
    const none = all(figures.map(({ state }) => `${state}=${notApplicable}`))
    const late = any(figures.map(({ state, value }) => `AND(${state}=0,${value}=0)`))
    const open = any(figures.map(({ state }) => `${state}=${missing}`))
    const kept = any(figures.map(({ state }) => `${state}=2`))
    return put(`${label}: ${item.label}`, `IF(${none},4,IF(${late},0,IF(${open},2,IF(${kept},3,1))))`)
  })
  const count = (...codes: readonly number[]) =>
    added(verdicts.flatMap(verdict => codes.map(code => `(${verdict}=${code})*1`)))
  const applying = put(`${label}: số nội dung xét`, count(0, 1, 2, 3))
  const inTime = put(`${label}: số nội dung đúng hạn`, count(1))
  const open = put(`${label}: số nội dung chưa rõ`, count(2, 3))
  const worth = (done: string) => `(${done})/IF(${applying}=0,1,${applying})*${max}`
  const absent = `IF(${any(verdicts.map(each => `${each}=2`))},${policyCode(states.missing)},${policyCode(states.withheld)})`
  const code = `IF(${applying}=0,${policyCode(states.notApplicable)},IF(${open}=0,0,${absent}))`
  return ruleCells(scene, place, code, worth(inTime), {
    least: put(`${label}: ít nhất`, `IF(${applying}=0,0,${worth(inTime)})`),
    most: put(`${label}: nhiều nhất`, `IF(${applying}=0,${max},${worth(`${inTime}+${open}`)})`),
  })
}
