import type { BarBody, BarRow } from '../../../model/deck.ts'
import { sum } from './canvas.ts'
import type { DeckWords } from './deckWords.ts'
import { markedName } from './markedName.ts'
import { frame, type as sizes } from './slideLook.ts'
import { lineHeight, linesIn, textWidth } from './textWidth.ts'

/** Where the columns of a slide of bars stand, in inches from the left edge of the table. */
export type BarColumns = {
  readonly widths: readonly number[]
  /** Columns of the table by what they hold. */
  readonly name: number
  readonly numbers: readonly number[]
  readonly bar: number
  /** The band that bars are drawn in: a column, or the whole width beneath the texts of a waterfall. */
  readonly band: { readonly from: number; readonly width: number }
  readonly isWholeWidth: boolean
  /** Points of the rows and of the head. */
  readonly size: number
  readonly headSize: number
  readonly rowHeight: number
  readonly headHeight: number
  /** Whether thresholds are called by their names in a line of their own below the head of the bars. */
  readonly hasLabelLine: boolean
}

/** Rows are no higher than this, however few. */
const highestRow = 0.66
const padding = 0.16
const narrowestBar = 2.4
const widestBar = 6.2
/** Names are put on two lines before everything gets smaller than this. */
const smallestOnOneLine = 17
const lowestHead = 0.42
const highestHead = 1.2
/** However long the texts are, every column has a place. */
const widest = { lead: 1.6, numbers: 4.6, tail: 3.4 }
const narrowestName = 1.6
/** What thresholds are called. */
export const labelHeight = 0.34

/** Share of the height of a row that its bar takes. */
export function barThickness(body: BarBody): number {
  return isWaterfall(body) ? 0.68 : 0.54
}

function isWaterfall({ rows }: Pick<BarBody, 'rows'>): boolean {
  return rows.some(({ kind }) => kind === 'max' || kind === 'score')
}

/** Room for every text on one line where there is any; bars take what is left. */
export function barColumns(body: BarBody, height: number, words: DeckWords): BarColumns {
  const hasLabelLine = body.lines.length > 0 && body.heads.bar.trim() !== ''
  const first = columnsAt(body, height, lowestHead, words)
  // What stands above a narrow column may take more lines than one.
  const { heads } = body
  const texts = [
    ...(heads.lead === null ? [] : [heads.lead]),
    heads.name,
    ...heads.numbers,
    heads.bar,
    ...(heads.tail === null ? [] : [heads.tail]),
  ]
  const lines = texts.map((text, column) =>
    linesIn(text, (first.widths[column] ?? 1) - padding, first.headSize),
  )
  const head = Math.max(
    lowestHead,
    Math.min(highestHead, Math.max(...lines) * lineHeight(first.headSize) + 0.08),
  )
  const headHeight = head + (hasLabelLine ? labelHeight : 0)
  return { ...columnsAt(body, height, headHeight, words), hasLabelLine }
}

function columnsAt(
  body: BarBody,
  height: number,
  headHeight: number,
  words: DeckWords,
): Omit<BarColumns, 'hasLabelLine'> {
  const rowHeight = Math.min(highestRow, (height - headHeight) / Math.max(1, body.rows.length))
  const largest = Math.max(sizes.floor, Math.min(sizes.content, Math.floor((rowHeight * 72) / 1.36)))
  const smallest = Math.min(largest, smallestOnOneLine)
  const sizesToTry = Array.from({ length: largest - smallest + 1 }, (_, step) => largest - step)
  const whole = sizesToTry.find(size => standsLeftOfBars(body, needOf(body, size, words)))
  const size =
    whole ?? sizesToTry.find(each => needOf(body, each, words).all + narrowestBar <= frame.width) ?? smallest
  const need = needOf(body, size, words)
  const isWholeWidth = whole !== undefined
  const rest = frame.width - need.all
  const bar = isWholeWidth ? rest : Math.max(narrowestBar, Math.min(rest, widestBar))
  const name = Math.max(narrowestName, frame.width - need.lead - sum(need.numbers) - need.tail - bar)
  const widths = [
    ...(body.heads.lead === null ? [] : [need.lead]),
    name,
    ...need.numbers,
    frame.width - need.lead - name - sum(need.numbers) - need.tail,
    ...(body.heads.tail === null ? [] : [need.tail]),
  ]
  const at = body.heads.lead === null ? 0 : 1
  const barAt = at + 1 + need.numbers.length
  const band = { from: sum(widths.slice(0, barAt)) + padding / 2, width: (widths[barAt] ?? bar) - padding }
  return {
    widths,
    name: at,
    numbers: need.numbers.map((_, column) => at + 1 + column),
    bar: barAt,
    band: isWholeWidth ? { from: 0, width: frame.width } : band,
    isWholeWidth,
    size,
    headSize: Math.min(sizes.smallestContent, size),
    rowHeight: Math.max(rowHeight, lineHeight(size)),
    headHeight,
  }
}

type Need = ReturnType<typeof needOf>

/** Inches that the texts want to stand on one line each. */
function needOf({ heads, rows }: BarBody, size: number, words: DeckWords) {
  const headSize = Math.min(sizes.smallestContent, size)
  const wide = (head: string, texts: readonly (readonly [text: string, isBold: boolean])[]) =>
    Math.max(textWidth(head, headSize), ...texts.map(([text, isBold]) => textWidth(text, size, isBold))) +
    padding
  const full = rows.filter(({ kind }) => kind !== 'gap')
  const lead =
    heads.lead === null
      ? 0
      : Math.min(
          widest.lead,
          wide(
            heads.lead,
            rows.map(row => [row.lead, true]),
          ),
        )
  const numbers = shrunk(
    heads.numbers.map((head, column) =>
      wide(
        head,
        full.map(row => [row.numbers[column] ?? '', true]),
      ),
    ),
  )
  const tail =
    heads.tail === null
      ? 0
      : Math.min(
          widest.tail,
          wide(
            heads.tail,
            full.map(row => [row.tail, row.isStrong]),
          ),
        )
  const name = wide(
    heads.name,
    full.map(row => [markedName(row, words), row.isStrong]),
  )
  return { lead, name, numbers, tail, all: lead + name + sum(numbers) + tail }
}

/** Whether the bars of a waterfall may go over the whole width: their losses hang right of every text. */
function standsLeftOfBars(body: BarBody, need: Need): boolean {
  if (!isWaterfall(body) || body.heads.tail !== null || body.lines.length > 0) return false
  return need.all <= leftmostLoss(body.rows) * frame.width
}

/** Numbers that are sentences do not push everything else out. */
function shrunk(numbers: readonly number[]): readonly number[] {
  const most = widest.numbers
  const total = sum(numbers)
  return total <= most ? numbers : numbers.map(width => (width * most) / total)
}

/** Where the first loss of a waterfall begins: texts left of it lie on nothing. */
function leftmostLoss(rows: readonly BarRow[]): number {
  const starts = rows
    .filter(({ kind }) => kind === 'row' || kind === 'idle')
    .flatMap(({ segments }) => segments.map(({ from }) => from))
  return Math.min(1, ...starts)
}
