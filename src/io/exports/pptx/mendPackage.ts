import { strFromU8, strToU8, unzipSync } from 'fflate'
import type { ExportOrigin } from '../../../model/exportOrigin.ts'
import { zipOf } from '../../package/zip.ts'
import type { Canvas } from './canvas.ts'
import { chartSheet } from './chartSheet.ts'
import { chartXml } from './chartXml.ts'
import type { DeckWords } from './deckWords.ts'
import { mendLanguage, mendLayout, mendNotes, mendSlide } from './mendSlide.ts'
import { mendTheme } from './mendTheme.ts'
import {
  appXml,
  contentTypesXml,
  coreXml,
  customXml,
  relationshipsXml,
  relationshipTypes,
  rootRelationships,
} from './packageParts.ts'
import { noteParagraphs } from './speakerNotes.ts'

/** A slide as it was drawn, and what stands in its notes. */
export type Drawn = Pick<Canvas, 'spoken' | 'charts'> & { readonly notes: readonly string[] }

export type Mend = {
  readonly title: string
  readonly origin: ExportOrigin
  readonly words: DeckWords
  readonly slides: readonly Drawn[]
}

/**
 * What the package wrote, as Office's schemas want it and as this product means it: charts and their workbooks are
 * written anew, notes get their lines, every file its origin; nothing depends on the clock.
 */
export async function mendPackage(written: Uint8Array, mend: Mend): Promise<Uint8Array> {
  const { words, origin, slides } = mend
  const parts = new Map<string, string | Uint8Array>()
  const charts = slides.flatMap(({ charts }) => charts)
  let chart = 0
  for (const [path, bytes] of Object.entries(unzipSync(written))) {
    if (path.endsWith('/') || /^ppt\/(charts|embeddings)\//.test(path)) continue
    const slide = Number(/^ppt\/(?:slides|notesSlides)\/(?:slide|notesSlide)(\d+)\.xml$/.exec(path)?.[1] ?? 0)
    const drawn = slides[slide - 1]
    const xml = strFromU8(bytes)
    if (drawn && path.startsWith('ppt/slides/'))
      parts.set(
        path,
        mendSlide(xml, { number: slide, titleName: words.title, locale: words.locale, spoken: drawn.spoken }),
      )
    else if (drawn) parts.set(path, mendNotes(xml, noteParagraphs(drawn.notes, words.locale), words.locale))
    else parts.set(path, mendPart(path, xml, words.locale))
  }
  // Charts are numbered by the slides they stand on: the package counts on from file to file.
  for (let slide = 1; slide <= slides.length; slide++) {
    const path = `ppt/slides/_rels/slide${slide}.xml.rels`
    const xml = parts.get(path)
    if (typeof xml !== 'string') continue
    const numbered = xml.replaceAll(/Target="\/ppt\/charts\/[^"]+"/g, () => {
      chart += 1
      return `Target="../charts/chart${chart}.xml"`
    })
    parts.set(path, numbered)
  }
  for (const [index, { data, thickness }] of charts.entries()) {
    const number = index + 1
    parts.set(`ppt/charts/chart${number}.xml`, chartXml(data, words, thickness))
    const workbook = relationshipsXml([[relationshipTypes.workbook, `../embeddings/chart${number}.xlsx`]])
    parts.set(`ppt/charts/_rels/chart${number}.xml.rels`, workbook)
    parts.set(`ppt/embeddings/chart${number}.xlsx`, await chartSheet(data, words))
  }
  const theme = parts.get('ppt/theme/theme1.xml')
  // Masters that share a theme are repaired by PowerPoint on opening.
  if (theme !== undefined) parts.set('ppt/theme/theme2.xml', theme)
  parts.set('_rels/.rels', rootRelationships)
  parts.set('docProps/core.xml', coreXml(mend.title, origin))
  parts.set('docProps/app.xml', appXml(slides.length))
  parts.set('docProps/custom.xml', customXml(origin))
  parts.set('[Content_Types].xml', contentTypesXml([...parts.keys()].toSorted()))
  return zipOf(
    [...parts].map(([path, content]) => ({
      path,
      bytes: typeof content === 'string' ? strToU8(content) : content,
      isPacked: path.endsWith('.xlsx'),
    })),
  )
}

function mendPart(path: string, xml: string, locale: string): string {
  if (path.startsWith('ppt/theme/')) return mendTheme(xml)
  if (/^ppt\/slideLayouts\/[^/]+\.xml$/.test(path)) return mendLayout(xml, locale)
  if (path === 'ppt/presentation.xml') return mendPresentation(xml, locale)
  if (path === 'ppt/notesMasters/_rels/notesMaster1.xml.rels') return xml.replace('theme1.xml', 'theme2.xml')
  if (path === 'ppt/notesMasters/notesMaster1.xml') return mendNotesMaster(xml, locale)
  return path.endsWith('.rels') ? xml : mendLanguage(xml, locale)
}

/** The schema wants masters before slides. */
function mendPresentation(xml: string, locale: string): string {
  const masters = /<p:notesMasterIdLst>.*?<\/p:notesMasterIdLst>/s.exec(xml)?.[0] ?? ''
  return mendLanguage(xml, locale).replace(masters, '').replace('<p:sldIdLst>', `${masters}<p:sldIdLst>`)
}

/** Its date is the day the package was written on. */
function mendNotesMaster(xml: string, locale: string): string {
  return mendLanguage(xml, locale).replace(/<a:t>\d+\/\d+\/\d+<\/a:t>/g, '<a:t> </a:t>')
}
