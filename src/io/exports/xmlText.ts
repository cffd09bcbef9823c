/** One element of an XML file: what Office files need, and nothing of what makes XML dangerous. */
export type XmlElement = {
  /** With its prefix, as written: "w:tbl". */
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly (XmlElement | string)[]
}

/** Deeper nesting and more elements than any file of ours has. */
const deepest = 200
const mostElements = 2_000_000

const fault = (why: string) => new Error(`XML: ${why}`)

type Open = { name: string; attributes: Map<string, string>; children: (XmlElement | string)[] }

const nameText = '[A-Za-z_][\\w.:-]*'
const attributeForm = new RegExp(`\\s+(${nameText})\\s*=\\s*(?:"([^"<]*)"|'([^'<]*)')`, 'y')
const tagName = new RegExp(nameText, 'y')

/**
 * Reads well-formed XML into a light tree, where `DOMParser` is missing (workers, Node). Entities but the five of
 * XML and numbers are unknown, and a document type is refused: it could make a small file unfold without end.
 * @throws what is wrong with it
 */
export function readXml(text: string): XmlElement {
  const root: Open = { name: '', attributes: new Map(), children: [] }
  const open: Open[] = [root]
  let elements = 0
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0
  const skipTo = (mark: string, from: number): number => {
    const found = text.indexOf(mark, from)
    if (found < 0) throw fault(`"${mark}" is missing`)
    return found + mark.length
  }
  while (at < text.length) {
    const inner = open.at(-1) ?? root
    if (text[at] !== '<') {
      const next = text.indexOf('<', at)
      const end = next < 0 ? text.length : next
      addText(inner, decodeEntities(text.slice(at, end)), inner === root)
      at = end
    } else if (text.startsWith('<?', at)) at = skipTo('?>', at)
    else if (text.startsWith('<!--', at)) at = skipTo('-->', at + 4)
    else if (text.startsWith('<![CDATA[', at)) {
      const end = skipTo(']]>', at)
      addText(inner, text.slice(at + 9, end - 3), inner === root)
      at = end
    } else if (text.startsWith('<!', at)) throw fault('a document type is not read')
    else if (text[at + 1] === '/') {
      const end = skipTo('>', at)
      if (inner === root || text.slice(at + 2, end - 1).trim() !== inner.name)
        throw fault(`"${text.slice(at, end)}" closes nothing`)
      open.pop()
      at = end
    } else {
      elements += 1
      if (elements > mostElements || open.length > deepest) throw fault('too much in it')
      const tag = readTag(text, at)
      inner.children.push(tag.element)
      if (!tag.isClosed) open.push(tag.element)
      at = tag.end
    }
  }
  const [first, ...others] = root.children.filter(child => typeof child !== 'string')
  if (open.length > 1 || first === undefined || others.length > 0) throw fault('not one whole element')
  return first
}

function readTag(text: string, start: number): { element: Open; isClosed: boolean; end: number } {
  tagName.lastIndex = start + 1
  const name = tagName.exec(text)?.[0]
  if (name === undefined) throw fault('"<" without a name')
  let at = tagName.lastIndex
  const attributes = new Map<string, string>()
  attributeForm.lastIndex = at
  for (let found = attributeForm.exec(text); found; found = attributeForm.exec(text)) {
    const [, key = '', double, single = ''] = found
    if (attributes.has(key)) throw fault(`"${key}" twice in one element`)
    attributes.set(key, decodeEntities(double ?? single))
    at = attributeForm.lastIndex
  }
  while (/\s/.test(text[at] ?? '')) at += 1
  const isClosed = text[at] === '/'
  if (isClosed) at += 1
  if (text[at] !== '>') throw fault(`"<${name}" does not end`)
  return { element: { name, attributes, children: [] }, isClosed, end: at + 1 }
}

function addText(inner: Open, said: string, isOutside: boolean): void {
  if (said === '') return
  if (!isOutside) inner.children.push(said)
  else if (said.trim() !== '') throw fault('text outside of the element')
}

const named = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
])

function decodeEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replaceAll(/&([^;&]{0,12});?/g, (whole, name: string) => {
    if (!whole.endsWith(';')) throw fault(`"${whole}" is no entity`)
    const number = /^#x([\da-f]{1,6})$/i.exec(name)?.[1]
    const code = number ? Number.parseInt(number, 16) : Number(/^#(\d{1,7})$/.exec(name)?.[1] ?? Number.NaN)
    const letter = named.get(name) ?? (code <= 0x10ffff && code > 0 ? String.fromCodePoint(code) : undefined)
    if (letter === undefined) throw fault(`"${whole}" is not known`)
    return letter
  })
}

/** Elements among the children, of one name where it is given. */
export function elementsIn(element: XmlElement, name?: string): readonly XmlElement[] {
  return element.children.filter(
    (child): child is XmlElement => typeof child !== 'string' && (name === undefined || child.name === name),
  )
}

/** The first child of a name, then its first child of the next name, and so on; null where one is not there. */
export function elementAt(element: XmlElement, ...names: readonly string[]): XmlElement | null {
  let found: XmlElement | null = element
  for (const name of names) found = found && (elementsIn(found, name)[0] ?? null)
  return found
}

/** Everything of a name below an element, in the order of the file; what lies in one found is looked at too. */
export function allNamed(element: XmlElement, name: string): readonly XmlElement[] {
  return elementsIn(element).flatMap(child =>
    child.name === name ? [child, ...allNamed(child, name)] : allNamed(child, name),
  )
}

/** All text below an element. */
export function textIn(element: XmlElement): string {
  return element.children.map(child => (typeof child === 'string' ? child : textIn(child))).join('')
}
