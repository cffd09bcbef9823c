type Waiting<Question, Answer> = {
  readonly name: string
  readonly question: Question
  readonly resolve: (answer: Answer) => void
  readonly reject: (error: Error) => void
}

/** Questions to one worker. */
export type WorkerQueue<Question, Answer> = {
  /**
   * @param name what `answerFirst` calls the question
   * @returns (rejects) when the worker cannot be loaded
   */
  readonly ask: (name: string, question: Question) => Promise<Answer>
  /** Somebody is looking at this one: the others can wait. */
  readonly answerFirst: (name: string) => void
}

/**
 * One worker for the life of the page, started by the first question: its scripts are read once, and it
 * answers one question at a time. What is wanted comes first, then names from the last down.
 */
export function workerQueue<Question, Answer>(start: () => Worker): WorkerQueue<Question, Answer> {
  let worker: Worker | null = null
  let asked: Waiting<Question, Answer> | null = null
  let wanted: string | null = null
  const waiting: Waiting<Question, Answer>[] = []

  const nextPlace = () => {
    const place = waiting.findIndex(each => each.name === wanted)
    if (place >= 0) return place
    return waiting.reduce((best, each, index) => (each.name > (waiting[best]?.name ?? '') ? index : best), 0)
  }
  const askNext = () => {
    if (asked) return
    const [next] = waiting.splice(nextPlace(), 1)
    if (!next) return
    asked = next
    worker ??= listenTo(start())
    worker.postMessage(next.question)
  }
  const listenTo = (started: Worker) => {
    started.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
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
  return {
    ask: (name, question) =>
      new Promise((resolve, reject) => {
        waiting.push({ name, question, resolve, reject })
        askNext()
      }),
    answerFirst: name => {
      wanted = name
    },
  }
}
