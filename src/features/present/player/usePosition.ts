import { useCallback, useEffect, useRef, useState } from 'react'
import type { Deck, Slide } from '../../../model/deck.ts'
import type { DeckSource } from '../../../state/deck/deckSource.ts'
import type { ScoredView } from '../../../state/useScoredView.ts'

/** Slides of another agency, shown in between; the slide that was left is kept. */
export type Excursion = {
  readonly agencyId: string
  readonly slides: readonly Slide[]
  readonly view: ScoredView
  /** At the foot of these slides, in place of the deck's own. */
  readonly scope: string
  readonly returnTo: string
}

export type AgencySlides = (agencyId: string) => Promise<Pick<Excursion, 'slides' | 'view' | 'scope'> | null>

/** What is on its way or could not be opened. */
export type Trouble =
  | { readonly kind: 'opening' }
  | { readonly kind: 'noAgency'; readonly name: string }
  | { readonly kind: 'noPage'; readonly page: number }

/**
 * Which slide is on the wall. A key must answer at once, so the place is kept here and the address follows; where the
 * address is changed from outside, the wall follows it.
 */
export function usePosition({
  deck,
  slides,
  source,
  slideId,
  goTo,
  agencySlides,
}: {
  deck: Deck
  /** Those that are shown, in their order. */
  slides: readonly Slide[]
  source: DeckSource
  slideId: string
  goTo: (slideId: string) => void
  agencySlides: AgencySlides
}) {
  const [shown, setShown] = useState(slideId)
  const [excursion, setExcursion] = useState<Excursion | null>(null)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const sent = useRef<string[]>([])
  const asked = useRef(0)

  useEffect(() => {
    const at = sent.current.indexOf(slideId)
    // An address that was asked for before a later press is on its way past.
    if (at !== -1) sent.current.splice(0, at + 1)
    else setShown(slideId)
  }, [slideId])

  const show = useCallback(
    (id: string) => {
      asked.current += 1
      setTrouble(null)
      setShown(id)
      sent.current.push(id)
      goTo(id)
    },
    [goTo],
  )

  const isAway = excursion?.slides.some(slide => slide.id === shown) === true
  const run = isAway && excursion ? excursion.slides : slides
  const found = run.findIndex(slide => slide.id === shown)
  // A slide that is hidden can still be looked at through its address.
  const hidden = found === -1 ? deck.slides.find(slide => slide.id === shown) : undefined
  const at = found === -1 && hidden === undefined ? 0 : found

  const openAgency = useCallback(
    async (agencyId: string, returnTo: string, wanted?: string) => {
      const turn = ++asked.current
      setTrouble({ kind: 'opening' })
      const opened = await agencySlides(agencyId).catch(() => null)
      // Another slide was asked for meanwhile.
      if (turn !== asked.current) return
      const first = opened?.slides[0]
      if (!opened || !first) {
        const name = source.directory.agencies.find(agency => agency.id === agencyId)?.name ?? agencyId
        setTrouble({ kind: 'noAgency', name })
        return
      }
      setExcursion({ agencyId, ...opened, returnTo })
      show(opened.slides.find(slide => slide.id === wanted)?.id ?? first.id)
    },
    [agencySlides, show, source],
  )

  // An address that names a slide of another agency is opened once, as after loading the page again.
  const wasOpened = useRef(false)
  useEffect(() => {
    if (wasOpened.current) return
    wasOpened.current = true
    const agencyId = agencyOf(slideId, source)
    if (agencyId !== null) void openAgency(agencyId, slides[0]?.id ?? '', slideId)
  }, [slideId, source, slides, openAgency])

  const current = hidden ?? run[at] ?? deck.slides[0]
  return {
    current,
    /** Slides that may be asked for next; laid out beforehand. */
    neighbours: [run[at - 1], run[at + 1]].filter(slide => slide !== undefined),
    following: run[at + 1] ?? null,
    /** From 1; 0 for a slide outside the order. */
    page: hidden ? 0 : at + 1,
    pages: run.length,
    /** A slide is laid out as it will stand: its foot has room for its page. */
    pageOf: (slide: Slide) => run.indexOf(slide) + 1,
    excursion: isAway ? excursion : null,
    trouble,
    calm: () => setTrouble(null),
    show,
    step: (by: 1 | -1) => {
      const next = hidden ? run[0] : run[at + by]
      if (next) show(next.id)
    },
    toEnd: (which: 'first' | 'last') => {
      const end = which === 'first' ? run[0] : run.at(-1)
      if (end) show(end.id)
    },
    /** Page of the deck itself, also from another agency's slides. */
    toPage: (page: number) => {
      const slide = slides[page - 1]
      if (slide) show(slide.id)
      else setTrouble({ kind: 'noPage', page })
    },
    toAgency: (agencyId: string) =>
      void openAgency(agencyId, excursion && isAway ? excursion.returnTo : (current?.id ?? '')),
    /** Back to the slide that an excursion left. */
    back: () => {
      if (excursion) show(excursion.returnTo)
    },
  }
}

/** The agency whose slide an id names ("agency.<id>", "agency.<id>.2"); null where it is a slide of the deck. */
export function agencyOf(slideId: string, { directory }: Pick<DeckSource, 'directory'>): string | null {
  if (!slideId.startsWith('agency.')) return null
  const rest = slideId.slice('agency.'.length)
  const named = directory.agencies.filter(({ id }) => rest === id || rest.startsWith(`${id}.`))
  return named.toSorted((one, other) => other.id.length - one.id.length)[0]?.id ?? null
}
