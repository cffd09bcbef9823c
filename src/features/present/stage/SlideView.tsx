import { memo, useMemo, useRef } from 'react'
import type { Deck, Slide } from '../../../model/deck.ts'
import { instantText } from '../../../ui/instants.ts'
import { useText } from '../../../ui/language.tsx'
import { SlideBodyView } from './SlideBodyView.tsx'
import { SlideMarkSign } from './SlideMarkSign.tsx'
import { type OpenTarget, rowTargetsOf, type SlideTarget } from './slideTarget.ts'
import type { StageShape } from './stageSize.ts'
import { TableTwin } from './TableTwin.tsx'
import { useFit } from './useFit.ts'
import { stageWords } from './words.ts'
import './slides.css'
import './slideTables.css'
import './bars.css'

/** One slide at the size of its stage; whoever draws it scales it. */
export const SlideView = memo(function SlideView({
  slide,
  deck,
  page,
  pages,
  shape,
  open = null,
  targetOfRow,
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
  /** What a row of the table behind the chart opens that the chart itself does not show. */
  targetOfRow?: ((rowId: string) => SlideTarget | null) | undefined
  /** The table behind the chart stands in its place. */
  isTwin?: boolean | undefined
  /** Whose slide it is, where that is not the deck's subject. */
  kicker?: string | null | undefined
  heading?: 'h1' | 'h2' | 'p' | undefined
}) {
  const stage = useRef<HTMLElement>(null)
  useFit(stage, slide, shape, isTwin)
  const Title = heading
  const shownTargets = useMemo(() => rowTargetsOf(slide.body), [slide])
  const warnings = slide.warnings ?? []
  const isCover = slide.body.kind === 'cover'
  return (
    <article ref={stage} className={`ps-slide${isCover ? ' ps-cover' : ''}`} data-shape={shape} data-fit="0">
      {warnings.length > 0 && (
        <ul className="ps-tags">
          {warnings.map(warning => (
            <li key={warning}>
              <SlideMarkSign mark="warning" beside={warnings} />
              <span>{warning}</span>
            </li>
          ))}
        </ul>
      )}
      {kicker !== null && <p className="ps-kicker">{kicker}</p>}
      <Title className="ps-title">{slide.title}</Title>
      <div className={`ps-body${isTwin ? ' ps-twin' : ''}`}>
        {isTwin ? (
          <TableTwin
            table={slide.table}
            open={open}
            targetOf={id => shownTargets.get(id) ?? targetOfRow?.(id) ?? null}
          />
        ) : (
          <SlideBodyView slide={slide} shape={shape} open={open} />
        )}
      </div>
      <Foot slide={slide} deck={deck} page={page} pages={pages} />
    </article>
  )
})

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
