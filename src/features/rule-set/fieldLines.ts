import type { RuleSet } from '../../model/ruleSet.ts'
import type { FieldChange, Shift } from '../../model/ruleSetChange.ts'
import type { Rule } from '../../model/rules.ts'
import { expressionText } from '../../receipt/expressionText.ts'
import { capitalised } from '../../receipt/ruleSentence.ts'
import { type RuleSpeech, ruleSpeechOf } from '../../receipt/ruleSpeech.ts'
import { formatDate, formatNumber, type Language } from '../../ui/formatNumber.ts'
import { pickName } from '../../ui/language.tsx'
import { fieldNames, valueNames } from './changeFieldNames.ts'
import { type ChangeWords, changeWords } from './changeWords.ts'

/** One thing that changed: what, before, after; null where a version does not have it. */
export type ChangeLine = {
  readonly label: string
  readonly from: string | null
  readonly to: string | null
  /** Signed; null where nothing can be subtracted. */
  readonly difference: string | null
}

/** How the changes between two sets are said: names come from whichever set has them. */
export type ChangeSpeech = {
  readonly language: Language
  readonly words: ChangeWords
  readonly older: RuleSpeech
  readonly newer: RuleSpeech
  readonly olderSet: RuleSet
  readonly newerSet: RuleSet
}

export function changeSpeechOf(older: RuleSet, newer: RuleSet, language: Language): ChangeSpeech {
  return {
    language,
    words: changeWords[language],
    older: ruleSpeechOf(older, language),
    newer: ruleSpeechOf(newer, language),
    olderSet: older,
    newerSet: newer,
  }
}

/** Both versions of the rule the fields stand in, for the names of its parts. */
type Rules = Shift<Rule | undefined>

/** Fields in words; what only names an entry that came or went is not said twice. */
export function fieldLines(
  fields: readonly FieldChange[],
  speech: ChangeSpeech,
  rules: Rules = { from: undefined, to: undefined },
): readonly ChangeLine[] {
  return fields
    .filter(field => !isKeyOfEntry(field))
    .map(field => ({
      label: capitalised(labelOf(field, speech, rules)),
      from:
        field.from === null
          ? unsaid(field, speech)
          : valueText(field, field.from, speech.older, speech, rules.from),
      to:
        field.to === null
          ? unsaid(field, speech)
          : valueText(field, field.to, speech.newer, speech, rules.to),
      difference: field.difference && differenceText(field, field.difference, speech, rules),
    }))
}

/** A leaf without policies or rounding of its own follows the set. */
function unsaid({ path }: FieldChange, { words }: ChangeSpeech): string | null {
  return path[0] === 'states' || path[0] === 'rounding' ? words.asSet : null
}

/** `options.3.value` of an option that came: the path says 3 already. */
function isKeyOfEntry({ path, from, to }: FieldChange): boolean {
  const [key, field] = [path.at(-2), path.at(-1) ?? '']
  const isWhole = from === null || to === null
  // An entry is called by its label.
  if (isWhole && field === 'label' && key !== undefined) return true
  return (
    isWhole &&
    ['value', 'metric', 'id', 'label', 'name', 'date', 'bandId', 'depth'].includes(field) &&
    (key === from || key === to)
  )
}

const percentFields = [
  'targetPercent',
  'floorPercent',
  'weightPercent',
  'percentOfMax',
  'percentAtTarget',
  'percentAtWorst',
  'maxPercent',
]

/** Whether a field holds a percentage: by its name, or an edge of bands over a share or a growth. */
function isPercent({ path }: FieldChange, rule: Rule | undefined): boolean {
  const field = path.at(-1) ?? ''
  if (percentFields.includes(field)) return true
  const own = ruleAt(path, rule)
  return (
    path.includes('bands') &&
    (field === 'from' || field === 'to') &&
    (own?.kind === 'growth' || (own?.kind === 'bands' && own.measure.of === 'percent'))
  )
}

/** The rule itself, or that of the part a path leads into. */
function ruleAt([list, label]: readonly string[], rule: Rule | undefined): Rule | undefined {
  if (rule?.kind === 'sum' && list === 'parts') return rule.parts.find(part => part.label === label)?.rule
  if (rule?.kind === 'bestOf' && list === 'cases') return rule.cases.find(part => part.label === label)?.rule
  return rule
}

/** "+5", or "+5 điểm %" between two percentages. */
function differenceText(
  field: FieldChange,
  difference: string,
  { language, words }: ChangeSpeech,
  rules: Rules,
): string {
  const text = formatNumber(difference, language, { signed: true })
  return isPercent(field, rules.to ?? rules.from) ? words.percentPoints(text) : text
}

function labelOf({ path }: FieldChange, speech: ChangeSpeech, rules: Rules): string {
  const said = path.map((step, place) => {
    const list = path[place - 1]
    return list !== undefined && listNames.includes(list)
      ? entryName(list, step, speech, rules)
      : (fieldNames[speech.language][step] ?? step)
  })
  const parts = said.filter(text => text !== '')
  return parts.length === 0 ? path.join(' ') : parts.join(', ')
}

const listNames = [
  'options',
  'items',
  'terms',
  'parts',
  'cases',
  'variables',
  'bands',
  'otherShares',
  'metrics',
  'criterionIds',
]

/** What an entry of a list is called on screen. */
function entryName(list: string, key: string, speech: ChangeSpeech, rules: Rules): string {
  const { words, language } = speech
  const place = /^\d+$/.test(key) ? Number(key) + 1 : null
  switch (list) {
    case 'bands':
      return place === null ? words.bandEdges(key) : words.bandNumber(place)
    case 'cases':
      return place === null ? `“${key}”` : words.case(place)
    case 'options': {
      const label = optionLabel(key, rules, language)
      if (label !== null) return `“${label}”`
      return isMetric(key, speech) ? `“${metricName(key, speech)}”` : words.option(key)
    }
    case 'otherShares':
      return place === null ? key : words.item(place)
    case 'criterionIds':
      return criterionName(key, speech)
    default:
      return isMetric(key, speech) ? `“${metricName(key, speech)}”` : `“${key}”`
  }
}

function optionLabel(value: string, { from, to }: Rules, language: Language): string | null {
  for (const rule of [to, from]) {
    const option = rule?.kind === 'choice' ? rule.options.find(each => each.value === value) : undefined
    if (option) return pickName(language, option.label, option.labelEn)
  }
  return null
}

const metricFields = ['metric', 'metrics', 'numerator', 'denominator', 'orDenominator', 'done']

function valueText(
  change: FieldChange,
  value: string,
  own: RuleSpeech,
  speech: ChangeSpeech,
  rule: Rule | undefined,
): string {
  const { language } = speech
  const { path } = change
  const field = path.at(-1) ?? ''
  const holder = path.at(-2) ?? ''
  if (metricFields.includes(field) || holder === 'metrics')
    return isMetric(value, speech) ? `“${metricName(value, speech)}”` : value
  if (field === 'coefficient' || holder === 'criterionIds') return criterionName(value, speech)
  if (field === 'calendar') return own.calendarName(value)
  if (field === 'bandId' || field === 'toBandId' || holder === 'ofBandIds') return bandName(value, speech)
  if (field === 'expression' || field === 'when')
    return expressionText(value, name => variableName(name, rule, own), own)
  if (['label', 'name', 'unit', 'definition'].includes(field)) return value
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return formatDate(value)
  if (/^-?\d+(\.\d+)?$/.test(value))
    return `${formatNumber(value, language)}${isPercent(change, rule) ? '%' : ''}`
  return valueNames[language][value] ?? value
}

/** The figure a variable of a formula stands for. */
function variableName(name: string, rule: Rule | undefined, say: RuleSpeech): string {
  const variable = rule?.kind === 'formula' ? rule.variables.find(each => each.name === name) : undefined
  return variable ? say.words.named(say.metricName(variable.metric)) : name
}

function isMetric(id: string, { olderSet, newerSet }: ChangeSpeech): boolean {
  return [newerSet, olderSet].some(set => set.metrics.some(metric => metric.id === id))
}

function metricName(id: string, { older, newer, newerSet }: ChangeSpeech): string {
  return newerSet.metrics.some(metric => metric.id === id) ? newer.metricName(id) : older.metricName(id)
}

function bandName(id: string, { newerSet, olderSet, language }: ChangeSpeech): string {
  const band = [...newerSet.bands, ...olderSet.bands].find(each => each.id === id)
  return band ? pickName(language, band.name, band.nameEn) : id
}

/** "1.4" in the newer numbering, or the older one where it is gone. */
export function criterionName(id: string, { newer, older }: ChangeSpeech): string {
  const code = newer.codeOf(id)
  return code === id ? older.codeOf(id) : code
}
