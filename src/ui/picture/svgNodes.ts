import { readColour } from './colour.ts'
import { type Drawing, nameDefinition, paint } from './drawing.ts'
import { type Attributes, tag } from './markup.ts'
import type { Scale } from './scalePath.ts'
import { isShape, shapeOf } from './svgShapes.ts'
import { drawSvgText } from './svgText.ts'

/** A drawing inside the element, flattened into groups at its place on the sheet. */
export function drawSvg(svg: SVGSVGElement, drawing: Drawing): readonly string[] {
  const matrix = svg.getScreenCTM()
  if (!matrix) return []
  const { left, top } = drawing.origin
  const scale = { x: matrix.a, y: matrix.d }
  const even = Math.abs(scale.x - scale.y) < 1e-3
  const content = drawChildren(svg, drawing, even ? { x: 1, y: 1 } : scale)
  if (content.length === 0) return []
  const moved = `translate(${round(matrix.e - left)} ${round(matrix.f - top)})`
  const group = tag(
    'g',
    {
      transform: even && Math.abs(scale.x - 1) > 1e-4 ? `${moved} scale(${round(scale.x)})` : moved,
      'clip-path': spills(svg) ? clipTo(svg, drawing, even ? { x: 1, y: 1 } : scale) : null,
    },
    content,
  )
  return [group]
}

const round = (value: number) => Math.round(value * 1e4) / 1e4

/** Whether something is cut off at the edge of a drawing; most are not, and then need no clip. */
function spills(svg: SVGSVGElement): boolean {
  const style = svg.ownerDocument.defaultView?.getComputedStyle(svg)
  if (style?.overflow === 'visible') return false
  const inner = svg.getBBox()
  const box = viewOf(svg)
  return (
    inner.x < box.x - 1 ||
    inner.y < box.y - 1 ||
    inner.x + inner.width > box.x + box.width + 1 ||
    inner.y + inner.height > box.y + box.height + 1
  )
}

function viewOf(svg: SVGSVGElement) {
  const { x, y, width, height } = svg.viewBox.baseVal ?? { x: 0, y: 0, width: 0, height: 0 }
  if (width > 0) return { x, y, width, height }
  const outer = svg.ownerSVGElement === null ? svg.getBoundingClientRect() : null
  return {
    x: 0,
    y: 0,
    width: outer?.width ?? svg.width.baseVal.value,
    height: outer?.height ?? svg.height.baseVal.value,
  }
}

function clipTo(svg: SVGSVGElement, drawing: Drawing, scale: Scale): string {
  const box = viewOf(svg)
  const key = `clip ${drawing.definitions.size}`
  const id = nameDefinition(drawing, key)
  const shape = tag('rect', {
    x: box.x * scale.x,
    y: box.y * scale.y,
    width: box.width * scale.x,
    height: box.height * scale.y,
  })
  drawing.definitions.set(key, tag('clipPath', { id }, shape))
  return `url(#${id})`
}

function drawChildren(parent: Element, drawing: Drawing, scale: Scale): readonly string[] {
  return [...parent.children].flatMap(child => drawNode(child as SVGElement, drawing, scale))
}

function drawNode(node: SVGElement, drawing: Drawing, scale: Scale): readonly string[] {
  const style = drawing.view.getComputedStyle(node)
  if (style.display === 'none' || style.opacity === '0') return []
  const name = node.localName
  if (name === 'text') {
    const run = { drawing, scale, paint: (text: CSSStyleDeclaration) => paintOf(text, 'fill', drawing) }
    return drawSvgText(node as SVGTextElement, run)
  }
  if (name === 'g' || name === 'a' || name === 'svg') {
    const content = drawChildren(node, drawing, scale)
    if (content.length === 0) return []
    const place = name === 'svg' ? nestedPlace(node as SVGSVGElement, scale) : placeOf(node, scale)
    return [tag('g', { ...place, ...effects(style, drawing, scale) }, content)]
  }
  if (style.visibility !== 'visible' || !isShape(node)) return []
  return [
    tag(name, {
      ...shapeOf(node, scale),
      ...placeOf(node, scale),
      ...paints(style, drawing),
      ...effects(style, drawing, scale),
    }),
  ]
}

/** A drawing within a drawing is a group that is moved, and scaled if it has a view box of its own. */
function nestedPlace(svg: SVGSVGElement, scale: Scale): Attributes {
  const parent = svg.parentElement as unknown as SVGGraphicsElement | null
  const outer = parent?.getScreenCTM()
  const own = svg.getScreenCTM()
  if (!outer || !own) return {}
  const matrix = outer.inverse().multiply(own)
  return { transform: matrixText({ ...pick(matrix), e: matrix.e * scale.x, f: matrix.f * scale.y }) }
}

type Matrix = Record<'a' | 'b' | 'c' | 'd' | 'e' | 'f', number>
const pick = ({ a, b, c, d, e, f }: DOMMatrix | SVGMatrix): Matrix => ({ a, b, c, d, e, f })

function matrixText({ a, b, c, d, e, f }: Matrix): string | null {
  const still = [a - 1, b, c, d - 1].every(part => Math.abs(part) < 1e-4)
  if (still && Math.abs(e) < 1e-3 && Math.abs(f) < 1e-3) return null
  return still ? `translate(${round(e)} ${round(f)})` : `matrix(${[a, b, c, d, e, f].map(round).join(' ')})`
}

/** A node's own transform; only its shift is stretched with the drawing. */
function placeOf(node: SVGElement, scale: Scale): Attributes {
  const own = (node as SVGGraphicsElement).transform?.baseVal.consolidate()?.matrix
  if (!own) return {}
  return { transform: matrixText({ ...pick(own), e: own.e * scale.x, f: own.f * scale.y }) }
}

function paints(style: CSSStyleDeclaration, drawing: Drawing): Attributes {
  const stroke = paintOf(style, 'stroke', drawing)
  return {
    ...paintOf(style, 'fill', drawing),
    'fill-rule': style.fillRule === 'evenodd' ? 'evenodd' : null,
    ...(stroke['stroke'] === 'none'
      ? {}
      : {
          ...stroke,
          'stroke-width': Number.parseFloat(style.strokeWidth),
          'stroke-dasharray':
            style.strokeDasharray === 'none' ? null : style.strokeDasharray.replaceAll('px', ''),
          'stroke-dashoffset': Number.parseFloat(style.strokeDashoffset) || null,
          'stroke-linecap': style.strokeLinecap === 'butt' ? null : style.strokeLinecap,
          'stroke-linejoin': style.strokeLinejoin === 'miter' ? null : style.strokeLinejoin,
          'paint-order': style.paintOrder === 'normal' ? null : style.paintOrder,
        }),
  }
}

/** A plain colour, or a reference to a hatch or gradient that is copied into the picture. */
function paintOf(style: CSSStyleDeclaration, property: 'fill' | 'stroke', drawing: Drawing): Attributes {
  const value = style.getPropertyValue(property)
  const own = Number.parseFloat(style.getPropertyValue(`${property}-opacity`))
  const opacity = Number.isNaN(own) ? 1 : own
  const reference = referenceIn(value)
  if (reference !== null) {
    const copied = copyDefinition(reference, drawing)
    return {
      [property]: copied ?? 'none',
      [`${property}-opacity`]: opacity === 1 ? null : opacity,
    }
  }
  const colour = value === 'none' ? null : readColour(value)
  return colour ? paint(property, { ...colour, opacity: colour.opacity * opacity }) : { [property]: 'none' }
}

const referenceIn = (value: string) => value.match(/url\(["']?[^"')#]*#([^"')]+)["']?\)/)?.[1] ?? null

function effects(style: CSSStyleDeclaration, drawing: Drawing, scale: Scale): Attributes {
  const clip = referenceIn(style.clipPath)
  return {
    opacity: style.opacity === '1' ? null : style.opacity,
    'clip-path': clip === null ? null : copyDefinition(clip, drawing, scale),
  }
}

/** Pattern, gradient or clip path of the page, with its tokens turned into plain colours. */
function copyDefinition(id: string, drawing: Drawing, scale: Scale = { x: 1, y: 1 }): string | null {
  const found = drawing.view.document.getElementById(id) as SVGElement | null
  if (!found) return null
  const key = scale.x === 1 && scale.y === 1 ? id : `${id} ${scale.x} ${scale.y}`
  const name = nameDefinition(drawing, key)
  if (!drawing.definitions.has(key)) {
    drawing.definitions.set(key, '') // a definition that names itself must not be copied for ever
    const attributes = [...found.attributes]
      .filter(({ name: key }) => !/^(id|class|style|href|xlink:href)$/.test(key))
      .map(({ name: key, value }) => [key, value] as const)
    const content = [...found.children].flatMap(child =>
      child.localName === 'stop' ? [copyStop(child, drawing)] : drawNode(child as SVGElement, drawing, scale),
    )
    drawing.definitions.set(
      key,
      tag(found.localName, { id: name, ...Object.fromEntries(attributes) }, content),
    )
  }
  return `url(#${name})`
}

function copyStop(stop: Element, drawing: Drawing): string {
  const style = drawing.view.getComputedStyle(stop)
  const colour = readColour(style.stopColor) ?? { hex: '#ffffff', opacity: 0 }
  return tag('stop', {
    offset: stop.getAttribute('offset'),
    'stop-color': colour.hex,
    'stop-opacity': colour.opacity * Number.parseFloat(style.stopOpacity),
  })
}
