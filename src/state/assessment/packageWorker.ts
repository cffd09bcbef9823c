import type { PackageAnswer, PackageRequest } from './package.worker.ts'

/**
 * One worker a question: it is gone, with all it has unpacked, when it has answered or nobody waits any more.
 * @throws (rejects) when the worker cannot be loaded, and with the reason of an aborted signal
 */
export function askPackageWorker(request: PackageRequest, signal?: AbortSignal): Promise<PackageAnswer> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted()
    const worker = new Worker(new URL('./package.worker.ts', import.meta.url), { type: 'module' })
    const stop = () => {
      worker.terminate()
      signal?.removeEventListener('abort', abort)
    }
    const abort = () => {
      stop()
      reject(signal?.reason)
    }
    signal?.addEventListener('abort', abort)
    worker.addEventListener('message', ({ data }: MessageEvent<PackageAnswer>) => {
      stop()
      resolve(data)
    })
    worker.addEventListener('error', event => {
      stop()
      reject(new Error(event.message || 'the worker could not be loaded'))
    })
    worker.postMessage(request)
  })
}

/** What a worker says when it did not do what it was asked. */
export function unexpectedAnswer(answer: PackageAnswer): Error {
  return new Error(answer.kind === 'failed' ? answer.message : `the worker answered "${answer.kind}"`)
}
