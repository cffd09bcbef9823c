import type { RequestContent } from '../../io/package/requestFormat.ts'
import { zipOf } from '../../io/package/zip.ts'
import type { Decoded } from '../../model/problem.ts'
import { makeRequest, type RequestFile } from './makeRequest.ts'

// Runs in a Web Worker: a file for each of 140 agencies, hashed and opened once more, takes seconds.
// requests.ts is the other end.

export type RequestsOrder = {
  readonly orders: readonly RequestContent[]
  /** Puts all files into one more zip, to be sent or copied together. */
  readonly together: boolean
}

export type RequestsAnswer =
  | { readonly kind: 'step'; readonly done: number }
  | {
      readonly kind: 'made'
      readonly files: readonly Decoded<RequestFile>[]
      readonly zip: Uint8Array | null
    }
  | { readonly kind: 'failed'; readonly message: string }

self.addEventListener('message', ({ data: { orders, together } }: MessageEvent<RequestsOrder>) => {
  try {
    const files = orders.map((order, index) => {
      const made = makeRequest(order)
      self.postMessage({ kind: 'step', done: index + 1 } satisfies RequestsAnswer)
      return made
    })
    const whole = files.flatMap(each => (each.ok ? [each.value] : []))
    const zip =
      together && whole.length === files.length
        ? zipOf(whole.map(({ fileName, bytes }) => ({ path: fileName, bytes, isPacked: true })))
        : null
    self.postMessage({ kind: 'made', files, zip } satisfies RequestsAnswer)
  } catch (error) {
    self.postMessage({
      kind: 'failed',
      message: error instanceof Error ? error.message : String(error),
    } satisfies RequestsAnswer)
  }
})
