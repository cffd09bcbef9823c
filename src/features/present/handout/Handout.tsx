import type { Deck, Slide } from '../../../model/deck.ts'
import { instantText } from '../../../ui/instants.ts'
import { useText } from '../../../ui/language.tsx'
import { SlideView } from '../stage/SlideView.tsx'
import { TableTwin } from '../stage/TableTwin.tsx'
import { presentWords } from '../words.ts'
import './handout.css'

/**
 * The deck on paper, A4 upright: its slides alone, two on a page; or each slide as it was on the wall, right under it what was said and the whole table
 * behind its chart, so that nobody turns pages between a bar and its figure. Slides without a table share a page;
 * a long table goes on over the next one with its head.
 */
export function Handout({ deck, isShort }: { deck: Deck; isShort: boolean }) {
  const words = useText(presentWords)
  return (
    <div className="ps-handout" data-short={isShort}>
      <header>
        <h1>{deck.title}</h1>
        <p>{words.handoutScope(deck.scope, instantText(deck.frozenAt))}</p>
      </header>
      {deck.slides.map((slide, at) => (
        <Sheet key={slide.id} slide={slide} deck={deck} page={at + 1} isShort={isShort} />
      ))}
    </div>
  )
}

/** Rows that still go under their slide on one page. */
const fewRows = 16

function Sheet({ slide, deck, page, isShort }: { slide: Slide; deck: Deck; page: number; isShort: boolean }) {
  const words = useText(presentWords)
  const rows = slide.table?.rows.length ?? 0
  return (
    <section
      className="ps-sheet"
      data-long={!isShort && rows > fewRows}
      aria-label={words.page(page, deck.slides.length)}
    >
      <div className="ps-sheet-slide">
        <div className="ps-sheet-stage">
          <SlideView slide={slide} deck={deck} page={page} pages={deck.slides.length} shape="wide" />
        </div>
      </div>
      {!isShort && slide.notes.length > 0 && (
        <ul className="ps-sheet-notes">
          {slide.notes.map(note => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      {!isShort && slide.table !== null && rows > 0 && slide.body.kind !== 'list' && (
        <div className="ps-sheet-table">
          <h3>
            {words.tableOf}: {slide.table.name}
          </h3>
          <TableTwin table={slide.table} />
        </div>
      )}
    </section>
  )
}
