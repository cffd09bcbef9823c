import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Deck } from '../../model/deck.ts'
import type { DeckSource } from '../../state/deck/deckSource.ts'
import { freezeDeck, frozenDeck } from '../../state/deck/freeze.ts'
import { useOffer } from '../../state/exports/offers.ts'
import type { Language } from '../../ui/formatNumber.ts'
import { useLanguage, useText } from '../../ui/language.tsx'
import { useIsPrinting } from '../../ui/useIsPrinting.ts'
import { Builder } from './Builder.tsx'
import { chosenSlides } from './deckOrder.ts'
import { Handout } from './handout/Handout.tsx'
import { useHandoutForm } from './handout/handoutForm.ts'
import { enterFullScreen } from './player/fullScreen.ts'
import { Player } from './player/Player.tsx'
import type { PresentProps } from './presentProps.ts'
import { agencySlides, buildDeck } from './slides/buildDeck.ts'
import { frameOf } from './slides/frame.ts'
import { presentWords } from './words.ts'

/** Slides of a source, made once: freezing gives the same figures another name, and its slides stay as drawn. */
function useDeck(source: DeckSource, language: Language): Deck {
  const { frozenAt, view, next, cohort, contribution, trend, tasks, directory, submissions, earlier } = source
  const figures = [view, next, cohort, contribution, trend, tasks, directory, submissions, earlier]
  // biome-ignore lint/correctness/useExhaustiveDependencies: everything slides are made of
  return useMemo(() => buildDeck(source, language), [language, frozenAt, ...figures])
}

/** Trình chiếu: the deck is put together here, and played from here. */
export function PresentScreen({ source, address, change, leave, linkToDocument, takeAway }: PresentProps) {
  const language = useLanguage()
  const words = useText(presentWords)
  const isPrinting = useIsPrinting()
  const deck = useDeck(source, language)
  const slides = useMemo(() => chosenSlides(deck.slides, address.slides), [deck, address.slides])
  const isShort = useHandoutForm(each => each.isShort)
  const setShort = useHandoutForm(each => each.setShort)
  const isPlaying = address.slide !== undefined
  const isKept = address.deck !== undefined && frozenDeck(address.deck) === source

  const changeAddress = useRef(change)
  useEffect(() => {
    changeAddress.current = change
  })
  // What is on the wall was frozen: an address with a slide alone freezes and goes on.
  const freezing = useRef<typeof source | null>(null)
  useEffect(() => {
    if (!isPlaying || isKept || freezing.current === source) return
    freezing.current = source
    void freezeDeck(source).then(
      id => changeAddress.current({ deck: id }, 'replace'),
      // The show goes on; it is only of this page.
      () => undefined,
    )
  }, [isPlaying, isKept, source])

  // The way back is lost with the first step of the address that replaces where it was noted.
  const [wayBack] = useState(() => leave)
  const goTo = useCallback((slide: string) => changeAddress.current({ slide }, 'replace'), [])
  const slidesOf = useCallback(
    async (agencyId: string) => {
      const opened = await agencySlides(source, agencyId, language)
      return opened && { ...opened, scope: frameOf({ ...source, view: opened.view }, language).scope }
    },
    [source, language],
  )
  const start = (slide: string) => {
    void enterFullScreen()
    change({ slide })
  }

  const shown = { ...deck, slides }
  useOffer(
    slides.length === 0 ? null : { kind: 'deck', id: 'deck', name: words.deckOffer, make: () => shown },
  )

  return (
    <div className="view">
      <main className="content" id="content" tabIndex={-1}>
        {isPrinting ? (
          <Handout deck={shown} isShort={isShort} />
        ) : (
          <Builder
            deck={deck}
            source={source}
            isKept={isKept}
            slides={address.slides}
            change={change}
            start={start}
            takeAway={takeAway}
            isShort={isShort}
            setShort={setShort}
          />
        )}
        {isPlaying && slides.length > 0 && (
          <Player
            deck={deck}
            slides={slides}
            source={source}
            slideId={address.slide ?? ''}
            goTo={goTo}
            leave={leave ?? wayBack ?? (() => change({ slide: undefined }, 'replace'))}
            agencySlides={slidesOf}
            linkToDocument={linkToDocument}
          />
        )}
      </main>
    </div>
  )
}
