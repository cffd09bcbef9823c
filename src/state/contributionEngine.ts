import type { ContributionAnswer, ContributionQuestion } from './contribution.worker.ts'

type Waiting = {
  readonly resolve: (answer: ContributionAnswer) => void
  readonly reject: (error: Error) => void
}

/** One worker for the life of the page, started by the first question. */
let worker: Worker | null = null
let asked = 0
const waiting = new Map<number, Waiting>()

/**
 * Splits a loss over the agencies that carry it, beside the page.
 * @throws (rejects) when the worker cannot be loaded
 */
export function askContributionEngine(question: ContributionQuestion): Promise<ContributionAnswer> {
  asked += 1
  const id = asked
  return new Promise((resolve, reject) => {
    waiting.set(id, { resolve, reject })
    worker ??= startWorker()
    worker.postMessage({ id, question })
  })
}

function startWorker(): Worker {
  const started = new Worker(new URL('./contribution.worker.ts', import.meta.url), { type: 'module' })
  started.addEventListener(
    'message',
    ({ data }: MessageEvent<{ id: number; answer: ContributionAnswer }>) => {
      waiting.get(data.id)?.resolve(data.answer)
      waiting.delete(data.id)
    },
  )
  started.addEventListener('error', event => {
    started.terminate()
    worker = null
    for (const { reject } of waiting.values())
      reject(new Error(event.message || 'the worker could not be loaded'))
    waiting.clear()
  })
  return started
}
