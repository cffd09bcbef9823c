import { boxOf, drawBox, turnAbout } from './boxes.ts'
import type { Box, Drawing } from './drawing.ts'
import { tag } from './markup.ts'

/**
 * A `::before` or `::after` that is laid over its element: ticks, bars, frames. It has no node to ask for a box,
 * but a positioned box has a computed place. Those in the flow were turned into elements by the stage.
 */
export function drawPseudo(
  element: Element,
  name: '::before' | '::after',
  drawing: Drawing,
): readonly string[] {
  const style = drawing.view.getComputedStyle(element, name)
  if (!isLaidOver(style)) return []
  const box = boxOfPseudo(style, containerOf(element, drawing.view), drawing)
  const drawn = drawBox(style, box, drawing)
  return style.transform === 'none'
    ? drawn
    : [tag('g', { transform: turnAbout(style.transform, box, style) }, drawn)]
}

const pixels = (value: string) => Number.parseFloat(value) || 0

/** From its used place in the container; a width of its own leaves borders and padding out. */
function boxOfPseudo(style: CSSStyleDeclaration, container: Element, drawing: Drawing): Box {
  const around = boxOf(container, drawing)
  const frame = drawing.view.getComputedStyle(container)
  const outer = style.boxSizing === 'border-box' ? 0 : 1
  const across = [style.paddingLeft, style.paddingRight, style.borderLeftWidth, style.borderRightWidth]
  const down = [style.paddingTop, style.paddingBottom, style.borderTopWidth, style.borderBottomWidth]
  const sum = (lengths: readonly string[]) => lengths.reduce((total, length) => total + pixels(length), 0)
  return {
    x: around.x + pixels(frame.borderLeftWidth) + pixels(style.left) + pixels(style.marginLeft),
    y: around.y + pixels(frame.borderTopWidth) + pixels(style.top) + pixels(style.marginTop),
    width: pixels(style.width) + outer * sum(across),
    height: pixels(style.height) + outer * sum(down),
  }
}

export function hasContent({ content, display }: CSSStyleDeclaration): boolean {
  return content !== 'none' && content !== 'normal' && display !== 'none'
}

/** Without words: those need an element of their own to be measured. */
export function isLaidOver(style: CSSStyleDeclaration): boolean {
  return style.content === '""' && style.position === 'absolute' && style.visibility === 'visible'
}

/** The nearest positioned element around, which may be the element itself. */
function containerOf(element: Element, view: Window): Element {
  let around: Element | null = element
  while (around?.parentElement && view.getComputedStyle(around).position === 'static')
    around = around.parentElement
  return around ?? element
}
