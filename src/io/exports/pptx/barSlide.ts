import type { BarBody, BarRow, Slide } from '../../../model/deck.ts'
import { type BarColumns, barColumns, barThickness, labelHeight } from './barColumns.ts'
import {
  type Border,
  type Box,
  type Canvas,
  type CellLook,
  type DrawnCell,
  drawLine,
  drawTable,
  drawText,
} from './canvas.ts'
import { chartData } from './chartData.ts'
import type { DeckWords } from './deckWords.ts'
import { markedName } from './markedName.ts'
import { frame, paint, type as sizes } from './slideLook.ts'
import { slideText } from './slideText.ts'
import { lineHeight, linesIn, sizeThatFits, textWidth } from './textWidth.ts'

const hairline: Border = { colour: paint.rule, points: 0.75 }
const inkLine: Border = { colour: paint.ink, points: 1 }
const dashed: Border = { colour: paint.rule2, points: 1, isDashed: true }

/** Rows of names and numbers as a table, their bars as one chart whose bands are as high as the rows. */
export function drawBars(
  canvas: Canvas,
  body: BarBody,
  { kind, title }: Pick<Slide, 'kind' | 'title'>,
): void {
  const { words } = canvas
  const columns = barColumns(body, canvas.bottom - frame.bodyTop, words)
  const head = columns.headHeight
  const band = { x: frame.left + columns.band.from, w: columns.band.width }
  const top = frame.bodyTop + head
  const height = columns.rowHeight * body.rows.length
  const drawTexts = () =>
    drawTable(
      canvas,
      [headCells(body, columns), ...body.rows.map(row => rowCells(row, body, columns, words))],
      {
        x: frame.left,
        y: frame.bodyTop,
        widths: columns.widths,
        heights: [head, ...body.rows.map(() => columns.rowHeight)],
      },
      words.tableOf(title),
    )
  // The last drawn lies on top: texts over the bars of a waterfall, bars over their empty column elsewhere.
  if (!columns.isWholeWidth) drawTexts()
  drawChart(canvas, body, { ...band, y: top, h: height }, { kind, title })
  if (columns.isWholeWidth) {
    drawTexts()
    drawSteps(canvas, body, columns, top)
  }
  drawTargets(canvas, body, columns, top)
  drawThresholds(canvas, body, { ...band, y: top, h: height })
}

function drawChart(canvas: Canvas, body: BarBody, box: Box, { kind, title }: Pick<Slide, 'kind' | 'title'>) {
  const { words, slide, charts, spoken } = canvas
  const data = chartData(body, kind, words)
  if (data === null) return
  charts.push({ data, thickness: barThickness(body) })
  spoken.set(words.chart, slideText(words.chartOf(title)))
  slide.addChart(
    'bar',
    data.series.map(({ name, values }) => ({
      name,
      labels: [...data.categories],
      values: values.map(value => value ?? 0),
    })),
    { ...box, objectName: words.chart, altText: slideText(words.chartOf(title)) },
  )
}

function headCells({ heads }: BarBody, columns: BarColumns): readonly DrawnCell[] {
  const base: CellLook = {
    size: columns.headSize,
    colour: paint.ink2,
    bottom: inkLine,
    anchor: 'bottom',
  }
  const bar = columns.hasLabelLine ? { ...base, anchor: 'top' as const } : base
  return [
    ...(heads.lead === null ? [] : [{ text: heads.lead, look: base }]),
    { text: heads.name, look: base },
    ...heads.numbers.map(text => ({ text, look: { ...base, align: 'right' as const } })),
    { text: heads.bar, look: bar },
    ...(heads.tail === null ? [] : [{ text: heads.tail, look: base }]),
  ]
}

function rowCells(row: BarRow, body: BarBody, columns: BarColumns, words: DeckWords): readonly DrawnCell[] {
  const { heads } = body
  const name = markedName(row, words)
  const isFrame = row.kind === 'max' || row.kind === 'score'
  const isBold = row.isStrong
  const colour = row.isStrong || isFrame ? paint.ink : paint.ink2
  const base: CellLook = {
    size: columns.size,
    isBold,
    colour: row.kind === 'idle' ? paint.ink2 : colour,
    bottom: columns.isWholeWidth && isFrame ? undefined : hairline,
  }
  const lead: readonly DrawnCell[] =
    heads.lead === null
      ? []
      : [{ text: row.lead, look: { ...base, isBold: row.kind !== 'idle', colour: paint.ink } }]
  if (row.kind === 'gap') {
    const span = columns.widths.length - lead.length
    const look = { ...base, colour: paint.ink2, span, top: dashed, bottom: dashed, sides: dashed }
    return [...lead, { text: name, look }]
  }
  const score = columns.isWholeWidth && row.kind === 'score' ? endOf(row) * frame.width : 0
  const onBar = (column: number, look: CellLook): CellLook =>
    left(columns, column + 1) <= score + 0.02 ? { ...look, colour: paint.onActual } : look
  const nameLook = onBar(columns.name, { ...base, size: nameSize(name, columns, isBold) })
  return [
    ...lead.map(cell => ({ ...cell, look: onBar(0, cell.look) })),
    { text: name, look: nameLook },
    ...columns.numbers.map((column, index) => {
      const text = row.numbers[index] ?? ''
      const isLoss = /^[−-]/.test(text)
      const look: CellLook = {
        ...base,
        align: 'right',
        isBold: isBold || isLoss || isFrame,
        colour: isLoss ? paint.lostText : row.kind === 'idle' ? paint.ink2 : paint.ink,
      }
      return { text, look: onBar(column, look) }
    }),
    { text: '', look: base },
    ...(heads.tail === null ? [] : [{ text: row.tail, look: { ...base, colour: paint.ink } }]),
  ]
}

/** A name that is too long for its column gets smaller, on two lines where the row is high enough. */
function nameSize(name: string, columns: BarColumns, isBold: boolean): number {
  const width = (columns.widths[columns.name] ?? 0) - 0.16
  if (linesIn(name, width, columns.size, isBold) === 1) return columns.size
  const box = { width, height: Math.max(columns.rowHeight - 0.04, lineHeight(sizes.floor)) }
  return sizeThatFits(name, box, { largest: columns.size, smallest: sizes.floor }, isBold)
}

function left(columns: BarColumns, column: number): number {
  return columns.widths.slice(0, column).reduce((total, width) => total + width, 0)
}

function endOf({ segments }: BarRow): number {
  return Math.max(0, ...segments.filter(({ paint }) => paint === 'actual').map(({ to }) => to))
}

/** Thin lines that lead from one step of a waterfall to the next. */
function drawSteps(canvas: Canvas, { rows }: BarBody, columns: BarColumns, top: number): void {
  const half = (columns.rowHeight * 0.68) / 2
  rows.slice(1).forEach((row, index) => {
    const above = rows[index]
    if (!above || above.kind === 'max' || above.kind === 'gap' || row.kind === 'gap') return
    const from = Math.min(...above.segments.map(segment => segment.from))
    if (!Number.isFinite(from)) return
    const y = top + (index + 0.5) * columns.rowHeight + half
    const x = frame.left + from * frame.width
    drawLine(
      canvas,
      { x, y, w: 0, h: columns.rowHeight - 2 * half },
      { name: `${canvas.words.step} ${index + 1}`, colour: paint.rule2, points: 0.75 },
    )
  })
}

const diamond = 0.16

/** Rows with a target of their own. */
function drawTargets({ slide, words }: Canvas, { rows }: BarBody, columns: BarColumns, top: number): void {
  rows.forEach((row, index) => {
    if (row.target === undefined) return
    const x = frame.left + columns.band.from + row.target * columns.band.width
    const y = top + (index + 0.5) * columns.rowHeight
    slide.addShape('diamond', {
      x: x - diamond / 2,
      y: y - diamond / 2,
      w: diamond,
      h: diamond,
      objectName: `${words.ownTarget} ${index + 1}`,
      fill: { color: paint.ink },
      line: { color: paint.paper, width: 1 },
    })
  })
}

/** Thresholds and targets over every row, with their names above them, none over another. */
function drawThresholds(canvas: Canvas, { lines }: BarBody, box: Box): void {
  const size = 16
  const sorted = lines.toSorted((a, b) => a.at - b.at)
  const ends = box.x + box.w + 0.6
  let free = box.x - 0.4
  const labels = sorted.map(line => {
    const width = textWidth(line.text, size) + 0.08
    const x = Math.max(free, Math.min(ends - width, box.x + line.at * box.w - width / 2))
    free = x + width
    return { ...line, x, width }
  })
  // Those pushed out at the right push the others back.
  let limit = ends
  const placed = labels.toReversed().map(label => {
    const x = Math.min(label.x, limit - label.width)
    limit = x
    return { ...label, x }
  })
  for (const [index, line] of placed.toReversed().entries()) {
    const x = box.x + line.at * box.w
    const name = `${canvas.words.threshold} ${index + 1}`
    drawLine(
      canvas,
      { x, y: box.y, w: 0, h: box.h },
      {
        name: `${name} |`,
        colour: paint.ink,
        points: line.isTarget ? 2 : 1,
        isDashed: !line.isTarget,
      },
    )
    if (line.isTarget)
      canvas.slide.addShape('diamond', {
        x: x - diamond / 2,
        y: box.y - diamond / 2,
        w: diamond,
        h: diamond,
        objectName: `${name} ◆`,
        fill: { color: paint.ink },
        line: { color: paint.paper, width: 1 },
      })
    drawText(
      canvas,
      [[{ text: line.text }]],
      { x: line.x, y: box.y - labelHeight - 0.08, w: line.width, h: labelHeight },
      { name, size, colour: paint.ink2, align: 'center', anchor: 'bottom' },
    )
  }
}
