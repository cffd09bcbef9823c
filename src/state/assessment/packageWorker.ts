import { askWorker } from '../askWorker.ts'
import type { PackageAnswer, PackageRequest } from './package.worker.ts'

/** @throws (rejects) when the worker cannot be loaded, and with the reason of an aborted signal */
export function askPackageWorker(request: PackageRequest, signal?: AbortSignal): Promise<PackageAnswer> {
  const start = () => new Worker(new URL('./package.worker.ts', import.meta.url), { type: 'module' })
  return askWorker(start, request, (answer: PackageAnswer) => answer, signal)
}

/** What a worker says when it did not do what it was asked. */
export function unexpectedAnswer(answer: PackageAnswer): Error {
  return new Error(answer.kind === 'failed' ? answer.message : `the worker answered "${answer.kind}"`)
}
