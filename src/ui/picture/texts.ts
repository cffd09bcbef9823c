import { readColour } from './colour.ts'
import { type Drawing, paint } from './drawing.ts'
import { pictureFamily } from './fonts.ts'
import { escapeText, tag } from './markup.ts'

type Line = { readonly text: string; readonly box: DOMRect }

/** Lines of a text node as the browser broke them, each as real text at its place. */
export function drawText(node: Text, style: CSSStyleDeclaration, drawing: Drawing): readonly string[] {
  if (style.visibility !== 'visible' || Number.parseFloat(style.fontSize) < 1) return []
  return linesOf(node, style).map(({ text, box }) => writeText(text, box, style, drawing))
}

/** One line in a box as high as its font. */
export function writeText(
  text: string,
  box: Pick<DOMRect, 'left' | 'right' | 'top' | 'width' | 'height'>,
  style: CSSStyleDeclaration,
  drawing: Drawing,
): string {
  const colour = readColour(style.color)
  const shown = style.textTransform === 'uppercase' ? text.toLocaleUpperCase('vi') : text
  drawing.texts.push({ stack: style.fontFamily, weight: Number(style.fontWeight), text: shown })
  const { origin } = drawing
  const upright = !style.writingMode.startsWith('vertical')
  const ascent = ascentOf(style, drawing)
  const anchor = upright ? anchorOf(style) : 'start'
  const x = { start: box.left, middle: box.left + box.width / 2, end: box.right }[anchor] - origin.left
  const place = upright
    ? { x, y: box.top + ascent - origin.top }
    : { x: box.right - ascent - origin.left, y: box.top - origin.top }
  return tag(
    'text',
    {
      ...place,
      transform: upright ? null : `rotate(90 ${place.x} ${place.y})`,
      'text-anchor': anchor === 'start' ? null : anchor,
      ...fontOf(style),
      ...(colour ? paint('fill', colour) : { fill: 'none' }),
    },
    escapeText(shown),
  )
}

/** Font attributes as far as they differ from those of the whole picture. */
export function fontOf(style: CSSStyleDeclaration) {
  const family = pictureFamily(style.fontFamily)
  return {
    'font-family': family === pictureFamily('') ? null : family,
    'font-size': Number.parseFloat(style.fontSize),
    'font-weight': style.fontWeight === '400' ? null : style.fontWeight,
    'font-style': style.fontStyle === 'italic' ? 'italic' : null,
    'letter-spacing': Number.parseFloat(style.letterSpacing) || null,
    'text-decoration': style.textDecorationLine?.includes('underline') ? 'underline' : null,
  }
}

/** Readers without our fonts set wider or narrower: what ends on an edge or a comma must still end there. */
function anchorOf({ textAlign, direction }: CSSStyleDeclaration): 'start' | 'middle' | 'end' {
  if (textAlign === 'center' || textAlign === '-webkit-center') return 'middle'
  if (textAlign === 'right' || (textAlign === 'end' && direction === 'ltr')) return 'end'
  return 'start'
}

/** Only white space that CSS folds: a non-breaking space stays. */
const folding = /[ \t\n\r\f]+/g

/** Text as it is shown: white space folded, as CSS and SVG both do. */
export const foldSpaces = (text: string) => text.replace(folding, ' ').trim()

function linesOf(node: Text, style: CSSStyleDeclaration): readonly Line[] {
  const range = node.ownerDocument.createRange()
  range.selectNodeContents(node)
  const boxes = [...range.getClientRects()].filter(box => box.width > 0)
  const keepsBreaks = style.whiteSpace.startsWith('pre')
  const lines = boxes.length <= 1 && !keepsBreaks ? [[0, node.length] as const] : splitLines(node, range)
  return lines.flatMap(([from, to]) => {
    const raw = node.data.slice(from, to)
    const text = foldSpaces(raw)
    if (text === '') return []
    // Folded space before the first letter may or may not take room: begin at the letter itself.
    range.setStart(node, from + raw.search(/[^ \t\n\r\f]/))
    range.setEnd(node, from + raw.length - (raw.match(/[ \t\n\r\f]+$/)?.[0].length ?? 0))
    const box = range.getBoundingClientRect()
    return box.width > 0 ? [{ text, box }] : []
  })
}

/** Where the lines of a node begin and end: a letter that stands lower or back at the left begins another. */
function splitLines(node: Text, range: Range): readonly (readonly [number, number])[] {
  const lines: [number, number][] = []
  let previous: DOMRect | undefined
  for (let at = 0; at < node.length; at++) {
    range.setStart(node, at)
    range.setEnd(node, at + 1)
    const box = [...range.getClientRects()].find(each => each.width > 0)
    const line = lines.at(-1)
    if (!box) {
      if (line) line[1] = at + 1
      continue
    }
    const continues = previous && Math.abs(box.top - previous.top) < previous.height / 2
    if (line && continues) line[1] = at + 1
    else lines.push([at, at + 1])
    previous = box
  }
  return lines
}

/** Measured on a letter beside an empty box on the base line; the same for all texts of one font. */
export function ascentOf(style: CSSStyleDeclaration, drawing: Drawing): number {
  const font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`
  const known = drawing.ascents.get(font)
  if (known !== undefined) return known
  const { document } = drawing.view
  const line = document.createElement('div')
  line.style.cssText = `position:absolute;white-space:nowrap;font:${font}`
  const foot = document.createElement('i')
  foot.style.cssText = 'display:inline-block;width:1px;height:0'
  line.append('x', foot)
  document.body.append(line)
  const range = document.createRange()
  range.setStart(line, 0)
  range.setEnd(line, 1)
  const ascent = foot.getBoundingClientRect().bottom - range.getBoundingClientRect().top
  line.remove()
  drawing.ascents.set(font, ascent)
  return ascent
}
