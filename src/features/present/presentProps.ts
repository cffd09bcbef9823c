import type { ReactNode } from 'react'
import type { DeckSource } from '../../state/deck/deckSource.ts'

/** What of the screen lives in the address. */
export type PresentAddress = {
  /** Ids of slides in the order they are shown, parted by commas; absent: all there are; "none": none. */
  readonly slides?: string | undefined
  /** Slide on the wall; absent: the deck is being put together. */
  readonly slide?: string | undefined
  /** Frozen figures, kept on this machine. */
  readonly deck?: string | undefined
}

export type PresentProps = {
  readonly source: DeckSource
  readonly address: PresentAddress
  readonly change: (next: PresentAddress, how?: 'push' | 'replace') => void
  /** Back to the view that the deck was started from; null where it was started here. */
  readonly leave: (() => void) | null
  readonly linkToDocument: (documentId: string, label: string) => ReactNode
  /** Opens what can be taken away from this screen; absent: a sentence says where that is. */
  readonly takeAway?: (() => void) | undefined
}
