import { tooLarge } from '../../io/figureImport/importProblems.ts'
import { type ImportTarget, refusedImport } from '../../io/figureImport/importTarget.ts'
import type { ImportFile, ImportStep } from '../../io/figureImport/readFigureFiles.ts'
import { maxFileBytes } from '../../io/maxFileBytes.ts'
import { packageLimits } from '../../io/package/packageFormat.ts'
import type { FigureImport } from '../../model/figureImport.ts'
import { askWorker } from '../askWorker.ts'
import type { FigureImportAnswer, FigureImportRequest } from './figureImport.worker.ts'

/** How far the reading of a file has come. */
export type ReadingStep = 'reading' | ImportStep

/**
 * Reads files for a draft beside the page; nothing is applied and nothing leaves the machine.
 * @param say is told each step as it begins
 * @throws (rejects) when the worker cannot be loaded, and with the reason of an aborted signal
 */
export async function readFigures(
  files: readonly File[],
  target: ImportTarget,
  say: (step: ReadingStep) => void,
  signal: AbortSignal,
): Promise<FigureImport> {
  say('reading')
  const names = files.map(file => file.name).join(', ')
  const limit = files.some(({ name }) => /\.parboard$/i.test(name)) ? packageLimits.packedBytes : maxFileBytes
  if (files.reduce((sum, { size }) => sum + size, 0) > limit)
    return refusedImport(names, 'table', tooLarge(limit))
  const read = await Promise.all(files.map(readFile))
  signal.throwIfAborted()
  const unread = files.filter((_, at) => read[at] === null).map(({ name }) => name)
  if (unread.length > 0) return refusedImport(unread.join(', '), 'table', unreadable)
  return ask({ files: read.filter(each => each !== null), target }, say, signal)
}

/** null for a folder, or a file that went away since it was chosen. */
async function readFile(file: File): Promise<ImportFile | null> {
  try {
    return { file: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }
  } catch {
    return null
  }
}

const unreadable = {
  code: 'unreadable',
  vi: 'không mở được; đây có thể là thư mục, hoặc tệp đang mở ở chương trình khác: đóng lại rồi chọn lại tệp',
  en: 'cannot be opened; it may be a folder, or open in another program: close it and choose the file again',
}

function ask(
  request: FigureImportRequest,
  say: (step: ReadingStep) => void,
  signal: AbortSignal,
): Promise<FigureImport> {
  const start = () => new Worker(new URL('./figureImport.worker.ts', import.meta.url), { type: 'module' })
  const answerOf = (message: FigureImportAnswer) => {
    if (message.kind !== 'step') return message.read
    say(message.step)
    return null
  }
  return askWorker(start, request, answerOf, signal)
}
