import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { Deck } from '../../model/deck.ts'
import type { DeckSource } from '../../state/deck/deckSource.ts'
import { Icon } from '../../ui/Icon.tsx'
import { instantText } from '../../ui/instants.ts'
import { useText } from '../../ui/language.tsx'
import { addressOf, type ListedSlide, listedSlides, moved, toggled } from './deckOrder.ts'
import { KeyLines } from './player/KeyHelp.tsx'
import type { PresentAddress } from './presentProps.ts'
import { SlideTile } from './SlideTile.tsx'
import { presentWords } from './words.ts'
import './builder.css'

/** The deck is put together: which slides, in which order; and started, printed or taken away. */
export function Builder({
  deck,
  source,
  isKept,
  slides: address,
  change,
  start,
  takeAway,
  isShort,
  setShort,
}: {
  deck: Deck
  source: DeckSource
  /** The figures are frozen, not read from the page. */
  isKept: boolean
  /** As the address has them. */
  slides: string | undefined
  change: (next: PresentAddress, how?: 'push' | 'replace') => void
  start: (slideId: string) => void
  takeAway: (() => void) | undefined
  /** The hand-out holds the slides alone. */
  isShort: boolean
  setShort: (isShort: boolean) => void
}) {
  const words = useText(presentWords)
  const list = useRef<HTMLOListElement>(null)
  const [said, setSaid] = useState('')
  const listed = listedSlides(deck.slides, address)
  const shown = listed.filter(each => each.isShown).map(each => each.slide)
  const [first] = shown
  const drawn = useInTurn(listed.length)
  const hidden = listed.length - shown.length
  const refocus = useRef<string | null>(null)

  const apply = (next: readonly ListedSlide[]) => change({ slides: addressOf(deck.slides, next) })
  const move = (id: string, step: 1 | -1) => {
    const next = moved(listed, id, step)
    if (next === listed) return
    const order = next.filter(each => each.isShown)
    const place = order.findIndex(each => each.slide.id === id)
    setSaid(words.moved(order[place]?.slide.name ?? '', place + 1, order.length))
    // The browser takes the focus from what is moved in the page.
    refocus.current = document.activeElement?.getAttribute('data-focus') ?? null
    apply(next)
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: once the order is another one
  useLayoutEffect(() => {
    if (refocus.current === null) return
    const wanted = refocus.current
    const element = [...(list.current?.querySelectorAll<HTMLElement>('[data-focus]') ?? [])].find(
      each => each.dataset['focus'] === wanted,
    )
    if (document.activeElement === element) return
    element?.focus()
  }, [address])

  useEnter(() => {
    if (first) start(first.id)
  })

  const keys = (event: KeyboardEvent, id: string) => {
    if (!event.altKey) return
    const step = ['ArrowUp', 'ArrowLeft'].includes(event.key)
      ? -1
      : ['ArrowDown', 'ArrowRight'].includes(event.key)
        ? 1
        : null
    if (step === null) return
    // In some browsers Alt and an arrow go through the history.
    event.preventDefault()
    move(id, step)
  }

  return (
    <div className="ps-builder">
      <h1>
        {shown.length === 0
          ? words.nothing(deck.title)
          : words.sentence(shown.length, deck.title) + (hidden > 0 ? words.hiddenToo(hidden) : '')}
      </h1>
      <Frozen source={source} isKept={isKept} thaw={() => change({ deck: undefined })} />
      <div className="ps-actions">
        {first && (
          <>
            <button type="button" className="button primary ps-start" onClick={() => start(first.id)}>
              <Icon name="present" size={20} />
              {words.start}
            </button>
            {takeAway && (
              <button type="button" className="button" aria-haspopup="dialog" onClick={takeAway}>
                <Icon name="download" />
                {words.takeAway}
              </button>
            )}
            <button type="button" className="button" onClick={() => window.print()}>
              <Icon name="print" />
              {words.print}
            </button>
            <label className="ps-form">
              <span className="visually-hidden">{words.form}</span>
              <select
                value={isShort ? 'short' : 'whole'}
                onChange={event => setShort(event.target.value === 'short')}
              >
                <option value="short">{words.formShort}</option>
                <option value="whole">{words.formWhole}</option>
              </select>
            </label>
          </>
        )}
        {!first && <p className="ps-empty">{words.empty}</p>}
        {address !== undefined && (
          <button
            type="button"
            className={first ? 'link-button' : 'button'}
            onClick={() => change({ slides: undefined })}
          >
            {first ? words.reset : words.all}
          </button>
        )}
        {first && !takeAway && <small>{words.takeAwayHint}</small>}
      </div>
      <div className="section-head">
        <h2>{words.list}</h2>
        <p className="sub">{words.listHint}</p>
      </div>
      <ol className="ps-tiles" ref={list}>
        {listed.map(({ slide, isShown }, at) => {
          const place = shown.indexOf(slide)
          return (
            <SlideTile
              key={slide.id}
              slide={slide}
              deck={deck}
              place={place}
              count={shown.length}
              isShown={isShown}
              isDrawn={at < drawn}
              toggle={() => apply(toggled(listed, slide.id))}
              move={step => move(slide.id, step)}
              start={() => start(slide.id)}
              onKeyDown={event => keys(event, slide.id)}
            />
          )
        })}
      </ol>
      <p className="visually-hidden" role="status">
        {said}
      </p>
      <details className="ps-help">
        <summary>{words.keys}</summary>
        <KeyLines />
      </details>
    </div>
  )
}

/** How many previews may stand by now: one after the other, so that keys and the pointer are heard in between. */
function useInTurn(count: number): number {
  const [drawn, setDrawn] = useState(1)
  useEffect(() => {
    if (drawn >= count) return
    const timer = window.setTimeout(() => setDrawn(drawn + 1), 16)
    return () => window.clearTimeout(timer)
  }, [drawn, count])
  return drawn
}

/** What is frozen, since when, and that nothing leaves the machine. */
function Frozen({ source, isKept, thaw }: { source: DeckSource; isKept: boolean; thaw: () => void }) {
  const words = useText(presentWords)
  const at = instantText(source.frozenAt)
  return (
    <p className="ps-frozen">
      {source.isRemade ? words.remade(at) : isKept ? words.frozen(at) : words.live(at)}{' '}
      {source.notKept && `${words.notKept[source.notKept]} `}
      {words.stays}
      {isKept && (
        <button type="button" className="link-button" onClick={thaw}>
          {words.thaw}
        </button>
      )}
    </p>
  )
}

/** Enter starts from anywhere but a control that has its own use for it. */
function useEnter(start: () => void) {
  const latest = useRef(start)
  useEffect(() => {
    latest.current = start
  })
  useEffect(() => {
    const press = (event: globalThis.KeyboardEvent) => {
      if (event.key !== 'Enter' || event.defaultPrevented || event.isComposing) return
      if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
      if (
        event.target instanceof Element &&
        event.target.closest('button, a, input, select, textarea, summary, dialog')
      )
        return
      event.preventDefault()
      latest.current()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [])
}
