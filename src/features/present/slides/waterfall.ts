import { buildLadder, type LadderRow } from '../../../charts/ladderSeries.ts'
import type { BarRow, BarSegment, Slide } from '../../../model/deck.ts'
import type { LossStep, LossView, NodeScore } from '../../../model/scoreSheet.ts'
import { formatInterval } from '../../../receipt/pointsFormat.ts'
import { lowerFirst } from '../../../sentences/lowerFirst.ts'
import { overviewSentence } from '../../../sentences/overviewSentence.ts'
import { formatNumber } from '../../../ui/formatNumber.ts'
import { type Frame, isDeduced, stepName } from './frame.ts'
import { rankFact } from './rankFact.ts'
import { slideTable } from './slideTable.ts'
import { slideTitle } from './slideTitle.ts'
import { waterfallWords } from './waterfallWords.ts'

/** Steps between the maximum and the score that one slide holds. */
const mostSteps = 8

/** A set of more criteria than this begins by area: its small losses say little beside each other. */
const mostLeaves = 30

/**
 * From the maximum down to the score: by criterion, or by area first where there are many criteria; then inside the
 * area that lost most.
 */
export function waterfallSlides(frame: Frame): readonly Slide[] {
  const { sheet, view } = frame
  const whole: LossView = { nodeId: null, ...sheet.total, losses: sheet.losses }
  const areas = view.parts?.areas ?? null
  const isLarge = sheet.nodes.filter(node => node.isLeaf).length > mostLeaves
  const shown =
    areas && isLarge
      ? [areas.whole, whole, ...areas.each.filter(each => each.nodeId === areas.whole.losses[0]?.nodeId)]
      : areas && areas.whole.losses.length > 1
        ? [whole, areas.whole]
        : [whole]
  return shown
    .filter(each => each.losses.length > 0 && each.points.kind === 'known')
    .map((each, place) => waterfallSlide(frame, each, place === 0 ? 'waterfall' : `waterfall.${place + 1}`))
}

/** One ladder as a slide. */
export function waterfallSlide(frame: Frame, view: LossView, id: string): Slide {
  const { sheet, language, format, number } = frame
  const words = waterfallWords[language]
  const isItems = view.nodeId === null && view.losses === sheet.losses
  const isAreas = view.nodeId === null && !isItems
  const ladder = buildLadder(sheet, mostSteps, [], view)
  const max = number(view.maxPoints)
  const score = view.points.kind === 'known' ? formatInterval(view.points, format) : '?'
  const lost = view.gapToMax ? lostText(frame, view.gapToMax.from, view.gapToMax.to) : ''
  const rank = view.nodeId === null ? rankFact(frame) : null
  const area = view.nodeId === null ? null : frame.nodeName(view.nodeId)
  const name = area === null ? (isAreas ? words.byArea : words.name) : words.inArea(area)
  const title = titleOf(frame, view, isItems, area)
  const last: BarRow = {
    id: 'score',
    kind: 'score',
    lead: '',
    name: rank?.inSentence ? words.scoreRanked(rank.inSentence) : words.score,
    numbers: [score, lost],
    segments: [
      ...(ladder.scoreFrom > 0
        ? [{ from: 0, to: ladder.scoreFrom, paint: 'actual' as const, isSure: true }]
        : []),
      ...(ladder.scoreTo > ladder.scoreFrom
        ? [{ from: ladder.scoreFrom, to: ladder.scoreTo, paint: 'open' as const, isSure: false }]
        : []),
    ],
    tail: '',
    isStrong: false,
    receiptId: view.nodeId ?? 'total',
  }
  return {
    id,
    kind: 'waterfall',
    name,
    title,
    body: {
      kind: 'bars',
      scale: view.maxPoints,
      heads: {
        lead: null,
        name: isAreas ? words.area : capital(frame.item),
        numbers: [words.ofMax, words.lost],
        bar: words.scale(max),
        tail: null,
      },
      rows: [
        {
          id: 'max',
          kind: 'max',
          lead: '',
          name: words.max,
          numbers: [max, ''],
          segments: [{ from: 0, to: 1, paint: 'max', isSure: true }],
          tail: '',
          isStrong: false,
        },
        ...ladder.rows.map((row, place) => stepRow(frame, view, row, place === 0)),
        last,
      ],
      lines: [],
    },
    source: frame.sourceLine(frame.ownDocuments, unsure(view.losses) ? [words.unsure] : []),
    table: slideTable({
      id,
      name,
      title,
      columns: [
        ['code', words.code, 8],
        ['name', isAreas ? words.area : capital(frame.item), 44],
        ['points', words.score, 12, 'number'],
        ['max', words.max, 12, 'number'],
        ['lost', words.lost, 12, 'number'],
        ['left', words.left, 12, 'number'],
        ['why', words.why, 24],
      ],
      lines: [
        ...view.losses.map(step => ({
          id: `${step.kind}-${step.nodeId}`,
          cells: [
            frame.nodeCode(step.nodeId),
            frame.nodeFull(step.nodeId),
            tablePoints(frame, step),
            step.kind === 'rounding' || step.kind === 'adjusted' ? '' : number(step.maxPoints),
            step.kind === 'missing' ? words.upTo(format(step.lost)) : signedLoss(frame, step.lost),
            format(step.to),
            stepWhy(frame, step),
          ],
        })),
        { id: 'total', kind: 'total', cells: ['', words.total, score, max, lost, '', ''] },
      ],
      empty: words.nothingLost,
      language,
    }),
    notes: notesOf(frame, view, isItems),
  }
}

function titleOf(frame: Frame, view: LossView, isItems: boolean, area: string | null): string {
  const { sheet, language, format, number, item } = frame
  const words = waterfallWords[language]
  if (isItems) {
    const completeness = frame.view.parts?.completeness
    const saysStage = frame.view.stages.length > 1 || !['published', 'closed'].includes(sheet.stage)
    return slideTitle(
      overviewSentence(sheet, language, format, item, saysStage, completeness),
      overviewSentence(sheet, language, format, item, false, completeness),
      words.lostAll(lostSize(frame, view), number(view.maxPoints)),
    )
  }
  const [largest] = view.losses
  const all = words.lostAll(lostSize(frame, view), number(view.maxPoints))
  const inArea = area === null ? all : words.lostIn(area, lostSize(frame, view), number(view.maxPoints))
  if (largest?.kind !== 'lost') return slideTitle(inArea, all)
  const most = words.mostAt(lowerFirst(frame.nodeName(largest.nodeId)), format(largest.lost))
  return slideTitle(`${inArea}, ${most}`, `${all}, ${most}`, inArea, all)
}

function stepRow(frame: Frame, view: LossView, row: LadderRow, isFirst: boolean): BarRow {
  const { format, number, language } = frame
  const words = waterfallWords[language]
  const name =
    row.kind === 'rest'
      ? restName(frame, row)
      : row.node === null
        ? frame.words.rounding
        : stepName(frame, row.nodeId)
  const isPool = row.node !== null && 'poolId' in row.node
  const isOpen = row.lostSure !== row.lost
  const isSure =
    row.kind === 'rest'
      ? !view.losses.slice(-row.count).some(step => isDeduced([step], step.nodeId))
      : !isDeduced(view.losses, row.nodeId)
  return {
    id: `${row.kind}-${row.nodeId}`,
    kind: 'row',
    lead: '',
    name: row.kind === 'unexplained' && !isPool ? words.unexplained(name) : name,
    numbers: [
      row.maxPoints === null ? '' : `${earned(frame, row)}/${number(row.maxPoints)}`,
      isOpen
        ? `${row.lostSure === '0' ? '0' : format(row.lostSure)}–${format(row.lost)}`
        : signedLoss(frame, row.lost),
    ],
    segments: segmentsOf(row, isSure),
    tail: '',
    ...(row.notIncurred
      ? { mark: 'notIncurred' as const }
      : isOpen
        ? { mark: 'missing' as const }
        : row.kind === 'unexplained'
          ? { mark: 'inferred' as const }
          : {}),
    isStrong: isFirst && row.kind === 'lost' && !row.notIncurred,
    ...(row.node !== null && frame.hasReceipt(row.nodeId) ? { receiptId: row.nodeId } : {}),
  }
}

/** What falls, from the level before to the level after; what is won back rises. */
function segmentsOf(row: LadderRow, isSure: boolean): readonly BarSegment[] {
  const [low, high] = [Math.min(row.from, row.to), Math.max(row.from, row.to)]
  if (row.to > row.from) return [{ from: low, to: high, paint: 'actual', isSure }]
  // The sure part stands on the right, what missing figures leave open goes on from it.
  const middle = Math.min(Math.max(row.openFrom, low), high)
  return [
    ...(high > middle ? [{ from: middle, to: high, paint: 'lost' as const, isSure }] : []),
    ...(middle > low ? [{ from: low, to: middle, paint: 'open' as const, isSure: false }] : []),
  ]
}

function restName(frame: Frame, row: LadderRow): string {
  const words = waterfallWords[frame.language]
  const count = frame.count(row.count)
  if (row.lostSure === row.lost) return words.rest(count)
  return row.lostSure === '0' ? words.restMissing(count) : words.restOpen(count)
}

/** Points of a row; of an area with missing figures both ends. */
function earned(frame: Frame, row: LadderRow): string {
  if (row.points !== null) return frame.format(row.points)
  return openPoints(frame, row)
}

/** Bonuses and penalties are what they give or take; rounding has no points of its own. */
function tablePoints(frame: Frame, step: LossStep): string {
  if (step.kind === 'rounding') return ''
  if (step.points !== null) return frame.format(step.points)
  return step.kind === 'adjusted' ? signedLoss(frame, step.lost) : openPoints(frame, step)
}

function openPoints(frame: Frame, { nodeId }: { readonly nodeId: string }): string {
  const node = frame.node(nodeId)
  return node && !node.isLeaf && node.points?.kind === 'known'
    ? formatInterval(node.points, frame.format)
    : waterfallWords[frame.language].unscored
}

function stepWhy(frame: Frame, step: LossStep): string {
  const words = waterfallWords[frame.language]
  const kind = step.notIncurred ? words.notIncurred : words.kinds[step.kind]
  const node = frame.node(step.nodeId)
  const certainty =
    step.kind === 'missing'
      ? ''
      : node && node.ruleKind !== 'reported'
        ? ruleText(node, words)
        : words.certain[step.certainty]
  return [kind, certainty].filter(Boolean).join(', ')
}

/** What points rest on that follow from figures, in the words of the overview. */
function ruleText({ explanation }: NodeScore, words: (typeof waterfallWords)['vi' | 'en']): string {
  if (explanation === null) return words.certain.stated
  return explanation.ruleProvenance.certainty === 'stated' ? words.fromFigures : words.ruleInferred
}

/** "−2,00", and "+2,00" of a bonus. */
function signedLoss({ format }: Frame, lost: string): string {
  if (lost === '0') return '0'
  return lost.startsWith('-') ? `+${format(lost.slice(1))}` : `\u2212${format(lost)}`
}

function lostText(frame: Frame, from: string, to: string): string {
  return from === to ? signedLoss(frame, to) : `${frame.format(from)}–${frame.format(to)}`
}

function lostSize({ format }: Frame, { gapToMax }: LossView): string {
  return gapToMax ? formatInterval(gapToMax, format) : '?'
}

const unsure = (losses: readonly LossStep[]) =>
  losses.some(step => step.kind === 'unexplained' || step.certainty === 'inferred')

function notesOf(frame: Frame, view: LossView, isItems: boolean): readonly string[] {
  const { language, format } = frame
  const words = waterfallWords[language]
  const [first, second, third] = view.losses.filter(step => step.kind === 'lost')
  const named = [first, second, third].flatMap(step =>
    step ? [`${lowerFirst(frame.nodeName(step.nodeId))} (${format(step.lost)})`] : [],
  )
  return [
    words.read,
    ...(named.length > 1 ? [words.largest(named.join('; '))] : []),
    ...(isItems ? frame.whyLost(first) : []),
    ...(view.losses.some(step => step.notIncurred) ? [words.idleNote] : []),
    ...(view.losses.some(step => step.kind === 'missing') ? [words.missingNote] : []),
    ...(unsure(view.losses) ? [words.unsureNote] : []),
    words.ladderNote(formatNumber(view.maxPoints, language)),
  ].slice(0, 5)
}

const capital = (text: string) => text.slice(0, 1).toLocaleUpperCase('vi') + text.slice(1)
