import type { KnownDocuments } from '../io/ruleSheet/assembleRuleSet.ts'
import { askWorker } from './askWorker.ts'
import type { RuleSetReading } from './readRuleSetFile.ts'
import type { ImportAnswer, ImportRequest } from './ruleSetImport.worker.ts'
import { workbookType } from './workbookType.ts'

/**
 * Reads and checks a file with a rule set beside the page; nothing leaves the machine.
 * @throws (rejects) when the worker cannot be loaded, and with the reason of an aborted signal
 */
export async function readRuleSet(
  file: File,
  documents: KnownDocuments | undefined,
  signal?: AbortSignal,
): Promise<RuleSetReading> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  const answer = await ask({ kind: 'read', bytes, file: file.name, documents }, signal)
  if (answer.kind !== 'read') throw unexpected(answer)
  return answer.reading
}

/** The blank workbook to fill in. */
export async function templateWorkbook(): Promise<Blob> {
  return workbookOf(await ask({ kind: 'template' }))
}

/** A workbook with the rows of a CSV file, to go on with. */
export async function draftWorkbook(file: File): Promise<Blob> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  return workbookOf(await ask({ kind: 'draft', bytes, file: file.name }))
}

function workbookOf(answer: ImportAnswer): Blob {
  if (answer.kind !== 'workbook') throw unexpected(answer)
  return new Blob([new Uint8Array(answer.bytes)], { type: workbookType })
}

function unexpected(answer: ImportAnswer): Error {
  return new Error(answer.kind === 'failed' ? answer.message : `the worker answered "${answer.kind}"`)
}

function ask(request: ImportRequest, signal?: AbortSignal): Promise<ImportAnswer> {
  const start = () => new Worker(new URL('./ruleSetImport.worker.ts', import.meta.url), { type: 'module' })
  return askWorker(start, request, (answer: ImportAnswer) => answer, signal)
}
