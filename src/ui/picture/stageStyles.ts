/** Rules for other media than a plain screen: a picture is the same whatever the reader's machine prefers. */
const otherMedia = /^print|forced-colors|prefers-contrast|prefers-color-scheme/

/**
 * The page's own rules, for another window. They are read as they were written: a rule asked for its text forgets
 * a shorthand made of tokens.
 */
export async function pageStyles(page: Document, view: Window & typeof globalThis): Promise<CSSStyleSheet[]> {
  const texts = await Promise.all([...page.styleSheets].map(sheet => textOf(sheet, page.baseURI)))
  return texts.map(text => styleSheet(text, view))
}

export function styleSheet(text: string, view: Window & typeof globalThis): CSSStyleSheet {
  const sheet = new view.CSSStyleSheet()
  sheet.replaceSync(text)
  for (let at = sheet.cssRules.length - 1; at >= 0; at--) {
    const rule = sheet.cssRules[at]
    if (rule && 'media' in rule && otherMedia.test(String((rule as CSSMediaRule).media.mediaText)))
      sheet.deleteRule(at)
  }
  return sheet
}

async function textOf(sheet: CSSStyleSheet, pageAddress: string): Promise<string> {
  const { href, ownerNode, cssRules } = sheet
  const written =
    href === null
      ? ownerNode?.textContent
      : await fetch(href).then(
          response => (response.ok ? response.text() : null),
          () => null,
        )
  const text = written ?? [...cssRules].map(rule => rule.cssText).join('\n')
  // Addresses in it no longer depend on where the stylesheet lies.
  return text.replace(/url\((["']?)(?!data:|#)([^"')]+)\1\)/g, (_, _quote, path: string) => {
    return `url("${new URL(path, href ?? pageAddress).href}")`
  })
}

/** Narrower than this a chart's words crowd its marks on a page or a slide. */
export const leastWidth = 960

/** Heading and foot of the sheet, and what makes a live block hold still. */
export const sheetStyles = `
html, body { margin: 0; padding: 0; height: auto; overflow: visible; background: #fff; forced-color-adjust: none; }
body *, body *::before, body *::after { animation: none !important; transition: none !important; caret-color: transparent; }
.picture-sheet { position: relative; box-sizing: content-box; padding: 22px 24px 18px; background: #fff; color: var(--ink); }
.picture-sheet > .picture-title { margin: 0; font-size: 20px; line-height: 1.34; font-weight: 600; text-wrap: pretty; overflow-wrap: break-word; }
.picture-sheet > .picture-scope { margin: 3px 0 14px; font-size: 14px; line-height: 1.45; color: var(--ink-2); overflow-wrap: break-word; }
.picture-sheet > .picture-foot { display: flex; align-items: baseline; gap: 6px 24px; margin-top: 14px; padding-top: 7px; border-top: 1px solid var(--rule-2); font-size: 12px; line-height: 1.45; color: var(--ink-2); }
.picture-foot > span { flex: 1; min-width: 0; overflow-wrap: break-word; }
.picture-foot > b { flex: none; max-width: 40%; font-weight: 400; }
.picture-sheet > .picture-origin { margin: 2px 0 0; font-size: 12px; line-height: 1.45; color: var(--ink-2); overflow-wrap: break-word; }
.picture-sheet [data-picture="skip"], .picture-sheet .section-actions, .picture-sheet .link-button { display: none !important; }
.picture-before::before, .picture-after::after { content: none !important; }
`
