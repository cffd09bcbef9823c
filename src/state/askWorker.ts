/**
 * Asks a worker of its own: it is gone, with all it has unpacked, when it has answered or nobody waits any more.
 * @param start makes the worker; the bundler wants `new Worker(new URL(…))` written out where it is used
 * @param answerOf what a message says; null where it is no answer yet, such as a step told on the way
 * @throws (rejects) when the worker cannot be loaded, with what `answerOf` throws, and with the reason of an
 *   aborted signal
 */
export function askWorker<Message, Answer>(
  start: () => Worker,
  request: unknown,
  answerOf: (message: Message) => Answer | null,
  signal?: AbortSignal,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted()
    const worker = start()
    const stop = () => {
      worker.terminate()
      signal?.removeEventListener('abort', abort)
    }
    const abort = () => {
      stop()
      reject(signal?.reason)
    }
    signal?.addEventListener('abort', abort)
    worker.addEventListener('message', ({ data }: MessageEvent<Message>) => {
      try {
        const answer = answerOf(data)
        if (answer === null) return
        resolve(answer)
      } catch (error) {
        reject(error)
      }
      stop()
    })
    worker.addEventListener('error', event => {
      stop()
      reject(new Error(event.message || 'the worker could not be loaded'))
    })
    worker.postMessage(request)
  })
}
