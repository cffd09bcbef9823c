/** Characters XML cannot hold, and the marks that would end a text or an attribute. */
const unwritable = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu
const marks: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

export function escapeText(text: string): string {
  return text.replace(unwritable, '').replace(/[&<>"]/g, mark => marks[mark] ?? '')
}

/** Hundredths of a pixel are plenty, and keep the file readable. */
export function short(value: number): string {
  return String(Math.round(value * 100) / 100 || 0)
}

export type Attributes = Readonly<Record<string, string | number | null | undefined>>

/** One element of the picture; attributes without a value are left out. */
export function tag(name: string, attributes: Attributes, content: readonly string[] | string = ''): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== null && value !== undefined && value !== '')
    .map(
      ([key, value]) => ` ${key}="${typeof value === 'number' ? short(value) : escapeText(String(value))}"`,
    )
    .join('')
  const inner = typeof content === 'string' ? content : content.join('')
  return inner === '' ? `<${name}${written}/>` : `<${name}${written}>${inner}</${name}>`
}
