import type { ExportCheck, ExportOrigin } from '../../model/exportOrigin.ts'
import type { Problem } from '../../model/problem.ts'
import { askWorker } from '../askWorker.ts'
import type { ExportAnswer, ExportRequest } from './openExport.worker.ts'

export type OpenedExport =
  | { readonly ok: true; readonly origin: ExportOrigin; readonly isCsv: boolean }
  | { readonly ok: false; readonly problems: readonly Problem[] }

/** What came of the comparison; `count` may be more than the differences that are listed. */
export type ComparedExport =
  | { readonly ok: true; readonly check: ExportCheck; readonly count: number }
  | { readonly ok: false; readonly problems: readonly Problem[] }

/**
 * Reads what a file is of, beside the page.
 * @throws (rejects) when the reading part cannot be loaded or fails, and with the reason of an aborted signal
 */
export async function openExport(file: File, signal?: AbortSignal): Promise<OpenedExport> {
  const answer = await ask({ kind: 'open', file, fileName: file.name }, signal)
  if (answer.kind === 'refused') return { ok: false, problems: answer.problems }
  if (answer.kind !== 'opened') throw new Error(answer.kind === 'failed' ? answer.message : answer.kind)
  return { ok: true, origin: answer.origin, isCsv: answer.isCsv }
}

/**
 * Holds a file against what the page makes for the same view, beside the page: thousands of values never come here.
 * @throws (rejects) as {@link openExport}
 */
export async function compareExport(file: File, made: Blob, signal?: AbortSignal): Promise<ComparedExport> {
  const answer = await ask({ kind: 'compare', file, fileName: file.name, made }, signal)
  if (answer.kind === 'refused') return { ok: false, problems: answer.problems }
  if (answer.kind !== 'compared') throw new Error(answer.kind === 'failed' ? answer.message : answer.kind)
  return { ok: true, check: answer.check, count: answer.count }
}

function ask(request: ExportRequest, signal: AbortSignal | undefined): Promise<ExportAnswer> {
  const start = () => new Worker(new URL('./openExport.worker.ts', import.meta.url), { type: 'module' })
  return askWorker(start, request, (answer: ExportAnswer) => answer, signal)
}
