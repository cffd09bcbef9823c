import type { Calendar, RuleSet } from '../../model/ruleSet.ts'
import type { RuleSetChange } from '../../model/ruleSetChange.ts'
import { roundingText } from '../../receipt/ruleSections.ts'
import { formatDate, formatNumber } from '../../ui/formatNumber.ts'
import { pickName } from '../../ui/language.tsx'
import { ruleChangeLines } from './changeText.ts'
import type { ChangeWords } from './changeWords.ts'
import { type ChangeLine, type ChangeSpeech, fieldLines } from './fieldLines.ts'
import { gradingTexts } from './gradingTexts.ts'

/** Scale, rounding, grades, bonus and penalty, joint maxima, ties and what else holds for the whole set. */
export function generalLines(change: RuleSetChange, speech: ChangeSpeech): readonly ChangeLine[] {
  const { words, language, newer } = speech
  const number = (value: string | null) => (value === null ? null : formatNumber(value, language))
  const signed = (value: string | null) =>
    value === null ? null : formatNumber(value, language, { signed: true })
  const name = (each: { readonly name: string; readonly nameEn?: string | undefined }) =>
    pickName(language, each.name, each.nameEn)
  const percent = (value: string | null) => (value === null ? null : words.bandFrom(`${number(value)}%`))
  const { scale, rounding, bands, adjustments, pools, fields } = change
  return [
    ...(scale
      ? [
          {
            label: words.scale,
            from: number(scale.from),
            to: number(scale.to),
            difference: signed(scale.difference),
          },
        ]
      : []),
    ...rounding.map(({ place, from, to }) => ({
      label: words.roundingAt(newer.words.places[place].toLocaleLowerCase('vi')),
      from: roundingText(from, newer),
      to: roundingText(to, newer),
      difference: null,
    })),
    ...bands.added.map(band => came(words.band(name(band)), percent(band.fromPercent))),
    ...bands.removed.map(band => went(words.band(name(band)), percent(band.fromPercent))),
    ...bands.changed.flatMap(({ to, threshold, fields: own }) => [
      ...(threshold
        ? [
            {
              label: words.band(name(to)),
              from: percent(threshold.from),
              to: percent(threshold.to),
              difference: threshold.difference && words.percentPoints(signed(threshold.difference) ?? ''),
            },
          ]
        : []),
      ...prefixed(words.band(name(to)), fieldLines(own, speech)),
    ]),
    ...adjustments.added.map(each => came(adjustmentName(each, words, name), number(each.ceiling))),
    ...adjustments.removed.map(each => went(adjustmentName(each, words, name), number(each.ceiling))),
    ...adjustments.changed.flatMap(({ from, to, ceiling, rule, fields: own }) => [
      ...(ceiling
        ? [
            {
              label: words.ceiling(name(to)),
              from: number(ceiling.from),
              to: number(ceiling.to),
              difference: signed(ceiling.difference),
            },
          ]
        : []),
      ...prefixed(name(to), [
        ...ruleChangeLines(rule, { from, to }, { from: from.ceiling, to: to.ceiling }, speech),
        ...fieldLines(own, speech),
      ]),
    ]),
    ...pools.added.map(pool => came(words.pool(name(pool)), number(pool.maxPoints))),
    ...pools.removed.map(pool => went(words.pool(name(pool)), number(pool.maxPoints))),
    ...pools.changed.flatMap(({ to, maximum, fields: own }) => [
      ...(maximum
        ? [
            {
              label: words.pool(name(to)),
              from: number(maximum.from),
              to: number(maximum.to),
              difference: signed(maximum.difference),
            },
          ]
        : []),
      ...prefixed(words.pool(name(to)), fieldLines(own, speech)),
    ]),
    ...gradingLines(change, speech),
    ...calendarLines(change, speech),
    ...fieldLines(
      fields.filter(({ path: [part, list] }) => part !== 'grading' || list === 'on'),
      speech,
    ),
  ]
}

/** Conditions and quotas as sentences: their fields one by one would say less. */
function gradingLines({ fields }: RuleSetChange, speech: ChangeSpeech): readonly ChangeLine[] {
  const { words, olderSet, newerSet, language } = speech
  return (['quotas', 'overrides'] as const).flatMap(list => {
    if (!fields.some(({ path }) => path[0] === 'grading' && path[1] === list)) return []
    const text = (ruleSet: RuleSet) => gradingTexts(ruleSet, language)[list].join('\n') || null
    return [{ label: words[list], from: text(olderSet), to: text(newerSet), difference: null }]
  })
}

/** A line a calendar: how long it runs and how many days it names. */
function calendarLines({ calendars }: RuleSetChange, { words }: ChangeSpeech): readonly ChangeLine[] {
  const days = ({ from, to, holidays, workedDays }: Calendar) =>
    words.days(formatDate(from), formatDate(to), holidays.length, workedDays.length)
  return [
    ...calendars.added.map(each => came(words.calendar, days(each))),
    ...calendars.removed.map(each => went(words.calendar, days(each))),
    ...calendars.changed.map(({ from, to }) => ({
      label: words.calendar,
      from: days(from),
      to: days(to),
      difference: null,
    })),
  ]
}

function adjustmentName<T extends { readonly effect: 'bonus' | 'penalty' }>(
  each: T,
  words: ChangeWords,
  name: (each: T) => string,
): string {
  return words[each.effect](name(each))
}

const came = (label: string, to: string | null): ChangeLine => ({ label, from: null, to, difference: null })
const went = (label: string, from: string | null): ChangeLine => ({ label, from, to: null, difference: null })

function prefixed(name: string, lines: readonly ChangeLine[]): readonly ChangeLine[] {
  return lines.map(line => ({
    ...line,
    label: `${name}: ${line.label.charAt(0).toLocaleLowerCase('vi')}${line.label.slice(1)}`,
  }))
}
