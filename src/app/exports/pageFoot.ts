/**
 * Writes a line into the bottom margin of every printed page, beside the page number.
 * @returns what takes it away again; null where the browser knows no margin boxes, and nothing was written
 */
export function writePageFoot(text: string): (() => void) | null {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(
    `@page { @bottom-left { content: "${quoted(text)}"; font: 400 7.5pt/1.25 "Times New Roman", Tinos, serif; text-align: left; } }`,
  )
  // A browser that does not know them leaves them out of what it has read.
  if (!sheet.cssRules[0]?.cssText.includes('@bottom-left')) return null
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
  return () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter(each => each !== sheet)
  }
}

/** As a CSS string: nothing in it may end the string or the rule. */
function quoted(text: string): string {
  return text.replace(/["\\<>{}\n\r\f]/g, letter => `\\${letter.charCodeAt(0).toString(16)} `)
}
