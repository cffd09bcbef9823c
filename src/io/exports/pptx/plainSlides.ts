import type { SlideBody, SlideFact } from '../../../model/deck.ts'
import { type Canvas, drawLine, drawText, type Run } from './canvas.ts'
import type { DeckWords } from './deckWords.ts'
import { frame, paint, type as sizes } from './slideLook.ts'
import { lineHeight, linesIn, sizeThatFits, textWidth } from './textWidth.ts'

/** Numbers that stand alone, up to four beside each other, and what has to be said of them. */
export function drawFacts(canvas: Canvas, body: Extract<SlideBody, { kind: 'facts' }>): void {
  const { facts, remarks } = body
  const columns =
    facts.length <= 4 ? Math.max(1, facts.length) : Math.ceil(facts.length / Math.ceil(facts.length / 4))
  const rows = Math.ceil(facts.length / columns)
  const gap = 0.3
  const width = (frame.width - gap * (columns - 1)) / columns
  const noted = remarks.length === 0 ? 0 : remarkHeight(remarks)
  const space = canvas.bottom - frame.bodyTop - noted
  const height = Math.min(2.5, space / Math.max(1, rows))
  const size = figureSize(facts, width, height - 0.3)
  facts.forEach((fact, index) => {
    const x = frame.left + (index % columns) * (width + gap)
    const y = frame.bodyTop + 0.12 + Math.floor(index / columns) * height
    drawFact(canvas, fact, { x, y, w: width, h: height - 0.2 }, index, size)
  })
  if (remarks.length > 0)
    drawText(
      canvas,
      remarks.map(text => [{ text }]),
      { x: frame.left, y: frame.bodyTop + 0.12 + rows * height, w: frame.width, h: noted },
      { name: canvas.words.remarks, size: remarkSize(remarks), colour: paint.ink2, after: 6 },
    )
}

/** All figures of a slide are as large as the longest may be, and leave room for what stands around them. */
function figureSize(facts: readonly SlideFact[], width: number, height: number): number {
  const widest = facts.map(
    ({ value, of }) => textWidth(value, 1, true) + textWidth(of === undefined ? '' : `/${of}`, 1) * ofShare,
  )
  const around = facts.map(({ label, note = '' }) =>
    [label, note].reduce((sum, text) => sum + linesIn(text, width, sizes.smallestContent), 0),
  )
  const left = height - Math.max(0, ...around) * lineHeight(sizes.smallestContent)
  const fitting = Math.min((width - 0.05) / Math.max(0.01, ...widest), left / lineHeight(1))
  return Math.max(sizes.smallestContent, Math.min(sizes.figures, Math.floor(fitting)))
}

/** The maximum after a figure is that much smaller. */
const ofShare = 0.55

function remarkSize(remarks: readonly string[]): number {
  return sizeThatFits(
    remarks.join(' '),
    { width: frame.width, height: 1.9 },
    { largest: sizes.content, smallest: 14 },
  )
}

function remarkHeight(remarks: readonly string[]): number {
  const size = remarkSize(remarks)
  const lines = remarks.reduce((total, text) => total + linesIn(text, frame.width, size), 0)
  return lines * lineHeight(size) + remarks.length * 0.09 + 0.1
}

function drawFact(
  canvas: Canvas,
  fact: SlideFact,
  box: { readonly x: number; readonly y: number; readonly w: number; readonly h: number },
  index: number,
  size: number,
): void {
  const name = `${canvas.words.facts} ${index + 1}`
  drawLine(
    canvas,
    { x: box.x, y: box.y, w: box.w, h: 0 },
    { name: `${name} |`, colour: paint.rule2, points: 1 },
  )
  const of = fact.of === undefined ? '' : `/${fact.of}`
  const value: Run[] = [{ text: fact.value, size, isBold: true, colour: valueColour(fact) }]
  if (of !== '') value.push({ text: of, size: Math.round(size * ofShare), isBold: false, colour: paint.ink2 })
  const note = noteOf(fact, canvas.words)
  const small = sizeThatFits(
    `${fact.label} ${note}`,
    { width: box.w, height: Math.max(0.4, box.h - lineHeight(size) - 0.2) },
    { largest: sizes.smallestContent, smallest: sizes.floor },
  )
  const paragraphs: Run[][] = [[{ text: fact.label, size: small, colour: paint.ink2 }], value]
  if (note !== '') paragraphs.push([{ text: note, size: small, colour: paint.ink2 }])
  drawText(canvas, paragraphs, { ...box, y: box.y + 0.08, h: box.h - 0.08 }, { name, size: small })
}

function valueColour({ value, mark }: SlideFact): string {
  return /^[−-]/.test(value) ? paint.lostText : mark === 'missing' ? paint.ink2 : paint.ink
}

function noteOf({ label, value, note = '', mark }: SlideFact, { marks }: DeckWords): string {
  if (mark === undefined) return note
  const said = [label, value, note].join(' ').toLowerCase()
  return said.includes(marks[mark].toLowerCase()) ? note : `${note}${note === '' ? '' : '; '}${marks[mark]}`
}

/** Sentences, as large as there is room. */
export function drawLines(canvas: Canvas, lines: readonly string[]): void {
  const box = {
    x: frame.left,
    y: frame.bodyTop + 0.15,
    w: frame.width,
    h: canvas.bottom - frame.bodyTop - 0.15,
  }
  let size = 22
  const height = () =>
    lines.reduce((total, line) => total + linesIn(line, box.w, size) * lineHeight(size) + size / 120, 0)
  while (size > sizes.floor && height() > box.h) size -= 1
  drawText(
    canvas,
    lines.map(text => [{ text }]),
    box,
    { name: canvas.words.text, size, after: Math.round(size * 0.6) },
  )
}

/** What the deck is of; warnings stand before any figure. */
export function drawCover(canvas: Canvas, body: Extract<SlideBody, { kind: 'cover' }>): void {
  const space = 2
  const heightAt = (size: number) =>
    body.lines.reduce((sum, text) => sum + linesIn(text, frame.width, size) * lineHeight(size) + 0.08, 0)
  let lineSize = 22
  while (lineSize > 14 && heightAt(lineSize) > space) lineSize -= 1
  drawText(
    canvas,
    body.lines.map(text => [{ text }]),
    { x: frame.left, y: coverTop, w: frame.width, h: Math.max(space, heightAt(lineSize)) },
    { name: canvas.words.text, size: lineSize, colour: paint.ink2, after: 5 },
  )
  if (body.warnings.length === 0) return
  const size = 20
  const lines = body.warnings.reduce((total, text) => total + linesIn(text, frame.width - 0.4, size), 0)
  const height = Math.min(1.5, lines * lineHeight(size) + 0.2)
  drawText(
    canvas,
    body.warnings.map(text => [{ text }]),
    { x: frame.left, y: canvas.bottom - height - 0.1, w: frame.width, h: height },
    {
      name: canvas.words.warnings,
      size,
      colour: paint.note,
      fill: paint.noteWash,
      isBold: true,
      anchor: 'middle',
      inset: 12,
    },
  )
}

/** Under the title of the cover. */
export const coverTop = 3.75
