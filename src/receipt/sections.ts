import type { ExplainedInput, ExplainedReading, Explanation } from '../model/explanation.ts'
import type { Certainty, Provenance, SourceDocument } from '../model/provenance.ts'
import type { NodeScore, ReconciliationCheck, ScoreSheet } from '../model/scoreSheet.ts'
import { formatInFormula, formatNumber, formatPercent, type Language } from '../ui/formatNumber.ts'
import { pickName } from '../ui/language.tsx'
import type { MarkKind } from '../ui/Mark.tsx'
import { citation } from './citation.ts'
import { formulaLines, thresholdLines } from './formula.ts'
import { periodName } from './periodName.ts'
import type { ReceiptLine, ReceiptSection } from './receipt.ts'
import { stageNames } from './stageNames.ts'
import { type ReceiptWords, roundingModes } from './words.ts'

export function pair(label: string, value: string, rest: Partial<ReceiptLine> = {}): ReceiptLine {
  return { kind: 'pair', label, value, ...rest }
}

export function noteLines(note: string | undefined): readonly ReceiptLine[] {
  return note === undefined ? [] : [{ kind: 'note', value: note }]
}

export function quoteOf(cause: string | null): readonly string[] {
  return cause === null ? [] : [`“${cause}”`]
}

function certaintyWord(certainty: Certainty, words: ReceiptWords): string {
  return { stated: words.stated, inferred: words.inferred, illustrative: words.illustrative }[certainty]
}

export function certaintyMark(certainty: Certainty): MarkKind {
  return certainty === 'stated' ? 'known' : 'inferred'
}

export function outcomeWord({ outcome, ruleKind }: NodeScore, words: ReceiptWords): string {
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

export function figures(
  explanation: Explanation,
  words: ReceiptWords,
  language: Language,
): readonly ReceiptSection[] {
  const inputs = explanation.inputs.length > 0 ? explanation.inputs : (explanation.readings[0]?.inputs ?? [])
  if (inputs.length === 0)
    return [
      {
        id: 'figures',
        title: null,
        lines: [pair(words.figures, words.missing, { mark: 'missing', strong: true })],
      },
    ]
  return [
    {
      id: 'figures',
      title: words.figures,
      lines: [
        ...inputs.map(input => inputLine(input, words, language)),
        ...[...new Set(inputs.flatMap(input => input.provenance.note ?? []))]
          .filter(note => note !== explanation.pointsProvenance.note)
          .flatMap(noteLines),
      ],
    },
  ]
}

function inputLine(input: ExplainedInput, words: ReceiptWords, language: Language): ReceiptLine {
  const label = pickName(language, input.name, input.nameEn)
  switch (input.state) {
    case 'entered': {
      const value =
        input.role === 'flag'
          ? input.value === '1'
            ? words.yes
            : words.no
          : `${formatNumber(input.value ?? '', language)} ${pickName(language, input.unit, input.unitEn)}`
      return pair(label, value, {
        mark: input.provenance.certainty === 'stated' ? undefined : 'inferred',
      })
    }
    case 'missing':
      return pair(label, words.missing, { mark: 'missing' })
    case 'withheld':
      return pair(label, words.withheld, { mark: 'missing' })
    case 'notApplicable':
      return pair(label, words.notApplicable, { mark: 'notApplicable' })
  }
}

export function method(
  node: NodeScore,
  explanation: Explanation,
  words: ReceiptWords,
  language: Language,
): ReceiptSection {
  const { rule } = explanation
  if (node.outcome?.kind === 'notApplicable')
    return {
      id: 'method',
      title: null,
      lines: [
        pair(words.method, words.notApplicable, { strong: true, mark: 'notApplicable' }),
        ...noteLines(`${words.reason}: ${node.outcome.reason[language]}`),
      ],
    }
  if (rule.kind !== 'reported') {
    const lines = formulaLines(rule, words, language)
    const head =
      rule.kind === 'monitor'
        ? pair(words.method, words.watchedOnly, { strong: true })
        : lines.length === 0
          ? pair(words.method, words.notScored, { strong: true, mark: 'missing' })
          : pair(words.method, certaintyWord(explanation.ruleProvenance.certainty, words), {
              strong: true,
              mark: certaintyMark(explanation.ruleProvenance.certainty),
            })
    return {
      id: 'method',
      title: null,
      lines: [head, ...(lines.length === 0 ? [] : [{ kind: 'formula' as const, value: lines.join('\n') }])],
    }
  }
  const lines = explanation.readings.flatMap((reading, index) =>
    readingLines(reading, node, index === 0, words, language),
  )
  const explained = lines.length > 0
  return {
    id: 'method',
    title: null,
    lines: [
      pair(words.method, explained ? words.inferred : words.ruleUnknown, {
        strong: true,
        mark: explained ? 'inferred' : 'missing',
      }),
      ...lines,
      ...(node.outcome?.kind === 'scored' ? noteLines(`${words.takenAsPublished}.`) : []),
    ],
  }
}

/** What an inferred rule says about published points; only the first reading brings its note along. */
function readingLines(
  { forward, backward, note }: ExplainedReading,
  node: NodeScore,
  isFirst: boolean,
  words: ReceiptWords,
  language: Language,
): readonly ReceiptLine[] {
  const notes = note !== null && (forward || isFirst) ? noteLines(note) : []
  if (forward) {
    const check = forward.agrees ? words.agrees : words.differs(formatInFormula(forward.points, language))
    const [formula = '', ...parts] = formulaLines(forward.detail, words, language)
    return [{ kind: 'formula', value: `${formula} (${check})` }, ...parts.flatMap(noteLines), ...notes]
  }
  if (!backward || node.outcome?.kind !== 'scored' || node.maxPoints === null) return notes
  if (backward.scaling !== 'share') {
    const target = `${formatNumber(backward.targetPercent, language)}%`
    return [...noteLines(words.ifFullFrom(target, formatPercent(backward.percent, language))), ...notes]
  }
  // The percentage is deduced from the points, so the formula runs that way.
  const max = formatNumber(node.maxPoints, language)
  const points = formatNumber(node.outcome.points, language)
  const percent = `${formatInFormula(backward.percent, language)}%`
  return [{ kind: 'formula', value: `${points} ÷ ${max} = ${percent}` }, ...notes]
}

export function thresholds(
  explanation: Explanation,
  words: ReceiptWords,
  language: Language,
): readonly ReceiptSection[] {
  const { rule } = explanation
  const id = 'thresholds'
  if (rule.kind === 'reported')
    return [
      { id, title: null, lines: [pair(words.thresholds, words.noSource, { mark: 'missing', strong: true })] },
    ]
  const lines = thresholdLines(rule, words, language)
  if (lines.length === 0 || rule.kind === 'yesNo') return []
  return [
    {
      id,
      title: words.thresholds,
      lines: lines.map(({ text, taken }) => ({
        kind: 'choice',
        value: text,
        mark: taken ? 'reached' : undefined,
        strong: taken,
      })),
    },
  ]
}

export function rounding(
  node: NodeScore,
  explanation: Explanation,
  words: ReceiptWords,
  language: Language,
): ReceiptSection {
  const step = explanation.leafRounding
  const policy = step === null ? words.noRounding : `${words.places(step.places)}`
  if (node.ruleKind === 'reported' || explanation.rounding.length === 0)
    return {
      id: 'rounding',
      title: null,
      lines: [
        pair(words.rounding, policy, { strong: true }),
        ...(node.ruleKind === 'reported' ? noteLines(words.asPublished) : []),
      ],
    }
  return {
    id: 'rounding',
    title: words.rounding,
    lines: explanation.rounding.flatMap(applied => {
      const percent = applied.place === 'ratio' ? '%' : ''
      const before = `${formatInFormula(applied.before, language)}${percent}`
      const after = `${formatNumber(applied.after, language, { minPlaces: applied.step.places })}${percent}`
      const label = words.places(applied.step.places)
      const mode = roundingModes[language][applied.step.mode]
      return [
        pair(label, applied.before === applied.after ? after : words.becomes(before, after)),
        ...noteLines(applied.place === 'ratio' ? `${mode}; ${words.ratioFirst}` : mode),
      ]
    }),
  }
}

/** Points somebody else published for the leaf, held against ours by the engine. */
export function publishedLine(
  node: NodeScore,
  sheet: ScoreSheet,
  words: ReceiptWords,
  language: Language,
  format: (points: string) => string,
): readonly ReceiptLine[] {
  const check = sheet.reconciliation?.checks.find(
    entry => entry.kind === 'leaf' && entry.nodeId === node.criterionId,
  )
  return check ? [checkLine(check, words, language, format)] : []
}

/** "Điểm công bố 0,20 (khớp)" */
export function checkLine(
  check: ReconciliationCheck,
  words: ReceiptWords,
  language: Language,
  format: (points: string) => string,
): ReceiptLine {
  const verdict = check.agrees
    ? words.agrees
    : words.differs(formatNumber(check.difference, language, { signed: true }))
  return pair(words.published, `${format(check.published)} (${verdict})`, {
    mark: check.agrees ? 'reached' : 'warning',
  })
}

/** `isPublished`: the figure itself was published, not only what it is computed from. */
export function stage(
  sheet: ScoreSheet,
  isPublished: boolean,
  words: ReceiptWords,
  language: Language,
): ReceiptSection {
  const name = isPublished ? stageNames[language][sheet.stage] : words.recomputed
  return {
    id: 'stage',
    title: null,
    lines: [
      pair(words.stage, `${name} ${periodName(sheet.period, language)}`, {
        strong: true,
      }),
      pair(words.decidedBy, words.notNamed, { mark: 'missing', strong: true }),
    ],
  }
}

/** Every stage of the assessment and what it decided; all but one are missing until review records exist. */
export function stages(
  sheet: ScoreSheet,
  points: string | null,
  words: ReceiptWords,
  language: Language,
): ReceiptSection {
  return {
    id: 'stages',
    title: words.stages,
    lines: (Object.keys(stageNames[language]) as (keyof typeof stageNames.vi)[]).flatMap(name =>
      name === 'closed'
        ? []
        : [
            name === sheet.stage && points !== null
              ? pair(stageNames[language][name], points, { mark: 'known' })
              : pair(stageNames[language][name], words.missing, { mark: 'missing' }),
          ],
    ),
  }
}

export function ruleSource(
  explanation: Explanation,
  words: ReceiptWords,
  documents: readonly SourceDocument[],
  language: Language,
): readonly ReceiptSection[] {
  const { source: cited, note } = explanation.ruleProvenance
  if (cited?.documentId === explanation.pointsProvenance.source?.documentId && note === undefined) return []
  return [
    {
      ...source(words.ruleSource, words, explanation.ruleProvenance, documents, note ? [note] : [], language),
      id: 'rule-source',
    },
  ]
}

export function source(
  title: string,
  words: ReceiptWords,
  provenance: Provenance,
  documents: readonly SourceDocument[],
  notes: readonly string[],
  language: Language,
): ReceiptSection {
  const cited = provenance.source
  const document = documents.find(entry => entry.id === cited?.documentId)
  return {
    id: 'source',
    title,
    lines: [
      {
        kind: 'document',
        documentId: cited?.documentId,
        value: document ? citation(document, cited?.place, language) : (cited?.documentId ?? words.noSource),
      },
      ...notes.map(value => ({ kind: 'note' as const, value })),
    ],
  }
}

export function remarks(node: NodeScore, words: ReceiptWords): readonly ReceiptSection[] {
  const lines = [
    ...(node.outOfReach === null ? [] : [{ title: words.outOfReach, value: node.outOfReach }]),
    ...(node.note === null ? [] : [{ title: words.note, value: node.note }]),
  ]
  return lines.map(({ title, value }) => ({ id: title, title, lines: [{ kind: 'note', value }] }))
}
