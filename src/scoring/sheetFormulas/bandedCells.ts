import type { BandsRule, CohortRule, GrowthRule, LatenessRule, LeaderRule } from '../../model/rules.ts'
import { divide, formatExact, hundred, multiply, parseExact } from '../exact.ts'
import { kindOf } from '../rules/ruleKinds.ts'
import { dayNumber } from '../workingDays.ts'
import { bandFormulas } from './bandCells.ts'
import { serialOf } from './figureCells.ts'
import { measureCells } from './measureCells.ts'
import {
  absenceCode,
  fixedRange,
  policyCode,
  type RuleCells,
  type RulePlace,
  type RuleScene,
  ruleCells,
} from './ruleCells.ts'
import { above, literal, rounded } from './workings.ts'

export function bandsCells(rule: BandsRule, scene: RuleScene, place: RulePlace): RuleCells {
  const { put } = scene.workings
  const measured = measureCells(rule.measure, scene, place)
  const code = put(`${place.label}: thiếu số liệu`, measured.code)
  const bands = bandFormulas(rule, measured.value, measured.exact)
  return ruleCells(scene, place, `IF(${code}<>0,${code},${bands.code})`, bands.points, rangeOf(rule, place))
}

/** Short of the target nobody else matters; past it the share of the target is sure and the rest is open. */
export function leaderCells(rule: LeaderRule, scene: RuleScene, place: RulePlace): RuleCells {
  const { put } = scene.workings
  const { label } = place
  const measured = measureCells(rule.measure, scene, place)
  const absent = put(`${label}: thiếu số liệu`, measured.code)
  const target = literal(rule.target)
  const max = parseExact(place.maxPoints)
  const sure = literal(formatExact(divide(multiply(parseExact(rule.percentAtTarget), max), hundred)))
  const past = put(
    `${label}: quá mục tiêu`,
    `IF(${absent}<>0,FALSE(),${above(measured.value, target, measured.exact)})`,
  )
  const code = `IF(${absent}<>0,${absent},IF(${past},${policyCode('missing')},0))`
  const points = `MAX(0,${measured.value}/${target}*${sure})`
  return ruleCells(scene, place, code, points, {
    least: put(`${label}: ít nhất`, `IF(${past},${sure},0)`),
    most: literal(place.maxPoints),
  })
}

/** A rule that compares agencies: only what its own figures leave open can be said here. */
export function cohortCells(rule: CohortRule, scene: RuleScene, place: RulePlace): RuleCells {
  const { put } = scene.workings
  const code = put(`${place.label}: thiếu số liệu`, measureCells(rule.measure, scene, place).code)
  const compared = `IF(${code}<>0,${code},${policyCode('missing')})`
  return ruleCells(scene, place, compared, '0', rangeOf(rule, place))
}

export function growthCells(rule: GrowthRule, scene: RuleScene, place: RulePlace): RuleCells {
  const { put } = scene.workings
  const { label, states, ratioRounding } = place
  const [now, before] = [scene.figure(rule.metric), scene.previous(rule.metric)]
  const absent = put(`${label}: thiếu số liệu`, absenceCode([now.state, before.state], states, true))
  const base = `IF(${before.value}=0,1,${before.value})`
  const change = put(`${label}: tăng, giảm %`, `100*(${now.value}-${before.value})/${base}`)
  const growth = rounded(change, ratioRounding, scene.workings, `${label}: tăng, giảm % làm tròn`)
  const bands = bandFormulas(rule, growth, ratioRounding !== null)
  const code =
    `IF(${absent}<>0,${absent},` + `IF(${before.value}=0,${policyCode(rule.whenPreviousZero)},${bands.code}))`
  return ruleCells(scene, place, code, bands.points, rangeOf(rule, place))
}

/** Working days past the allowed ones; see scoring/rules/lateness.ts. */
export function latenessCells(rule: LatenessRule, scene: RuleScene, place: RulePlace): RuleCells {
  const { workings, index } = scene
  const { put, list } = workings
  const { label, states } = place
  const calendar = index.calendars.get(rule.calendar)
  if (!calendar) throw new Error(`rule set has no calendar "${rule.calendar}"`)
  const from = 'date' in rule.since ? null : scene.figure(rule.since.metric)
  const done = scene.figure(rule.done)
  const since = 'date' in rule.since ? String(serialOf(rule.since.date)) : (from?.value ?? '0')
  const absent = put(
    `${label}: thiếu số liệu`,
    absenceCode([...(from ? [from.state] : []), done.state], states, true),
  )
  const isWeekend = (day: string) => [2, 3].includes(((dayNumber(day) % 7) + 7) % 7)
  const worked = new Set(calendar.workedDays)
  // A day that is listed as worked is worked, whatever else it is.
  const off = calendar.holidays
    .map(holiday => holiday.date)
    .filter(day => !worked.has(day) && !isWeekend(day))
  const holidays = list([...new Set(off)].map(serialOf))
  const extra = list([...worked].filter(isWeekend).map(serialOf))
  const weekdays = `NETWORKDAYS(${since}+1,MAX(${since}+1,${done.value})${holidays ? `,${holidays}` : ''})`
  const weekends = extra ? `+COUNTIF(${extra},">"&${since})-COUNTIF(${extra},">"&${done.value})` : ''
  const early = `${done.value}<=${since}`
  const outside = `OR(${since}<${serialOf(calendar.from)},${done.value}>${serialOf(calendar.to)})`
  const days = put(`${label}: số ngày làm việc`, `IF(${absent}<>0,0,IF(${early},0,${weekdays}${weekends}))`)
  const late = put(`${label}: số ngày chậm`, `MAX(0,${days}-${rule.allowedDays})`)
  const bands = bandFormulas(rule, late, true)
  // A date the calendar does not reach is refused like one that cannot be read.
  const code = `IF(${absent}<>0,${absent},IF(IF(${early},FALSE(),${outside}),${policyCode(states.missing)},${bands.code}))`
  return ruleCells(scene, place, code, bands.points, rangeOf(rule, place))
}

function rangeOf(rule: BandsRule | GrowthRule | LatenessRule | CohortRule, { maxPoints }: RulePlace) {
  return fixedRange(kindOf(rule).bounds(rule, parseExact(maxPoints)))
}
