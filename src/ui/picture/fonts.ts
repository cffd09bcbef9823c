import type { UsedText } from './drawing.ts'

/** Of the page; anything else on it names a family of its own. */
const pageFamily = 'Be Vietnam Pro'

/** Readers that ignore the fonts inside the picture take the first of these they have. */
const fallbacks = `'${pageFamily}', 'Segoe UI', Arial, sans-serif`

/** The page's stack parts digits and letters into two families; a picture names one that carries both. */
export function pictureFamily(stack: string): string {
  return stack === '' || stack.includes(pageFamily) ? fallbacks : stack.replaceAll('"', "'")
}

type Face = {
  readonly family: string
  readonly weight: number
  readonly url: string
  readonly ranges: readonly (readonly [number, number])[]
  readonly range: string
  readonly sizeAdjust: string
}

/** The font files that hold the letters in use, written into the picture so that it looks the same anywhere. */
export async function embedFonts(texts: readonly UsedText[]): Promise<string> {
  const used = facesFor(texts, readFaces(document))
  const written = await Promise.all(used.map(writeFace))
  return written.join('')
}

/** Faces the page declares, in the order of its stylesheets. */
function readFaces(page: Document): readonly Face[] {
  return [...page.styleSheets].flatMap(sheet =>
    [...sheet.cssRules].flatMap(rule => {
      if (!(rule instanceof CSSFontFaceRule)) return []
      const read = (name: string) => rule.style.getPropertyValue(name)
      const path = read('src').match(/url\(["']?([^"')]+)["']?\)/)?.[1]
      if (path === undefined) return []
      const range = read('unicode-range') || 'U+0-10FFFF'
      return [
        {
          family: read('font-family').replace(/["']/g, ''),
          weight: Number.parseInt(read('font-weight'), 10) || 400,
          url: new URL(path, sheet.href ?? page.baseURI).href,
          ranges: readRanges(range),
          range,
          sizeAdjust: read('size-adjust'),
        },
      ]
    }),
  )
}

function readRanges(text: string): readonly (readonly [number, number])[] {
  return [...text.matchAll(/U\+([0-9A-F?]+)(?:-([0-9A-F]+))?/gi)].map(([, from = '', to]) => [
    Number.parseInt(from.replaceAll('?', '0'), 16),
    Number.parseInt(to ?? from.replaceAll('?', 'F'), 16),
  ])
}

/** For each letter the first family of its stack that has it, in the nearest weight, as the browser chooses. */
function facesFor(texts: readonly UsedText[], faces: readonly Face[]): readonly Face[] {
  const found = new Set<Face>()
  for (const { stack, weight, text } of texts) {
    const families = stack.split(',').map(name => name.trim().replace(/["']/g, ''))
    for (const letter of new Set(text)) {
      const point = letter.codePointAt(0) ?? 0
      const holding = faces.filter(face => face.ranges.some(([from, to]) => point >= from && point <= to))
      const family = families.find(name => holding.some(face => face.family === name))
      const nearest = holding
        .filter(face => face.family === family)
        .toSorted((a, b) => Math.abs(a.weight - weight) - Math.abs(b.weight - weight))[0]
      if (nearest) found.add(nearest)
    }
  }
  // Where ranges overlap the later face wins: digits of their own family must come last.
  return faces
    .filter(face => found.has(face))
    .toSorted((a, b) => Number(b.family === pageFamily) - Number(a.family === pageFamily))
}

async function writeFace(face: Face): Promise<string> {
  const data = await dataOf(face.url)
  if (data === null) return ''
  const adjust = face.sizeAdjust === '' || face.sizeAdjust === '100%' ? '' : `size-adjust:${face.sizeAdjust};`
  return (
    `@font-face{font-family:'${pageFamily}';font-style:normal;font-weight:${face.weight};` +
    `${adjust}src:url(${data}) format('woff2');unicode-range:${face.range}}`
  )
}

const loaded = new Map<string, Promise<string | null>>()

/** A font file as text; null where it cannot be had, and the picture then relies on the reader's own fonts. */
function dataOf(url: string): Promise<string | null> {
  const known = loaded.get(url)
  if (known) return known
  const data = fetchData(url).catch(() => {
    loaded.delete(url)
    return null
  })
  loaded.set(url, data)
  return data
}

async function fetchData(url: string): Promise<string> {
  const response = await fetch(url)
  if (!response.ok) throw new Error(`${response.status} ${url}`)
  const bytes = new Uint8Array(await response.arrayBuffer())
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return `data:font/woff2;base64,${btoa(text)}`
}
