import { copyBlock, fitCharts, settleCopy } from './copyBlock.ts'
import type { PictureContent } from './picture.ts'
import { leastWidth, pageStyles, sheetStyles, styleSheet } from './stageStyles.ts'
import { troubleOf } from './trouble.ts'

export type Stage = {
  /** Heading, chart and source, laid out. */
  readonly sheet: HTMLElement
  readonly view: Window & typeof globalThis
  readonly strike: () => void
}

/** A window narrower or lower than an office laptop would lay a chart out for a phone. */
const leastWindow = { width: 1366, height: 768 }

/** Longest wait for the fonts; a picture in other letters is better than none. */
const fontPatience = 5000

/**
 * Lays a copy of the block out on a page of its own, out of sight: in the light theme, in a window at least as
 * wide as an office laptop's. What the reader sees neither moves nor changes colour.
 */
export async function setStage(content: PictureContent): Promise<Stage> {
  const source = content.element
  const sourceWidth = source.getBoundingClientRect().width
  if (!source.isConnected || sourceWidth === 0) throw troubleOf('gone')
  const frame = await openFrame()
  const strike = () => frame.remove()
  try {
    const page = frame.contentDocument
    const view = frame.contentWindow as (Window & typeof globalThis) | null
    if (!page || !view) throw troubleOf('noStage')
    page.adoptedStyleSheets = [...(await pageStyles(document, view)), styleSheet(sheetStyles, view)]
    page.documentElement.lang = document.documentElement.lang
    page.documentElement.dataset['theme'] = 'light'

    const pairs = copyBlock(source, page)
    const sheet = layOut(content, pairs.copy, source, page)
    const body = pairs.copy.parentElement
    sheet.style.width = `${Math.max(leastWidth, Math.ceil(sourceWidth))}px`
    await loadFonts(page, sheet)
    settleCopy(pairs, view)
    fitCharts(pairs)
    // A wide table shows all its columns: the sheet grows with it.
    const needed = Math.max(pairs.copy.scrollWidth, body?.scrollWidth ?? 0)
    if (needed > sheet.clientWidth - 48 + 1) {
      sheet.style.width = `${needed}px`
      fitCharts(pairs)
    }
    return { sheet, view, strike }
  } catch (error) {
    strike()
    throw error
  }
}

async function openFrame(): Promise<HTMLIFrameElement> {
  const frame = document.createElement('iframe')
  frame.tabIndex = -1
  frame.setAttribute('aria-hidden', 'true')
  frame.style.cssText = 'position:fixed;left:-20000px;top:0;border:0;visibility:hidden'
  frame.style.width = `${Math.max(leastWindow.width, window.innerWidth)}px`
  frame.style.height = `${Math.max(leastWindow.height, window.innerHeight)}px`
  frame.srcdoc = '<!doctype html><html><head></head><body></body></html>'
  const opened = new Promise<void>((resolve, reject) => {
    frame.onload = () => resolve()
    frame.onerror = () => reject(troubleOf('noStage'))
  })
  document.body.append(frame)
  await opened
  return frame
}

/** The copy stands among shells of its own ancestors: rules that name them still hold, their boxes are gone. */
function layOut(
  content: PictureContent,
  copy: HTMLElement,
  source: HTMLElement,
  page: Document,
): HTMLElement {
  const sheet = page.createElement('div')
  sheet.className = 'picture-sheet'
  const line = (name: string, className: string, text: string) => {
    const element = page.createElement(name)
    element.className = className
    element.textContent = text
    return element
  }
  const foot = line('div', 'picture-foot', '')
  foot.append(line('span', '', content.source), line('b', '', content.made))
  let block: HTMLElement = copy
  for (let around = source.parentElement; around && around !== document.body; around = around.parentElement) {
    const shell = page.importNode(around, false)
    for (const name of shell.getAttributeNames())
      if (!/^(class|id|data-.*)$/.test(name) || name === 'data-theme') shell.removeAttribute(name)
    shell.style.cssText = 'display:contents'
    shell.append(block)
    block = shell
  }
  sheet.append(line('p', 'picture-title', content.title))
  if (content.scope) sheet.append(line('p', 'picture-scope', content.scope))
  sheet.append(block, foot)
  if (content.origin) sheet.append(line('p', 'picture-origin', content.origin))
  page.body.append(sheet)
  return sheet
}

/** Loads what the sheet's letters need before anything is measured. */
async function loadFonts(page: Document, sheet: HTMLElement): Promise<void> {
  const text = [...new Set(sheet.textContent ?? '')].join('')
  const families = page.defaultView?.getComputedStyle(sheet).fontFamily ?? ''
  const fonts = [400, 500, 600, 700].map(weight => page.fonts.load(`${weight} 16px ${families}`, text))
  const patience = new Promise(resolve => setTimeout(resolve, fontPatience))
  await Promise.race([Promise.allSettled(fonts), patience])
}
