import type PptxGenJS from 'pptxgenjs'
import type { Deck, Slide } from '../../../model/deck.ts'
import { type Canvas, drawLine, drawText } from './canvas.ts'
import { frame, paint, type as sizes } from './slideLook.ts'
import { slideInstant, slideText } from './slideText.ts'
import { lineHeight, linesIn, sizeThatFits, textWidth } from './textWidth.ts'

const layouts = { slide: 'ParBoard', cover: 'ParBoard 1' } as const

/** Letters of the private area stand for the field that PowerPoint counts slides with; see mendSlide.ts. */
export const pageField = '\ue000'

const rule = (y: number, colour: string, width: number) => ({
  line: { x: frame.left, y, w: frame.width, h: 0, line: { color: colour, width } },
})

const titleBox = (y: number, h: number, size: number, prompt: string) => ({
  placeholder: {
    options: {
      name: 'title',
      type: 'title' as const,
      x: frame.left,
      y,
      w: frame.width,
      h,
      margin: 0,
      fontSize: size,
      bold: true,
      color: paint.ink,
      align: 'left' as const,
      valign: 'bottom' as const,
    },
    text: prompt,
  },
})

/** The two kinds of slides as layouts, so that what is added by hand looks the same. */
export function defineLayouts(pptx: PptxGenJS, prompt: string): void {
  pptx.defineSlideMaster({
    title: layouts.slide,
    objects: [
      rule(frame.ruleTop, paint.ink, 2),
      titleBox(frame.titleTop, frame.titleHeight, sizes.title, prompt),
    ] as PptxGenJS.SlideMasterProps['objects'] & object,
  })
  pptx.defineSlideMaster({
    title: layouts.cover,
    objects: [
      rule(3.55, paint.ink, 3),
      titleBox(0.9, 2.5, 40, prompt),
    ] as PptxGenJS.SlideMasterProps['objects'] & object,
  })
}

export function addSlide(pptx: PptxGenJS, slide: Pick<Slide, 'title' | 'body'>): PptxGenJS.Slide {
  const isCover = slide.body.kind === 'cover'
  const added = pptx.addSlide({ masterName: isCover ? layouts.cover : layouts.slide })
  const text = slideText(slide.title)
  const box = isCover
    ? { width: frame.width, height: 2.4 }
    : { width: frame.width, height: frame.titleHeight }
  const range = isCover
    ? { largest: 40, smallest: 24 }
    : { largest: sizes.title, smallest: sizes.smallestTitle }
  const size = sizeThatFits(text, box, range, true)
  added.addText([{ text, options: { fontSize: size } }], { placeholder: 'title', fontSize: size })
  return added
}

/** "Số liệu minh họa" above the title, at the right, where it covers nothing. */
export function drawTags(canvas: Canvas, tags: readonly string[]): void {
  if (tags.length === 0) return
  const text = tags.join(' · ')
  const width = Math.min(frame.width, textWidth(slideText(text), sizes.source, true) + 0.3)
  drawText(
    canvas,
    [[{ text }]],
    { x: frame.left + frame.width - width, y: frame.tagTop, w: width, h: frame.tagHeight },
    {
      name: canvas.words.warnings,
      size: sizes.source,
      colour: paint.note,
      fill: paint.noteWash,
      isBold: true,
      align: 'center',
      anchor: 'middle',
    },
  )
}

/** What stands at the foot of a slide, and how much room it takes. */
export type Foot = { readonly text: string; readonly size: number; readonly top: number }

/** The right part of the foot: when the figures were frozen, and the page. */
const side = 3.1
const footWidth = frame.width - side - 0.15

/** Source and scope on as many lines as they need; beyond two the body gives way. */
export function footOf(deck: Pick<Deck, 'scope'>, slide: Pick<Slide, 'source'>): Foot {
  const parts = [deck.scope, slide.source].map(part => slideText(part).trim()).filter(part => part !== '')
  const text = parts.map(part => (/[.!?…]$/.test(part) ? part : `${part}.`)).join(' ')
  const size = linesIn(text, footWidth, sizes.source) <= 2 ? sizes.source : sizes.floor
  const more = Math.max(0, linesIn(text, footWidth, size) - 2)
  return { text, size, top: frame.footTop - more * lineHeight(size) }
}

/** Where the body of a slide with such a foot ends. */
export function bodyBottom({ top }: Foot): number {
  return top - (frame.footTop - frame.bodyBottom)
}

/** Source and scope, when the figures were frozen, and the page, at the foot of every slide. */
export function drawFoot(canvas: Canvas, deck: Deck, { text, size, top }: Foot, pages: number): void {
  const { words } = canvas
  const look = { size, colour: paint.ink2, anchor: 'middle' as const }
  const bottom = frame.footTop + frame.footHeight
  drawLine(
    canvas,
    { x: frame.left, y: top - (frame.footTop - frame.footRule), w: frame.width, h: 0 },
    { name: words.footRule, colour: paint.rule, points: 0.75 },
  )
  drawText(
    canvas,
    [[{ text }]],
    { x: frame.left, y: top, w: footWidth, h: bottom - top },
    { ...look, name: words.source },
  )
  const half = { x: frame.left + footWidth + 0.15, w: side, h: frame.footHeight / 2 }
  drawText(
    canvas,
    [[{ text: words.frozen(slideInstant(deck.frozenAt)) }]],
    { ...half, y: bottom - 2 * half.h },
    { ...look, name: words.frozenName, align: 'right' },
  )
  drawText(
    canvas,
    [[{ text: pageField }, { text: `/${pages}` }]],
    { ...half, y: bottom - half.h },
    { ...look, name: words.pageNumber, align: 'right' },
  )
}
