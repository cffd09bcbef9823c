import { levelNames } from '../model/levelNames.ts'
import type { SourceDocument } from '../model/provenance.ts'
import type {
  Adjustment,
  Criterion,
  CriterionPool,
  Metric,
  Reading,
  RoundingPolicy,
  RuleSet,
} from '../model/ruleSet.ts'
import type { EmptyPolicy, RatioRule, Rule, StatePolicies } from '../model/rules.ts'
import { formatNumber } from '../ui/formatNumber.ts'
import { pickName } from '../ui/language.tsx'
import { citation } from './citation.ts'
import { roundingModes } from './formulaWords.ts'
import { noteLines, pair } from './lines.ts'
import type { ReceiptLine, ReceiptSection } from './receipt.ts'
import { ruleLines } from './ruleLines.ts'
import { capitalised, ruleSentence } from './ruleSentence.ts'
import type { RuleSpeech } from './ruleSpeech.ts'
import { receiptWords } from './words.ts'

/** Everything one leaf or adjustment says of itself before any figure is put in, section by section. */
export type RuleDescription = {
  readonly ruleSet: RuleSet
  readonly documents: readonly SourceDocument[]
  /** Figures it looks at, in the order of its rule. */
  readonly metricIds: readonly string[]
  readonly say: RuleSpeech
}

/** Sections of a criterion; a group has no rule and no figures. */
export function criterionSections(
  criterion: Criterion,
  description: RuleDescription,
): readonly ReceiptSection[] {
  const { rule, maxPoints, states, readings = [] } = criterion
  return [
    ...(rule ? ruleSections(rule, maxPoints, states, description) : []),
    ...(rule ? roundingSection(criterion, rule, description) : []),
    ...appliesSection(criterion, description),
    ...judgedSection(criterion, description),
    ...evidenceSection(criterion, description),
    ...sourceSection(criterion, description),
    ...readings.map((reading, index) => readingSection(reading, maxPoints, index, description)),
    ...remark('out-of-reach', receiptWords[description.say.language].outOfReach, criterion.outOfReach),
    ...remark('note', receiptWords[description.say.language].note, criterion.note),
  ]
}

/** Sections of a bonus or penalty. */
export function adjustmentSections(
  adjustment: Adjustment,
  description: RuleDescription,
): readonly ReceiptSection[] {
  const { rule, ceiling, states } = adjustment
  return [...ruleSections(rule, ceiling, states, description), ...sourceSection(adjustment, description)]
}

/** Sections of a maximum that several leaves only have together. */
export function poolSections(pool: CriterionPool, description: RuleDescription): readonly ReceiptSection[] {
  return sourceSection(pool, description)
}

function ruleSections(
  rule: Rule,
  maxPoints: string | null,
  states: StatePolicies | undefined,
  description: RuleDescription,
): readonly ReceiptSection[] {
  const { say, ruleSet, metricIds } = description
  const words = receiptWords[say.language]
  const lines = ruleLines(rule, maxPoints, say)
  const absent = policyLines(rule, { ...ruleSet.states, ...states }, say)
  return [
    {
      id: 'method',
      title: words.method,
      lines: [
        pair(say.words.kind, say.words.kinds[rule.kind]),
        { kind: 'formula', value: `${ruleSentence(rule, say)}.` },
        ...(rule.kind === 'ratio' ? fallbackLines(rule, say) : []),
      ],
    },
    ...(lines.length > 0 ? [{ id: 'thresholds', title: titleOf(rule, say), lines }] : []),
    ...(metricIds.length > 0
      ? [
          {
            id: 'figures',
            title: words.figures,
            lines: metricIds.flatMap(id => metricLines(id, rule, description)),
          },
        ]
      : []),
    ...(absent.length > 0 ? [{ id: 'states', title: words.figureStates, lines: absent }] : []),
  ]
}

function titleOf(rule: Rule, { language }: RuleSpeech): string {
  const words = receiptWords[language]
  switch (rule.kind) {
    case 'checklist':
    case 'sum':
      return words.contents
    case 'everyOccurrence':
      return words.everyItem
    case 'choice':
      return words.levels
    case 'formula':
    case 'bestOf':
      return words.cases
    default:
      return words.thresholds
  }
}

/** Name with its role, then unit, kind and definition. */
function metricLines(id: string, rule: Rule, { ruleSet, say }: RuleDescription): readonly ReceiptLine[] {
  const metric = ruleSet.metrics.find(each => each.id === id)
  if (!metric) return [pair(id, '')]
  const role = metricRole(id, rule, say)
  const name = pickName(say.language, metric.name, metric.nameEn)
  return [
    pair(role === null ? name : `${role}: ${name}`, unitText(metric, say)),
    ...noteLines(metric.definition),
  ]
}

/** "hồ sơ, lũy kế", or the type of the value where it has no unit worth saying. */
export function unitText(
  { unit, unitEn, valueType, isCumulative }: Metric,
  { language, words }: RuleSpeech,
): string {
  const named =
    valueType === 'count' || valueType === 'number' || valueType === 'percent'
      ? pickName(language, unit, unitEn)
      : words.valueTypes[valueType]
  return isCumulative ? words.cumulative(named) : named
}

/** "Tử số", "Mẫu số" where a rule divides one figure by another. */
export function metricRole(id: string, rule: Rule, { words }: RuleSpeech): string | null {
  const share = 'measure' in rule ? rule.measure : rule
  if ('numerator' in share) {
    if (id === share.numerator) return words.numerator
    if (id === share.denominator) return words.denominator
  }
  if (rule.kind !== 'ratio') return null
  if (id === rule.orDenominator) return capitalised(words.orDenominator)
  return id === rule.fallbackDenominator?.metric ? words.insteadOf : null
}

function fallbackLines({ fallbackDenominator }: RatioRule, say: RuleSpeech): readonly ReceiptLine[] {
  if (!fallbackDenominator) return []
  const { words } = say
  const shares = (['year', 'quarter', 'month', 'date'] as const).flatMap(kind => {
    const count = fallbackDenominator.divideBy[kind]
    return count === undefined ? [] : [words.dividedBy(say.number(count), words.periodKinds[kind])]
  })
  return noteLines(`${words.insteadOf}: ${say.metricName(fallbackDenominator.metric)}, ${shares.join(', ')}`)
}

/** What earns points where there is no figure, as far as the rule set says. */
function policyLines(rule: Rule, states: StatePolicies, say: RuleSpeech): readonly ReceiptLine[] {
  const { words, formula } = say
  const line = (label: string, policy: EmptyPolicy | undefined) =>
    policy === undefined ? [] : [pair(label, formula.policies[policy])]
  const measured = 'measure' in rule ? rule.measure : {}
  return [
    ...policyFields.flatMap(field => line(words[field], policyOf(rule, field) ?? policyOf(measured, field))),
    ...line(words.missing, states.missing ?? (rule.kind === 'ratio' ? rule.whenMissing : undefined)),
    ...line(words.withheld, states.withheld),
    ...line(words.notApplicable, states.notApplicable),
    ...(rule.kind === 'formula' ? [pair(words.aboveMaximum, words.above[rule.aboveMaximum])] : []),
  ]
}

function policyOf(holder: object, field: string): EmptyPolicy | undefined {
  const value: unknown = Reflect.get(holder, field)
  return policies.find(policy => policy === value)
}

const policies: readonly EmptyPolicy[] = ['zero', 'full', 'notApplicable', 'missing']

const policyFields = [
  'whenDenominatorZero',
  'whenNoAnswers',
  'whenPreviousZero',
  'whenUndefined',
  'whenAllZero',
  'whenAllEqual',
] as const

/** Where its points are rounded: its own places before those of the rule set. */
function roundingSection(
  { rounding: own = {} }: Criterion,
  { kind }: Rule,
  { say, ruleSet: { rounding } }: RuleDescription,
): readonly ReceiptSection[] {
  if (kind === 'reported' || kind === 'monitor') return []
  const ratio = own.ratio === undefined ? rounding.ratio : own.ratio
  const leaf = own.leaf === undefined ? rounding.leaf : own.leaf
  return [
    {
      id: 'rounding',
      title: receiptWords[say.language].rounding,
      lines: [
        ...(ratio ? [pair(say.words.places.ratio, roundingText(ratio, say))] : []),
        pair(say.words.places.leaf, roundingText(leaf, say)),
      ],
    },
  ]
}

/** "2 chữ số thập phân, từ một nửa trở lên thì làm tròn lên" */
export function roundingText(step: RoundingPolicy['leaf'], { language }: RuleSpeech): string {
  const words = receiptWords[language]
  return step === null
    ? words.noRounding
    : `${words.places(step.places)}, ${roundingModes[language][step.mode]}`
}

/** Whom it is for, where not for every agency. */
function appliesSection({ appliesTo }: Criterion, { say }: RuleDescription): readonly ReceiptSection[] {
  if (!appliesTo) return []
  const { language, words } = say
  const names = appliesTo.map(level => levelNames[level][language])
  return [
    {
      id: 'applies',
      title: words.appliesTo,
      lines: noteLines(`${capitalised(names.join('; '))}. ${words.othersExempt}`),
    },
  ]
}

/** What a reviewer may do beside the rule. */
function judgedSection(
  { judgedStep, maxPoints }: Criterion,
  { say }: RuleDescription,
): readonly ReceiptSection[] {
  if (judgedStep === undefined) return []
  const { language, words } = say
  const most = maxPoints === null ? null : formatNumber(maxPoints, language)
  return [
    {
      id: 'judged',
      title: words.judged,
      lines: noteLines(words.judgedBy(formatNumber(judgedStep, language), most)),
    },
  ]
}

/** Documents an agency has to show, then where each list of them comes from. */
function evidenceSection(
  { requiredEvidence = [] }: Criterion,
  { documents, say }: RuleDescription,
): readonly ReceiptSection[] {
  if (requiredEvidence.length === 0) return []
  const { language, words } = say
  const sources = new Map(
    requiredEvidence.map(({ provenance: { source, certainty } }) => [
      JSON.stringify([source?.documentId, source?.place, certainty]),
      { source, certainty },
    ]),
  )
  return [
    {
      id: 'evidence',
      title: words.requiredEvidence,
      lines: [
        ...requiredEvidence.map(
          ({ title, titleEn }): ReceiptLine => ({
            kind: 'document',
            value: `– ${pickName(language, title, titleEn)}`,
          }),
        ),
        ...[...sources.values()].flatMap(({ source, certainty }): readonly ReceiptLine[] => {
          const document = documents.find(each => each.id === source?.documentId)
          const cited = document ? citation(document, source?.place, language) : source?.documentId
          return [
            {
              kind: 'document',
              documentId: source?.documentId,
              value: cited ?? receiptWords[language].noSource,
            },
            ...(certainty === 'stated' ? [] : [pair(words.sure, words.certainty[certainty])]),
          ]
        }),
      ],
    },
  ]
}

function sourceSection(
  { provenance }: Pick<Criterion, 'provenance'>,
  { documents, say }: RuleDescription,
): readonly ReceiptSection[] {
  const words = receiptWords[say.language]
  const { source, certainty, note } = provenance
  const document = documents.find(each => each.id === source?.documentId)
  return [
    {
      id: 'source',
      title: words.source,
      lines: [
        {
          kind: 'document',
          documentId: source?.documentId,
          value: document
            ? citation(document, source?.place, say.language)
            : (source?.documentId ?? words.noSource),
        },
        ...(certainty === 'stated'
          ? []
          : [
              pair(say.words.sure, say.words.certainty[certainty], {
                mark: certainty === 'inferred' ? 'inferred' : undefined,
              }),
            ]),
        ...noteLines(source?.quote === undefined ? null : `“${source.quote}”`, note),
      ],
    },
  ]
}

function readingSection(
  { rule, note }: Reading,
  maxPoints: string | null,
  index: number,
  { say }: RuleDescription,
): ReceiptSection {
  return {
    id: `reading-${index}`,
    title: say.words.reading,
    lines: [
      { kind: 'formula', value: `${ruleSentence(rule, say)}.` },
      ...ruleLines(rule, maxPoints, say),
      ...noteLines(note),
    ],
  }
}

function remark(id: string, title: string, text: string | undefined): readonly ReceiptSection[] {
  return text === undefined ? [] : [{ id, title, lines: noteLines(text) }]
}
