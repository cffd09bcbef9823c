import { useRef } from 'react'
import type { Deck, Slide } from '../../../model/deck.ts'
import { instantText } from '../../../ui/instants.ts'
import { useText } from '../../../ui/language.tsx'
import { SlideBodyView } from './SlideBodyView.tsx'
import type { OpenTarget } from './slideTarget.ts'
import type { StageShape } from './stageSize.ts'
import { TableTwin } from './TableTwin.tsx'
import { useFit } from './useFit.ts'
import { stageWords } from './words.ts'
import './slides.css'
import './bars.css'

/** One slide at the size of its stage; whoever draws it scales it. */
export function SlideView({
  slide,
  deck,
  page,
  pages,
  shape,
  open = null,
  isTwin = false,
  kicker = null,
  heading = 'h2',
}: {
  slide: Slide
  deck: Pick<Deck, 'scope' | 'frozenAt'>
  /** From 1; 0 for slides outside the order. */
  page: number
  pages: number
  shape: StageShape
  /** What a press on a row opens; null on paper and in previews. */
  open?: OpenTarget | null | undefined
  /** The table behind the chart stands in its place. */
  isTwin?: boolean | undefined
  /** Whose slide it is, where that is not the deck's subject. */
  kicker?: string | null | undefined
  heading?: 'h1' | 'h2' | 'p' | undefined
}) {
  const stage = useRef<HTMLElement>(null)
  useFit(stage, slide, shape, isTwin)
  const Title = heading
  const isCover = slide.body.kind === 'cover'
  return (
    <article ref={stage} className={`ps-slide${isCover ? ' ps-cover' : ''}`} data-shape={shape} data-fit="0">
      {kicker !== null && <p className="ps-kicker">{kicker}</p>}
      <Title className={`ps-title${titleSize(slide.title)}`}>{slide.title}</Title>
      <div className={`ps-body${isTwin ? ' ps-twin' : ''}`}>
        {isTwin ? (
          <TableTwin table={slide.table} />
        ) : (
          <SlideBodyView slide={slide} shape={shape} open={open} />
        )}
      </div>
      <Foot slide={slide} deck={deck} page={page} pages={pages} />
    </article>
  )
}

function Foot({
  slide,
  deck,
  page,
  pages,
}: {
  slide: Slide
  deck: Pick<Deck, 'scope' | 'frozenAt'>
  page: number
  pages: number
}) {
  const words = useText(stageWords)
  const frozen = words.frozen(instantText(deck.frozenAt).replace(' ', '\u00a0'))
  return (
    <footer className="ps-foot">
      <p>
        {[sentence(deck.scope), sentence(slide.source), sentence(frozen)]
          .filter(part => part !== '')
          .join(' ')}
      </p>
      {page > 0 && (
        <span>
          {page}/{pages}
        </span>
      )}
    </footer>
  )
}

/** Ends with a full stop, once. */
function sentence(text: string): string {
  const plain = text.trim()
  return plain === '' || /[.!?]$/.test(plain) ? plain : `${plain}.`
}

/** A sentence is as long as it is: beyond two lines of the largest letters it gets smaller ones. */
function titleSize(title: string): string {
  if (title.length > 150) return ' ps-title-small'
  return title.length > 100 ? ' ps-title-medium' : ''
}
