import { type KeyboardEvent, memo } from 'react'
import type { Deck, Slide } from '../../model/deck.ts'
import { Icon } from '../../ui/Icon.tsx'
import { useText } from '../../ui/language.tsx'
import { SlideView } from './stage/SlideView.tsx'
import { presentWords } from './words.ts'

/** A slide where the deck is put together: how it looks, whether it is shown, which place it has. */
export function SlideTile({
  slide,
  deck,
  place,
  count,
  isShown,
  isDrawn,
  toggle,
  move,
  start,
  onKeyDown,
}: {
  slide: Slide
  deck: Deck
  /** From 0 among those that are shown; −1: hidden. */
  place: number
  count: number
  isShown: boolean
  /** False: its turn to be drawn has not come. */
  isDrawn: boolean
  toggle: () => void
  move: (step: 1 | -1) => void
  start: () => void
  onKeyDown: (event: KeyboardEvent) => void
}) {
  const words = useText(presentWords)
  return (
    <li className="ps-tile" data-hidden={!isShown} onKeyDown={onKeyDown}>
      <div className="ps-preview">
        {isDrawn ? (
          <Preview slide={slide} deck={deck} page={place + 1} pages={count} />
        ) : (
          <span className="ps-preview-frame" />
        )}
        <button
          type="button"
          aria-label={words.startAt(slide.name)}
          title={words.startAt(slide.name)}
          data-focus={`start ${slide.id}`}
          onClick={start}
        />
      </div>
      <div className="ps-tile-line">
        <label>
          <input
            type="checkbox"
            checked={isShown}
            aria-label={words.show(slide.name)}
            data-focus={`show ${slide.id}`}
            onChange={toggle}
          />
          <b>{isShown ? place + 1 : words.hidden}</b>
          <span>{slide.name}</span>
        </label>
        {isShown && (
          <>
            <button
              type="button"
              className="icon-button"
              aria-label={words.earlier(slide.name)}
              title={words.earlier(slide.name)}
              aria-disabled={place === 0}
              data-focus={`earlier ${slide.id}`}
              onClick={() => move(-1)}
            >
              <Icon name="up" />
            </button>
            <button
              type="button"
              className="icon-button"
              aria-label={words.later(slide.name)}
              title={words.later(slide.name)}
              aria-disabled={place === count - 1}
              data-focus={`later ${slide.id}`}
              onClick={() => move(1)}
            >
              <Icon name="down" />
            </button>
          </>
        )}
      </div>
    </li>
  )
}

/** Moving one tile must not draw all slides anew. */
const Preview = memo(function Preview({
  slide,
  deck,
  page,
  pages,
}: {
  slide: Slide
  deck: Deck
  page: number
  pages: number
}) {
  return (
    <span className="ps-preview-frame" aria-hidden="true" inert>
      <span className="ps-preview-stage">
        <SlideView slide={slide} deck={deck} page={page} pages={pages} shape="wide" heading="p" />
      </span>
    </span>
  )
})
