import { readColour } from './colour.ts'
import { type Box, type Drawing, paint } from './drawing.ts'
import { gradientFill } from './gradients.ts'
import { short, tag } from './markup.ts'

type Side = { readonly width: number; readonly style: string; readonly colour: string }

/** Where an element's border box lies on the sheet. */
export function boxOf(element: Element, { origin }: Drawing): Box {
  const { left, top, width, height } = element.getBoundingClientRect()
  return { x: left - origin.left, y: top - origin.top, width, height }
}

/** Boxes are measured as they lie; here a transform of theirs comes back, about its own origin. */
export function turnAbout(matrix: string, box: Box, style: CSSStyleDeclaration): string {
  const [right = 0, down = 0] = style.transformOrigin.split(' ').map(Number.parseFloat)
  const [x, y] = [short(box.x + right), short(box.y + down)]
  return `translate(${x} ${y}) ${matrix.replaceAll(',', '')} translate(-${x} -${y})`.replaceAll('--', '')
}

/** Background, inset shadows and borders of a box. */
export function drawBox(style: CSSStyleDeclaration, box: Box, drawing: Drawing): readonly string[] {
  if (box.width <= 0 && box.height <= 0) return []
  const radius = Math.min(Number.parseFloat(style.borderTopLeftRadius) || 0, box.width / 2, box.height / 2)
  const background = readColour(style.backgroundColor)
  const image = gradientFill(style.backgroundImage, box, drawing)
  return [
    ...(background ? [tag('rect', { ...box, rx: radius || null, ...paint('fill', background) })] : []),
    ...(image ? [tag('rect', { ...box, rx: radius || null, fill: image })] : []),
    ...drawInsetShadow(style.boxShadow, box),
    ...drawBorders(style, box, radius),
  ]
}

/** Only shadows without blur, used as bars and lines along an edge. */
function drawInsetShadow(shadow: string, box: Box): readonly string[] {
  if (!shadow.includes('inset')) return []
  return shadow.split(/,(?![^(]*\))/).flatMap(part => {
    const lengths = [...part.matchAll(/(-?[\d.]+)px/g)].map(found => Number(found[1]))
    const [right = 0, down = 0, blur = 0, spread = 0] = lengths
    const colour = readColour(part.match(/(?:rgba?|color)\([^)]*\)/)?.[0] ?? '')
    if (!part.includes('inset') || blur !== 0 || !colour) return []
    return edges(box, {
      top: Math.max(0, down + spread),
      right: Math.max(0, spread - right),
      bottom: Math.max(0, spread - down),
      left: Math.max(0, right + spread),
    }).map(edge => tag('rect', { ...edge, ...paint('fill', colour) }))
  })
}

type Widths = {
  readonly top: number
  readonly right: number
  readonly bottom: number
  readonly left: number
}

/** The strips along the edges of a box that are as thick as told. */
function edges(box: Box, { top, right, bottom, left }: Widths): readonly Box[] {
  return [
    { ...box, height: top },
    { ...box, x: box.x + box.width - right, width: right },
    { ...box, y: box.y + box.height - bottom, height: bottom },
    { ...box, width: left },
  ].filter(strip => strip.width > 0 && strip.height > 0)
}

function drawBorders(style: CSSStyleDeclaration, box: Box, radius: number): readonly string[] {
  const [top, right, bottom, left] = ['top', 'right', 'bottom', 'left'].map(side => sideOf(style, side))
  if (!top || !right || !bottom || !left) return []
  const alike = [right, bottom, left].every(
    side => side.width === top.width && side.style === top.style && side.colour === top.colour,
  )
  return alike ? drawFrame(top, box, radius) : drawSides([top, right, bottom, left], box)
}

function sideOf(style: CSSStyleDeclaration, side: string): Side {
  const read = (what: string) => style.getPropertyValue(`border-${side}-${what}`)
  const lineStyle = read('style')
  const drawn = lineStyle !== 'none' && lineStyle !== 'hidden'
  return { width: drawn ? Number.parseFloat(read('width')) : 0, style: lineStyle, colour: read('color') }
}

function drawFrame(side: Side, box: Box, radius: number): readonly string[] {
  const colour = readColour(side.colour)
  if (side.width <= 0 || !colour) return []
  const half = side.width / 2
  return [
    tag('rect', {
      x: box.x + half,
      y: box.y + half,
      width: Math.max(0, box.width - side.width),
      height: Math.max(0, box.height - side.width),
      rx: radius > half ? radius - half : null,
      fill: 'none',
      ...paint('stroke', colour),
      'stroke-width': side.width,
      ...dashes(side),
    }),
  ]
}

function drawSides(sides: readonly Side[], { x, y, width, height }: Box): readonly string[] {
  return sides.flatMap((side, place) => {
    const colour = readColour(side.colour)
    if (side.width <= 0 || !colour) return []
    const half = side.width / 2
    const lines = [
      { x1: x, y1: y + half, x2: x + width, y2: y + half },
      { x1: x + width - half, y1: y, x2: x + width - half, y2: y + height },
      { x1: x, y1: y + height - half, x2: x + width, y2: y + height - half },
      { x1: x + half, y1: y, x2: x + half, y2: y + height },
    ]
    return [
      tag('line', {
        ...lines[place],
        ...paint('stroke', colour),
        'stroke-width': side.width,
        ...dashes(side),
      }),
    ]
  })
}

/** Browsers draw dashes of about two widths, dots of one. */
function dashes({ style, width }: Side) {
  if (style === 'dashed')
    return { 'stroke-dasharray': `${Math.max(3, width * 2)} ${Math.max(2.4, width * 1.5)}` }
  if (style === 'dotted') return { 'stroke-dasharray': `${width} ${width}` }
  return {}
}
