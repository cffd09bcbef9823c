import type { RuleSet } from '../../model/ruleSet.ts'
import type { LossStep, LossView, NodeScore, ScoreSheet } from '../../model/scoreSheet.ts'
import { formatInterval, pointsFormat } from '../../receipt/pointsFormat.ts'
import { formatNumber, type Language } from '../../ui/formatNumber.ts'
import { pickName } from '../../ui/language.tsx'
import { type BodyWords, bodyWords } from './bodyWords.ts'

/** A row of the table of losses, as it is written. */
export type LossRow = {
  readonly key: string
  readonly nodeId: string | null
  readonly code: string
  readonly name: string
  readonly points: string
  readonly max: string
  readonly lost: string
  readonly level: string
  readonly certainty: string
  readonly isIdle?: boolean
}

/**
 * Every step of a ladder with the figures its bars are drawn from, then the items that lose nothing, so that the
 * columns add up, then the groups.
 */
export function lossRows(sheet: ScoreSheet, ruleSet: RuleSet, losses: LossView, language: Language) {
  const words = bodyWords[language]
  const format = pointsFormat(ruleSet, language)
  const { points, maxPoints, gapToMax } = losses
  const isWhole = losses.nodeId === null
  const rows = rowsOf(sheet, losses)

  const nameOf = (node: Pick<NodeScore, 'name' | 'nameEn'>) => pickName(language, node.name, node.nameEn)
  const number = (value: string | null) =>
    value === null ? words.unknownPoints : formatNumber(value, language)
  const steps = losses.losses.map((step): LossRow => {
    const node = sheet.nodes.find(entry => entry.criterionId === step.nodeId)
    // Bonuses and penalties stand beside the tree: they have a ceiling, and no maximum that the columns count.
    const beside = sheet.adjustments.find(entry => entry.adjustmentId === step.nodeId)
    const named = node ?? beside ?? sheet.pools.find(entry => entry.poolId === step.nodeId)
    return {
      key: `${step.kind} ${step.nodeId}`,
      nodeId: named ? step.nodeId : null,
      code: node?.code ?? '',
      name: named ? nameOf(named) : words.roundingStep,
      points: named ? stepPoints(step, node, words.unscored, format) : '',
      max: beside ? words.ceiling(number(step.maxPoints)) : named ? number(step.maxPoints) : '',
      lost: step.kind === 'missing' ? `0–${format(step.lost)}` : signedLoss(step.lost, format),
      level: format(step.to),
      certainty: certaintyText(step, node, words),
      isIdle: step.notIncurred,
    }
  })
  const lossless = rows
    .filter(node => (!node.isLeaf || node.outcome?.kind === 'scored') && node.gapToMax?.to === '0')
    .map((node): LossRow => {
      const watched = node.ruleKind === 'monitor'
      return {
        key: node.criterionId,
        nodeId: node.criterionId,
        code: node.code,
        name: nameOf(node),
        points: watched ? '' : node.points?.kind === 'known' ? format(node.points.to) : '',
        max: watched ? '' : number(node.maxPoints),
        lost: watched ? '' : '0',
        level: '',
        certainty: watched ? words.watched : ruleText(node, words),
      }
    })
  const groups = sheet.nodes
    .filter(node => isWhole && losses.losses === sheet.losses && !node.isLeaf && node.parentId === null)
    .map(
      (node): LossRow => ({
        key: node.criterionId,
        nodeId: node.criterionId,
        code: node.code,
        name: nameOf(node),
        points: node.points?.kind === 'known' ? formatInterval(node.points, format) : words.unknownPoints,
        max: number(node.maxPoints),
        lost: node.gapToMax ? lossText(node.gapToMax.from, node.gapToMax.to, format) : words.unknownPoints,
        level: '',
        certainty: '',
      }),
    )

  return {
    lost: [...steps, ...lossless],
    total: {
      points: points.kind === 'known' ? formatInterval(points, format) : words.unscored,
      max: formatNumber(maxPoints, language),
      lost: gapToMax ? lossText(gapToMax.from, gapToMax.to, format) : '',
    },
    groups,
  }
}

/** What a ladder's steps can be: every leaf, the areas, or the leaves of one area. */
function rowsOf(sheet: ScoreSheet, { nodeId, losses }: LossView): readonly NodeScore[] {
  if (nodeId === null)
    return losses === sheet.losses
      ? sheet.nodes.filter(node => node.isLeaf)
      : sheet.nodes.filter(node => node.parentId === null)
  const inside = new Set([nodeId])
  // Parents stand before children.
  for (const node of sheet.nodes)
    if (node.parentId !== null && inside.has(node.parentId)) inside.add(node.criterionId)
  return sheet.nodes.filter(node => node.isLeaf && inside.has(node.criterionId))
}

/** What a step gave; bonus and penalty as they count. */
function stepPoints(
  step: LossStep,
  node: NodeScore | undefined,
  unscored: string,
  format: (points: string) => string,
): string {
  if (step.points !== null) return format(step.points)
  if (step.kind === 'adjusted') return signedLoss(step.lost, format)
  return openPoints(node, unscored, format)
}

/** Points of an area that is open, as an interval. */
function openPoints(
  node: NodeScore | undefined,
  unscored: string,
  format: (points: string) => string,
): string {
  return node && !node.isLeaf && node.points?.kind === 'known'
    ? formatInterval(node.points, format)
    : unscored
}

/** "−2,00", and "+2,00" of a bonus. */
function signedLoss(lost: string, format: (points: string) => string): string {
  return lost.startsWith('-') ? `+${format(lost.slice(1))}` : `\u2212${format(lost)}`
}

function lossText(from: string, to: string, format: (points: string) => string): string {
  if (from !== to) return `${format(from)}–${format(to)}`
  return to === '0' ? '0' : `\u2212${format(to)}`
}

/** What the figures of a step rest on: a source, figures and rule, or our deduction. */
function certaintyText(step: LossStep, node: NodeScore | undefined, words: BodyWords): string {
  const kind = step.notIncurred ? words.notIncurredRow : words.kind[step.kind]
  const rests =
    step.kind === 'missing'
      ? ''
      : node && node.ruleKind !== 'reported'
        ? ruleText(node, words)
        : words.certain[step.certainty]
  return [kind, rests].filter(Boolean).join(', ')
}

function ruleText(node: NodeScore, words: BodyWords): string {
  if (node.ruleKind === 'reported' || node.explanation === null) return words.certain.stated
  const { certainty } = node.explanation.ruleProvenance
  return certainty === 'stated' ? words.fromFigures : words.ruleInferred
}
