import type { CohortAnswer, CohortRequest } from './cohort.worker.ts'
import { workerQueue } from './workerQueue.ts'

/**
 * Scores many agencies beside the page, which stays free to be typed into. Questions are named by rule set
 * and period, so that after what somebody looks at the latest period comes: the change shown rests on it.
 */
export const cohortEngine = workerQueue<CohortRequest, CohortAnswer>(
  () => new Worker(new URL('./cohort.worker.ts', import.meta.url), { type: 'module' }),
)
