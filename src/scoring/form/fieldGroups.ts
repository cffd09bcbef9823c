import type { Bilingual } from '../../model/provenance.ts'
import type { Criterion } from '../../model/ruleSet.ts'
import type { Measure, PlainRule, RatioRule, Rule, RulePart } from '../../model/rules.ts'
import { kindOf } from '../rules/ruleKinds.ts'

/** Fields of a rule by metric id, before the metrics are looked up. */
export type RawGroup = {
  readonly layout: 'fraction' | 'ticks' | 'list'
  readonly label: Bilingual | null
  readonly fields: readonly RawField[]
}

export type RawField = {
  readonly metricId: string
  readonly options?: Extract<Rule, { kind: 'choice' }>['options'] | undefined
}

/** What a rule asks for, grouped as it stands on the form. */
export function groupsOfRule(rule: Rule): readonly RawGroup[] {
  switch (rule.kind) {
    case 'ratio':
      return groupsOfRatio(rule)
    case 'monitor':
      return [fraction(rule.numerator, rule.denominator)]
    case 'bands':
    case 'shareOfBest':
    case 'leader':
    case 'minMax':
    case 'rank':
      return groupsOfMeasure(rule.measure)
    case 'sum':
      return rule.parts.flatMap(groupsOfPart)
    case 'bestOf':
      return rule.cases.flatMap(groupsOfPart)
    case 'yesNo':
      return [{ layout: 'ticks', label: null, fields: [{ metricId: rule.metric }] }]
    case 'checklist':
      return [
        { layout: 'ticks', label: null, fields: rule.items.map(({ metric }) => ({ metricId: metric })) },
      ]
    case 'everyOccurrence':
      return rule.items.map(({ label, labelEn, metrics }) => ({
        layout: 'ticks',
        label: { vi: label, en: labelEn ?? label },
        fields: metrics.map(metricId => ({ metricId })),
      }))
    case 'choice':
      return [{ layout: 'list', label: null, fields: [{ metricId: rule.metric, options: rule.options }] }]
    case 'reported':
      return []
    default:
      return [list(rule)]
  }
}

/** Figures by which claimed points of a leaf without a rule of its own can be followed. */
export function groupsOfReadings({ readings = [] }: Pick<Criterion, 'readings'>): readonly RawGroup[] {
  const seen = new Set<string>()
  return readings
    .flatMap(reading => groupsOfRule(reading.rule))
    .flatMap(group => {
      const fields = group.fields.filter(field => !seen.has(field.metricId))
      for (const field of fields) seen.add(field.metricId)
      if (fields.length === 0) return []
      return [fields.length === group.fields.length ? group : { ...group, layout: 'list' as const, fields }]
    })
    .map((group, index) => (index === 0 ? { ...group, label: explainedAs(group.label) } : group))
}

function groupsOfRatio(rule: RatioRule): readonly RawGroup[] {
  const { numerator, denominator, otherShares = [], orDenominator, fallbackDenominator } = rule
  const alone = (metricId: string, label: Bilingual): RawGroup => ({
    layout: 'list',
    label,
    fields: [{ metricId }],
  })
  return [
    fraction(numerator, denominator),
    ...(orDenominator === undefined ? [] : [alone(orDenominator, largerDenominator)]),
    ...(fallbackDenominator === undefined ? [] : [alone(fallbackDenominator.metric, insteadOfDenominator)]),
    ...otherShares.map(share => ({ ...fraction(share.numerator, share.denominator), label: addedShare })),
  ]
}

function groupsOfMeasure(measure: Measure): readonly RawGroup[] {
  return measure.of === 'percent'
    ? [fraction(measure.numerator, measure.denominator)]
    : [{ layout: 'list', label: null, fields: [{ metricId: measure.metric }] }]
}

function groupsOfPart({ label, labelEn, rule }: RulePart): readonly RawGroup[] {
  const name = { vi: label, en: labelEn ?? label }
  return groupsOfRule(rule).map(group => ({
    ...group,
    label: group.label ? { vi: `${name.vi}: ${group.label.vi}`, en: `${name.en}: ${group.label.en}` } : name,
  }))
}

function fraction(numerator: string, denominator: string): RawGroup {
  return { layout: 'fraction', label: null, fields: [{ metricId: numerator }, { metricId: denominator }] }
}

function list(rule: PlainRule): RawGroup {
  const ids = kindOf(rule)
    .figures(rule)
    .map(figure => figure.metricId)
  return { layout: 'list', label: null, fields: [...new Set(ids)].map(metricId => ({ metricId })) }
}

const largerDenominator: Bilingual = {
  vi: 'Lấy làm mẫu số nếu lớn hơn mẫu số trên',
  en: 'Taken as the denominator where it is the larger one',
}

const insteadOfDenominator: Bilingual = {
  vi: 'Chỉ dùng khi chưa có mẫu số',
  en: 'Only used while there is no denominator',
}

const addedShare: Bilingual = { vi: 'Tỷ lệ cộng vào tỷ lệ trên', en: 'Share added to the one above' }

const explaining: Bilingual = {
  vi: 'Số liệu giải thích điểm tự chấm',
  en: 'Figures that explain the claimed points',
}

function explainedAs(label: Bilingual | null): Bilingual {
  if (!label) return explaining
  return { vi: `${explaining.vi}: ${label.vi}`, en: `${explaining.en}: ${label.en}` }
}
