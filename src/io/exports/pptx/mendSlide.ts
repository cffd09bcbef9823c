import { pageField } from './frameSlide.ts'
import { escapeXml } from './slideText.ts'

// The package writes these files; what it cannot say, or says in a way that Office's schemas refuse, is put right in
// its text. Every pattern is one that version writes, and the tests hold the outcome against the schemas.

/** What a slide needs besides what the package wrote. */
export type SlideMend = {
  readonly number: number
  /** What the title is called in the list of objects. */
  readonly titleName: string
  readonly locale: string
  /** Said of objects to those who do not see them, by name. */
  readonly spoken: ReadonlyMap<string, string>
}

const titleShape = /name="[^"]*"(><\/p:cNvPr><p:cNvSpPr\/><p:nvPr><p:ph\s+idx="\d+"\s+type="title")/

/** A slide with ids of its own for each object, spoken texts, its language, and a page number that counts. */
export function mendSlide(xml: string, { number, titleName, locale, spoken }: SlideMend): string {
  let id = 0
  return mendLanguage(xml, locale)
    .replaceAll(/\s*hasCustomPrompt="1"/g, '')
    .replace(/<p:cSld name="[^"]*">/, '<p:cSld>')
    .replace(titleShape, (_, rest: string) => `name="${titleName}"${rest}`)
    .replaceAll(/<p:cNvPr id="\d+"/g, () => {
      id += 1
      return `<p:cNvPr id="${id}"`
    })
    .replaceAll(/(<p:cNvPr id="\d+" name="([^"]*)")\/>/g, (whole, start: string, name: string) => {
      const text = spoken.get(name)
      return text === undefined ? whole : `${start} descr="${escapeXml(text)}"/>`
    })
    .replace(
      new RegExp(`<a:r>((?:(?!<a:r>).)*?)<a:t>${pageField}</a:t></a:r>`, 'su'),
      (_, properties: string) =>
        `<a:fld id="{F7021451-1387-4CA6-816F-3879F97B5CBC}" type="slidenum">${properties}<a:t>${number}</a:t></a:fld>`,
    )
    .replaceAll(/<a:p>.*?<\/a:p>/gs, withPropertiesOnce)
    .replaceAll(/<p:extLst><p:ext uri="\{D42A27DB[^}]*\}">.*?<\/p:ext><\/p:extLst>/gs, '')
}

/** A paragraph has its properties once, before its first run; the package repeats them for each run. */
function withPropertiesOnce(paragraph: string): string {
  let count = 0
  return paragraph.replaceAll(/<a:pPr\b[^>]*?(?:\/>|>.*?<\/a:pPr>)/gs, properties => {
    count += 1
    return count === 1 ? properties : ''
  })
}

/** A layout whose title stands on the rule below it, with nothing around it and no smaller than it has to be. */
export function mendLayout(xml: string, locale: string): string {
  return mendLanguage(xml, locale)
    .replaceAll(/\s*hasCustomPrompt="1"/g, '')
    .replaceAll(
      '<a:bodyPr wrap="square" rtlCol="0"></a:bodyPr>',
      '<a:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" rtlCol="0" anchor="b"><a:normAutofit/></a:bodyPr>',
    )
}

/** Layouts and masters: only the language. */
export function mendLanguage(xml: string, locale: string): string {
  return xml.replaceAll(' altLang="en-US"', '').replaceAll('lang="en-US"', `lang="${locale}"`)
}

/** The notes page of a slide with a paragraph a line. */
export function mendNotes(xml: string, paragraphs: string, locale: string): string {
  return mendLanguage(xml, locale).replace(
    /(<p:ph type="body" idx="1"\/>.*?<a:lstStyle\/>).*?(<\/p:txBody>)/s,
    (_, start: string, end: string) => `${start}${paragraphs}${end}`,
  )
}
