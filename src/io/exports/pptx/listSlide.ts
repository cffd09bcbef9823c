import type { SlideBody, SlideRow } from '../../../model/deck.ts'
import { type Border, type Canvas, drawTable, sum } from './canvas.ts'
import { frame, paint, type as sizes } from './slideLook.ts'
import { lineHeight, linesIn, textWidth } from './textWidth.ts'

const hairline: Border = { colour: paint.rule, points: 0.75 }
const inkLine: Border = { colour: paint.ink, points: 1 }
const padding = 0.2
const between = 0.1

/** What to do, by whom, by when: a table whose columns take room by what stands in them. */
export function drawList(
  canvas: Canvas,
  body: Extract<SlideBody, { kind: 'list' }>,
  title: string,
  name?: string,
): void {
  const { words } = canvas
  if (body.heads.length === 0) return
  const rows = body.rows.map(row => ({ ...row, cells: body.heads.map((_, at) => textOf(row, at, canvas)) }))
  const height = canvas.bottom - frame.bodyTop
  let chosen = fitted(body.heads, rows, sizes.content)
  for (let size = sizes.content - 1; size >= sizes.floor && sum(chosen.heights) > height; size--)
    chosen = fitted(body.heads, rows, size)
  const { widths, heights, size } = chosen
  const head = {
    size: Math.min(sizes.smallestContent, size),
    colour: paint.ink2,
    bottom: inkLine,
    anchor: 'bottom' as const,
  }
  drawTable(
    canvas,
    [
      body.heads.map((text, column) => ({ text, look: { ...head, align: alignOf(rows, column) } })),
      ...rows.map(({ cells }) =>
        cells.map((text, column) => ({
          text,
          look: {
            size,
            align: alignOf(rows, column),
            colour: /^[−-]\d/.test(text) ? paint.lostText : column === 0 ? paint.ink : paint.ink2,
            bottom: hairline,
          },
        })),
      ),
    ],
    { x: frame.left, y: frame.bodyTop, widths, heights },
    words.tableOf(title),
    name,
  )
}

/** The mark of a row is said in its first cell. */
function textOf(row: SlideRow, column: number, { words }: Canvas): string {
  const text = row.cells[column] ?? ''
  if (column > 0 || row.mark === undefined) return text
  const word = words.marks[row.mark]
  return row.cells.some(cell => cell.toLowerCase().includes(word.toLowerCase())) ? text : `${text} (${word})`
}

const figure = /^[−+-]?[\d.,%/\s\u00a0–]+$/

/** Figures stand under each other at the right. */
function alignOf(rows: readonly { readonly cells: readonly string[] }[], column: number): 'left' | 'right' {
  const texts = rows.map(({ cells }) => cells[column] ?? '').filter(text => text !== '')
  return texts.length > 0 && texts.every(text => figure.test(text)) && column > 0 ? 'right' : 'left'
}

function fitted(
  heads: readonly string[],
  rows: readonly { readonly cells: readonly string[] }[],
  size: number,
) {
  const needs = heads.map((head, column) => {
    const widest = Math.max(
      textWidth(head, size),
      ...rows.map(({ cells }) => textWidth(cells[column] ?? '', size)),
    )
    return widest + padding
  })
  const widths = shareOut(needs, frame.width)
  const lines = (texts: readonly string[]) =>
    Math.max(1, ...texts.map((text, column) => linesIn(text, (widths[column] ?? 1) - padding, size)))
  const heights = [
    lines(heads) * lineHeight(size) + between,
    ...rows.map(({ cells }) => lines(cells) * lineHeight(size) + between),
  ]
  return { widths, heights, size }
}

/** Columns that need less than a fair share get what they need; the widest share what is left. */
function shareOut(needs: readonly number[], width: number): readonly number[] {
  const total = sum(needs)
  if (total <= width) return needs.map(need => need + (width - total) * (need / Math.max(total, 0.01)))
  const shares = new Map<number, number>()
  let left = width
  const rising = needs.map((need, at) => ({ need, at })).toSorted((a, b) => a.need - b.need)
  for (const [index, { need, at }] of rising.entries()) {
    const share = Math.min(need, left / (rising.length - index))
    shares.set(at, share)
    left -= share
  }
  return needs.map((need, at) => shares.get(at) ?? need)
}
