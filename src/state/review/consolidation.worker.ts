import type { Consolidation } from '../../model/consolidation.ts'
import { type ConsolidationRequest, consolidate } from '../../scoring/review/consolidate.ts'

// Runs in a Web Worker; consolidationEngine.ts is the other end.

export type ConsolidationQuestion = ConsolidationRequest & { readonly scoredAt: string }

export type ConsolidationAnswer =
  | { readonly kind: 'done'; readonly consolidation: Consolidation }
  | { readonly kind: 'failed'; readonly message: string }

self.addEventListener('message', ({ data }: MessageEvent<ConsolidationQuestion>) => {
  self.postMessage(answer(data))
})

function answer({ scoredAt, ...request }: ConsolidationQuestion): ConsolidationAnswer {
  try {
    return { kind: 'done', consolidation: consolidate(request, scoredAt) }
  } catch (error) {
    return { kind: 'failed', message: error instanceof Error ? error.message : String(error) }
  }
}
