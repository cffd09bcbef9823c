import type { Deck } from '../../model/deck.ts'
import { askWorker } from '../askWorker.ts'
import type { DeckFileAnswer, DeckFileRequest } from './deckFile.worker.ts'
import type { ExportJob } from './exportJob.ts'

const presentationType = 'application/vnd.openxmlformats-officedocument.presentationml.presentation'

/**
 * The deck as a PPTX with charts and tables that can be edited; made beside the page.
 * @throws (rejects) when it cannot be made, and with the reason of an aborted signal
 */
export function deckFile(deck: Deck, { origin, signal, progress }: ExportJob): Promise<Blob> {
  const request: DeckFileRequest = { deck, origin }
  const start = () => new Worker(new URL('./deckFile.worker.ts', import.meta.url), { type: 'module' })
  const answerOf = (answer: DeckFileAnswer): Blob | null => {
    if (answer.kind === 'failed') throw new Error(answer.message)
    if (answer.kind === 'made') return new Blob([new Uint8Array(answer.bytes)], { type: presentationType })
    progress?.(answer.done)
    return null
  }
  return askWorker(start, request, answerOf, signal)
}
