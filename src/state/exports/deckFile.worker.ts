import { writePptx } from '../../io/exports/pptx/writePptx.ts'
import type { Deck } from '../../model/deck.ts'
import type { ExportOrigin } from '../../model/exportOrigin.ts'

// Runs in a Web Worker: a deck of twelve slides is drawn and packed in some tenths of a second. deckFile.ts is the
// other end.

export type DeckFileRequest = { readonly deck: Deck; readonly origin: ExportOrigin }

export type DeckFileAnswer =
  | { readonly kind: 'progress'; readonly done: number }
  | { readonly kind: 'made'; readonly bytes: Uint8Array }
  | { readonly kind: 'failed'; readonly message: string }

self.addEventListener('message', ({ data }: MessageEvent<DeckFileRequest>) => {
  const say = (answer: DeckFileAnswer) => self.postMessage(answer)
  writePptx(data.deck, data.origin, done => say({ kind: 'progress', done })).then(
    bytes => say({ kind: 'made', bytes }),
    (error: unknown) =>
      say({ kind: 'failed', message: error instanceof Error ? error.message : String(error) }),
  )
})
