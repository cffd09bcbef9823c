import type { Interval } from '../../../model/exact.ts'
import type { FormItem } from '../../../model/form.ts'
import type { AdjustmentScore, NodeScore, Outcome, PoolScore } from '../../../model/scoreSheet.ts'
import { formatInterval, pointsFormat } from '../../../receipt/pointsFormat.ts'
import type { Assessment } from '../../../state/assessment/assessment.ts'
import { foldText } from '../../../ui/foldText.ts'
import { formatNumber, type Language } from '../../../ui/formatNumber.ts'
import { pickName } from '../../../ui/language.tsx'
import type { MarkKind } from '../../../ui/Mark.tsx'
import { isNotProposed } from '../form/notProposed.ts'
import { type PrintedFigures, printedFigures } from './printedFigures.ts'
import { evidenceTexts, notesOf } from './printedNotes.ts'
import { type PrintWords, printWords } from './words.ts'

/** A number with the sign that says how sure it is, or a word in its place. */
export type PrintedCell = {
  readonly text: string
  readonly mark: MarkKind | null
  /** Words take no part in the column of numbers. */
  readonly isWord: boolean
}

/** One row of the official form. */
export type PrintedRow = {
  readonly id: string
  readonly kind: 'group' | 'leaf' | 'pool' | 'adjustment' | 'step' | 'total'
  readonly code: string
  readonly name: string
  readonly max: string
  readonly figures: PrintedFigures | null
  readonly points: PrintedCell
  /** Points the agency claimed, not what its figures come to. */
  readonly isClaimed: boolean
  readonly lost: string
  /** `none`: it may fall below nothing, which no share can say. */
  readonly percent: Interval | 'none' | null
  readonly isInferred: boolean
  readonly evidence: readonly string[]
  /** Required documents that are not there, in words. */
  readonly lack: string | null
  readonly notes: readonly string[]
}

type Reading = {
  readonly assessment: Assessment
  readonly language: Language
  readonly words: PrintWords
  readonly items: ReadonlyMap<string, FormItem>
  readonly values: ReadonlyMap<string, Assessment['submission']['values'][number]>
  /** Points as the rule set shows them. */
  readonly points: (exact: string) => string
}

/** Every row of the form in official order, the total last; nothing is computed here. */
export function printedRows(assessment: Assessment, language: Language): readonly PrintedRow[] {
  const { sheet, form, submission, ruleSet } = assessment
  const reading: Reading = {
    assessment,
    language,
    words: printWords[language],
    items: new Map(form.areas.flatMap(area => area.items.map(item => [item.nodeId, item]))),
    values: new Map(submission.values.map(value => [value.metricId, value])),
    points: pointsFormat(ruleSet, language),
  }
  const lastOfPool = new Map(sheet.pools.map(pool => [pool.criterionIds.at(-1), pool]))
  return [
    ...sheet.nodes.flatMap(node => {
      const pool = lastOfPool.get(node.criterionId)
      return [nodeRow(node, reading), ...(pool ? [poolRow(pool, reading)] : [])]
    }),
    ...stepRows(reading),
    ...sheet.adjustments.map(each => adjustmentRow(each, reading)),
    ...roundingRows(reading),
    totalRow(reading),
  ]
}

const nothing = {
  code: '',
  max: '',
  figures: null,
  points: { text: '', mark: null, isWord: false },
  isClaimed: false,
  lost: '',
  percent: null,
  isInferred: false,
  evidence: [],
  lack: null,
  notes: [],
} as const satisfies Partial<PrintedRow>

function nodeRow(node: NodeScore, reading: Reading): PrintedRow {
  const { assessment, language, words, items, values, points } = reading
  const item = items.get(node.criterionId)
  const row = {
    ...nothing,
    id: node.criterionId,
    kind: node.isLeaf ? ('leaf' as const) : ('group' as const),
    code: node.code,
    name: pickName(language, node.name, node.nameEn),
  }
  const isIdle = node.outcome?.kind === 'notApplicable'
  const entered = item && !isIdle ? printedFigures(item.groups, values, language) : null
  // Nobody asks the agency for what a survey or a reviewer hands in.
  const figures = waitsFor(node, items) === null ? entered : null
  if (node.ruleKind === 'monitor') return { ...row, figures, points: word(words.watched, null) }
  const pooled = assessment.sheet.pools.some(pool => pool.criterionIds.includes(node.criterionId))
  const isOpen = node.outcome?.kind === 'missing' || node.outcome?.kind === 'pendingReview'
  return {
    ...row,
    max:
      node.maxPoints === null
        ? pooled
          ? words.pooled
          : words.unknown
        : maxText(node.maxPoints, node, reading),
    figures,
    points: nodePoints(node, reading),
    isClaimed: node.explanation?.decision?.stage === 'selfAssessment' && node.outcome?.kind === 'scored',
    lost: node.gapToMax && !isIdle ? lostText(node.gapToMax, points, words) : '',
    // From nothing to everything is no share.
    percent: isIdle || isOpen ? null : shareOf(node.percent),
    isInferred: node.outcome?.kind === 'scored' && node.outcome.certainty === 'inferred',
    ...(item && !isIdle ? evidenceTexts(item, assessment, language) : {}),
    notes: [
      ...(node.notIncurred ? [words.notIncurred] : []),
      ...notesOf(node.criterionId, node.outcome, node.explanation, item, reading),
    ],
  }
}

/** Nothing is at stake where a leaf does not apply. */
function maxText(max: string, { outcome }: NodeScore, { language }: Reading): string {
  return outcome?.kind === 'notApplicable' ? '' : formatNumber(max, language)
}

/** Whose answer an open leaf waits for, other than the agency's. */
function waitsFor({ criterionId, outcome }: NodeScore, items: Reading['items']): 'survey' | 'review' | null {
  if (outcome?.kind === 'pendingReview') return outcome.assessedBy
  const filledBy = outcome?.kind === 'missing' ? items.get(criterionId)?.filledBy : null
  return filledBy === 'survey' || filledBy === 'review' ? filledBy : null
}

function nodePoints(node: NodeScore, { words, points, items }: Reading): PrintedCell {
  const waits = waitsFor(node, items)
  if (waits) return word(waits === 'survey' ? words.pendingSurvey : words.pendingReview, 'missing')
  if (node.outcome) return outcomeCell(node.outcome, node, words, points)
  if (node.points === null) return nothing.points
  if (node.points.kind === 'unknown') return word(words.atLeast(points(node.points.atLeast)), 'missing')
  return number(formatInterval(node.points, points))
}

function outcomeCell(
  outcome: Outcome,
  { notIncurred }: Pick<NodeScore, 'notIncurred'>,
  words: PrintWords,
  points: (exact: string) => string,
): PrintedCell {
  switch (outcome.kind) {
    case 'scored':
      return {
        text: points(outcome.points),
        mark: notIncurred ? 'notApplicable' : outcome.certainty === 'inferred' ? 'inferred' : null,
        isWord: false,
      }
    case 'missing':
      return word(words.missing, 'missing')
    case 'notApplicable':
      return word(words.notApplicable, 'notApplicable')
    case 'pendingReview':
      return word(outcome.assessedBy === 'survey' ? words.pendingSurvey : words.pendingReview, 'missing')
  }
}

function poolRow(pool: PoolScore, { language, words, points }: Reading): PrintedRow {
  return {
    ...nothing,
    id: pool.poolId,
    kind: 'pool',
    // The name of a pool is that of what it loses, which an agency's own form does not speak of.
    name: words.poolName(formatNumber(String(pool.criterionIds.length), language)),
    max: formatNumber(pool.maxPoints, language),
    points: number(formatInterval(pool.points, points)),
    lost: lostText(pool.gapToMax, points, words),
  }
}

function adjustmentRow(each: AdjustmentScore, reading: Reading): PrintedRow {
  const { assessment, language, words, items, values } = reading
  const item = items.get(each.adjustmentId)
  const sign = each.effect === 'bonus' ? '+' : '\u2212'
  const signed = (text: string) => (text === reading.points('0') ? text : `${sign}${text}`)
  const { from, to } = each.points
  const points =
    each.outcome.kind === 'scored' || (each.outcome.kind === 'missing' && from !== to)
      ? number(
          from === to
            ? signed(reading.points(to))
            : words.range(signed(reading.points(from)), signed(reading.points(to))),
        )
      : outcomeCell(each.outcome, { notIncurred: false }, words, reading.points)
  return {
    ...nothing,
    id: each.adjustmentId,
    kind: 'adjustment',
    code: item?.code ?? '',
    name: named(pickName(language, each.name, each.nameEn), words[each.effect]),
    max: words.upTo(
      each.effect === 'penalty'
        ? signed(formatNumber(each.ceiling, language))
        : formatNumber(each.ceiling, language),
    ),
    figures:
      item && isNotProposed(each, item, assessment.submission)
        ? { parts: [], absent: 'notProposed' }
        : item
          ? printedFigures(item.groups, values, language)
          : null,
    points,
    ...(item ? evidenceTexts(item, assessment, language) : {}),
    notes: notesOf(each.adjustmentId, each.outcome, each.explanation, item, reading),
  }
}

function stepRows({ assessment: { sheet }, language, words }: Reading): readonly PrintedRow[] {
  const { rescaled, maxPoints } = sheet.total
  if (!rescaled) return []
  const points = (exact: string) => formatNumber(exact, language)
  return [
    {
      ...nothing,
      id: 'rescaling',
      kind: 'step',
      name: words.rescaling,
      notes: [words.rescalingNote(points(rescaled.fromMax), points(maxPoints))],
    },
  ]
}

function roundingRows({ assessment: { sheet }, language, words }: Reading): readonly PrintedRow[] {
  return sheet.losses
    .filter(({ kind }) => kind === 'rounding')
    .map(({ nodeId, lost }) => ({
      ...nothing,
      id: nodeId,
      kind: 'step',
      name: words.rounding,
      lost: formatNumber(lost, language),
    }))
}

function totalRow({ assessment, language, words, points, items }: Reading): PrintedRow {
  const { sheet, completeness } = assessment
  const { total } = sheet
  const waiting = sheet.nodes.filter(node => waitsFor(node, items) !== null).length
  const unscored = sheet.nodes.filter(
    node => node.outcome?.kind === 'missing' && waitsFor(node, items) === null,
  ).length
  const count = (value: number) => formatNumber(String(value), language)
  const isBelowNothing = shareOf(total.percent) === 'none'
  const openPenalties = sheet.adjustments.filter(
    ({ effect, points: { from, to } }) => effect === 'penalty' && from !== to,
  )
  return {
    ...nothing,
    id: 'total',
    kind: 'total',
    name: words.total,
    max: formatNumber(total.maxPoints, language),
    points:
      total.points.kind === 'unknown'
        ? word(words.atLeast(points(total.points.atLeast)), 'missing')
        : number(formatInterval(total.points, points)),
    // Below nothing the gap is more than there is to lose: the deduction stands apart.
    lost: !total.gapToMax ? '' : isBelowNothing ? '–' : lostText(total.gapToMax, points, words),
    percent: shareOf(total.percent),
    notes: [
      ...(completeness.missing > 0 ? [words.missingFigures(count(completeness.missing))] : []),
      ...openPenalties.map(each => words.openPenalty(`\u2212${points(each.points.to)}`)),
      ...(unscored > 0 ? [words.openCount(count(unscored))] : []),
      ...(waiting > 0 ? [words.pendingCount(count(waiting))] : []),
    ],
  }
}

function lostText(lost: Interval, points: (exact: string) => string, words: PrintWords): string {
  return lost.from === '0' && lost.to !== '0' ? words.upTo(points(lost.to)) : formatInterval(lost, points)
}

/** A share of the maximum; `none` where points may fall below nothing. */
function shareOf(percent: Interval | null): Interval | 'none' | null {
  return percent?.from.startsWith('-') ? 'none' : percent
}

/** Most names of bonuses and penalties already say what they are. */
const named = (name: string, effect: string) =>
  foldText(name).startsWith(foldText(effect)) ? name : `${effect}: ${name}`

const word = (text: string, mark: MarkKind | null): PrintedCell => ({ text, mark, isWord: true })
const number = (text: string): PrintedCell => ({ text, mark: null, isWord: false })
