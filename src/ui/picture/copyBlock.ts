import { hasContent, isLaidOver } from './pseudo.ts'
import { isRoom } from './shownRows.ts'

export type Pairs = {
  readonly source: HTMLElement
  readonly copy: HTMLElement
  /** Each element of the block with its copy, in document order. */
  readonly both: readonly (readonly [Element, Element])[]
}

/** Copies a block into another page, with what is typed and chosen in it and the hatches it refers to. */
export function copyBlock(source: HTMLElement, page: Document): Pairs {
  const copy = page.importNode(source, true)
  const originals = [source, ...source.querySelectorAll('*')]
  const copies = [copy, ...copy.querySelectorAll('*')]
  const both = originals.flatMap((original, place) => {
    const twin = copies[place]
    return twin ? [[original, twin] as const] : []
  })
  for (const [original, twin] of both) copyState(original, twin)
  copyDefinitions(copy, source.ownerDocument, page)
  return { source, copy, both }
}

function copyState(original: Element, twin: Element): void {
  // Style attributes are refused by the page's security policy when they are copied as text.
  if ('style' in original && 'style' in twin)
    (twin as HTMLElement).style.cssText = (original as HTMLElement).style.cssText
  if (original.localName === 'input') {
    const [from, to] = [original as HTMLInputElement, twin as HTMLInputElement]
    if (from.type !== 'file') to.value = from.value
    to.checked = from.checked
  } else if (original.localName === 'textarea')
    (twin as HTMLTextAreaElement).value = (original as HTMLTextAreaElement).value
  else if (original.localName === 'select')
    (twin as HTMLSelectElement).selectedIndex = (original as HTMLSelectElement).selectedIndex
}

/** Hatches are defined once for the whole page, outside the block. */
function copyDefinitions(copy: HTMLElement, from: Document, page: Document): void {
  const wanted = [...copy.innerHTML.matchAll(/url\((?:&quot;|["'])?#([^"')&]+)/g)].map(
    found => found[1] ?? '',
  )
  const holders = new Set<SVGSVGElement>()
  for (const id of new Set(wanted)) {
    const holder = copy.querySelector(`[id="${CSS.escape(id)}"]`)
      ? null
      : from.getElementById(id)?.closest('svg')
    if (holder) holders.add(holder)
  }
  for (const holder of holders) {
    const twin = page.importNode(holder, true)
    twin.style.cssText = 'position:absolute;width:0;height:0'
    page.body.append(twin)
  }
}

/** Makes the copy hold still: nothing scrolls, nothing is cut short, nothing is turned, no pseudo-elements in the flow. */
export function settleCopy({ copy, both }: Pairs, view: Window & typeof globalThis): void {
  copy.style.margin = '0'
  copy.style.maxWidth = 'none'
  copy.style.width = 'auto'
  copy.style.transform = 'none'
  const html = both.flatMap(([, twin]) => (twin.namespaceURI?.endsWith('svg') ? [] : [twin as HTMLElement]))
  for (const twin of html) {
    const style = view.getComputedStyle(twin)
    if (/auto|scroll/.test(`${style.overflowX} ${style.overflowY}`)) {
      twin.style.overflow = 'visible'
      twin.style.maxHeight = 'none'
    }
    if (style.transform !== 'none') {
      if (style.transform.startsWith('matrix(')) twin.setAttribute('data-picture-turn', style.transform)
      twin.style.transform = 'none'
      twin.style.willChange = 'transform' // still holds its positioned children
    }
  }
  // Room kept for rows out of view would be a blank sheet.
  for (const row of copy.querySelectorAll<HTMLElement>('[aria-rowcount] tbody tr'))
    if (isRoom(row)) row.style.display = 'none'
  for (const twin of html) if (isCutShort(twin, view)) letWrap(twin)
  for (const twin of html) placePseudo(twin, view)
}

/** Words that end in an ellipsis because a column is narrow. */
function isCutShort(element: HTMLElement, view: Window): boolean {
  const style = view.getComputedStyle(element)
  const shortens = style.textOverflow === 'ellipsis' || style.webkitLineClamp !== 'none'
  if (!shortens || element.clientWidth <= 1) return false
  return element.scrollWidth > element.clientWidth || element.scrollHeight > element.clientHeight + 1
}

function letWrap(element: HTMLElement): void {
  element.style.whiteSpace = 'normal'
  element.style.overflow = 'visible'
  element.style.webkitLineClamp = 'none'
  element.style.maxHeight = 'none'
}

/** What a rule such as `:last-child` may give to an element and take away when a sibling comes in. */
const looks = [
  ...['order', 'display', 'flex', 'grid-area', 'justify-self', 'align-self', 'max-width', 'text-align'],
  ...['margin', 'padding', 'border-width', 'border-style', 'border-color', 'background-color'],
  ...['color', 'font-size', 'font-weight'],
]

/** Turns pseudo-elements in the flow into elements: only those can be measured. */
function placePseudo(element: HTMLElement, view: Window & typeof globalThis): void {
  for (const name of ['before', 'after'] as const) {
    const style = view.getComputedStyle(element, `::${name}`)
    if (!hasContent(style) || isLaidOver(style) || style.visibility !== 'visible') continue
    const span = element.ownerDocument.createElement('span')
    for (const property of style) span.style.setProperty(property, style.getPropertyValue(property))
    // An inline box is as wide as its words, whatever fonts they end up in.
    if (style.display === 'inline') span.style.width = span.style.height = 'auto'
    if (style.transform !== 'none') {
      span.setAttribute('data-picture-turn', style.transform)
      span.style.transform = 'none'
    }
    span.textContent = style.content.match(/^"((?:[^"\\]|\\.)*)"/)?.[1] ?? ''
    const kept = [...element.children].map(child => lookOf(child, view))
    const children = [...element.children]
    element.classList.add(`picture-${name}`)
    if (name === 'before') element.prepend(span)
    else element.append(span)
    for (const [place, child] of children.entries()) keepLook(child, kept[place] ?? [], view)
  }
}

function lookOf(element: Element, view: Window): readonly string[] {
  const style = view.getComputedStyle(element)
  return looks.map(property => style.getPropertyValue(property))
}

function keepLook(element: Element, kept: readonly string[], view: Window): void {
  if (!('style' in element)) return
  for (const [place, value] of lookOf(element, view).entries()) {
    const property = looks[place] ?? ''
    if (value !== kept[place]) (element as HTMLElement).style.setProperty(property, kept[place] ?? '')
  }
}

/**
 * Charts that were drawn for the width of the screen are stretched to that of the sheet. Such a chart is known by
 * filling a box around it to the pixel; the box is fluid, so its copy tells the new size.
 */
export function fitCharts({ both }: Pairs): void {
  const copies = new Map(both)
  for (const [original, twin] of both) {
    if (original.localName !== 'svg' || original.parentElement?.closest('svg')) continue
    const svg = twin as SVGSVGElement
    const [width, height] = ['width', 'height'].map(name => Number(original.getAttribute(name) ?? Number.NaN))
    if (!width || !height || width < 40) continue
    const box = original.getBoundingClientRect()
    const newWidth = fluidLength(original, 'width', width, copies) ?? box.width
    const newHeight = fluidLength(original, 'height', height, copies) ?? box.height
    if (Math.abs(newWidth - box.width) < 1 && Math.abs(newHeight - box.height) < 1) continue
    const wrapper = twin.parentElement
    if (wrapper?.classList.contains('recharts-wrapper')) {
      wrapper.style.width = `${newWidth}px`
      wrapper.style.height = `${newHeight}px`
    }
    if (!svg.hasAttribute('viewBox')) svg.setAttribute('viewBox', `0 0 ${width} ${height}`)
    svg.setAttribute('preserveAspectRatio', 'none')
    svg.style.width = `${newWidth}px`
    svg.style.height = `${newHeight}px`
  }
}

function fluidLength(
  svg: Element,
  side: 'width' | 'height',
  length: number,
  copies: ReadonlyMap<Element, Element>,
): number | null {
  for (let around = svg.parentElement; around; around = around.parentElement) {
    const twin = copies.get(around)
    if (!twin) return null
    const fixed = around instanceof HTMLElement && /px$/.test(around.style[side])
    if (fixed) continue
    const now = around.getBoundingClientRect()[side]
    if (Math.abs(now - length) <= 1) return twin.getBoundingClientRect()[side]
    // A box of no size only carries the chart; a larger one has other things in it.
    if (now > length + 1) return null
  }
  return null
}
