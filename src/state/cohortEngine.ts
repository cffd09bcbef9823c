import type { CohortAnswer, CohortRequest } from './cohort.worker.ts'

type Question = {
  readonly name: string
  readonly request: CohortRequest
  readonly resolve: (answer: CohortAnswer) => void
  readonly reject: (error: Error) => void
}

/** One worker for the life of the page: its scripts are read once, and it answers one question at a time. */
let worker: Worker | null = null
let asked: Question | null = null
const waiting: Question[] = []
let wanted: string | null = null

/**
 * Scores many agencies beside the page, which stays free to be typed into.
 * @param name what `answerFirst` calls the question
 * @throws (rejects) when the worker cannot be loaded
 */
export function askCohortEngine(name: string, request: CohortRequest): Promise<CohortAnswer> {
  return new Promise((resolve, reject) => {
    waiting.push({ name, request, resolve, reject })
    askNext()
  })
}

/** Somebody is looking at this one: earlier periods for a line of their own can wait. */
export function answerFirst(name: string): void {
  wanted = name
}

function askNext(): void {
  if (asked) return
  const [next] = waiting.splice(nextPlace(), 1)
  if (!next) return
  asked = next
  worker ??= startWorker()
  worker.postMessage(next.request)
}

/** What somebody looks at; then the latest period, which the change shown rests on. */
function nextPlace(): number {
  const place = waiting.findIndex(each => each.name === wanted)
  if (place >= 0) return place
  return waiting.reduce((best, each, index) => (each.name > (waiting[best]?.name ?? '') ? index : best), 0)
}

function startWorker(): Worker {
  const started = new Worker(new URL('./cohort.worker.ts', import.meta.url), { type: 'module' })
  started.addEventListener('message', ({ data }: MessageEvent<CohortAnswer>) => {
    asked?.resolve(data)
    asked = null
    askNext()
  })
  started.addEventListener('error', event => {
    started.terminate()
    worker = null
    const error = new Error(event.message || 'the worker could not be loaded')
    for (const { reject } of [...(asked ? [asked] : []), ...waiting.splice(0)]) reject(error)
    asked = null
  })
  return started
}
