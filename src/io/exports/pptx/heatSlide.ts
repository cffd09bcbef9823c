import type { HeatBody } from '../../../model/deck.ts'
import { type Border, type Canvas, type DrawnCell, drawTable, drawText, sum } from './canvas.ts'
import { frame, heatSteps, paint, type as sizes } from './slideLook.ts'
import { slideText } from './slideText.ts'
import { lineHeight, linesIn, sizeThatFits, textWidth } from './textWidth.ts'

const inkLine: Border = { colour: paint.ink, points: 1 }
/** White between the cells keeps neighbours of the same step apart. */
const between: Border = { colour: paint.paper, points: 1.5 }

const legendHeight = 0.34
const highestRow = 0.5
/** Beside a number: the group's largest loss of its row. */
const mostLostSign = '▼'

/** Agencies by criteria as a table; the number is always there, the fill only repeats it. */
export function drawHeat(canvas: Canvas, body: HeatBody, title: string): void {
  const { words } = canvas
  const height = canvas.bottom - frame.bodyTop - legendHeight
  const hasMostLost = body.rows.some(({ cells }) => cells.some(({ isMostLost }) => isMostLost))
  const longest = Math.max(0, ...body.rows.map(({ name }) => textWidth(name, sizes.smallestContent)))
  const nameWidth = Math.min(4.6, Math.max(1.8, longest + 0.2, frame.width - body.columns.length * 1.6))
  const width = (frame.width - nameWidth) / Math.max(1, body.columns.length)
  const heads = headOf(body.columns, width)
  const rowHeight = Math.min(highestRow, (height - heads.height) / Math.max(1, body.rows.length))
  const size = Math.max(
    sizes.floor,
    Math.min(sizes.smallestContent, Math.floor((rowHeight * 72) / 1.34), cellSize(body, width)),
  )
  const widths = [nameWidth, ...body.columns.map(() => width)]
  const head = { size: heads.size, colour: paint.ink2, bottom: inkLine, anchor: 'bottom' as const }
  const rows: (readonly DrawnCell[])[] = [
    [
      { text: body.corner, look: head },
      ...body.columns.map(text => ({
        text,
        look: { ...head, align: 'center' as const, padding: [0.04, 0.04] as const },
      })),
    ],
    ...body.rows.map(({ name, cells }, row) => [
      { text: name, look: { size: nameSize(name, nameWidth, rowHeight, size), bottom: between } },
      ...cells.map(cell => heatCell(cell, size, row === 0)),
    ]),
  ]
  const heights = [heads.height, ...body.rows.map(() => Math.max(rowHeight, lineHeight(size)))]
  drawTable(canvas, rows, { x: frame.left, y: frame.bodyTop, widths, heights }, words.tableOf(title))
  const said = slideText(body.legend)
  const legend =
    hasMostLost && !said.includes(mostLostSign) ? `${said}${said === '' ? '' : '; '}${words.mostLost}` : said
  const y = Math.min(frame.bodyTop + sum(heights) + 0.06, canvas.bottom - legendHeight)
  if (legend !== '')
    drawText(
      canvas,
      [[{ text: legend }]],
      { x: frame.left, y, w: frame.width, h: legendHeight },
      {
        name: words.remarks,
        size: 14,
        colour: paint.ink2,
        anchor: 'middle',
      },
    )
}

function heatCell(
  cell: HeatBody['rows'][number]['cells'][number],
  size: number,
  isFirst: boolean,
): DrawnCell {
  const step = cell.step === null ? null : heatSteps[cell.step - 1]
  const text = cell.isMostLost ? `${mostLostSign} ${cell.text}` : cell.text
  return {
    text,
    look: {
      size: step ? size : Math.max(sizes.floor, size - 2),
      align: 'center',
      isBold: cell.isMostLost,
      colour: step?.text ?? paint.ink2,
      fill: step?.fill,
      padding: [0.03, 0.03],
      top: isFirst ? inkLine : between,
      bottom: between,
      sides: between,
    },
  }
}

/** Heads of columns stand upright on as many lines as they need, up to five. */
function headOf(
  columns: readonly string[],
  width: number,
): { readonly size: number; readonly height: number } {
  for (let size = 16; ; size -= 1) {
    const lines = Math.max(1, ...columns.map(text => linesIn(text, width - 0.1, size)))
    if (lines <= 4 || size === sizes.floor) return { size, height: lines * lineHeight(size) + 0.06 }
  }
}

function cellSize({ rows }: HeatBody, width: number): number {
  const texts = rows.flatMap(({ cells }) =>
    cells.map(cell => (cell.isMostLost ? `▼ ${cell.text}` : cell.text)),
  )
  const widest = Math.max(
    0.01,
    ...texts.filter(text => /\d/.test(text)).map(text => textWidth(text, 1, true)),
  )
  return Math.floor((width - 0.08) / widest)
}

function nameSize(name: string, width: number, height: number, size: number): number {
  const box = { width: width - 0.16, height: Math.max(height, lineHeight(sizes.floor)) }
  return sizeThatFits(name, box, { largest: size, smallest: sizes.floor })
}
