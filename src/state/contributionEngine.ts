import type { ContributionAnswer, ContributionQuestion } from './contribution.worker.ts'
import { workerQueue } from './workerQueue.ts'

/** Splits a loss over the agencies that carry it, beside the page. */
export const contributionEngine = workerQueue<ContributionQuestion, ContributionAnswer>(
  () => new Worker(new URL('./contribution.worker.ts', import.meta.url), { type: 'module' }),
)
