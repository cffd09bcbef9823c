import type { Drawing } from './drawing.ts'
import { type Attributes, escapeText, tag } from './markup.ts'
import type { Scale } from './scalePath.ts'
import { ascentOf, foldSpaces, fontOf } from './texts.ts'

type Run = {
  readonly drawing: Drawing
  readonly scale: Scale
  readonly paint: (style: CSSStyleDeclaration) => Attributes
}

/** Texts of a drawing, each line at the base line it has on the page, whatever put it there. */
export function drawSvgText(text: SVGTextElement, run: Run): readonly string[] {
  const spans = [...text.querySelectorAll('tspan')].filter(span => span.childElementCount === 0)
  const lines: readonly SVGTextContentElement[] = spans.length > 0 ? spans : [text]
  return lines.flatMap(line => drawLine(line, text, run))
}

function drawLine(
  line: SVGTextContentElement,
  text: SVGTextElement,
  { drawing, scale, paint }: Run,
): readonly string[] {
  const style = drawing.view.getComputedStyle(line)
  const shown = foldSpaces(line.textContent ?? '')
  const count = line.getNumberOfChars()
  if (shown === '' || count === 0 || style.visibility !== 'visible') return []
  drawing.texts.push({ stack: style.fontFamily, weight: Number(style.fontWeight), text: shown })
  const first = line.getExtentOfChar(0)
  const last = line.getExtentOfChar(count - 1)
  const anchor = style.textAnchor
  const right = last.x + last.width
  const x = anchor === 'end' ? right : anchor === 'middle' ? (first.x + right) / 2 : first.x
  const y = first.y + ascentOf(style, drawing)
  return [
    tag(
      'text',
      {
        ...placeText(text, { x, y }, scale),
        'text-anchor': anchor === 'start' ? null : anchor,
        ...fontOf(style),
        ...paint(style),
      },
      escapeText(shown),
    ),
  ]
}

/** Letters keep their shape where the drawing is stretched: only their place moves. */
function placeText(text: SVGTextElement, { x, y }: Scale, scale: Scale): Attributes {
  const own = text.transform.baseVal.consolidate()?.matrix
  if (!own) return { x: x * scale.x, y: y * scale.y }
  const { a, b, c, d, e, f } = own
  const right = e + (scale.x - 1) * (a * x + c * y + e)
  const down = f + (scale.y - 1) * (b * x + d * y + f)
  return {
    x,
    y,
    transform: `matrix(${[a, b, c, d, right, down].map(part => Math.round(part * 1e4) / 1e4).join(' ')})`,
  }
}
