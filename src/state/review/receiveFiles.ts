import { packageLimits } from '../../io/package/packageFormat.ts'
import type { ReceiveAnswer, ReceiveRequest } from './receive.worker.ts'
import type { Received, ReceivingRound } from './receivePackage.ts'

/** What one file came to; `received` is null where the disk did not give it away. */
export type ReadOne = { readonly file: File; readonly received: Received | null }

const mostWorkers = 2
/** Files a worker has before it, so that it never waits for the page. */
const ahead = 2

/**
 * Reads many submission files beside the page, at most two at a time.
 * @param tell is told every file when it is done, in the order they are done
 * @throws (rejects) when a worker cannot be loaded, and with the reason of an aborted signal; what was told by then
 *   stands
 */
export function receiveFiles(
  files: readonly File[],
  round: ReceivingRound,
  { tell, signal }: { tell: (one: ReadOne) => void; signal: AbortSignal },
): Promise<void> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted()
    if (files.length === 0) return resolve()
    const workers: Worker[] = []
    let next = 0
    let done = 0
    const stop = () => {
      for (const worker of workers.splice(0)) worker.terminate()
      signal.removeEventListener('abort', abort)
    }
    const abort = () => {
      stop()
      reject(signal.reason)
    }
    const answered = (index: number, received: Received | null, worker: Worker) => {
      const file = files[index]
      if (file) tell({ file, received })
      done += 1
      if (done === files.length) {
        stop()
        resolve()
      } else void feed(worker)
    }
    const feed = async (worker: Worker) => {
      const index = next
      const file = files[index]
      if (!file) return
      next += 1
      if (file.size > packageLimits.packedBytes) {
        worker.postMessage({ kind: 'hash', index, file } satisfies ReceiveRequest)
        return
      }
      // Read here and handed over as bytes: handing over the file itself holds the page up for milliseconds.
      const bytes = await file.arrayBuffer().catch(() => null)
      if (!workers.includes(worker)) return
      if (!bytes) return answered(index, null, worker)
      const request = { kind: 'read', index, name: file.name, content: new Uint8Array(bytes) } as const
      worker.postMessage(request satisfies ReceiveRequest, [bytes])
    }
    const start = () => {
      const worker = new Worker(new URL('./receive.worker.ts', import.meta.url), { type: 'module' })
      workers.push(worker)
      worker.addEventListener('message', ({ data }: MessageEvent<ReceiveAnswer>) => {
        answered(data.index, data.received, worker)
      })
      worker.addEventListener('error', event => {
        stop()
        reject(new Error(event.message || 'the worker could not be loaded'))
      })
      worker.postMessage({ kind: 'open', round } satisfies ReceiveRequest)
      for (let place = 0; place < ahead; place += 1) void feed(worker)
    }
    signal.addEventListener('abort', abort)
    const count = Math.min(mostWorkers, Math.ceil(files.length / ahead))
    for (let place = 0; place < count; place += 1) start()
  })
}
