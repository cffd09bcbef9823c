import { workerQueue } from '../workerQueue.ts'
import type { ConsolidationAnswer, ConsolidationQuestion } from './consolidation.worker.ts'

/** Takes a round together beside the page, which stays free to be typed into. */
export const consolidationEngine = workerQueue<ConsolidationQuestion, ConsolidationAnswer>(
  () => new Worker(new URL('./consolidation.worker.ts', import.meta.url), { type: 'module' }),
)
