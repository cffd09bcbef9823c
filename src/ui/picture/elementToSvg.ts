import { boxOf, drawBox, turnAbout } from './boxes.ts'
import { drawControl } from './controls.ts'
import { type Drawing, nameDefinition } from './drawing.ts'
import { embedFonts, pictureFamily } from './fonts.ts'
import { escapeText, tag } from './markup.ts'
import type { PictureContent } from './picture.ts'
import { drawPseudo } from './pseudo.ts'
import { type Stage, setStage } from './stage.ts'
import { drawSvg } from './svgNodes.ts'
import { drawText } from './texts.ts'

/** A picture that stands for itself, in its own pixels. */
export type SvgPicture = { readonly text: string; readonly width: number; readonly height: number }

/**
 * Draws a laid-out block of the page, with its heading and source, as plain SVG: rectangles, lines, real text.
 * Nothing in it needs HTML, a script or another file, so that word processors and drawing programs show it.
 *
 * @throws when the block is not on the page or has no size
 */
export async function elementToSvg(content: PictureContent): Promise<SvgPicture> {
  const stage = await setStage(content)
  try {
    return await writePicture(content, stage)
  } finally {
    stage.strike()
  }
}

async function writePicture(content: PictureContent, { sheet, view }: Stage): Promise<SvgPicture> {
  const { left, top, width, height } = sheet.getBoundingClientRect()
  const drawing: Drawing = {
    view,
    origin: { left, top },
    definitions: new Map(),
    definitionNames: new Map(),
    prefix: `p${hashOf(`${content.title} ${content.scope} ${content.source}`)}`,
    texts: [],
    ascents: new Map(),
  }
  const parts = drawContext(sheet, drawing)
  const fonts = await embedFonts(drawing.texts)
  const definitions = [...drawing.definitions.values()].join('')
  const size = { width: Math.ceil(width), height: Math.ceil(height) }
  const text = tag(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      ...size,
      viewBox: `0 0 ${size.width} ${size.height}`,
      role: 'img',
      'aria-label': content.title,
      'font-family': pictureFamily(''),
      lang: view.document.documentElement.lang,
    },
    [
      tag('title', {}, escapeText(content.title)),
      tag(
        'desc',
        {},
        escapeText([content.scope, content.source, content.origin ?? ''].filter(Boolean).join('\n')),
      ),
      tag('style', {}, `${escapeText(fonts)}text{font-variant-ligatures:none;white-space:pre}`),
      definitions && tag('defs', {}, definitions),
      tag('rect', { ...size, fill: '#ffffff' }),
      ...parts,
    ],
  )
  return { text: `<?xml version="1.0" encoding="UTF-8"?>\n${text}\n`, ...size }
}

/** Keeps definitions of two pictures apart when both are pasted into one page. */
function hashOf(text: string): string {
  let hash = 5381
  for (let at = 0; at < text.length; at++) hash = (Math.imul(hash, 33) ^ text.charCodeAt(at)) >>> 0
  return hash.toString(36)
}

/** What is painted after the flow of its stacking context, in order of z-index. */
type Layer = { readonly level: number; readonly parts: string[] }

/** An element that is painted as a whole: its own box, layers below, flow, layers above. */
function drawContext(element: Element, drawing: Drawing): string[] {
  const own: string[] = []
  const flow: string[] = []
  const layers: Layer[] = []
  const style = drawing.view.getComputedStyle(element)
  if (style.visibility === 'visible') own.push(...drawBox(style, boxOf(element, drawing), drawing))
  drawInside(element, style, drawing, flow, layers)
  const sorted = layers.toSorted((a, b) => a.level - b.level)
  const painted = (below: boolean) =>
    sorted.filter(({ level }) => level < 0 === below).flatMap(({ parts }) => parts)
  const inner = [...painted(true), ...flow, ...painted(false)]
  const clip = clipOf(element, style, drawing)
  const all = clip === null ? [...own, ...inner] : [...own, tag('g', { 'clip-path': clip }, inner)]
  const opacity = style.opacity === '1' ? null : style.opacity
  const turn = element.getAttribute('data-picture-turn')
  return opacity === null && turn === null
    ? all
    : [tag('g', { opacity, transform: turn && turnAbout(turn, boxOf(element, drawing), style) }, all)]
}

/** Only where something would stick out of a box that hides it. */
function clipOf(element: Element, style: CSSStyleDeclaration, drawing: Drawing): string | null {
  if (!cutsOff(element, style)) return null
  const key = `box ${drawing.definitions.size}`
  const id = nameDefinition(drawing, key)
  drawing.definitions.set(key, tag('clipPath', { id }, tag('rect', boxOf(element, drawing))))
  return `url(#${id})`
}

function cutsOff(element: Element, { overflow }: CSSStyleDeclaration): boolean {
  if (overflow === 'visible' || element.namespaceURI?.endsWith('svg') === true) return false
  return element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1
}

function drawInside(
  element: Element,
  style: CSSStyleDeclaration,
  drawing: Drawing,
  flow: string[],
  layers: Layer[],
): void {
  const control = drawControl(element, style, drawing)
  if (control) {
    flow.push(...control)
    return
  }
  const pseudo = (name: '::before' | '::after') => {
    const drawn = drawPseudo(element, name, drawing)
    if (drawn.length > 0) layers.push({ level: 0, parts: [...drawn] })
  }
  pseudo('::before')
  for (const child of element.childNodes) {
    if (isFolded(element, child)) continue
    if (child.nodeType === Node.TEXT_NODE) flow.push(...drawText(child as Text, style, drawing))
    else if (child.nodeType === Node.ELEMENT_NODE) drawChild(child as Element, drawing, flow, layers)
  }
  pseudo('::after')
}

function drawChild(element: Element, drawing: Drawing, flow: string[], layers: Layer[]): void {
  const style = drawing.view.getComputedStyle(element)
  if (style.display === 'none' || style.opacity === '0' || isHiddenVisually(element, style)) return
  const level = Number.parseInt(style.zIndex, 10)
  const placed = style.position !== 'static'
  if (element.localName === 'svg') {
    const drawn = style.visibility === 'visible' ? drawSvgBox(element as SVGSVGElement, style, drawing) : []
    if (placed) layers.push({ level: level || 0, parts: [...drawn] })
    else flow.push(...drawn)
    return
  }
  const whole =
    !Number.isNaN(level) ||
    style.opacity !== '1' ||
    element.hasAttribute('data-picture-turn') ||
    cutsOff(element, style)
  if (whole) {
    const parts = drawContext(element, drawing)
    if (placed || !Number.isNaN(level)) layers.push({ level: level || 0, parts })
    else flow.push(...parts)
    return
  }
  const here: string[] = placed ? [] : flow
  if (placed) layers.push({ level: 0, parts: here })
  if (style.visibility === 'visible' && style.display !== 'contents')
    here.push(...boxesOf(element, style, drawing))
  drawInside(element, style, drawing, here, layers)
}

function drawSvgBox(svg: SVGSVGElement, style: CSSStyleDeclaration, drawing: Drawing): readonly string[] {
  return [...drawBox(style, boxOf(svg, drawing), drawing), ...drawSvg(svg, drawing)]
}

/** An inline element that breaks has a box on each line. */
function boxesOf(element: Element, style: CSSStyleDeclaration, drawing: Drawing): readonly string[] {
  if (style.display !== 'inline') return drawBox(style, boxOf(element, drawing), drawing)
  const { left, top } = drawing.origin
  return [...element.getClientRects()].flatMap(rect =>
    drawBox(
      style,
      { x: rect.left - left, y: rect.top - top, width: rect.width, height: rect.height },
      drawing,
    ),
  )
}

/** What is folded away still has boxes of its own. */
function isFolded(element: Element, child: Node): boolean {
  return element.localName === 'details' && !element.hasAttribute('open') && child.nodeName !== 'SUMMARY'
}

/** Words for screen readers only: one pixel, clipped away. */
function isHiddenVisually(element: Element, style: CSSStyleDeclaration): boolean {
  if (style.position !== 'absolute' || style.overflow === 'visible') return false
  const { width, height } = element.getBoundingClientRect()
  return width <= 1 && height <= 1
}
