import { boxOf } from './boxes.ts'
import { readColour } from './colour.ts'
import type { Drawing } from './drawing.ts'
import { paint } from './drawing.ts'
import { tag } from './markup.ts'
import { writeText } from './texts.ts'

/** Fields show what stands in them; null for everything that is drawn by its children. */
export function drawControl(
  element: Element,
  style: CSSStyleDeclaration,
  drawing: Drawing,
): readonly string[] | null {
  switch (element.localName) {
    case 'input':
      return drawInput(element as HTMLInputElement, style, drawing)
    case 'textarea':
      return drawField(element, (element as HTMLTextAreaElement).value, style, drawing)
    case 'select': {
      const chosen = [...(element as HTMLSelectElement).selectedOptions]
      return drawField(element, chosen.map(option => option.label).join(', '), style, drawing)
    }
    default:
      return null
  }
}

function drawInput(input: HTMLInputElement, style: CSSStyleDeclaration, drawing: Drawing): readonly string[] {
  if (input.type === 'checkbox' || input.type === 'radio') return drawTick(input, style, drawing)
  return drawField(input, input.value || input.placeholder, style, drawing)
}

/** One line, in the middle of the field's height. */
function drawField(
  element: Element,
  text: string,
  style: CSSStyleDeclaration,
  drawing: Drawing,
): readonly string[] {
  if (text === '' || style.visibility !== 'visible') return []
  const box = element.getBoundingClientRect()
  const size = Number.parseFloat(style.fontSize)
  const left = box.left + Number.parseFloat(style.paddingLeft) + Number.parseFloat(style.borderLeftWidth)
  const right = box.right - Number.parseFloat(style.paddingRight) - Number.parseFloat(style.borderRightWidth)
  const top = box.top + (box.height - size * 1.265) / 2
  return [writeText(text, { left, right, top, width: right - left, height: size }, style, drawing)]
}

function drawTick(input: HTMLInputElement, style: CSSStyleDeclaration, drawing: Drawing): readonly string[] {
  const colour = readColour(style.color)
  const box = boxOf(input, drawing)
  if (style.visibility !== 'visible' || !colour || box.width === 0) return []
  const { x, y, width, height } = box
  const line = { fill: 'none', ...paint('stroke', colour), 'stroke-width': 1.2 }
  const frame =
    input.type === 'radio'
      ? tag('circle', { cx: x + width / 2, cy: y + height / 2, r: width / 2 - 0.6, ...line })
      : tag('rect', { x: x + 0.6, y: y + 0.6, width: width - 1.2, height: height - 1.2, ...line })
  if (!input.checked) return [frame]
  const sign =
    input.type === 'radio'
      ? tag('circle', { cx: x + width / 2, cy: y + height / 2, r: width / 4, ...paint('fill', colour) })
      : tag('path', {
          d: `M${x + width * 0.2} ${y + height * 0.5}l${width * 0.22} ${height * 0.25} ${width * 0.38} ${-height * 0.48}`,
          ...line,
          'stroke-width': 2,
        })
  return [frame, sign]
}
