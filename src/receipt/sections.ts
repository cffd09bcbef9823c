import type { ExplainedDecision, Explanation } from '../model/explanation.ts'
import type { Provenance, SourceDocument } from '../model/provenance.ts'
import type { NodeScore, ReconciliationCheck, ScoreSheet } from '../model/scoreSheet.ts'
import type { Stage } from '../model/submission.ts'
import { formatNumber } from '../ui/formatNumber.ts'
import { instantText } from '../ui/instants.ts'
import { citation } from './citation.ts'
import { noteLines, pair } from './lines.ts'
import { periodName } from './periodName.ts'
import type { ReceiptContext, ReceiptLine, ReceiptSection } from './receipt.ts'
import type { Speech } from './speech.ts'
import { stageNames, stageTitle } from './stageNames.ts'

/** Points somebody else published, held against ours by the engine: "Điểm công bố 0,20 (khớp)". */
export function publishedLines(
  kind: ReconciliationCheck['kind'],
  nodeId: string,
  { reconciliation }: ScoreSheet,
  say: Speech,
): readonly ReceiptLine[] {
  const check = reconciliation?.checks.find(entry => entry.kind === kind && entry.nodeId === nodeId)
  if (!check) return []
  const verdict = check.agrees
    ? say.words.agrees
    : say.words.differs(formatNumber(check.difference, say.language, { signed: true }))
  return [
    pair(say.words.published, `${say.points(check.published)} (${verdict})`, {
      mark: check.agrees ? 'reached' : 'warning',
    }),
  ]
}

/**
 * Stage and period of a figure and who decided it.
 * @param isPublished the figure itself was published, not only what it is computed from
 * @param decision what decided the figure, if a stage did
 */
export function stage(
  sheet: ScoreSheet,
  isPublished: boolean,
  say: Speech,
  decision: ExplainedDecision | null = null,
): ReceiptSection {
  const { words, language } = say
  const decidedAt = decision?.stage ?? null
  const isOurs = sheet.stage === 'published' && !isPublished && decidedAt === null
  const name = isOurs ? words.recomputed : stageNames[language][decidedAt ?? sheet.stage]
  const isOwn = decidedAt === null && sheet.stage === 'selfAssessment'
  return {
    id: 'stage',
    title: null,
    lines: [
      pair(words.stage, words.stageOf(name, periodName(sheet.period, language)), { strong: true }),
      isOwn
        ? pair(words.decidedBy, words.bySelf, { strong: true })
        : decision?.by !== undefined
          ? pair(words.decidedBy, words.asWritten(decision.by), { strong: true })
          : pair(words.decidedBy, sheet.stage === 'published' ? words.notNamed : words.notRecorded, {
              mark: 'missing',
              strong: true,
            }),
      ...(decision?.at === undefined ? [] : [pair(words.decidedOn, instantText(decision.at))]),
    ],
  }
}

/** Every stage of the assessment and what it decided; all but one are missing until review records exist. */
export function stages(at: Stage | null, points: string | null, { words, language }: Speech): ReceiptSection {
  return {
    id: 'stages',
    title: words.stages,
    lines: (Object.keys(stageNames[language]) as (keyof typeof stageNames.vi)[]).flatMap(name =>
      name === 'closed' && at !== 'closed'
        ? []
        : [
            name === at && points !== null
              ? pair(stageTitle(name, language), points, { mark: 'known' })
              : pair(stageTitle(name, language), words.missing, { mark: 'missing' }),
          ],
    ),
  }
}

export function ruleSource(
  explanation: Explanation,
  documents: readonly SourceDocument[],
  say: Speech,
): readonly ReceiptSection[] {
  const { source: cited, note } = explanation.ruleProvenance
  if (cited?.documentId === explanation.pointsProvenance.source?.documentId && note === undefined) return []
  return [
    {
      ...source(say.words.ruleSource, explanation.ruleProvenance, documents, [note], say),
      id: 'rule-source',
    },
  ]
}

/** Where a leaf's or adjustment's points come from, with the cause of a loss as the source words it. */
export function pointsSource(
  { pointsProvenance, cause }: Explanation,
  documents: readonly SourceDocument[],
  say: Speech,
): ReceiptSection {
  const quote = cause === null ? null : `“${cause}”`
  return source(say.words.source, pointsProvenance, documents, [quote, pointsProvenance.note], say)
}

/** A section that cites one document. */
export function source(
  title: string,
  provenance: Provenance,
  documents: readonly SourceDocument[],
  notes: readonly (string | null | undefined)[],
  say: Speech,
): ReceiptSection {
  return { id: 'source', title, lines: [sourceLine(provenance, documents, say), ...noteLines(...notes)] }
}

export function sourceLine(
  { source: cited }: Provenance,
  documents: readonly SourceDocument[],
  { words, language }: Speech,
): ReceiptLine {
  const document = documents.find(entry => entry.id === cited?.documentId)
  return {
    kind: 'document',
    documentId: cited?.documentId,
    value: document ? citation(document, cited?.place, language) : (cited?.documentId ?? words.noSource),
  }
}

export function remarks(node: NodeScore, { words }: Speech): readonly ReceiptSection[] {
  const lines = [
    ...(node.outOfReach === null ? [] : [{ title: words.outOfReach, value: node.outOfReach }]),
    ...(node.note === null ? [] : [{ title: words.note, value: node.note }]),
  ]
  return lines.map(({ title, value }) => ({ id: title, title, lines: [{ kind: 'note', value }] }))
}

export function targetSections(
  targets: ReceiptContext['targets'],
  { words }: Speech,
): readonly ReceiptSection[] {
  return targets.map(({ year, text }) => ({
    id: `target-${text}`,
    title: null,
    lines: [pair(words.target(String(year)), text, { mark: 'target', strong: true })],
  }))
}
