import type { Emptiness, FormulaTerm } from '../../model/explanation.ts'
import type { LatenessRule } from '../../model/rules.ts'
import { formatExact, type Rational, whole, zero } from '../exact.ts'
import { covers, workingDaysBetween } from '../workingDays.ts'
import { bandBounds, bandBranches, bandTrend, outsideBands, pointsInBands } from './bandTable.ts'
import { readInput } from './readInput.ts'
import {
  absence,
  blank,
  oppositeTrend,
  pointsByPolicy,
  type RuleContext,
  type RuleFigure,
  type RuleKind,
} from './ruleKind.ts'
import { earns, equals, number, operation } from './terms.ts'

/**
 * Working days late, in bands: days worked after `since` up to and with the day it was done, less the
 * days allowed, never below 0 (QĐ 766, 1.2: công khai trong 5 ngày làm việc ở tỉnh).
 * Dates outside the calendar leave the points open: nobody said which of those days were worked.
 * @throws when the rule set has no such calendar; the linter should have refused it
 */
export const latenessKind: RuleKind<LatenessRule> = {
  run(rule, context) {
    const { maxPoints, states, inputs } = context
    const calendar = inputs.calendars.get(rule.calendar)
    if (!calendar) throw new Error(`rule set has no calendar "${rule.calendar}"`)
    const read = readDates(rule, context)
    const since = 'date' in rule.since ? rule.since.date : read[0]?.value
    const done = read.at(-1)?.value
    const outside: Emptiness = { because: 'undefined', policy: 'missing' }
    const empty =
      absence(read, states, true) ??
      (since && done && covers(calendar, since, done) ? null : outsideUnlessEarly(since, done, outside))
    const worked = !empty && since && done ? workingDaysBetween(since, done, calendar) : null
    const late = worked === null ? null : Math.max(0, worked - rule.allowedDays)
    const value: Rational | null = late === null ? null : whole(late)
    const inBand = value && pointsInBands(rule, value)
    const points = empty ? pointsByPolicy(empty.policy, maxPoints) : inBand
    return {
      points,
      detail: {
        ...blank('lateness', maxPoints, bandBounds(rule), read),
        since: since ?? null,
        workedDays: worked,
        allowedDays: rule.allowedDays,
        calendar: calendar.name,
        empty: empty ?? (value && !inBand ? outsideBands : null),
        steps:
          worked !== null && value && inBand
            ? [
                equals('daysLate', daysLateTerm(worked, rule.allowedDays), value),
                earns(number(value), inBand),
              ]
            : [],
        branches: bandBranches(rule, 'daysLate', value),
        points: points && formatExact(points),
      },
    }
  },
  figures: rule => [
    ...('metric' in rule.since
      ? [{ metricId: rule.since.metric, path: 'since.metric', wants: 'date' } satisfies RuleFigure]
      : []),
    { metricId: rule.done, path: 'done', wants: 'date' },
  ],
  bounds: rule => bandBounds(rule),
  trend(rule, metricId) {
    const alongDays = bandTrend(rule, zero)
    return metricId === rule.done ? alongDays : oppositeTrend(alongDays)
  },
}

/** Something done on or before the day it was counted from took no working day at all. */
function outsideUnlessEarly(
  since: string | null | undefined,
  done: string | null | undefined,
  outside: Emptiness,
): Emptiness | null {
  return since && done && done <= since ? null : outside
}

/** "7 − 5", or "max(0; 3 − 5)" where days were left. */
function daysLateTerm(worked: number, allowed: number): FormulaTerm {
  const late = operation('−', number(String(worked)), number(String(allowed)))
  return worked >= allowed ? late : { kind: 'call', name: 'max', terms: [number('0'), late] }
}

function readDates(rule: LatenessRule, { inputs }: RuleContext) {
  return [
    ...('metric' in rule.since ? [readInput(inputs, rule.since.metric, 'date')] : []),
    readInput(inputs, rule.done, 'date'),
  ]
}
