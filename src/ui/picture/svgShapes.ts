import type { Attributes } from './markup.ts'
import { type Scale, scalePath } from './scalePath.ts'

const shapes = ['rect', 'circle', 'ellipse', 'line', 'path', 'polygon', 'polyline']

export const isShape = (node: SVGElement): node is SVGGeometryElement => shapes.includes(node.localName)

/** Geometry in plain units: shares of the drawing's width, and lengths given by a stylesheet, become numbers. */
export function shapeOf(node: SVGGeometryElement, scale: Scale): Attributes {
  const length = (key: string) =>
    (node as unknown as Record<string, SVGAnimatedLength | undefined>)[key]?.baseVal.value ?? 0
  const box = node.getBBox()
  switch (node.localName) {
    case 'rect': {
      // Parts of a hatch are not laid out and have no box.
      const { x, y, width, height } =
        box.width > 0 || box.height > 0
          ? box
          : { x: length('x'), y: length('y'), width: length('width'), height: length('height') }
      return {
        x: x * scale.x,
        y: y * scale.y,
        width: width * scale.x,
        height: height * scale.y,
        rx: length('rx') || null,
      }
    }
    // Dots stay round.
    case 'circle':
      return { cx: length('cx') * scale.x, cy: length('cy') * scale.y, r: box.width / 2 || length('r') }
    case 'ellipse':
      return {
        cx: length('cx') * scale.x,
        cy: length('cy') * scale.y,
        rx: box.width / 2 || length('rx'),
        ry: box.height / 2 || length('ry'),
      }
    case 'line':
      return {
        x1: length('x1') * scale.x,
        y1: length('y1') * scale.y,
        x2: length('x2') * scale.x,
        y2: length('y2') * scale.y,
      }
    case 'path':
      return { d: scalePath(node.getAttribute('d') ?? '', scale) }
    default:
      return {
        points: (node.getAttribute('points') ?? '')
          .trim()
          .split(/[\s,]+/)
          .map((value, place) => {
            const length = Number(value) * (place % 2 === 0 ? scale.x : scale.y)
            return Math.round(length * 1e3) / 1e3
          })
          .join(' '),
      }
  }
}
