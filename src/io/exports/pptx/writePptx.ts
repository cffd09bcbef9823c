import PptxGenJS from 'pptxgenjs'
import type { Deck, Slide } from '../../../model/deck.ts'
import type { ExportOrigin } from '../../../model/exportOrigin.ts'
import { drawBars } from './barSlide.ts'
import type { Canvas } from './canvas.ts'
import { type DeckWords, deckWords } from './deckWords.ts'
import { addSlide, bodyBottom, defineLayouts, drawFoot, drawTags, footOf } from './frameSlide.ts'
import { drawHeat } from './heatSlide.ts'
import { drawList } from './listSlide.ts'
import { type Drawn, mendPackage } from './mendPackage.ts'
import { drawCover, drawFacts, drawLines } from './plainSlides.ts'
import { slideText } from './slideText.ts'
import { noteLines } from './speakerNotes.ts'

/** Share of the work that drawing is; the rest is packing. */
const drawing = 0.6

/**
 * A deck as PPTX: 16:9, texts, tables and charts as PowerPoint's own, notes with the table behind each chart, and a
 * hidden last slide that says what the file is of. The same deck and origin make the same bytes.
 * @param progress told how much is done, from 0 to 1
 */
export async function writePptx(
  deck: Deck,
  origin: ExportOrigin,
  progress: (done: number) => void = () => {},
): Promise<Uint8Array> {
  const words = deckWords[deck.language]
  const pptx = new PptxGenJS()
  pptx.layout = 'LAYOUT_WIDE'
  defineLayouts(pptx, words.title)
  const last = aboutSlide(origin, words)
  const drawn: Drawn[] = []
  for (const slide of [...deck.slides, last]) {
    const foot = footOf(deck, slide)
    const canvas: Canvas = {
      slide: addSlide(pptx, slide),
      words,
      bottom: bodyBottom(foot),
      spoken: new Map(),
      charts: [],
    }
    if (slide === last) drawList(canvas, last.body, last.title, words.about)
    else drawBody(canvas, slide)
    drawTags(canvas, slide.warnings ?? [])
    drawFoot(canvas, deck, foot, deck.slides.length)
    drawn.push({ ...canvas, notes: noteLines(slide, origin, words) })
    progress((drawn.length / (deck.slides.length + 1)) * drawing)
    // Lets the message out before the next slide is drawn.
    await Promise.resolve()
    if (slide === last) canvas.slide.hidden = true
  }
  const written = await pptx.write({ outputType: 'uint8array', compression: false })
  if (!(written instanceof Uint8Array)) throw new Error('the package did not answer with bytes')
  progress(0.8)
  const bytes = await mendPackage(written, { title: slideText(deck.title), origin, words, slides: drawn })
  progress(1)
  return bytes
}

function drawBody(canvas: Canvas, slide: Pick<Slide, 'kind' | 'title' | 'body'>): void {
  const { body, title } = slide
  if (body.kind === 'bars') drawBars(canvas, body, slide)
  else if (body.kind === 'heat') drawHeat(canvas, body, title)
  else if (body.kind === 'list') drawList(canvas, body, title)
  else if (body.kind === 'facts') drawFacts(canvas, body)
  else if (body.kind === 'cover') drawCover(canvas, body)
  else drawLines(canvas, body.lines)
}

/** What the file is of; hidden, so that it is not shown in a meeting, and there for whoever opens the file. */
function aboutSlide(origin: ExportOrigin, words: DeckWords) {
  return {
    kind: 'sources' as const,
    title: words.aboutName,
    body: {
      kind: 'list' as const,
      heads: [words.label, words.text],
      rows: origin.lines.map(({ label, text }, index) => ({ id: String(index), cells: [label, text] })),
    },
    source: '',
    table: null,
    notes: [],
    warnings: [],
  }
}
