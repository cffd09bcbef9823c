import type { DisplayedCell } from '../../model/displayedTable.ts'
import { isSettled } from '../../model/exact.ts'
import type { StageCell, StageColumn } from '../../model/stageColumns.ts'
import { numberCell, textCell } from '../../receipt/displayedCell.ts'
import { formatInterval } from '../../receipt/pointsFormat.ts'
import { formatNumber, formatPercent, type Language } from '../../ui/formatNumber.ts'
import type { CriteriaLine } from './criteriaLines.ts'
import type { TableView } from './tableView.ts'

/** What a cell of the official table says, on the screen and in every file made of it. */
export type SaidCell = {
  /**
   * How it is drawn: a `number` aligns on its comma; `missing` and `notApplicable` have their sign before them; a
   * `sign` stands alone, its word is for who hears the table; a `dash` is where nothing belongs.
   */
  readonly look: 'number' | 'text' | 'small' | 'missing' | 'notApplicable' | 'sign' | 'dash' | 'none'
  readonly text: string
  /** Words before it, in order; `full` is the tooltip. */
  readonly words?: readonly SaidWord[]
}

export type SaidWord = {
  readonly kind: 'inferred' | 'notApplicable' | 'origin'
  readonly word: string
  readonly full?: string | undefined
}

export const saysNothing: SaidCell = { look: 'none', text: '' }
const dash: SaidCell = { look: 'dash', text: '' }

/** The same cell as it leaves the page. */
export function displayedCell({ look, text, words = [] }: SaidCell, language: Language): DisplayedCell {
  if (look === 'none' || look === 'dash') return { text: '' }
  const before = words.map(({ word }) => word)
  return look === 'number' ? numberCell(text, language, { words: before }) : textCell(...before, text)
}

/** Maximum of the line; a ceiling for what stands outside the tree. */
export function saidMax(
  { node, pool, adjustment }: Pick<CriteriaLine, 'node' | 'pool' | 'adjustment'>,
  { words, language }: Pick<TableView, 'words' | 'language'>,
): SaidCell {
  if (node?.ruleKind === 'monitor' || node?.outcome?.kind === 'notApplicable') return dash
  if (adjustment) return { look: 'small', text: words.upTo(formatNumber(adjustment.ceiling, language)) }
  const max = node ? node.maxPoints : (pool?.maxPoints ?? null)
  if (max === null) return node ? { look: 'missing', text: words.unknown } : saysNothing
  return { look: 'number', text: formatNumber(max, language) }
}

/** Points of one stage, or why there are none. */
export function saidPoints(
  cell: StageCell,
  column: StageColumn,
  line: Pick<CriteriaLine, 'kind' | 'node'>,
  view: TableView,
): SaidCell {
  const { words, format } = view
  // The words stand once, in the column that counts.
  const isLast = column === view.table.columns.at(-1)
  switch (cell.state) {
    case 'settled':
    case 'open': {
      const isSum = line.kind === 'leaf' || line.kind === 'adjustment' ? false : cell.basis === 'sum'
      const origin = isSum ? null : originOf(cell.basis, column, view)
      const signed = line.kind === 'adjustment' || line.kind === 'rounding' || line.kind === 'rescaling'
      const write = signed
        ? (points: string) =>
            formatNumber(points, view.language, { signed: true, minPlaces: view.ruleSet.pointsPlaces })
        : format
      const isGuessed = column.by !== 'published' && isInferred(line)
      return {
        ...(isSettled(cell.points)
          ? { look: 'number', text: write(cell.points.to) }
          : { look: 'text', text: formatInterval(cell.points, write) }),
        words: [
          ...(isGuessed ? [{ kind: 'inferred', word: words.inferred } as const] : []),
          ...(origin ? [{ kind: 'origin', word: origin.short, full: origin.full } as const] : []),
        ],
      }
    }
    case 'unknown':
      return { look: 'missing', text: words.atLeast(format(cell.atLeast)) }
    case 'missing':
      return { look: 'missing', text: words.missing }
    case 'pendingSurvey':
    case 'pendingReview':
      return { look: 'missing', text: words[cell.state] }
    case 'pooled':
      return { look: 'small', text: words.pooled }
    case 'notApplicable':
      return { look: isLast ? 'notApplicable' : 'sign', text: words.notApplicable }
    case 'watched':
      return isLast ? { look: 'small', text: words.watched } : saysNothing
    case 'notStated':
      return line.kind === 'rounding' || line.kind === 'rescaling'
        ? dash
        : { look: 'small', text: words.notStated }
  }
}

/** Points that no document states: drawn with a hatch wherever they stand. */
export function isInferred({ node, kind }: Pick<CriteriaLine, 'kind' | 'node'>): boolean {
  return kind === 'pool' || (node?.outcome?.kind === 'scored' && node.outcome.certainty === 'inferred')
}

/** Where points stand for something else than the head of their column says, a word before them says so. */
function originOf(basis: string, column: StageColumn, { table, words }: TableView) {
  if (table.columns.length < 2 || column.by === 'published') return null
  if (basis === 'published') return { short: words.taken, full: words.takenFull }
  return basis === 'rule' && column.by === 'stage'
    ? { short: words.computed, full: words.computedFull }
    : null
}

/** Last column less the first, to the last digit. */
export function saidDifference(
  { row: { difference } }: Pick<CriteriaLine, 'row'>,
  { words, language, ruleSet }: TableView,
): SaidCell {
  if (difference.kind === 'none') return saysNothing
  if (difference.kind !== 'known')
    return {
      look: 'small',
      text: difference.kind === 'taken' ? words.takenDifference : words.openDifference,
    }
  return {
    look: 'number',
    text: formatNumber(difference.points, language, { signed: true, minPlaces: ruleSet.pointsPlaces }),
  }
}

export function saidLost(
  { row: { lost }, node }: Pick<CriteriaLine, 'row' | 'node'>,
  { words, format }: TableView,
): SaidCell {
  if (!lost || node?.ruleKind === 'monitor' || node?.outcome?.kind === 'notApplicable') return saysNothing
  if (isSettled(lost)) return { look: 'number', text: format(lost.to) }
  return {
    look: 'text',
    text: lost.from === '0' ? words.upTo(format(lost.to)) : formatInterval(lost, format),
  }
}

/** Whole percents of the maximum; what is not quite full never reads as full. */
export function saidPercent(
  { row: { percent, lost }, kind }: Pick<CriteriaLine, 'row' | 'kind'>,
  { language }: Pick<TableView, 'language'>,
): SaidCell {
  if (percent === null) return saysNothing
  // From nothing to everything is no number.
  if (kind === 'leaf' && percent.from === '0' && percent.to === '100') return { look: 'text', text: '' }
  const whole = (value: string) => formatPercent(value, language, 0)
  if (!isSettled(percent))
    return { look: 'text', text: `${whole(percent.from).slice(0, -1)}–${whole(percent.to)}` }
  const text = whole(percent.to)
  return {
    look: 'number',
    text: text === '100%' && lost?.to !== '0' ? formatPercent(percent.to, language) : text,
  }
}
