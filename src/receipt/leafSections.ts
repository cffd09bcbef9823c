import type { ExplainedInput, ExplainedReading, Explanation } from '../model/explanation.ts'
import type { NodeScore } from '../model/scoreSheet.ts'
import { formatDate, formatNumber, formatPercent } from '../ui/formatNumber.ts'
import { pickName } from '../ui/language.tsx'
import { formulaLines, formulaNotes } from './formula.ts'
import { certaintyMark, certaintyWord, formulaLine, noteLines, pair, roundingLines } from './lines.ts'
import type { ReceiptLine, ReceiptSection } from './receipt.ts'
import type { Speech } from './speech.ts'
import { stageNames } from './stageNames.ts'

/** What leaves and adjustments share. */
export type Explained = Pick<NodeScore, 'outcome' | 'ruleKind' | 'maxPoints'> & {
  readonly explanation: Explanation
}

/** What stands in the place of points where there are none. */
export function outcomeWord(
  { outcome, ruleKind }: Pick<NodeScore, 'outcome' | 'ruleKind'>,
  { words }: Speech,
): string {
  if (ruleKind === 'monitor') return words.watchedOnly
  switch (outcome?.kind) {
    case 'pendingReview':
      return outcome.assessedBy === 'survey' ? words.waitsForSurvey : words.waitsForReview
    case 'notApplicable':
      return words.notApplicable
    case 'missing':
      return outcome.poolId === undefined ? words.notScored : words.unknown
    default:
      return words.notScored
  }
}

/** Every figure the rule looked at, once, with its state and unit. */
export function figures(explanation: Explanation, say: Speech): readonly ReceiptSection[] {
  const { words } = say
  const read = explanation.inputs.length > 0 ? explanation.inputs : (explanation.readings[0]?.inputs ?? [])
  const inputs = [
    ...new Map(read.map(input => [`${input.metricId} ${input.previous === true}`, input])).values(),
  ]
  if (inputs.length === 0)
    return [
      {
        id: 'figures',
        title: null,
        lines: [pair(words.figures, words.missing, { mark: 'missing', strong: true })],
      },
    ]
  const notes = new Set(inputs.flatMap(input => input.provenance.note ?? []))
  notes.delete(explanation.pointsProvenance.note ?? '')
  return [
    {
      id: 'figures',
      title: words.figures,
      lines: [...inputs.map(input => inputLine(input, say)), ...noteLines(...notes)],
    },
  ]
}

function inputLine(input: ExplainedInput, say: Speech): ReceiptLine {
  const { words, language } = say
  const name = pickName(language, input.name, input.nameEn)
  const label = input.previous ? words.previousPeriod(name) : name
  switch (input.state) {
    case 'entered':
      return pair(label, valueText(input, say), {
        mark: input.provenance.certainty === 'stated' ? undefined : input.provenance.certainty,
      })
    case 'missing':
      return pair(label, words.missing, { mark: 'missing' })
    case 'withheld':
      return pair(label, words.withheld, { mark: 'missing' })
    case 'notApplicable':
      return pair(label, words.notApplicable, { mark: 'notApplicable' })
  }
}

function valueText(input: ExplainedInput, { words, language }: Speech): string {
  const value = input.value ?? ''
  switch (input.role) {
    case 'flag':
      return value === '1' ? words.yes : words.no
    case 'date':
      return formatDate(value)
    case 'option':
      return input.answer ? pickName(language, input.answer.label, input.answer.labelEn) : value
    default: {
      const unit = pickName(language, input.unit, input.unitEn)
      return `${formatNumber(value, language)}${unit === '%' ? '' : ' '}${unit}`
    }
  }
}

/** How the points came about: by the rule, or as somebody published them. */
export function method(node: Explained, say: Speech): ReceiptSection {
  const { rule, ruleProvenance, readings } = node.explanation
  const { words } = say
  const section = (...lines: readonly ReceiptLine[]) => ({ id: 'method', title: null, lines })
  if (node.outcome?.kind === 'notApplicable')
    return section(
      pair(words.method, words.notApplicable, { strong: true, mark: 'notApplicable' }),
      ...noteLines(`${words.reason}: ${node.outcome.reason[say.language]}`),
    )
  const elsewhere = givenElsewhere(node, say)
  if (elsewhere !== null) return section(pair(words.method, elsewhere, { strong: true }))
  if (rule.kind === 'reported') {
    const lines = readings.flatMap((reading, index) => readingLines(reading, node, index === 0, say))
    const explained = lines.length > 0
    return section(
      pair(words.method, explained ? words.inferred : words.ruleUnknown, {
        strong: true,
        mark: explained ? 'inferred' : 'missing',
      }),
      ...lines,
      ...(rule.points === null ? [] : noteLines(`${words.takenAsPublished}.`)),
    )
  }
  const lines = formulaLines(rule, say)
  return section(
    rule.kind === 'monitor'
      ? pair(words.method, words.watchedOnly, { strong: true })
      : rule.points === null
        ? pair(words.method, words.notScored, { strong: true, mark: 'missing' })
        : pair(words.method, certaintyWord(ruleProvenance.certainty, say), {
            strong: true,
            mark: certaintyMark(ruleProvenance.certainty),
          }),
    ...(lines.length === 0 ? [] : [formulaLine(lines.join('\n'))]),
    ...noteLines(...formulaNotes(rule, say)),
  )
}

/**
 * Who gives the points of a leaf that nothing computes: a survey, a review, a decision.
 * @returns null where a rule or a publication does
 */
export function givenElsewhere({ outcome, explanation }: Explained, { words }: Speech): string | null {
  const { rule, decision: decided } = explanation
  if (rule.kind !== 'reported' || rule.points !== null) return null
  if (outcome?.kind === 'pendingReview')
    return outcome.assessedBy === 'survey' ? words.bySurvey : words.byReview
  return decided ? words.byDecision : null
}

/** What an inferred rule says about published points; only the first reading brings its note along. */
function readingLines(
  { forward, backward, note }: ExplainedReading,
  node: Explained,
  isFirst: boolean,
  say: Speech,
): readonly ReceiptLine[] {
  const { words, language } = say
  const notes = note !== null && (forward || isFirst) ? noteLines(note) : []
  if (forward) {
    const check = forward.agrees ? words.agrees : words.differs(say.number(forward.points))
    const [formula = '', ...parts] = formulaLines(forward.detail, say)
    return [formulaLine(`${formula} (${check})`), ...noteLines(...parts), ...notes]
  }
  if (!backward || node.outcome?.kind !== 'scored' || node.maxPoints === null) return notes
  if (backward.scaling !== 'share') {
    const target = `${formatNumber(backward.targetPercent, language)}%`
    return [...noteLines(words.ifFullFrom(target, formatPercent(backward.percent, language))), ...notes]
  }
  // The percentage is deduced from the points, so the formula runs that way.
  const max = formatNumber(node.maxPoints, language)
  const points = formatNumber(node.outcome.points, language)
  return [formulaLine(`${points} ÷ ${max} = ${say.number(backward.percent)}%`), ...notes]
}

/** Where the leaf was rounded, or the policy in force where nothing was. */
export function rounding(
  { ruleKind, outcome, explanation }: Explained,
  say: Speech,
): readonly ReceiptSection[] {
  const { words } = say
  if (ruleKind === 'monitor' || outcome?.kind === 'notApplicable') return []
  const step = explanation.leafRounding
  if (ruleKind === 'reported' || explanation.rounding.length === 0)
    return [
      {
        id: 'rounding',
        title: null,
        lines: [
          pair(words.rounding, step === null ? words.noRounding : words.places(step.places), {
            strong: true,
          }),
          ...(ruleKind === 'reported' ? noteLines(words.asPublished) : []),
        ],
      },
    ]
  return [
    {
      id: 'rounding',
      title: words.rounding,
      lines: explanation.rounding.flatMap(applied => roundingLines(applied, say)),
    },
  ]
}

/** What the rule gave, what a stage of the assessment decided instead, and why. */
export function decision({ decision: decided, rule }: Explanation, say: Speech): readonly ReceiptSection[] {
  if (!decided) return []
  const { words } = say
  return [
    {
      id: 'decision',
      title: words.decision,
      lines: [
        ...(decided.computed !== null
          ? [pair(words.byRule, say.points(decided.computed))]
          : rule.kind === 'reported'
            ? []
            : [pair(words.byRule, words.notScored, { mark: 'missing' })]),
        pair(words.pointsOf(stageNames[say.language][decided.stage]), say.points(decided.points), {
          strong: true,
        }),
        decided.reason === null
          ? pair(words.reason, words.noReason, { mark: 'missing' })
          : { kind: 'note', value: `${words.reason}: ${decided.reason}` },
      ],
    },
  ]
}

/** "Còn có thể: từ 0 đến 2" while points are open. */
export function possibleLines({ outcome }: Explained, say: Speech): readonly ReceiptLine[] {
  const isOpen =
    outcome?.kind === 'pendingReview' || (outcome?.kind === 'missing' && outcome.poolId === undefined)
  if (!isOpen) return []
  const { from, to } = outcome.range
  return [
    pair(
      say.words.possible,
      from === to ? say.points(to) : say.words.range(say.points(from), say.points(to)),
      {
        mark: 'missing',
      },
    ),
  ]
}
