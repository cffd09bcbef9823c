import { useEffect, useId, useLayoutEffect, useRef } from 'react'
import { create } from 'zustand'
import type { Deck } from '../../model/deck.ts'
import type { DisplayedTable } from '../../model/displayedTable.ts'
import type { Report } from '../../model/report.ts'
import type { ScoreWorkbookParts } from './exportJob.ts'

/** Something that can be taken away from the screen as it stands. */
export type Offer = {
  /** As files name it; one of a kind on its screen. For tables the id of the table. */
  readonly id: string
  /** In the list of what can be taken away. */
  readonly name: string
} & (
  | { readonly kind: 'table'; readonly make: () => DisplayedTable | Promise<DisplayedTable> }
  | { readonly kind: 'deck'; readonly make: () => Deck | Promise<Deck> }
  | { readonly kind: 'report'; readonly make: () => Report | Promise<Report> }
  | { readonly kind: 'workbook'; readonly make: () => ScoreWorkbookParts | Promise<ScoreWorkbookParts> }
)

type Store = {
  /** What is on screen now, in the order it came. */
  readonly offers: ReadonlyMap<string, Offer>
  readonly put: (key: string, offer: Offer) => void
  readonly take: (key: string) => void
}

/** What the present screen offers; not part of the view, so not in the address. */
export const useOffers = create<Store>()(set => ({
  offers: new Map(),
  put: (key, offer) => set(({ offers }) => ({ offers: new Map(offers).set(key, offer) })),
  take: key =>
    set(({ offers }) => {
      if (!offers.has(key)) return {}
      const left = new Map(offers)
      left.delete(key)
      return { offers: left }
    }),
}))

/** What is offered, one of a kind and id: where two parts of a screen offer the same, the one that came last. */
export function standingOffers(offers: ReadonlyMap<string, Offer>): readonly Offer[] {
  return [...new Map([...offers.values()].map(offer => [`${offer.kind} ${offer.id}`, offer])).values()]
}

/**
 * Offers something for as long as the part stands; `make` is asked when somebody takes it, and then says what is
 * displayed at that moment.
 * @param offer null: nothing now
 */
export function useOffer(offer: Offer | null): void {
  const key = useId()
  const latest = useRef(offer)
  useLayoutEffect(() => {
    latest.current = offer
  })
  const [id, name, kind] = [offer?.id, offer?.name, offer?.kind]
  useEffect(() => {
    const { put, take } = useOffers.getState()
    if (id === undefined || name === undefined || kind === undefined) return take(key)
    const make = () => {
      if (latest.current === null) throw new Error(`${id} is no longer on screen`)
      return latest.current.make()
    }
    // Laid over the one before, not taken away first: another name keeps its place in the list.
    put(key, { id, name, kind, make } as Offer)
  }, [key, id, name, kind])
  useEffect(() => () => useOffers.getState().take(key), [key])
}
